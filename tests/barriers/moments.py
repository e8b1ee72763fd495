"""Moments for tests: what a barrier is shown, made of real windows, real keyed chance and a real roster.

A test names only what matters to it, `now=5 * HOUR, bites=2`; all else is a quiet Monday on which everybody is on duty.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field

from tabletop.model.actor import Actor
from tabletop.model.barrier import Moment
from tabletop.model.chance import text_key, uniform
from tabletop.model.information import Information
from tabletop.model.windows import ALWAYS, NEVER, Windows

Luck = Callable[[str, str, str], float]


@dataclass(frozen=True, slots=True)
class WindowRoster:
    """Who is on duty, by windows; whoever has none is always on duty."""

    duty: Mapping[str, Windows] = field(default_factory=dict)
    """By actor: hours less absences."""
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By role: who acts for it; an actor acts for itself."""

    def on_duty(self, actor: str, at: int) -> bool:
        return self._windows(actor).is_open(at)

    def next_duty(self, actors: tuple[str, ...], at: int) -> int | None:
        shared = ALWAYS
        for actor in actors:
            shared = shared.overlap(self._windows(actor))
        return shared.next_open(at)

    def acting(self, role: str) -> tuple[str, ...]:
        return self.roles.get(role, (role,))

    def _windows(self, actor: str) -> Windows:
        return self.duty.get(actor, ALWAYS)


def keyed_luck(seed: int) -> Luck:
    """Every draw of an ask is its own number, and the same number whenever it is asked for."""
    return lambda name, who, occasion: uniform(text_key(f"{seed}/{name}/{who}/{occasion}"))


def set_luck(draws: Mapping[str, float]) -> Luck:
    """Draws by `name`, or by `name of who` for one actor; whatever is not named is 0.5."""
    return lambda name, who, _: draws.get(f"{name} of {who}", draws.get(name, 0.5))


def moment(
    *,
    now: int = 0,
    since: int = 0,
    bites: int = 0,
    ends: tuple[str, str] = ("school", "municipality"),
    actors: Mapping[str, Actor] | None = None,
    channel: str = "email",
    medium: str = "print",
    members: Sequence[str] = (),
    authorised: bool = True,
    channel_allowed: bool = True,
    roster: WindowRoster = WindowRoster(),
    down: Windows = NEVER,
    waiting: int = 0,
    sessions: Sequence[int] = (),
    claims: Mapping[Hashable, int] | None = None,
    luck: Luck = set_luck({}),  # noqa: B008 - pure
) -> Moment:
    """Return a moment of a hand-off from the first of `ends` to the second."""
    words = {name: (actors or {}).get(name, Actor()) for name in ends}
    return Moment(
        now=now,
        since=since,
        tries=bites,
        bites=bites,
        sender=ends[0],
        receiver=ends[1],
        from_actor=words[ends[0]],
        to_actor=words[ends[1]],
        information=Information(),
        channel=channel,
        medium=medium,
        members=tuple(members) or ends,
        authorised=authorised,
        channel_allowed=channel_allowed,
        roster=roster,
        down=down,
        waiting=waiting,
        sessions=tuple(sessions),
        claims=claims or {},
        luck=luck,
    )
