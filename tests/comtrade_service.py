"""A stand-in for UN Comtrade: answers in its own form, on invented economies."""

import json
from datetime import date
from urllib.parse import urlsplit

import pytest
import urllib3
from program import program

from components.commands import comtrade as command
from components.comtrade.calls import Comtrade

WORLD = 0
TODAYS = {901: ("AAA", "Aland"), 902: ("BBB", "Beeland")}


def record(reporter, partner, flow, year, value, **more):
    """Return a record with the columns that the service sends."""
    imports = flow == "M"
    names = {code: name for code, (_, name) in TODAYS.items()} | {WORLD: "World"}
    return {
        "typeCode": "C",
        "freqCode": "A",
        "refPeriodId": int(f"{year}0101"),
        "refYear": year,
        "refMonth": 52,
        "period": str(year),
        "reporterCode": reporter,
        "reporterISO": None,
        "reporterDesc": names.get(reporter, f"Area {reporter}"),
        "flowCode": flow,
        "flowDesc": None,
        "partnerCode": partner,
        "partnerISO": None,
        "partnerDesc": names.get(partner, f"Area {partner}"),
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


def world(reporter, flow, year, **more):
    """Return the record of a reporter's trade with the whole world."""
    return record(reporter, WORLD, flow, year, 900_000_000, **more)


def area(role, code, iso, name, first=1900, last=None):
    """Return a row of the list of reporters or of partners."""
    prefix = "reporter" if role == "Reporters" else "Partner"
    row = {
        "id": code,
        "text": name,
        f"{prefix}Code": code,
        f"{prefix}Desc": name,
        f"{prefix}CodeIsoAlpha3": iso,
        "entryEffectiveDate": f"{first}-01-01T00:00:00",
        "isGroup": False,
    }
    return row | ({"entryExpiredDate": f"{last}-12-31T00:00:00"} if last else {})


class Service:
    """Answers as the service does, with the records it is given, or fails."""

    def __init__(self):
        self.records = [
            record(901, 902, "M", 2019, 1500.5),
            record(901, 902, "X", 2019, 2000),
            record(901, 902, "RX", 2019, 7),
            record(902, 901, "M", 2020, 0.0, cifvalue=None, fobvalue=0.0),
            *(world(901, flow, year) for flow in "MX" for year in (2019, 2020)),
            *(world(902, flow, 2020) for flow in "MX"),
        ]
        self.areas = {
            role: [area(role, code, *names) for code, names in TODAYS.items()]
            for role in ("Reporters", "partnerAreas")
        }
        self.asked = []
        self.failures = []  # what to answer instead, one after another

    def request(self, method, url, fields=None, timeout=None, retries=None):
        """Stand in for the method of a pool of connections."""
        assert method == "GET" and timeout <= 30
        path = urlsplit(url).path
        self.asked.append((path, dict(fields or {})))
        if self.failures:
            failure = self.failures.pop(0)
            if isinstance(failure, BaseException):
                raise failure
            return failure
        if path.startswith("/files/"):
            name = path.split("/")[-1].removesuffix(".json")
            return answered({"more": False, "results": self.areas[name]})
        data = self._found(path.split("/")[-1], fields)
        return answered(
            {"elapsedTime": "0.1 secs", "count": len(data), "data": data, "error": ""}
        )

    def _found(self, classification, fields):
        wanted = {
            name: fields[name].split(",")
            for name in ("reporterCode", "partnerCode", "period", "cmdCode")
        }
        assert len(wanted["period"]) <= 12
        return [
            item
            for item in self.records
            if item["classificationCode"].replace("H", "HS")[:2] == classification
            and all(str(item[name]) in cells for name, cells in wanted.items())
        ]

    def add_area(self, code, iso, name, **more):
        """Let a further area stand for an economy."""
        for role, areas in self.areas.items():
            areas.append(area(role, code, iso, name, **more))


def answered(content, status=200, **headers):
    """Return an answer over HTTP."""
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return urllib3.HTTPResponse(
        body=body, status=status, headers=headers, preload_content=True
    )


class Clock:
    """A clock that only waiting moves on."""

    def __init__(self):
        self.now = 0.0
        self.pauses = []

    def sleep(self, seconds):
        """Move the clock on at once."""
        self.pauses.append(seconds)
        self.now += seconds


@pytest.fixture
def service(monkeypatch):
    """Return what answers instead of the network."""
    found = Service()

    class Pool:
        request = staticmethod(found.request)

    monkeypatch.setattr(urllib3, "PoolManager", Pool)
    return found


@pytest.fixture
def clock():
    """Return the clock of the command."""
    return Clock()


@pytest.fixture
def run(service, clock, monkeypatch):
    """Return a function that runs the command on a folder, on a given day."""

    def command_on(folder, *arguments, today=None):
        wait_by(monkeypatch, clock)
        if today:
            monkeypatch.setattr(command, "date", day_of(today))
        return program("comtrade", folder, "--years", "2019-2020", *arguments)

    return command_on


def wait_by(monkeypatch, clock):
    """Let the command wait by a clock of the test."""

    def connected(key, say):
        return Comtrade(key, clock.sleep, lambda: clock.now, say)

    monkeypatch.setattr(command, "Comtrade", connected)


def day_of(day):
    """Return a class of dates whose today is a given day."""

    class Dates(date):
        @classmethod
        def today(cls):
            return day

    return Dates


def files(folder):
    """Return the content of every file of a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}
