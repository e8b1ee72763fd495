"""The papers of a pack, from the scenario alone: each one template with one view, in the language that is being spoken.

A new paper is one entry here and one template; `situation_manual` alone goes to players before the exercise, so its view
holds nothing of the events but what everybody is told at StartEx.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from jinja2 import Environment, FileSystemLoader

from tabletop.debrief import pages
from tabletop.debrief.agreement import Agreement, agreement
from tabletop.debrief.html import set_for_html
from tabletop.debrief.naming import Names
from tabletop.debrief.pack.events import Event, events
from tabletop.debrief.pack.guides import Guide, Letter, guides, letters
from tabletop.debrief.pack.players import Partner, RoleCard, partners, role_cards
from tabletop.debrief.sayings import full_date, lasting, moment
from tabletop.debrief.text import Name, Prose, Text, named, phrase, prose
from tabletop.debrief.view import marking
from tabletop.debrief.words import _, direction, language
from tabletop.model.scenario import Scenario
from tabletop.resources import VERSION, shipped

PAPERS: tuple[str, ...] = (
    "situation_manual",
    "facilitator_guide",
    "inject_cards",
    "role_cards",
    "evaluation_guides",
    "observation_sheet",
    "feedback_form",
    "ground_rules",
    "sheet_to_sign",
)
"""Every paper, by the name of its template, in the order in which a trainer needs them."""

FOLDERS = ("pack", pages.FOLDER)
"""The folders of its templates: its own, and the debrief's for the parts they share."""

BLANK_LINES = 14
"""Lines to write on of an observation sheet: what fits on a page of A4 laid across."""


@dataclass(frozen=True, slots=True)
class PackView:
    """All that the papers of a pack show, every word worked out."""

    language: str
    """The language of our words, as a BCP 47 tag."""
    direction: Literal["ltr", "rtl"]
    """The direction in which that language is written."""
    marking: Name
    """What every page and every card bears."""
    title: Name
    """What the exercise is called."""
    structure: Name
    """The way of working together that is played."""
    structure_summary: Prose
    """What the scenario says of it."""
    starts: str
    """When StartEx is."""
    span: Text
    """From when to when, and how long."""
    sponsor: Name
    """Who sponsors the exercise; empty when the scenario does not say."""
    contact: Name
    """The point of contact; empty when the scenario does not say."""
    summary: Prose
    """The situation as the facilitator knows it; never shown to players."""
    opening: tuple[Event, ...]
    """What everybody is told at StartEx."""
    events: tuple[Event, ...]
    """All events, in order of time."""
    partners: tuple[Partner, ...]
    """Who takes part."""
    cards: tuple[RoleCard, ...]
    """A card for each role."""
    objectives: tuple[Guide, ...]
    """The objectives, with what to watch for."""
    letters: tuple[Letter, ...]
    """The four ratings."""
    discussion: tuple[Name, ...]
    """Questions for the hot wash."""
    agreement: Agreement
    """The sheet to sign."""
    lines: int
    """How many blank lines an observation sheet has."""
    origin: str
    """Version, scenario and structure, as they stand at the foot of each page."""


def pack_view(scenario: Scenario, structure: str | None = None) -> PackView:
    """Return what the papers show, in the language that is being spoken."""
    played, clock, names = structure or scenario.first_structure, scenario.clock, Names(scenario)
    found = events(scenario)
    dates = {"start": full_date(clock, 0), "end": full_date(clock, clock.lasts), "span": lasting(clock.lasts)}
    return PackView(
        language=language(),
        direction=direction(),
        marking=marking(scenario),
        title=named(scenario.title),
        structure=names.structure(played),
        structure_summary=prose(scenario.structures[played].summary),
        starts=moment(clock, 0),
        span=phrase(_("{start} to {end}, {span}"), dates),
        sponsor=named(scenario.sponsor),
        contact=named(scenario.contact),
        summary=prose(scenario.summary),
        opening=tuple(each for each in found if _tells_everybody_at_once(scenario, each)),
        events=found,
        partners=partners(scenario),
        cards=role_cards(scenario, played),
        objectives=guides(scenario),
        letters=letters(),
        discussion=tuple(named(each) for each in scenario.discussion),
        agreement=agreement(scenario, played),
        lines=BLANK_LINES,
        origin=f"tabletop {VERSION} · {scenario.id} · {played} · {scenario.sha256[:12]}",
    )


def printed(view: PackView) -> dict[str, str]:
    """Return the papers as pages for a browser and for print, by name."""
    press = _press()
    return {name: press.get_template(f"{name}.html.j2").render(view=view) for name in PAPERS}


def _tells_everybody_at_once(scenario: Scenario, event: Event) -> bool:
    words = scenario.injects[event.id]
    begins = words.at is not None and words.at.on(scenario.clock) <= 0
    return begins and words.brings is None and words.only_if is None and event.is_given


@lru_cache(maxsize=1)
def _press() -> Environment:
    loader = FileSystemLoader([shipped("templates") / folder for folder in FOLDERS])
    return pages.press(set_for_html, escaping=True).overlay(loader=loader)
