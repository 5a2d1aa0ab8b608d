"""Data that are broken, or change, while the page is read."""

import pytest
from pages import alt, opened, shown
from tiers import each_value


def test_broken_data_are_explained_and_nothing_else_is_shown(page_folder):
    path = page_folder / "data" / "agreements.csv"
    text = path.read_text("utf-8")
    assert ",signed," in text
    path.write_text(text.replace(",signed,", ",sealed,", 2), "utf-8")
    page = opened(page_folder)
    assert not page.exception
    words = shown(page)
    assert "agreements.csv, row" in words
    assert "column status" in words
    assert "“sealed”" in words
    assert "Remedy: " in words
    assert not page.get("plotly_chart")


def test_data_that_break_while_the_app_runs_leave_the_last_good_ones(page_folder):
    page = opened(page_folder)
    good = alt(page)
    path = page_folder / "data" / "readings.csv"
    text = path.read_text("utf-8")
    path.write_text(text.replace("600000000", "600 million"), "utf-8")
    page.run()
    assert not page.exception
    assert alt(page) == good
    assert "“600 million”" in shown(page)
    path.write_text(text, "utf-8")
    page.run()
    assert "Remedy: " not in shown(page)


def test_data_changed_on_disk_are_picked_up(page_folder):
    page = opened(page_folder)
    path = page_folder / "data" / "readings.csv"
    text = path.read_text("utf-8")
    changed = text.replace("reported-base,600000000", "reported-base,700000000", 1)
    changed = changed.replace("$600 million in the", "$700 million in the", 1)
    path.write_text(changed, "utf-8")
    page.run()
    assert "$700 million" in alt(page)
    assert "$600 million" not in alt(page)


def half_written(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def replaced_by_a_folder(path):
    path.unlink()
    path.mkdir()


def emptied(path):
    path.write_bytes(b"")


def made_unreadable_text(path):
    path.write_bytes(path.read_bytes() + b"\xff\xfe\xff")


def removed(path):
    path.unlink()


@pytest.mark.parametrize(
    ("breaking", "name"),
    each_value(
        [half_written, replaced_by_a_folder, emptied, made_unreadable_text, removed],
        ["readings.csv", "facts.csv", "datapackage.json"],
    ),
)
def test_a_reader_goes_on_while_a_file_is_broken_and_after_it_is_fixed(
    page_folder, name, breaking
):
    path = page_folder / "data" / name
    good = path.read_bytes()
    page = opened(page_folder)
    before = alt(page)
    page.segmented_control(key="view").set_value("actual").run()
    breaking(path)
    page.run()
    assert not page.exception
    (notice,) = [
        box for box in page.warning if "data files now have" in box.proto.title
    ]
    assert "last good version" in notice.value
    assert name in "\n".join(text.value for text in page.text)
    # What the reader had chosen is still chosen, and the chart still follows.
    assert "$20 billion" not in alt(page)
    page.segmented_control(key="view").set_value("both").run()
    assert alt(page) == before
    if path.is_dir():
        path.rmdir()
    path.write_bytes(good)
    page.run()
    assert not [box for box in page.warning if "data files" in box.proto.title]
    assert alt(page) == before
