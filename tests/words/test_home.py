"""Words have one home: what the rooms after it show, they look up there."""

import ast
import re

import pytest
from conftest import ROOT

from components.measures import states
from components.package import model

ROOMS = ("charts", "files", "page", "panels")
FILES = [
    ROOT / "dashboard.py",
    *sorted(
        path for room in ROOMS for path in (ROOT / "components" / room).rglob("*.py")
    ),
]
# Code lists of the data and states of a target are keys.
KEYS = {*states.STATES, *(code for known in model.CODES.values() for code in known)}
WORDS = re.compile(r"[A-Za-z’']{2,}[,;:.]? [A-Za-z’']{2,}")
# Two words in a row that nobody reads as prose.
NO_PROSE = {
    "styles": re.compile(r"[{}]|^@media"),
    "a policy for scripts": re.compile(r"-src |'none'"),
    "headers": re.compile(r"; charset=|max-age="),
    "a place in Plotly": re.compile(r"^(?:top|middle|bottom) (?:left|center|right)$"),
}
EXCEPTIONS = {
    "page/links.py": "labels of earlier versions, which old links name",
    "page/address.py": "an error of a setting, for whoever runs the server",
    "files/tables.py": "parts of file names, which stay the same in any language",
}


def texts(tree):
    """Yield each text of a module with its line; what is filled in is a nought."""
    passed = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.Raise | ast.JoinedStr) or is_file_name(node)
        for part in ast.walk(node)
        if part is not node
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(id(node.value))
    for node in ast.walk(tree):
        if id(node) in passed:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value
        elif isinstance(node, ast.JoinedStr):
            parts = (getattr(part, "value", None) for part in node.values)
            yield (
                node.lineno,
                "".join(part if isinstance(part, str) else "0" for part in parts),
            )


def is_file_name(node):
    return isinstance(node, ast.Call) and ast.unparse(node.func).endswith("file_name")


def without_tags(text):
    return re.sub(r"<[^>]*(?:>|$)", "\n", text)


@pytest.mark.parametrize(
    "path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_what_a_reader_sees_is_written_in_words(path):
    name = path.relative_to(ROOT).as_posix().removeprefix("components/")
    strays = [
        (line, text)
        for line, text in texts(ast.parse(path.read_text("utf-8")))
        if WORDS.search(without_tags(text))
        and text not in KEYS
        and not any(kind.search(text) for kind in NO_PROSE.values())
    ]
    assert bool(strays) == (name in EXCEPTIONS), strays


@pytest.mark.parametrize(
    "path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_what_a_control_is_called_is_looked_up(path):
    called = [
        node.args[0].value
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).startswith("st.")
        and node.args
        and isinstance(node.args[0], ast.Constant)
    ]
    assert not [label for label in called if str(label)[:1].isupper()]


def test_prose_would_be_found():
    tree = ast.parse('st.info(f"There are {count} of them.")\n"""A docstring here."""')
    (prose,) = texts(tree)
    assert prose == (1, "There are 0 of them.")
    assert WORDS.search(prose[1])
    assert WORDS.search(without_tags('<p class="a b">Some words</p>'))
    assert not WORDS.search(without_tags('<p class="one two">0</p>'))
