"""The option `--language`, which every command that writes for people has: like the flag that an interpreter wears.

`@in_language` gives a command the option; `speak(language, scenario.language)` has the rest of it written in what was
asked for, or else in the scenario's own language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tabletop.cli.plain import plain
from tabletop.errors import UsageError
from tabletop.resources import ENGLISH, languages

if TYPE_CHECKING:
    from tabletop.model.scenario import Scenario

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


def say_untranslated(words: Scenario, language: str) -> None:
    """Say on stderr when a scenario's own texts mostly stay as they were written, in another language than was asked for."""
    tag = language.partition("-")[0]
    if not tag or (tag == words.language.partition("-")[0] and tag not in words.texts):
        return
    count = _count(words.texts.get(language, words.texts.get(tag)))
    if count < len(words.actors) + len(words.information):
        has = f"has {count} of its texts" if count else "has none of its texts"
        click.echo(
            plain(f"{words.id} {has} in {tag} (`texts:`); the others stay as they were written"), err=True
        )


def _count(texts: object) -> int:
    """Return how many texts there are, however deep."""
    if isinstance(texts, Mapping):
        return sum(map(_count, texts.values()))
    return sum(map(_count, texts)) if isinstance(texts, list | tuple) else int(texts is not None)
