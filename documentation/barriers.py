"""The manual pages of all barriers, each read off the barrier itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from documentation.words import prose, table
from tabletop.barriers import BARRIERS
from tabletop.cli.manual import REQUIRED, ManualPage, common_fields, manual_page
from tabletop.model.barrier import Barrier, Wording

_INTRODUCTION = (
    "What can hold, change or stop information on its way, in the order in which a hand-off meets it. "
    "`tabletop barriers KIND` prints the same in a terminal.\n"
)


def pages() -> Mapping[str, str]:
    """Return every page by its place below the folder of generated ones."""
    manuals = {kind: manual_page(barrier) for kind, barrier in BARRIERS.items()}
    each = {f"barriers/{kind}.md": _page(manual, BARRIERS[kind]) for kind, manual in manuals.items()}
    return {"barriers/index.md": _contents(manuals), **each}


def _contents(manuals: Mapping[str, ManualPage]) -> str:
    rows = [(f"[{kind}]({kind}.md)", page.stage, page.summary) for kind, page in manuals.items()]
    return "\n".join([
        "# Barriers\n",
        _INTRODUCTION,
        table(("barrier", "stage", "what happens"), rows),
        "Every barrier also takes these keys:\n",
        table(("key", "meaning"), ((f"`{key}`", meaning) for key, meaning in common_fields().items())),
        "```{toctree}\n:hidden:\n",
        *manuals,
        "```\n",
    ])


def _page(page: ManualPage, barrier: type[Barrier]) -> str:
    return "\n".join(_parts(page, barrier))


def _parts(page: ManualPage, barrier: type[Barrier]) -> Iterator[str]:
    yield f"# {page.kind}\n"
    yield f"*Stage*: {page.stage}\n"
    yield prose(page.manual)
    if page.fields:
        yield "## Keys\n"
        rows = ((f"`{each.name}`", _written(each.default), each.meaning) for each in page.fields)
        yield table(("key", "left out", "meaning"), rows)
    yield "## What a debrief says of it\n"
    causes = [*_said(barrier.wordings.held, "held"), *_said(barrier.wordings.stopped, "stopped")]
    if causes:
        yield table(("cause", "then it is", "said as"), causes)
    yield f"What would help: {barrier.wordings.helps}\n"


def _said(wordings: Mapping[str, Wording], how: str) -> Iterator[tuple[str, str, str]]:
    for cause, wording in wordings.items():
        yield f"`{cause}`", how, f"{wording.label}: {wording.sentence}"


def _written(value: object) -> str:
    if value == REQUIRED:
        return f"*{REQUIRED}*"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return "–" if value in (None, "", [], {}) else f"`{value}`"
