"""An address stays exactly the address, in whatever text it stands."""

import re

import pytest

from components.words.text import as_markdown, isolated, link_to

UNSEEN = re.compile("[\u2060\u2066-\u2069]")
ADDRESSES = [
    "https://fa.example/ویکی/تجارت",
    "https://example/a--b==c/--streamlit:d",
    "https://ar.example/تقرير_(2021)",
    "https://he.example/?q=סחר&v=1",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_unseen_enters_an_address(address):
    text = f"قيمة 5, see {address}, and ({address})."
    for shown in (isolated(text), as_markdown(text)):
        assert shown.count(link_to(address)) == 2
        for piece in shown.split():
            if "http" in piece:
                assert not UNSEEN.search(piece)
    assert "\u2067" in isolated(text).partition("http")[0]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_in_markdown_becomes_a_link_to_itself(address):
    assert as_markdown(f"See {address}.") == f"See <{address}>\\."


def test_a_comma_of_another_script_does_not_belong_to_the_address():
    assert "<https://fa.example/a>" in as_markdown("https://fa.example/a، متن")


def test_an_address_cannot_end_its_link_early():
    assert link_to("https://example/a b>)[x](<y") == (
        "https://example/a%20b%3E)[x](%3Cy"
    )
