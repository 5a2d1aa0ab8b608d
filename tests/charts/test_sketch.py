"""A drawing as plain data: the same figure as Plotly would have collected."""

import plotly.graph_objects as go

from components.charts.sketch import Sketch

MARKS = {"x": [1], "y": [2], "mode": "markers"}
LINE = {"type": "line", "x0": 0, "x1": 1, "y0": 0, "y1": 0}
WORDS = {"text": "over", "x": 1, "y": 2, "showarrow": False}


def test_a_sketch_becomes_the_figure_that_plotly_collects():
    sketch = Sketch({"height": 100})
    figure = go.Figure(layout={"height": 100})
    for drawing in (sketch, figure):
        drawing.add_scatter(**MARKS)
        drawing.add_bar(x=[1], y=[3])
        for _ in range(3):
            drawing.add_shape(**LINE)
            drawing.add_annotation(**WORDS)
    assert sketch.figure == figure


def test_what_a_figure_is_asked_for_changes_nothing_in_its_sketch():
    sketch = Sketch({"height": 100})
    sketch.add_shape(**LINE)
    sketch.figure.update_layout(height=200, shapes=[])
    assert sketch.layout == {"height": 100}
    assert sketch.shapes == [LINE]
