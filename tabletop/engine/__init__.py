"""The engine: it turns a scenario into a journal, and is the only room that knows SimPy."""

from tabletop.engine.exercise import Exercise, run
from tabletop.engine.plan import Plan

__all__ = ["Exercise", "Plan", "run"]
