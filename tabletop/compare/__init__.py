"""What else could have happened: re-runs with other luck, and the same luck with one thing changed."""

from __future__ import annotations

from tabletop.compare.gains import Change, Gain
from tabletop.compare.helping import Help, what_would_have_helped
from tabletop.compare.reruns import Rerun, Reruns, rerun
from tabletop.compare.usually import Usual, usually

__all__ = ["Change", "Gain", "Help", "Rerun", "Reruns", "Usual", "rerun", "usually", "what_would_have_helped"]
