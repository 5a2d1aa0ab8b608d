"""The audit finds what a copy of the advisories says, and never passes without one."""

import importlib.util
import json
import subprocess
import sys
import zipfile
from datetime import date

import pytest
from conftest import ROOT

SCRIPT = ROOT / ".ci" / "audit.py"
TODAY = date(2026, 11, 25)
INSTALLED = {"some-package": "1.4", "other": "2.0"}


@pytest.fixture(scope="module")
def audit():
    spec = importlib.util.spec_from_file_location("audit", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def advisory(name="Some_Package", number="PYSEC-1", ecosystem="PyPI", **more):
    events = [{"introduced": "1.0"}, {"fixed": "1.5"}]
    return {
        "id": number,
        "modified": "2026-11-20T10:00:00Z",
        "summary": "Reads too much.",
        "affected": [
            {
                "package": {"ecosystem": ecosystem, "name": name},
                "ranges": [{"type": "ECOSYSTEM", "events": events}],
            }
        ],
        **more,
    }


@pytest.fixture
def copy(tmp_path):
    def written(*advisories):
        path = tmp_path / "all.zip"
        with zipfile.ZipFile(path, "w") as file:
            for item in advisories:
                file.writestr(f"{item['id']}.json", json.dumps(item))
        return path

    return written


def test_it_names_package_advisory_remedy_and_the_day_of_the_copy(audit, copy, capsys):
    path = copy(advisory(), advisory("absent", "PYSEC-2"))
    assert audit.audit(path, INSTALLED, TODAY) == 1
    assert capsys.readouterr().out.splitlines() == [
        "2 advisories, the last of 2026-11-20, 5 days ago.",
        "some-package 1.4: PYSEC-1: Reads too much. Fixed in 1.5.",
        "1 of 2 packages have a known vulnerability.",
    ]


def test_a_folder_is_read_as_the_zip_is(audit, copy, tmp_path):
    with zipfile.ZipFile(copy(advisory())) as file:
        file.extractall(tmp_path / "folder")
    assert audit.audit(tmp_path / "folder", INSTALLED, TODAY) == 1


@pytest.mark.parametrize(
    "safe",
    [
        advisory(withdrawn="2026-11-21T00:00:00Z"),
        advisory(ecosystem="npm"),
        advisory("another"),
        advisory(affected=[]),
    ],
)
def test_what_does_not_hold_is_not_told(audit, copy, capsys, safe):
    path = copy(safe, advisory("absent", "PYSEC-2"))
    assert audit.audit(path, INSTALLED, TODAY) == 0
    assert "0 of 2 packages" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("version", "events", "is_affected"),
    [
        ("1.4", [("introduced", "0")], True),
        ("1.5", [("introduced", "0"), ("fixed", "1.5")], False),
        ("1.5rc1", [("introduced", "0"), ("fixed", "1.5")], True),
        ("1.10", [("introduced", "1.9"), ("fixed", "1.11")], True),
        ("1.5", [("introduced", "0"), ("last_affected", "1.5")], True),
        ("1.5.1", [("introduced", "0"), ("last_affected", "1.5")], False),
        ("0.9", [("introduced", "1.0")], False),
        # Broken again after it was fixed; the order of the events says nothing.
        (
            "2.1",
            [("fixed", "3"), ("introduced", "0"), ("introduced", "2"), ("fixed", "1")],
            True,
        ),
        (
            "1.5",
            [("fixed", "3"), ("introduced", "0"), ("introduced", "2"), ("fixed", "1")],
            False,
        ),
        ("not a version", [("introduced", "0"), ("fixed", "1")], True),
    ],
)
def test_a_version_is_set_against_the_events(audit, version, events, is_affected):
    events = [dict([event]) for event in events]
    affected = {"ranges": [{"type": "ECOSYSTEM", "events": events}]}
    assert audit.holds(affected, version) is is_affected


def test_a_version_can_be_named_by_itself_and_a_commit_is_none(audit):
    commits = {"type": "GIT", "events": [{"introduced": "0"}]}
    assert audit.holds({"versions": ["1.4"], "ranges": [commits]}, "1.4")
    assert not audit.holds({"versions": ["1.3"], "ranges": [commits]}, "1.4")


def test_one_vulnerability_under_two_names_is_told_once(audit, copy, capsys):
    path = copy(
        advisory(number="GHSA-1", aliases=["CVE-1", "PYSEC-1"]),
        advisory(number="PYSEC-1", aliases=["CVE-1"]),
    )
    audit.audit(path, INSTALLED, TODAY)
    assert capsys.readouterr().out.count("Reads too much") == 1


@pytest.mark.parametrize("content", [None, b"", b"not a zip"])
def test_without_a_copy_nothing_is_called_safe(audit, tmp_path, capsys, content):
    path = tmp_path / "all.zip"
    if content is not None:
        path.write_bytes(content)
    assert audit.audit(path, INSTALLED, TODAY) == 2
    assert "cannot be read" in capsys.readouterr().out


def test_an_empty_copy_is_none(audit, copy, tmp_path, capsys):
    for path in (copy(), copy(advisory(ecosystem="npm")), tmp_path):
        assert audit.audit(path, INSTALLED, TODAY) == 2
    assert capsys.readouterr().out.count("holds no advisory for PyPI") == 3


def test_it_looks_at_what_is_installed(copy):
    item = advisory("Streamlit")
    item["affected"][0]["ranges"][0]["events"] = [{"introduced": "0"}]
    path = copy(item)
    finished = subprocess.run(
        [sys.executable, str(SCRIPT), str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 1
    assert "streamlit 1." in finished.stdout
