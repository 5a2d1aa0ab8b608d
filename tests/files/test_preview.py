"""The picture of a view: its shape, its words, and that nothing is cut off."""

import struct
from datetime import date

import pytest

from components.charts.style import PRINT
from components.charts.trajectory import drawing
from components.dataset import load
from components.files import images, preview
from components.measures.record import Record
from components.view import View

TODAY = date(2022, 1, 1)


@pytest.fixture
def record(dataset):
    return Record(dataset)


@pytest.mark.parametrize("height", [100, 340, 520, 900, 3000])
def test_a_figure_of_any_height_fits_the_shape(record, height):
    figure = drawing(record, View(), PRINT, TODAY).figure
    figure.update_layout(height=height)
    chart, scale = preview.fitted(figure, kicker="Kicker", title="Title " * 30)
    size = chart.layout.width * scale, chart.layout.height * scale
    assert size == pytest.approx(preview.SIZE)
    margin = chart.layout.margin
    plot = figure.layout.height - figure.layout.margin.t - figure.layout.margin.b
    assert chart.layout.height - margin.t - margin.b == pytest.approx(plot)


def test_a_view_with_nothing_to_draw_has_no_words_for_it(package):
    def without_target(rows):
        for table in ("facts", "readings"):
            rows[table] = [row for row in rows[table] if row["fact_id"] != "goal"]

    record = Record(load(package(without_target)))
    assert preview.alt(record, View("target"), TODAY) == ""
    assert preview.alt(record, View("target", "time"), TODAY) == ""
    with pytest.raises(images.NoImageError, match="Choose another view"):
        preview.as_picture(record, View("target"), TODAY)


@pytest.mark.browser
@pytest.mark.exhaustive  # an image each day: tests/browser/test_files.py
@pytest.mark.parametrize("axis", ["time", "step"])
def test_it_is_a_png_of_the_size_that_chats_want(record, axis):
    if images.missing_engine():
        pytest.skip(images.missing_engine())
    png = preview.as_picture(record, View("both", axis), TODAY)
    assert png.startswith(b"\x89PNG")
    assert struct.unpack(">II", png[16:24]) == (1200, 628)
