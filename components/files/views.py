"""The trajectory in every view, of which radio buttons show one: no script needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from components.charts import by_step, over_time
from components.files import drawing, plain, svg
from components.measures.record import Record
from components.view import AXES, STEP, TIME, VIEWS, View
from components.words import caveats, labels, names, trajectory
from components.words import over_time as in_time

_LOGARITHMIC = "log"


@dataclass(frozen=True)
class Picture:
    """One view as HTML.

    Parameters
    ----------
    view
        What it shows.
    drawn
        The drawing; empty if there is nothing to draw.
    under
        Caption, sources and caveats, or what is missing.
    """

    view: View
    drawn: str
    under: str

    @property
    def classes(self) -> str:
        """What tells this view from the others."""
        return " ".join(_classes(self.view))


def html(record: Record, today: date) -> str:
    """Return controls and every view that they can ask for."""
    every = [_picture(record, view, today) for view in _views()]
    if not any(picture.drawn for picture in every):
        return plain_nothing(record)
    pictures = "".join(map(_figure, every))
    return f'<div class="trajectory">{_controls()}{pictures}</div>'


def plain_nothing(record: Record) -> str:
    """Return what is missing where no view has anything to draw."""
    return f"<p>{plain.text(trajectory.nothing_to_draw(record, View()))}</p>"


def style() -> str:
    """Return the rules that show the one view that the controls ask for.

    A browser that knows no ``:has`` shows them all, and paper both axes.
    """
    views = [*_views()]
    rules = "".join(_rule(_asked(view), view) for view in views)
    both_axes = "".join(_rule(_asked_on_paper(view), view) for view in views)
    return (
        "@supports selector(:has(*)) { "
        f".trajectory > figure {{ display: none }} {rules}"
        f"@media print {{ {both_axes} }} "
        f".trajectory:has(#axis-{STEP}:checked) .scale {{ display: none }} }}\n"
    )


def _rule(asked: str, view: View) -> str:
    shown = "".join(f".{name}" for name in _classes(view))
    return f".trajectory{asked} > figure{shown} {{ display: block }} "


def _asked(view: View) -> str:
    return "".join(f":has(#{name}:checked)" for name in _classes(view))


def _asked_on_paper(view: View) -> str:
    """Return the selector of a view on paper, which shows both axes."""
    _, axis, *_ = _classes(view)
    return _asked(view).replace(f":has(#{axis}:checked)", "")


def _views() -> list[View]:
    """Return the views by step, then those over time on both scales."""
    return [
        View(view, axis, logarithmic)
        for axis, scales in ((STEP, (False,)), (TIME, (False, True)))
        for logarithmic in scales
        for view in VIEWS
    ]


def _classes(view: View) -> list[str]:
    """Return the choices that make a view, as the controls name them."""
    classes = [f"view-{view.view}", f"axis-{view.axis}"]
    if not view.by_step:
        classes.append(f"scale-{'log' if view.logarithmic else 'linear'}")
    return classes


def _picture(record: Record, view: View, today: date) -> Picture:
    picture = drawn(record, view, today, "-".join(_classes(view)), anchors=True)
    if not picture:
        words = plain.text(trajectory.nothing_to_draw(record, view))
        return Picture(view, "", f"<p>{words}</p>")
    return Picture(view, picture, _under(record, view))


def _under(record: Record, view: View) -> str:
    """Return caption and caveats; paper omits those that the bars have too."""
    name = "-".join(_classes(view))
    if view.by_step:
        return under(record, view, name)
    shown = caveats.of_the_chart(record, view)
    before = caveats.of_the_chart(record, View(view.view))
    again = [item for item in shown if item in before]
    own = [item for item in shown if item not in before]
    own += in_time.caveats(record, view)
    return (
        plain.under_the_chart(in_time.caption(record, view), own, where=name)
        + f'<div class="again">{plain.caveat_buttons(again, name)}</div>'
    )


def under(record: Record, view: View, name: str) -> str:
    """Return what stands under the drawing of a view: caption, note and caveats."""
    shown = caveats.of_the_chart(record, view)
    if view.by_step:
        caption = trajectory.caption(record, view)
    else:
        caption = in_time.caption(record, view)
        shown = [*shown, *in_time.caveats(record, view)]
    note = trajectory.assumption_note(view.assumption) if view.assumption else ""
    return plain.under_the_chart(caption, shown, note, where=name)


def drawn(record: Record, view: View, today: date, name: str, *, anchors: bool) -> str:
    """Return the drawing of a view, or nothing.

    Parameters
    ----------
    name
        Tells it from other drawings in the same document.
    anchors
        Whether each mark links to the row of its reading on the same page.
    """
    if view.by_step:
        bars = by_step.info(record, view, today)
        return svg.by_step(bars, anchors=anchors) if bars else ""
    panels = over_time.info(record, view, today)
    if panels is None:
        return ""
    sketch = over_time.sketch(panels, drawing.VARIABLES)
    return drawing.as_svg(sketch, panels.alt, name, anchors=anchors)


def _figure(picture: Picture) -> str:
    """Return a view with its name, which only paper shows."""
    name = names.view_name(picture.view)
    return (
        f'<figure class="{picture.classes}"><figcaption>{plain.text(name)}'
        f"</figcaption>{picture.drawn}{picture.under}</figure>"
    )


def _controls() -> str:
    return (
        '<div class="controls">'
        f"{_choice('view', labels.VIEW, VIEWS, names.VIEW, View.view)}"
        f"{_choice('axis', labels.AXIS, AXES, names.AXIS, View.axis)}"
        f"{_choice('scale', labels.SCALE, [*labels.SCALES], labels.SCALES, 'linear')}"
        "</div>"
    )


def _choice(
    name: str,
    legend: str,
    options: Sequence[str],
    name_of: Mapping[str, str],
    chosen: str,
) -> str:
    """Return radio buttons, which a browser must not restore: they would not match."""
    buttons = "".join(
        f'<label><input type="radio" name="{name}" id="{name}-{option}" '
        f'value="{option}" autocomplete="off"'
        f"{' checked' if option == chosen else ''}>"
        f"<span>{plain.text(name_of[option])}</span></label>"
        for option in options
    )
    return f'<fieldset class="{name}"><legend>{legend}</legend>{buttons}</fieldset>'
