"""The page on validation: every known figure beside ours, and what could not be done."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, log10
from pathlib import Path

from tabletop.model.chance import SCHEME
from validation.experiment import Experiment, Reference
from validation.finding import CONFIDENCE, WIDEST, Finding
from validation.playing import Figures
from validation.registry import EXPERIMENTS

PAGE = Path(__file__).resolve().parents[1] / "docs" / "validation.md"

_HEAD = f"""\
# Validation

Is the simulator right? Where theory or an experiment says what must come out, tabletop is asked. The networks are
scenario files like any other, `scenarios/classic/`, and go through the same reader and the same engine. This page is
written by `make validation`, which plays all of it again in a few minutes; nothing on it is typed by hand but what
is known beforehand.

**How to read it.** Ours is the mean of independent re-runs, with a Student interval of {CONFIDENCE:.1%}. A row passes
when what is expected lies within it and it reaches no further than {WIDEST:.0%} to either side, since a wide interval
would agree with anything; where what is expected is itself an estimate, its own uncertainty is added. A row marked
*exact* has no luck in it and must agree to the last digit but three of a floating-point number. A bound must hold for
the whole interval.
"""

_TAIL = """\
## What is not reproduced, and why

- **How fast people find the common symbol.** Leavitt's groups differed in errors, satisfaction and who was seen as
  leader. tabletop says nothing about any of these: the table above is what is possible at best, not what people do.
  A group has to find out who sends what to whom, and tabletop's people know their routes from the start.
- **The curves of Dodds, Watts and Sabel, digit by digit.** Their figures show curves, without a table; we hold the
  classes of networks to bounds, one fifth for relief and one third for none. Their organisation has 3,905 members,
  ours 3,906: the whole of a hierarchy of six levels. How a message is passed on, and that whoever writes has
  e^(−x/ξ) as the weight of each possible addressee, is our reading of the paper. Links within teams join some of
  the five heads of divisions, by luck more or fewer of them, which is why that figure varies most.
- **Random links do not help there, and do help here.** In the paper nobody knows more than their own neighbours, so
  that a link which leads far away is rarely found. tabletop's engine sends along routes of fewest hops, as if
  everybody knew every link of the structure; then random links relieve the top as well (last table). Who studies
  organisations that are too large to know should not read the load of a hub off the engine's routes.
- **Robustness when offices fail**, the paper's other half, is not examined.
- **What is left after one retelling** was not measured; that every retelling keeps the same share is an assumption,
  and the three shares were chosen so that five give what was found. That the rows agree shows that the engine does
  with them what it says, not that people do.
- **Queues in which customers lose patience, work of several classes with different handling, and interruption**
  are not examined, since the engine has none of them: nobody interrupts what is begun.
"""


def written(figures: Figures) -> str:
    """Return the page that says what these figures are beside what is known."""
    rows = sum(len(each.references) for each in EXPERIMENTS.values())
    passed = sum(
        found.agrees_with(reference)
        for each in EXPERIMENTS.values()
        for reference, found in zip(each.references, figures[each.id], strict=True)
    )
    said = (
        f"**{passed} of {rows} figures pass.** Scheme of chance: {SCHEME}; seed: 1, that of every scenario.\n"
    )
    parts = (_HEAD, said, *(_part(each, figures) for each in EXPERIMENTS.values()), _TAIL)
    return "\n".join(parts)


def _part(experiment: Experiment, figures: Figures) -> str:
    return "\n".join(_lines(experiment, figures)) + "\n"


def _lines(experiment: Experiment, figures: Figures) -> Iterator[str]:
    found = figures[experiment.id]
    yield f"## {experiment.title}\n"
    yield f"*Source*: {experiment.source}.  "
    times = "searched once" if all(each.exact for each in experiment.references) else "played once"
    times = times if experiment.runs == 1 else f"{experiment.runs:,} re-runs"
    yield f"*Workload*: {experiment.workload}; {times}.\n"
    yield "| figure | expected | ours | verdict |"
    yield "|---|---|---|---|"
    for reference, figure in zip(experiment.references, found, strict=True):
        yield _row(reference, figure)


def _row(reference: Reference, found: Finding) -> str:
    verdict = "pass" if found.agrees_with(reference) else "**fail**"
    return f"| {reference.what} | {_expected(reference)} | {_ours(reference, found)} | {verdict} |"


def _expected(reference: Reference) -> str:
    bound = "" if reference.bound == "is" else f"{reference.bound} "
    close = f" ± {reference.give_or_take:g}" if reference.give_or_take else ""
    formula = f" = {reference.formula}" if reference.formula and reference.bound == "is" else ""
    formula = f" ({reference.formula})" if not formula and reference.formula else formula
    return f"{bound}{_number(reference.expected)}{close}{_unit(reference)}{formula}"


def _ours(reference: Reference, found: Finding) -> str:
    if reference.exact:
        return f"{_number(found.mean)}{_unit(reference)}, exact"
    if not found.reach:
        return f"{_number(found.mean)}{_unit(reference)}"
    places = max(0, 1 - ceil(log10(found.reach) - 1))
    return f"{found.mean:.{places}f} ± {found.reach:.{places}f}{_unit(reference)}"


def _number(value: float) -> str:
    return f"{value:.5g}" if abs(value) < 1 else f"{value:.4f}".rstrip("0").rstrip(".")


def _unit(reference: Reference) -> str:
    return f" {reference.unit}" if reference.unit else ""
