"""What becomes of information that many touch: joined from five, from three of five, told on five times."""

from __future__ import annotations

from tabletop.engine import run
from tabletop.model.duration import HOUR
from tabletop.model.journal import Decided, Known
from validation.experiment import Experiment, Reference
from validation.laboratory import classic, played

_AT_ONCE = 25
"""How many exercises of a moment each make one re-run."""


def _joined(name: str, replication: int) -> float:
    first = replication * _AT_ONCE
    found = (
        entry.at / HOUR
        for number in range(first, first + _AT_ONCE)
        for entry in played(name, number).journal
        if isinstance(entry, Decided)
    )
    return sum(found) / _AT_ONCE


def _join5(replication: int) -> tuple[float, ...]:
    return (_joined("join5", replication),)


def _three_of_five(replication: int) -> tuple[float, ...]:
    return (_joined("three_of_five", replication),)


def _retold(_: int) -> tuple[float, ...]:
    scenarios = (
        classic("retelling5"),
        classic("retelling5", "with_notes"),
        classic("retelling5", "on_paper"),
    )
    return tuple(
        entry.accuracy
        for scenario in scenarios
        for entry in run(scenario).journal
        if isinstance(entry, Known) and entry.actor == "last"
        for _as_published in (False, True)
    )


EXPERIMENTS = (
    Experiment(
        id="join",
        title="Five pieces at one desk (fork and join)",
        source="the greatest of n exponential times (A. Rényi 1953)",
        workload="`classic/join5`: five pieces set out together, each under way for an hour on average",
        references=(
            Reference("mean time until all five are there", sum(1 / n for n in range(1, 6)), "h", "Σ 1/n, n = 1…5"),
        ),
        play=_join5,
        runs=600,
        quick=20,
    ),
    Experiment(
        id="k_of_n",
        title="Any three of five pieces (k of n)",
        source="order statistics of exponential times (A. Rényi 1953)",
        workload="`classic/three_of_five`: the same, and three are enough",
        references=(
            Reference("mean time until three are there", 1 / 5 + 1 / 4 + 1 / 3, "h", "1/5 + 1/4 + 1/3"),
        ),
        play=_three_of_five,
        runs=600,
        quick=20,
    ),
    Experiment(
        id="retelling",
        title="Told on five times (serial reproduction)",
        source="H. S. Bhabra and others, *Annals of the Royal College of Surgeons of England* 89 (2007), 298–300: what is "
        "left after five handovers; that each keeps the same share is our assumption",
        workload="`classic/retelling5`: five tellings from mouth to mouth, from notes, on a printed sheet",
        references=(
            Reference("details left, by voice", 0.48**5, "", "0.48⁵", exact=True),
            Reference("the same, as published", 0.025, "", "found: 2.5 %", give_or_take=0.005),
            Reference("details left, with notes", 0.97**5, "", "0.97⁵", exact=True),
            Reference("the same, as published", 0.855, "", "found: 85.5 %", give_or_take=0.005),
            Reference("details left, in print", 0.998**5, "", "0.998⁵", exact=True),
            Reference("the same, as published", 0.99, "", "found: 99 %", give_or_take=0.005),
        ),
        play=_retold,
    ),
)  # fmt: skip
