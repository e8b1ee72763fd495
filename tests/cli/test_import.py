"""`tabletop import`: a list is worked into a scenario, shown first if wished, and never over a file that is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tabletop.cli.group import tabletop
from tabletop.exchange.columns import LANGUAGES
from tabletop.model.scenario import Scenario
from tabletop.reading import find_source, load, shipped_ids
from tests.exchange.city import WORDS

LIST = (
    "Id,Event time,Subject,To,Brings,Notes,Weather\n"
    "post,10:00,The post,school,concern,Keep calm.,rain\n"
    ",Day 2 09:00,A call,Municipality,offer,=1+1,\n"
    ",soon,Nothing,,,,\n"
)


@pytest.fixture(name="city")
def scenario_file(tmp_path: Path) -> Path:
    path = tmp_path / "city.yaml"
    path.write_text(WORDS, "utf-8")
    (tmp_path / "m.csv").write_text(LIST, "utf-8")
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(tabletop, list(map(str, arguments)))


def test_a_list_is_worked_in_and_what_was_left_out_is_told(city: Path, tmp_path: Path) -> None:
    ended = run("import", tmp_path / "m.csv", "--into", city, "--out", tmp_path / "new.yaml")
    assert (ended.exit_code, ended.stdout.splitlines()) == (
        0,
        [
            "Events: 1 new, 1 changed, 0 as they were, 2 not listed and kept; 3 remarks.",
            f"Written: {tmp_path / 'new.yaml'}",
        ],
    )
    list_ = tmp_path / "m.csv"
    assert ended.stderr.splitlines() == [
        f"{list_}:1:7: the column 'Weather' is not known, and left out",
        f"{list_}:4:1: nothing: says no time; this line is left out (give a time, or the event that it follows)",
        (
            f"{list_}:4:2: Local date and time: expected a time such as 1d 2h, T+2h, 10:30, Day 2 09:00, "
            "3 Mar 10:00 or 2026-03-03 10:00, got 'soon'"
        ),
    ]
    assert (tmp_path / "new.yaml").read_text("utf-8") == WORDS.replace(
        "    at: 1h  # after the opening", "    at: 2026-03-02 10:00  # after the opening"
    ).replace(
        "    only_if: {met: told}\n",
        "    only_if: {met: told}\n  a_call:\n    at: 2026-03-03 09:00\n    to: city\n    brings: offer\n"
        "    title: A call\n    notes: |-\n      =1+1\n",
    )


def test_a_dry_run_shows_what_would_change_and_writes_nothing(city: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    ended = run("import", tmp_path / "m.csv", "--into", city, "--dry-run")
    assert ended.exit_code == 0
    assert [line.split() for line in ended.stdout.splitlines()[:-2]] == [
        ["event", "when", "to", "subject"],
        ["changed", "post", "2026-03-02", "10:00", "school", "The", "post"],
        ["at", "1h", "→", "2026-03-02", "10:00"],
        ["new", "a_call", "2026-03-03", "09:00", "city", "A", "call"],
        ["not", "listed", "outage", "Mail", "is", "down"],
        ["not", "listed", "follow_up"],
        [],
    ]
    assert ended.stdout.splitlines()[-2:] == [
        "Events: 1 new, 1 changed, 0 as they were, 2 not listed and kept; 3 remarks.",
        "Nothing was written (--dry-run).",
    ]
    assert sorted(tmp_path.iterdir()) == before


def test_a_file_that_is_there_is_replaced_only_when_asked(city: Path, tmp_path: Path) -> None:
    command = ("import", tmp_path / "m.csv", "--into", city, "--out", city)
    assert (run(*command).exit_code, city.read_text("utf-8")) == (74, WORDS)
    assert run(*command, "--force").exit_code == 0
    assert "a_call" in load(city).injects


def test_nothing_is_written_when_the_result_would_not_pass_the_check(city: Path, tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text("id,exercise_time,after\npost,,follow_up\n", "utf-8")
    ended = run("import", tmp_path / "m.csv", "--into", city, "--out", tmp_path / "new.yaml")
    assert ended.exit_code == 3
    assert "follow each other" in ended.stderr or "circle" in ended.stderr
    assert not (tmp_path / "new.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "what"),
    [
        (("m.pdf",), 2, "has no ending that is read here; there are .xlsx, .xlsm, .csv, .tsv, .txt"),
        (("gone.csv",), 2, "No such file or directory"),
        (("m.csv", "--sheet", "A"), 2, "is one table; --sheet is for workbooks"),
        (
            ("m.csv", "--brings", "news"),
            2,
            "there is no kind of information 'news'; there are concern, offer",
        ),
        (("city.csv",), 3, "has no line of headings such as Subject"),
    ],
)
def test_what_is_asked_wrongly_is_told(
    arguments: tuple[str, ...], code: int, what: str, *, city: Path
) -> None:
    folder = city.parent
    (folder / "city.csv").write_text("a,b\n1,2\n", "utf-8")
    (folder / "m.pdf").write_text("x", "utf-8")
    ended = run("import", folder / arguments[0], "--into", city, *arguments[1:], "--dry-run")
    assert ended.exit_code == code
    assert what in ended.stderr


def apart_from_its_file(scenario: Scenario) -> Scenario:
    return scenario.model_copy(update={"sha256": "", "id": ""})


USUAL = "kumanovo_cat"
OTHERS = [pytest.param(name, "en", marks=pytest.mark.slow) for name in shipped_ids() if name != USUAL]


@pytest.mark.parametrize(("name", "language"), [*((USUAL, language) for language in LANGUAGES), *OTHERS])
def test_a_shipped_scenario_comes_back_from_its_own_list(name: str, language: str, tmp_path: Path) -> None:
    """Every text of its injects is spoilt first, and every time; the list puts all of it right again."""
    assert run("export", name, "--to", tmp_path / "m.xlsx", "--language", language).exit_code == 0
    original = load(name)
    spoilt = tmp_path / "spoilt.yaml"
    rows = ["id,exercise_time,subject,description"]
    rows += [f"{id_},{'' if each.at is None else '9d'},Spoilt,Too" for id_, each in original.injects.items()]
    (tmp_path / "spoil.csv").write_text("\n".join(rows), "utf-8")
    assert run("import", tmp_path / "spoil.csv", "--into", name, "--out", spoilt).exit_code == 0
    assert apart_from_its_file(load(spoilt)) != apart_from_its_file(original)
    back = tmp_path / "back.yaml"
    ended = run("import", tmp_path / "m.xlsx", "--into", spoilt, "--out", back)
    assert (ended.exit_code, ended.stderr) == (0, "")
    assert apart_from_its_file(load(back)) == apart_from_its_file(original)


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
@pytest.mark.parametrize(
    "name", [USUAL, *(pytest.param(each.values[0], marks=each.marks) for each in OTHERS)]
)
def test_a_list_that_comes_back_uncorrected_changes_no_byte(name: str, ending: str, tmp_path: Path) -> None:
    list_, back = tmp_path / f"m{ending}", tmp_path / "back.yaml"
    assert run("export", name, "--to", list_).exit_code == 0
    assert run("import", list_, "--into", name, "--out", back).exit_code == 0
    assert back.read_bytes() == find_source(name).content


def test_the_files_that_a_scenario_uses_go_with_the_new_one(city: Path, tmp_path: Path) -> None:
    """Somebody writes the new scenario elsewhere; it must pass the check there."""
    (tmp_path / "offices.yaml").write_text("actors: {another: {title: Another office}}\n", "utf-8")
    city.write_text("uses: [offices.yaml]\n" + WORDS, "utf-8")
    new = tmp_path / "elsewhere" / "new.yaml"
    ended = run("import", tmp_path / "m.csv", "--into", city, "--out", new)
    assert (ended.exit_code, ended.stdout.splitlines()[0]) == (
        0,
        f"Written beside it: {new.with_name('offices.yaml')}",
    )
    assert "another" in load(new).actors
