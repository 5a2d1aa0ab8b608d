"""The colours of the series: read by everyone, and on any paper."""

from itertools import combinations

import pytest
from coloraide import Color

from components.charts import style

PALETTES = {"light": style.LIGHT, "dark": style.DARK, "print": style.PRINT}
SERIES = ("reported", "target", "recorded")
TEXT = 4.5  # WCAG 2.1 AA, for text of any size
GREY = 8.0  # L*; below it two greys beside each other are one
APART = 8.0  # CIEDE2000; a glance tells two colours apart
SIGHTS = ("protan", "deutan", "tritan")

each = pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)


@each
@pytest.mark.parametrize("name", [*SERIES, "ink", "quiet"])
def test_every_word_reads_on_its_ground(palette, name):
    colour = Color(getattr(palette, name))
    assert colour.contrast(palette.ground, method="wcag21") >= TEXT


@each
def test_the_series_differ_in_greyscale(palette):
    for one, other in combinations(SERIES, 2):
        lightness = [
            Color(palette.of(name)).convert("lab")["l"] for name in (one, other)
        ]
        assert abs(lightness[0] - lightness[1]) >= GREY, (one, other)


@each
@pytest.mark.parametrize("sight", [None, *SIGHTS])
def test_the_series_differ_for_every_sight(palette, sight):
    seen = {name: Color(palette.of(name)) for name in SERIES}
    if sight:
        seen = {name: colour.filter(sight) for name, colour in seen.items()}
    for one, other in combinations(SERIES, 2):
        assert seen[one].delta_e(seen[other], method="2000") >= APART, (one, other)
