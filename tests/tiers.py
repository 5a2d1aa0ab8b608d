"""Two tiers: what everybody runs, and ``-m exhaustive``, which CI runs besides."""

import os
import re
from collections import Counter
from itertools import combinations, product

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings

# Neither may depend on how busy a machine is.
UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
# The same cases for everybody, so that no run fails by chance.
settings.register_profile("default", UNTIMED, max_examples=30, derandomize=True)
# By hand other cases each time, which is how new errors are found; CI judges a
# change, so it tries the same cases on each.
settings.register_profile(
    "exhaustive",
    UNTIMED,
    max_examples=200,
    print_blob=True,
    derandomize=bool(os.environ.get("CI")),
)


def wants_exhaustive(config):
    """Return whether ``-m`` asks for the exhaustive tier."""
    return bool(re.search(r"(?<!not )\bexhaustive\b", config.option.markexpr))


def pytest_configure(config):
    """Choose how many cases a property is tried on."""
    settings.load_profile("exhaustive" if wants_exhaustive(config) else "default")


@pytest.hookimpl(tryfirst=True)  # before pytest looks at -m
def pytest_collection_modifyitems(config, items):
    """Leave the exhaustive tier out, unless asked for; properties are in both.

    A ``-m "not exhaustive"`` in the settings would be lost with any other ``-m``.
    """
    if wants_exhaustive(config):
        for item in items:
            if is_hypothesis_test(getattr(item, "obj", None)):
                item.add_marker("exhaustive")
        return
    left_out = [item for item in items if item.get_closest_marker("exhaustive")]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


def few(everyday, exhaustive=200):
    """Return the settings of a property whose cases take long: so many in each tier."""
    is_exhaustive = settings.get_current_profile_name() == "exhaustive"
    return settings(
        max_examples=exhaustive if is_exhaustive else everyday,
        suppress_health_check=list(HealthCheck),
    )


def first_of(*values):
    """Return values of which all but the first are tried in the exhaustive tier."""
    return [
        pytest.param(value, marks=pytest.mark.exhaustive if place else [])
        for place, value in enumerate(values)
    ]


def each_value(*axes):
    """Return all combinations; those not needed for each value are exhaustive."""
    return _covering(axes, 1)


def each_pair(*axes):
    """Return all combinations; those not needed for each pair are exhaustive."""
    return _covering(axes, 2)


def _covering(axes, together):
    every = list(product(*axes))
    chosen, met = set(), Counter()

    def gain(case):
        new = sum(group not in met for group in _groups(case, together))
        # Between equals, values change partners, and none is preferred.
        pairs = sum(group not in met for group in _groups(case, 2))
        return new, pairs, -sum(met[group] for group in _groups(case, 1))

    while gain(best := max(every, key=gain))[0]:
        chosen.add(best)
        met.update(group for size in (1, 2) for group in _groups(best, size))
    return [
        pytest.param(*case, marks=[] if case in chosen else pytest.mark.exhaustive)
        for case in every
    ]


def _groups(case, size):
    """Return the groups of so many values that meet in a case, with their places."""
    return list(combinations(enumerate(case), size))
