"""What the keys of a model mean, as its source says below each field: like the legend printed beside a form.

`Actor.staff` is followed by "How many people handle what arrives."; that sentence is what an editor shows.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from textwrap import dedent

from pydantic import BaseModel


@cache
def meanings(model: type[BaseModel]) -> Mapping[str, str]:
    """Return, by the field's name, the docstring below it, those of the models it is made from included."""
    found: dict[str, str] = {}
    for each in reversed(model.__mro__):
        if issubclass(each, BaseModel) and each is not BaseModel:
            found.update(_own(each))
    return found


def _own(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    try:
        source = dedent(inspect.getsource(model))
    except (OSError, TypeError):
        return  # made in a notebook, where there is no source to look into
    body = ast.parse(source).body[0]
    assert isinstance(body, ast.ClassDef)
    for field, prose in pairwise(body.body):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(prose, ast.Expr)
            and isinstance(prose.value, ast.Constant)
            and isinstance(prose.value.value, str)
        ):
            yield field.target.id, inspect.cleandoc(prose.value.value)
