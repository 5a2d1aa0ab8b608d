"""The page opened on a package by a command."""

import os
import signal
import subprocess
import sys
import time
import urllib.request

import pytest
from browser import free_port
from conftest import ROOT
from program import program

from components.commands import run

START = "from components.commands.__main__ import main; main()"


@pytest.fixture
def started(monkeypatch):
    """Return what would take the place of the process."""
    calls = []

    def execve(path, arguments, environment):
        calls.append((path, arguments, environment))
        raise SystemExit(0)

    monkeypatch.setattr(os, "execve", execve)
    monkeypatch.setattr(sys, "platform", "linux")
    return calls


def test_streamlit_is_started_on_the_package(started, package, monkeypatch):
    folder = package()
    monkeypatch.chdir(folder.parent)
    assert program("run", folder.name, "--port", 8600) == 0
    ((path, arguments, environment),) = started
    assert path == sys.executable
    assert arguments[1:4] == ["-m", "streamlit", "run"]
    assert arguments[4] == str(ROOT / "dashboard.py")
    assert arguments[-2:] == ["--server.port", "8600"]
    assert environment["TRADE_DATA"] == str(folder)


def test_without_a_folder_it_is_the_projects_own_package(started):
    assert program("run") == 0
    ((_, _, environment),) = started
    assert environment["TRADE_DATA"] == str(ROOT / "data")


def test_without_a_checkout_it_says_what_to_install(
    started, tmp_path, monkeypatch, capsys
):
    monkeypatch.setattr(run, "ROOT", tmp_path)
    assert program("run", tmp_path) == 1
    assert "pip install -e ." in capsys.readouterr().err
    assert started == []


def test_the_page_answers_from_any_folder(package, tmp_path):
    port = free_port()
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "STREAMLIT_SERVER_HEADLESS": "true",
    }
    server = subprocess.Popen(
        [sys.executable, "-c", START, "run", str(package()), "--port", str(port)],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://localhost:{port}/_stcore/health"
        assert answer(address, server) == b"ok"
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=30)


def answer(address, server):
    """Return what an address says once somebody listens there."""
    until = time.monotonic() + 60
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5) as found:
                return found.read()
        except OSError:
            time.sleep(0.2)
    return None
