"""A new package: empty, valid, and explained."""

import json
import re
import shlex
from datetime import date

import pytest
from conftest import EVERY_TABLE, ROOT, TABS, loaded
from pages import opened, shown
from program import program

from components import new
from components.dataset import Economy, chosen_folder, load

FIRST, SECOND = Economy("AAA", "Aland"), Economy("BBB", "Beeland")


@pytest.fixture
def empty(tmp_path):
    folder = tmp_path / "pair"
    new.write_package(folder, FIRST, SECOND, on=date(2022, 2, 3))
    return folder


def test_a_new_package_is_valid_empty_and_named(empty):
    dataset = load(empty)
    assert dataset.title == "Aland–Beeland Trade Trajectory"
    assert [economy.code for economy in dataset.economies] == ["AAA", "BBB"]
    assert all(dataset.table(name).empty for name in EVERY_TABLE)
    assert list(dataset.concepts) == [
        "trade",
        "goods",
        "cooperation",
        "agreement value",
        "documents",
    ]


def test_a_new_package_says_nothing_of_the_pair_that_it_was_modelled_on(empty):
    model = loaded(ROOT / "data")
    words = "\n".join(
        path.read_text("utf-8") for path in sorted(empty.iterdir()) if path.is_file()
    )
    places = {
        place.casefold()
        for place in [*model.readings["stated_in"], *model.agreements["place"]]
        if place and place.isalpha()
    }
    names = {economy.name.casefold() for economy in model.economies}
    codes = {economy.code for economy in model.economies}
    assert len(places) > 2
    # An identifier such as tehran-2, given as an example, tells of a pair as well.
    told = set(re.findall(r"[^\W_]+", words))
    assert not (places | names) & {word.casefold() for word in told}
    assert not codes & told


def test_the_readme_explains_every_column(empty):
    words = (empty / "README.md").read_text("utf-8")
    dataset = load(empty)
    for table in EVERY_TABLE:
        for field in dataset.fields(table):
            assert f"| `{field['name']}` | {field['description']} |" in words
    assert "AAA and BBB in one order or the other" in words
    assert "$" not in re.sub(r"\$\{|`[^`]*`", "", words)


def test_the_first_target_of_the_readme_loads_as_it_stands(empty):
    words = (empty / "README.md").read_text("utf-8")
    for table, rows in re.findall(
        r"`(\w+)\.csv`[^`]*\n\n```csv\n(.*?)```", words, re.S
    ):
        (empty / f"{table}.csv").write_text(rows, "utf-8")
    dataset = load(empty)
    assert dataset.readings["value"].to_list() == [5e9]


@pytest.mark.parametrize("tab", TABS)
def test_the_page_opens_on_it_and_says_what_is_missing(empty, monkeypatch, tab):
    monkeypatch.setenv("TRADE_DATA", str(empty))
    page = opened(ROOT, tab=tab)
    assert not page.exception
    words = shown(page)
    assert "Aland–Beeland Trade Trajectory" in words
    assert "No claimed value and no target has a place on the step chart yet." in words
    assert page.info


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("aaa", "BBB", "three capital letters"),
        ("AAA", "AAA", "must differ"),
        ("AA", "BBB", "three capital letters"),
    ],
)
def test_codes_that_cannot_be_used_are_refused(tmp_path, first, second, said):
    with pytest.raises(new.NewPackageError, match=said):
        new.write_package(
            tmp_path / "x",
            Economy(first, "One"),
            Economy(second, "Two"),
            on=date(2022, 2, 3),
        )
    assert not (tmp_path / "x").exists()


def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path):
    (tmp_path / "mine.txt").write_text("keep", "utf-8")
    with pytest.raises(new.NewPackageError, match="not empty"):
        new.write_package(tmp_path, FIRST, SECOND, on=date(2022, 2, 3))
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(
    "name", [".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep", ".notes"]
)
def test_a_file_that_nobody_sees_does_not_fill_a_folder_and_stays(tmp_path, name):
    (tmp_path / name).write_text("keep", "utf-8")
    assert program("new", tmp_path, "--first", "BOL", "--second", "FJI") == 0
    assert load(tmp_path).readings.empty
    assert (tmp_path / name).read_text("utf-8") == "keep"


