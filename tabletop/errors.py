"""What can go wrong, said so that it can be put right: like a proof-reader's marks, each with its place and remedy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in a scenario file.

    As text it is one line that editors can jump to:
    `flood.yaml:12:5: actors.police.staff: expected a whole number of at least 1, got 0 (write 1 or more)`.
    """

    file: str
    """The file as its reader named it, so that the line can be clicked."""

    line: int
    """Line of the file, from 1; 0 when the problem concerns the file as a whole."""

    column: int
    """Column of the line, from 1; 0 when the problem concerns the file as a whole."""

    path: str
    """Where in the scenario, as keys joined by dots; empty at the top."""

    what: str
    """What is wrong: what was expected, and what stands there."""

    remedy: str = ""
    """What would do instead; empty when saying what is wrong says it already."""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        remedy = f" ({self.remedy})" if self.remedy else ""
        return ": ".join(part for part in (place, self.path, self.what) if part) + remedy


class TabletopError(Exception):
    """Anything tabletop refuses, with a message for the person who asked; the root of all our errors."""

    exit_code: ClassVar[int] = 1
    """What the command ends with when this error reaches its edge."""


class UsageError(TabletopError):
    """The command was asked for something it cannot do: an unknown scenario, structure or barrier."""

    exit_code = 2


class ScenarioError(TabletopError):
    """The scenario has mistakes: all that were found, in the order of the file, one line each."""

    exit_code = 3

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class RunawayError(TabletopError):
    """The exercise never comes to rest, or grows past its limits; the message names what loops.

    It ends like a mistake in the scenario, since that is where it is put right.
    """

    exit_code = 3


class OutputError(TabletopError):
    """The results could not be written: no room, no permission, or another exercise's folder."""

    exit_code = 74
