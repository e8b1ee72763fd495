"""What evaluators noted while people played: who did what when, whether it was hoped for, and whether it may be quoted.

"10:20, coordinator: rang the school back; expected action seen: yes; rating S; quote allowed: no".
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

Seen = Literal["yes", "partly", "no", ""]
"""Whether the expected action was seen; empty when nothing is said of it."""

Mark = Literal["P", "S", "M", "U", ""]
"""An evaluator's rating; empty when none was given."""


@dataclass(frozen=True, slots=True)
class RoomNote:
    """One line of an evaluator's notes."""

    at: int | None
    """When, in milliseconds since StartEx; None when no time was noted."""
    role: str
    """The id of the role or actor that was observed."""
    text: str
    """What was observed, in the evaluator's words."""
    seen: Seen
    """Whether the expected action was seen."""
    rating: Mark
    """The evaluator's own rating."""
    quote: bool
    """Whether the words may be quoted; only then are they ever printed."""
    objective: str
    """The id of the objective that it speaks to; empty when none is named."""


@dataclass(frozen=True, slots=True)
class Notes:
    """All notes from the room."""

    lines: tuple[RoomNote, ...]
    """In order of time; those without a time at the end, in the order of the file."""

    def of(self, role: str, actors: Collection[str]) -> Notes:
        """Return the notes on one role, or on the actors who hold it."""
        return Notes(tuple(each for each in self.lines if each.role == role or each.role in actors))

    def on(self, objective: str) -> Notes:
        """Return the notes that name one objective."""
        return Notes(tuple(each for each in self.lines if each.objective == objective))

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles and actors that people played, as far as anything was noted."""
        return tuple(dict.fromkeys(each.role for each in self.lines))
