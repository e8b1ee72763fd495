"""What a list changes in the text of a scenario file: these lines, and no others."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import unified_diff
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.cli.worked_in import worked_in
from tabletop.errors import ScenarioError
from tabletop.exchange.entries import Entries, Entry
from tabletop.exchange.merging import Merged, merged
from tabletop.exchange.msel import Word, inject_words
from tabletop.reading import Source, read
from tests.exchange.city import WORDS
from tests.exchange.hostile import durations, texts


def listed(text: str, said: Mapping[str, Mapping[str, Word | None]]) -> tuple[Source, Merged]:
    source = Source("city", "city.yaml", text.encode())
    entries = tuple(Entry(row, id_, words) for row, (id_, words) in enumerate(said.items(), start=2))
    return source, merged(Entries(entries, ()), read(source), file="x.csv")


def amended(text: str, said: Mapping[str, Mapping[str, Word | None]]) -> str:
    source, result = listed(text, said)
    return worked_in(source, result, Path("new.yaml")).content.decode()


def difference(before: str, after: str) -> list[str]:
    """The lines that are gone and those that are new, in order."""
    lines = unified_diff(before.split("\n"), after.split("\n"), n=0, lineterm="")
    return [line for line in lines if line[:1] in "+-" and line[:3] not in {"+++", "---"}]


def test_a_list_that_says_the_same_changes_nothing() -> None:
    words = {id_: inject_words(inject) for id_, inject in read(listed(WORDS, {})[0]).injects.items()}
    assert amended(WORDS, words) == WORDS


def test_a_corrected_key_changes_its_line_and_keeps_the_comment_behind_it() -> None:
    assert difference(WORDS, amended(WORDS, {"post": {"at": "2h", "title": None, "mode": "A call"}})) == [
        "-    at: 1h  # after the opening",
        "+    at: 2h  # after the opening",
        "-    title: The post",
        "+    mode: A call",
    ]


def test_a_corrected_text_leaves_the_comments_and_blank_lines_around_it() -> None:
    assert difference(WORDS, amended(WORDS, {"post": {"text": "Other.\n"}})) == [
        "-      A class teacher shows you a post.",
        "-      # not a comment",
        "+      Other.",
    ]


def test_an_inject_on_one_line_is_set_anew_below_its_id() -> None:
    assert difference(WORDS, amended(WORDS, {"outage": {"title": "No mail"}})) == [
        "-  outage: {at: 2026-03-03 10:00, outage: {channel: email, lasts: 6h}, title: Mail is down}",
        "+  outage:",
        "+    at: 2026-03-03 10:00",
        "+    outage: {channel: email, lasts: 6h}",
        "+    title: No mail",
    ]


def test_guesses_stay_where_nothing_changes() -> None:
    assert difference(WORDS, amended(WORDS, {"follow_up": {"accuracy": "50%"}})) == [
        "-    accuracy: 60%",
        "+    accuracy: 50%",
    ]


def test_a_new_inject_comes_last_and_before_the_comment_below_all() -> None:
    assert difference(WORDS, amended(WORDS, {"late": {"at": "9d", "title": "The last"}})) == [
        "+  late:",
        "+    at: 9d",
        "+    title: The last",
    ]
    before, after = amended(WORDS, {"late": {"at": "9d"}}).split("  late:\n    at: 9d\n")
    assert before.endswith("only_if: {met: told}\n")
    assert after.startswith("\n  # Below all of them.\n")


@pytest.mark.parametrize(
    "injects", ["injects: {}\n", "injects: {post: {at: 1h}}\n", "injects:\n  {post:\n    {at: 1h}}\n", ""]
)
def test_injects_in_brackets_or_none_at_all_are_set_anew_below_each_other(injects: str) -> None:
    head, rest = WORDS.split("# What the controllers bring in.\n")
    text = f"{head}# here\n{injects}# there\n" + rest[rest.index("expectations:") :]
    says = "  post:\n    at: 1h\n" if "post" in injects else ""
    added = f"injects:\n{says}  late:\n    at: 9d\n"
    fresh = amended(text, {"late": {"at": "9d"}})
    assert fresh == (text.replace(injects, added) if injects else text + added)


def test_a_file_with_windows_line_ends_and_a_mark_at_its_beginning_keeps_both() -> None:
    text = "\ufeff" + WORDS.replace("\n", "\r\n")
    fresh = amended(text, {"post": {"title": "Other", "text": "One\nTwo\n"}, "late": {"at": "9d"}})
    assert fresh.startswith("\ufefftabletop: 1\r\n")
    assert fresh.count("\n") == fresh.count("\r\n")
    assert fresh.replace("\r\n", "\n") == "\ufeff" + amended(
        WORDS, {"post": {"title": "Other", "text": "One\nTwo\n"}, "late": {"at": "9d"}}
    )


def test_a_file_that_does_not_end_its_last_line_can_get_another() -> None:
    head, rest = WORDS.split("# What the controllers bring in.\n")
    text = head + rest[rest.index("expectations:") :] + "injects:\n  post: {at: 1h}"
    assert amended(text, {"late": {"at": "9d"}}) == f"{text}\n  late:\n    at: 9d\n"


def test_rare_ways_of_writing_are_set_anew_rather_than_broken() -> None:
    text = WORDS.replace("  post:\n    at: 1h  # after the opening", "  ? post\n  : at: 1h")
    assert read(Source("x", "x", text.encode())).injects["post"].title == "The post"
    fresh = amended(text, {"post": {"title": "Other"}})
    assert read(Source("x", "x", fresh.encode())).injects["post"].title == "Other"


def test_what_defaults_give_can_be_emptied_text_by_text() -> None:
    text = WORDS.replace("injects:", "defaults: {injects: {mode: A call}}\ninjects:", 1)
    assert '+    mode: ""' in difference(text, amended(text, {"post": {"mode": None}}))


def test_a_list_that_makes_a_scenario_wrong_is_refused_with_the_places() -> None:
    source, result = listed(WORDS, {"post": {"to": ("nobody",)}})
    with pytest.raises(
        ScenarioError, match=r"new\.yaml:\d+:\d+: injects\.post\.to: there is no actor or role 'nobody'"
    ):
        worked_in(source, result, Path("new.yaml"))


CHANGES = st.fixed_dictionaries(
    {"at": durations},
    optional=dict.fromkeys(("title", "text", "notes", "expected"), st.none() | texts.filter(bool)),
)


@settings(max_examples=40)
@given(st.dictionaries(st.sampled_from(["post", "outage", "late"]), CHANGES, min_size=1))
def test_whatever_a_list_says_only_the_injects_change_and_say_it(
    said: dict[str, dict[str, Word | None]],
) -> None:
    fresh = amended(WORDS, said)
    head, _ = WORDS.split("injects:\n")
    tail = WORDS[WORDS.index("\n  # Below all of them.") :]
    assert fresh.startswith(head)
    assert fresh.endswith(tail)
    injects = read(Source("x", "x", fresh.encode())).injects
    for id_, words in said.items():
        told = inject_words(injects[id_])
        assert {key: told.get(key) or None for key in words} == {
            key: word or None for key, word in words.items()
        }
