"""UN Comtrade through its own client, on answers made in its real format."""

import json
from datetime import date

import comtradeapicall
import pytest
import urllib3
from comtradeapicall import Metadata

from components.comtrade import rows
from components.comtrade.__main__ import main, years
from components.comtrade.calls import PAUSES, Comtrade, ComtradeError
from components.dataset import load

CODES = {"AAA": 901, "BBB": 902}
REFERENCE = {
    "results": [
        {"country_area_code": code, "iso3": iso, "country_area": iso}
        for iso, code in CODES.items()
    ]
}


def record(reporter, partner, flow, year, value, **more):
    """Return a record with the columns that the service sends."""
    imports = flow == "M"
    return {
        "typeCode": "C",
        "freqCode": "A",
        "refPeriodId": int(f"{year}0101"),
        "refYear": year,
        "refMonth": 52,
        "period": str(year),
        "reporterCode": reporter,
        "reporterISO": None,
        "reporterDesc": None,
        "flowCode": flow,
        "flowDesc": None,
        "partnerCode": partner,
        "partnerISO": None,
        "partnerDesc": None,
        "partner2Code": 0,
        "classificationCode": "H5",
        "classificationSearchCode": "HS",
        "isOriginalClassification": True,
        "cmdCode": "TOTAL",
        "cmdDesc": None,
        "aggrLevel": 0,
        "isLeaf": False,
        "customsCode": "C00",
        "mosCode": "0",
        "motCode": 0,
        "qtyUnitCode": -1,
        "qty": 0,
        "netWgt": 0,
        "cifvalue": value if imports else None,
        "fobvalue": None if imports else value,
        "primaryValue": value,
        "legacyEstimationFlag": 0,
        "isReported": False,
        "isAggregate": True,
        **more,
    }


class Service:
    """Stands in for the network: answers as the service does, or fails."""

    def __init__(self):
        self.records = [
            record(901, 902, "M", 2019, 1500.5),
            record(901, 902, "X", 2019, 2000),
            record(901, 902, "RX", 2019, 7),
            record(902, 901, "M", 2020, 0.0, cifvalue=None, fobvalue=0.0),
        ]
        self.available = {901: [2019, 2020], 902: [2020]}
        self.asked = []
        self.failures = 0

    def request(self, method, url, fields=None, timeout=None):
        self.asked.append((url, fields))
        if self.failures:
            self.failures -= 1
            raise urllib3.exceptions.NewConnectionError(None, f"no route to {fields}")
        fields = fields or {}
        if url.endswith("country_area_code_iso.json"):
            return self._answer(REFERENCE)
        wanted = fields["period"].split(",")
        reporter = int(fields["reportercode"])
        if "getDa" in url:
            data = [
                {"datasetCode": 1, "reporterCode": reporter, "period": year}
                for year in self.available[reporter]
                if str(year) in wanted
            ]
        else:
            assert fields["cmdCode"] == "TOTAL"
            data = [
                item
                for item in self.records
                if item["reporterCode"] == reporter and item["period"] in wanted
            ]
        return self._answer(
            {"elapsedTime": "0.1 secs", "count": len(data), "data": data}
        )

    @staticmethod
    def _answer(content, status=200):
        return urllib3.HTTPResponse(
            body=json.dumps(content).encode(), status=status, preload_content=True
        )


@pytest.fixture
def service(monkeypatch):
    found = Service()

    class Pool:
        request = staticmethod(found.request)

    monkeypatch.setattr(urllib3, "PoolManager", Pool)
    assert Metadata.urllib3 is urllib3
    return found


class Day(date):
    """A calendar that stands still, whatever the hour of the test."""

    @classmethod
    def today(cls):
        return cls(2022, 2, 3)


