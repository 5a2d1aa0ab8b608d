"""What a reader takes away: citations, links, and files of the current view."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from html import escape

import streamlit as st

from components import citations, export, sentences, wording
from components.citations import Citation
from components.dataset import Dataset
from components.measures import Step
from components.panels import download, package, view

MIMES: dict[export.Kind, str] = {"svg": "image/svg+xml", "png": "image/png"}
EMBED_WIDTH, EMBED_HEIGHT = 900, 1600  # px


def render(dataset: Dataset) -> None:
    """Show how to cite and to embed the view, and its files."""
    steps = package.steps(dataset)
    shown = view.current(steps)
    taken = export.Taken(shown, view.link(), date.today())
    st.header("Download", anchor=False)
    st.caption(f"View: {shown.name}. Data version {dataset.version}.")
    _files(dataset, steps, taken)
    st.header("Cite this dashboard", anchor=False)
    cite(citations.of_dataset(dataset, taken.link, taken.on))
    st.header("Link and embed", anchor=False)
    st.caption("This view as a link, and as a frame for another page.")
    st.code(taken.link, language=None, wrap_lines=True)
    st.code(_frame(dataset), language="html", wrap_lines=True)


def render_credit(dataset: Dataset) -> None:
    """Show, in the compact page, which data it shows and where the rest is."""
    words = wording.as_markdown(f"{dataset.title}, data version {dataset.version}")
    st.markdown(f":small[[{words}](<{view.link()}>)]")


def cite(cited: Citation) -> None:
    """Show a citation in every form, each with a button that copies it."""
    with st.grid(2, min_column_width=320):
        for form in citations.FORMS:
            with st.container(gap="xsmall"):
                st.caption(form)
                st.code(cited.as_text(form), language=None, wrap_lines=True)


def _files(dataset: Dataset, steps: Sequence[Step], taken: export.Taken) -> None:
    """Show a button for each file; it is made when its button is pressed."""
    name = taken.view.name
    rows = sentences.counted(dataset.row_count, "row")
    # The file is made later and elsewhere, where the page's address is not known.
    home = view.home()
    lacking = _missing_engine()
    with st.container(horizontal=True):
        download.button(
            f"All data and this figure, {rows} (zip)",
            lambda: export.as_zip(dataset, steps, taken),
            export.file_name(dataset, name, "zip"),
            "application/zip",
        )
        if not lacking:
            for kind, mime in MIMES.items():
                download.button(
                    f"Figure for print ({kind.upper()})",
                    partial(_image, dataset, steps, taken, kind),
                    export.file_name(dataset, f"{name} for print", kind),
                    mime,
                )
        download.button(
            "This page as one file (HTML, 5 MB)",
            lambda: export.as_html(dataset, on=taken.on, link=home),
            export.file_name(dataset, "page", "html"),
            "text/html",
        )
    if lacking:
        st.info(lacking, icon=":material/image_not_supported:")


def _image(
    dataset: Dataset, steps: Sequence[Step], taken: export.Taken, kind: export.Kind
) -> bytes:
    return export.print_images(dataset, steps, taken)[kind]


@st.cache_resource(ttl=600, show_spinner=False)
def _missing_engine() -> str:
    return export.missing_engine()


def _frame(dataset: Dataset) -> str:
    """Return the HTML that shows the compact page in another one."""
    address = escape(view.link(embed="true"))
    return (
        f'<iframe src="{address}" title="{escape(dataset.title)}" loading="lazy" '
        f'style="width: 100%; max-width: {EMBED_WIDTH}px; height: {EMBED_HEIGHT}px; '
        'border: 0"></iframe>'
    )
