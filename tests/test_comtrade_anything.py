"""Whatever UN Comtrade sends within its own form: rows that agree, and stay."""

import copy
import csv
import io

import pytest
from comtrade_service import TODAYS, WORLD, Clock, Service, area, record, wait_by
from conftest import descriptor, tables, write
from hypothesis import event, given
from hypothesis import strategies as st
from program import program
from tiers import few

from components.comtrade.signature import is_untouched
from components.dataset import load

YEARS = range(1987, 1989)  # before HS, and after it began
NAMES = {code: f"UN Comtrade, {name} as reporter" for code, (_, name) in TODAYS.items()}
EARLIER = 903  # what Aland was until 1987
CLASSIFICATIONS = ("H0", "S1", "S2", "S3", "S4")
some = few(3, 40)  # each case runs the command up to four times
amounts = st.one_of(
    st.integers(0, 10**15),
    st.floats(0, 1e15).map(lambda value: round(value, 3)),
    st.sampled_from([0, 0.0, 1e15, 0.01, None]),
)


@st.composite
def records(draw):
    """Return a record in the service's own form, asked for or not."""
    reporter = draw(st.sampled_from([901, 902, EARLIER]))
    others = [902] if reporter != 902 else [901, EARLIER]
    value = draw(amounts)
    bases = st.sampled_from([value, None, 0.0])
    return record(
        reporter,
        draw(st.sampled_from([*others, WORLD, WORLD])),
        draw(st.sampled_from(["M", "X", "M", "X", "RX", "DX"])),
        draw(st.sampled_from(YEARS)),
        value,
        cifvalue=draw(bases),
        fobvalue=draw(bases),
        classificationCode=draw(st.sampled_from(CLASSIFICATIONS)),
        isOriginalClassification=draw(st.booleans()),
        motCode=draw(st.sampled_from([0, 0, 0, 1000])),
        reporterDesc=draw(st.sampled_from(["A land", "Å; “b”, c", None])),
    )


answers = st.lists(records(), max_size=25)


@st.composite
def writings(draw):
    """Return rows that a person wrote of the same bodies, which agree."""
    evidence, readings = {}, []
    for _ in range(draw(st.integers(0, 4))):
        code, year = draw(st.sampled_from([901, 902])), draw(st.sampled_from(YEARS))
        states = ["reported", "not checked", "nothing found", "not reported"]
        evidence[code, year] = draw(st.sampled_from(states))
    for number in range(draw(st.integers(0, 2))):
        code, year = draw(st.sampled_from([901, 902])), draw(st.sampled_from(YEARS))
        if evidence.get((code, year), "reported") == "reported":
            ends = draw(st.permutations(["AAA", "BBB"]))
            concept = draw(st.sampled_from(["goods", "non-oil goods"]))
            readings.append((f"mine-{number}", code, year, ends, concept))
    return evidence, readings


def filled(written):
    """Return the rows of the small package with those of a person."""
    evidence, readings = written
    rows = tables()
    model = next(row for row in rows["readings"] if row["reading_id"] == "back-1")
    for (code, year), state in evidence.items():
        row = {"body": NAMES[code], "year": str(year), "state": state}
        rows["evidence"].append(row | {"source_id": "office", "note": "Mine."})
    for name, code, year, (exporter, importer), concept in readings:
        own = {"reading_id": name, "stated_by": NAMES[code], "concept": concept}
        when = {"period_start": str(year), "period_end": f"{year}-12"}
        ends = {"exporter": exporter, "importer": importer}
        rows["readings"].append(model | own | when | ends)
    return rows


@pytest.fixture
def ask(monkeypatch):
    """Return a function that runs the command on a folder, given the records."""

    def run(folder, sent):
        service, clock = Service(), Clock()
        service.records = sent
        for role, areas in service.areas.items():
            name = "Aland-Cland (...1987)"
            areas.append(area(role, EARLIER, "AAA", name, last=1987))
        monkeypatch.setattr("urllib3.PoolManager", lambda: service)
        wait_by(monkeypatch, clock)
        return program("comtrade", folder, "--years", f"{YEARS[0]}-{YEARS[-1]}")

    return run


def contents(folder):
    return {path.name: path.read_text("utf-8") for path in folder.glob("*.csv")}


