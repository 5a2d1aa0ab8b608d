"""Which module may import which: one way, and Streamlit only at the end."""

import ast
import tomllib
from pathlib import Path

import pytest
from conftest import ROOT

ORDER = [
    "problems",
    "descriptor",
    "package",
    "numerals",
    "rules",
    "dataset",
    "measures",
    "view",
    "words",
    "charts",
    "files",
    "page",
    "panels",
]
# What a person calls; the page knows nothing of it.
COMMANDS = ["new", "comtrade", "commands"]
MODULES = sorted((ROOT / "components").rglob("*.py"))


def imported(path: Path) -> set[str]:
    """Return what a module imports, as dotted names."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def room(path: Path) -> str:
    return path.relative_to(ROOT / "components").parts[0].split(".")[0]


def rooms_used(path: Path) -> set[str]:
    names = {
        name.split(".")[1]
        for name in imported(path)
        if name.startswith("components.") and not name.endswith(".__version__")
    }
    return names - {room(path)}


def rooms_that_know(library: str) -> set[str]:
    return {
        room(path)
        for path in MODULES
        if any(name.split(".")[0] == library for name in imported(path))
    }


@pytest.mark.parametrize(
    "path", MODULES, ids=lambda path: str(path.relative_to(ROOT / "components"))
)
def test_imports_point_one_way(path):
    if path == ROOT / "components" / "__init__.py":
        return
    order = [*ORDER, *COMMANDS]
    place = order.index(room(path))
    assert all(order.index(name) < place for name in rooms_used(path))


def test_the_page_knows_no_command():
    pages = [ROOT / "dashboard.py", *(p for p in MODULES if room(p) in ORDER)]
    for path in pages:
        names = {name.split(".")[1] for name in imported(path) if "components." in name}
        assert not names & set(COMMANDS), path


def test_only_panels_and_the_page_know_streamlit():
    assert rooms_that_know("streamlit") == {"page", "panels"}


def test_only_the_commands_know_typer():
    assert rooms_that_know("typer") == {"commands"}


def test_the_settings_that_protect_readers_are_on():
    with (ROOT / ".streamlit" / "config.toml").open("rb") as file:
        config = tomllib.load(file)
    assert config["browser"]["gatherUsageStats"] is False
    assert config["client"]["showErrorDetails"] == "none"
    assert config["client"]["disableDataExport"] is True
    assert config["server"]["enableCORS"] is True
    assert config["server"]["enableXsrfProtection"] is True
    assert config["server"]["maxUploadSize"] == 1
    assert "enableStaticServing" not in config["server"]
    assert config["runner"]["postScriptGC"] is False


def test_the_picture_of_the_rooms_names_each():
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    picture = page.split("```text")[1].split("```")[0]
    shown = {"problems", *picture.replace("/", " ").replace(",", " ").split()}
    folders = {room(path) for path in MODULES if path.name != "__init__.py"}
    assert folders <= {word.strip(";()") for word in shown}
