"""Which keys may stand at a place of a scenario: what to suggest for a key that nobody knows.

Under `actors.police` one may write `staff`, `hours`, `handling` …; `staf` is told to be the nearest of these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from tabletop.barriers import BARRIERS
from tabletop.model.barrier import Barrier
from tabletop.model.scenario import Scenario
from tabletop.reading.expand import RESERVED
from tabletop.reading.nodes import Node, Path, Scalar, find


def known_keys(tree: Node) -> Callable[[Path], Iterable[str]]:
    """Return a function that gives the keys that may stand in the mapping at a path of a tree."""

    def keys_at(path: Path) -> Iterable[str]:
        kind: Any = Scenario
        for index, step in enumerate(path):
            kind = _below(kind, step)
            if kind is Barrier:
                kind = _barrier_kind(tree, path[: index + 1])
            if kind is None:
                return ()
        return _keys(kind)

    return keys_at


def _keys(kind: Any) -> Iterable[str]:  # noqa: ANN401 - an annotation can be anything
    if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
        return ()
    keys = [field.alias or name for name, field in kind.model_fields.items()]
    if kind is Scenario:
        return [key for key in keys if key not in RESERVED] + ["defaults"]
    if issubclass(kind, Barrier):
        return [*keys, "kind"]
    return [key for key in keys if key != "copy_of"] + (["like", "copies"] if "copy_of" in keys else [])


def _below(kind: Any, step: str | int) -> Any:  # noqa: ANN401 - an annotation can be anything
    """Return the type of what stands under a step of a type, as far as it is a model; None when it is none."""
    for model in _models(kind):
        for name, field in model.model_fields.items():
            if (field.alias or name) == step:
                return field.annotation
    return _entry(kind)


def _models(kind: Any) -> list[type[BaseModel]]:  # noqa: ANN401 - an annotation can be anything
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return [kind]
    if get_origin(kind) in (Union, UnionType, Annotated):
        return [model for part in get_args(kind) for model in _models(part)]
    return []


def _entry(kind: Any) -> Any:  # noqa: ANN401 - an annotation can be anything
    """Return the type of the entries of a mapping or a tuple."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _entry(parts[0])
    if origin in (Union, UnionType):
        return next((entry for part in parts if (entry := _entry(part)) is not None), None)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _bare(parts[1])
    return _bare(parts[0]) if origin is tuple else None


def _bare(kind: Any) -> Any:  # noqa: ANN401 - an annotation can be anything
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def _barrier_kind(tree: Node, path: Path) -> type[Barrier] | None:
    named = find(tree, (*path, "kind"))
    name = named.value if isinstance(named, Scalar) else path[-1]
    return BARRIERS.get(str(name))
