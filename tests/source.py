"""The package's own source, measured: like a surveyor, who counts what is built and not what was planned.

A line of code is a line that holds more than a comment or a docstring; a function's lines are those of its body.
"""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "tabletop"

_SILENT = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
}
_DEEPER = (ast.If, ast.For, ast.While, ast.With, ast.Try, ast.Match)

_NEW_START = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Measured:
    """One function with its sizes."""

    name: str
    """Where it is, as `room/file.py:line name`."""
    lines: int
    """Lines of code in its body."""
    depth: int
    """How deep its blocks are nested."""
    positional: int
    """How many parameters a caller may give by position."""
    open_keywords: bool
    """Whether it takes `**kwargs`."""


@dataclass(frozen=True, slots=True)
class Module:
    """One file of the package."""

    name: str
    """Its path from the package's folder."""
    lines: int
    """Lines of code."""
    functions: tuple[Measured, ...]
    """Every function and method in it, nested ones too."""
    classes: tuple[str, ...]
    """Its public classes."""


def modules() -> tuple[Module, ...]:
    """Every module of the package, in order of path."""
    return tuple(module(path.read_text("utf-8"), str(path.relative_to(PACKAGE))) for path in _paths())


def module(text: str, name: str) -> Module:
    """Measure one module's text."""
    tree = ast.parse(text)
    code = _code_lines(text, tree)
    functions = (node for node in ast.walk(tree) if isinstance(node, Function))
    classes = (node.name for node in tree.body if isinstance(node, ast.ClassDef))
    return Module(
        name=name,
        lines=len(code),
        functions=tuple(_measure(node, name, code) for node in functions),
        classes=tuple(each for each in classes if not each.startswith("_")),
    )


def _paths() -> Iterator[Path]:
    yield from sorted(PACKAGE.rglob("*.py"))


def _code_lines(text: str, tree: ast.Module) -> frozenset[int]:
    loud: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in _SILENT:
            loud.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(tree):
        if _is_prose(node):
            loud.difference_update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return frozenset(loud)


def _is_prose(node: ast.AST) -> TypeGuard[ast.Expr]:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def _measure(node: Function, where: str, code: frozenset[int]) -> Measured:
    body = range(node.body[0].lineno, (node.end_lineno or node.lineno) + 1)
    names = [each.arg for each in (*node.args.posonlyargs, *node.args.args)]
    return Measured(
        name=f"{where}:{node.lineno} {node.name}",
        lines=sum(line in code for line in body),
        depth=max((_depth(each, 0) for each in node.body), default=0),
        positional=len(names) - (names[:1] in (["self"], ["cls"])),
        open_keywords=node.args.kwarg is not None,
    )


def _depth(node: ast.AST, above: int) -> int:
    if isinstance(node, (*_NEW_START, ast.Lambda)):
        return above
    here = above + isinstance(node, _DEEPER)
    below = (_depth(child, above if _is_elif(node, child) else here) for child in ast.iter_child_nodes(node))
    return max(below, default=here)


def _is_elif(node: ast.AST, child: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(child, ast.If) and node.orelse == [child]
