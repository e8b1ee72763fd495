"""The files that go with a scenario when it is copied: like the map that belongs in the same envelope as the letter."""

from __future__ import annotations

from pathlib import Path

import click

from tabletop.cli.one_file import write_one
from tabletop.cli.plain import plain
from tabletop.errors import OutputError
from tabletop.reading import Source


def bring_along(source: Source, folder: Path) -> None:
    """Write into a folder the files that a scenario names beside it, and say so; OutputError as in `belongings`."""
    for path, content in belongings(source, folder).items():
        write_one(path, content, force=False)
        click.echo(plain(f"Written beside it: {path}"))


def belongings(source: Source, folder: Path) -> dict[Path, bytes]:
    """Return the files beside a scenario that it names, by where each is to lie in a folder; not those that lie there.

    Raises OutputError, naming the file, when another of that name is there already.
    """
    beside = [each for each in (*source.beside, *source.used) if not each.flaw and "/" not in each.name]
    missing = {}
    for each in beside:
        path = folder / each.name
        if not path.exists():
            missing[path] = each.content
        elif not path.is_file() or path.read_bytes() != each.content:
            message = f"{source.name} needs its own {each.name}, and another file of that name is in {folder}; choose another folder with --out"
            raise OutputError(message)
    return missing
