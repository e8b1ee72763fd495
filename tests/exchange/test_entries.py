"""Lists that others made: what they say becomes injects, and what they do not say clearly is told line by line."""

from __future__ import annotations

from typing import Any

import pytest

from tabletop.exchange.comma_separated import read_csv
from tabletop.exchange.entries import entries_of
from tabletop.exchange.headings import column_of
from tabletop.exchange.merging import Merged, merged
from tabletop.exchange.msel import written_list
from tabletop.exchange.phrases import EFFECTS
from tabletop.exchange.sheet import Cell, Sheet
from tabletop.model.scenario import Scenario
from tabletop.reading.characters import refused_in
from tests.exchange.city import scenario

CITY = scenario({
    "post": {"at": "1h", "to": "school", "brings": "concern", "title": "The post", "notes": "Calm."}
})


def read(text: str, *, into: Scenario = CITY, brings: str | None = None) -> Merged:
    sheet = read_csv(text.encode(), "m.csv", is_heading=column_of)
    return merged(entries_of(sheet, into, unsafe=refused_in), into, file="m.csv", brings=brings)


def changed(result: Merged) -> dict[str, dict[str, Any]]:
    return {change.id: {key: change.after.get(key) for key in change.keys} for change in result.changes}


def remarks(result: Merged) -> list[str]:
    return [str(problem) for problem in result.problems]


def test_an_english_list_without_ids_finds_injects_by_their_subject_and_names_new_ones() -> None:
    result = read(
        "#,Event Time,Subject,Recipients,Brings,Description\n"
        "1,09:30,The post,Secondary School,concern,\n"
        '2,Day 2 10:00,"Noise, at night","Municipality, coordinator",Offer,"Two\nlines"\n'
        "3,T+3d,Noise at night,,,\n"
    )
    assert remarks(result) == []
    assert changed(result) == {
        "post": {"at": "2026-03-02 09:30"},
        "noise_at_night": {
            "at": "2026-03-03 10:00",
            "to": ("city", "coordinator"),
            "brings": "offer",
            "title": "Noise, at night",
            "text": "Two\nlines",
        },
        "noise_at_night_2": {"at": "3d", "title": "Noise at night"},
    }


def test_an_empty_cell_empties_its_field_only_in_a_list_with_ids() -> None:
    assert changed(read("id,exercise_time,notes\npost,1h,\n")) == {"post": {"notes": None}}
    assert changed(read("title,exercise_time,notes\nThe post,1h,\n")) == {"post": {}}


def test_a_french_list_with_semicolons_is_understood() -> None:
    result = read(
        "N°;Heure;Sujet;À (joueurs);Priorité;Apporte\n1;J+1 9h30;Étape première;la municipalité;urgente;offer\n"
    )
    assert remarks(result) == [
        "m.csv:2:1: etape_premiere: says what it brings but not to whom; both are left out (name a recipient)",
        "m.csv:2:4: To (players): there is no actor or role 'la municipalité'; did you mean 'city'?",
    ]
    assert changed(result) == {
        "etape_premiere": {"at": "2026-03-03 09:30", "priority": "urgent", "title": "Étape première"}
    }


def test_an_arabic_list_is_understood_and_its_lines_are_named_by_number() -> None:
    result = read(
        "رقم الحدث,وقت التمرين,الموضوع,إلى (المشاركون),الأولوية,المعلومة,الدقة\n٧,٢h,منشور مقلق,school،police,عاجل,concern,٦٠٪\n"
    )
    assert remarks(result) == []
    assert changed(result) == {
        "inject": {
            "at": "2h",
            "to": ("school", "police"),
            "brings": "concern",
            "accuracy": "60%",
            "priority": "urgent",
            "title": "منشور مقلق",
        }
    }


def test_every_cell_that_is_not_understood_is_told_and_left_as_it_was() -> None:
    result = read(
        "id,exercise_time,to,brings,accuracy,priority,after,wait,only_if,effect,title,notes\n"
        "post,soon,everybody,news,200%,high,that,2,if late,outage: channel fax lasts 2h,Th\u202ee,\n"
    )
    assert remarks(result) == [
        "m.csv:2:2: Exercise time: expected a duration such as 90m, 2h30m or 1d, got 'soon'",
        "m.csv:2:3: To (players): there is no actor or role 'everybody'; there are school, city, police, coordinator",
        "m.csv:2:4: Brings (information): there is no kind of information 'news'; there are concern, offer",
        "m.csv:2:5: Accuracy: 200% is more than 100%; a share lies between 0% and 100%",
        "m.csv:2:6: Priority: expected routine or urgent, got 'high'",
        "m.csv:2:7: After (event): there is no event 'that'; there are post",
        "m.csv:2:8: Wait: a bare number has no unit: 2m? 2h? 2d?",
        "m.csv:2:9: Only if: expected late: or met: with an expectation, such as late: early_warning, got 'if late'",
        "m.csv:2:10: Effect: there is no channel 'fax lasts 2h'; there are email, phone",
        "m.csv:2:11: Subject: U+202E (right-to-left override) cannot stand in a text (remove it)",
    ]
    assert changed(result) == {"post": {"notes": None}}


