"""Links of a structure that stand in a file beside the scenario, as a network program or a spreadsheet left them.

A scenario says `links_from: partners.csv`; each line of that file is one link, and each mistake in it is told with its
line there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tabletop.errors import Problem

MOST_LINKS = 50_000
"""Links that the files beside one scenario may hold together."""

MOST_BYTES_OF_LINKS = 5 * 1024 * 1024
"""Bytes of one file of links."""

MOST_FILES_OF_LINKS = 50
"""Files of links that one scenario may name."""

_YES = frozenset(("yes", "true", "1", "oui", "نعم", "undirected"))
_NO = frozenset(("no", "false", "0", "", "non", "لا", "directed"))


@dataclass(frozen=True, slots=True)
class FoundLink:
    """One link of a file."""

    line: int
    """Where it stands there."""
    words: Mapping[str, str | tuple[str, ...]]
    """What it says, as a scenario would write it: `from`, `to` or `between`, `channel`, `carries`…"""


@dataclass(frozen=True, slots=True)
class FoundLinks:
    """What a file of links holds."""

    links: tuple[FoundLink, ...]
    """Its links, in order."""
    problems: tuple[Problem, ...]
    """What is wrong with it, by line."""


def link_of(said: Mapping[str, str], *, name: str, line: int) -> FoundLink | Problem:
    """Return the link that a line says, or what is wrong with it; whom it names is for the scenario's reader to check."""
    missing = [key for key in ("from", "to", "channel") if not said.get(key)]
    if missing:
        return Problem(name, line, 1, "", f"the link does not say {missing[0]!r}", "fill it in")
    two_way = said.get("two_way", "").casefold()
    if two_way not in _YES | _NO:
        return Problem(name, line, 1, "", f"two_way is {said['two_way'][:40]!r}", "write yes or no")
    words: dict[str, str | tuple[str, ...]] = (
        {"between": (said["from"], said["to"])}
        if two_way in _YES
        else {"from": said["from"], "to": said["to"]}
    )
    words["channel"] = said["channel"]
    carries = tuple(filter(None, re.split(r"[\s,;]+", said.get("carries", ""))))
    if carries:
        words["carries"] = carries
    return FoundLink(line, words | {key: said[key] for key in ("for", "else", "after") if said.get(key)})
