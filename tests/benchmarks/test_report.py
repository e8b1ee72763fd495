"""What the benchmarks print and keep."""

from __future__ import annotations

import json

from benchmarks.report import as_data, lines
from benchmarks.results import Result
from benchmarks.work import chain

RESULTS = (
    Result("SimPy", (0.25, 0.5, 1.0), (18.0, 19.0, 20.0)),
    Result("tabletop", (0.125, 0.25, 0.125), (18.0, 18.5, 19.0)),
)


def test_the_table_says_how_many_times_as_long_each_takes_as_ours() -> None:
    assert [" ".join(line.split()) for line in lines(chain(), RESULTS)] == [
        "C5: 2,000 letters, 18.336 h each by a separate program",
        "engine median ms least–most ms ours × least–most sojourn h",
        "SimPy 500.0 250.0–1000.0 2.00 2.00–8.00 19.00 ± 0.58",
        "tabletop 125.0 125.0–250.0 1.00 1.00–1.00 18.50 ± 0.29",
    ]


def test_the_figures_are_kept_as_json() -> None:
    kept = json.loads(json.dumps(as_data(chain(), RESULTS, {"tabletop": 2.2})))
    assert (kept["work"], kept["truth_hours"], kept["events_per_handoff"]) == (
        "C5",
        18.336,
        {"tabletop": 2.2},
    )
    assert [each["name"] for each in kept["engines"]] == ["SimPy", "tabletop"]
    assert kept["engines"][0]["times_ours"] == [2.0, 2.0, 8.0]
