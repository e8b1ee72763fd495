"""A debrief in the form that was asked for: the whole report, or a sheet for one role or for each, as page, text or data.

`tabletop debrief run --for all --format md` gives one text for each role, under the role's own name.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Literal

from tabletop.debrief import html, markdown
from tabletop.debrief.conduct import Conduct
from tabletop.debrief.observed.notes import Notes
from tabletop.debrief.pdf import pdf_of
from tabletop.debrief.roles.reader import reader_of, readers
from tabletop.debrief.roles.view import RoleView, role_view
from tabletop.debrief.story import Story
from tabletop.debrief.text import Name, Phrase
from tabletop.debrief.view import DebriefView, marking, view_of

Format = Literal["html", "pdf", "md", "json"]
"""The forms in which a debrief can be written."""

FORMATS: tuple[Format, ...] = ("html", "pdf", "md", "json")
"""All of them, the usual one first."""

EVERYBODY = "all"
"""The word that asks for a sheet for each role."""


def documents(
    conduct: Conduct, *, form: Format, reader: str | None = None, notes: Notes | None = None
) -> dict[str, str | bytes]:
    """Return what was asked for, in the language that is being spoken, by the role's id; the whole report under "".

    Raises UsageError for a role that does not exist, and OutputError for a PDF when what prints it is not installed.
    """
    if reader is None:
        return {"": _written(view_of(conduct, notes=notes), form)}
    story = Story(conduct.record)
    roles = readers(story) if reader == EVERYBODY else (reader,)
    mark = marking(story.scenario)
    sheets = {
        role: role_view(reader_of(story, role), marking=mark, gains=conduct.gains, notes=notes)
        for role in roles
    }
    return {role: _written(sheet, form) for role, sheet in sheets.items()}


def _written(view: DebriefView | RoleView, form: Format) -> str | bytes:
    name = "debrief" if isinstance(view, DebriefView) else "role"
    match form:
        case "md":
            return markdown.printed(f"{name}.md.j2", view, language=view.language)
        case "json":
            return json.dumps(in_data(view), ensure_ascii=False, indent=1, allow_nan=False) + "\n"
        case "html":
            return html.printed(f"{name}.html.j2", view, language=view.language)
        case "pdf":
            return pdf_of(html.printed(f"{name}.html.j2", view, language=view.language))


def in_data(value: object) -> object:
    """Return a view as JSON knows it: every sentence as text, every record as a mapping."""
    if isinstance(value, Name | Phrase):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: in_data(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, list | tuple):
        return [in_data(each) for each in value]
    return value
