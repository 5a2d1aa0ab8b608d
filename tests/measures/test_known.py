"""The package as it could be known on a day: nothing that was said later."""

import json
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from invented import agreement, claimed, event, looked_for, package, published, target
from tiers import few, first_of

from components import rules
from components.dataset import OPTIONAL_TABLES, TABLES, load, records
from components.measures.known import RULES, days, known_on, offered
from components.measures.readings import first_day
from components.measures.record import Record
from components.package.model import DATES
from components.rules import last_day

PACKAGES = {
    "data": ROOT / "data",
    "example": ROOT / "tests" / "packages" / "quennaria-sundrift",
}
# The record's own upkeep, and what a statement says of the future or of its source.
EXEMPT = {
    *(("sources", "checked_on"), ("sources", "published_on")),
    *(("readings", "deadline"), ("readings", "period_end")),
    ("readings", "period_start"),
    *(("pledges", "deadline"), ("pledge_sources", "published_on")),
    *(("pledge_values", "period_start"), ("pledge_values", "period_end")),
}
# All but the reading of numbers in words, which no day changes and takes longest.
RULES_OF_ROWS = [rule for rule in rules.RULES if "wordings" not in rule.__name__]


@cache
def loaded(name):
    return load(PACKAGES[name])


@cache
def known(name, day):
    return known_on(loaded(name), day)


@cache
def turns(name):
    """Return the days on which something became known, and the days before them."""
    first, last = offered(loaded(name))
    found = days(loaded(name))
    near = {day - timedelta(days=back) for day in found for back in (0, 1)}
    return sorted(day for day in near if first <= day <= last)


# Between two of these days nothing changes; a test below says so of any.
a_day = st.sampled_from(sorted(PACKAGES)).flatmap(
    lambda name: st.tuples(st.just(name), st.sampled_from(turns(name)))
)


PARTS = 32  # of all days: to replay them takes minutes


def all_days():
    return [(name, day) for name in PACKAGES for day in turns(name)]


# ---------------------------------------------------------------- the rules


@pytest.mark.parametrize("name", [*PACKAGES])
def test_every_table_of_a_package_has_a_rule(name):
    described = json.loads((PACKAGES[name] / "datapackage.json").read_text("utf-8"))
    assert {item["name"] for item in described["resources"]} <= set(RULES)
    assert {*TABLES, *OPTIONAL_TABLES} == set(RULES)


@pytest.mark.parametrize("table", [*TABLES, *OPTIONAL_TABLES])
def test_the_columns_of_a_rule_are_columns_and_every_note_is_undated(table):
    names = {field["name"] for field in loaded("data").fields(table)}
    rule = RULES[table]
    assert {*rule.undated, *filter(None, [rule.own])} <= names
    undated = {"note", "status", "rule", "coded", "not_archived"}
    assert names & undated <= set(rule.undated)


# ---------------------------------------------------------------- every day


def no_row_is_later(name, day):
    """Assert that no cell of a visible row names a day after the one replayed."""
    past = known(name, day)
    for table in past.tables:
        for column in DATES[table]:
            if (table, column) not in EXEMPT:
                for row in records(past.table(table)):
                    cell = row[column]
                    assert not cell or first_day(cell) <= day.isoformat(), row
    printed = {row["source_id"]: row["published_on"] for row in records(past.sources)}
    for table in ("agreements", "events", "evidence"):
        for row in records(past.table(table)):
            on = printed[row["source_id"]]
            assert not on or first_day(on) <= day.isoformat(), row
    for row in records(past.rungs):
        on = printed[row["source_id"]]
        assert not on or first_day(on) <= day.isoformat(), row
    sources = {row["source_id"]: row for row in records(past.pledge_sources)}
    for row in records(past.pledge_values):
        on = sources[row["source_id"]]["published_on"]
        assert on and first_day(on) <= day.isoformat(), row
        assert row["pledge_id"] in set(past.pledges["pledge_id"])
    said = {row["source_id"] for row in records(past.readings)}
    for source_id, on in printed.items():
        is_later = bool(on) and last_day(on) > day.isoformat()
        assert not is_later or source_id in said, source_id


@pytest.mark.parametrize("part", first_of(*range(PARTS)))
def test_on_every_day_of_the_data_no_row_said_later_is_visible(part):
    assert len(all_days()) > 100
    for name, day in all_days()[part::PARTS]:
        no_row_is_later(name, day)


@few(12)
@given(st.data())
def test_any_other_day_is_as_the_last_of_these_before_it(data):
    name = data.draw(st.sampled_from(sorted(PACKAGES)))
    day = data.draw(st.dates(*offered(loaded(name))))
    before = max(turn for turn in turns(name) if turn <= day)
    for table in TABLES:
        one, other = (known(name, item).table(table) for item in (day, before))
        assert one.iloc[:, 0].to_list() == other.iloc[:, 0].to_list()


