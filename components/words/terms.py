"""The terms under which rows may be passed on."""

from __future__ import annotations

from components.dataset import Dataset
from components.words.values import listed

# The source that the command `comtrade` cites in each row it writes.
COMTRADE_SOURCE = "un-comtrade-api"
COMTRADE = (
    "Copyright United Nations: whether values may be passed on is a matter of the UN "
    "Statistics Division’s policy on use and re-dissemination of UN Comtrade data, and "
    "not of the licence of this package."
)


def licence(dataset: Dataset) -> str:
    """Return the licence of the data, with UN Comtrade's terms if it is a source."""
    terms = dataset.descriptor.get("licenses", [])
    titles = [str(item["title"]) for item in terms if item.get("title")]
    own = f"Terms: {listed(titles)}." if titles else ""
    return " ".join(filter(None, [own, of_comtrade(dataset)]))


def of_comtrade(dataset: Dataset) -> str:
    """Return the terms for UN Comtrade's values, if the package has any."""
    return f"UN Comtrade: {COMTRADE}" if COMTRADE_SOURCE in dataset.source_of else ""
