"""Goods trade from UN Comtrade, as rows of a package, on invented answers."""

import re
import signal
from datetime import date

import pytest
from comtrade_service import files, record, world
from conftest import descriptor, tables, write

from components.commands.comtrade import years
from components.comtrade import update as updating
from components.dataset import load
from components.words import terms

ALAND, BEELAND = "UN Comtrade, Aland as reporter", "UN Comtrade, Beeland as reporter"


def evidence_of(folder):
    """Return state and note of each year of the two reporters, without its day."""
    return {
        (row.body, row.year): (row.state, row.note.split(" Codes:")[0])
        for row in load(folder).evidence.itertuples()
        if row.body in (ALAND, BEELAND)
    }


def values_of(folder):
    """Return the value of each reading that the command wrote."""
    readings = load(folder).readings
    return (
        readings[readings["source_id"].eq(terms.COMTRADE_SOURCE)]
        .set_index("reading_id")["value"]
        .to_dict()
    )


def person_writes(state, note="Mine.", body=ALAND, year="2019"):
    """Return a change of the small package by which a person wrote of a year."""

    def change(found):
        row = {"body": body, "year": year, "state": state, "note": note}
        found["evidence"].append(row | {"source_id": "office"})

    return change


# Rows


def test_both_reporters_and_directions_become_readings(package, run, capsys):
    folder = package()
    assert run(folder) == 0
    found = load(folder).readings
    found = found[found["source_id"].eq(terms.COMTRADE_SOURCE)]
    told = found.set_index("reading_id")[["value", "exporter", "importer"]]
    assert told.to_dict("index") == {
        "COMTRADE-AAA-M-2019": {"value": 1500.5, "exporter": "BBB", "importer": "AAA"},
        "COMTRADE-AAA-X-2019": {"value": 2000, "exporter": "AAA", "importer": "BBB"},
        "COMTRADE-BBB-M-2020": {"value": 0, "exporter": "AAA", "importer": "BBB"},
    }
    assert set(found["concept"]) == {"goods"}
    assert "Rows: 11 added" in capsys.readouterr().out


def test_two_reporters_of_one_flow_are_two_readings_of_one_fact(package, run, service):
    service.records += [record(902, 901, "M", 2019, 2100), world(902, "M", 2019)]
    folder = package()
    assert run(folder) == 0
    dataset = load(folder)
    fact = dataset.fact_of["COMTRADE-AAA-BBB-2019"]
    assert fact["label"] == "Goods from Aland to Beeland, 2019"
    assert fact["headline"] == "COMTRADE-BBB-M-2019"
    readings = dataset.readings[dataset.readings["fact_id"].eq(fact["fact_id"])]
    told = dict(zip(readings["stated_by"], readings["value"], strict=True))
    assert told == {ALAND: 2000, BEELAND: 2100}


def test_the_importers_figure_comes_first_once_it_is_there(
    package, run, service, capsys
):
    folder = package()
    run(folder)
    fact = "COMTRADE-AAA-BBB-2019"
    assert load(folder).fact_of[fact]["headline"] == "COMTRADE-AAA-X-2019"
    path = folder / "facts.csv"
    own = "my own label"
    text = path.read_text("utf-8").replace("Goods from Aland to Beeland, 2019", own)
    path.write_text(text.replace('"my own label"', own), "utf-8")
    service.records += [record(902, 901, "M", 2019, 2100), world(902, "M", 2019)]
    capsys.readouterr()
    assert run(folder) == 0
    found = load(folder).fact_of[fact]
    assert (found["headline"], found["label"]) == ("COMTRADE-BBB-M-2019", own)
    said = capsys.readouterr().out
    assert "changed; headline: COMTRADE-AAA-X-2019 → COMTRADE-BBB-M-2019" in said


def test_a_headline_that_a_person_chose_stays(package, run, service):
    service.records += [record(902, 901, "M", 2019, 2100), world(902, "M", 2019)]
    folder = package()
    run(folder)
    path = folder / "facts.csv"
    text = path.read_text("utf-8")
    chosen = text.replace(",COMTRADE-BBB-M-2019,", ",COMTRADE-AAA-X-2019,")
    assert chosen != text
    path.write_text(chosen, "utf-8")
    before = files(folder)
    assert run(folder) == 0
    assert files(folder) == before


