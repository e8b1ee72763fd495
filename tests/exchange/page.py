"""docs/exchange.md with what its commands really print; `python -m tests.exchange.page` writes it so."""

from __future__ import annotations

import re
import shlex
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner

from tabletop.cli.group import tabletop

PAGE = Path(__file__).parents[2] / "docs" / "exchange.md"
_FILE = re.compile(r"<!-- file: (\S+) -->\n```\w*\n(.*?)```", re.DOTALL)
_CONSOLE = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)


def with_real_output(page: str) -> str:
    """Return the page's text with what its commands print, run in this order in one new folder."""
    with TemporaryDirectory() as folder, chdir(folder):
        for name, content in _FILE.findall(page):
            Path(name).write_text(content, "utf-8")
        return _CONSOLE.sub(_played, page)


def _played(block: re.Match[str]) -> str:
    return "".join(map(_said, re.findall(r"^\$ (.*)$", block[0], re.MULTILINE)))


def _said(command: str) -> str:
    """What a command prints, remarks first, below the line that gives it."""
    ended = CliRunner().invoke(tabletop, shlex.split(command)[1:])
    if ended.exit_code:
        raise ValueError(ended.output)
    return f"$ {command}\n{ended.stderr}{ended.stdout}"


if __name__ == "__main__":
    PAGE.write_text(with_real_output(PAGE.read_text("utf-8")), "utf-8")
