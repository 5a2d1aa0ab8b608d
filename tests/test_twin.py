"""The page as one file: the same numbers as the live page, and nothing else's."""

import json
import re
from datetime import date
from html import unescape
from html.parser import HTMLParser
from itertools import product

import pytest
from conftest import ROOT
from test_dashboard import opened, shown
from tiers import each_pair

from components import charts, export, figures, measures, series, wording
from components.dataset import load
from components.export import __main__ as command
from components.export.twin import _in_script

DAY = date(2026, 11, 24)
# The places of view, axis, scale, and whether recorded statistics are shown.
RANGES = (range(3), range(2), range(2), range(2))
NUMBER = re.compile(r"\d[\d,.]*\d|\d")


class Text(HTMLParser):
    """Collects the text of a page, and every address in it."""

    def __init__(self):
        super().__init__()
        self.words, self.addresses, self.skipped = [], [], False

    def handle_starttag(self, tag, attributes):
        self.skipped = tag in ("script", "style")
        found = dict(attributes)
        self.addresses += [found[name] for name in ("href", "src") if name in found]

    def handle_endtag(self, tag):
        self.skipped = False

    def handle_data(self, data):
        if not self.skipped:
            self.words.append(data)


def read(html):
    page = Text()
    page.feed(html)
    return re.sub(r"\s+", " ", " ".join(page.words)), page.addresses


@pytest.fixture(scope="module")
def record():
    return load(ROOT / "data")


@pytest.fixture(scope="module")
def whole(record):
    return export.as_html(record, on=DAY)


@pytest.fixture(scope="module")
def plain(record):
    return export.as_html(record, on=DAY, interactive=False)


def views(html):
    script = html.split("const PAGE=")[1].split(";</script>")[0]
    return json.loads(script)["views"]


def test_every_number_of_the_live_page_stands_in_the_twin(plain):
    words, _ = read(plain)
    there = set(NUMBER.findall(words))
    for tab in ("What can I write?", "Timeline", "Agreements"):
        live = re.sub(r"\]\(<[^>]*>\)", "]", shown(opened(ROOT, tab=tab)))
        # How many of all rows are shown is a word of the live controls.
        missing = set(NUMBER.findall(live)) - there
        assert not missing, (tab, sorted(missing))


def test_the_twin_has_every_view(whole):
    assert set(views(whole)) == {
        "-".join(map(str, place)) for place in product(*RANGES)
    }


@pytest.mark.parametrize(("view", "axis", "scale", "recorded"), each_pair(*RANGES))
def test_every_view_draws_the_same_numbers_as_the_live_page(
    whole, view, axis, scale, recorded
):
    page = opened(
        ROOT,
        view=series.VIEWS[view],
        axis=series.AXES[axis],
        recorded="true" if recorded else "false",
        **{"time_scale" if axis else "scale": series.SCALES[scale]},
    )
    twin = views(whole)[f"{view}-{axis}-{scale}-{recorded}"]
    live = next(
        chart.proto
        for chart in page.get("plotly_chart")
        if chart.proto.id.endswith("-trajectory")
    )
    assert live.alt == twin["alt"]
    drawn = json.loads(live.spec)["data"]
    assert len(drawn) == len(twin["figure"]["data"])
    for one, other in zip(drawn, twin["figure"]["data"], strict=True):
        for part in ("x", "y", "hovertext", "text", "customdata"):
            assert one.get(part) == other.get(part), part


def test_every_reading_and_agreement_has_its_row(record, plain):
    facts = record.facts["fact_id"].to_list()
    for reading in measures.readings_of(record, facts):
        row = plain.split(f'<tr id="{reading.reading_id}">')[1].split("</tr>")[0]
        text = unescape(row)
        assert f">{wording.stated(reading)}</td>" in text
        assert reading.note in text
    body = plain.split('<tbody id="agreement-rows">')[1].split("</tbody>")[0]
    assert body.count("<tr>") == len(record.agreements)


def test_the_twin_asks_nothing_of_any_host(whole, record):
    _, addresses = read(whole)
    loaded = re.findall(r"<(?:script|img|link|iframe)[^>]*\b(?:src|href)=", whole)
    assert not loaded
    cited = set(record.sources["url"])
    for address in addresses:
        known = address in cited or address.startswith(("#", "data:application/zip"))
        assert known, address
    assert "default-src 'none'" in unescape(whole)
    assert "connect-src" not in whole


def test_without_the_chart_the_file_is_light_and_says_what_it_lacks(plain, whole):
    assert len(plain.encode()) < 300_000
    assert "leaves the interactive chart out" in plain
    assert "Plotly.react" not in plain.split("<script>")[0]
    assert len(whole) > len(plain)


def test_the_same_package_and_day_give_the_same_bytes(record, whole):
    assert export.as_html(record, on=DAY) == whole
    assert export.as_html(record, on=date(2026, 11, 25)) != whole


def test_a_search_engine_finds_a_dataset(record, plain):
    script = plain.split('<script type="application/ld+json">')[1].split("</script>")[0]
    found = json.loads(script)
    assert (found["@context"], found["@type"]) == ("https://schema.org", "Dataset")
    assert found["name"] == record.title
    assert found["version"] == record.version
    assert found["license"].startswith("https://creativecommons.org/")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d", found["temporalCoverage"])


def test_markup_and_script_ends_in_the_data_stay_text(package):
    evil = "</script><img src=x onerror=alert(1)>"

    def change(rows):
        rows["facts"][0]["label"] = evil
        rows["agreements"][0]["title"] = evil
        rows["agreements"][0]["note"] = "[x](javascript:alert(1))"
        rows["readings"][0]["note"] = evil
        rows["sources"][0]["publisher"] = "<b>Gazette</b>"

    page = export.as_html(load(package(change)), on=DAY)
    assert "<img" not in page
    assert 'href="javascript:' not in page
    assert "<b>Gazette" not in page
    assert page.count("<script") == page.count("</script>")


def test_json_in_a_script_cannot_end_it():
    text = _in_script({"a": "</script>\u2028&"})
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text) == {"a": "</script>\u2028&"}


def test_a_package_without_steps_has_a_twin_too(package):
    def change(rows):
        for fact in rows["facts"]:
            fact["step"] = ""
        rows["agreements"], rows["events"], rows["evidence"] = [], [], []

    page = export.as_html(load(package(change)), on=DAY)
    assert "No reported value and no target has a place on the step chart yet." in page
    assert "This package lists no agreements yet." in page


def test_the_command_writes_one_file_and_states_its_size(package, tmp_path, capsys):
    given = ["--data", str(package()), "--on", "2022-01-01", "--without-chart"]
    assert command.main([str(tmp_path / "site"), *given]) == 0
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["index.html"]
    assert "kB compressed" in capsys.readouterr().out
    assert command.main([str(tmp_path / "page.html"), *given]) == 0
    assert (tmp_path / "page.html").read_text("utf-8").startswith("<!doctype html>")


def test_the_command_refuses_a_broken_package_and_writes_nothing(tmp_path, capsys):
    assert command.main([str(tmp_path / "out"), "--data", str(tmp_path)]) == 1
    assert "datapackage.json" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_light_and_dark_colours_can_be_exchanged_one_for_one(record):
    light = list(vars(charts.LIGHT).values())
    assert len(set(light)) == len(light)
    found = figures.trajectory(
        record, measures.steps(record), figures.View(), charts.LIGHT
    )
    night = found.chart.to_json()
    for one, other in zip(light, vars(charts.DARK).values(), strict=True):
        night = night.replace(one, other)
    assert not any(colour in night for colour in light)
