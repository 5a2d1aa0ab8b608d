"""How UN Comtrade is asked: what is believed, how long, and what is said."""

import socket
import threading
from contextlib import contextmanager

import pytest
import urllib3
from comtrade_service import answered, files, record, world
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError, ProtocolError

from components.comtrade import calls
from components.comtrade.calls import KEY, PAUSES, Comtrade, ComtradeError

NO_ROUTE = NewConnectionError(None, "no route")
LIMITED = {"statusCode": 429, "message": "Rate limit is exceeded."}


@pytest.fixture
def refused(package, run, service, capsys):
    """Return a function that holds that nothing is written, and what is said."""

    def held():
        folder = package()
        before = files(folder)
        assert run(folder) == 1
        assert files(folder) == before
        said = capsys.readouterr().err
        assert "Nothing was changed." in said
        assert "Traceback" not in said
        return said

    return held


def after_the_lists(*failures):
    """Return failures that begin with the first question for records."""
    lists = answered({"results": []}), answered({"results": []})
    return [*lists, *failures]


def questions(service):
    return [path for path, _ in service.asked if "/files/" not in path]


# Trust


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({"count": 0, "data": [], "error": "Too busy."}, "error: “Too busy”"),
        ({"data": None}, "no list of records under “data”"),
        ({"count": 0}, "no list of records under “data”"),
        ({"data": [1]}, "no list of records under “data”"),
        (["data"], "no list of records under “data”"),
        (b"<!DOCTYPE html><title>Log in</title>", "not JSON"),
        (b"", "not JSON"),
        (b"[" * 100_000, "not JSON"),
    ],
)
def test_an_answer_that_is_none_is_not_taken_for_emptiness(
    refused, service, content, said
):
    found = service.request

    def request(method, url, **more):
        return found(method, url, **more) if "/files/" in url else answered(content)

    service.request = request
    urllib3.PoolManager.request = staticmethod(request)
    assert said in refused()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"period": None}, "“nothing” as period"),
        ({"period": "201913"}, "“201913” as period"),
        ({"primaryValue": "n/a"}, "“n/a” as primaryValue"),
        ({"primaryValue": -1}, "“-1” as primaryValue"),
        ({"primaryValue": float("nan")}, "“nan” as primaryValue"),
        ({"primaryValue": 1e19}, "“1e+19” as primaryValue"),
        ({"primaryValue": True}, "“True” as primaryValue"),
        ({"flowCode": None}, "“nothing” as flowCode"),
        ({"motCode": None}, "“nothing” as motCode"),
    ],
)
def test_a_record_that_cannot_be_placed_is_refused(refused, service, change, said):
    odd = record(901, 902, "M", 2019, 5) | change
    found = service._found
    service._found = lambda *asked: [*found(*asked), odd]
    assert f"a record with {said}" in refused()


@pytest.mark.parametrize(
    "change",
    [
        {"partnerCode": 4},
        {"reporterCode": 4},
        {"period": "1990"},
        {"flowCode": "RX"},
        {"cmdCode": "27"},
        {"partner2Code": 902},
        {"customsCode": "C01"},
        {"motCode": 2100},
    ],
)
def test_a_record_that_was_not_asked_for_is_not_taken(package, run, service, change):
    other = record(901, 902, "M", 2020, 5) | change
    found = service._found
    folder = package()
    assert run(folder) == 0
    before = files(folder)
    service._found = lambda *asked: [*found(*asked), other]
    assert run(folder) == 0
    assert files(folder) == before


def test_as_many_records_as_the_preview_sends_at_most_may_not_be_all(refused, service):
    service._found = lambda *asked: [world(901, "M", 2019)] * 500
    assert "sends at most 500 records" in refused()


# Manners


def test_a_passing_failure_is_asked_again_after_longer_pauses(
    package, run, service, clock, capsys
):
    service.failures = [NO_ROUTE, answered({}, 503), ProtocolError("cut")]
    assert run(package()) == 0
    assert clock.pauses == list(PAUSES[:3])
    said = capsys.readouterr().err
    assert "could not be reached (NewConnectionError); asking again in 1 second" in said
    assert "it answered 503: “{}”; asking again in 2 seconds" in said
    assert "the connection was cut; asking again in 4 seconds" in said


def test_the_wait_that_the_server_asks_for_is_kept(package, run, service, clock):
    service.failures = [answered(LIMITED, 429, **{"Retry-After": "7"})]
    assert run(package()) == 0
    assert clock.pauses == [7]


@pytest.mark.parametrize("asked", ["soon", "-3", ""])
def test_a_wait_that_cannot_be_read_is_the_usual_one(
    package, run, service, clock, asked
):
    service.failures = [answered(LIMITED, 429, **{"Retry-After": asked})]
    assert run(package()) == 0
    assert clock.pauses == [1]


def test_a_wait_of_hours_is_said_and_not_waited_for(refused, service, clock):
    service.failures = [answered(LIMITED, 429, **{"Retry-After": "16932"})]
    said = refused()
    assert "it answered 429: “Rate limit is exceeded”" in said
    assert "It asks to wait 4 h 42 min; try again then." in said
    assert not clock.pauses


