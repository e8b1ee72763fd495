"""The scenario's files travel in the folder; when one has become another, the place is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tabletop.compare.batch.plan import plan
from tabletop.compare.batch.playing import resume
from tabletop.errors import UsageError
from tests.compare.batch.test_folder import ALONE, contents, finished, report
from tests.compare.batch.village import WORDS, design

LINKS = "from,to,channel\nschool,city,email\ncity,police,phone\n"
CHANNELS = "tabletop: 1\ntitle: Ways that all our villages have\nchannels: {radio: {delay: 1m}}\n"
NAMING = WORDS.replace("  line:\n", "  list: {links_from: links.csv}\n  line:\n").replace(
    "tabletop: 1\n", "tabletop: 1\nuses: [ways.yaml]\n"
)


@pytest.fixture(name="village")
def scenario_file(tmp_path: Path) -> Path:
    """A village that names two files beside it, with a folder `out` that was played already."""
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "Our village.yaml"
    path.write_text(NAMING, "utf-8")
    path.with_name("links.csv").write_text(LINKS, "utf-8")
    path.with_name("ways.yaml").write_text(CHANNELS, "utf-8")
    finished(tmp_path / "out", plan(design(scenarios=(str(path),), replications=2)))
    return path


def gone_on(village: Path) -> dict[str, bytes]:
    folder = village.parent.parent / "out"
    resume(folder, crew=ALONE, report=report)
    return contents(folder)


@pytest.mark.parametrize(
    "gone", [("links.csv",), ("ways.yaml",), ("Our village.yaml", "links.csv", "ways.yaml")]
)
def test_it_is_taken_up_from_the_folder_alone(village: Path, gone: tuple[str, ...]) -> None:
    before = contents(village.parent.parent / "out")
    for name in gone:
        village.with_name(name).unlink()
    assert gone_on(village) == before


@pytest.mark.parametrize(
    ("name", "old", "new", "where"),
    [
        ("links.csv", "city,police,phone", "city,police,email", "line 3 of links.csv was city,police,phone"),
        ("links.csv", "\ncity,police,phone", "", "line 3 of links.csv was city,police,phone and is nothing"),
        ("ways.yaml", "1m", "2m", r"ways.yaml.channels.radio.delay was 1m and is 2m"),
        ("ways.yaml", "1m", " 1m", "the layout of ways.yaml was"),
        ("Our village.yaml", "lasts: 2d", "lasts: 3d", "our_village.clock.lasts was 2d and is 3d"),
    ],
)
def test_a_file_that_has_become_another_is_refused_by_its_name(
    village: Path, name: str, old: str, new: str, where: str
) -> None:
    file = village.with_name(name)
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(UsageError, match=f"holds another comparison: {where}"):
        gone_on(village)
