"""What would it take: growth as stated, and what an undated pledge could ask for."""

from __future__ import annotations

from datetime import date

import pandas as pd
import streamlit as st

from components import captions, charts, export, measures, pace, sentences, wording
from components.dataset import Dataset
from components.measures import Reading, of_series
from components.panels import assumption, download, package, paper, view
from components.panels.chart import draw, palette


def render(dataset: Dataset) -> None:
    """Show growth as stated, the reader's year, and what targets could ask for."""
    steps = package.steps(dataset)
    points = pace.starting_points(steps)
    targets = [step.total for step in of_series(steps, "target")]
    if not targets:
        st.info("No target has a place on the step chart yet, so nothing is asked for.")
        return
    if not points:
        st.info("This package has no value yet from which growth could start.")
        return
    found = _stated(dataset)
    _ages(targets)
    start = _start(points)
    _asked(dataset, start, targets, found)


def _stated(dataset: Dataset) -> list[pace.Pace]:
    """Show how fast trade grew as stated, pair by pair; return the pairs."""
    st.header("How fast was it, as stated?", anchor=False)
    reported = of_series(package.steps(dataset), "reported")
    if len(reported) < 2:
        st.info("Growth needs two reported values; this package has fewer.")
        return []
    base, latest = reported[0], reported[-1]
    found = pace.paces([base.total, *base.others], [latest.total, *latest.others])
    st.markdown(
        wording.as_markdown(captions.growth_summary(found, base.total, latest.total))
    )
    if found:
        rows = pd.DataFrame([captions.pace_row(item) for item in found])
        st.dataframe(rows, hide_index=True, alt="Growth by pair of readings")
        paper.table(rows)
    return found


def _ages(targets: list[Reading]) -> None:
    st.header("How old is the pledge?", anchor=False)
    today = date.today()
    st.markdown(
        "\n".join(
            f"- {wording.as_markdown(captions.age_words(target, today))}"
            for target in targets
        )
    )


def _start(points: dict[str, Reading]) -> Reading:
    st.header("What would it take?", anchor=False)
    name = st.selectbox(
        "Starting point",
        list(points),
        key=assumption.START,
        bind="query-params",
        on_change=view.redraw_year,
    )
    return points[name or next(iter(points))]


def _asked(
    dataset: Dataset,
    start: Reading,
    targets: list[Reading],
    found: list[pace.Pace],
) -> None:
    """Show what the targets ask for: in the reader's year, and over any span."""
    year = assumption.chosen()
    dated = [target for target in targets if target.deadline]
    undated = [target for target in targets if not target.deadline]
    lines = [captions.required_by_deadline(start, target) for target in dated]
    if year is not None:
        lines += [captions.required(start, target, year) for target in undated]
    st.markdown("\n".join(f"- {wording.as_markdown(line)}" for line in lines))
    if year is None and undated:
        st.markdown(
            "No target is dated here by the page. Pick a year of your own above the "
            "chart to see what it would require."
        )
    recorded = measures.readings_of(
        dataset,
        dataset.facts.loc[dataset.facts["series"].eq("recorded"), "fact_id"].to_list(),
    )
    jump = pace.fastest_recorded(recorded)
    st.markdown(wording.as_markdown(captions.fastest_words(jump)))
    if start.value > 0:
        _spans(dataset, start, targets, year)
    else:
        st.info("Growth from zero is not defined; choose another starting point.")
    # The pace is that of what was reported, and holds for nothing else.
    if found and start.series == "reported":
        st.header("At the stated pace", anchor=False)
        lines = [captions.at_stated_pace(start, target, found) for target in targets]
        st.markdown("\n".join(f"- {wording.as_markdown(line)}" for line in lines))
        st.caption(captions.FORECAST)


def _spans(
    dataset: Dataset, start: Reading, targets: list[Reading], year: int | None
) -> None:
    """Show required growth against the years given, as chart, table and file."""
    first = pace.end_year(start)
    chosen = None if year is None or first is None else year - first
    alt = captions.spans_alt(start, targets, year)
    name = captions.spans_name(year)
    draw(
        charts.required_growth(
            start, targets, chosen=chosen, year=year, palette=palette()
        ),
        key="required_growth",
        alt=alt,
        name=export.file_name(dataset, name),
    )
    rows = pd.DataFrame(captions.spans_table(start, targets, chosen, year))
    shown = rows.drop(columns=captions.ONLY_IN_FILE)
    st.dataframe(shown, hide_index=True, alt=alt)
    paper.table(shown)
    st.caption(wording.as_markdown(captions.spans_note(start, targets)))
    download.button(
        f"Download {sentences.counted(len(rows), 'row')} as CSV",
        lambda: export.csv(rows),
        export.file_name(dataset, name, "csv"),
    )
