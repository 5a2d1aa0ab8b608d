"""What happened, drawn in time and as lists to read."""

from __future__ import annotations

from components.charts import timeline
from components.files import drawing, markup, plain
from components.files.elements import folded, paragraph
from components.files.printed import Taken
from components.measures.record import Record
from components.words import timeline as words


def html(record: Record, taken: Taken) -> str:
    """Return the chart of the events, what its words mean, and each event."""
    events = record.dataset.events
    if events.empty:
        return paragraph(words.nothing_yet(record))
    lists = "".join(
        folded(f"{title} ({len(lines)})", markup.events(record, lines, taken.link))
        for title, lines in words.lists(record, events)
    )
    meanings = plain.caveat_buttons(words.meanings(record), "timeline")
    return _chart(record, taken) + meanings + lists


def _chart(record: Record, taken: Taken) -> str:
    drawn = timeline.info(record, (), record.day(taken.on))
    if drawn is None:
        return ""
    sketch = timeline.sketch(drawn, drawing.VARIABLES)
    figure = drawing.as_svg(sketch, drawn.alt, "timeline")
    return f'{figure}<p class="small">{plain.text(drawn.caption)}</p>'
