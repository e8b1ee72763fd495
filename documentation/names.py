"""The names that a notebook or a program may use, with what each of them says of itself."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from importlib import import_module
from itertools import pairwise
from textwrap import dedent

from documentation.words import prose, table

ROOMS = (
    "tabletop",
    "tabletop.reading",
    "tabletop.structures",
    "tabletop.engine",
    "tabletop.model.journal",
    "tabletop.measures",
    "tabletop.compare",
    "tabletop.debrief",
    "tabletop.rehearsal",
    "tabletop.exchange",
)
"""The rooms whose public names are listed, from the file to the page."""

_WIDEST = 84
"""Letters of a signature on one line."""


def pages() -> Mapping[str, str]:
    """Return the page by its place below the folder of generated ones."""
    return {"api.md": "\n".join(_parts())}


def _parts() -> Iterator[str]:
    yield "# Names for programs\n"
    yield (
        "What a notebook needs is `load` and `run`; the rest is for programs that look deeper. Scenario, journal and "
        "measures are frozen values: nothing here changes anything.\n"
    )
    for room in ROOMS:
        yield from _room(room)


def _room(room: str) -> Iterator[str]:
    module = import_module(room)
    yield f"## {room}\n"
    yield prose(inspect.cleandoc(module.__doc__ or ""))
    for name in _public(room):
        yield from _name(name, getattr(module, name))


def _public(room: str) -> tuple[str, ...]:
    """Return what a room offers: what it lists, else the classes made there."""
    module = import_module(room)
    listed = getattr(module, "__all__", None)
    if listed is not None:
        return tuple(name for name in listed if not name.startswith("_"))
    return tuple(
        name for name, each in vars(module).items() if inspect.isclass(each) and each.__module__ == room
    )


def _name(name: str, value: object) -> Iterator[str]:
    if not (inspect.isclass(value) or inspect.isfunction(value)):
        return
    yield f"### {name}\n"
    yield f"```python\n{_signature(name, value)}\n```\n"
    yield prose(inspect.cleandoc(value.__doc__ or ""))
    if inspect.isclass(value):
        yield from _listed("field", _fields(value))
        yield from _listed("what it can be asked", _methods(value))


def _listed(head: str, meanings: Mapping[str, str]) -> Iterator[str]:
    if meanings:
        yield table((head, "meaning"), ((f"`{name}`", meaning) for name, meaning in meanings.items()))


def _fields(value: type) -> Mapping[str, str]:
    """Return, by a field's name, the text below it in the source, those that it shares with others first."""
    ours = [each for each in reversed(value.__mro__) if each.__module__.startswith("tabletop.")]
    return {name: said for each in ours for name, said in _own_fields(each).items()}


def _own_fields(value: type) -> Mapping[str, str]:
    (made,) = ast.parse(dedent(inspect.getsource(value))).body
    return dict(_said(made.body)) if isinstance(made, ast.ClassDef) else {}


def _typed(value: type) -> tuple[str, ...]:
    """Return the fields of what is plain data, each with its type as the source writes it."""
    if not (is_dataclass(value) or hasattr(value, "_fields")):
        return ()
    given = {
        name: each for base in reversed(value.__mro__) for name, each in inspect.get_annotations(base).items()
    }
    return tuple(
        f"    {name}: {getattr(each, '__forward_arg__', each)}"
        for name, each in given.items()
        if not name.startswith("_")
    )


def _methods(value: type) -> Mapping[str, str]:
    """Return, by how it is called, the first sentence that each public method and property says of itself."""
    asked: dict[str, str] = {}
    for name, each in vars(value).items():
        made = each.fget if isinstance(each, property) else each
        if name.startswith("_") or not inspect.isfunction(made) or not made.__doc__:
            continue
        names = [*inspect.signature(made).parameters][1:]
        call = name if isinstance(each, property) else f"{name}({', '.join(names)})"
        asked[call] = inspect.cleandoc(made.__doc__).partition("\n\n")[0]
    return asked


def _said(lines: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    for field, below in pairwise(lines):
        match below:
            case ast.Expr(value=ast.Constant(value=str(said))) if isinstance(field, ast.AnnAssign):
                name = ast.unparse(field.target)
                if not name.startswith("_"):
                    yield name, inspect.cleandoc(said)
            case _:
                continue


class _Bare(str):
    """An annotation as it stands in the source, without the quotes that its being a text would get."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def _signature(name: str, value: object) -> str:
    if inspect.isclass(value):
        return "\n".join([f"class {name}{':' if _typed(value) else ''}", *_typed(value)])
    assert callable(value)
    asked = inspect.signature(value)
    bare = asked.replace(
        parameters=[
            each.replace(annotation=_Bare(each.annotation)) if isinstance(each.annotation, str) else each
            for each in asked.parameters.values()
        ],
        return_annotation=_Bare(asked.return_annotation),
    )
    line = f"{name}{bare}"
    if len(line) <= _WIDEST:
        return line
    star = ["*"] if any(each.kind is each.KEYWORD_ONLY for each in bare.parameters.values()) else []
    parts = [str(each) for each in bare.parameters.values() if each.kind is not each.KEYWORD_ONLY]
    parts += star + [str(each) for each in bare.parameters.values() if each.kind is each.KEYWORD_ONLY]
    inside = "".join(f"    {part},\n" for part in parts)
    return f"{name}(\n{inside}) -> {bare.return_annotation}"
