"""What a reader takes from the static twin: the data, and how to cite them."""

from __future__ import annotations

import base64
from html import escape

from components.files.archive import as_zip
from components.files.elements import folded
from components.files.plain import text
from components.files.printed import Taken
from components.files.tables import file_name
from components.measures.record import Record
from components.words import citations, labels


def html(record: Record, taken: Taken) -> str:
    """Return the package as a link that holds it, and citations in every form."""
    dataset = record.dataset
    packed = base64.b64encode(as_zip(record, taken, with_figures=False)).decode()
    name = escape(file_name(dataset, "data", "zip"))
    rows = text(labels.download_data(dataset.row_count))
    cited = citations.of_dataset(dataset, taken.link, taken.on)
    forms = "".join(
        # Text as a program reads it: nothing is put into it.
        f"<dt>{text(form)}</dt><dd><pre>{escape(cited.as_text(form))}</pre></dd>"
        for form in citations.FORMS
    )
    return (
        f'<p><a download="{name}" href="data:application/zip;base64,{packed}">'
        f"{rows}</a></p>{folded(labels.CITE, f'<dl>{forms}</dl>')}"
    )