def test_every_row_says_where_it_is_from(package, run):
    folder = package()
    run(folder, today=date(2022, 2, 3))
    readings = load(folder).readings.set_index("reading_id")
    assert re.fullmatch(
        r"Reporter 901 “Aland”; partner 902 “Beeland”; imports, CIF; classification "
        r"H5\. Retrieved on 2022-02-03 from UN Comtrade \(preview\)\. "
        r"Row check [0-9a-f]{8}\.",
        readings["note"]["COMTRADE-AAA-M-2019"],
    )
    assert "; exports, FOB; " in readings["note"]["COMTRADE-AAA-X-2019"]
    # What the record itself values FOB is not called CIF because it is an import.
    assert "; imports, FOB; " in readings["note"]["COMTRADE-BBB-M-2020"]
    row = readings.loc["COMTRADE-AAA-M-2019"]
    assert row["stated_by"] == ALAND
    assert row["period_label"] == "2019 (year as the reporter counts it)"


def test_the_source_says_how_to_ask_again_and_under_which_terms(package, run):
    folder = package()
    run(folder, today=date(2022, 2, 3))
    source = load(folder).source_of[terms.COMTRADE_SOURCE]
    assert source["checked_on"] == "2022-02-03"
    assert "/public/v1/preview/C/A/(classification)?cmdCode=TOTAL&" in source["note"]
    assert terms.COMTRADE in source["note"]


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"cifvalue": 5, "fobvalue": None}, "CIF"),
        ({"cifvalue": 5, "fobvalue": 0.0}, "CIF"),
        ({"cifvalue": 5, "fobvalue": 4}, "CIF"),
        ({"cifvalue": None, "fobvalue": 5}, "FOB"),
        ({"cifvalue": 0.0, "fobvalue": 5}, "FOB"),
        ({"cifvalue": 5, "fobvalue": 5}, "CIF or FOB not stated"),
        ({"cifvalue": None, "fobvalue": None}, "CIF or FOB not stated"),
    ],
)
def test_cif_or_fob_is_what_the_record_has(package, run, service, sent, said):
    service.records[0].update(primaryValue=5, **sent)
    folder = package()
    run(folder)
    notes = load(folder).readings.set_index("reading_id")["note"]
    assert f"; imports, {said}; classification" in notes["COMTRADE-AAA-M-2019"]


def test_years_without_a_value_are_evidence_and_not_zero(package, run):
    folder = package()
    run(folder)
    nothing = "Imports and exports: no total of the reporter came, asked in HS, S1, S2"
    assert evidence_of(folder) == {
        (ALAND, 2019): ("reported", "Imports and exports: a value."),
        (ALAND, 2020): (
            "not reported",
            "Imports and exports: the reporter’s data do not name Beeland.",
        ),
        (BEELAND, 2019): ("nothing found", f"{nothing}, S3, S4."),
        (BEELAND, 2020): (
            "reported",
            "Imports: a value. Exports: the reporter’s data do not name Aland.",
        ),
    }


def test_a_partner_is_not_called_unnamed_where_the_total_is_missing(
    package, run, service
):
    service.records = [world(901, "M", 2019)]
    folder = package()
    run(folder)
    assert evidence_of(folder)[ALAND, 2019] == (
        "not reported",
        "Imports: the reporter’s data do not name Beeland. Exports: no total of the "
        "reporter came, asked in HS; SITC was not asked.",
    )


def test_a_record_without_a_value_is_neither_a_zero_nor_an_absence(
    package, run, service
):
    service.records[0].update(primaryValue=None, cifvalue=None)
    folder = package()
    assert run(folder) == 0
    assert "COMTRADE-AAA-M-2019" not in values_of(folder)
    _, said = evidence_of(folder)[ALAND, 2019]
    assert said == "Imports: a record of Beeland without a value. Exports: a value."


def test_rows_of_persons_stay_byte_for_byte(package, run):
    folder = package()
    path = folder / "readings.csv"
    odd = path.read_bytes().replace(b"Jane Roe, Minister", b'Jane "J" Roe, Minister')
    odd = odd.replace(b'"Jane "J" Roe, Minister"', b'"Jane ""J"" Roe, Minister"')
    path.write_bytes(odd)
    before = files(folder)
    assert run(folder) == 0
    after = files(folder)
    for name, content in before.items():
        assert after[name].startswith(content), name
    assert after["agreements.csv"] == before["agreements.csv"]


# Further runs


