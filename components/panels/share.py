"""What a reader takes away of the view: image, data, link, embed, citation."""

from __future__ import annotations

from datetime import date
from functools import partial

import streamlit as st

from components.files import archive, printed, twin
from components.files.images import Kind, missing_engine
from components.files.printed import Taken
from components.files.tables import file_name, view_slug
from components.measures.record import Record
from components.page import download, on_demand, parts, state
from components.page.cache import cached, made_once
from components.view import View
from components.words import citations, labels, names, trajectory
from components.words.citations import Citation
from components.words.files import frame, made
from components.words.text import as_markdown

MIMES: dict[Kind, str] = {"png": "image/png", "svg": "image/svg+xml"}


def render(record: Record) -> None:
    """Offer what can be shared; it is computed only while it is open."""
    if opened := on_demand.popover(labels.SHARE, parts.SHARE):
        with opened:
            _content(record)


def _content(record: Record) -> None:
    """Show files, link, snippet and citation of the view."""
    taken = Taken(state.current(record), state.link(record), date.today())
    view = names.view_name(taken.view)
    st.caption(as_markdown(f"{view}. {made(record)}."))
    height = _height(record, taken.view, state.today(record))
    _files(record, taken, has_image=bool(height))
    st.markdown(f"**{labels.LINK}**")
    st.code(taken.link, language=None, wrap_lines=True)
    st.markdown(f"**{labels.CITE}**")
    cite(citations.of_dataset(record.dataset, taken.link, taken.on), "view")
    st.markdown(f"**{labels.EMBED}**")
    snippet = frame(record, taken.view, state.link(record, embed="true"), height)
    # Coloured as a program, it would be too pale to read on a light ground.
    st.code(snippet, language=None, wrap_lines=True)


def cite(cited: Citation, key: str) -> None:
    """Show a citation in one form, with a button that copies it; others on demand."""
    form = st.segmented_control(
        labels.FORM,
        citations.FORMS,
        default=citations.FORMS[0],
        required=True,
        key=f"cite-{key}",
        label_visibility="collapsed",
    )
    text = cited.as_text(form or citations.FORMS[0])
    st.code(text, language=None, wrap_lines=True)


def credit(record: Record) -> None:
    """Link to the whole page, when this one is embedded."""
    link = f"[{as_markdown(record.dataset.title)}](<{state.link(record)}>)"
    st.markdown(f":small[{labels.credited(link)}]")


def _files(record: Record, taken: Taken, *, has_image: bool) -> None:
    """Show a button for each file; it is made when its button is pressed."""
    name = view_slug(taken.view)
    dataset, home = record.dataset, state.home(**state.day_asked(record))
    lacking = _missing_engine() if has_image else _nothing(record, taken.view)
    if lacking:
        st.info(lacking, icon=":material/image_not_supported:")
    with st.container(horizontal=True, gap="small"):
        if not lacking:
            for kind, mime in MIMES.items():
                download.button(
                    labels.image(kind),
                    partial(_image, record, taken, kind),
                    file_name(dataset, name, kind),
                    mime,
                )
        download.button(
            labels.data_as_zip(dataset.row_count),
            lambda: archive.as_zip(record, taken),
            file_name(dataset, name, "zip"),
            "application/zip",
        )
        download.button(
            labels.PAGE_AS_FILE,
            partial(_twin, record, taken.on, home),
            file_name(dataset, "page", "html"),
            "text/html",
        )


@made_once
def _twin(record: Record, on: date, link: str) -> str:
    return twin.as_html(record, on=on, link=link)


def _image(record: Record, taken: Taken, kind: Kind) -> bytes:
    return printed.images(record, taken)[kind]


@cached(entries=256)
def _height(record: Record, view: View, today: date) -> float:
    return printed.height_of(record, view, today)


def _nothing(record: Record, view: View) -> str:
    return as_markdown(trajectory.nothing_to_draw(record, view))


@st.cache_resource(ttl=600, show_spinner=False)
def _missing_engine() -> str:
    return missing_engine()
