"""The debrief as one page for a browser: no script, nothing fetched, fit for a telephone and for paper."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment
from markupsafe import Markup

from tabletop.debrief.pages import number, press
from tabletop.debrief.text import Name, Phrase
from tabletop.debrief.view import DebriefView


def render(view: DebriefView) -> str:
    """Return the page; the same view gives the same text."""
    return _press().get_template("debrief.html.j2").render(view=view)


def set_for_html(value: object) -> object:
    """Return a value as HTML: a scenario's words escaped and set apart, since they may run the other way."""
    match value:
        case Name():
            return _apart(value)
        case Phrase():
            return Markup("").join(part if isinstance(part, str) else _apart(part) for part in value.parts)
        case float():
            return number(value)
        case str() | int():
            return value
        case _:
            message = f"a template shows {value!r}, which is no text"
            raise TypeError(message)


def _apart(name: Name) -> Markup:
    return Markup("<bdi>{}</bdi>").format(name.text)


@lru_cache(maxsize=1)
def _press() -> Environment:
    return press(set_for_html, escaping=True)
