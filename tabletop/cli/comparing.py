"""What `compare`, `sweep` and `resume` have in common: a design is played by somebody, and its report is written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tabletop.cli.breaking_off import breaking_off
from tabletop.cli.languages import speak
from tabletop.cli.progress import shown
from tabletop.cli.telling import tell, tell_plan
from tabletop.compare.batch.conduct import Conducted
from tabletop.compare.batch.design import Design
from tabletop.compare.batch.estimate import estimate
from tabletop.compare.batch.kept import KeptResults
from tabletop.compare.batch.origin import BatchProvenance
from tabletop.compare.batch.plan import plan
from tabletop.compare.batch.players.choosing import processors
from tabletop.compare.batch.playing import Crew, holds_one, play_into, resume
from tabletop.errors import UsageError
from tabletop.model.scenario import Scenario
from tabletop.reading import read


def carry_out(
    asked: Design,
    *,
    out: Path | None,
    jobs: int | None,
    cluster: str | None,
    only: str,
    as_json: bool,
) -> None:
    """Play what was asked and say what came of it; `only` is `plan` to say what would be done, `missing` to go on."""
    made = plan(asked)
    if only == "plan":
        tell_plan(made, estimate(made, jobs=jobs or processors()), as_json=as_json)
        return
    folder = out or _folder(asked, tuple(source.id for source in made.sources.values()))
    if only == "missing" and not holds_one(folder):
        message = f"{folder} holds no comparison to go on with"
        raise UsageError(message)
    with breaking_off(folder), shown() as watch:
        done = play_into(folder, made, crew=Crew(watch, jobs, cluster), report=report)
    _speak(done.conducted)
    tell(done, as_json=as_json)


def go_on(folder: Path, *, jobs: int | None, cluster: str | None, language: str, as_json: bool) -> None:
    """Finish the comparison of a folder and say what came of it."""
    with breaking_off(folder), shown() as watch:
        done = resume(folder, crew=Crew(watch, jobs, cluster), report=report, language=language)
    _speak(done.conducted)
    tell(done, as_json=as_json)


def report(conducted: Conducted, results: KeptResults, origin: BatchProvenance) -> Mapping[str, str]:
    """Return the report of a comparison, by the names of its files; in the scenarios' own language when none is asked for."""
    from tabletop.compare.statistics.analysis import analyse  # it brings scipy, which nobody else waits for
    from tabletop.debrief.comparison import render_all

    design, scenarios = conducted.plan.design, _speak(conducted)
    analysis = analyse(results, scenarios, measure=design.measure, selection=conducted.selection)
    return render_all(results, analysis, origin)


def _speak(conducted: Conducted) -> Mapping[str, Scenario]:
    """Write what is left of this command in the language of a comparison, and return its scenarios, by id."""
    design, sources = conducted.plan.design, conducted.plan.sources.values()
    scenarios = {source.id: read(source, language=design.language) for source in sources}
    speak(design.language, *(each.language for each in scenarios.values()))
    return scenarios


def _folder(asked: Design, ids: tuple[str, ...]) -> Path:
    what = "sweep" if asked.vary else "comparison"
    return Path("runs") / f"{'+'.join(ids)}-{what}-seed{asked.seed}"
