"""A drawing says who reaches whom by which channel, briefly, whatever the names are."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.structures import SHAPES, Network, as_mermaid, as_text, network
from tabletop.structures.bundles import strands
from tests.structures.made import SAID, made

ACTORS = {
    "city": {"title": "City hall"},
    "police": {"title": "Police"},
    "school": {"title": "School"},
    "ngo": {"title": "Youth organisation"},
    "lawyer": {"title": "Lawyer"},
}
LINKS: list[dict[str, Any]] = [
    {"among": ["city", "police", "school"], "channel": "letter", "carries": ["concern"]},
    {"between": ["city", "police"], "channel": "phone", "for": "urgent"},
    {"from": "school", "to": "city", "channel": "email", "else": "phone", "after": "4h"},
    {"from": ["school", "ngo"], "to": ["city", "police"], "channel": "phone", "carries": ["sensitive"]},
    {"between": ["city", "ngo"], "channel": "email"},
    {"between": ["ngo", "school"], "channel": "email"},
]


def test_a_structure_in_words() -> None:
    scenario = made(ACTORS, {"it": {"links": LINKS}})
    assert as_text(scenario, network(scenario, "it")).splitlines() == [
        "Information goes to those who need it.",
        "letter (concern)",
        "  City hall, Police, School: each with each",
        "phone (everything; meant for what is urgent)",
        "  City hall ↔ Police",
        "E-mail (everything; not arrived after 4 h: also phone)",
        "  School → City hall",
        "phone (what is sensitive)",
        "  School, Youth organisation → City hall, Police",
        "E-mail (everything)",
        "  City hall ↔ Youth organisation ↔ School",
        "Not linked: Lawyer",
    ]


@pytest.mark.parametrize(
    ("shape", "line"),
    [
        ({"shape": "star", "hub": "school"}, "School ↔ City hall, Police, Youth organisation, Lawyer"),
        ({"shape": "chain"}, "City hall ↔ Police ↔ School ↔ Youth organisation ↔ Lawyer"),
        ({"shape": "ring"}, "City hall ↔ Police ↔ School ↔ Youth organisation ↔ Lawyer ↔ City hall"),
        ({"shape": "complete"}, "City hall, Police, School, Youth organisation, Lawyer: each with each"),
        ({"shape": "committee"}, "City hall, Police, School, Youth organisation, Lawyer: each with each"),
    ],
)
def test_a_shape_is_one_line(shape: dict[str, Any], line: str) -> None:
    scenario = made(ACTORS, {"it": {"channel": "email", "sharing": "everyone", **shape}})
    assert as_text(scenario, network(scenario, "it")).splitlines() == [
        "Each tells everyone it is linked to.",
        "E-mail (everything)",
        f"  {line}",
    ]


def test_thirty_actors_with_long_names_stay_within_the_page() -> None:
    actors = {f"a{each}": {"title": f"Department of Community Affairs, Section {each}"} for each in range(30)}
    scenario = made(actors, {"it": {"shape": "star", "hub": "a7", "channel": "email"}})
    lines = as_text(scenario, network(scenario, "it"), width=80).splitlines()
    assert max(map(len, lines)) <= 80
    assert len(lines) < 25
    assert all(line.startswith("      ") for line in lines[3:])


def test_arabic_names_are_isolated_so_that_arrows_keep_their_direction() -> None:
    actors = {"school": {"title": "مدرسة"}, "city": {"title": "City hall"}}
    links = [{"from": "school", "to": "city", "channel": "email"}]
    scenario = made(actors, {"it": {"links": links}})
    assert as_text(scenario, network(scenario, "it")).splitlines()[2] == "  \u2068مدرسة\u2069 → City hall"


def test_a_structure_in_mermaid() -> None:
    scenario = made(ACTORS, {"it": {"links": LINKS}})
    assert as_mermaid(scenario, network(scenario, "it")).splitlines() == [
        "flowchart LR",
        '    actor_city["City hall"]',
        '    actor_police["Police"]',
        '    actor_school["School"]',
        '    actor_ngo["Youth organisation"]',
        '    actor_lawyer["Lawyer"]',
        '    body_0(("letter"))',
        "    actor_city --- body_0",
        "    actor_police --- body_0",
        "    actor_school --- body_0",
        '    actor_city <-->|"phone"| actor_police',
        '    actor_school -->|"E-mail, phone"| actor_city',
        '    actor_school -->|"phone"| actor_police',
        '    actor_ngo -->|"phone"| actor_city',
        '    actor_ngo -->|"phone"| actor_police',
        '    actor_city <-->|"E-mail"| actor_ngo',
        '    actor_ngo <-->|"E-mail"| actor_school',
    ]


@given(st.text(max_size=40))
def test_no_title_breaks_out_of_mermaid(title: str) -> None:
    actors = {"end": {"title": title}, "style": {"title": title}}
    scenario = made(
        actors,
        {"it": {"shape": "chain", "channel": "email"}},
        rest={"channels": {"email": {"title": title}}},
    )
    box, _, arrow = as_mermaid(scenario, network(scenario, "it")).split("\n")[1:]
    label = r'"(?:[^"#&<>`;\\]|#\d+;)*"'
    assert re.fullmatch(rf"    actor_end\[{label}\]", box)
    assert re.fullmatch(rf"    actor_end <-->\|{label}\| actor_style", arrow)


def drawn_pairs(text: str) -> set[frozenset[str]]:
    """Read the two-way pairs off a drawing by e-mail."""
    pairs: set[frozenset[str]] = set()
    for line in text.splitlines()[2:]:
        body, each, _ = line.strip().partition(": each with each")
        if each:
            named = body.split(", ")
            pairs |= {frozenset((one, other)) for one in named for other in named if one != other}
        else:
            row = [part.split(", ") for part in line.strip().split(" ↔ ")]
            pairs |= {frozenset((before[-1], after)) for before, group in pairwise(row) for after in group}
    return pairs


@given(st.sampled_from(sorted(SHAPES)), st.integers(min_value=4, max_value=20))
def test_a_drawing_shows_every_way_of_every_shape(shape: str, number: int) -> None:
    words = {"shape": shape, "channel": "email", **SAID[shape]}
    scenario = made([f"a{each}" for each in range(number)], {"it": words})
    drawn: Network = network(scenario, "it")
    assert drawn_pairs(as_text(scenario, drawn, width=10_000)) == {frozenset(way[:2]) for way in drawn.ways}


@given(
    st.sets(
        st.lists(st.integers(min_value=0, max_value=9), min_size=2, max_size=2, unique=True).map(
            lambda ends: (str(min(ends)), str(max(ends)))
        )
    )
)
def test_strands_hold_each_pair_once(pairs: set[tuple[str, str]]) -> None:
    found: list[frozenset[str]] = []
    for centre, actors in strands(sorted(pairs)):
        row = [(centre, other) for other in actors] if centre else list(pairwise(actors))
        found += [frozenset(pair) for pair in row]
    assert sorted(map(sorted, found)) == sorted(map(sorted, pairs))
