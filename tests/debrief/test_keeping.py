"""A run folder is enough: what is read back from it gives the very same debrief, and nothing is played again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tabletop.compare import rerun, what_would_have_helped
from tabletop.debrief import html, markdown, provenance, view, write
from tabletop.debrief.keeping import is_run_folder, kept
from tabletop.debrief.view import view_of
from tabletop.engine import run
from tabletop.errors import UsageError
from tabletop.reading import find_source, read
from tests.debrief.told import conduct


def left(folder: Path) -> Path:
    """A folder as a run leaves it, with all that was tried."""
    told, source = conduct(), find_source("kumanovo_cat")
    words = told.record.scenario
    write(
        told.record,
        reruns=rerun(words, replications=4, jobs=1),
        gains=told.gains,
        folder=folder,
        provenance=told.provenance,
        usual=told.usual,
        source=source,
    )
    return folder


def test_what_is_read_back_gives_the_same_page_and_text(tmp_path: Path) -> None:
    folder = left(tmp_path / "run")
    seen = view_of(kept(folder))
    assert html.render(seen) == (folder / "debrief.html").read_text("utf-8")
    assert markdown.render(seen) == (folder / "debrief.md").read_text("utf-8")


def test_what_is_read_back_is_what_was_played(tmp_path: Path) -> None:
    back, told = kept(left(tmp_path / "run")), conduct()
    assert back.record.journal == told.record.journal
    assert (back.tally, back.gains, back.usual, back.provenance) == (
        told.tally,
        told.gains,
        told.usual,
        told.provenance,
    )


def test_an_intervention_that_was_switched_on_is_switched_on_again(tmp_path: Path) -> None:
    source = find_source("kumanovo_cat")
    record = run(read(source, interventions=("common_form",)), "hub", seed=7)
    gains = what_would_have_helped(record, interventions={})
    origin = provenance(record, reruns=0, command="")
    folder = tmp_path / "run"
    write(record, reruns=None, gains=gains, folder=folder, provenance=origin, source=source)
    back = kept(folder)
    assert back.record.scenario.applied == ("common_form",)
    assert (back.record.structure, back.record.seed, back.tally) == ("hub", 7, None)
    assert view_of(back) == view(record, reruns=None, gains=gains, provenance=origin)


def test_files_beside_the_scenario_are_kept_with_it(tmp_path: Path) -> None:
    """A scenario that names a file of links is whole only with it."""
    words = (
        "tabletop: 1\ntitle: Beside\nclock: {starts: 2026-03-02 08:00, time_zone: UTC, lasts: 1h}\n"
        "information: {word: {}}\nactors: {one: {}, two: {}}\nchannels: {post: {}}\n"
        "structures: {pair: {links_from: links.csv}}\n"
    )
    (tmp_path / "beside.yaml").write_text(words, "utf-8")
    (tmp_path / "links.csv").write_text("from,to,channel\none,two,post\n", "utf-8")
    source = find_source(tmp_path / "beside.yaml")
    record = run(read(source))
    folder = tmp_path / "run"
    origin = provenance(record, reruns=0, command="")
    write(record, reruns=None, gains=None, folder=folder, provenance=origin, source=source)
    assert (folder / "links.csv").read_bytes() == (tmp_path / "links.csv").read_bytes()
    assert kept(folder).record == record


def test_a_scenario_that_was_changed_since_is_refused(tmp_path: Path) -> None:
    folder = left(tmp_path / "run")
    with (folder / "scenario.yaml").open("a", encoding="utf-8") as file:
        file.write("# another hand\n")
    with pytest.raises(UsageError, match="was changed since the exercise was played"):
        kept(folder)


@pytest.mark.parametrize(
    "harm",
    [
        lambda lines: lines[:5],
        lambda lines: lines[:0],
        lambda lines: [*lines[:3], *lines[5:]],
        lambda lines: ["{" + lines[0], *lines[1:]],
    ],
)
def test_a_journal_that_was_cut_or_changed_is_refused(
    tmp_path: Path, harm: Callable[[list[str]], list[str]]
) -> None:
    folder = left(tmp_path / "run")
    journal = folder / "journal.jsonl"
    journal.write_text("".join(harm(journal.read_text("utf-8").splitlines(keepends=True))), "utf-8")
    with pytest.raises(UsageError, match="is not as the run left it, cut short or changed"):
        kept(folder)


@pytest.mark.parametrize("name", ["scenario.yaml", "journal.jsonl"])
def test_a_folder_that_lacks_a_file_says_which(tmp_path: Path, name: str) -> None:
    folder = left(tmp_path / "run")
    (folder / name).unlink()
    with pytest.raises(UsageError, match=f"no whole run folder: {name}"):
        kept(folder)


def test_a_folder_of_something_else_is_told_apart(tmp_path: Path) -> None:
    assert not is_run_folder(tmp_path)
    (tmp_path / "exercise.json").write_text(json.dumps({"exercise": {}}), "utf-8")
    assert is_run_folder(tmp_path)
    with pytest.raises(UsageError, match="cannot be read as a run folder"):
        kept(tmp_path)