@pytest.mark.parametrize(
    ("effect", "what"),
    [
        ("outage: channel fax, lasts 2h", "there is no channel 'fax'; there are email, phone"),
        ("outage: channel phone, lasts 2", "outage lasts: a bare number has no unit: 2m? 2h? 2d?"),
        (
            "absence: actor coordinator, lasts 2h",
            "there is no actor 'coordinator'; there are school, city, police",
        ),
        (
            "surge: actor city, every 0m, takes 1h, lasts 2h",
            "surge every: expected an amount of time that is not always 0",
        ),
        ("outage: channel E-mail", "outage does not say 'lasts'"),
        ("outage: channel phone, lasts 2h, who me", "outage has no key 'who'"),
        ("structure: bub", "there is no structure 'bub'; did you mean 'hub'?"),
        (
            "flood: 2h",
            f"there is no effect 'flood: 2h'; there are {', '.join(EFFECTS)}, as in outage: channel email, lasts 6h",
        ),
    ],
)
def test_effects_that_make_no_sense_are_told(effect: str, what: str) -> None:
    result = read(f'id,exercise_time,effect\nlater,1d,"{effect}"\n')
    assert remarks(result) == [f"m.csv:2:3: Effect: {what}"]
    assert changed(result) == {"later": {"at": "1d"}}


def test_lines_that_cannot_be_used_are_told_and_left_out() -> None:
    into = scenario(
        {"post": {"at": "1h"}}, rest={"tasks": {"check": {"by": "city", "takes": "1h", "needs": ("offer",)}}}
    )
    result = read(
        "id,exercise_time,after,title\nPost,2h,,\npost,3h,,\n7,1h,,\ncheck,1h,,\nnew,,,A\nboth,1h,post,\nnumbered,,3,\n",
        into=into,
    )
    assert remarks(result) == [
        "m.csv:2:1: Id: 'Post' is written as post",
        "m.csv:3:1: Id: 'post' stands in a line above too; this line is left out",
        "m.csv:4:1: Id: '7' makes no id; this line is left out",
        "m.csv:5:1: Id: 'check' is a decision or task of the scenario; this line is left out",
        "m.csv:6:1: new: says no time; this line is left out (give a time, or the event that it follows)",
        "m.csv:7:1: both: says both a time and the event that it follows (leave one of them empty)",
        "m.csv:8:1: numbered: says no time; this line is left out (give a time, or the event that it follows)",
        "m.csv:8:3: After (event): there is no event '3'; there are post, check, new, both, numbered",
    ]
    assert changed(result) == {"post": {"at": "2h"}, "both": {"after": "post"}}


def test_recipients_without_a_kind_of_information_need_one() -> None:
    text = "time,subject,to\nT+1h,New,school\n"
    (remark,) = remarks(read(text))
    assert remark.startswith(
        "m.csv:2:1: new: says to whom (school) but not which kind of information it brings"
    )
    assert remark.endswith("both are left out (add a column `brings`, or give --brings)")
    assert changed(read(text, brings="offer")) == {
        "new": {"at": "1h", "to": ("school",), "brings": "offer", "title": "New"}
    }


def test_an_event_can_follow_another_by_number_or_subject() -> None:
    result = read("#,time,subject,after\n1,T+1h,First,\n2,,Second,1\n3,,Third,second\n4,,Fourth,post\n")
    assert remarks(result) == []
    assert {id_: words.get("after") for id_, words in changed(result).items()} == {
        "first": None,
        "second": "first",
        "third": "second",
        "fourth": "post",
    }


def test_a_name_that_several_bear_is_nobodys() -> None:
    into = scenario({}, rest={"roles": {"coordinator": {"title": "Municipality", "held_by": "city"}}})
    assert remarks(read("time,subject,to,brings\nT+1h,New,municipality,offer\n", into=into))[1] == (
        "m.csv:2:3: To (players): 'municipality' is what 2 are called; write one of city, coordinator"
    )
    known = 'time,subject,to,brings\nT+1h,New,"Police, prevention unit",offer\n'
    assert changed(read(known))["new"]["to"] == ("police",)


def test_cells_of_a_workbook_that_are_numbers_and_dates_are_read_as_text() -> None:
    cells: tuple[Cell, ...] = (7, 3.0, 2.5, True, "1h")
    sheet = Sheet("m.xlsx", ((1, ("Subject", "Mode", "Notes", "From", "Exercise time")), (2, cells)))
    result = merged(entries_of(sheet, CITY, unsafe=refused_in), CITY, file="m.xlsx")
    assert changed(result) == {
        "inject": {"at": "1h", "title": "7", "from": "true", "mode": "3", "notes": "2.5"},
    }


def test_the_list_that_goes_out_has_the_columns_of_planners_first() -> None:
    heads, row = written_list(CITY, "en")
    assert heads[:13] == [
        *("Event number", "Exercise time", "Local date and time", "Event type", "Subject", "Inject mode"),
        *(
            "From (simulated)",
            "Injected by (controller)",
            "To (players)",
            "Event description",
            "Expected outcome",
        ),
        *("Notes", "Status"),
    ]
    said = dict(zip(heads, row, strict=True))
    assert {head: text for head, text in said.items() if text} == {
        "Event number": "1",
        "Exercise time": "1h",
        "Local date and time": "2026-03-02 09:00",
        "Event type": "Information",
        "Subject": "The post",
        "To (players)": "school",
        "Notes": "Calm.",
        "Status": "Planned",
        "Id": "post",
        "Brings (information)": "concern",
        "Time that counts": "exercise",
        "Marking": "EXERCISE – FICTITIOUS",
    }


def test_the_marking_is_said_in_the_language_of_the_headings_with_the_scenarios_own() -> None:
    own = scenario({"post": {"at": "1h"}}, rest={"marking": "FOR TRAINING"})
    assert [written_list(each, language)[1][-1] for each in (CITY, own) for language in ("fr", "ar")] == [
        "EXERCICE – FICTIF",
        "تمرين – بيانات خيالية",
        "EXERCICE – FICTIF · FOR TRAINING",
        "تمرين – بيانات خيالية · FOR TRAINING",
    ]
