"""The debrief as one page for a browser: no script, nothing fetched, fit for a telephone and for paper."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment
from markupsafe import Markup

from tabletop.debrief.pages import number, press
from tabletop.debrief.text import Name, Phrase, counted
from tabletop.debrief.view import DebriefView
from tabletop.debrief.words import speaking


def render(view: DebriefView) -> str:
    """Return the page; the same view gives the same text."""
    return printed("debrief.html.j2", view, language=view.language)


def printed(template: str, view: object, *, language: str) -> str:
    """Return a template of the debrief's folder, filled with its view, in a language."""
    with speaking(language):
        return _press().get_template(template).render(view=view)


def make_ready() -> None:
    """Read the templates, which takes as long as printing a page: for whoever has a moment before there is a view."""
    for name in _press().list_templates(filter_func=lambda each: each.endswith(".html.j2")):
        _press().get_template(name)


def set_for_html(value: object) -> object:
    """Return a value as HTML: a scenario's words escaped and set apart, since they may run the other way."""
    match value:
        case Name():
            return _apart(value)
        case Phrase():
            return Markup("").join(part if isinstance(part, str) else _apart(part) for part in value.parts)
        case float():
            return number(value)
        case int():
            return counted(value)
        case str():
            return value
        case _:
            message = f"a template shows {value!r}, which is no text"
            raise TypeError(message)


def _apart(name: Name) -> Markup:
    return Markup("<bdi>{}</bdi>").format(name.text)


@lru_cache(maxsize=1)
def _press() -> Environment:
    return press(set_for_html, escaping=True)
