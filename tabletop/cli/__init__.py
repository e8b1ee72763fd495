"""The command line: the desk in the exercise room where a trainer asks for a run and is handed the debrief."""

from __future__ import annotations

from tabletop.cli.starting import main

__all__ = ["main"]