@pytest.fixture
def run(service, monkeypatch):
    monkeypatch.setattr("components.comtrade.__main__.date", Day)
    pauses = []

    def command(folder, *arguments, key=None):
        connect = lambda given: Comtrade(given, comtradeapicall, pauses.append)  # noqa: E731
        return main([str(folder), "--years", "2019-2020", *arguments], connect)

    command.pauses = pauses
    return command


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_both_reporters_and_directions_become_readings(package, run, capsys):
    folder = package()
    assert run(folder) == 0
    dataset = load(folder)
    found = dataset.readings[dataset.readings["source_id"].eq(rows.SOURCE)]
    told = found.set_index("reading_id")[["value", "exporter", "importer"]]
    assert told.to_dict("index") == {
        "COMTRADE-AAA-M-2019": {"value": 1500.5, "exporter": "BBB", "importer": "AAA"},
        "COMTRADE-AAA-X-2019": {"value": 2000, "exporter": "AAA", "importer": "BBB"},
        "COMTRADE-BBB-M-2020": {"value": 0, "exporter": "AAA", "importer": "BBB"},
    }
    assert "Rows: 11 added" in capsys.readouterr().out


def test_every_row_says_where_it_is_from(package, run):
    folder = package()
    run(folder)
    dataset = load(folder)
    notes = dataset.readings.set_index("reading_id")["note"]
    note = notes["COMTRADE-AAA-M-2019"]
    assert note.startswith(
        "Reporter AAA; imports, CIF; classification H5. Retrieved on"
    )
    assert "Retrieved on 2022-02-03 from UN Comtrade (preview) with comtrade" in note
    assert "exports, FOB;" in notes["COMTRADE-AAA-X-2019"]
    # What the record itself values FOB is not called CIF because it is an import.
    assert "imports, FOB;" in notes["COMTRADE-BBB-M-2020"]
    stated = dataset.readings.set_index("reading_id")["stated_by"]
    assert stated["COMTRADE-AAA-M-2019"] == "UN Comtrade, reported by Aland"


def test_years_without_a_report_are_evidence_and_not_zero(package, run):
    folder = package()
    run(folder)
    evidence = load(folder).evidence
    ours = evidence[evidence["source_id"].eq(rows.SOURCE)]
    told = {
        (row.body, row.year): (row.state, row.note.split(" Retrieved")[0])
        for row in ours.itertuples()
    }
    aland, beeland = (
        "UN Comtrade, reported by Aland",
        "UN Comtrade, reported by Beeland",
    )
    assert told == {
        (aland, 2019): ("reported", "A value for imports and exports."),
        (aland, 2020): (
            "not reported",
            "The reporter's data for the year do not name Beeland.",
        ),
        (beeland, 2019): (
            "not reported",
            "The reporter sent no data for the year.",
        ),
        (beeland, 2020): ("reported", "A value for imports; none for exports."),
    }


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


def test_a_second_run_changes_nothing(package, run, capsys):
    folder = package()
    run(folder)
    before = files(folder)
    capsys.readouterr()
    assert run(folder) == 0
    assert files(folder) == before
    said = capsys.readouterr().out
    assert "Rows: 0 added, 0 changed, 11 unchanged, 0 kept" in said
    assert "Nothing to write." in said


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
    assert different[0].startswith("COMTRADE-AAA-M-2019,COMTRADE-AAA-M-2019,1700,")


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


def test_a_row_that_a_person_wrote_under_the_same_key_is_kept(package, run):
    body = "UN Comtrade, reported by Aland"

    def change(tables):
        mine = dict(tables["evidence"][0], body=body, year="2019", note="Mine.")
        tables["evidence"].append(mine)

    folder = package(change)
    assert run(folder) == 0
    evidence = load(folder).evidence.set_index(["body", "year"])
    assert evidence.loc[(body, 2019), "note"] == "Mine."


def test_a_dry_run_shows_and_writes_nothing(package, run, capsys):
    folder = package()
    before = files(folder)
    assert run(folder, "--dry-run") == 0
    assert files(folder) == before
    said = capsys.readouterr().out
    assert "readings.csv: COMTRADE-AAA-M-2019: added" in said
    assert "Dry run: nothing was written." in said


