"""A read-through before the exercise: what would go wrong in it, and what it says of a city's way of coordinating."""

from __future__ import annotations

from tabletop.rehearsal.finding import Finding, Remark
from tabletop.rehearsal.findings import FINDERS
from tabletop.rehearsal.rehearsing import Rehearsed, rehearse

__all__ = ["FINDERS", "Finding", "Rehearsed", "Remark", "rehearse"]
