"""Which module may import which: one way, and Streamlit only at the end."""

import ast
import tomllib
from functools import cache
from graphlib import TopologicalSorter

import pytest
from conftest import ROOT

# The floors of the house: a module imports from its own and from those before it.
DATA = ("problems", "currency", "package", "numerals", "rules", "dataset")
FLOORS = (
    DATA,
    ("measures",),
    ("view",),
    ("words",),
    ("charts",),
    ("files",),
    ("page",),
    ("panels",),
)
# What a person calls, in the order in which one may use another; the page knows
# nothing of it.
COMMANDS = ("new", "comtrade", "commands")
LEVEL = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
LEVEL["dashboard"] = len(FLOORS)
LEVEL |= {room: len(FLOORS) + place for place, room in enumerate(COMMANDS, 1)}


def _modules():
    """Return every module of the project with its tree, by dotted name."""
    modules = {"dashboard": ROOT / "dashboard.py"}
    for path in sorted((ROOT / "components").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        modules[".".join(part for part in parts if part != "__init__")] = path
    return {name: ast.parse(path.read_text("utf-8")) for name, path in modules.items()}


MODULES = _modules()


def imported(name):
    """Return what a module imports, as dotted names of modules."""
    names = set()
    for node in ast.walk(MODULES[name]):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} imports by dots"
            whole = {f"{node.module}.{alias.name}" for alias in node.names}
            names |= {part if part in MODULES else node.module for part in whole}
    return names


GRAPH = {name: (imported(name) & {*MODULES}) - {name} for name in MODULES}


def room(name):
    """Return the part of the house in which a module is; its own name at the top."""
    return name.removeprefix("components.").split(".")[0]


# The package itself holds the version and nothing else.
ROOMS = {name: room(name) for name in MODULES if name != "components"}


def test_every_module_has_a_place():
    assert {*ROOMS.values()} == {*LEVEL}
    assert not GRAPH["components"]


def test_no_module_imports_itself_by_way_of_others():
    assert len([*TopologicalSorter(GRAPH).static_order()]) == len(MODULES)


def test_no_room_imports_itself_by_way_of_others():
    between = {
        part: {
            ROOMS[other]
            for name in ROOMS
            if ROOMS[name] == part
            for other in GRAPH[name] & {*ROOMS}
        }
        - {part}
        for part in ROOMS.values()
    }
    assert [*TopologicalSorter(between).static_order()]


@pytest.mark.parametrize("name", ROOMS)
def test_imports_point_one_way(name):
    others = {ROOMS[other] for other in GRAPH[name] & {*ROOMS}} - {ROOMS[name]}
    assert not {part for part in others if LEVEL[part] > LEVEL[ROOMS[name]]}


@cache
def storeys(floor):
    """Return how many floors the imports of one pass through, itself among them."""
    below = {
        LEVEL[ROOMS[other]]
        for name in ROOMS
        if LEVEL.get(ROOMS[name]) == floor
        for other in GRAPH[name] & {*ROOMS}
    } - {floor}
    return 1 + max(map(storeys, below), default=0)


def test_no_import_passes_through_more_than_eight_floors_below_the_page():
    assert len(FLOORS) == 8
    assert max(map(storeys, range(len(FLOORS)))) <= 8


def rooms_that_know(library):
    return {
        ROOMS[name]
        for name in ROOMS
        if any(other.split(".")[0] == library for other in imported(name))
    }


def test_only_the_page_its_panels_and_the_dashboard_know_streamlit():
    assert rooms_that_know("streamlit") == {"page", "panels", "dashboard"}


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
    shown = {*picture.replace("/", " ").replace(",", " ").split()}
    assert {*LEVEL} - {"dashboard"} <= {word.strip(";()") for word in shown}
