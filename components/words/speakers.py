"""Speakers in a sentence: a person said it, a ministry or a text gave it."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from components.measures.readings import STATISTICAL_BODY, UNATTRIBUTED, Reading
from components.measures.record import Record
from components.words import names
from components.words.values import sentence_case

Kind = Literal["person", "persons", "figures", "text", "body", "outlet"]
PERSON: Kind = "person"
PERSONS: Kind = "persons"
FIGURES: Kind = "figures"
TEXT: Kind = "text"
BODY: Kind = "body"
OUTLET: Kind = "outlet"


def _nouns(words: str) -> frozenset[str]:
    return frozenset(words.split())


# The noun at the head of a name decides what it is, wherever it stands.
_TEXTS = _nouns(
    """accord act agreement bulletin charter communique communiqué contract convention
    declaration decree document law letter memorandum minutes note pact paper plan
    programme program protocol release report resolution roadmap statement strategy
    study survey text treaty yearbook"""
)
_BODIES = _nouns(
    """academy administration agency alliance assembly association authority bank
    bloc board bureau cabinet center centre chamber commission committee
    commonwealth community company congress consulate council customs delegation
    department directorate division embassy federation forum foundation fund
    government group institute institution league ministry office organisation
    organization parliament party project secretariat senate service society
    treasury union university"""
)
_FIGURES = _nouns("data figures numbers statistics estimates")
_OFFICES = _nouns(
    """adviser advisor ambassador analyst attaché chairman chairwoman chair chancellor
    chief commissioner consul deputy director envoy general governor head king
    leader mayor member minister negotiator official premier president professor queen
    representative secretary senator speaker spokesman spokesperson spokeswoman
    source undersecretary under-secretary vice"""
)
_PLURALS = _nouns(
    "spokesmen spokeswomen chairmen delegates authorities secretaries governments"
) | frozenset(f"{word}s" for word in _OFFICES)
# First words of a name that is not a proper one: "Joint statement".
_COMMON = _nouns(
    """annual bilateral closing common final joint national official press quarterly
    trilateral unnamed unidentified unknown anonymous several some an a"""
)
_PARTICLES = _nouns("al bin da de del der di dos ibn la le van von y")
_TAIL = re.compile(r"\s(?:of|for|on|in|at|from|by|between|with|to)\s.*", re.DOTALL)
_HAS_DETERMINER = re.compile(r"^(?:the|an?|some|several)\s|[’']s?\s", re.IGNORECASE)
# In this order: a "report of the ministry" is a text.
_NOUNS = (
    (FIGURES, _FIGURES),
    (TEXT, _TEXTS),
    (BODY, _BODIES),
    (PERSONS, _PLURALS),
    (PERSON, _OFFICES),
)


def kind(record: Record, stated_by: str) -> Kind:
    """Return what a name stands for, judged by the noun at its head."""
    if record.speaker(stated_by):
        return PERSON
    if names.is_joint(record, stated_by):
        return PERSONS
    head, _, title = _without_brackets(stated_by).partition(",")
    words = _words(head)
    for nouns in ([_noun(head).lower()], words[:1], words[-1:]):
        meaning = next((what for what, of in _NOUNS if of.intersection(nouns)), None)
        if meaning:
            return meaning
    is_name = len(words) > 1 and all(map(_is_part_of_a_name, head.split()))
    if is_name and (_OFFICES | _BODIES | _PLURALS).intersection(_words(title)):
        return PERSONS if "and" in words else PERSON
    return OUTLET


def says(record: Record, stated_by: str) -> bool:
    """Return whether the speaker is someone who can say something."""
    return kind(record, stated_by) in (PERSON, PERSONS)


def is_figures(record: Record, stated_by: str) -> bool:
    """Return whether the speaker is a set of figures and not their publisher."""
    return kind(record, stated_by) == FIGURES


def name(record: Record, stated_by: str) -> str:
    """Return a speaker as named inside a sentence, with an article if it takes one."""
    if _is_nobody(stated_by):
        return names.speaker(record, stated_by)
    words = _lowered(stated_by)
    return f"the {words}" if _takes_article(record, stated_by) else words


def _takes_article(record: Record, stated_by: str) -> bool:
    """Return whether a name takes *the*, as a ministry, text or office does."""
    head = stated_by.split(",")[0]
    if _HAS_DETERMINER.search(head):
        return False
    what = kind(record, stated_by)
    if what in (PERSON, PERSONS):
        noun = _noun(head).lower()
        return noun in _OFFICES or (noun in _PLURALS and " of " in head)
    return what in (TEXT, BODY)


def _lowered(stated_by: str) -> str:
    """Return a name without a capital that it owes only to standing first."""
    first, _, others = stated_by.partition(" ")
    is_common = first.lower() in (_COMMON | _TEXTS | _PLURALS)
    is_proper = bool(others) and _noun(stated_by)[:1].isupper()
    is_title = first.lower() in _PLURALS
    if not is_common or (is_proper and not is_title):
        return stated_by
    return f"{first.lower()} {others}".rstrip()


def introduced(record: Record, stated_by: str, today: date) -> str:
    """Return a speaker as a sentence introduces one.

    ``Aland’s then president, Jane Roe,`` · ``the Office of Statistics``
    """
    known = record.speaker(stated_by)
    if not known:
        return names.nominal(name(record, stated_by))
    office = names.office(record, stated_by, today)
    return f"{office}, {person(stated_by)},"


def person(stated_by: str) -> str:
    """Return a name without the title after it."""
    return stated_by.split(",")[0]


def brief(record: Record, reading: Reading) -> str:
    """Return a speaker in a few words: a surname or a body."""
    if _is_nobody(reading.stated_by):
        return "an unattributed report"
    if record.speaker(reading.stated_by):
        return names.surname(record, reading.stated_by)
    if names.is_joint(record, reading.stated_by):
        return "the two together"
    if says(record, reading.stated_by) and reading.is_attributed:
        return person(reading.stated_by)
    return name(record, reading.stated_by)


def figures_of(record: Record, reading: Reading) -> str:
    """Return a body's published figures as a plural subject."""
    if kind(record, reading.stated_by) == FIGURES:
        return names.nominal(reading.stated_by)
    if reading.side == STATISTICAL_BODY:
        return f"figures from {names.nominal(name(record, reading.stated_by))}"
    return f"figures given by {names.nominal(name(record, reading.stated_by))}"


