"""The debrief as Markdown, for a wiki, a mail or a repository; the scenario's words are inert in it."""

from __future__ import annotations

import re
from functools import lru_cache

from jinja2 import Environment

from tabletop.debrief.pages import number, press
from tabletop.debrief.sayings import TIED
from tabletop.debrief.text import Name, Phrase, counted, isolated
from tabletop.debrief.view import DebriefView
from tabletop.debrief.words import direction, speaking

_ACTIVE = re.compile(r"([\\`*_\[\]{}~|#$@^])")
_LEADING = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([-+=:])")
_LINK = re.compile(r":(?=//)|(?<=www)\.|(?<=WWW)\.", re.IGNORECASE)
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def render(view: DebriefView) -> str:
    """Return the Markdown text; the same view gives the same text."""
    return printed("debrief.md.j2", view, language=view.language)


def printed(template: str, view: object, *, language: str) -> str:
    """Return a template of the debrief's folder, filled with its view, in a language."""
    with speaking(language):
        return tidied(_press().get_template(template).render(view=view))


def tidied(text: str) -> str:
    """Return Markdown with no more than one empty line anywhere, as a block of its own direction where it runs left."""
    tidy = re.sub(r"\n{3,}", "\n\n", text).replace(TIED, " ")
    return f'<div dir="rtl">\n\n{tidy}\n</div>\n' if direction() == "rtl" else tidy


def inert(text: str) -> str:
    """Return words of a scenario so that Markdown shows them and does nothing else with them."""
    escaped = _ACTIVE.sub(r"\\\1", text)
    escaped = "".join(_ENTITIES.get(each, each) for each in escaped)
    escaped = _LEADING.sub(_held_down, escaped)
    return _LINK.sub(lambda match: "\\" + match[0], escaped)


def set_for_markdown(value: object) -> object:
    """Return a value as Markdown."""
    match value:
        case Name():
            return isolated(inert(value.text))
        case Phrase():
            return "".join(
                part if isinstance(part, str) else isolated(inert(part.text)) for part in value.parts
            )
        case float():
            return number(value)
        case int():
            return counted(value)
        case str():
            return value
        case _:
            message = f"a template shows {value!r}, which is no text"
            raise TypeError(message)


def _held_down(match: re.Match[str]) -> str:
    """Keep what would begin a list or a heading from doing so."""
    return f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}"


@lru_cache(maxsize=1)
def _press() -> Environment:
    return press(set_for_markdown, escaping=False)