def test_a_second_run_changes_nothing(package, run, capsys):
    folder = package()
    run(folder)
    before = files(folder)
    capsys.readouterr()
    assert run(folder) == 0
    assert files(folder) == before
    said = capsys.readouterr().out
    assert "Rows: 0 added, 0 changed, 0 checked again, 11 unchanged, 0 kept." in said
    assert "Nothing to write." in said


def test_a_later_check_that_finds_no_change_leaves_its_day(package, run, capsys):
    folder = package()
    run(folder, today=date(2022, 2, 3))
    before = load(folder)
    capsys.readouterr()
    assert run(folder, today=date(2022, 5, 6)) == 0
    after = load(folder)
    assert after.source_of[terms.COMTRADE_SOURCE]["checked_on"] == "2022-05-06"
    notes = after.evidence.loc[after.evidence["body"].eq(ALAND), "note"]
    assert notes.str.contains("Last asked on 2022-05-06 from").all()
    # A value is as old as the day on which it came.
    assert after.readings.equals(before.readings)
    assert "0 changed, 5 checked again, 6 unchanged" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["--dry-run"]])
def test_a_revised_value_is_told_with_the_old_one(
    package, run, service, capsys, arguments
):
    folder = package()
    run(folder)
    service.records[0].update(primaryValue=1700, cifvalue=1700)
    capsys.readouterr()
    assert run(folder, *arguments) == 0
    said = capsys.readouterr().out
    line = "readings.csv: COMTRADE-AAA-M-2019: changed; value: 1500.5 → 1700"
    assert line in said.splitlines()
    assert values_of(folder)["COMTRADE-AAA-M-2019"] == (1500.5 if arguments else 1700)


def test_a_revised_value_is_refreshed_in_its_place(package, run, service):
    folder = package()
    run(folder)
    lines = (folder / "readings.csv").read_text("utf-8").splitlines()
    service.records[0].update(primaryValue=1700, cifvalue=1700)
    assert run(folder) == 0
    again = (folder / "readings.csv").read_text("utf-8").splitlines()
    assert len(again) == len(lines)
    different = [one for one, other in zip(again, lines, strict=True) if one != other]
    assert len(different) == 1
    assert different[0].startswith("COMTRADE-AAA-M-2019,COMTRADE-BBB-AAA-2019,1700,")


def test_a_value_that_is_not_sent_any_more_is_told_and_kept(
    package, run, service, capsys
):
    folder = package()
    run(folder)
    del service.records[3]
    capsys.readouterr()
    assert run(folder) == 0
    gone = "imports of 2020: not sent any more: COMTRADE-BBB-M-2020 0."
    assert f"{BEELAND}, {gone}" in capsys.readouterr().out
    assert values_of(folder)["COMTRADE-BBB-M-2020"] == 0
    state, said = evidence_of(folder)[BEELAND, 2020]
    assert state == "reported"
    assert said.startswith("Imports: the value in readings.csv is not sent.")
    before = files(folder)
    assert run(folder) == 0
    assert files(folder) == before


@pytest.mark.parametrize(
    ("old", "new"), [(",1500.5,", ",1500.6,"), ("imports, CIF", "imports, I think CIF")]
)
def test_a_row_that_a_person_changed_is_kept(package, run, service, capsys, old, new):
    folder = package()
    run(folder)
    path = folder / "readings.csv"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    before = files(folder)
    service.records[0].update(primaryValue=1700, cifvalue=1700)
    capsys.readouterr()
    assert run(folder) == 0
    assert files(folder) == before
    said = capsys.readouterr().out
    assert "readings.csv: COMTRADE-AAA-M-2019: kept as it is, because a person" in said
    assert "→ 1700" in said


def test_a_dry_run_shows_and_writes_nothing(package, run, capsys):
    folder = package()
    before = files(folder)
    assert run(folder, "--dry-run") == 0
    assert files(folder) == before
    said = capsys.readouterr().out
    assert "readings.csv: COMTRADE-AAA-M-2019: added, 1500.5" in said
    assert "Dry run: nothing was written." in said


# The package that it meets


def test_a_result_takes_the_place_of_not_checked(package, run, capsys):
    folder = package(person_writes("not checked", "The database was not consulted."))
    lines = (folder / "evidence.csv").read_text("utf-8").splitlines()
    assert run(folder) == 0
    assert evidence_of(folder)[ALAND, 2019][0] == "reported"
    after = (folder / "evidence.csv").read_text("utf-8").splitlines()
    assert "was not consulted" not in "".join(after)
    assert after[: len(lines) - 1] == lines[:-1]
    assert "changed; state: not checked → reported" in capsys.readouterr().out