@few(12)
@given(a_day)
def test_whatever_carries_a_day_that_has_come_is_visible(drawn):
    name, day = drawn
    whole, past = loaded(name), known(name, day)
    printed = {row["source_id"]: row["published_on"] for row in records(whole.sources)}
    for table, key in (("agreements", "agreement_id"), ("events", "event_id")):
        shown = set(past.table(table)[key])
        for row in records(whole.table(table)):
            own, on = row[RULES[table].own], printed[row["source_id"]]
            has_come = all(
                last_day(cell) <= day.isoformat() for cell in (own, on) if cell
            )
            if own and has_come:
                assert row[key] in shown
    shown = set(past.readings["reading_id"])
    for row in records(whole.readings):
        if row["stated_on"] and last_day(row["stated_on"]) <= day.isoformat():
            assert row["reading_id"] in shown


@few(12)
@given(a_day)
def test_what_is_left_is_a_package_that_keeps_the_rules(drawn):
    past = known(*drawn)
    frames = {table: past.table(table) for table in (*TABLES, *OPTIONAL_TABLES)}
    codes = [economy.code for economy in past.economies]
    for rule in RULES_OF_ROWS:
        assert not [*rule(frames, codes)]
    assert set(past.facts["headline"]) <= set(past.readings["reading_id"])
    assert set(past.readings["fact_id"]) == set(past.facts["fact_id"])
    cited = {
        cell
        for table in frames
        if "source_id" in frames[table]
        for cell in frames[table]["source_id"]
    }
    assert cited <= set(past.source_of)
    ids = {"", *past.agreements["agreement_id"]}
    assert set(past.agreements["part_of"]) <= ids if len(past.agreements) else True


@few(12)
@given(a_day)
def test_undated_prose_is_hidden_and_offices_are_those_of_the_day(drawn):
    past = known(*drawn)
    for table, rule in ((name, RULES[name]) for name in past.tables):
        for column in {*rule.undated} & {*past.table(table)}:
            assert not set(past.table(table)[column]) - {""}
    assert not past.unknowns
    for speaker in past.descriptor["speakers"]:
        assert speaker.get("until", "") <= drawn[1].isoformat()


@few(12)
@given(a_day, st.integers(0, 4000))
def test_a_later_day_knows_no_less(drawn, more):
    name, day = drawn
    later = min(day + timedelta(days=more), offered(loaded(name))[1])
    for table in set(TABLES) - {"evidence"}:
        key = loaded(name).table(table).columns[0]
        earlier = set(known(name, day).table(table)[key])
        assert earlier <= set(known(name, later).table(table)[key])


@few(12)
@given(a_day)
def test_every_row_is_visible_later_or_counted_as_undated(drawn):
    name, day = drawn
    past, last = known(name, day), offered(loaded(name))[1]
    for table, count in past.replay.undated_rows.items():
        left_out = len(loaded(name).table(table)) - len(past.table(table))
        assert 0 <= count <= left_out
        assert count >= known(name, last).replay.undated_rows[table]


@pytest.mark.parametrize("name", [*PACKAGES])
def test_the_newest_day_and_a_day_out_of_reach_change_nothing(name):
    whole = loaded(name)
    first, last = offered(whole)
    newest = last + timedelta(days=1)
    assert newest == days(whole)[-1]
    for day in (newest, newest + timedelta(days=9), first - timedelta(days=1)):
        assert known_on(whole, day) is whole
    assert known_on(whole, last) is not whole
    nothing = known_on(whole, first)
    assert not any(len(nothing.table(table)) for table in nothing.tables)


# ---------------------------------------------------------------- worked by hand


@pytest.fixture
def pair(tmp_path):
    """Return a function that loads a package of rows; its sources are of 2021."""

    def made(*rows, printed="2021", **tables):
        folder = package(tmp_path, *rows, **tables)
        file = folder / "sources.csv"
        file.write_text(file.read_text("utf-8").replace(",2021,", f",{printed},"))
        described = json.loads((folder / "datapackage.json").read_text("utf-8"))
        described["created"] = "2025-01-01T00:00:00Z"
        (folder / "datapackage.json").write_text(json.dumps(described), "utf-8")
        return load(folder)

    return made


def shown(dataset, day, table="readings"):
    """Return the first column of the rows that were known on a day."""
    frame = known_on(dataset, date.fromisoformat(day)).table(table)
    return [] if frame.empty else frame.iloc[:, 0].to_list()


