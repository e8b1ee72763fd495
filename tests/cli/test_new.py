"""`tabletop new`: a scenario to grow from, and never at the cost of another."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from tabletop.cli.group import tabletop
from tabletop.engine import run
from tabletop.reading import Source, check, load, read, shipped_ids
from tabletop.reading.beginning import EDITOR_LINE, as_scalar, begun
from tabletop.reading.library import find_source
from tabletop.reading.nodes import plain
from tabletop.reading.yaml_guard import read_tree


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def asked(*arguments: str, answers: str = "") -> tuple[int, str]:
    ended = CliRunner().invoke(tabletop, ["new", *arguments], input=answers)
    return ended.exit_code, ended.output


def test_it_writes_a_short_scenario_with_comments_that_runs_as_it_is() -> None:
    code, output = asked("our_town")
    assert (code, output.splitlines()[0]) == (0, "Written: our_town.yaml")
    text = Path("our_town.yaml").read_text("utf-8")
    assert text.startswith(EDITOR_LINE + "\n# A city that starts")
    assert check("our_town.yaml") == ()
    scenario = load("our_town.yaml")
    assert (scenario.id, scenario.title) == ("our_town", "Our town")
    assert run(scenario).journal


def test_it_changes_nothing_of_the_original_but_the_title_its_name_and_the_line_for_editors() -> None:
    asked("our_town")
    mine = Path("our_town.yaml").read_text("utf-8").splitlines()
    theirs = find_source("first_steps").content.decode().splitlines()
    assert [new for old, new in zip(theirs, mine, strict=False) if old != new] == [
        EDITOR_LINE,
        "title: Our town",
        "# What the city could change. Each can be switched on: tabletop run our_town.yaml --intervention who_needs_what",
    ]


def test_a_file_that_is_there_is_never_replaced() -> None:
    Path("our_town.yaml").write_text("mine", "utf-8")
    assert asked("our_town") == (74, "Error: our_town.yaml is there already; choose another name\n")
    assert Path("our_town.yaml").read_text("utf-8") == "mine"


def test_another_name_for_the_file_can_be_chosen() -> None:
    assert asked("our_town", "--out", "drafts/one.yaml")[0] == 0
    assert load("drafts/one.yaml").title == "Our town"


@pytest.mark.parametrize("name", shipped_ids())
def test_it_can_begin_with_any_shipped_scenario(name: str) -> None:
    assert asked("copy", "--from", name)[0] == 0
    assert load("copy.yaml").title == "Copy"


def test_asked_for_it_asks_until_the_answers_can_stand_there() -> None:
    answers = 'A: "quoted" town\nEurope/Pais\nEurope/Paris\n2026-02-30 08:00\n2026-04-06 09:00\n12d\n'
    code, output = asked("our_town", "--interactive", answers=answers)
    assert code == 0
    assert output.count("cannot stand there") == 2
    scenario = load("our_town.yaml")
    assert scenario.title == 'A: "quoted" town'
    assert scenario.clock.time_zone == "Europe/Paris"
    assert (str(scenario.clock.starts), scenario.clock.lasts) == ("2026-04-06 09:00:00", 12 * 86_400_000)


@pytest.mark.parametrize("name", ["Our Town", "../town", "2town", "", "-", "تمرين"])
def test_a_name_that_cannot_be_an_id_is_refused(name: str) -> None:
    code, output = asked("--", name)
    assert (code, "cannot be an id" in output) == (2, True)
    assert list(Path().iterdir()) == []


def test_a_scenario_that_is_not_in_order_is_no_beginning() -> None:
    Path("broken.yaml").write_text("tabletop: 1\ntitle: x\n", "utf-8")
    code, output = asked("our_town", "--from", "broken.yaml")
    assert (code, "broken.yaml:1:1: missing 'actors'" in output) == (3, True)
    assert not Path("our_town.yaml").exists()


@pytest.mark.parametrize(
    "text",
    [
        "A city",
        "A: city",
        "2026",
        "010",
        "yes: no",
        "#1",
        "a # b",
        "'",
        '"',
        "{x}",
        "- x",
        "",
        " x ",
        "null",
        "منشور",
        "a\\b",
        "1e3",
        "*x",
        "%d",
        "x:",
    ],
)
def test_an_answer_is_written_so_that_it_is_read_as_it_was_given(text: str) -> None:
    assert plain(read_tree(f"title: {as_scalar(text)}", "f")) == {"title": text}


def test_a_value_over_several_lines_stays_as_it_is() -> None:
    source = Source("f", "f.yaml", find_source("first_steps").content)
    assert begun(source, {("summary",): "short"}) == begun(source, {})


LINKED = """\
tabletop: 1
title: A town
clock: {lasts: 1d}
information: {concern: {}}
actors: {school: {}, office: {}}
channels: {email: {}}
structures:
  team: {links_from: partners.csv}
"""


def linked(folder: str) -> str:
    """Write a scenario whose links lie beside it, and return where."""
    Path(folder).mkdir()
    Path(folder, "partners.csv").write_text("from,to,channel\nschool,office,email\n", "utf-8")
    Path(folder, "town.yaml").write_text(LINKED, "utf-8")
    return f"{folder}/town.yaml"


def test_the_files_that_a_scenario_names_go_with_its_copy() -> None:
    code, output = asked("our_town", "--from", linked("theirs"))
    assert (code, output.splitlines()[:2]) == (
        0,
        ["Written beside it: partners.csv", "Written: our_town.yaml"],
    )
    assert load("our_town.yaml").structures == load("theirs/town.yaml").structures


def test_in_the_same_folder_the_files_are_there() -> None:
    code, output = asked("ours", "--from", linked("theirs"), "--out", "theirs/ours.yaml")
    assert (code, output.splitlines()[0]) == (0, "Written: theirs/ours.yaml")
    assert check("theirs/ours.yaml") == ()


def test_another_file_of_that_name_is_never_replaced() -> None:
    Path("partners.csv").write_text("mine", "utf-8")
    code, output = asked("our_town", "--from", linked("theirs"))
    assert (code, "another file of that name is in ." in output) == (74, True)
    assert Path("partners.csv").read_text("utf-8") == "mine"
    assert not Path("our_town.yaml").exists()


def test_what_is_to_be_written_anew_brings_no_translations_along() -> None:
    asked("mine")
    text = Path("mine.yaml").read_text("utf-8")
    assert "\ntexts:" not in text
    assert "tabletop run mine.yaml --intervention who_needs_what" in text
    asked("theirs", "--from", "jordan_lebanon")
    ours, translated = (read(find_source("theirs.yaml"), language=each) for each in ("", "ar"))
    assert ours.title == translated.title == "Theirs"
    assert ours.summary != translated.summary