def test_a_year_that_was_not_asked_stays_not_checked(package, run):
    folder = package(person_writes("not checked", year="2018"))
    assert run(folder) == 0
    assert evidence_of(folder)[ALAND, 2018][0] == "not checked"


@pytest.mark.parametrize("state", ["nothing found", "not reported", "cannot exist"])
def test_no_value_is_added_beside_a_person_who_says_that_there_is_none(
    package, run, capsys, state
):
    folder = package(person_writes(state))
    before = files(folder)
    assert run(folder) == 0
    assert values_of(folder) == {"COMTRADE-BBB-M-2020": 0}
    assert (folder / "evidence.csv").read_bytes().startswith(before["evidence.csv"])
    said = capsys.readouterr().out
    why = f"1500.5 not added, because evidence.csv says {state}, written by a person."
    assert f"{ALAND}, imports of 2019: {why}" in said


def test_a_value_that_a_person_copied_is_not_counted_twice(package, run, capsys):
    def change(found):
        mine = next(row for row in found["readings"] if row["reading_id"] == "back-1")
        copy = dict(mine, stated_by=ALAND, reading_id="mine", value="1500")
        copy |= {"period_start": "2019", "period_end": "2019", "period_label": "2019"}
        found["readings"].append(copy)

    folder = package(change)
    assert run(folder) == 0
    assert "COMTRADE-AAA-M-2019" not in values_of(folder)
    said = capsys.readouterr().out
    assert "1500.5 not added, because mine of readings.csv is there." in said
    assert evidence_of(folder)[ALAND, 2019][0] == "reported"


def test_a_year_with_another_value_of_the_body_is_not_called_empty(package, run):
    def change(found):
        mine = dict(found["readings"][3], reading_id="mine", stated_by=BEELAND)
        years = {"period_start": "2019-03-21", "period_end": "2020-03-20"}
        found["readings"].append(mine | years | {"concept": "non-oil goods"})

    folder = package(change)
    assert run(folder) == 0
    assert evidence_of(folder)[BEELAND, 2019][0] == "reported"


def test_a_row_that_a_person_wrote_under_the_same_key_is_kept(package, run):
    folder = package(person_writes("reported"))
    assert run(folder) == 0
    assert evidence_of(folder)[ALAND, 2019] == ("reported", "Mine.")


def test_a_reading_that_a_person_moved_to_a_fact_of_their_own_stays_there(package, run):
    folder = package()
    run(folder)
    own = {"COMTRADE-BBB-AAA-2019": "mine"}
    for name in ("facts.csv", "readings.csv"):
        path, (old, new) = folder / name, *own.items()
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    before = files(folder)
    assert run(folder) == 0
    assert files(folder) == before


def test_a_source_that_says_not_consulted_is_left_alone_and_not_cited(
    package, run, capsys
):
    def change(found):
        old = dict(found["sources"][1], source_id="un-comtrade", checked_on="")
        found["sources"].append(old | {"note": "Not consulted."})
        person_writes("not checked")(found)
        found["evidence"][-1]["source_id"] = "un-comtrade"

    folder = package(change)
    before = files(folder)
    assert run(folder) == 0
    assert (folder / "sources.csv").read_bytes().startswith(before["sources.csv"])
    cited = set(load(folder).evidence["source_id"])
    assert "un-comtrade" not in cited and terms.COMTRADE_SOURCE in cited
    said = capsys.readouterr().out
    assert "sources.csv: nothing cites un-comtrade any more; remove its row." in said


def test_another_name_of_the_body_that_says_not_checked_is_told(package, run, capsys):
    folder = package(person_writes("not checked", body="Comtrade of the UN"))
    assert run(folder) == 0
    said = capsys.readouterr().out
    assert "“Comtrade of the UN” still says not checked for 2019;" in said