def test_without_a_network_the_message_is_plain_and_comes_within_a_minute(
    refused, service, clock
):
    service.failures = [NO_ROUTE] * 1000
    assert "UN Comtrade gave no answer for its list of Reporters" in refused()
    assert clock.now < 60


def test_a_silent_server_is_said_within_a_minute(refused, service, clock, monkeypatch):
    def request(method, url, timeout, **more):
        clock.sleep(timeout)
        raise ConnectTimeoutError()

    monkeypatch.setattr(urllib3.PoolManager, "request", staticmethod(request))
    assert "it was silent for 20 seconds" in refused()
    assert clock.now < 60


@pytest.mark.parametrize(
    ("status", "message", "said"),
    [
        (400, "period exceeds 12", "refuses to answer HS of 2019 to 2020"),
        (401, "invalid key", "does not accept the key in COMTRADE_API_KEY (401)"),
        (403, "Out of call volume quota", "The quota of the key in COMTRADE_API_KEY"),
        (403, "Forbidden", "does not let the key in COMTRADE_API_KEY ask this (403)"),
        (404, "Resource not found", "(404): “Resource not found”"),
        (302, "", "(302)"),
    ],
)
def test_a_refusal_is_not_asked_again(
    refused, service, clock, monkeypatch, status, message, said
):
    monkeypatch.setenv(KEY, "s3cr3t")
    found = service.request

    def request(method, url, **more):
        if "/files/" in url:
            return found(method, url, **more)
        service.asked.append((url, more["fields"]))
        return answered({"statusCode": status, "message": message}, status)

    monkeypatch.setattr(urllib3.PoolManager, "request", staticmethod(request))
    told = refused()
    assert said in told and message in told
    assert len(questions(service)) == 1
    assert not clock.pauses


@pytest.mark.parametrize("given", ["s3cr3t", " s3cr3t\n"])
def test_a_key_asks_for_all_records(package, run, service, monkeypatch, given):
    monkeypatch.setenv(KEY, given)
    assert run(package()) == 0
    found = [item for item in service.asked if "/files/" not in item[0]]
    assert all(path.startswith("/data/v1/get/C/A/") for path, _ in found)
    assert {fields["subscription-key"] for _, fields in found} == {"s3cr3t"}


@pytest.mark.parametrize("given", [None, "", "  "])
def test_without_a_key_the_preview_is_asked(package, run, service, monkeypatch, given):
    monkeypatch.delenv(KEY, raising=False)
    if given is not None:
        monkeypatch.setenv(KEY, given)
    assert run(package()) == 0
    found = [item for item in service.asked if "/files/" not in item[0]]
    assert all(path.startswith("/public/v1/preview/C/A/") for path, _ in found)
    assert not any("subscription-key" in fields for _, fields in found)


@pytest.mark.parametrize("status", [401, 403, 503])
def test_a_key_is_never_printed(package, run, service, monkeypatch, capsys, status):
    monkeypatch.setenv(KEY, "s3cr3t")
    message = {"message": "No such key: s3cr3t"}
    service.failures = [answered(message, status) for _ in range(9)]
    assert run(package()) == 1
    told = capsys.readouterr()
    assert "No such key: (key)" in told.err
    assert "s3cr3t" not in told.out + told.err


# Over a real connection


@contextmanager
def server(*replies):
    """Yield the address of a server that sends these bytes, or nothing for None."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(5)
        silent = []

        def serve():
            for reply in replies:
                try:
                    connection, _ = listening.accept()
                except OSError:  # fewer questions came
                    return
                connection.recv(65536)
                if reply is None:
                    silent.append(connection)
                    continue
                with connection:
                    connection.sendall(reply)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        thread.join(5)
        for connection in silent:
            connection.close()


def http(body, length=None):
    """Return an answer over HTTP, or one that is cut before its end."""
    head = f"HTTP/1.1 200 OK\r\nContent-Length: {length or len(body)}\r\n"
    return f"{head}Connection: close\r\n\r\n".encode() + body


def lists(monkeypatch, clock, address):
    monkeypatch.setattr(calls, "HOST", address)
    return Comtrade(None, clock.sleep, lambda: clock.now).areas("Reporters")


def test_an_answer_comes_through_a_real_connection(monkeypatch, clock):
    with server(http(b'\xef\xbb\xbf{"results": [{"id": 1}]}')) as address:
        assert lists(monkeypatch, clock, address) == [{"id": 1}]


def test_a_connection_that_is_cut_is_tried_again(monkeypatch, clock):
    whole = b'{"results": []}'
    with server(b"", http(whole[:5], len(whole)), http(whole)) as address:
        assert lists(monkeypatch, clock, address) == []
    assert len(clock.pauses) == 2


def test_half_an_answer_is_no_answer(monkeypatch, clock):
    half = http(b'{"results": []}', 100)
    with (
        server(*[half] * (len(PAUSES) + 1)) as address,
        pytest.raises(ComtradeError, match="the connection was cut"),
    ):
        lists(monkeypatch, clock, address)


def test_silence_on_a_real_connection_ends(monkeypatch, clock):
    monkeypatch.setattr(calls, "SILENCE", 0.1)
    with server(None, http(b'{"results": []}')) as address:
        assert lists(monkeypatch, clock, address) == []
    assert clock.pauses == [1]
