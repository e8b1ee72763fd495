"""The room where templates meet a view: like a print shop, which sets type and changes no word.

Templates come from our own folder only. How a piece of text is set (marked up, escaped) is decided here for every
value at once, so that no template can forget it.
"""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from tabletop.debrief.words import CATALOGUE
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
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.filters["plain"] = str
    # i18n adds these callables at run time, which no type checker sees.
    environment.install_gettext_callables(CATALOGUE.gettext, CATALOGUE.ngettext, newstyle=True)  # type: ignore[attr-defined] # added by the extension
    return environment


def number(value: float) -> str:
    """Return a place in a chart with two decimals at most, the same on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
