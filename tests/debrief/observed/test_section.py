"""What was observed stands beside what was simulated, and words only where they may be quoted."""

from __future__ import annotations

from tabletop.debrief import html, markdown, provenance, view
from tabletop.debrief.observed.notes import Notes, RoomNote
from tabletop.debrief.view import DebriefView
from tabletop.model.duration import HOUR
from tests.debrief.html_page import Page
from tests.debrief.tiny import record

HOSTILE = "<script>alert(1)</script> | {{ 7 * 7 }} **b**"

NOTES = Notes((
    RoomNote(4 * HOUR, "coordinator", HOSTILE, "yes", "S", quote=True, objective="timely"),
    RoomNote(4 * HOUR, "school", "said a name", "no", "", quote=False, objective=""),
    RoomNote(None, "police", "late", "", "M", quote=True, objective="timely"),
))


def seen(notes: Notes | None) -> DebriefView:
    played = record()
    origin = provenance(played, reruns=0, command="")
    return view(played, reruns=None, gains=None, provenance=origin, notes=notes)


def test_each_note_stands_beside_what_the_simulation_had_by_then() -> None:
    watched = seen(NOTES).watched
    assert watched is not None
    rows = [
        (row.role.text, str(row.observed), row.seen, str(row.simulated).replace("\u00a0", " "))
        for row in watched.rows
    ]
    assert rows == [
        (
            "Coordinator",
            HOSTILE,
            "expected action seen",
            "“Concern about a pupil” known since Mon 2 Mar 11:00 (day 1)",
        ),
        (
            "Secondary school",
            "a note that may not be quoted",
            "expected action not seen",
            "“Concern about a pupil” known since Mon 2 Mar 08:20 (day 1)",
        ),
        ("Police", "late", "", ""),
    ]


def test_counts_and_ratings_from_the_room_are_kept_apart_from_the_simulated() -> None:
    watched = seen(NOTES).watched
    assert watched is not None
    assert str(watched.seen) == "3 notes from the room: expected action seen 1, partly 0, not 1."
    assert watched.unquoted == "1 note may not be quoted."
    (rated,) = watched.rated
    assert (rated.observed, str(rated.simulated)) == (
        "M 1 · S 1",
        "performed with major challenges, in the one run that was played",
    )


def test_words_that_may_not_be_quoted_are_on_no_page() -> None:
    shown = seen(NOTES)
    assert "said a name" not in html.render(shown)
    assert "said a name" not in markdown.render(shown)


def test_what_evaluators_wrote_is_inert() -> None:
    page = html.render(seen(NOTES))
    assert Page(page).wrong == []
    assert "<script" not in page
    assert (
        "49"
        not in html.render(seen(Notes((NOTES.lines[0],)))).partition("Observed in the room, beside")[2][:2000]
    )
    assert r"\{\{ 7 \* 7 \}\} \*\*b\*\*" in markdown.render(seen(NOTES))


def test_without_notes_nothing_is_said_of_a_room() -> None:
    for notes in (None, Notes(())):
        assert "in the room" not in html.render(seen(notes))
