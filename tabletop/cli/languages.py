"""The option `--language`, which every command that writes for people has: like the flag that an interpreter wears.

`@in_language` gives a command the option; `speak(language, scenario.language)` has the rest of it written in what was
asked for, or else in the scenario's own language.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from tabletop.errors import UsageError
from tabletop.resources import ENGLISH, languages

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


class Tongue(click.ParamType[str]):
    """A language there are words for: `ar`, or `ar-MA` for Arabic with the numbers and dates of Morocco."""

    name = "language"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002 - click asks for it so
        """Name the languages there are."""
        return "|".join(languages())

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the tag; fails with the languages there are."""
        if not value:
            return ""
        # The debrief comes only when it is needed: a run loads it while other processes play.
        from tabletop.debrief.languages import language_of

        try:
            return language_of(value).tag
        except UsageError as error:
            self.fail(str(error), param, ctx)


def in_language(command: Decorated) -> Decorated:
    """Give a command the option `--language`, as `language`: a tag, or empty where the scenario's own is to be spoken."""
    says = "The language of what is written; the scenario's own by default."
    return click.option("--language", type=Tongue(), default="", help=says)(command)


def speak(asked: str, *own: str) -> str:
    """Write what is left of this command in a language, and return its tag.

    It is the one asked for, else the scenarios' own where all have the same and there are words for it, else English.
    """
    from tabletop.debrief.languages import nearest_language, speaking

    shared = nearest_language(own[0]) if len(set(own)) == 1 else ENGLISH
    return click.get_current_context().with_resource(speaking(asked or shared)).tag
