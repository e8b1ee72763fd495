"""`tabletop export`: events and connections, written as a whole or not at all."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from tabletop.cli.group import tabletop
from tests.exchange.city import WORDS


@pytest.fixture(name="file")
def scenario_file(tmp_path: Path) -> str:
    path = tmp_path / "city.yaml"
    path.write_text(WORDS, "utf-8")
    return str(path)


def export(*arguments: str | Path) -> Result:
    return CliRunner().invoke(tabletop, ["export", *map(str, arguments)])


@pytest.mark.parametrize(
    ("name", "options", "begins"),
    [
        ("msel.csv", (), "\ufeffEvent number,Exercise time,"),
        ("msel.CSV", ("--language", "fr"), "\ufeffNuméro de l'événement,Temps d'exercice,"),
        ("net.csv", ("--structure", "hub"), "\ufefffrom,to,channel,"),
        ("net.graphml", (), '<?xml version="1.0" encoding="UTF-8"?>\n<graphml'),
        ("net.dot", ("--structure", "hub"), 'digraph "hub" {'),
        ("net.mmd", ("--structure", "hub"), "%% EXERCISE – FICTITIOUS\nflowchart LR\n"),
    ],
)
def test_the_ending_of_the_file_says_what_is_written(
    name: str, options: tuple[str, ...], begins: str, *, file: str, tmp_path: Path
) -> None:
    ended = export(file, "--to", tmp_path / name, *options)
    assert (ended.exit_code, ended.output) == (0, f"Written: {tmp_path / name}\n")
    assert (tmp_path / name).read_text("utf-8").startswith(begins)


def test_an_arabic_workbook_stands_from_right_to_left(file: str, tmp_path: Path) -> None:
    assert export(file, "--to", tmp_path / "m.xlsx", "--language", "ar").exit_code == 0
    (sheet,) = openpyxl.load_workbook(io.BytesIO((tmp_path / "m.xlsx").read_bytes())).worksheets
    assert sheet.sheet_view.rightToLeft
    assert [cell.value for cell in sheet[1]][:2] == ["رقم الحدث", "وقت التمرين"]


def test_every_export_bears_that_it_is_fictitious(file: str, tmp_path: Path) -> None:
    for name in ("m.csv", "n.graphml", "n.dot", "n.mmd"):
        assert export(file, "--to", tmp_path / name).exit_code == 0
        assert "EXERCISE – FICTITIOUS" in (tmp_path / name).read_text("utf-8")
    assert export(file, "--to", tmp_path / "l.csv", "--structure", "hub").exit_code == 0
    assert "EXERCISE – FICTITIOUS" in (tmp_path / "l.csv").read_text("utf-8")


def test_a_file_that_is_there_is_replaced_only_when_asked(file: str, tmp_path: Path) -> None:
    target = tmp_path / "m.csv"
    target.write_text("mine", "utf-8")
    ended = export(file, "--to", target)
    assert (ended.exit_code, target.read_text("utf-8")) == (74, "mine")
    assert (
        ended.stderr == f"Error: {target} is there already; choose another name, or replace it with --force\n"
    )
    assert export(file, "--to", target, "--force").exit_code == 0
    assert target.read_text("utf-8") != "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["city.yaml", "m.csv"]


@pytest.mark.parametrize(
    ("options", "code", "what"),
    [
        (
            ("--to", "m.pdf"),
            2,
            "'m.pdf' does not say what to write; its ending can be .xlsx, .csv, .graphml, .dot, .mmd",
        ),
        (("--to", "m.xlsx", "--structure", "hub"), 2, "its ending can be .graphml, .csv, .dot, .mmd"),
        (("--to", "m.dot", "--structure", "bub"), 2, "city has no structure 'bub'; it has team, hub"),
        (("--to", "m.csv", "--language", "de"), 2, "'de' is not one of"),
        (("--to", "/dev/null/m.csv"), 74, "cannot write /dev/null/m.csv: File exists"),
    ],
)
def test_what_is_asked_wrongly_is_told(options: tuple[str, ...], code: int, what: str, *, file: str) -> None:
    ended = export(file, *options)
    assert ended.exit_code == code
    assert what in ended.stderr