def test_a_passing_failure_is_asked_again_with_longer_pauses(package, run, service):
    service.failures = 3
    assert run(package()) == 0
    assert run.pauses == list(PAUSES[:3])


def test_without_a_network_nothing_changes_and_the_message_is_plain(
    package, run, service, capsys
):
    folder = package()
    before = files(folder)
    service.failures = 1000
    assert run(folder) == 1
    assert files(folder) == before
    said = capsys.readouterr().err
    assert "UN Comtrade gave no answer for" in said
    assert "Check the network" in said
    assert "Nothing was changed." in said


def test_a_key_asks_for_all_records_and_is_never_printed(
    package, run, service, monkeypatch, capsys
):
    monkeypatch.setenv("COMTRADE_API_KEY", "s3cr3t")
    assert run(package()) == 0
    data = [(url, fields) for url, fields in service.asked if "/get" in url]
    assert len(data) == 4
    assert all("/data/v1/" in url for url, _ in data)
    assert all(fields["subscription-key"] == "s3cr3t" for _, fields in data)
    service.failures = 1000
    assert run(package()) == 1
    told = capsys.readouterr()
    assert "s3cr3t" not in told.out + told.err


def test_a_package_without_the_concept_is_refused_before_any_call(
    package, run, service, capsys
):
    folder = package()
    assert run(folder, "--concept", "services") == 1
    assert "defines no concept “services”" in capsys.readouterr().err
    assert not service.asked


def test_a_broken_package_is_refused_before_any_call(package, run, service, capsys):
    folder = package(lambda tables: tables["facts"][0].update(series="dreamt"))
    assert run(folder) == 1
    assert "facts.csv, row 2, column series" in capsys.readouterr().err
    assert not service.asked


def test_an_economy_that_the_service_does_not_know_is_named(service):
    with pytest.raises(ComtradeError, match="no reporter with the code ZZZ"):
        Comtrade(None, comtradeapicall).code("ZZZ")


@pytest.mark.parametrize("text", ["1990-1999", "1990"])
def test_years_are_a_range(text):
    assert years(text)[0] == 1990
    assert len(years(text)) == (10 if "-" in text else 1)


@pytest.mark.parametrize("text", ["", "2001-1990", "1800-1900", "soon", "1990-2999"])
def test_years_that_cannot_be_asked_for_are_refused(text):
    with pytest.raises(Exception, match="a range such as"):
        years(text)


def test_many_years_are_asked_for_in_groups(service):
    comtrade = Comtrade(None, comtradeapicall)
    counted = []
    comtrade.answer("901", "902", range(1990, 2020), lambda: counted.append(1))
    assert len(counted) == comtrade.calls(range(1990, 2020)) == 6
    assert max(len(fields["period"].split(",")) for _, fields in service.asked) == 12


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
    def change(tables):
        tables["events"][0]["title"] = "one\u2028two\u0085three"
        tables["readings"][0]["note"] = "one\u2028two"

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
    values = load(folder).readings.set_index("reading_id")["value"]
    assert values["COMTRADE-AAA-M-2019"] == 1700


def test_a_value_that_is_not_sent_any_more_is_not_called_unreported(
    package, run, service
):
    folder = package()
    run(folder)
    del service.records[3]
    assert run(folder) == 0
    evidence = load(folder).evidence.set_index(["body", "year"])["state"]
    assert evidence[("UN Comtrade, reported by Beeland", 2020)] == "reported"


def test_a_value_that_is_no_number_is_refused(package, run, service, capsys):
    service.records[0].update(primaryValue="n/a")
    folder = package()
    before = files(folder)
    assert run(folder) == 1
    assert "sent “n/a” where a value" in capsys.readouterr().err
    assert files(folder) == before
