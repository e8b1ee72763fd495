"""One desk against the formulas of queueing theory."""

from __future__ import annotations

from math import exp
from statistics import fmean

from tabletop.model.journal import QUEUE
from validation.experiment import Experiment, Reference
from validation.formulas import erlang_c, lognormal_moments, pollaczek_khinchine
from validation.laboratory import arrivals, hours_of, played

_SETTLED = 500
"""Letters that are left out where the scenario has no warm-up, since the desk begins empty."""


def _waits(name: str, replication: int, *, kind: str = "") -> list[float]:
    return [hours_of(entry, QUEUE) for entry in arrivals(played(name, replication), kind=kind)]


def _mm1(replication: int) -> tuple[float, ...]:
    waits = _waits("mm1", replication)[_SETTLED:]
    return fmean(waits), fmean(wait > 0 for wait in waits)


def _mm3(replication: int) -> tuple[float, ...]:
    waits = _waits("mm3", replication)[_SETTLED:]
    return fmean(waits), fmean(wait > 2 for wait in waits)


def _md1(replication: int) -> tuple[float, ...]:
    return (fmean(_waits("md1", replication)[_SETTLED:]),)


def _mg1(replication: int) -> tuple[float, ...]:
    return (fmean(_waits("mg1", replication)),)


def _priorities(replication: int) -> tuple[float, ...]:
    entries = list(arrivals(played("priorities", replication)))
    by_kind = {kind: [hours_of(each, QUEUE) for each in entries if each.kind == kind]
               for kind in ("warning", "letter")}  # fmt: skip
    return fmean(by_kind["warning"]), fmean(by_kind["letter"])


def _vacations(replication: int) -> tuple[float, ...]:
    return (fmean(_waits("vacations", replication)),)


_BUSY, _LATER = erlang_c(3, 2.4), 3 - 2.4
_LEFT = (0.3 + 0.4) * 2 / 2
"""Cobham's W₀: half of the arrivals by the hour times the mean square of the work."""

EXPERIMENTS = (
    Experiment(
        id="mm1",
        title="One person, work and arrivals at random (M/M/1)",
        source="A. K. Erlang (1909); any textbook, such as L. Kleinrock, *Queueing Systems* 1 (1975), 3.2",
        workload="`classic/mm1`: 10,000 letters, half of the time in work; the first 500 left out",
        references=(
            Reference("mean wait", 1.0, "h", "ρ/(μ − λ), λ = 0.5, μ = 1"),
            Reference("share of letters that wait at all", 0.5, "", "ρ"),
        ),
        play=_mm1,
        runs=40,
        quick=2,
    ),
    Experiment(
        id="mm3",
        title="Three people, one queue (M/M/3)",
        source="A. K. Erlang, “Solution of some problems in the theory of probabilities” (1917)",
        workload="`classic/mm3`: 10,000 letters, 80 % in work; the first 500 left out",
        references=(
            Reference("mean wait", _BUSY / _LATER, "h", "C(3, 2.4)/(3μ − λ)"),
            Reference("share that waits longer than 2 h", _BUSY * exp(-2 * _LATER), "", "C(3, 2.4)·exp(−2(3μ − λ))"),
        ),
        play=_mm3,
        runs=140,
        quick=6,
    ),
    Experiment(
        id="md1",
        title="One person, work that never varies (M/D/1)",
        source="F. Pollaczek (1930), A. Y. Khinchine (1932)",
        workload="`classic/md1`: 10,000 letters, 70 % in work; the first 500 left out",
        references=(Reference("mean wait", pollaczek_khinchine(0.7, 1, 1), "h", "λE(S²)/(2(1 − ρ)), S = 1"),),
        play=_md1,
        runs=60,
        quick=2,
    ),
    Experiment(
        id="mg1",
        title="One person, work mostly short and sometimes long (M/G/1)",
        source="F. Pollaczek (1930), A. Y. Khinchine (1932)",
        workload="`classic/mg1`: lognormal work, 0.6 letters an hour for 580 days after a warm-up of 20",
        references=(
            Reference("mean wait", pollaczek_khinchine(0.6, *lognormal_moments(1, 2)), "h", "λE(S²)/(2(1 − ρ))"),
        ),
        play=_mg1,
        runs=60,
        quick=2,
    ),
    Experiment(
        id="priorities",
        title="Urgent letters before routine ones, nobody interrupted",
        source="A. Cobham, “Priority assignment in waiting line problems”, *Operations Research* 2 (1954), 70–76",
        workload="`classic/priorities`: 0.3 urgent and 0.4 routine letters an hour for 580 days after a warm-up of 20",
        references=(
            Reference("mean wait of urgent letters", _LEFT / 0.7, "h", "W₀/(1 − ρ₁)"),
            Reference("mean wait of routine letters", _LEFT / 0.7 / 0.3, "h", "W₀/((1 − ρ₁)(1 − ρ₁ − ρ₂))"),
        ),
        play=_priorities,
        runs=100,
        quick=2,
    ),
    Experiment(
        id="vacations",
        title="A desk that fills its idle time with other work (vacations of the server)",
        source="Y. Levy and U. Yechiali, *Management Science* 22 (1975), 202–211; S. W. Fuhrmann and R. B. Cooper, "
        "*Operations Research* 33 (1985), 1117–1129",
        workload="`classic/vacations`: 0.5 letters an hour, other work of 2 h a piece without end, 580 days after 20",
        references=(
            Reference("mean wait", 1.0 + 2.0**2 / (2 * 2.0), "h", "λE(S²)/(2(1 − ρ)) + E(V²)/(2E(V))"),
        ),
        play=_vacations,
        runs=40,
        quick=2,
    ),
)  # fmt: skip
