"""All that a debrief says, as plain data: the text of the report before anybody chose a page or a font.

HTML, Markdown and the summary on a terminal are three ways to print the same view.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tabletop.compare.helping import Help
from tabletop.compare.reruns import Reruns
from tabletop.compare.usually import Usual
from tabletop.debrief.agreement import Agreement, agreement
from tabletop.debrief.conduct import Conduct
from tabletop.debrief.gains import Gains
from tabletop.debrief.observed.notes import Notes
from tabletop.debrief.observed.section import Watched, watched
from tabletop.debrief.often import Often
from tabletop.debrief.provenance import Provenance
from tabletop.debrief.sayings import dates
from tabletop.debrief.sections.areas import Area, areas
from tabletop.debrief.sections.broken import Broken, broken
from tabletop.debrief.sections.competencies import CompetencyRow, competencies
from tabletop.debrief.sections.desks import Desks, desks
from tabletop.debrief.sections.front import FrontPage, front_page
from tabletop.debrief.sections.guarded import Guarded, guarded
from tabletop.debrief.sections.happened import Happened, happened
from tabletop.debrief.sections.helped import Helped, helped
from tabletop.debrief.sections.knew import Knew, knew
from tabletop.debrief.sections.method import Method, method
from tabletop.debrief.sections.network import Used, used
from tabletop.debrief.sections.objectives import Objectives, objectives
from tabletop.debrief.sections.overview import Overview, overview
from tabletop.debrief.sections.plan import Plan, plan
from tabletop.debrief.sections.spent import Spent, spent
from tabletop.debrief.sections.strengths import Strength, strengths
from tabletop.debrief.sections.typical import Typical, typical
from tabletop.debrief.story import Story
from tabletop.debrief.tally import Tally, tally
from tabletop.debrief.text import Name, named
from tabletop.debrief.words import _, direction, language
from tabletop.model.record import Record
from tabletop.model.scenario import MARKING, Scenario


@dataclass(frozen=True, slots=True)
class DebriefView:
    """One debrief, every word and place in it worked out."""

    language: str
    """The language of our words, as a BCP 47 tag."""
    direction: Literal["ltr", "rtl"]
    """The direction in which that language is written."""
    marking: Name
    """What every page bears."""
    title: Name
    """What the exercise is called."""
    structure: Name
    """The structure that was played."""
    dates: str
    """From when to when."""
    front: FrontPage
    """Page one."""
    overview: Overview
    """What was played, and by whom."""
    objectives: Objectives
    """What it was for, and what came of it."""
    typical: Typical
    """How typical this run was."""
    strengths: tuple[Strength, ...]
    """What went well."""
    areas: tuple[Area, ...]
    """What was not reached, why, and what would have helped."""
    plan: Plan
    """What to change, ranked by what it gains."""
    agreement: Agreement
    """The sheet to sign."""
    watched: Watched | None
    """What was observed in the room; None when nothing was noted."""
    happened: Happened
    """What happened."""
    competencies: tuple[CompetencyRow, ...]
    """The six competencies with what was measured of them."""
    used: Used
    """The network as it was used."""
    spent: Spent
    """Where the time went."""
    broken: Broken
    """What did not get through."""
    helped: Helped
    """What would have helped."""
    guarded: Guarded
    """What was protected, and what was not."""
    knew: Knew
    """Who knew what, and when."""
    desks: Desks
    """Desks and their load."""
    discussion: tuple[Name, ...]
    """Questions for the hot wash."""
    method: Method
    """How it was found and what it cannot say."""


def view_of(conduct: Conduct, *, notes: Notes | None = None) -> DebriefView:
    """Return the debrief of a conduct, in the language that is being spoken, with the notes from the room if any."""
    return view(
        conduct.record,
        reruns=conduct.tally,
        gains=conduct.gains,
        usual=conduct.usual,
        provenance=conduct.provenance,
        notes=notes,
    )


def view(
    record: Record,
    *,
    reruns: Reruns | Tally | None,
    gains: Help | None,
    provenance: Provenance,
    usual: tuple[Usual, ...] = (),
    notes: Notes | None = None,
) -> DebriefView:
    """Return the debrief of a record.

    `reruns` says how often each outcome came out, `gains` what would have helped in this very run and `usual` what
    helps on average; without them the debrief says that it does not know. `notes` are what evaluators saw in the room.
    """
    story, often = Story(record), Often(tally(reruns) if isinstance(reruns, Reruns) else reruns)
    said = Gains(story.names, gains, {each.what: each for each in usual})
    scenario, clock = record.scenario, record.scenario.clock
    rated, found = objectives(story, often), areas(story, often=often, gains=said)
    planned = plan(story, said, found)
    return DebriefView(
        language=language(),
        direction=direction(),
        marking=marking(scenario),
        title=named(scenario.title),
        structure=story.names.structure(record.structure),
        dates=dates(clock, 0, story.chronicle.end),
        front=front_page(story, often=often, objectives=rated, plan=planned),
        overview=overview(story),
        objectives=rated,
        typical=typical(story, often),
        strengths=strengths(story, often),
        areas=found,
        plan=planned,
        agreement=agreement(scenario, record.structure),
        watched=None if notes is None else watched(story, notes, often=often),
        happened=happened(story),
        competencies=competencies(story),
        used=used(story),
        spent=spent(story),
        broken=broken(story, said),
        helped=helped(story, said),
        guarded=guarded(story),
        knew=knew(story),
        desks=desks(story),
        discussion=tuple(named(each) for each in scenario.discussion),
        method=method(story, provenance),
    )


def marking(scenario: Scenario) -> Name:
    """Return what every page bears: that it is an exercise, whatever else the scenario says."""
    ours, own = _(MARKING), named(scenario.marking).text.replace(MARKING, _(MARKING))
    return Name(own if ours in own else f"{ours} · {own}".removesuffix(" · "))
