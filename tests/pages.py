"""The page as a reader without a browser finds it."""

import re
from html import unescape

from streamlit.testing.v1 import AppTest

TITLES = ("title", "header", "subheader")
TEXTS = (*TITLES, "markdown", "caption", "warning", "info", "error", "text")


def opened(folder, **params):
    """Return the page in a folder, visited by a link."""
    page = AppTest.from_file(str(folder / "dashboard.py"), default_timeout=120)
    for key, value in params.items():
        page.query_params[key] = value
    return page.run()


def unfolded(page, popover):
    """Return the page with a popover open; its controls are made only then."""
    page.session_state[popover] = True
    return page.run()


def alt(page, key="trajectory"):
    """Return the alternative text of the one chart with a key."""
    texts = [
        chart.proto.alt
        for chart in page.get("plotly_chart")
        if chart.proto.id.endswith(f"-{key}")
    ]
    assert len(texts) == 1, key
    return texts[0]


def html(page):
    """Return each block of HTML of the page."""
    return [part.proto.body for part in page.get("html")]


def without_markup(body):
    """Return the text of HTML."""
    body = re.sub(r"<(style|script)>.*?</\1>", "", body, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


def shown(page):
    """Return every text of the page without the escapes of Markdown, or markup."""
    parts = [part for kind in TEXTS for part in page.get(kind)]
    words = "\n".join(str(part.value) for part in parts)
    plain = re.sub(r"\\(.)", r"\1", words)
    return "\n".join([plain, *map(without_markup, html(page))])


def caveats(page):
    """Return the caveats of the page: the short form to what it opens."""
    opened = {}
    for body in html(page):
        for target, short in re.findall(
            r'<button type="button" popovertarget="([^"]+)">(.*?)</button>', body
        ):
            (whole,) = re.findall(
                rf'<div popover id="{re.escape(target)}"[^>]*>(.*?)</div>',
                body,
                re.DOTALL,
            )
            opened[unescape(short)] = without_markup(whole)
    return opened