def test_a_folder_whose_name_is_hidden_is_no_different(tmp_path):
    folder = tmp_path / ".pair"
    folder.mkdir()
    (folder / "mine.txt").write_text("keep", "utf-8")
    assert program("new", folder, "--first", "BOL", "--second", "FJI") == 1


def test_a_new_package_is_in_the_currency_that_is_asked_for(tmp_path):
    folder = tmp_path / "pair"
    pair = ["--first", "BOL", "--second", "FJI"]
    assert program("new", folder, *pair, "--currency", "EUR") == 0
    assert load(folder).currency == "EUR"
    words = (folder / "README.md").read_text("utf-8")
    assert "T1,First target,target,EUR,2" in words
    assert "EUR (Euro)" in words
    assert not re.search("USD|dollar", words)
    unit = next(item for item in load(folder).fields("facts") if item["name"] == "unit")
    assert unit["constraints"]["enum"] == ["EUR", "percent", "documents"]


@pytest.mark.parametrize("code", ["eur", "XYZ", "€", ""])
def test_a_currency_that_iso_4217_does_not_have_is_refused(tmp_path, capsys, code):
    folder = tmp_path / "pair"
    pair = ["--first", "BOL", "--second", "FJI"]
    assert program("new", folder, *pair, "--currency", code) == 1
    assert "ISO 4217" in capsys.readouterr().err
    assert not folder.exists()


@pytest.mark.parametrize(
    ("codes", "title"),
    [
        (("BOL", "FJI"), "Bolivia–Fiji"),
        (("RUS", "IRN"), "Russia–Iran"),
        (("COD", "COG"), "DR Congo–Republic of the Congo"),
        (("PSE", "FSM"), "Palestine–Micronesia"),
        (("VNM", "KOR"), "Vietnam–South Korea"),
        (("VAT", "VIR"), "Vatican City–US Virgin Islands"),
        (("VGB", "BES"), "British Virgin Islands–Bonaire, Sint Eustatius and Saba"),
    ],
)
def test_a_new_package_has_the_names_that_people_use(tmp_path, codes, title):
    folder = tmp_path / "pair"
    first, second = codes
    assert program("new", folder, "--first", first, "--second", second) == 0
    assert load(folder).title == f"{title} Trade Trajectory"


@pytest.mark.parametrize("name", ["my pair", "pair; rm x", "$HOME", "it’s 'mine'"])
def test_the_line_that_opens_it_can_be_pasted(tmp_path, capsys, monkeypatch, name):
    monkeypatch.setattr("sys.argv", ["a folder/trade-trajectory"])
    folder = tmp_path / name
    assert program("new", folder, "--first", "BOL", "--second", "FJI") == 0
    said, line = capsys.readouterr().out.splitlines()
    assert "README.md says how to fill it" in said
    _, _, command = line.partition(": ")
    assert shlex.split(command) == ["a folder/trade-trajectory", "run", str(folder)]


def test_a_name_that_iso_3166_does_not_have_is_asked_for(tmp_path, capsys):
    folder = tmp_path / "pair"
    assert program("new", folder, "--first", "XAB", "--second", "FJI") == 1
    assert "--first-name" in capsys.readouterr().err
    assert not folder.exists()
    name = ["--first-name", "Atlantis"]
    assert program("new", folder, "--first", "XAB", *name, "--second", "FJI") == 0
    assert load(folder).title == "Atlantis–Fiji Trade Trajectory"


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        ([], {}, "data"),
        ([], {"TRADE_DATA": ""}, "data"),
        ([], {"TRADE_DATA": "env"}, "env"),
        (["--data", "arg"], {"TRADE_DATA": "env"}, "arg"),
        (["--data=arg"], {}, "arg"),
        (["--data"], {}, "data"),
        (["--other", "x", "--data", "arg"], {}, "arg"),
    ],
)
def test_argument_then_environment_then_the_projects_own(
    arguments, environment, expected
):
    assert chosen_folder(arguments, environment).name == expected


def test_the_readme_lists_every_code_that_the_schema_allows(empty):
    words = (empty / "README.md").read_text("utf-8")
    description = json.loads((empty / "datapackage.json").read_text("utf-8"))
    for resource in description["resources"]:
        for field in resource["schema"]["fields"]:
            codes = field.get("constraints", {}).get("enum", [])
            assert f"| {', '.join(f'`{code}`' for code in codes)} |" in words
    for code in ("partly delivered", "implied lapsed", "in force", "money disclosed"):
        assert f"`{code}`" in words
