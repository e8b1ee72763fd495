"""`tabletop compare`, `sweep`, `resume` and `verify` from the outside: what they print, leave and refuse."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from tabletop.cli.compare import compare
from tabletop.cli.group import tabletop
from tabletop.cli.progress import Lines
from tabletop.cli.varying import values_of
from tabletop.compare.batch.conduct import Conducted
from tabletop.compare.batch.origin import provenance
from tabletop.compare.batch.playing import Finished
from tabletop.compare.batch.shifts import SetAside
from tests.compare.batch.village import case, planned, written

FILES = {
    *(
        "comparison.html",
        "comparison.md",
        "comparison.json",
        "replications.csv",
        "codebook.csv",
        "codebook.md",
    ),
    *("provenance.json", "written.json", "ledger.sqlite", ".lock"),
}


@pytest.fixture
def village(tmp_path: Path) -> str:
    return str(written(tmp_path))


def said(*arguments: str | Path) -> Result:
    return CliRunner().invoke(tabletop, [*map(str, arguments)])


def asked(village: str, folder: Path, *more: str) -> tuple[str | Path, ...]:
    return ("compare", village, "--replications", "30", "--jobs", "1", "--out", folder, *more)


def test_it_answers_in_plain_words_and_writes_the_folder(village: str, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    result = said(*asked(village, folder))
    assert result.exit_code == 0, result.output
    assert "For this incident, with these assumptions" in " ".join(result.stdout.split())
    assert f"Written to {folder}" in result.stdout
    assert FILES <= {each.name for each in folder.iterdir()} <= FILES | {"replications.parquet"}


def test_json_is_the_report_that_is_written(village: str, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    result = said(*asked(village, folder, "--json"))
    assert result.stdout == (folder / "comparison.json").read_text("utf-8")
    assert [each["cell"]["structure"] for each in json.loads(result.stdout)["comparisons"][0]["leads"]] == [
        "hub",
        "line",
    ]


def test_a_dry_run_says_how_much_it_would_be_and_leaves_nothing(village: str, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    result = said(*asked(village, folder, "--interventions", "pairs", "--dry-run"))
    assert result.stdout.splitlines()[0] == "8 cells, 240 replications"
    assert not folder.exists()
    figures = json.loads(said("compare", village, "--dry-run", "--json", "--jobs", "3").stdout)
    assert (figures["cells"], figures["least"], figures["most"], figures["jobs"]) == (2, 80, 4000, 3)


def test_resume_goes_on_only_with_what_is_there(village: str, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    refused = said(*asked(village, folder, "--resume"))
    assert (refused.exit_code, refused.stderr) == (2, f"Error: {folder} holds no comparison to go on with\n")
    assert said("resume", folder).exit_code == 2
    said(*asked(village, folder))
    assert said(*asked(village, folder, "--resume")).exit_code == 0
    assert said("resume", folder, "--jobs", "1").exit_code == 0


def test_verify_ends_with_1_when_a_byte_differs(village: str, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    said(*asked(village, folder))
    good = said("verify", folder, "--sample", "3")
    assert (good.exit_code, good.stdout.split(",")[0]) == (0, "3 replications played again")
    (folder / "comparison.md").write_text("The hub is best, believe me.")
    bad = said("verify", folder, "--sample", "1", "--json")
    assert bad.exit_code == 1
    assert json.loads(bad.stdout)["differences"] == ["comparison.md is not as it was written"]


def test_verify_of_one_broken_off_says_how_far_it_came_and_how_to_go_on(village: str, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    said(*asked(village, folder))
    for name in FILES - {"ledger.sqlite", ".lock"}:
        (folder / name).unlink()
    with sqlite3.connect(folder / "ledger.sqlite") as ledger:
        ledger.execute("DELETE FROM rows WHERE replication >= 12 AND of = 1")
    ledger.close()
    found = said("verify", folder, "--sample", "3")
    assert (found.exit_code, found.stdout.splitlines()) == (
        1,
        [
            f"The comparison is not finished: 42 of 60 replications are there. Go on with: tabletop resume {folder}",
            "3 replications played again, 0 files looked at: what is there is as it was",
        ],
    )
    figures = json.loads(said("verify", folder, "--json").stdout)
    assert (figures["finished"], figures["lacking"]["there"], figures["lacking"]["asked"]) == (False, 42, 60)
    assert said("resume", folder, "--jobs", "1").exit_code == 0
    assert said("verify", folder, "--sample", "3").exit_code == 0


@pytest.mark.parametrize("command", ["verify", "resume"])
def test_a_damaged_ledger_is_told_with_what_would_do(village: str, tmp_path: Path, command: str) -> None:
    folder = tmp_path / "out"
    said(*asked(village, folder))
    path = folder / "ledger.sqlite"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    result = said(command, folder)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert result.stderr.startswith(f"Error: {path} is damaged (")
    assert result.stderr.endswith(f"move {folder} away, or begin anew in another folder with --out\n")
    assert "kept" not in result.stderr


def test_a_sweep_plays_every_point_of_its_grid(village: str, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    vary = ("--vary", "actors.*.staff=1..2", "--vary", "channels.email.delay=1h,2h to 3h")
    result = said(*(
        "sweep",
        village,
        *vary,
        "--replications",
        "5",
        "--jobs",
        "1",
        "--structures",
        "line",
        "--out",
        folder,
    ))
    assert result.exit_code == 0, result.output
    assert len((folder / "replications.csv").read_text().splitlines()) == 1 + 4 * 5


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1w,2w, 4w", ("1w", "2w", "4w")),
        ("1..4", ("1", "2", "3", "4")),
        ("-1 .. 1", ("-1", "0", "1")),
        ("{least: 1h, most: 2h},3h", ("{least: 1h, most: 2h}", "3h")),
        ("[a, b],[c]", ("[a, b]", "[c]")),
        ("4..1", ()),
    ],
)
def test_values_are_a_list_or_a_range(text: str, values: tuple[str, ...]) -> None:
    assert values_of(text) == values


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--replications", "5", "--precision", "5%"], "both say when it is enough"),
        (["--precision", "2"], "2 is more than 1; 2%?"),
        (["--precision", "0"], "expected a share between 0% and 100%, got 0"),
        (["--load", "1,much"], "expected numbers with commas between them"),
        (["--structures", "hub,,line"], "expected words with commas between them"),
        (["--cluster", "local", "--structures", "mesh"], "has no structure 'mesh'"),
        (["--cluster", "nowhere", "--replications", "1"], "such as tcp://scheduler:8786, got 'nowhere'"),
        (["--without-link", "mesh.1"], "there is no link 'mesh.1'; write `each`, or any of hub.shape.city."),
        (["--select", "best", "--replications", "9"], "leave --replications and --precision out"),
        (["--select", "best", "--load", "2"], "--load is none that can be chosen"),
        (["--delta", "1%"], "--delta and --confidence belong to --select best"),
    ],
)
def test_what_is_asked_wrongly_is_told(
    village: str, tmp_path: Path, options: list[str], message: str
) -> None:
    result = said("compare", village, *options, "--out", str(tmp_path / "out"))
    assert result.exit_code == 2
    assert message in result.stderr


@pytest.mark.parametrize(
    "vary", ["actors.city.staff", "=1", "actors.city.staff=4..1", "actors.city.staff=1,1"]
)
def test_a_sweep_that_turns_nothing_is_told(village: str, vary: str) -> None:
    result = said("sweep", village, "--vary", vary)
    assert (result.exit_code, "expected" in result.stderr) == (2, True)


def test_what_was_set_aside_is_told_and_ends_with_3(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tabletop.cli.telling import tell

    (tmp_path / "comparison.json").write_text("{}\n")
    plan = planned(replications=1)
    conducted = Conducted(plan, dict.fromkeys(plan.cases, 1), (SetAside(case(), 17, 3),))
    with pytest.raises(click.exceptions.Exit) as caught:
        tell(Finished(tmp_path, conducted, provenance(conducted), ("comparison.json",)), as_json=True)
    assert caught.value.exit_code == 3
    said = capsys.readouterr()
    assert (said.out, said.err) == (
        "{}\n",
        "Set aside: replication 17 of hub, which ended 3 processes; it counts in no cell.\n",
    )


def test_a_log_gets_a_line_every_ten_seconds(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = iter([0.0, 4.0, 10.0, 12.0, 20.0])
    monkeypatch.setattr("tabletop.cli.progress.time.monotonic", lambda: next(clock))
    lines = Lines()
    lines.expects(100)
    for _ in range(4):
        lines.done(20)
    assert capsys.readouterr().err.splitlines() == [
        "40 of 100 replications, 4.0 a second, 15 s left",
        "80 of 100 replications, 4.0 a second, 5 s left",
    ]


def test_the_options_that_decide_the_numbers_are_those_of_a_design() -> None:
    from dataclasses import fields

    from tabletop.compare.batch.design import Design

    options = {each.name for each in compare.params}
    assert {each.name for each in fields(Design)} - options == {"vary"}
