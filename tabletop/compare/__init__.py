"""What else could have happened: re-runs with other luck, and the same luck with one thing changed."""

from __future__ import annotations

from tabletop.compare.gains import Change, Gain
from tabletop.compare.helping import Help, what_would_have_helped
from tabletop.compare.reruns import Rerun, Reruns, rerun

__all__ = ["Change", "Gain", "Help", "Rerun", "Reruns", "rerun", "what_would_have_helped"]
