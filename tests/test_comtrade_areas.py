"""Areas and classifications of UN Comtrade, which change with the years."""

import pytest
from comtrade_service import area, files, record, world
from conftest import descriptor, tables, write
from test_comtrade import ALAND, BEELAND, evidence_of, values_of

from components.comtrade.areas import areas_of
from components.comtrade.calls import ComtradeError
from components.dataset import load


def questions(service, reporter="901"):
    """Return classification and years of each question to a reporter."""
    return [
        (path.split("/")[-1], fields["period"])
        for path, fields in service.asked
        if reporter in fields.get("reporterCode", "").split(",")
    ]


# Before HS


def test_years_before_hs_are_asked_in_sitc_alone(package, run, service):
    service.records = [
        record(901, 902, "M", 1970, 5, classificationCode="S1"),
        world(901, "M", 1970, classificationCode="S1"),
    ]
    folder = package()
    assert run(folder, "--years", "1970") == 0
    assert questions(service) == [("S1", "1970")]
    note = load(folder).readings.set_index("reading_id")["note"]
    assert "; classification S1. " in note["COMTRADE-AAA-M-1970"]


def test_a_year_without_hs_is_asked_in_sitc_and_one_with_hs_is_not(
    package, run, service
):
    service.records = [
        record(901, 902, "M", 1990, 5, classificationCode="S3"),
        world(901, "M", 1990, classificationCode="S3"),
        record(901, 902, "M", 1991, 6, classificationCode="H0"),
        world(901, "M", 1991, classificationCode="H0"),
        # What is there in both is counted once, in HS.
        record(901, 902, "M", 1991, 7, classificationCode="S3"),
    ]
    folder = package()
    assert run(folder, "--years", "1990-1991") == 0
    assert values_of(folder) == {"COMTRADE-AAA-M-1990": 5, "COMTRADE-AAA-M-1991": 6}
    asked = [("HS", "1990,1991"), ("S1", "1990"), ("S2", "1990"), ("S3", "1990")]
    assert questions(service) == asked


def test_the_edition_that_the_reporter_used_comes_before_a_converted_one(
    package, run, service
):
    converted = {"classificationCode": "S1", "isOriginalClassification": False}
    for year in (1980, 1981):
        service.records += [
            record(901, 902, "M", year, 4, **converted),
            world(901, "M", year, **converted),
        ]
    service.records += [
        record(901, 902, "M", 1980, 5, classificationCode="S2"),
        world(901, "M", 1980, classificationCode="S2"),
    ]
    folder = package()
    assert run(folder, "--years", "1980-1981") == 0
    assert values_of(folder) == {"COMTRADE-AAA-M-1980": 5, "COMTRADE-AAA-M-1981": 4}
    notes = load(folder).readings.set_index("reading_id")["note"]
    assert "; classification S2. " in notes["COMTRADE-AAA-M-1980"]
    assert "; classification S1 (converted). " in notes["COMTRADE-AAA-M-1981"]


def test_a_year_without_anything_names_every_classification_that_was_asked(
    package, run
):
    folder = package()
    assert run(folder, "--years", "1987-1988") == 0
    evidence = evidence_of(folder)
    nothing = "Imports and exports: no total of the reporter came, asked in"
    assert evidence[ALAND, 1987] == ("nothing found", f"{nothing} S1, S2, S3, S4.")
    assert evidence[ALAND, 1988] == ("nothing found", f"{nothing} HS, S1, S2, S3, S4.")


def test_many_years_are_asked_for_in_groups_of_twelve(package, run, service):
    assert run(package(), "--years", "1990-2019") == 0
    counts = [len(period.split(",")) for name, period in questions(service)]
    assert max(counts) == 12
    in_hs = [period for name, period in questions(service) if name == "HS"]
    assert ",".join(in_hs) == ",".join(map(str, range(1990, 2020)))


# Several areas


@pytest.fixture
def changed(service):
    """Let Aland be Aland-Cland to 1998, and itself from 1999."""
    for areas in service.areas.values():
        areas[0]["entryEffectiveDate"] = "1999-01-01T00:00:00"
    service.add_area(903, "AAA", "Aland-Cland (...1998)", last=1998)
    service.records = [
        record(903, 902, "X", 1998, 5, reporterDesc="Aland-Cland (...1998)"),
        world(903, "X", 1998),
        record(901, 902, "X", 1999, 6),
        world(901, "X", 1999),
        record(902, 903, "M", 1998, 7, partnerDesc="Aland-Cland (...1998)"),
        world(902, "M", 1998),
    ]
    return service


