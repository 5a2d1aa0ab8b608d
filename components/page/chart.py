"""How every chart is put on the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from components.charts.style import DARK, LIGHT, Palette, config


def palette() -> Palette:
    """Return the colours of the theme that the reader sees."""
    return DARK if st.context.theme.type == "dark" else LIGHT


class Finished(go.Figure):  # type: ignore[misc]
    """A figure that no longer changes, kept only as the dictionary that is sent.

    Half of a rerun went into converting the same figure to a dictionary again, and
    Plotly's objects take seven times its memory.

    Parameters
    ----------
    figure
        What is drawn.
    """

    def __init__(self, figure: go.Figure) -> None:
        # Without this, each would hold a copy of Plotly's default template.
        super().__init__(layout={"template": {}})
        self._worked_out = figure.to_dict()

    def to_dict(self) -> dict[str, Any]:
        """Return the figure as Plotly's JSON has it; not to be changed."""
        figure: dict[str, Any] = self._worked_out
        return figure


@dataclass(frozen=True)
class Drawn:
    """A finished chart with its alternative text."""

    chart: Finished
    alt: str


@cache  # one for all readers
def _calling(on_select: Callable[[str], None], key: str) -> Callable[[], None]:
    return partial(on_select, key)


def draw(
    drawn: Drawn,
    *,
    key: str,
    name: str,
    on_select: Callable[[str], None] | None = None,
) -> None:
    """Show a chart with its alternative text and an SVG download.

    Parameters
    ----------
    name
        File name of the download, without its ending.
    on_select
        What to do with ``key`` when the reader selects a mark.
    """
    st.plotly_chart(
        drawn.chart,
        key=key,
        alt=drawn.alt,
        on_select=_calling(on_select, key) if on_select else "ignore",
        selection_mode="points",
        config=config(name),
    )