def test_a_statement_counts_from_its_day_though_it_was_printed_later(pair):
    found = pair(claimed(1, stated_on="2020-06-05"), printed="2020-06-07")
    assert shown(found, "2020-06-04") == []
    assert shown(found, "2020-06-05") == ["r1"]
    assert shown(found, "2020-06-05", "sources") == ["gazette"]
    assert known_on(found, date(2020, 6, 5)).replay.printed_later == 1
    assert shown(found, "2020-06-07", "sources") == ["gazette", "herald", "office"]


@pytest.mark.parametrize(
    ("stated_on", "printed", "known_from"),
    [
        ("2020", "2021", "2020-12-31"),
        ("2020-02", "2021", "2020-02-29"),
        ("2020", "2020-09-04", "2020-09-04"),
        ("2020", "2020-09", "2020-09-30"),
        ("2020-06-05", "2020", "2020-06-05"),
        ("2020", "2019", "2020-12-31"),
        ("", "2020-09", "2020-09-30"),
        ("2025", "2019", "2025-01-01"),  # in the year in which the record was made
    ],
)
def test_a_month_or_a_year_counts_from_its_end_or_from_the_print_within_it(
    pair, stated_on, printed, known_from
):
    other = claimed(2, 2010, stated_on="2011-01-01")
    found = pair(claimed(1, stated_on=stated_on), other, printed=printed)
    day = date.fromisoformat(known_from)
    before = (day - timedelta(days=1)).isoformat()
    assert "r1" not in shown(found, before)
    assert "r1" in shown(found, known_from)


def test_an_agreement_and_an_event_wait_for_what_was_printed_of_them(pair):
    found = pair(
        claimed(1, stated_on="2010-01-01"),
        agreements=[agreement("2012-03-04")],
        events=[event("2012-03-05")],
        printed="2014-02-03",
    )
    for table in ("agreements", "events"):
        assert shown(found, "2014-02-02", table) == []
        assert len(shown(found, "2014-02-03", table)) == 1


def test_what_nothing_dates_is_left_out_and_counted_until_its_source_was_read(pair):
    found = pair(
        claimed(1, stated_on="2010-01-01"),
        claimed(2, stated_on=""),
        evidence=[looked_for(2015, "not checked")],
        agreements=[agreement("")],
        printed="",
    )
    then = known_on(found, date(2015, 1, 1))
    assert then.readings["reading_id"].to_list() == ["r1"]
    assert then.replay.undated_rows == {
        **{"readings": 1, "agreements": 1, "events": 0, "evidence": 1, "rungs": 0},
        # Of three, one is cited by what was said.
        "sources": 2,
    }
    assert then.replay.rows == 5
    # The sources were read on 1 January 2022.
    assert shown(found, "2022-01-01") == ["r1", "r2"]
    assert len(shown(found, "2022-01-01", "evidence")) == 1


def test_a_status_is_hidden_and_counted_and_no_longer_asked_for(pair):
    found = pair(
        claimed(1, stated_on="2010-01-01"),
        agreements=[agreement("2012-03-04"), agreement("2013-03-04")],
        printed="2011",
    )
    then = known_on(found, date(2012, 12, 1))
    assert then.agreements["status"].to_list() == [""]
    assert then.replay.hidden_cells["agreements", "status"] == 1
    (field,) = [item for item in then.fields("agreements") if item["name"] == "status"]
    assert "required" not in field["constraints"]
    (field,) = [item for item in found.fields("agreements") if item["name"] == "status"]
    assert "required" in field["constraints"]


def test_a_fact_whose_headline_came_later_has_another_by_the_rule_of_the_data(pair):
    def said(value, day, **change):
        return claimed(value, fact_id="f", stated_on=day, **change)

    found = pair(
        said(4, "2023-01-01"),
        said(1, "2020-01-01", questioned="true"),
        said(2, "2020-01-01", stated_by="Not attributed (a report)"),
        said(3, "2020-01-01", period_start="", period_end=""),
        said(5, "2020-01-01"),
    )

    def headline(day):
        return known_on(found, day).facts["headline"].to_list()

    assert headline(date(2019, 12, 31)) == []
    assert headline(date(2022, 12, 31)) == ["r5"]
    assert headline(date(2023, 1, 1)) == ["r1"]


def test_of_a_step_that_no_longer_adds_up_one_direction_stays(pair):
    way = {"series": "recorded", "step": "1", "fact_id": "out"}
    found = pair(
        published(7, stated_on="2023-01-01", exporter="AAA", importer="BBB", **way),
        # What was published first covers another year than the other direction.
        published(
            *(5, 2019), stated_on="2020-01-01", exporter="AAA", importer="BBB", **way
        ),
        published(
            3,
            stated_on="2021-05-01",
            exporter="BBB",
            importer="AAA",
            **way | {"fact_id": "back"},
        ),
    )
    earlier = Record(known_on(found, date(2022, 1, 1))).steps
    assert [[part.value for part in step.parts] for step in earlier] == [[5]]
    later = Record(known_on(found, date(2023, 1, 1))).steps
    assert [[part.value for part in step.parts] for step in later] == [[7, 3]]


