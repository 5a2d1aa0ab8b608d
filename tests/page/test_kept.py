"""What is made once is kept within a bound, and never the wrong thing."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier, Event

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.page.kept import Kept, weight

PATIENCE = 60  # s


def test_what_is_kept_is_not_made_again():
    kept, made = Kept(100, len), []
    for _ in range(3):
        assert kept.get("a", lambda: made.append(1) or b"one") == b"one"
    assert made == [1]


def test_what_was_asked_for_longest_ago_leaves_first():
    kept = Kept(4, len)
    kept.get("a", lambda: b"aa")
    kept.get("b", lambda: b"bb")
    kept.get("a", lambda: b"--")
    kept.get("c", lambda: b"cc")
    assert kept.get("a", lambda: b"new") == b"aa"
    assert kept.get("b", lambda: b"new") == b"new"


def test_what_is_larger_than_the_bound_is_made_each_time_and_drives_nothing_out():
    kept = Kept(4, len)
    kept.get("a", lambda: b"aa")
    assert kept.get("big", lambda: b"12345") == b"12345"
    assert kept.get("big", lambda: b"other") == b"other"
    assert kept.get("a", lambda: b"new") == b"aa"


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 30)), max_size=40))
def test_the_bound_holds_and_each_key_gives_its_own(asked):
    kept = Kept(50, len)
    for key, size in asked:
        found = kept.get((key, size), lambda key=key, size=size: bytes([key]) * size)
        assert found == bytes([key]) * size
        assert kept.size <= 50


def test_who_asks_for_what_is_being_made_gets_the_same():
    kept, made, together = Kept(100, len), [], Barrier(4)

    def asked():
        together.wait(PATIENCE)
        return kept.get("a", lambda: made.append(1) or b"one")

    with ThreadPoolExecutor(4) as pool:
        answers = [pool.submit(asked) for _ in range(4)]
        assert [answer.result(PATIENCE) for answer in answers] == [b"one"] * 4
    assert made == [1]


def test_nobody_waits_for_what_another_asked_for():
    kept, begun, free = Kept(100, len), Event(), Event()

    def slow():
        begun.set()
        assert free.wait(PATIENCE)
        return b"slow"

    with ThreadPoolExecutor(1) as pool:
        late = pool.submit(kept.get, "a", slow)
        assert begun.wait(PATIENCE)
        assert kept.get("b", lambda: b"quick") == b"quick"
        free.set()
        assert late.result(PATIENCE) == b"slow"


def test_what_fails_is_made_again():
    kept = Kept(100, len)
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            kept.get("a", lambda: b"one" * (1 // 0))
    assert kept.get("a", lambda: b"one") == b"one"


@dataclass
class Box:
    inside: object


@given(st.lists(st.binary(max_size=9), unique=True))
def test_what_holds_more_weighs_more(parts):
    bare = sum(map(weight, parts))
    for held in (parts, tuple(parts), dict.fromkeys(parts), Box(parts), [Box(parts)]):
        assert weight(held) > bare
    # The same thing twice is there once.
    assert weight([parts, parts]) < weight(parts) + 100


def test_what_holds_itself_has_a_weight():
    ring = []
    ring.append(ring)
    assert 0 < weight(ring) < 1_000
