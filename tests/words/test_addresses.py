"""An address stays exactly the address, in whatever text it stands."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.words.text import as_markdown, as_plain, isolated, link_to

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
    for found in (isolated(text), as_markdown(text)):
        assert found.count(link_to(address)) == 2
        for piece in found.split():
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


# Not the joiner itself, and no address: both are changed on purpose.
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\n\u2060*")).filter(
    lambda text: "http" not in text
)


@settings(deadline=None)
@given(TEXT)
def test_plain_words_come_back_from_markdown(text):
    assert as_plain(as_markdown(text)) == isolated(text)


def test_a_link_of_the_page_is_its_words_in_a_file():
    markdown = f"Sources: [{as_markdown('A [b] *c*')}](<https://example/x>)."
    assert as_plain(markdown) == "Sources: A [b] *c*."