def test_each_area_of_an_economy_is_asked_and_named(package, run, changed, capsys):
    folder = package()
    assert run(folder, "--years", "1998-1999") == 0
    assert values_of(folder) == {
        "COMTRADE-AAA-X-1998": 5,
        "COMTRADE-AAA-X-1999": 6,
        "COMTRADE-BBB-M-1998": 7,
    }
    dataset = load(folder)
    notes = dataset.readings.set_index("reading_id")["note"]
    assert "Reporter 903 “Aland-Cland (...1998)”;" in notes["COMTRADE-AAA-X-1998"]
    assert "partner 903 “Aland-Cland (...1998)”;" in notes["COMTRADE-BBB-M-1998"]
    labels = {name: fact["label"] for name, fact in dataset.fact_of.items()}
    assert labels["COMTRADE-AAA-BBB-1998"] == (
        "Goods from Aland (as Aland-Cland to 1998) to Beeland, 1998"
    )
    assert labels["COMTRADE-AAA-BBB-1999"] == "Goods from Aland to Beeland, 1999"
    said = capsys.readouterr().out
    assert "901 “Aland” from 1999; 903 “Aland-Cland (...1998)”; partner 902" in said
    evidence = dataset.evidence[dataset.evidence["body"].eq(BEELAND)]
    assert evidence["note"].str.contains("Codes: reporter 902; partner 901, 903.").all()


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_records_for_one_year_and_flow_none_is_taken_and_both_are_told(
    package, run, service, capsys, order
):
    service.add_area(903, "BBB", "Beeland (...2019)", last=2019)
    two = [record(901, 902, "M", 2019, 150), record(901, 903, "M", 2019, 700)]
    service.records = [*two[::order], world(901, "M", 2019)]
    folder = package()
    assert run(folder) == 0
    assert not values_of(folder)
    state, said = evidence_of(folder)[ALAND, 2019]
    assert state == "reported"
    assert said.startswith("Imports: several records and none taken, ")
    told = capsys.readouterr().out
    for words in ("with 902 “Beeland” 150", "with 903 “Area 903” 700"):
        assert words in said and words in told
    before = files(folder)
    service.records.reverse()
    assert run(folder) == 0
    assert files(folder) == before


def test_the_same_record_sent_twice_is_one(package, run, service):
    service.records.append(dict(service.records[0]))
    folder = package()
    assert run(folder) == 0
    assert values_of(folder)["COMTRADE-AAA-M-2019"] == 1500.5


def test_years_in_which_no_code_is_valid_are_not_asked_and_said(
    package, run, service, capsys
):
    for areas in service.areas.values():
        areas[0]["entryEffectiveDate"] = "2020-07-09T00:00:00"
    folder = package()
    assert run(folder) == 0
    assert questions(service)[0] == ("HS", "2020")
    why = "Not asked: UN Comtrade has no code of Aland that is valid in the year"
    state, said = evidence_of(folder)[ALAND, 2019]
    assert (state, said.split(" (")[0]) == ("cannot exist", why)
    assert evidence_of(folder)[BEELAND, 2019][0] == "cannot exist"
    assert "2019 not asked, no code is valid." in capsys.readouterr().out


def test_an_economy_that_does_not_report_is_still_a_partner(package, run, service):
    del service.areas["Reporters"][1]
    folder = package()
    assert run(folder) == 0
    assert evidence_of(folder)[BEELAND, 2020][0] == "cannot exist"
    assert set(values_of(folder)) == {"COMTRADE-AAA-M-2019", "COMTRADE-AAA-X-2019"}


def test_an_economy_that_the_service_does_not_know_is_named(
    package, run, service, capsys
):
    for areas in service.areas.values():
        del areas[1]
    folder = package()
    assert run(folder) == 1
    assert "has no area with the code BBB. Correct the code" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("code", "iso", "name"),
    [("TWN", "S19", "Other Asia, nes"), ("XKX", "_KS", "Kosovo")],
)
def test_an_economy_kept_under_a_code_of_another_kind_is_found(
    tmp_path, run, service, code, iso, name
):
    economies = [{"code": code, "name": "Here"}, {"code": "BBB", "name": "Beeland"}]
    rows = tables()
    for row in rows["readings"]:
        for end in ("exporter", "importer"):
            row[end] = code if row.get(end) == "AAA" else row.get(end, "")
    package = descriptor() | {"economies": economies}
    folder = write(tmp_path / "data", rows, package)
    service.add_area(904, iso, name)
    service.records = [record(902, 904, "M", 2019, 5), world(902, "M", 2019)]
    assert run(folder) == 0
    label = load(folder).fact_of[f"COMTRADE-{code}-BBB-2019"]["label"]
    assert label == f"Goods from Here (as {name}) to Beeland, 2019"


def test_every_form_of_the_list_of_areas_is_read():
    simple = {"country_area_code": 905, "iso3": "AAA ", "country_area": "Old (...1990)"}
    group = area("Reporters", 906, "AAA", "A group") | {"isGroup": True}
    areas = areas_of("AAA", [simple, group, area("partnerAreas", 901, "AAA", "Aland")])
    assert [(item.code, item.last) for item in areas] == [(901, None), (905, 1990)]
    assert areas[1].without_end == "Old to 1990"


@pytest.mark.parametrize("row", [{}, {"reporterCode": "x"}, {"PartnerCode": 4}])
def test_a_list_in_an_unknown_form_is_refused(row):
    with pytest.raises(ComtradeError, match="in an unknown form"):
        areas_of("AAA", [row])
