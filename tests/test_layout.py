"""Which module may import which: one way, and Streamlit only at the end."""

import ast
import tomllib
from pathlib import Path

import pytest
from conftest import ROOT

ORDER = [
    "problems",
    "package",
    "numerals",
    "descriptor",
    "package",
    "rules",
    "dataset",
    "measures",
    "pace",
    "series",
    "listings",
    "wording",
    "sentences",
    "claims",
    "passports",
    "citations",
    "captions",
    "charts",
    "figures",
    "markup",
    "export",
    "panels",
]
# Each is run by itself, and nothing imports it.
COMMANDS = ["check", "comtrade", "new"]
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


def own_name(path: Path) -> str:
    return path.relative_to(ROOT / "components").parts[0].split(".")[0]


def place(path: Path) -> int:
    return [*ORDER, *COMMANDS].index(own_name(path))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_imports_point_one_way(path):
    if path == ROOT / "components" / "__init__.py":
        return
    names = [name.split(".")[1] for name in imported(path) if "components." in name]
    ours = [name for name in names if name != "__version__"]
    own = own_name(path)
    assert not [name for name in ours if name in COMMANDS and name != own]
    assert all([*ORDER, *COMMANDS].index(name) <= place(path) for name in ours)


def test_only_panels_and_the_page_know_streamlit():
    knowing = {
        path.relative_to(ROOT).parts[:2]
        for path in MODULES
        if any(name.split(".")[0] == "streamlit" for name in imported(path))
    }
    assert knowing == {("components", "panels")}


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


def test_the_readme_names_the_order_of_imports():
    readme = (ROOT / "README.md").read_text("utf-8")
    arrows = readme.replace("\n", " ").split("`dataset →")[1].split("`")[0].split(" → ")
    assert [name.strip() for name in arrows] == [
        *ORDER[ORDER.index("measures") :],
        "dashboard",
    ]
