"""`tabletop barriers`: the catalogue of what can stand in the way, and the manual page of each."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from tabletop.barriers import BARRIERS
from tabletop.cli.console import columns, say
from tabletop.cli.manual import ManualPage, common_fields, manual_page
from tabletop.errors import UsageError


@click.command()
@click.argument("kind", required=False)
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of text.")
def barriers(*, kind: str | None, as_json: bool) -> None:
    """List the barriers, or read the manual page of one.

    A barrier is something that can hold, change or stop information on its way. With KIND, its manual page and
    the keys that a scenario may give it.
    """
    if kind is not None and kind not in BARRIERS:
        message = f"there is no barrier {kind!r}; there are {', '.join(BARRIERS)}"
        raise UsageError(message)
    pages = tuple(manual_page(barrier) for name, barrier in BARRIERS.items() if kind in (None, name))
    if as_json:
        manual = {"barriers": [asdict(page) for page in pages], "common_fields": common_fields()}
        click.echo(json.dumps(manual, indent=2, ensure_ascii=False))
    elif kind is None:
        _list(pages)
    else:
        _show(pages[0])


def _list(pages: tuple[ManualPage, ...]) -> None:
    say(
        columns(((page.kind, page.stage, page.summary) for page in pages), heads=("barrier", "stage", "")),
        "\n`tabletop barriers KIND` shows its manual page.",
    )


def _show(page: ManualPage) -> None:
    say(f"{page.kind} (stage: {page.stage})\n", *(f"{text}\n" for text in _paragraphs(page.manual)))
    if page.fields:
        rows = ((each.name, _written(each.default), each.meaning) for each in page.fields)
        say(columns(rows, heads=("key", "default", "meaning")), "")
    say("Every barrier also takes:\n", columns(common_fields().items()))


def _paragraphs(manual: str) -> tuple[str, ...]:
    """The manual's paragraphs, each on one line for the terminal to wrap; lists and samples keep their lines."""
    blocks = manual.split("\n\n")
    return tuple(" ".join(block.split("\n")) if _is_prose(block) else block for block in blocks)


def _is_prose(block: str) -> bool:
    return not any(line.startswith((" ", "-", "*", "|")) for line in block.split("\n"))


def _written(value: object) -> str:
    """A default as a scenario would write it on one line."""
    match value:
        case None:
            return "–"
        case bool():
            return str(value).lower()
        case dict():
            return "{" + ", ".join(f"{key}: {_written(each)}" for key, each in value.items()) + "}"
        case list():
            return "[" + ", ".join(_written(each) for each in value) + "]"
        case _:
            return str(value)
