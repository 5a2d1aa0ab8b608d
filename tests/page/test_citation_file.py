"""CITATION.cff names the software as it is."""

import re

from conftest import ROOT

from components import __version__


def test_the_citation_names_this_version_and_licence():
    text = (ROOT / "CITATION.cff").read_text("utf-8")
    found = dict(re.findall(r"^([a-z-]+): (\S+)$", text, re.M))
    assert found["version"] == __version__
    assert found["license"] == "MIT"
    assert found["cff-version"] == "1.2.0"
