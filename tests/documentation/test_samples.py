"""What pages show of a terminal is what the terminal shows; `…` stands for what a page leaves out."""

from __future__ import annotations

import re
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner

from tabletop.cli.group import tabletop
from tests.documentation.blocks import DOCS, blocks
from tests.reading.test_docs import steps
from tests.readme import README
from tests.source import ROOT

REHEARSAL, AUDIT = blocks(DOCS / "rehearsal-and-audit.md", "console")
(SLIPS,) = (block for block in blocks(README, "console") if "stafff" in block)


def said(sample: str) -> str:
    """Return what the first line of a sample makes tabletop say."""
    ended = CliRunner().invoke(tabletop, sample.splitlines()[0].split()[2:])
    return ended.output


def shown_of(sample: str, output: str) -> bool:
    """Return whether the lines of a sample stand together in an output."""
    below = sample.partition("\n")[2].rstrip("\n")
    pattern = "\n".join(re.escape(line).replace("…", ".*") for line in below.splitlines())
    return re.search(f"^{pattern}$", output, re.MULTILINE) is not None


def test_the_night_bus_after_three_steps_is_rehearsed_as_the_page_shows(tmp_path: Path) -> None:
    with chdir(tmp_path):
        Path("night_bus.yaml").write_bytes(steps()[3].content)
        assert shown_of(REHEARSAL, said(REHEARSAL))


def test_the_audit_says_what_the_page_shows() -> None:
    assert shown_of(AUDIT, said(AUDIT))


def test_the_slips_in_the_readme_are_told_as_it_shows(tmp_path: Path) -> None:
    text = (ROOT / "scenarios" / "kumanovo_cat.yaml").read_text("utf-8")
    slipped = text.replace("  lasts: 21d\n", "  lasts: 21\n").replace("    staff: 2\n", "    stafff: 2\n", 1)
    with chdir(tmp_path):
        Path("my_scenario.yaml").write_text(slipped, "utf-8")
        assert shown_of(SLIPS, said(SLIPS))


@pytest.mark.parametrize(("sample", "shown"), [("$ it\na …\nb", True), ("$ it\na …\nc", False)])
def test_a_sample_may_leave_out_the_rest_of_a_line(sample: str, *, shown: bool) -> None:
    assert shown_of(sample, "x\na lot\nb\ny") is shown