def lines(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def assert_nobodys_rows_changed(before, after):
    """Hold that each row a person wrote still stands, in its place."""
    for name, text in before.items():
        now = lines(after[name])
        for place, row in enumerate(lines(text)):
            if name == "evidence.csv" and row["state"] == "not checked":
                continue
            if name != "facts.csv" and is_untouched(row):
                continue
            if name == "facts.csv" and row["fact_id"].startswith("COMTRADE-"):
                row = row | {"headline": now[place]["headline"]}
            assert now[place] == row


def assert_rows_agree(folder):
    """Hold that no row says what another denies; the check itself is in load()."""
    dataset = load(folder)
    states = {(row.body, row.year): row.state for row in dataset.evidence.itertuples()}
    readings = dataset.readings[dataset.readings["stated_by"].isin(NAMES.values())]
    goods = readings[readings["concept"].eq("goods")]
    year = goods["period_start"].str[:4]
    flows = goods.assign(year=year)[["stated_by", "year", "exporter", "importer"]]
    ours = goods["reading_id"].str.startswith("COMTRADE-")
    # A person may have written one flow twice; the command adds to none.
    assert not (flows.duplicated(keep=False) & ours).any()
    for row in readings.itertuples():
        assert states[row.stated_by, int(row.period_start[:4])] == "reported"
    for row in goods[ours].itertuples():
        fact = dataset.fact_of[row.fact_id]
        assert row.period_start[:4] in fact["label"]
        siblings = goods[goods["fact_id"].eq(row.fact_id)]
        assert len(siblings.drop_duplicates(["exporter", "importer"])) == 1
        assert fact["headline"] in set(siblings["reading_id"])
    for row in dataset.evidence.itertuples():
        # Nobody is called unnamed without a total, and no silence is called data.
        if row.body in NAMES.values() and row.note != "Mine.":
            assert ("do not name" in row.note) <= (row.state != "nothing found")
            assert row.state != "not checked"


@some
@given(written=writings(), first=answers, second=answers)
def test_rows_agree_stay_and_leave_what_persons_wrote(
    tmp_path_factory, ask, capsys, written, first, second
):
    place = tmp_path_factory.mktemp("any") / "data"
    folder = write(place, filled(written), descriptor())
    for sent in (first, second):
        before = contents(folder)
        assert ask(folder, copy.deepcopy(sent)) == 0, capsys.readouterr().err
        after = contents(folder)
        assert_nobodys_rows_changed(before, after)
        assert_rows_agree(folder)
        # The order in which records come says nothing.
        assert ask(folder, copy.deepcopy(sent[::-1])) == 0
        assert contents(folder) == after
        event(f"readings: {after['readings.csv'].count('Row check') > 0}")
        event(f"none taken: {'none taken' in after['evidence.csv']}")
        event(f"gone: {'is not sent' in after['evidence.csv']}")


@some
@given(sent=answers)
def test_a_value_is_added_exactly_where_one_record_has_one(tmp_path_factory, ask, sent):
    folder = write(tmp_path_factory.mktemp("any") / "data", tables(), descriptor())
    assert ask(folder, copy.deepcopy(sent)) == 0
    readings = load(folder).readings
    ours = readings[readings["reading_id"].str.startswith("COMTRADE-")]
    expected = {}
    for reporters in ((901, EARLIER), (902,)):
        for year in YEARS:
            for flow in "MX":
                chosen = _counted(sent, reporters, year, flow)
                if len(chosen) == 1 and None not in chosen.values():
                    code = TODAYS[reporters[0]][0]
                    (value,) = chosen.values()
                    expected[f"COMTRADE-{code}-{flow}-{year}"] = value
    assert dict(zip(ours["reading_id"], ours["value"], strict=True)) == pytest.approx(
        expected
    )


def _counted(sent, reporters, year, flow):
    """Return the values that count, worked out by another way than the command's."""
    of_year = [
        item
        for item in sent
        if item["reporterCode"] in reporters
        and item["period"] == str(year)
        and item["motCode"] == 0
        and item["flowCode"] in "MX"
        and (year >= 1988 or item["classificationCode"] != "H0")
    ]
    rank = {name: place for place, name in enumerate(CLASSIFICATIONS)}

    def place(item):
        return not item["isOriginalClassification"], rank[item["classificationCode"]]

    first = min(map(place, of_year), default=None)
    counts = {}
    for item in of_year:
        if place(item) == first and item["flowCode"] == flow and item["partnerCode"]:
            bases = tuple(item[name] for name in ("cifvalue", "fobvalue"))
            whole = item["reporterCode"], item["partnerCode"], item["primaryValue"]
            counts[(*whole, _basis(item, bases), item["reporterDesc"])] = whole[2]
    return counts


def _basis(item, bases):
    value = item["primaryValue"]
    return tuple(value is not None and basis == value for basis in bases)
