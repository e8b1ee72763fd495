"""Tabletop exercises that run: a city's partners on paper, the clock ticking, and a debrief at the end.

In a notebook, an exercise is two lines:

    from tabletop import load, run
    journal = run(load("kumanovo_cat"))
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tabletop.engine import Exercise as Exercise
    from tabletop.engine import run as run
    from tabletop.reading import load as load

    __version__: str

__all__ = ["Exercise", "__version__", "load", "run"]

# Looked up when first asked for, so that `import tabletop` costs nothing.
_HOMES = {
    "Exercise": ("tabletop.engine", "Exercise"),
    "__version__": ("tabletop.resources", "VERSION"),
    "load": ("tabletop.reading", "load"),
    "run": ("tabletop.engine", "run"),
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
