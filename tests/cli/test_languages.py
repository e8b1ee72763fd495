"""Commands that write for people do so in the language that is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from tabletop.cli.group import tabletop
from tabletop.debrief.languages import language


@pytest.mark.parametrize(("asked", "said"), [("ar", "الأهداف"), ("fr", "Objectifs"), ("en", "Objectives")])
def test_a_run_tells_and_writes_in_the_language_asked_for(tmp_path: Path, asked: str, said: str) -> None:
    arguments = ["run", "first_steps", "--replications", "2", "--language", asked, "--out", str(tmp_path)]
    told = CliRunner().invoke(tabletop, arguments)
    assert (told.exit_code, said in told.output) == (0, True)
    assert f'<html lang="{asked}"' in (tmp_path / "debrief.html").read_text("utf-8")
    assert language() == "en"


def test_a_language_without_a_catalogue_is_refused_with_those_there_are() -> None:
    told = CliRunner().invoke(tabletop, ["run", "first_steps", "--language", "tlh"])
    assert told.exit_code == 2
    assert "there is no catalogue for 'tlh'; there are en, ar, fr" in told.output


@pytest.mark.parametrize("command", ["run", "debrief", "pack", "compare", "sweep", "resume"])
def test_help_names_the_languages_there_are(command: str) -> None:
    assert "--language en|ar|fr" in CliRunner().invoke(tabletop, [command, "--help"]).output


@pytest.mark.parametrize(
    ("scenario", "said"),
    [
        ("first_steps", ""),
        ("lpn", "lpn has none of its texts in ar (`texts:`); the others stay as they were written\n"),
        (
            "kumanovo_cat",
            "kumanovo_cat has 2 of its texts in ar (`texts:`); the others stay as they were written\n",
        ),
    ],
)
def test_it_is_told_that_texts_of_the_scenario_stay_as_they_are(
    tmp_path: Path, scenario: str, said: str
) -> None:
    ended = CliRunner().invoke(
        tabletop, ["pack", scenario, "--language", "ar", "--out", str(tmp_path / "box")]
    )
    assert (ended.exit_code, ended.stderr) == (0, said)
