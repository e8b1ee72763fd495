"""A point in time of an exercise, as a person writes it.

`at: 1d 2h` counts from StartEx; `at: 2026-03-03 10:00` is the clock on the wall of the scenario's own time zone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

from pydantic import PlainValidator, WithJsonSchema

from tabletop.model.duration import parse_duration

if TYPE_CHECKING:
    from tabletop.model.calendar import Clock


@dataclass(frozen=True, slots=True)
class Point:
    """A point in time: so long after StartEx, or a local date and time."""

    after: int | None = None
    """Milliseconds after StartEx."""
    local: datetime | None = None
    """Date and time on the wall clock of the scenario."""

    def on(self, clock: Clock) -> int:
        """Return it in milliseconds since StartEx (negative when it lies before)."""
        if self.local is not None:
            return clock.at_local(self.local)
        return self.after or 0


def parse_point(value: object) -> Point:
    """Read a duration since StartEx or a local date and time; raises ValueError with what would do."""
    if isinstance(value, Point):
        return value
    if isinstance(value, str) and value[:4].isdigit() and value[4:5] == "-":
        try:
            local = datetime.fromisoformat(value)
        except ValueError as error:
            msg = f"{value!r} is no date and time: {error} (write it as 2026-03-03 10:00)"
            raise ValueError(msg) from None
        if local.tzinfo is not None:
            msg = f"{value!r} names a time zone; times are those of clock.time_zone"
            raise ValueError(msg)
        return Point(local=local)
    return Point(after=parse_duration(value))


PointInTime = Annotated[
    Point,
    PlainValidator(parse_point),
    WithJsonSchema({"type": "string", "examples": ["1d 2h", "2026-03-03 10:00"]}),
]
"""A field that says when."""
