"""Files that nobody would write: whatever happens to a scenario's text, the reader says what is wrong and no more."""

from __future__ import annotations

import string
from functools import cache

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tabletop.barriers import BARRIERS
from tabletop.errors import Problem, ScenarioError
from tabletop.model.scenario import Scenario
from tabletop.model.structure import Link
from tabletop.model.work import Who
from tabletop.reading import Source, checked, read
from tabletop.reading.fields import SECTIONS, keys_of
from tabletop.reading.library import find_source
from tabletop.reading.limits import MOST_PROBLEMS
from tabletop.reading.schema import ENTRIES
from tests.reading.hostile.city import CITY, city

bounded = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])

ODD = (
    "0", "-1", "1e9", "010", ".nan", "yes", "null", "~", "''", '""', "[]", "{}", "[a]", "{a: b}", "- a", "|", ">", "*a", "&a b",
    "!!str x", "<<", "?", ": ", "#", "\t", "\n", "\u202e", "\x00", "٣", "2h", "1h to 4h", "20%", "150%", "2026-02-30",
    "{value: 1}", "{value: 1, guess: 0 to 2}", "{on_average: 1h}", "each", "any_other", "sensitive", "always", "{sector: x}",
)  # fmt: skip
"""Words that mean something somewhere, mostly not here."""


@cache
def shipped(name: str) -> str:
    return find_source(name).content.decode()


def told(text: str) -> tuple[Problem, ...]:
    """Return what the reader says; anything but problems is a failure of the reader."""
    problems = checked(Source("fuzz", "fuzz.yaml", text.encode("utf-8", "surrogatepass")))
    assert len(problems) <= MOST_PROBLEMS + 1
    assert all("\n" not in str(problem) and str(problem).isprintable() for problem in problems), problems
    return problems


def agrees(text: str) -> None:
    """A file without problems is one that can be read, and the other way round."""
    try:
        scenario = read(Source("fuzz", "fuzz.yaml", text.encode("utf-8", "surrogatepass")))
    except ScenarioError:
        assert told(text)
    else:
        alone = [problem for problem in told(text) if not _of_an_intervention(problem)]
        assert (type(scenario), alone) == (Scenario, [])


def _of_an_intervention(problem: Problem) -> bool:
    return problem.path.startswith("interventions.") or "switched on" in problem.what or problem.line == 0


@bounded
@given(st.data())
def test_a_shipped_scenario_with_lines_changed(data: st.DataObject) -> None:
    """Lines taken out, doubled, swapped, indented otherwise, or with an odd word in place of one of theirs."""
    lines = shipped(data.draw(st.sampled_from(["first_steps", "kumanovo_cat", "classic/meeting"]))).split(
        "\n"
    )
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        match data.draw(st.sampled_from(["drop", "double", "swap", "indent", "word"])):
            case "drop":
                del lines[at]
            case "double":
                lines.insert(at, lines[at])
            case "swap":
                other = data.draw(st.integers(0, len(lines) - 1))
                lines[at], lines[other] = lines[other], lines[at]
            case "indent":
                lines[at] = " " * data.draw(st.integers(0, 6)) + lines[at].lstrip()
            case _:
                words = lines[at].split(" ")
                words[data.draw(st.integers(0, len(words) - 1))] = data.draw(st.sampled_from(ODD))
                lines[at] = " ".join(words)
    agrees("\n".join(lines))


@bounded
@given(st.data())
def test_a_shipped_scenario_with_characters_changed(data: st.DataObject) -> None:
    text = shipped("first_steps")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        width = data.draw(st.integers(0, 30))
        text = (
            text[:at] + data.draw(st.one_of(st.sampled_from(ODD), st.text(max_size=6))) + text[at + width :]
        )
    agrees(text)


KEYS = sorted(
    {key for kind in (Scenario, *ENTRIES, *BARRIERS.values(), Link, Who) for key in keys_of(kind)}
    | {"thing", "school", "value", "guess", "least", "most", "sector"}
)
"""Keys that mean something in one place or another."""
SCALARS = st.one_of(
    st.sampled_from([*ODD, "school", "police", "lead", "concern", "email", "team", "1d", "2h", "0m", "50%"]),
    st.text(string.ascii_lowercase + "_0123456789", min_size=1, max_size=8),
    st.integers(-5, 10**6).map(str),
)
FLOWS = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(st.sampled_from(KEYS), inner, max_size=4).map(
            lambda entries: "{" + ", ".join(f"{key}: {value}" for key, value in entries.items()) + "}"
        ),
    ),
    max_leaves=8,
)
"""Values in brackets, with keys that mean something in one place or another."""


@settings(bounded, max_examples=120)
@example("tasks", "{look: {by: police, tells: [{plan: school}]}}")
@example("barriers", "{gate: {kind: {a: b}}}")
@example("structures", "{team: {shape: tree, root: school, branches: {a: [{}]}, channel: email}}")
@example("information", "{concern: {channels: [[email]]}}")
@example("defaults", "{actors: {like: school}}")
@example("interventions", "{x: {set: {actors: {}}}}")
@example("interventions", "{x: {set: {defaults: {actors: []}}}}")
@example("interventions", "{x: {set: {injects.y: {}}}}")
@example("texts", "{ar: {texts: {ar: {texts: x}}}}")
@given(st.sampled_from([*CITY, *SECTIONS, "defaults", "texts", "discussion"]), FLOWS)
def test_a_city_with_anything_for_one_of_its_parts(part: str, value: str) -> None:
    agrees(city(f"{part}: {value}"))


@settings(bounded, max_examples=120)
@given(st.sampled_from(SECTIONS), st.dictionaries(st.sampled_from(KEYS), FLOWS, max_size=5))
def test_a_city_with_any_keys_in_one_entry(part: str, fields: dict[str, str]) -> None:
    written = ", ".join(f"{key}: {value}" for key, value in fields.items())
    agrees(city(f"{part}: {{thing: {{{written}}}}}"))


@bounded
@given(st.binary(max_size=300))
def test_any_bytes_at_all(content: bytes) -> None:
    assert checked(Source("fuzz", "fuzz.yaml", content))
