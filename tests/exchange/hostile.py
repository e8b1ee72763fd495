"""Texts and injects that are meant to break a spreadsheet, a scenario file or their reader, as strategies."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tabletop.model.duration import DAY, write_duration

NASTY = (
    "=1+1",
    '=HYPERLINK("http://example.org")',
    "+41",
    "-1",
    "@SUM(A1)",
    "\tx",
    "'=1",
    "''@",
    "＝1",
    "true",
    "null",
    "~",
    "10:30",
    "010",
    "1e5",
    "#N/A",
    "_x000D_",
    "_x005F_x000D_",
    "a,b;c\td",
    'say "no"',
    "it's",
    "a: b # c",
    "- list",
    "? key",
    "[x]",
    "{x: y}",
    "| block",
    "> fold",
    "*a &b !c %d `e",
    "---",
    "...",
    "\\n \\x41",
    "line\nline",
    "line\n",
    "line\n\n",
    "\nline",
    "  indented\n    more\n",
    "x \n y",
    " \n",
    " ",
    "منشور مقلق",
    "\u200fمنشور\u200e (post)",
    "\u2067منشور\u2069",
    "é",
    "e\u0301",
    "🧑‍🏫",
    "a\u00a0b",
    "x" * 300,
)

_SAFE = st.characters(
    exclude_categories=["Cs", "Cc"],
    exclude_characters="\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufffe\uffff",
)
texts = st.sampled_from(NASTY) | st.text(_SAFE | st.sampled_from("\n\t =+-@'\"#:,;|"), max_size=30)
"""Texts that a scenario may hold."""

durations = st.integers(0, 30 * DAY).map(write_duration)
positive = st.integers(1, 30 * DAY).map(write_duration)
amounts = st.one_of(
    durations,
    st.tuples(st.integers(0, DAY), st.integers(0, DAY)).map(
        lambda ends: f"{write_duration(min(ends))} to {write_duration(max(ends) + 1)}"
    ),
    st.just({"least": "1h", "likely": "1d 2h", "most": "1w"}),
    st.just({"half_within": "47m", "nine_in_ten_within": "1d"}),
    positive.map(lambda mean: {"on_average": mean}),
)
_WHEN = st.one_of(
    durations.map(lambda at: {"at": at}),
    st.datetimes(
        min_value=__import__("datetime").datetime(2026, 3, 2, 8),
        max_value=__import__("datetime").datetime(2026, 4, 10),
    ).map(lambda at: {"at": str(at.replace(microsecond=0))}),
    amounts.map(lambda wait: {"after": "first", "wait": wait}),
    st.just({"only_if": {"late": "told"}}),
)
_BROUGHT: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.just({}),
    st.fixed_dictionaries(
        {
            "to": st.lists(st.sampled_from(["school", "city", "coordinator"]), min_size=1, unique=True).map(
                tuple
            )
        },
        optional={
            "accuracy": st.integers(0, 1000).map(lambda part: part / 1000),
            "priority": st.sampled_from(["urgent", "routine"]),
        },
    ).map(lambda said: {**said, "brings": "concern"}),
)
_EFFECTS = st.fixed_dictionaries(
    {},
    optional={
        "outage": positive.map(lambda lasts: {"channel": "email", "lasts": lasts}),
        "absence": positive.map(lambda lasts: {"actor": "city", "staff": 1, "lasts": lasts}),
        "surge": amounts.map(lambda takes: {"actor": "city", "every": "2h", "takes": takes, "lasts": "1d"}),
        "structure": st.just("hub"),
        "end_link": st.sampled_from([
            {"from": "city", "to": "school"},
            {"from": "city", "to": "school", "channel": "email"},
        ]),
    },
)
_TEXTS = st.fixed_dictionaries(
    {},
    optional=dict.fromkeys(
        ("title", "storyline", "from", "injected_by", "mode", "expected", "text", "notes"), texts
    ),
)


def _together(parts: tuple[dict[str, Any], ...]) -> dict[str, Any]:
    return {key: value for part in parts for key, value in part.items()}


injects = st.tuples(_WHEN, _BROUGHT, _EFFECTS, _TEXTS).map(_together)
"""Injects in the words of a scenario; those that follow another follow `first`."""
