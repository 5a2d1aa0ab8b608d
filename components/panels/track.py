"""On track: what became of the targets, what would settle it, and growth."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from components.charts import growth as chart
from components.charts.style import Palette
from components.files import tables
from components.measures.outcome import Fate
from components.measures.readings import Reading
from components.measures.record import Record
from components.page import download, parts, state, table
from components.page.cache import made_once
from components.page.chart import Drawn, Finished, draw, palette
from components.panels import pledges
from components.words import (
    context,
    deciding,
    growth,
    labels,
    quantities,
    required,
    settling,
    sources,
    targets,
)
from components.words.text import as_markdown

# Explanations stand in expanders: some are too long for a popover, which would
# scroll inside the page.


@made_once
def drawn(
    record: Record, start_id: str, year: int | None, palette: Palette
) -> Drawn | None:
    """Return the chart drawn once for all readers, or None if there is nothing."""
    start = state.starting_points(record)[start_id]
    growth_drawn = chart.info(start, record.targets, year)
    if growth_drawn is None:
        return None
    return Drawn(Finished(chart.draw(growth_drawn, palette)), growth_drawn.alt)


def render(record: Record) -> None:
    """Show what became of each target, what would settle it, and growth."""
    today = state.today(record)
    if record.aims:
        _fates(record, today)
        if pledges.are_in(record):
            pledges.link_button()
    else:
        st.info(targets.none_yet(record))
    _growth(record)
    if record.targets:
        _required(record, today)
    _counted(record, today)
    for kind, heading in context.HEADINGS.items():
        _context(record, kind, heading)


def _fates(record: Record, today: date) -> None:
    """Show the targets as a table, and what would settle them."""
    fates = record.all_fates(today)
    st.markdown(as_markdown(targets.age_words(fates, today)))
    _decided(record, fates)
    settled = settling.would_settle(record, fates)
    if settled:
        st.header(labels.SETTLING, anchor=False)
        for whose, words in settled:
            st.markdown(f"**{as_markdown(whose)}.** {as_markdown(words)}")


def _counted(record: Record, today: date) -> None:
    """Show the targets in quantities, each with the values of its unit."""
    fates = [record.fate(target, today) for target in record.counted_targets]
    if not fates:
        return
    st.header(quantities.HEADING, anchor=False)
    _decided(record, fates)
    for fate in fates:
        if alike := quantities.alike(record, [fate.target]):
            st.markdown(f"**{as_markdown(targets.fate_line(fate).name)}**")
            st.markdown("\n".join(f"- {line}" for line in alike))


def _decided(record: Record, fates: Sequence[Fate]) -> None:
    """Show what became of some targets as a table, and what decides."""
    lines = [targets.fate_line(fate) for fate in fates]
    table.show(
        labels.FATES_HEADER,
        [(line.name, line.claimed, line.published) for line in lines],
    )
    with st.expander(labels.WHY_FATES):
        for whose, why in deciding.decisions(record, fates):
            st.markdown(f"**{as_markdown(whose)}**")
            st.markdown(_bullets(why))


def _growth(record: Record) -> None:
    """Show growth as claimed and as published, side by side."""
    st.header(labels.GROWTH, anchor=False)
    st.markdown(as_markdown(growth.claimed(record)))
    rises = growth.rises(record)
    if rises:
        table.show(
            labels.GROWTH_HEADER,
            [
                (
                    f"{rise.whose}: {rise.counts}",
                    f"{rise.first} → {rise.second}",
                    rise.times,
                )
                for rise in rises
            ],
        )
    words = growth.beside(record)
    if words:
        st.markdown(as_markdown(words))
    with st.expander(labels.WHY_GROWTH):
        st.markdown("\n\n".join(map(as_markdown, growth.RULE)))
        pairs = growth.pairs(record)
        if pairs:
            st.markdown(f"**{labels.CLAIMS_BY_PAIR}**")
            st.markdown(_bullets(pairs))
        notes = growth.published_notes(record)
        if notes:
            st.markdown(f"**{labels.PUBLISHED_BY_PAIR}**")
            st.markdown(_bullets([*notes, *growth.published_pairs(record)]))


def _required(record: Record, today: date) -> None:
    """Show what the targets take from a starting value, over any span of years."""
    st.header(labels.REQUIRED, anchor=False)
    points = state.starting_points(record)
    if not points:
        st.info(required.no_start(record))
        return
    start = _start(points)
    year = state.chosen_year()
    undated = any(target.lacks_a_deadline for target in record.targets)
    lines = required.asked_of(record, start, record.targets, year)
    if lines:
        st.markdown(_bullets(lines))
    if undated:
        st.markdown(required.readers_year(year))
    shown = drawn(record, start.reading_id, year, palette())
    if shown is None:
        return
    name = tables.file_name(record.dataset, required.file_name(year))
    draw(shown, key="growth", name=name)
    above = deciding.all_of_it(record, today)
    from_start = required.from_start(record, start, record.targets, above)
    st.caption(as_markdown(from_start))
    _spans(record, start, year)


def _start(points: dict[str, Reading]) -> Reading:
    """Return the value that the reader starts from."""
    if len(points) == 1:
        return next(iter(points.values()))
    chosen = st.selectbox(
        labels.START,
        list(points),
        format_func=lambda key: required.start_name(points[key]),
        key=state.START,
        bind="query-params",
        persist_state="page",
        on_change=parts.rerun_both,
    )
    return points.get(str(chosen), next(iter(points.values())))


def _spans(record: Record, start: Reading, year: int | None) -> None:
    """Show required growth by span as a table, with all of it as a file."""
    rows = required.spans(start, record.targets, year)
    with st.expander(labels.AS_A_TABLE):
        shown = labels.REQUIRED_HEADER
        table.show(shown, [tuple(row[name] for name in shown) for row in rows])
        download.table(
            len(rows),
            record,
            required.file_name(year),
            lambda: pd.DataFrame(rows),
        )


def _context(record: Record, kind: str, heading: str) -> None:
    """Show what stands beside the target: context, set against nothing."""
    beside = context.readings(record, kind)
    if not beside:
        return
    st.header(labels.not_comparable(heading), anchor=False)
    st.markdown(
        "\n".join(
            f"- {as_markdown(context.line(item))} "
            f"{sources.markdown(sources.link(record, item.source_id))}"
            for item in beside
        )
    )
    with st.expander(labels.WHY_CONTEXT):
        st.markdown(_bullets(context.notes(record, beside)))


def _bullets(lines: list[str]) -> str:
    return "\n".join(f"- {as_markdown(line)}" for line in lines)
