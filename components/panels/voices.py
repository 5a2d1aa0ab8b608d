"""Who says what: each voice with its outlets, sentences to write, what is known."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.charts import evidence as evidence_chart
from components.charts import voices as voices_chart
from components.charts.style import Palette
from components.files import tables
from components.measures.readings import Reading, readings_of
from components.measures.record import Record
from components.measures.voices import facts_with_voices
from components.page import paper, state
from components.page.cache import cached, made_once
from components.page.chart import Drawn, Finished, draw, palette
from components.panels import source
from components.words import claim as sentences
from components.words import labels, quantities
from components.words import voices as words
from components.words.claim import Claim
from components.words.claims import claims
from components.words.outlets import links_to
from components.words.terms import of_comtrade
from components.words.text import as_markdown
from components.words.values import shown_count

# Versions before put the fact's label into the address; today it is the identifier.
PARAMETER = "fact"
MOST = 30  # sentences of a group; each value has its own in its source
_FACT, _SEEN = "voices-fact", "voices-link"


@made_once
def _heard(record: Record, fact_id: str, palette: Palette) -> Drawn:
    values = voices_chart.info(record, readings_of(record.dataset, [fact_id]))
    return Drawn(Finished(voices_chart.draw(values, palette)), values.alt)


@made_once
def _grid(record: Record, palette: Palette) -> Drawn | None:
    years = evidence_chart.info(record)
    if years is None:
        return None
    return Drawn(Finished(evidence_chart.draw(years, palette)), years.alt)


_facts = cached()(
    lambda record: facts_with_voices(
        record.dataset, record.latest_claim.fact_id if record.latest_claim else ""
    )
)
_sentences = cached(entries=8)(claims)


def render(record: Record) -> None:
    """Show who says what, what can be written, and what is known."""
    facts = _facts(record)
    if facts:
        _who(record, facts)
    else:
        st.info(labels.NO_VOICES)
    _to_write(record)
    _known(record)
    source.open_if_asked(record)


def _who(record: Record, facts: Sequence[str]) -> None:
    """Show the voices of one fact, and whoever doubts it beside them."""
    fact_id = _chosen(record, facts)
    readings = readings_of(record.dataset, [fact_id])
    st.markdown(as_markdown(words.at_first(record, readings)))
    drawn = _heard(record, fact_id, palette())
    draw(
        drawn,
        # Another fact is another chart, with a selection of its own.
        key=f"voices-{fact_id}",
        name=tables.file_name(record.dataset, f"who says what {fact_id}"),
        on_select=source.ask_for_mark,
    )
    for line in words.dissent(record, fact_id):
        st.markdown(f"**{labels.SAID_BY_OTHERS}** {line}")
    if rest := words.afterwards(record, readings):
        st.markdown(as_markdown(rest))
    if beside := quantities.alike(record, readings):
        st.markdown(f"**{quantities.SAME_UNIT}**")
        st.markdown("\n".join(f"- {line}" for line in beside))
    with st.expander(labels.WHY_FIRST):
        st.markdown(as_markdown(words.rule(record, readings)))
        if several := words.several(record):
            st.markdown(as_markdown(several))
    with st.expander(labels.each_outlet(len(readings))):
        _each(record, readings)
    paper.table(pd.DataFrame([words.row(record, item) for item in readings]))


def _chosen(record: Record, facts: Sequence[str]) -> str:
    """Return the fact that the reader picked, or that the link names."""
    held, named = st.session_state, st.query_params.get(PARAMETER, "")
    known = words.fact_named(record, facts, named) if named else facts[0]
    linked = known or facts[0]
    # Other data, or another day of the past, have a control of their own, without a
    # callback: a browser may still send what was chosen among the facts of before.
    key = f"{_FACT}-{record.dataset.state}"
    if key not in held or named != held.get(_SEEN):
        held[key], held[_SEEN] = linked, named
        if not known:
            st.info(
                as_markdown(words.fact_not_found(named)), icon=":material/link_off:"
            )
    picked = st.selectbox(
        labels.FACT,
        facts,
        key=key,
        format_func=lambda fact_id: words.option(record, facts, fact_id),
        filter_mode=None,
    )
    if picked != linked:
        st.query_params[PARAMETER] = held[_SEEN] = picked
    return str(picked)


def _each(record: Record, readings: Sequence[Reading]) -> None:
    """Show a button for each reading, which opens its source."""
    for reading in readings:
        st.button(
            as_markdown(words.button(record, reading)),
            key=f"voices-{reading.reading_id}",
            type="tertiary",
            on_click=source.ask,
            args=(reading.reading_id,),
        )


def _to_write(record: Record) -> None:
    """Show sentences to write, group by group."""
    every = _sentences(record, state.today(record))
    if not every:
        return
    st.header(labels.SENTENCES, anchor=False)
    if terms := of_comtrade(record.dataset):
        st.caption(as_markdown(terms))
    for group, name in sentences.GROUPS.items():
        of_group = sentences.of_group(every, group)
        if not of_group:
            continue
        with st.expander(f"{name} ({len(of_group)})", expanded=group == sentences.SAFE):
            st.markdown(f":small[{sentences.ABOUT[group]}]")
            for claim in of_group[:MOST]:
                _sentence(record, claim)
            if len(of_group) > MOST:
                st.markdown(shown_count(MOST, len(of_group), "sentence"))


def _sentence(record: Record, claim: Claim) -> None:
    """Show a sentence, why it stands where it does, and its sources."""
    reason = f"{as_markdown(claim.reason)} · " if claim.reason else ""
    with st.container(gap="xsmall"):
        if claim.group == sentences.NEVER:
            # Nothing to copy: it is not to be written.
            st.markdown(f":material/block: {as_markdown(claim.text)}")
        else:
            source.to_write(claim)
        st.markdown(f":small[{reason}{links_to(record, claim.reading_ids)}]")


def _known(record: Record) -> None:
    """Show where figures were looked for, and what that brought."""
    drawn = _grid(record, palette())
    if drawn is None:
        return
    st.header(labels.KNOWN, anchor=False)
    st.markdown(as_markdown(words.evidence_counts(record.dataset.evidence)))
    name = tables.file_name(record.dataset, "what is known")
    draw(drawn, key="evidence", name=name)
    with st.expander(labels.LOOKED_FOR):
        st.markdown("\n".join(words.evidence_lines(record)))
