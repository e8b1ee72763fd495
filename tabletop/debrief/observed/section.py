"""What was observed in the room, beside what was simulated at that time: two columns that are never one.

"Observed: the coordinator rang back at once (expected action seen). Simulated: the call was answered on the third try."
Words are printed only where the evaluator allowed it; of the others it is said that there is a note.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tabletop.debrief.observed.notes import Mark, Notes, RoomNote, Seen
from tabletop.debrief.often import Often
from tabletop.debrief.sayings import moment
from tabletop.debrief.sections.objectives import RATINGS
from tabletop.debrief.story import Story
from tabletop.debrief.text import Name, Phrase, Text, named, phrase
from tabletop.debrief.words import _, counted, later, n_
from tabletop.measures.chronicle import TRAFFIC
from tabletop.measures.ratings import Letter
from tabletop.model.journal import Decided, Injected, Known

_SEEN: dict[Seen, str] = {
    "yes": later("expected action seen"),
    "partly": later("expected action partly seen"),
    "no": later("expected action not seen"),
    "": "",
}

_LETTERS: dict[Mark, Letter] = {"P": "P", "S": "S", "M": "M", "U": "U"}


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note from the room."""

    when: str
    """When; a dash when no time was noted."""
    role: Name
    """Who was observed."""
    observed: Text
    """What was observed, where it may be quoted; else that there is a note."""
    seen: str
    """Whether the expected action was seen; empty when nothing is said of it."""
    rating: str
    """The evaluator's rating; empty when none was given."""
    simulated: Text
    """What the simulation had last at that desk by then; empty when nothing, or no time was noted."""


@dataclass(frozen=True, slots=True)
class RatedRow:
    """One objective that evaluators rated in the room, beside its rating in the simulation."""

    objective: Name
    """The objective."""
    observed: str
    """How often which letter was given in the room."""
    simulated: Phrase
    """Its rating in the simulated run, and how often it came out over all re-runs."""


@dataclass(frozen=True, slots=True)
class Watched:
    """All that was observed."""

    rows: tuple[NoteRow, ...]
    """Every note, in order of time."""
    seen: Phrase
    """How many expected actions were seen, partly seen, and not seen."""
    rated: tuple[RatedRow, ...]
    """Objectives rated in the room; none when no note names one."""
    unquoted: str
    """How many notes may not be quoted; empty when none."""


def anything(kind: str) -> bool:  # noqa: ARG001 - the whole report names every kind
    """Tell that a report may name a kind of information, whichever it is."""
    return True


def watched(
    story: Story, notes: Notes, *, often: Often | None = None, may_name: Callable[[str], bool] = anything
) -> Watched | None:
    """Return what was observed, beside what was simulated; None when nothing was noted.

    `often` brings the simulated ratings beside those from the room, which never stand without how often they came out;
    `may_name` tells which kinds of information the simulated side may name.
    """
    if not notes.lines:
        return None
    hidden = sum(not each.quote for each in notes.lines)
    counts = Counter(each.seen for each in notes.lines)
    fields: dict[str, Text | int] = {
        "yes": counts["yes"],
        "partly": counts["partly"],
        "no": counts["no"],
        "notes": n_("{n} note", "{n} notes", len(notes.lines)),
    }
    return Watched(
        tuple(_row(story, each, may_name) for each in notes.lines),
        phrase(_("{notes} from the room: expected action seen {yes}, partly {partly}, not {no}."), fields),
        () if often is None else tuple(_rated(story, notes, often)),
        n_("{n} note may not be quoted.", "{n} notes may not be quoted.", hidden) if hidden else "",
    )


def _row(story: Story, note: RoomNote, may_name: Callable[[str], bool]) -> NoteRow:
    last = None if note.at is None else _last(story, note, may_name)
    return NoteRow(
        "–" if note.at is None else moment(story.clock, note.at),
        story.names.who(note.role),
        named(note.text) if note.quote and note.text else _("a note that may not be quoted"),
        _(_SEEN[note.seen]),
        _(RATINGS[_LETTERS[note.rating]]) if note.rating else "",
        "" if last is None else _simulated(story, last),
    )


def _rated(story: Story, notes: Notes, often: Often) -> Iterator[RatedRow]:
    for id_, rating in story.ratings.items():
        letters = Counter(each.rating for each in notes.on(id_).lines if each.rating)
        if letters:
            said = " · ".join(f"{letter} {counted(count)}" for letter, count in sorted(letters.items()))
            fields = {"rating": _(RATINGS[rating.letter]), "often": often.rated(id_, rating.letter)}
            yield RatedRow(story.names.objective(id_), said, phrase(_("{rating}, {often}"), fields))


def _last(story: Story, note: RoomNote, may_name: Callable[[str], bool]) -> Known | Injected | Decided | None:
    """Return the last thing that the simulation had at that desk by then: an inject, a piece known, a decision."""
    actors = set(story.scenario.actors_named(note.role))
    until = -1 if note.at is None else note.at
    before = (entry for entry in story.record.journal if entry.at <= until)
    found: list[Known | Injected | Decided] = []
    for entry in before:
        if isinstance(entry, Known):
            mine = entry.actor in actors and not entry.origin.startswith(TRAFFIC) and may_name(entry.kind)
            found += [entry] if mine else []
        elif isinstance(entry, Injected | Decided) and not actors.isdisjoint(entry.actors):
            found += [entry] if isinstance(entry, Decided) or not entry.kind or may_name(entry.kind) else []
    return found[-1] if found else None


def _simulated(story: Story, entry: Known | Injected | Decided) -> Phrase:
    names = story.names
    fields: dict[str, Text | int] = {"when": moment(story.clock, entry.at)}
    if isinstance(entry, Known):
        return phrase(_("“{what}” known since {when}"), {**fields, "what": names.kind(entry.kind)})
    if isinstance(entry, Decided):
        return phrase(_("“{what}” done on {when}"), {**fields, "what": names.work(entry.decision)})
    is_known = entry.inject in story.scenario.injects
    what = names.inject(entry.inject) if is_known else named(entry.inject)
    return phrase(_("“{what}” given on {when}"), {**fields, "what": what})
