"""Measure the page against the floor: ``python tests/benchmarks/run.py``.

Only ratios within one run hold: the machine is shared, and so are its two
processors by server and reader.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
from pathlib import Path

import painting
import readers
from large import write_large
from serving import FLOOR, PAGE, serving

BY_TIME = "axis=Over+time"
CROWD, CROWD_PAUSE, CROWD_TURNS, CROWD_RUNS = 100, 4.0, 12, 5
# The first fit into memory that the server has anyway; and it takes memory in steps of
# megabytes, so that of a hundred more, each seems to cost anything from 0.07 to 0.09.
FIRST, FURTHER = 100, 1_000
LEAK_TURNS = 3_000


def main() -> None:
    """Run what is asked for, print a table, and write the same as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], default=list(PARTS))
    parser.add_argument("--out", type=Path, help="file for the JSON")
    given = parser.parse_args()
    rows = [row for part in given.parts or PARTS for row in PARTS[part]()]
    print(f"\n{'what':58}{'ours':>10}{'floor':>10}{'ratio':>8}")
    for row in rows:
        ratio = row["ours"] / row["floor"] if row["floor"] else float("nan")
        print(f"{row['what']:58}{row['ours']:10.3g}{row['floor']:10.3g}{ratio:8.2f}")
    if given.out:
        given.out.write_text(json.dumps(rows, indent=2), "utf-8")


def _row(what: str, ours: float, floor: float) -> dict[str, object]:
    return {"what": what, "ours": ours, "floor": floor}


def toggles() -> list[dict[str, object]]:
    """Return a toggle on the server, and in the browser."""
    with (
        serving(PAGE) as ours,
        serving(FLOOR) as floor,
        serving(PAGE, defaults=True) as default,
        painting.chromium() as browser,
    ):
        rows = []
        for name, query in (("by step", ""), ("over time", BY_TIME)):
            pairs = [
                (
                    readers.load(ours.address, query=query),
                    readers.load(floor.address, query=query),
                )
                for _ in range(5)
            ]
            first, second = (
                statistics.median(pair[place].p50 for pair in pairs) for place in (0, 1)
            )
            rows.append(_row(f"toggle {name}: server run, ms", first, second))
            plain = readers.load(default.address, query=query)
            rows.append(
                _row(f"toggle {name}: under Streamlit's defaults, ms", plain.p50, first)
            )
            sent = pairs[-1][0].bytes_per_turn, pairs[-1][1].bytes_per_turn
            rows.append(_row(f"toggle {name}: bytes", *sent))
            one = painting.toggle(browser, f"{ours.address}/?{query}", 12)
            other = painting.toggle(browser, f"{floor.address}/?{query}", 12)
            rows.append(_row(f"toggle {name}: click to painted, ms", one, other))
        return rows


def tabs() -> list[dict[str, object]]:
    """Return how long the tab of other pledges takes to open, beside a toggle."""
    with serving(PAGE) as ours, painting.chromium() as browser:
        opening = painting.opening(browser, ours.address, "Other pledges", 12)
        toggling = painting.toggle(browser, f"{ours.address}/?{BY_TIME}", 12)
    return [_row("tab Other pledges, beside a toggle over time, ms", opening, toggling)]


def cold() -> list[dict[str, object]]:
    """Return the start of a server, and its first reader."""
    cold, starts = [], []
    with painting.chromium() as browser:
        for app in (PAGE, FLOOR):
            with serving(app) as server:
                starts.append(server.started_ms)
                cold.append(painting.first_view(browser, server.address)[0])
    rows = [_row("start of the server, ms", *starts)]
    for part in ("words", "live", "chart"):
        what = f"first reader of a cold server: {part}, ms"
        rows.append(_row(what, *(getattr(paint, part) for paint in cold)))
    return rows


def first_views() -> list[dict[str, object]]:
    """Return the first view of a new and a returning reader on this machine."""
    return _views("this machine", 4, slow=False)


def slow_phone() -> list[dict[str, object]]:
    """Return the same on a slow phone."""
    return _views("slow phone", 2, slow=True)


def _views(where: str, visits: int, *, slow: bool) -> list[dict[str, object]]:
    rows = []
    with painting.chromium() as browser, serving(PAGE) as ours, serving(FLOOR) as floor:
        views = [
            [
                painting.first_view(browser, server.address, slow=slow)
                for server in (ours, floor)
            ]
            for _ in range(visits)
        ][1:]
    for place, visit in enumerate(("new", "returning")):
        met = {
            part: [
                statistics.median(getattr(view[app][place], part) for view in views)
                for app in (0, 1)
            ]
            for part in ("words", "picture", "live", "chart", "megabytes", "shift")
        }
        rows += [_row(f"{where}, {visit} reader: {part}", *met[part]) for part in met]
        # Nothing of the floor stands there before its words.
        picture = met["picture"][0], met["words"][1]
        rows.append(_row(f"{where}, {visit} reader: picture, floor's words", *picture))
    return rows


def crowd() -> list[dict[str, object]]:
    """Return what a hundred readers meet: the median of runs by turns."""
    with serving(PAGE) as ours, serving(FLOOR) as floor:
        for server in (ours, floor):
            readers.load(server.address, turns=3)
        met = [
            [
                readers.load(
                    server.address,
                    readers=CROWD,
                    turns=CROWD_TURNS,
                    pause=CROWD_PAUSE,
                )
                for server in (ours, floor)
            ]
            for _ in range(CROWD_RUNS)
        ]
    return [
        _row(
            f"{CROWD} readers: {part}",
            *(
                statistics.median(getattr(pair[app], part) for pair in met)
                for app in (0, 1)
            ),
        )
        for part in ("p50", "p99", "errors")
    ]


def memory() -> list[dict[str, object]]:
    """Return the memory that each further reader costs."""
    each = []
    for app in (PAGE, FLOOR):
        with serving(app) as server:
            readers.load(server.address, turns=3)
            each.append(
                readers.memory_of_each(
                    server.address,
                    FURTHER,
                    lambda server=server: server.memory_mb,
                    FIRST,
                )
            )
    return [_row("memory per further reader, MB", *each)]


def leaks() -> list[dict[str, object]]:
    """Return how much memory many toggles leave behind."""
    grown = []
    for app in (PAGE, FLOOR):
        with serving(app) as server:
            readers.load(server.address, turns=LEAK_TURNS // 3)
            before = server.memory_mb
            readers.load(server.address, turns=LEAK_TURNS)
            grown.append(server.memory_mb - before)
    return [_row(f"memory after {LEAK_TURNS:,} toggles, MB more", *grown)]


def large() -> list[dict[str, object]]:
    """Return a toggle of the large package beside one of the project's own."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "large"
        write_large(data)
        rows = []
        with serving(PAGE, data) as ours, serving(PAGE) as own:
            for name, query in (("by step", ""), ("over time", BY_TIME)):
                pair = [readers.load(s.address, query=query) for s in (ours, own)]
                what = f"large package beside the own, toggle {name}"
                rows.append(_row(f"{what}: ms", pair[0].p50, pair[1].p50))
                sent = [load.bytes_per_turn for load in pair]
                rows.append(_row(f"{what}: bytes", *sent))
                firsts = [load.first for load in pair]
                rows.append(_row("  first run on the server: ms", *firsts))
        return rows


PARTS = {
    "toggles": toggles,
    "tabs": tabs,
    "cold": cold,
    "first_views": first_views,
    "slow_phone": slow_phone,
    "crowd": crowd,
    "memory": memory,
    "leaks": leaks,
    "large": large,
}

if __name__ == "__main__":
    main()
