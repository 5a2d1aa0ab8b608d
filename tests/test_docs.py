"""The documentation: its commands run, its options exist, its links lead somewhere."""

import functools
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from typer.testing import CliRunner

from components.commands.program import NAME, app

PAGES = sorted(
    [
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        ROOT / "data" / "README.md",
        ROOT / "components" / "new" / "template.md",
        *(ROOT / "docs").glob("*.md"),
    ]
)
# Those that need no network, end by themselves, and end soon.
QUICK = {"check", "new", "export"}
# Programs of the reader's, which this project does not install.
FOREIGN = {"uv", "pre-commit", "pip-audit", "cyclonedx-py"}


def named(path):
    return str(path.relative_to(ROOT))


def blocks(text, language):
    """Return the code blocks of a language, those inside a list among them."""
    found = re.findall(rf"^( *)```{language}\n(.*?)^ *```", text, re.M | re.S)
    return [re.sub(rf"^{indent}", "", block, flags=re.M) for indent, block in found]


def commands(path):
    """Return every command of a page, in its order, split into words."""
    text = path.read_text("utf-8")
    prose = re.sub(r"^ *```.*?^ *```", "", text, flags=re.M | re.S)
    spans = [" ".join(span.split()) for span in re.findall(r"`([^`]+)`", prose)]
    lines = [
        *(line for block in blocks(text, "sh") for line in block.splitlines()),
        *(line for line, _ in told(text)),
        *(span for span in spans if is_command(span)),
    ]
    parts = [part for line in lines for part in line.split("&&")]
    return [words for part in parts if (words := shlex.split(part, comments=True))]


def is_command(span):
    """Return whether code inside a sentence is a line to type."""
    starts = (".venv/bin/", "trade-trajectory ", "streamlit run ", "uv ", "pip ")
    return span.startswith(starts) and " " in span


def told(text):
    """Yield each command whose output is shown, with the lines of the output."""
    for block in blocks(text, "console"):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            line, _, output = part.partition("\n")
            yield line, output.splitlines()


def own(words):
    """Return the arguments of this project's program, or None for another."""
    return words[1:] if Path(words[0]).name == "trade-trajectory" else None


def run(words):
    """Run the program as a person calls it, in the process of the test."""
    return CliRunner().invoke(app, words, prog_name=NAME)


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """Return a copy of what the commands read, in which they are typed."""
    for name in ("data", "tests/packages"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@functools.cache
def help_of(*words):
    """Return what a program says of a command and its options."""
    program, *rest = words
    name = Path(program).name
    wide = {"COLUMNS": "200"}
    if name == "trade-trajectory":
        asked = CliRunner().invoke(app, [*rest, "--help"], env=wide)
        assert asked.exit_code == 0, asked.output
        return asked.output
    line = [str(Path(sys.executable).with_name(name)), *rest, "--help"]
    env = os.environ | wide
    return subprocess.run(
        line, capture_output=True, text=True, env=env, check=True
    ).stdout


def options(words):
    """Return the options of a command; what stands after ``--`` is another's."""
    words = words[: words.index("--")] if "--" in words else words
    return [
        word.split("=")[0] if word.startswith("--") else word[:2]
        for word in words
        if word.startswith("-")
    ]


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_the_quick_commands_of_a_page_run_one_after_another(path, copy):
    text = path.read_text("utf-8").replace("FOLDER", "data")
    page = copy / "page.md"
    page.write_text(text, "utf-8")
    for words in commands(page):
        arguments = own(words)
        if arguments and arguments[0] in QUICK and is_complete(arguments):
            found = run(arguments)
            assert found.exit_code == 0, (words, found.output)


def is_complete(arguments):
    """Return whether a command can be typed as it stands."""
    return len(arguments) > 1 and not {"DIR", "OUT"} & set(arguments)


@pytest.mark.parametrize("path", PAGES, ids=named)
@pytest.mark.usefixtures("copy")
def test_the_output_that_is_shown_is_the_output(path):
    for line, shown in told(path.read_text("utf-8")):
        arguments = own(shlex.split(line))
        assert arguments is not None
        printed = run(arguments).stdout.splitlines()
        assert len(printed) == len(shown)
        for is_shown, is_printed in zip(shown, printed, strict=True):
            pattern = re.escape(is_shown).replace("…", ".*")
            assert re.fullmatch(pattern, is_printed), is_shown


@pytest.mark.parametrize(
    "path",
    [
        # The tools of a contributor take seconds to say what they can do.
        pytest.param(path, marks=pytest.mark.exhaustive)
        if path.stem == "CONTRIBUTING"
        else path
        for path in PAGES
    ],
    ids=named,
)
def test_every_command_and_option_exists(path):
    for words in commands(path):
        program = Path(words[0]).name
        if program in FOREIGN:
            continue
        if program.startswith("python"):
            scripts = [word for word in words if word.endswith(".py")]
            assert all((ROOT / script).is_file() for script in scripts), words
        elif words[0].startswith(".ci/"):
            assert os.access(ROOT / words[0], os.X_OK)
        else:
            called = words[:1] if program in ("pytest", "mypy") else words[:2]
            said = help_of(*(word for word in called if not word.startswith("-")))
            for option in options(words):
                assert re.search(rf"(?<![\w-]){re.escape(option)}\b", said), words


def test_the_commands_of_the_documentation_are_found():
    found = [words for path in PAGES for words in commands(path)]
    ours = {arguments[0] for words in found if (arguments := own(words))}
    assert {"check", "new", "comtrade", "export", "run"} <= ours
    assert not [words for words in found if "components." in " ".join(words)]


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_every_local_link_leads_somewhere(path):
    text = path.read_text("utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        place, _, heading = target.partition("#")
        if "://" in target:
            continue
        found = path.parent / place if place else path
        assert found.exists(), target
        if heading:
            assert heading in slugs(found.read_text("utf-8")), target


def slugs(text):
    """Return the anchors of a page's headings, as GitHub makes them."""
    titles = re.findall(r"^#+ (.+)$", text, re.M)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def test_the_readme_leads_to_every_page():
    readme = (ROOT / "README.md").read_text("utf-8")
    for path in (ROOT / "docs").glob("*.md"):
        assert f"(docs/{path.name})" in readme
    assert "(CONTRIBUTING.md)" in readme


def test_the_readme_is_short():
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 125
