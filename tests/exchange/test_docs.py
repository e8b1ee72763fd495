"""What docs/exchange.md shows is what tabletop says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from tabletop.cli.group import tabletop

PAGE = Path(__file__).parents[2] / "docs" / "exchange.md"
_FILE = re.compile(r"<!-- file: (\S+) -->\n```\w*\n(.*?)```", re.DOTALL)
_CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)


def said(command: str) -> str:
    """What a command prints, remarks first, with the `$` line above it."""
    ended = CliRunner().invoke(tabletop, shlex.split(command)[1:])
    assert ended.exit_code == 0, ended.output
    return f"$ {command}\n{ended.stderr}{ended.stdout}"


def test_every_command_prints_what_the_page_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = PAGE.read_text("utf-8")
    for name, content in _FILE.findall(page):
        (tmp_path / name).write_text(content, "utf-8")
    for block in _CONSOLE.findall(page):
        commands = re.findall(r"^\$ (.*)$", block, re.MULTILINE)
        assert "".join(map(said, commands)) == block
