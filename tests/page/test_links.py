"""Links of version 0.3.0 still mean something, and mangled ones too."""

import pytest

from components.page.links import ALIASES, read


@pytest.mark.parametrize(
    ("arrived", "expected"),
    [
        ({"view": "Actual"}, {"view": "Actual (claimed)"}),
        ({"view": "Actual and target"}, {"view": "Both"}),
        ({"tab": "What would it take?"}, {"tab": "On track?"}),
        ({"tab": "What can I write?"}, {"tab": "Who says what"}),
        ({"tab": "Data and sources"}, {"tab": "Data and method"}),
        ({"tab": "Cite and download"}, {}),
        ({"recorded": "false"}, {"published": "false"}),
        ({"time_scale": "Logarithmic"}, {"log": "true"}),
        ({"scale": "Logarithmic", "axis": "By step"}, {"axis": "By step"}),
        ({"reading": "C002", "q": "port."}, {"reading": "C002", "q": "port."}),
    ],
)
def test_a_link_of_version_0_3_0_keeps_its_meaning(arrived, expected):
    understood = read({name: [value] for name, value in arrived.items()})
    assert understood.parameters == {name: [value] for name, value in expected.items()}
    assert not understood.not_understood


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("view", "target"),
        ("VIEW", "Target."),
        ("amp;view", "TARGET"),
        ("view", "Target)."),
        ("&view", "Target%2C"),
        ("?view", "target!"),
    ],
)
def test_what_chats_and_mail_do_to_a_link_is_undone(name, value):
    assert read({name: [value]}).parameters == {"view": ["Target"]}


def test_a_space_that_was_escaped_twice_is_a_space():
    assert read({"axis": ["Over%2520time"]}).parameters == {"axis": ["Over time"]}
    assert read({"tab": ["who+says+what,"]}).parameters == {"tab": ["Who says what"]}
    assert read({"tab": ["On track"]}).parameters == {"tab": ["On track?"]}


def test_what_means_nothing_is_named_and_not_kept():
    understood = read({"view": ["Sideways"], "axis": ["Over time"]})
    assert understood.parameters == {"axis": ["Over time"]}
    assert understood.not_understood == ("view=Sideways",)


def test_a_link_of_today_is_left_as_it_is():
    today = {"view": ["Both"], "axis": ["Over time"], "field": ["a", "b"]}
    assert read(today).parameters == today


def test_no_alias_leads_to_another():
    targets = {new for new in ALIASES.values() if new}
    assert not targets & set(ALIASES)
