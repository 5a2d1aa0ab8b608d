"""Broken packages: explained, or loaded; never a traceback.

Each case breaks the small package in one to three places. There are hundreds of
cases, and thousands in the exhaustive tier.
"""

import copy
import json
import shutil
from pathlib import Path

import pytest
from conftest import descriptor, tables, write
from hypothesis import given
from hypothesis import strategies as st

from components.dataset import TABLES, Dataset, load
from components.problems import DataError

NASTY = (
    *("", " ", "nan", "None", "NA", "-", "=1+1", "'", '"', '""', "\\", ";", ",", "\t"),
    *(
        "\n",
        "\r",
        "\x00",
        "\u202e",
        "\u2028",
        "é",
        "日本",
        "🙂",
        "<b>",
        "$x$",
        "[a](b)",
    ),
    *("0", "-1", "1e400", "1" * 400, "1,5", "1.5", "٣", "true", "TRUE", "2022-02-30"),
    *("2022-13", "0000", "9999-12-31", "x" * 100_000, "base-1", "AAA", "gazette"),
)
names = st.sampled_from([f"{table}.csv" for table in TABLES])
nasty = st.one_of(st.sampled_from(NASTY), st.text(max_size=20))
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(max_size=5),
    st.just([]),
    st.just({}),
    st.lists(st.none(), max_size=2),
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    return write(tmp_path_factory.mktemp("whole") / "data", tables(), descriptor())


@pytest.fixture(scope="module")
def changing(tmp_path_factory):
    """Return where each case puts its package, in place of the one before it."""
    return tmp_path_factory.mktemp("changed")


def copied(whole, changing):
    folder = changing / "data"
    shutil.rmtree(folder, ignore_errors=True)
    return shutil.copytree(whole, folder)


def judged(folder):
    """Load a package; hold what a person must be told if it cannot be used."""
    try:
        return load(folder)
    except DataError as error:
        assert error.problems
        for problem in error.problems:
            known = {*(f"{table}.csv" for table in TABLES), "datapackage.json"}
            assert problem.file in known
            assert problem.found.strip()
            assert problem.expected.strip()
            assert problem.remedy.strip()
            assert problem.row is None or problem.row >= 1
            assert len(problem.found) < 1_000
        return error


def cell_changed(draw, lines):
    row = draw(st.integers(0, len(lines) - 1))
    cells = lines[row].split(",")
    cells[draw(st.integers(0, len(cells) - 1))] = draw(nasty)
    lines[row] = ",".join(cells)


def column_dropped(draw, lines):
    place = draw(st.integers(0, lines[0].count(",")))
    for row, line in enumerate(lines):
        cells = line.split(",")
        del cells[place : place + 1]
        lines[row] = ",".join(cells)


def column_doubled(draw, lines):
    place = draw(st.integers(0, lines[0].count(",")))
    for row, line in enumerate(lines):
        cells = line.split(",")
        lines[row] = ",".join([*cells, *cells[place : place + 1]])


def row_dropped(draw, lines):
    del lines[draw(st.integers(0, len(lines) - 1))]


def row_doubled(draw, lines):
    lines.append(lines[draw(st.integers(0, len(lines) - 1))])


def row_cut(draw, lines):
    row = draw(st.integers(0, len(lines) - 1))
    lines[row] = lines[row][: draw(st.integers(0, len(lines[row])))]


def line_put_in(draw, lines):
    lines.insert(draw(st.integers(0, len(lines))), draw(nasty))


CHANGES = (
    *(cell_changed, cell_changed, column_dropped, column_doubled),
    *(row_dropped, row_doubled, row_cut, line_put_in),
)


def as_it_is(content):
    return content


RECODED = (
    as_it_is,
    lambda content: content.replace(b",", b";"),
    lambda content: content.replace(b",", b"\t"),
    lambda content: content.replace(b"\n", b"\r\n"),
    lambda content: content.replace(b"\n", b"\r"),
    lambda content: content.replace(b"\n", b""),
    lambda content: content.replace(b'"', b"'"),
    lambda content: b"\xef\xbb\xbf" + content,
    lambda content: content.decode().encode("utf-16"),
    lambda content: content.decode().encode("utf-16-le"),
    lambda content: content + b"\xff\xfe",
    lambda content: content[: len(content) // 2],
    lambda content: b"",
    lambda content: content + b'"',
    lambda content: b"\x00" * 100,
)


@given(data=st.data())
def test_a_changed_table_is_loaded_or_explained(whole, changing, data):
    folder = copied(whole, changing)
    for _ in range(data.draw(st.integers(1, 3))):
        path = folder / data.draw(names)
        lines = path.read_bytes().decode("utf-8", "replace").split("\n")
        data.draw(st.sampled_from(CHANGES))(data.draw, lines)
        content = "\n".join(lines).encode("utf-8", "surrogatepass")
        path.write_bytes(data.draw(st.sampled_from(RECODED))(content))
    judged(folder)


def places(content, path=()):
    """Yield every place in JSON, by its keys."""
    yield path
    if isinstance(content, dict):
        for key, value in content.items():
            yield from places(value, (*path, key))
    elif isinstance(content, list):
        for number, value in enumerate(content):
            yield from places(value, (*path, number))


DESCRIPTOR = descriptor()
PLACES = [path for path in places(DESCRIPTOR) if path]


@given(data=st.data())
def test_a_changed_description_is_loaded_or_explained(whole, changing, data):
    folder = copied(whole, changing)
    content = copy.deepcopy(DESCRIPTOR)
    for _ in range(data.draw(st.integers(1, 3))):
        *parents, last = data.draw(st.sampled_from(PLACES))
        place = content
        try:
            for key in parents:
                place = place[key]
            if data.draw(st.booleans()):
                # A copy, or a later change would alter what is drawn again.
                place[last] = copy.deepcopy(data.draw(VALUES))
            else:
                del place[last]
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change took the place away
    (folder / "datapackage.json").write_text(json.dumps(content), "utf-8")
    judged(folder)


@pytest.mark.parametrize("name", [*(f"{t}.csv" for t in TABLES), "datapackage.json"])
@pytest.mark.parametrize("kind", ["missing", "folder", "dangling", "loop"])
def test_what_is_no_file_is_explained(whole, changing, name, kind):
    folder = copied(whole, changing)
    path = folder / name
    path.unlink()
    if kind == "folder":
        path.mkdir()
    elif kind == "dangling":
        path.symlink_to(folder / "nowhere")
    elif kind == "loop":
        path.symlink_to(path)
    error = judged(folder)
    assert isinstance(error, DataError)
    assert error.problems[0].file == name


def test_the_whole_package_is_good(whole):
    assert isinstance(judged(whole), Dataset)
    assert Path(whole, "datapackage.json").exists()