def test_what_is_not_known_and_no_longer_holds_is_told(tmp_path, run, capsys):
    unknowns = [
        {"title": "Databases", "text": "UN Comtrade was not searched."},
        {"title": "Years", "text": "No value was found for 2018 to 2020."},
        {"title": "Later", "text": "No value was found for 2021. Trade grew in 2019."},
        {"title": "Basis", "text": "It was never stated. UN Comtrade is a database."},
    ]
    folder = write(tmp_path / "data", tables(), descriptor() | {"unknowns": unknowns})
    assert run(folder) == 0
    said = capsys.readouterr().out
    assert "“Databases” under unknowns no longer holds as it stands: UN Com" in said
    assert (
        "“Years” under unknowns no longer holds as it stands: there is a value" in said
    )
    assert "for 2019, 2020. Write it anew." in said
    assert "“Later”" not in said and "“Basis”" not in said


def test_rows_in_the_form_of_an_earlier_version_are_refused(
    package, run, service, capsys
):
    def change(found):
        old = "COMTRADE-AAA-M-2019"
        fact = next(row for row in found["facts"] if row["fact_id"] == "back")
        reading = next(row for row in found["readings"] if row["fact_id"] == "back")
        found["facts"].append(dict(fact, fact_id=old, headline=old, step=""))
        found["readings"].append(dict(reading, fact_id=old, reading_id=old))

    folder = package(change)
    before = files(folder)
    assert run(folder) == 1
    assert files(folder) == before
    assert "1 rows in the form of an earlier version" in capsys.readouterr().err
    assert not service.asked


def test_a_package_without_the_concept_is_refused_before_any_call(
    tmp_path, run, service, capsys
):
    found = descriptor()
    found["concepts"] = [
        dict(item, name="wares") if item["name"] == "goods" else item
        for item in found["concepts"]
    ]
    folder = write(tmp_path / "data", tables(), found)
    assert run(folder) == 1
    assert "defines no concept “goods”" in capsys.readouterr().err
    assert not service.asked


def test_a_broken_package_is_refused_before_any_call(package, run, service, capsys):
    folder = package(lambda found: found["facts"][0].update(series="dreamt"))
    assert run(folder) == 1
    assert "facts.csv, row 2, column series" in capsys.readouterr().err
    assert not service.asked


# Files


@pytest.mark.parametrize("text", ["1990-1999", "1990"])
def test_years_are_a_range(text):
    assert years(text)[0] == 1990
    assert len(years(text)) == (10 if "-" in text else 1)


@pytest.mark.parametrize("text", ["", "2001-1990", "1800-1900", "soon", "1990-2999"])
def test_years_that_cannot_be_asked_for_are_refused(text):
    with pytest.raises(Exception, match="a range such as"):
        years(text)


def test_a_file_with_mark_and_windows_line_ends_keeps_both(package, run):
    folder = package()
    path = folder / "readings.csv"
    text = path.read_text("utf-8").replace("\n", "\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + text.encode().removesuffix(b"\r\n"))
    assert run(folder) == 0
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert len(load(folder).readings) == 11


def test_a_letter_that_only_python_takes_for_a_line_end_is_text(package, run):
    def change(found):
        found["events"][0]["title"] = "one\u2028two\u0085three"
        found["readings"][0]["note"] = "one\u2028two"

    folder = package(change)
    assert run(folder) == 0
    assert load(folder).readings["note"][0] == "one\u2028two"


def test_a_spreadsheet_that_writes_truths_in_capitals_freezes_nothing(
    package, run, service
):
    folder = package()
    run(folder)
    path = folder / "readings.csv"
    path.write_text(path.read_text("utf-8").replace(",true,", ",TRUE,"), "utf-8")
    service.records[0].update(primaryValue=1700, cifvalue=1700)
    assert run(folder) == 0
    assert values_of(folder)["COMTRADE-AAA-M-2019"] == 1700


def test_ctrl_c_while_waiting_writes_nothing(package, run, service, capsys):
    folder = package()
    before = files(folder)
    service.failures = [KeyboardInterrupt()]
    assert run(folder) == 130
    assert files(folder) == before
    assert "Stopped. No file was left half written." in capsys.readouterr().err


def test_ctrl_c_while_writing_waits_until_all_files_are_in_place(
    package, run, monkeypatch
):
    folder = package()
    replace = updating.os.replace

    def interrupted(*paths):
        replace(*paths)
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(updating.os, "replace", interrupted)
    handler = signal.getsignal(signal.SIGINT)
    assert run(folder) == 130
    assert len(values_of(folder)) == 3
    assert not list(folder.glob("*.new"))
    assert signal.getsignal(signal.SIGINT) is handler
