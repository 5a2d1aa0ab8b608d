"""The files a reader takes away: rows, figures, the whole package, a twin page."""

from components.export.archive import Taken, as_zip, print_images
from components.export.images import Kind, NoImageEngineError, as_images, missing_engine
from components.export.tables import csv, file_name
from components.export.twin import as_html

__all__ = [
    "Kind",
    "NoImageEngineError",
    "Taken",
    "as_html",
    "as_images",
    "as_zip",
    "csv",
    "file_name",
    "missing_engine",
    "print_images",
]
