"""The scenario files of a folder: kept there whole, so that it can be gone on with on another machine, years later.

`flood.yaml` and the `partners.csv` beside it lie in the ledger as they were when the first replication was played; when
one of them has become another since, the place where it has is told.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from typing import Any

from tabletop.errors import UsageError
from tabletop.reading import Source, find_source
from tabletop.reading.neighbours import Neighbour
from tabletop.reading.nodes import plain
from tabletop.reading.yaml_guard import guarded_tree

Difference = tuple[str, str, str]
"""What is not as it was, what it was and what it is."""


def packed(sources: Mapping[str, Source]) -> str:
    """Return scenario files, by id, with the files that they name, as a text."""
    return json.dumps({id_: _packed(source) for id_, source in sources.items()})


def unpacked(text: str | None) -> dict[str, Source]:
    """Return the scenario files of a text, by id; none of no text."""
    found = json.loads(text or "{}")
    return {
        id_: Source(
            id_,
            each["name"],
            b64decode(each["content"]),
            _neighbours(each, "beside"),
            _neighbours(each, "used"),
        )
        for id_, each in found.items()
    }


def taken_up(name: str, known: Mapping[str, Source]) -> Source:
    """Return a scenario by the name it was given: as it is now, and as it was where it, or a file that it names, is gone.

    Raises UsageError when it is nowhere.
    """
    kept = next((each for each in known.values() if name in {each.name, each.id}), known.get(Path(name).stem))
    try:
        found = find_source(name)
    except UsageError:
        if kept is None:
            raise
        return kept
    if kept is None or kept.content != found.content:
        return found
    return replace(found, beside=_filled(found.beside, kept.beside), used=_filled(found.used, kept.used))


def where_it_differs(before: Source, now: Source) -> Difference | None:
    """Return the first place in which two versions of a scenario differ, the files that it names included."""
    if before.content != now.content:
        return _of_trees((before.content, now.content), before.name, now.id) or _of_layout(before, now)
    files = ((*one.beside, *one.used) for one in (before, now))
    for was, became in zip_longest(*files):
        if was != became:
            return _of_files(was, became)
    return None


def _packed(source: Source) -> dict[str, Any]:
    files = {"beside": source.beside, "used": source.used}
    return {
        "name": source.name,
        "content": _letters(source.content),
        **{key: {each.name: _letters(each.content) for each in of} for key, of in files.items() if of},
    }


def _letters(content: bytes) -> str:
    return b64encode(content).decode()


def _neighbours(said: Mapping[str, Any], key: str) -> tuple[Neighbour, ...]:
    return tuple(Neighbour(name, b64decode(content)) for name, content in said.get(key, {}).items())


def _filled(found: tuple[Neighbour, ...], kept: tuple[Neighbour, ...]) -> tuple[Neighbour, ...]:
    """Return the kept files as they are now where they are still there; the scenario names no others."""
    there = {each.name: each for each in found}
    return tuple(there.get(each.name, each) for each in kept)


def _of_layout(before: Source, now: Source) -> Difference:
    return f"the layout of {now.id}", before.sha256[:12], now.sha256[:12]


def _of_files(was: Neighbour | None, now: Neighbour | None) -> Difference:
    """Return where a file that a scenario names differs: a field of YAML, a line of anything else."""
    if was is None or now is None or was.name != now.name:
        return "a file that it names", was.name if was else "none", now.name if now else "none"
    if Path(was.name).suffix in {".csv", ".graphml"}:
        return _of_lines(was, now)
    found = _of_trees((was.content, now.content), was.name, was.name)
    return found or (f"the layout of {was.name}", f"{len(was.content)} bytes", f"{len(now.content)}")


def _of_lines(was: Neighbour, now: Neighbour) -> Difference:
    lines = (each.content.decode("utf-8", "replace").splitlines() for each in (was, now))
    for number, (one, other) in enumerate(zip_longest(*lines), 1):
        if one != other:
            return f"line {number} of {was.name}", _shown(one), _shown(other)
    return f"{was.name}", f"{len(was.content)} bytes long", f"{len(now.content)}"


def _of_trees(contents: tuple[bytes, bytes], name: str, path: str) -> Difference | None:
    was, now = (plain(guarded_tree(each, name)[0]) for each in contents)
    return next(_differing(was, now, path), None)


def _differing(was: object, now: object, path: str) -> Iterator[Difference]:
    if isinstance(was, Mapping) and isinstance(now, Mapping):
        for key in dict.fromkeys([*was, *now]):
            yield from _differing(was.get(key), now.get(key), f"{path}.{key}")
    elif isinstance(was, tuple | list) and isinstance(now, tuple | list) and len(was) == len(now):
        for index, (one, other) in enumerate(zip(was, now, strict=True)):
            yield from _differing(one, other, f"{path}.{index}")
    elif was != now:
        yield path, _shown(was), _shown(now)


def _shown(value: object) -> str:
    text = "nothing" if value is None else str(value)
    return text if len(text) <= 60 else text[:57] + "…"
