"""What is made once is kept within a bound, and never the wrong thing."""

from hypothesis import given
from hypothesis import strategies as st

from components.page.kept import Kept


def test_what_is_kept_is_not_made_again():
    kept, made = Kept(100), []
    for _ in range(3):
        assert kept.get("a", lambda: made.append(1) or b"one") == b"one"
    assert made == [1]


def test_what_was_asked_for_longest_ago_leaves_first():
    kept = Kept(4)
    kept.get("a", lambda: b"aa")
    kept.get("b", lambda: b"bb")
    kept.get("a", lambda: b"--")
    kept.get("c", lambda: b"cc")
    assert kept.get("a", lambda: b"new") == b"aa"
    assert kept.get("b", lambda: b"new") == b"new"


def test_what_is_larger_than_the_bound_is_made_each_time_and_drives_nothing_out():
    kept = Kept(4)
    kept.get("a", lambda: b"aa")
    assert kept.get("big", lambda: b"12345") == b"12345"
    assert kept.get("big", lambda: b"other") == b"other"
    assert kept.get("a", lambda: b"new") == b"aa"


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 30)), max_size=40))
def test_the_bound_holds_and_each_key_gives_its_own(asked):
    kept = Kept(50)
    for key, size in asked:
        found = kept.get((key, size), lambda key=key, size=size: bytes([key]) * size)
        assert found == bytes([key]) * size
        assert kept.size <= 50
