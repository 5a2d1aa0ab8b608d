"""What stands in the document until the live page has come: words and picture.

It is made of the same words and numbers as the live page, in both colour schemes,
and needs no script.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

from components.charts.style import DARK, LIGHT, PRINT, css_variables
from components.files import plain, views
from components.measures.growth import years_until
from components.measures.record import Record
from components.page import links, state
from components.page.problems import SHOWN_IN_FULL
from components.problems import DataError
from components.view import AIMED_AT, AS_OF, AXES, VIEWS, Assumption, View
from components.words import names, required, served, trajectory

_HERE = Path(__file__)
SHEET = _HERE.with_suffix(".css").read_text("utf-8")
SCRIPT = _HERE.with_suffix(".js").read_text("utf-8")
# Relative to the address of the page.
TWIN = "page.html"
# Streamlit's parameter for one colour scheme, in the link of an iframe.
_SCHEMES = {"light_theme": LIGHT, "dark_theme": DARK}


@dataclass(frozen=True)
class Asked:
    """What a link asks for.

    Parameters
    ----------
    view
        Of the trajectory.
    embedded
        Whether the page stands in another one.
    scheme
        The one colour scheme that the link wants; empty for the reader's own.
    rest
        The link without the day of the past that it names, if it names one.
    """

    view: View
    embedded: bool = False
    scheme: str = ""
    rest: str = ""

    @property
    def key(self) -> tuple[object, ...]:
        """What tells one first screen of a package from another."""
        return *self.view.key, self.embedded, self.scheme, self.rest


def asked(record: Record, arrived: Mapping[str, Sequence[str]], today: date) -> Asked:
    """Return what the parameters of a link ask for; unknown ones are ignored."""
    given = links.read(arrived).parameters
    first = {name: values[0] for name, values in given.items() if values}
    view = _option(VIEWS, names.VIEW, first.get("view"), View.view)
    return Asked(
        View(
            view=view,
            axis=_option(AXES, names.AXIS, first.get("axis"), View.axis),
            logarithmic=first.get("log") == "true",
            published=first.get("published") != "false",
            assumption=_assumption(record, first, view, today),
        ),
        embedded=first.get("embed", "").casefold() == "true",
        scheme=next(
            (name for name in given.get("embed_options", []) if name in _SCHEMES), ""
        ),
        rest=_rest(given) if record.dataset.replay else "",
    )


def day_asked(arrived: Mapping[str, Sequence[str]]) -> str:
    """Return the day of the past that the parameters of a link name, if any."""
    return next(iter(links.read(arrived).parameters.get(AS_OF, [])), "")


def _rest(drawn: Mapping[str, Sequence[str]]) -> str:
    """Return a link without the day of the past, relative to the page."""
    rest = {name: values for name, values in drawn.items() if name != AS_OF}
    return f"./?{urlencode(rest, doseq=True)}" if rest else "./"


def _option(
    options: Sequence[str], labels: Mapping[str, str], label: str | None, default: str
) -> str:
    return next((item for item in options if labels[item] == label), default)


def _assumption(
    record: Record, first: Mapping[str, str], view: str, today: date
) -> Assumption | None:
    """Return what the reader of a link assumes, as the live page will draw it."""
    year, undated = _year(first.get(state.YEAR, ""), today), record.targets
    undated = [target for target in undated if target.lacks_a_deadline]
    points = state.starting_points(record)
    named = {required.start_name(item): item for item in points.values()}
    start = named.get(first.get(state.START, "")) or next(iter(points.values()), None)
    if not (year and start and undated) or view not in ("both", AIMED_AT):
        return None
    years = years_until(start, str(year))
    return Assumption(year, start, tuple(undated)) if years and years > 0 else None


def _year(text: str, today: date) -> int | None:
    # The length is checked first: int() refuses thousands of digits.
    if len(text) != 4 or not (text.isascii() and text.isdecimal()):
        return None
    first, last = today.year - state.BACK, today.year + state.AHEAD
    return int(text) if first <= int(text) <= last else None


def style(scheme: str = "") -> str:
    """Return the styles of the first screen, with the colours of each scheme."""
    if scheme:
        colours = f"#first {{ {css_variables(_SCHEMES[scheme])} }}\n"
    else:
        colours = (
            f"#first {{ {css_variables(LIGHT)} }}\n"
            "@media (prefers-color-scheme: dark) { "
            f"#first {{ {css_variables(DARK)} }} }}\n"
        )
    return f"{colours}@media print {{ #first {{ {css_variables(PRINT)} }} }}\n{SHEET}"


def html(
    record: Record | None, error: DataError | None, wanted: Asked, today: date
) -> str:
    """Return the first screen.

    Parameters
    ----------
    record
        The data as they last were good, if they ever were.
    error
        What is wrong with them now.
    """
    said = _wrong(error, has_record=record is not None) if error else ""
    content = _content(record, wanted, today) if record else ""
    kind = ' class="embedded"' if wanted.embedded else ""
    return (
        f'<main id="first"{kind}><style>{style(wanted.scheme)}</style>'
        "<noscript><style>#first .late { visibility: visible; animation: none; }"
        f"</style></noscript>{said}{content}{_late(record)}</main>"
    )


def _content(record: Record, wanted: Asked, today: date) -> str:
    view = wanted.view
    picture = views.drawn(record, view, today, "first", anchors=False)
    if picture:
        below = f'<div class="under">{views.under(record, view, "chart")}</div>'
    else:
        words = plain.text(trajectory.nothing_to_draw(record, view))
        below = f"<p>{words}</p>"
    since = "" if wanted.embedded else plain.since_then(record)
    controls = "" if wanted.embedded else '<div class="controls"></div>'
    return (
        f"{plain.replayed(record, wanted.rest)}"
        f'<div class="words">{plain.first_words(record, today)}</div>{controls}'
        f'<div class="picture">{picture}</div>{below}{since}'
    )


def _wrong(error: DataError, *, has_record: bool) -> str:
    count = len(error.problems)
    title = served.broken_now(count) if has_record else served.broken(count)
    head = f"<p>{plain.text(title)}</p>" if has_record else ""
    top = head or f"<h1>{plain.text(title)}</h1>"
    shown = "".join(
        f'<div class="problem">{_lines(served.explained(problem))}</div>'
        for problem in error.problems[:SHOWN_IN_FULL]
    )
    return f'<div class="wrong">{top}{shown}</div>'


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"<p>{plain.text(line)}</p>" for line in lines)


def _late(record: Record | None) -> str:
    replay = record and record.dataset.replay
    twin = f"{TWIN}?{AS_OF}={replay.day.isoformat()}" if replay else TWIN
    link = f' <a href="./{twin}">{plain.text(served.WHOLE)}</a>.' if record else ""
    return f'<p class="late">{plain.text(served.LATE)}{link}</p>'
