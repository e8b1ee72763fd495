"""The room where templates meet a view: like a print shop, which sets type and changes no word.

A whole number is one that a reader counts by, and is set in the digits of the language; a place in a picture is a
float, and is set as CSS and SVG read it.

Templates come from our own folder only. How a piece of text is set (marked up, escaped) is decided here for every
value at once, so that no template can forget it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from tabletop.debrief.sayings import percentage
from tabletop.debrief.text import plain
from tabletop.debrief.words import _, n_
from tabletop.resources import shipped

FOLDER = "debrief"
"""The folder of the debrief's templates."""


def press(setting: Callable[[object], object], *, escaping: bool) -> Environment:
    """Return the environment that prints templates, each value set by `setting`; unknown names are errors."""
    environment = Environment(
        loader=FileSystemLoader(shipped("templates") / FOLDER),
        autoescape=escaping,  # noqa: S701 - on for HTML; Markdown has its own escaping, in `setting`
        finalize=setting,
        undefined=StrictUndefined,
        bytecode_cache=_remembered(),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["plain"] = plain
    # They ask at each call which language is spoken, so that one environment serves all of them.
    environment.globals |= {"_": _, "n_": n_, "percent": _percent}
    return environment


class _Compiled(FileSystemBytecodeCache):
    """Compiled templates in a folder of this user's own, as Python keeps compiled modules; a full disk does no harm."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template for the next command, if that can be done."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def _remembered() -> _Compiled | None:
    """Return where compiled templates are kept; None where there is no folder that only this user can write."""
    with suppress(OSError, RuntimeError):
        return _Compiled()
    return None


def _percent(whole: int) -> str:
    return percentage(str(whole))


def number(value: float) -> str:
    """Return a place in a chart with two decimals at most, the same on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
