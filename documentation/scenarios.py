"""Every shipped scenario on a page of its own, with a picture of each structure, and the laboratory's in one table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from documentation.layout import Layout, layout_of
from documentation.picture import picture
from documentation.words import html, plain, table
from tabletop.debrief.pack.events import events
from tabletop.model.intervention import Intervention
from tabletop.model.scenario import Scenario
from tabletop.reading import load, shipped_ids
from tabletop.resources import shipped
from tabletop.structures import as_text

_CONSTANT = "```{toctree}\n:hidden:\n"


def pages() -> Mapping[str, str]:
    """Return every page by its place below the folder of generated ones."""
    scenarios = [load(id_) for id_ in shipped_ids()]
    each = {f"scenarios/{scenario.id}.md": _page(scenario) for scenario in scenarios}
    return {"scenarios/index.md": "\n".join(_contents(scenarios)), **each}


def _contents(scenarios: list[Scenario]) -> Iterator[str]:
    yield "# Each scenario in full\n"
    yield (
        "These travel with tabletop: `tabletop run ID` plays one, `tabletop show ID` draws it in a terminal, "
        "`tabletop new my_town --from ID` copies it to change. People, places and events are invented; what is modelled on "
        "a real institution says so.\n"
    )
    rows = ((f"[{plain(each.title)}]({each.id}.md)", f"`{each.id}`", _size(each)) for each in scenarios)
    yield table(("scenario", "id", "what it holds"), rows)
    yield "## The laboratory\n"
    yield "Networks with a known answer, with which [the simulator is checked](../../validation.md).\n"
    folder = shipped("scenarios") / "classic"
    classics = (load(f"classic/{path.stem}") for path in sorted(folder.iterdir()) if path.suffix == ".yaml")
    yield table(("network", "id"), ((plain(each.title), f"`classic/{each.id}`") for each in classics))
    yield "\n".join([_CONSTANT, *(each.id for each in scenarios), "```\n"])


def _size(scenario: Scenario) -> str:
    counts = {"partners": scenario.actors, "structures": scenario.structures, "events": scenario.injects}
    return ", ".join(f"{len(entries)} {name}" for name, entries in counts.items())


def _page(scenario: Scenario) -> str:
    return "\n".join(_parts(scenario))


def _parts(scenario: Scenario) -> Iterator[str]:
    yield f"# {plain(scenario.title)}\n"
    yield f"*{plain(scenario.marking)}* · `{scenario.id}` · {_size(scenario)}\n"
    for paragraph in filter(None, (scenario.summary or "").split("\n\n")):
        yield f"{plain(paragraph)}\n"
    if scenario.source:
        yield f"**Source**: {plain(scenario.source)}\n"
    yield f"```console\n$ tabletop run {scenario.id}\n```\n"
    yield "## Structures\n"
    layout = layout_of(scenario)
    for id_ in scenario.structures:
        yield from _structure(layout, id_)
    yield "## What happens\n"
    yield "Whoever is going to play this exercise should not read on.\n"
    yield table(("when", "what happens", "whom it is given"), _events(scenario))
    if scenario.interventions:
        yield "## What the city could change\n"
        yield from (_intervention(id_, each) for id_, each in scenario.interventions.items())
        yield ""
    yield from _listed(scenario, "expectations", "What is expected")
    if scenario.discussion:
        yield "## Questions for the hot wash\n"
        yield "\n".join(f"- {plain(question)}" for question in scenario.discussion) + "\n"


def _structure(layout: Layout, id_: str) -> Iterator[str]:
    words = layout.scenario.structures[id_]
    yield f"### {plain(layout.scenario.title_of('structures', id_))}\n"
    if words.summary:
        yield f"{plain(words.summary)}\n"
    drawn = picture(layout, id_)
    if drawn:
        yield f"```{{raw}} html\n{drawn}\n```\n"
    lines = as_text(layout.scenario, layout.networks[id_], width=90)
    yield f"```{{raw}} html\n<details><summary>In words</summary><pre>{_lines(lines)}</pre></details>\n```\n"


def _events(scenario: Scenario) -> Iterator[tuple[str, str, str]]:
    for each in events(scenario):
        condition = f", {each.condition}" if str(each.condition) else ""
        yield plain(f"{each.when}{condition}"), plain(str(each.title)), plain(str(each.to))


def _lines(text: str) -> str:
    return "\n".join(html_line(line) for line in text.splitlines())


def html_line(line: str) -> str:
    """Return a line for HTML with its indentation."""
    stripped = line.lstrip(" ")
    return " " * (len(line) - len(stripped)) + html(stripped)


def _intervention(id_: str, each: Intervention) -> str:
    tip = f" (tip {each.tip} of five)" if each.tip else ""
    summary = f": {plain(each.summary)}" if each.summary else ""
    return f"- **{plain(each.title or id_)}** (`{id_}`){tip}{summary}  \n  *In the simulation*: {'; '.join(_changes(each))}."


def _changes(each: Intervention) -> Iterator[str]:
    """Yield what an intervention changes, in the words of the file."""
    for path, value in each.set.items():
        yield f"sets `{path}` to `{_flow(value)}`"
    if each.lift:
        yield f"lifts {', '.join(f'`{name}`' for name in each.lift)}"
    for path, entries in each.add.items():
        yield f"adds to `{path}`: `{_flow(entries)}`"


def _flow(value: object) -> str:
    """Return a value as a file writes it on one line."""
    match value:
        case bool():
            return str(value).lower()
        case Mapping():
            return "{" + ", ".join(f"{key}: {_flow(each)}" for key, each in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(map(_flow, value)) + "]"
        case _:
            return " ".join(str(value).split())


def _listed(scenario: Scenario, part: str, heading: str) -> Iterator[str]:
    entries: Mapping[str, object] = getattr(scenario, part)
    if not entries:
        return
    yield f"## {heading}\n"
    for id_ in entries:
        summary = getattr(entries[id_], "summary", "")
        more = f": {plain(summary)}" if summary else ""
        yield f"- **{plain(scenario.title_of(part, id_))}** (`{id_}`){more}"
    yield ""
