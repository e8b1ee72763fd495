"""Exercises of the small city that differ in what stands in the way, who acts for whom and what is decided how."""

from __future__ import annotations

from typing import cast

from hypothesis import strategies as st

from tabletop.engine import run
from tabletop.model.record import Record
from tests.compare.city import WORDS, city

Words = dict[str, object]


def _words(part: str) -> Words:
    return dict(cast("Words", WORDS[part]))


@st.composite
def _structures(draw: st.DrawFn) -> Words:
    links = [
        {"between": ("school", "city"), "channel": "email", "else": "phone", "after": "4h"},
        {"between": ("police", "city"), "channel": "phone"},
        {"among": ("ngo", "city", "school"), "channel": draw(st.sampled_from(["email", "phone", "meeting"]))},
    ]
    kept = tuple(link for link in links if draw(st.integers(0, 3))) or tuple(links)
    return {"hub": {"links": kept, "sharing": draw(st.sampled_from(["needed", "everyone"]))}}


@st.composite
def _channels(draw: st.DrawFn) -> Words:
    loss = {
        "loss": draw(st.sampled_from([0.0, 0.4, 1.0])),
        "noticed_after": draw(st.sampled_from(["1d", None])),
    }
    session = {"every": "1w", "on": "Tue 10:00", "attends": draw(st.sampled_from([1.0, 0.6]))}
    channels = _words("channels")
    return {
        **channels,
        "email": {"delay": "2h", "barriers": {"lossy_channel": loss}},
        "meeting": {"medium": "notes", "barriers": {"periodic_meeting": session}},
    }


@st.composite
def _barriers(draw: st.DrawFn) -> Words:
    barriers = _words("barriers")
    gate = {**cast("Words", barriers["legal_gate"]), "refuses": draw(st.sampled_from([0.0, 0.5]))}
    trust = {"otherwise": draw(st.sampled_from([0.1, 0.6, 1.0])), "hesitates": "1d", "tries": 3}
    return {
        "legal_gate": gate,
        "trust": trust,
        "unclear_role": {"knows": draw(st.sampled_from([0.5, 1.0]))},
        "retelling": {},
    }


@st.composite
def _decisions(draw: st.DrawFn) -> Words:
    kinds = ("concern", "background", "offer")
    conference = {
        "by": draw(
            st.sampled_from(["coordinator", {"all": ("coordinator", "ngo")}, {"any": ("coordinator", "ngo")}])
        ),
        "needs": draw(st.sampled_from([kinds, {"of": kinds, "any": 2}])),
        "takes": "2h",
        "within": draw(st.sampled_from(["1d", "3d", "8d"])),
        "decides_anyway": draw(st.booleans()),
        "tells": {"plan": "referrer"},
    }
    return {"conference": conference}


@st.composite
def _roles(draw: st.DrawFn) -> Words:
    alone = {"held_by": "city"}
    with_deputy = {"held_by": "city", "deputy": "police"}
    together = {"held_by": ("city", "school"), "acts": "all", "deputy": "police"}
    return {**_words("roles"), "coordinator": draw(st.sampled_from([alone, with_deputy, together]))}


@st.composite
def _injects(draw: st.DrawFn) -> Words:
    away = {"actor": draw(st.sampled_from(["city", "school", "ngo"])), "lasts": "1d"}
    return {
        **_words("injects"),
        "sick_leave": {"after": "post", "wait": "4h", "absence": away},
        "second": {"only_if": {"late": "early_warning"}, "to": "police", "brings": "concern"},
    }


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Draw an exercise and play it."""
    scenario = city(
        structures=draw(_structures()),
        channels=draw(_channels()),
        barriers=draw(_barriers()),
        decisions=draw(_decisions()),
        roles=draw(_roles()),
        injects=draw(_injects()),
    )
    return run(scenario, seed=draw(st.integers(0, 10**6)))
