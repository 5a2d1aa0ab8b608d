"""A drawing as plain data, to be made a Plotly figure or SVG.

Plotly checks all shapes and all words again with each one that is added: a second
for a hundred of them. Here they are collected, and checked once.
"""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

Json = dict[str, Any]


class Sketch:
    """Marks, shapes and words in the order in which they were added.

    Parameters
    ----------
    layout
        Axes, margins and height, as Plotly has them.
    """

    def __init__(self, layout: Json) -> None:
        self.layout = layout
        self.traces: list[Json] = []
        self.shapes: list[Json] = []
        self.annotations: list[Json] = []

    def add_scatter(self, **trace: Any) -> None:
        """Add marks, lines or words at values."""
        self.traces.append({"type": "scatter", **trace})

    def add_bar(self, **trace: Any) -> None:
        """Add bars."""
        self.traces.append({"type": "bar", **trace})

    def add_shape(self, **shape: Any) -> None:
        """Add a line, a rectangle or a path."""
        self.shapes.append(shape)

    def add_annotation(self, **words: Any) -> None:
        """Add words."""
        self.annotations.append(words)

    @property
    def figure(self) -> go.Figure:
        """The same as a Plotly figure."""
        more = {"shapes": self.shapes, "annotations": self.annotations}
        return go.Figure(self.traces, {**self.layout, **more})
