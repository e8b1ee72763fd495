"""What a command says on stdout: like a whiteboard, with columns on a terminal and plain text for the next program.

Nothing said here is ever read as markup, so a scenario may be called `[/]`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from io import StringIO

import click
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tabletop.cli.plain import plain

PIPED_WIDTH = 120
"""Columns when nobody's terminal says how many; the same everywhere, so that piped output can be compared."""


def say(*parts: RenderableType) -> None:
    """Print the parts one below the other; texts as they are, wrapped, in colours only on a terminal."""
    terminal = sys.stdout.isatty()
    paper = StringIO()
    console = Console(
        file=paper,
        width=Console(file=sys.stdout).width if terminal else PIPED_WIDTH,
        force_terminal=terminal,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for part in parts:
        console.print(plain(part) if isinstance(part, str) else part)
    click.echo("\n".join(line.rstrip() for line in paper.getvalue().splitlines()))


def columns(rows: Iterable[tuple[str, ...]], *, heads: tuple[str, ...] = ()) -> RenderableType:
    """The rows as aligned columns, indented; the last column takes what room is left."""
    rows = tuple(rows)
    width = max((len(row) for row in (heads, *rows)), default=0)
    table = Table(box=None, show_header=bool(heads), padding=(0, 2, 0, 0))
    for place in range(width):
        last = place == width - 1
        head = Text(heads[place]) if heads else ""
        table.add_column(head, no_wrap=not last, overflow="fold")
    for row in rows:
        table.add_row(*(Text(plain(cell)) for cell in row))
    return Padding(table, (0, 0, 0, 2))
