"""The program as a whole: help, codes, and what it leaves alone."""

import subprocess
import sys

import pytest
from program import program

from components import __version__
from components.commands.__main__ import main

COMMANDS = ("check", "new", "comtrade", "export", "run")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_each_command_shows_an_example(capsys, command):
    assert program(command, "--help") == 0
    assert f"Example: trade-trajectory {command} " in capsys.readouterr().out


def test_the_help_names_every_command_and_completion(capsys):
    assert program("--help") == 0
    said = capsys.readouterr().out
    assert all(f"\n  {command} " in said for command in COMMANDS)
    assert "--install-completion" in said


def test_the_help_of_comtrade_gives_the_terms(capsys):
    program("comtrade", "--help")
    assert "Copyright United Nations" in capsys.readouterr().out


def test_the_version_is_the_one_of_the_page(capsys):
    assert program("--version") == 0
    assert capsys.readouterr().out == f"trade-trajectory {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["chek"],
        ["check", "--jsn"],
        ["new", "x"],
        ["comtrade", "x", "--years", "long ago"],
        ["export", "x", "--on", "yesterday"],
        ["run", "x", "--port", "0"],
        ["run", "no such folder"],
    ],
)
def test_what_is_not_understood_ends_with_2_and_touches_nothing(
    tmp_path, monkeypatch, capsys, arguments
):
    monkeypatch.chdir(tmp_path)
    assert program(*arguments) == 2
    printed = capsys.readouterr()
    assert "Error" in printed.err
    assert "Traceback" not in printed.err
    assert not list(tmp_path.iterdir())


def test_the_page_does_not_load_the_command_line():
    line = "import sys, dashboard; assert 'streamlit' in sys.modules; "
    line += "print([name for name in sys.modules if name in "
    line += "('typer', 'pycountry', 'components.commands')])"
    found = subprocess.run(
        [sys.executable, "-c", line], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"


def test_ctrl_c_while_the_program_is_loading_ends_it_quietly(monkeypatch):
    def interrupted(*arguments, **settings):
        raise KeyboardInterrupt

    monkeypatch.setattr("components.commands.program.app", interrupted)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 130
