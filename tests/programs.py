"""What programs make of the addresses that a page serves."""

from urllib.request import urlopen

import feedparser
import pandas as pd
from browser import ROOT
from conftest import loaded
from frictionless import Package


def read_by_programs(root):
    """Check that frictionless, pandas and a feed reader read a page's own data."""
    dataset = loaded(ROOT / "data")
    package = Package(f"{root}/datapackage.json")
    assert {item.name for item in package.resources} == {*dataset.tables}
    report = package.validate()
    assert report.valid, report.flatten(["title", "message"])
    for resource in package.resources:
        rows = resource.read_rows()
        assert len(rows) == len(dataset.table(resource.name))
        frame = pd.read_csv(f"{root}/{resource.path}")
        assert list(frame) == list(dataset.table(resource.name))
        assert len(frame) == len(rows)
    with urlopen(f"{root}/feed.xml") as answer:
        parsed = feedparser.parse(answer.read())
    assert not parsed.bozo
    assert parsed.entries[0].title == f"Data version {dataset.version}"
