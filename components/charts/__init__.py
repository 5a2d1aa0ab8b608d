"""Frames and steps to Plotly figures, one function per figure, no arithmetic."""

from components.charts.lists import agreements, timeline
from components.charts.pace import required_growth
from components.charts.printed import PRINT, printed
from components.charts.steps import by_step
from components.charts.style import DARK, LIGHT, Palette, config
from components.charts.voices import dot_strip, evidence
from components.charts.years import over_time

__all__ = [
    "DARK",
    "LIGHT",
    "PRINT",
    "Palette",
    "agreements",
    "by_step",
    "config",
    "dot_strip",
    "evidence",
    "over_time",
    "printed",
    "required_growth",
    "timeline",
]
