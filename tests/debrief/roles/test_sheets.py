"""A role's sheet tells what the journal holds of that desk."""

from __future__ import annotations

from tabletop.debrief.printing import documents
from tabletop.debrief.roles.knowing import elsewhere, known
from tabletop.debrief.roles.passing import passed, waited
from tabletop.debrief.roles.reader import reader_of
from tabletop.debrief.roles.sharing import sharing, this_week
from tabletop.debrief.roles.view import TALLEST, role_view
from tabletop.debrief.sayings import briefly, moment
from tabletop.debrief.view import marking
from tabletop.model.journal import ABSENT, QUEUE, SHUT, Handled
from tests.debrief.told import conduct, story


def test_what_was_known_is_the_first_time_that_each_kind_was() -> None:
    told, mine = story(), reader_of(story(), "counsellor")
    rows = {row.kind.text: row.when for row in known(mine).rows}
    for kind, words in told.scenario.information.items():
        entry = told.chronicle.first_known("health", kind)
        if entry is not None and mine.may_read(kind):
            assert rows[words.title] == moment(told.clock, entry.at)


def test_what_was_needed_is_followed_from_whoever_had_it_to_the_desk() -> None:
    """The coach's observation went over the municipality; each step says from when to when."""
    found = {each.kind.text: each for each in elsewhere(reader_of(story(), "counsellor")).rows}
    coach = found["What the coach noticed"]
    assert (
        str(coach.said)
        .replace("\u00a0", " ")
        .startswith("Came up at Sports club on Mon 5 Oct 18:00 (day 1); known here on")
    )
    ends = [str(each).partition(":")[0] for each in coach.meanwhile]
    assert ends == [
        "Sports club → Municipal prevention office",
        "Municipal prevention office → Youth counselling at the health centre",
    ]


def test_what_never_came_is_said_to_be_where_it_was_at_endex() -> None:
    told = story("hub")
    missing = [need for need in told.awareness.counted if need.knows is None]
    for need in missing:
        mine = reader_of(told, need.role)
        rows = {each.kind.text: each for each in elsewhere(mine).rows}
        title = told.scenario.title_of("information", need.kind)
        if mine.may_read(need.kind) and title in rows:
            assert "not known here by EndEx" in str(rows[title].said)
            assert len(rows[title].meanwhile) == 1


def test_what_was_passed_on_are_the_hand_offs_that_began_there() -> None:
    told, mine = story(), reader_of(story(), "coordinator")
    numbers = {row.number for row in passed(mine).rows}
    began = {each.number for each in told.told if each.sender == "municipality" and mine.may_read(each.kind)}
    assert numbers == began


def test_what_waited_longest_is_told_with_its_wait() -> None:
    told, mine = story(), reader_of(story(), "coordinator")
    visits = [
        each
        for each in told.chronicle.of(Handled)
        if each.actor == "municipality"
        and each.work in ("item", "decision")
        and each.kind
        and mine.may_read(each.kind)
        and not each.origin.startswith("traffic/")
    ]
    longest = max(each.shut + each.absent + each.queue for each in visits)
    assert waited(mine).rows[0].waited == briefly(longest)


def test_one_thing_to_do_is_the_roles_own_first_step_before_a_barriers_advice() -> None:
    gains = conduct().gains
    own = this_week(reader_of(story(), "coordinator"), gains)
    assert str(own).startswith("Write down who needs what: Fill in one page")
    other = this_week(reader_of(story(), "counsellor"), gains)
    assert "Most time on the ways to and from this desk went there:" in str(other)


def test_what_may_be_shared_in_the_same_way_stands_in_one_row() -> None:
    rows = sharing(reader_of(story(), "coordinator"))
    said = [(str(each.about), str(each.needed), str(each.allowed), str(each.channels)) for each in rows]
    assert len(said) == len(set(said))
    assert "The family's answer and Joint assessment of the support needed" in [
        str(each.kind) for each in rows
    ]


def test_a_timeline_is_thinned_out_to_its_paper_and_says_so() -> None:
    mine = reader_of(story(), "coordinator")
    view = role_view(mine, marking=marking(mine.story.scenario))
    assert view.chart is not None
    assert view.chart.height <= TALLEST
    assert "more hand-offs at this desk are not drawn" in view.undrawn


def test_a_sheet_says_that_what_was_needed_may_have_waited_at_this_very_desk() -> None:
    """The last hand-off lay at the shut desk of the one who needed it: that was not "elsewhere"."""
    told = story()
    at_the_desk = {SHUT, ABSENT, QUEUE}
    waiting = {
        need.role
        for need in told.awareness.counted
        if (learning := told.chronicle.learning(need.role, need.kind))
        and (handoff := told.chronicle.handoffs.get(learning.known.handoff))
        and at_the_desk & {cause for cause, time in handoff.account if time}
    }
    sheets = [
        str(page)
        for role in sorted(waiting)
        if elsewhere(reader_of(told, role)).rows
        for page in documents(conduct(), form="md", reader=role, notes=None).values()
    ]
    assert sheets
    assert all("lay elsewhere, or waited at this desk" in sheet for sheet in sheets)
