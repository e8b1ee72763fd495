"""What the documentation's pages tell a reader to type works."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from tabletop.cli.group import tabletop
from tests.documentation.blocks import DOCS, blocks, commands, pages
from tests.source import ROOT

PLAYED = ("tour.md", "running-an-exercise.md")
"""Pages whose commands are played here from the first to the last, in one folder; exchange.md is in its own room."""
WITH_COMMANDS = [page for page in pages() if any(commands(page))]


@pytest.mark.parametrize("page", WITH_COMMANDS, ids=lambda page: page.name)
def test_every_command_of_a_page_is_one_that_there_is_with_options_that_it_has(page: Path) -> None:
    for arguments in commands(page):
        found = tabletop.get_command(click.Context(tabletop), arguments[0])
        assert found is not None, arguments
        made = found.make_context(arguments[0], _that_are_there(arguments[1:]), resilient_parsing=False)
        assert made.command is found


def _that_are_there(arguments: list[str]) -> list[str]:
    """Return arguments with a file that is there in place of one that the reader has."""
    there = str(ROOT / "scenarios" / "first_steps.yaml")
    return [there if "." in each and not each.startswith("-") and "/" not in each and "=" not in each
            and Path(each).suffix in {".yaml", ".csv", ".xlsx", ".graphml", ".jsonl"} else each
            for each in arguments]  # fmt: skip


@pytest.mark.parametrize("name", PLAYED)
@pytest.mark.slow
def test_the_commands_of_a_page_play_from_first_to_last(name: str, tmp_path: Path) -> None:
    with chdir(tmp_path):
        for arguments in commands(DOCS / name):
            ended = CliRunner().invoke(tabletop, arguments)
            assert ended.exit_code == 0, (arguments, ended.output)


@pytest.mark.slow
def test_the_commands_for_each_reader_of_a_debrief_play_in_the_folder_that_a_run_leaves(
    tmp_path: Path,
) -> None:
    page = (DOCS / "reading-a-debrief.md").read_text("utf-8")
    told = re.findall(r"^\|.*`tabletop (debrief RUN_DIR[^`]*)` \|$", page, re.MULTILINE)
    assert len(told) > 3
    with chdir(tmp_path):
        for command in ("run kumanovo_cat --out RUN_DIR", *told):
            ended = CliRunner().invoke(tabletop, command.split())
            assert ended.exit_code == 0, (command, ended.output)


@pytest.mark.slow
def test_the_notebook_of_the_tour_prints_a_figure_for_each_structure() -> None:
    (notebook,) = blocks(DOCS / "tour.md", "python")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", notebook], env=environment, capture_output=True, text=True, check=True
    )
    assert all(float(line.split()[1]) > 0 for line in done.stdout.splitlines())
    assert len(done.stdout.splitlines()) > 2
