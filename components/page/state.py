"""The view that the controls hold, and its link."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from components.measures.growth import years_until
from components.measures.readings import Reading
from components.measures.record import Record
from components.view import AIMED_AT, AS_OF, Assumption, View
from components.words import required

# The key is in every link, so that the link says whose year it is.
YEAR, START = "year_chosen_by_the_reader", "start"
# The parameters of the view; a search, say, is not shared with a link.
_OF_THE_VIEW = ("view", "axis", "log", "published", START, YEAR)
# Beyond a working life ahead, the years that matter are too narrow to read.
AHEAD, BACK = 40, 100


def current(record: Record) -> View:
    """Return the view that the controls hold."""
    held = st.session_state
    return View(
        view=held.get("view") or View.view,
        axis=held.get("axis") or View.axis,
        logarithmic=bool(held.get("log", View.logarithmic)),
        published=bool(held.get("published", View.published)),
        assumption=assumption(record),
    )


def starting_points(record: Record) -> dict[str, Reading]:
    """Return the values that growth can start from, by their identifier."""
    claim, step = record.latest_claim, record.published_step
    offered = [claim, step.total if step and not step.total.is_mixed else None]
    return {item.reading_id: item for item in offered if item is not None}


def start(record: Record) -> Reading | None:
    """Return the value that growth starts from: the reader's choice, or the claim.

    Before its control is drawn, it is read from the link, which names it in words.
    """
    points = starting_points(record)
    by_name = {required.start_name(item): item for item in points.values()}
    held = points.get(str(st.session_state.get(START)))
    linked = by_name.get(str(st.query_params.get(START)))
    return held or linked or next(iter(points.values()), None)


def assumption(record: Record) -> Assumption | None:
    """Return what the reader assumes of the undated targets, if the view draws them."""
    year, begin = chosen_year(), start(record)
    undated = tuple(target for target in record.targets if target.lacks_a_deadline)
    if year is None or begin is None or not undated:
        return None
    if st.session_state.get("view") not in (None, "both", AIMED_AT):
        return None
    years = years_until(begin, str(year))
    return Assumption(year, begin, undated) if years and years > 0 else None


def chosen_year() -> int | None:
    """Return the year that the reader picked, if one is."""
    year: int | None = st.session_state.get(YEAR)
    return year


def years_offered(record: Record) -> tuple[int, int]:
    """Return the first and last year that a reader may pick."""
    return today(record).year - BACK, today(record).year + AHEAD


def today(record: Record) -> date:
    """Return the day that ages, offices and verdicts count from."""
    return record.day(date.today())


def as_of() -> str:
    """Return the day of the past that the reader picked, as the link names it.

    It is read from the link until the control is drawn, and where there is none, as in
    an embedded page.
    """
    if AS_OF in st.session_state:
        held: date | None = st.session_state[AS_OF]
        return held.isoformat() if held else ""
    return str(st.query_params.get(AS_OF, ""))


def leave() -> None:
    """Return from the past to all that is known; a callback."""
    st.session_state[AS_OF] = None
    if st.context.is_embedded:
        # There is no control here that would remove it from the address.
        st.query_params.pop(AS_OF, None)


def day_asked(record: Record) -> Mapping[str, str]:
    """Return the day on which the page is shown as known, as a link names it."""
    replay = record.dataset.replay
    return {AS_OF: replay.day.isoformat()} if replay else {}


def link(record: Record, **more: str) -> str:
    """Return the address of the trajectory as the reader sees it.

    Parameters
    ----------
    more
        Further parameters of the address.
    """
    named: dict[str, str | list[str]] = {
        key: st.query_params.get_all(key)
        for key in _OF_THE_VIEW
        if key in st.query_params
    }
    return home(**{**named, **day_asked(record), **more})


def home(**parameters: str | list[str]) -> str:
    """Return the address of the page, with the parameters that are given.

    Only the query if the page does not know its own address.
    """
    query = urlencode(parameters, doseq=True)
    address = urlsplit(st.context.url or "")
    path = address.path or ("/" if address.netloc else "")
    return urlunsplit((address.scheme, address.netloc, path, query, ""))
