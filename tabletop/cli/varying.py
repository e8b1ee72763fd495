"""How a sweep is written: `channels.meeting.barriers.periodic_meeting.every=1w,2w,4w`, `actors.*.staff=1..4`."""

from __future__ import annotations

import re

import click

_RANGE = re.compile(r"\s*(-?\d+)\s*\.\.\s*(-?\d+)\s*")
_MOST = 1_000


class Varied(click.ParamType[object]):
    """A path with the values that stand there in turn."""

    name = "path=values"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> object:
        """Read it; fails with what would do."""
        if isinstance(value, tuple):
            return value
        path, _, said = str(value).partition("=")
        values = values_of(said)
        if not path.strip() or not values or not all(values):
            self.fail(
                f"expected a path and its values, such as 'actors.*.staff=1..4', got {value!r}", param, ctx
            )
        if len(values) > _MOST or len(set(values)) < len(values):
            self.fail(f"expected at most {_MOST:,} different values, got {said!r}", param, ctx)
        return path.strip(), values


def values_of(said: str) -> tuple[str, ...]:
    """Return the values of a list with commas, or of a range of whole numbers; commas within brackets part nothing."""
    found = _RANGE.fullmatch(said)
    if found is not None:
        first, last = map(int, found.groups())
        return tuple(map(str, range(first, min(last, first + _MOST) + 1)))
    values, depth = [""], 0
    for letter in said:
        depth += (letter in "[{") - (letter in "]}")
        if letter == "," and not depth:
            values.append("")
        else:
            values[-1] += letter
    return tuple(value.strip() for value in values)
