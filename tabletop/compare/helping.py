"""What would have helped: the very same exercise, with the same luck, and one thing changed.

Had somebody agreed beforehand that the youth organisation may know, the plan would have stood four days sooner; had the
mails only been faster, nothing, since they would have lain until the next session anyway.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from tabletop.compare.gains import Gain, gain
from tabletop.compare.instead import instead_of
from tabletop.engine import run
from tabletop.measures import Chronicle
from tabletop.measures.causes import address_of, protects
from tabletop.model.journal import Stopped

if TYPE_CHECKING:
    from tabletop.model.record import Record
    from tabletop.model.scenario import Scenario

MOST_PAIRS = 3
"""How many second barriers are tried where lifting one alone changed nothing."""

NO_INTERVENTIONS: Mapping[str, Scenario] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Help:
    """All that was tried on one exercise."""

    barriers: tuple[Gain, ...]
    """What lifting each barrier alone gained, the most helpful first."""
    interventions: tuple[Gain, ...]
    """What switching on each intervention gained, in the order given."""

    def lifting(self, address: str) -> Gain | None:
        """Return what lifting a barrier alone gained; None when it was not tried: it never bit, or it protects."""
        return next((each for each in self.barriers if each.what == (address,)), None)


def what_would_have_helped(
    record: Record,
    *,
    interventions: Mapping[str, Scenario] = NO_INTERVENTIONS,
    told: Callable[[int, int], None] = lambda *_: None,
) -> Help:
    """Play an exercise again with the same luck for each barrier that bit in it and for each intervention.

    `interventions` are whole scenarios, by the id of what is switched on in them. Safeguards are never lifted. The
    answer is exact, and the same each time; it costs one run for each, and a few more where one alone changed nothing.
    `told` is called with how many have been tried, and how many there are.
    """
    before = Chronicle(record)
    addresses = biting(before)
    count = len(addresses) + len(interventions)
    lifted: list[Gain] = []
    for address in addresses:
        lifted.append(_lifted_alone(before, address))
        told(len(lifted), count)
    lifted.sort(key=lambda each: (-each.improved, -each.saved, each.what))
    switched: list[Gain] = []
    for name, scenario in interventions.items():
        switched.append(gain((name,), before, _again(record, scenario)))
        told(len(lifted) + len(switched), count)
    return Help(tuple(lifted), tuple(switched))


def biting(chronicle: Chronicle) -> tuple[str, ...]:
    """Return the addresses of the barriers that held or stopped anything but traffic, safeguards not among them."""
    causes = [cause for each in chronicle.story for cause, time in each.account if time]
    stops = [
        f"{each.barrier}:{each.because}"
        for each in chronicle.story
        if isinstance(each, Stopped) and each.barrier
    ]
    open_ = [cause for cause in dict.fromkeys([*causes, *stops]) if not protects(chronicle.scenario, cause)]
    return tuple(dict.fromkeys(address for cause in open_ if (address := address_of(cause))))


def without(record: Record, *addresses: str) -> Chronicle:
    """Return the same exercise with the same luck, played without some barriers."""
    lifted = (*record.scenario.lifted, *addresses)
    return _again(record, record.scenario.model_copy(update={"lifted": lifted}))


def _lifted_alone(before: Chronicle, address: str) -> Gain:
    after = without(before.record, address)
    alone = gain((address,), before, after)
    if not alone.is_nothing:
        return alone
    causes = instead_of(address, before, after)
    others = [other for cause in causes if (other := address_of(cause)) and other != address]
    free = [other for other in dict.fromkeys(others) if not _is_safeguard(before, other)]
    return replace(alone, instead=causes, together=_with_another(before, address, free[:MOST_PAIRS]))


def _with_another(before: Chronicle, address: str, others: list[str]) -> Gain | None:
    for other in others:
        both = gain((address, other), before, without(before.record, address, other))
        if both.improved > 0 or both.saved > 0:
            return both
    return None


def _is_safeguard(chronicle: Chronicle, address: str) -> bool:
    barrier = chronicle.scenario.barrier_at(address)
    return barrier is None or barrier.protects is not None


def _again(record: Record, scenario: Scenario) -> Chronicle:
    return Chronicle(run(scenario, record.structure, seed=record.seed, replication=record.replication))