def test_what_names_a_row_that_was_not_known_yet_names_nothing_then(pair):
    found = pair(
        claimed(1, stated_on="2010-01-01", fact_id="f1"),
        claimed(2, stated_on="2019-01-01", fact_id="f2"),
        agreements=[agreement("2018-01-01"), agreement("2012-01-01", part_of="a1")],
        events=[event("2012-02-02", doubts="f2")],
        printed="2011",
    )
    then = known_on(found, date(2015, 1, 1))
    assert then.agreements["part_of"].to_list() == [""]
    assert then.events["doubts"].to_list() == [""]
    assert found.agreements["part_of"].to_list() == ["", "a1"]


def test_a_row_that_needs_one_that_was_not_known_yet_is_left_out(pair):
    found = pair(
        claimed(1, stated_on="2010-01-01"),
        agreements=[
            agreement("2012-01-01", part_of="a2"),
            agreement("2012-01-01", part_of="a3"),
            agreement("2018-01-01"),
        ],
        printed="2011",
    )
    described = json.loads(json.dumps(dict(found.descriptor)))
    for resource in described["resources"]:
        for field in resource["schema"]["fields"]:
            if field["name"] == "part_of":
                field["constraints"] = {"required": True}
    needy = replace(found, descriptor=described)
    assert shown(found, "2015-01-01", "agreements") == ["a1", "a2"]
    # The first needs the second, and that one the third.
    assert shown(needy, "2015-01-01", "agreements") == []


def test_a_target_that_starts_from_a_value_waits_for_it(pair):
    aim = {"base_reading": "base", "deadline": "2020", "stated_on": "2015-06-01"}
    found = pair(
        target(2, kind="multiple", fact_id="double", reading_id="double", **aim),
        target(3e7, kind="increase", fact_id="more", reading_id="more", **aim),
        # A target that is whole without the value that it was said of.
        target(
            5, kind="growth", unit="percent", fact_id="growth", reading_id="g", **aim
        ),
        claimed(9e7, 2014, reading_id="base", fact_id="base", stated_on="2018-02-01"),
    )
    then = known_on(found, date(2017, 1, 1))
    assert then.readings["reading_id"].to_list() == ["g"]
    assert then.readings["base_reading"].to_list() == [""]
    assert then.facts["fact_id"].to_list() == ["growth"]
    assert then.replay.undated_rows["readings"] == 0
    assert [aim.reading_id for aim in Record(then).aims] == ["g"]
    later = known_on(found, date(2018, 2, 1))
    assert later.readings["base_reading"].to_list() == ["base"] * 3 + [""]
    (double,) = Record(later).readings_of(["double"])
    assert (double.value, double.base.reading_id) == (1.8e8, "base")


def test_an_office_is_left_when_it_was_left(pair):
    speaker = {"name": "Jane Roe, Minister", "surname": "Roe", "office": "minister"}
    speaker |= {"economy": "AAA", "until": "2021-05-01"}
    found = pair(claimed(1, stated_on="2020-01-01"), speakers=[speaker])

    def until(day):
        (known_then,) = known_on(found, day).descriptor["speakers"]
        return known_then.get("until")

    assert until(date(2021, 4, 30)) is None
    assert until(date(2021, 5, 1)) == "2021-05-01"


def test_verdicts_and_days_count_from_the_day(pair):
    found = pair(
        claimed(3, 2015, stated_on="2016-01-01"),
        claimed(9, 2017, stated_on="2018-02-01"),
        target(5, stated_on="2015-06-01", step="1"),
    )
    states = {year: Record(known_on(found, date(year, 6, 1))) for year in (2017, 2018)}
    for record in states.values():
        assert record.day(date(2030, 1, 1)) == record.dataset.replay.day
    assert Record(found).day(date(2030, 1, 1)) == date(2030, 1, 1)
    fates = {
        year: record.fates(record.day(date.max))[0].claimed.state
        for year, record in states.items()
    }
    assert fates == {2017: "not reached, no deadline", 2018: "reached, no deadline"}


def test_a_package_without_rows_has_no_day_to_replay(pair):
    found = pair()
    assert offered(replace(found, sources=found.sources.iloc[:0])) is None
    described = {k: v for k, v in found.descriptor.items() if k != "created"}
    empty = replace(found, descriptor=described, sources=found.sources.iloc[:0])
    assert offered(empty) is None
    assert known_on(empty, date(2020, 1, 1)) is empty
