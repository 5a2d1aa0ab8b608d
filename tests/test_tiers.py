"""What the tests that everybody runs leave to CI, and what they do not."""

import os
import re
import subprocess
import sys
from itertools import combinations, product

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from tiers import each_pair, each_value, few, first_of

AXES = st.lists(st.integers(1, 4), min_size=2, max_size=4).map(
    lambda sizes: [range(size) for size in sizes]
)


def everyday(cases):
    return [case.values for case in cases if not case.marks]


@given(AXES, st.sampled_from([(1, each_value), (2, each_pair)]))
def test_the_everyday_tier_has_each_value_or_pair_and_ci_the_rest(axes, kind):
    size, covering = kind
    cases = covering(*axes)
    assert [case.values for case in cases] == list(product(*axes))
    for places in combinations(range(len(axes)), size):
        met = {tuple(case[place] for place in places) for case in everyday(cases)}
        assert met == set(product(*(axes[place] for place in places)))


def test_values_change_partners_in_the_everyday_tier():
    assert everyday(each_value("abcd", "xy", "12")) == [
        ("a", "x", "1"),
        ("b", "y", "2"),
        ("c", "x", "2"),
        ("d", "y", "1"),
    ]
    assert everyday(each_value("abc", "xy")) == [("a", "x"), ("b", "y"), ("c", "x")]
    assert len(everyday(each_pair("abcd", "xy", "12"))) == 8


def test_of_further_values_the_everyday_tier_has_the_first():
    cases = first_of("a", "b", "c")
    assert [case.values for case in cases] == [("a",), ("b",), ("c",)]
    assert everyday(cases) == [("a",)]


@pytest.mark.parametrize(("tier", "cases"), [("default", 3), ("exhaustive", 9)])
def test_a_slow_property_is_tried_on_few_cases_by_everybody(tier, cases):
    before = settings.get_current_profile_name()
    settings.load_profile(tier)
    try:
        assert few(3, 9).max_examples == cases
    finally:
        settings.load_profile(before)


TESTS = """
import pytest
from hypothesis import given, settings, strategies

def test_plain():
    pass

@given(strategies.none())
def test_property(_):
    assert settings.default.deadline is None

@pytest.mark.exhaustive
def test_long():
    pass

@pytest.mark.slow
@pytest.mark.exhaustive
def test_slow():
    pass
"""


@pytest.mark.parametrize(
    ("chosen", "names"),
    [
        ("", ["plain", "property"]),
        ("not slow", ["plain", "property"]),
        ("slow or not exhaustive", ["plain", "property"]),
        ("exhaustive", ["property", "long", "slow"]),
        ("(exhaustive) and not slow", ["property", "long"]),
    ],
)
def test_the_exhaustive_tier_runs_only_where_it_is_named(tmp_path, chosen, names):
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers =\n  slow\n  exhaustive\n")
    (tmp_path / "test_it.py").write_text(TESTS)
    plugins = ("-p", "_hypothesis_pytestplugin", "-p", "tiers")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-v", *plugins, "-m", chosen],
        cwd=tmp_path,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT / "tests"),
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert re.findall(r"::test_(\w+) PASSED", run.stdout) == names
