"""Who is on duty, as far as it is known now: what barriers may ask about people.

"The first instant from now on at which both the caller and the one who is called are at their desks."
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tabletop.engine.exercise import Exercise


class DutyRoster:
    """Hours less the absences known at this moment."""

    def __init__(self, exercise: Exercise) -> None:
        """Read from the desks of an exercise."""
        self._exercise = exercise

    def on_duty(self, actor: str, at: int) -> bool:
        """Tell whether the actor's desk is open and somebody is there at that instant."""
        return self._exercise.desks[actor].on_duty(at)

    def next_duty(self, actors: tuple[str, ...], at: int) -> int | None:
        """Return the first instant from `at` on at which all these actors are on duty; None: never."""
        desks = [self._exercise.desks[actor] for actor in actors]
        found = at
        while True:
            latest = found
            for desk in desks:
                duty = desk.next_duty(latest)
                if duty is None:
                    return None
                latest = duty
            if latest == found:
                return found
            found = latest

    def acting(self, role: str) -> tuple[str, ...]:
        """Return the actors who act for a role now."""
        return self._exercise.acting(role)
