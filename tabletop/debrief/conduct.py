"""One conduct of an exercise with all that its debrief needs: the record, how typical it was, and what would have helped.

It is played once, and kept in a folder; a debrief for another reader, in another language, is made from the folder.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tabletop.compare import Help, Reruns, Usual, rerun, usually, what_would_have_helped
from tabletop.debrief.provenance import Provenance, provenance
from tabletop.debrief.tally import Tally, tally
from tabletop.engine import run
from tabletop.model.record import Record
from tabletop.model.scenario import Scenario
from tabletop.reading import Source, variants

CHANGES_OVER = 50
"""Over how many re-runs each change is tried where there is time for it."""


@dataclass(frozen=True, slots=True)
class Conduct:
    """One exercise as it was played, and all that was tried besides."""

    record: Record
    """What was played, and what came of it."""
    tally: Tally | None
    """How often each outcome came out over all re-runs; None when it was played once."""
    gains: Help | None
    """What each change would have made of this very run; None when none was tried."""
    usual: tuple[Usual, ...]
    """What changes gained on average over re-runs; empty when that was not tried."""
    provenance: Provenance
    """Where all of it comes from."""


def conducted(
    source: Source,
    words: Scenario,
    *,
    structure: str | None = None,
    seed: int = 1,
    replications: int = 200,
    changes_over: int = CHANGES_OVER,
    command: str = "",
) -> Conduct:
    """Play a scenario, its re-runs and every change, and return all that a debrief needs.

    `words` is what `source` says, with interventions switched on or not; `changes_over` is over how many re-runs
    interventions and lifted barriers are tried. Raises what a run raises.
    """
    reruns = rerun(words, structure, seed=seed, replications=replications)
    record = run(words, structure, seed=seed)
    switched = variants(source, words.applied)
    gains = what_would_have_helped(record, interventions=switched)
    return Conduct(
        record,
        tally(reruns),
        gains,
        usual_gains(reruns, words, gains=gains, switched=switched, over=changes_over),
        provenance(record, reruns=replications, command=command),
    )


def usual_gains(
    reruns: Reruns, words: Scenario, *, gains: Help | None, switched: Mapping[str, Scenario], over: int
) -> tuple[Usual, ...]:
    """Return what every intervention, and every barrier that was lifted in `gains`, gained on average over re-runs."""
    changed: dict[tuple[str, ...], Scenario] = {(id_,): scenario for id_, scenario in switched.items()}
    for each in gains.barriers if gains is not None else ():
        changed[each.what] = words.model_copy(update={"lifted": (*words.lifted, *each.what)})
    return usually(reruns, changed, replications=over)
