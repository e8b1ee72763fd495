"""The debrief: where information was delayed, where a hand-off broke down, and what would have helped."""

from tabletop.debrief.provenance import Provenance, provenance
from tabletop.debrief.view import DebriefView, view
from tabletop.debrief.writing import write

__all__ = ["DebriefView", "Provenance", "provenance", "view", "write"]