def heading(record: Record, reading: Reading) -> str:
    """Return a speaker as a heading."""
    if _is_nobody(reading.stated_by):
        return sentence_case(names.speaker(record, reading.stated_by))
    return titled(record, reading.stated_by)


def titled(record: Record, stated_by: str) -> str:
    """Return a speaker with title; a past one takes "then".

    As of the package's own day: ``Jane Roe, then premier of Aland``.
    """
    known = record.speaker(stated_by)
    until = str(known.get("until", "")) if known else ""
    made_on = str(record.dataset.descriptor.get("created", ""))[:10]
    if not known or not until or until > made_on or " of " in known["office"]:
        return stated_by
    office = f"{known['office']} of {record.economy_name(known['economy'])}"
    return f"{person(stated_by)}, then {office}"


_GOVERNMENTS = re.compile(r"^governments of (?:the )?")


def is_own_outlet(publisher: str, stated_by: str) -> bool:
    """Return whether publisher and speaker are one, by their short names."""
    one, other = _called(publisher), _called(stated_by)
    # A joint statement is published by "governments of" the two.
    one |= {_GOVERNMENTS.sub("", name) for name in one}
    return any(a.startswith(b) or b.startswith(a) for a in one for b in other)


def _called(name: str) -> set[str]:
    head = name.split(",")[0]
    inside = re.findall(r"\(([^)]*)\)", head)
    called = [_without_brackets(head), *inside]
    return {item.casefold().removeprefix("the ").strip() for item in called if item}


def _is_nobody(stated_by: str) -> bool:
    return stated_by.startswith(UNATTRIBUTED)


def _without_brackets(stated_by: str) -> str:
    return re.sub(r"\s*\([^)]*\)", "", stated_by)


def _words(text: str) -> list[str]:
    return re.findall(r"[\w-]+", text.lower())


def _noun(stated_by: str) -> str:
    """Return the noun that a name turns on, as written: ``Office`` of Tides."""
    head = _without_brackets(stated_by).split(",")[0]
    words = re.findall(r"[\w-]+", _TAIL.sub("", head))
    return words[-1] if words else ""


def _is_part_of_a_name(word: str) -> bool:
    return word[:1].isupper() or word.lower() in (*_PARTICLES, "and")
