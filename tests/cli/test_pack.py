"""`tabletop pack` from the outside: the box that is carried into the room."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from tabletop.cli.pack import pack
from tabletop.debrief.observed.reading import read_notes
from tabletop.debrief.pack.papers import PAPERS
from tabletop.reading import load


def packed(*arguments: str) -> Result:
    return CliRunner().invoke(pack, [*arguments])


def test_it_writes_every_paper_and_says_where(tmp_path: Path) -> None:
    folder = tmp_path / "box"
    result = packed("first_steps", "--out", str(folder))
    assert result.exit_code == 0, result.output
    names = [f"{name}.html" for name in PAPERS] + ["notes.csv", "exercise.json"]
    assert result.stdout.splitlines() == [str(folder / name) for name in names]
    assert sorted(each.name for each in folder.iterdir()) == sorted(names)


def test_the_same_again_changes_no_byte_and_another_structure_is_not_put_over_it_unasked(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "box"
    packed("kumanovo_cat", "--out", str(folder))
    first = {each.name: each.read_bytes() for each in folder.iterdir()}
    assert packed("kumanovo_cat", "--out", str(folder)).exit_code == 0
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == first
    other = packed("kumanovo_cat", "--structure", "hub", "--out", str(folder))
    assert other.exit_code != 0
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == first
    assert packed("kumanovo_cat", "--structure", "hub", "--out", str(folder), "--force").exit_code == 0


def test_it_is_written_in_the_language_that_is_asked_for(tmp_path: Path) -> None:
    packed("kumanovo_cat", "--language", "ar", "--out", str(tmp_path / "box"))
    page = (tmp_path / "box" / "ground_rules.html").read_text("utf-8")
    assert '<html lang="ar" dir="rtl">' in page


def test_what_observers_type_into_the_notes_can_be_read(tmp_path: Path) -> None:
    packed("kumanovo_cat", "--out", str(tmp_path / "box"))
    notes = tmp_path / "box" / "notes.csv"
    line = "1d 2h,coordinator,Rang the school back,yes,S,no\r\n"
    notes.write_bytes(notes.read_bytes() + line.encode())
    (told,) = read_notes(notes, load("kumanovo_cat")).lines
    assert (told.role, told.seen, told.rating, told.quote) == ("coordinator", "yes", "S", False)


def test_what_was_typed_into_the_notes_is_kept_when_the_pack_is_made_again(tmp_path: Path) -> None:
    folder = tmp_path / "box"
    packed("first_steps", "--out", str(folder))
    notes = folder / "notes.csv"
    typed = notes.read_bytes() + b"1d,focal_point,Rang the school,yes,S,no\r\n"
    notes.write_bytes(typed)
    for again in ((), ("--structure", "table", "--force")):
        assert packed("first_steps", "--out", str(folder), *again).exit_code == 0
        assert notes.read_bytes() == typed


def test_the_other_form_takes_the_place_of_the_first_only_by_force(tmp_path: Path) -> None:
    folder = tmp_path / "box"
    packed("first_steps", "--out", str(folder))
    (folder / "ground_rules.html").rename(folder / "ground_rules.pdf")
    refused = packed("first_steps", "--out", str(folder))
    assert "holds the same in another form (ground_rules.pdf)" in str(refused.exception)
    assert packed("first_steps", "--out", str(folder), "--force").exit_code == 0
    assert not (folder / "ground_rules.pdf").exists()


def test_a_structure_that_is_not_there_is_told_with_the_one_that_is_meant(tmp_path: Path) -> None:
    result = packed("kumanovo_cat", "--structure", "hubb", "--out", str(tmp_path / "box"))
    assert result.exit_code != 0
    assert "did you mean 'hub'" in str(result.exception or result.output)
    assert not (tmp_path / "box").exists()
