"""How much one scenario file may hold: the sizes beyond which a reader says so instead of growing slow or large.

A whole-of-government exercise with 3,000 actors and 20,000 injects stays below all of them; a file that was made to
exhaust the machine, such as 100 kB of opening brackets, is refused within milliseconds.
"""

from __future__ import annotations

from collections.abc import Mapping

MOST_BYTES = 5 * 1024 * 1024
"""Bytes of one file in UTF-8: 5 MiB, some 100 times the longest exercise that people wrote by hand."""

MOST_FILES_USED = 20
"""Files of which one scenario may use the parts."""

MOST_DEPTH = 40
"""Mappings and lists inside each other; the format itself needs 9."""

MOST_NODES = 200_000
"""Mappings, lists and single values together; the keys of mappings are not counted again."""

MOST_ENTRIES: Mapping[str, int] = {"actors": 10_000, "injects": 100_000}
"""Entries of a part of the scenario, counted as they are written: what `copies` makes is counted by the model."""

MOST_WRITTEN_OUT = 1_000_000
"""Values after `defaults`, `like` and `copies` are written out: 10,000 actors with a hundred values each."""

MOST_DESK_DAYS = 5_000_000
"""Days of the exercise times different opening hours: 10 years with 1,300 timetables, or two months with 80,000."""

MOST_SESSIONS_IN_ALL = 500_000
"""Sessions of all recurring meetings together."""

MOST_DIGITS = 18
"""Digits of a whole number, so that it stays exact wherever it is written to."""

MOST_PROBLEMS = 20
"""Problems that are told of one file; the rest are only counted."""

MOST_NOTED = 1_000
"""Problems after which a file is not looked at any further."""

MOST_LETTERS_QUOTED = 40
"""Letters of what was written that a problem repeats."""
