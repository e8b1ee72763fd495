"""What may stand at a place of a scenario, read off the models: its keys, and whether it is a number or a text.

Under `actors.police` one may write `staff`, `hours`, `handling` …, so that `staf` is told to be the nearest of these;
and `actors.police.staff` is a number, so that it may say that it is a guess.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from tabletop.barriers import BARRIERS
from tabletop.model.actor import Actor
from tabletop.model.amount import Exactly
from tabletop.model.barrier import BARRIER_KINDS, Barrier
from tabletop.model.duration import Duration
from tabletop.model.scenario import Scenario
from tabletop.reading.nodes import Node, Path, Scalar, find

RESERVED = ("id", "sha256", "applied", "lifted", "guesses")
"""Fields of a scenario that the reader sets; a file cannot."""

SHORT_WAYS = ("like", "copies")
"""Keys of an actor that are written out before the models see it."""

SECTIONS = tuple(
    name
    for name, field in Scenario.model_fields.items()
    if name != "texts" and get_origin(field.annotation) is Mapping
)
"""The parts of a scenario that hold entries by id, such as `actors` and `injects`."""

_UNIONS = (Union, UnionType)


def known_keys(tree: Node) -> Callable[[Path], Iterable[str]]:
    """Return a function that gives the keys that may stand in the mapping at a path of a tree."""

    def keys_at(path: Path) -> Iterable[str]:
        return [key for model in _models(annotation_at(tree, path)) for key in keys_of(model)]

    return keys_at


def keys_of(model: type[BaseModel]) -> Iterable[str]:
    """Return the keys that a file may write for a model, in the order declared."""
    keys = [field.alias or name for name, field in model.model_fields.items()]
    if model is Scenario:
        return [key for key in keys if key not in RESERVED] + ["defaults", "uses"]
    if issubclass(model, Barrier):
        return [*keys, "kind"]
    return [key for key in keys if key != "copy_of"] + list(SHORT_WAYS) if model is Actor else keys


def annotation_at(tree: Node, path: Path) -> Any:  # noqa: ANN401 - an annotation can be anything
    """Return the annotation of what the models take at a path; None where they take nothing, or anything.

    The tree is asked only for the `kind` of a barrier.
    """
    kind: Any = Scenario
    for index, step in enumerate(path):
        kind = next((below for part in _parts(kind) if (below := _below(part, step)) is not None), None)
        if Barrier in _parts(kind):
            kind = _barrier_at(tree, path[: index + 1])
        if kind is None:
            return None
    return kind


def is_number(annotation: object) -> bool:
    """Tell whether a field takes a number, a share or a time, so that it may say that it is a guess."""
    return not {int, float, Exactly}.isdisjoint(_parts(annotation))


def takes_keys(annotation: object) -> bool:
    """Tell whether a field takes entries by id too, such as the branches of a tree."""
    return any(get_origin(part) is Mapping for part in _parts(annotation))


def fits(annotation: object, value: object) -> bool:
    """Tell whether a bare value could stand in a field."""
    try:
        adapter_of(annotation).validate_python(value, context={BARRIER_KINDS: BARRIERS})
    except (ValidationError, TypeError):
        return False
    return True


@lru_cache(maxsize=256)
def adapter_of(annotation: Any) -> TypeAdapter[Any]:  # noqa: ANN401 - an annotation can be anything
    """Return what checks a value against an annotation."""
    return TypeAdapter(annotation)


def is_text(annotation: object) -> bool:
    """Tell whether a field takes any text, so that it can be translated."""
    return annotation is str


def _parts(annotation: Any) -> list[Any]:  # noqa: ANN401 - an annotation can be anything
    """Return the types that an annotation is a choice of, without what is noted beside them."""
    if get_origin(annotation) is Annotated:
        return _parts(get_args(annotation)[0])
    if get_origin(annotation) in _UNIONS:
        return [part for each in get_args(annotation) for part in _parts(each)]
    return [annotation]


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    return (part for part in _parts(annotation) if isinstance(part, type) and issubclass(part, BaseModel))


def _below(kind: Any, step: str | int) -> Any:  # noqa: ANN401 - an annotation can be anything
    """Return the annotation of what stands under a step of a type; None when nothing can."""
    if kind is Exactly:
        return Duration if isinstance(step, str) else None
    if kind is Actor and step == "copies":
        return int
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        fields = kind.model_fields.items()
        return next(
            (each.rebuild_annotation() for name, each in fields if (each.alias or name) == step), None
        )
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Mapping:
        return parts[1]
    return parts[0] if origin is tuple else None


def _barrier_at(tree: Node, path: Path) -> type[Barrier] | None:
    named = find(tree, (*path, "kind"))
    name = named.value if isinstance(named, Scalar) else path[-1]
    return BARRIERS.get(str(name))
