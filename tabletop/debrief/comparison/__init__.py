"""The report of a comparison: which way of connecting the partners loses least time here, how surely, and at what cost."""

from __future__ import annotations

from tabletop.debrief.comparison.rendering import render_all
from tabletop.debrief.comparison.view import ComparisonView, comparison_view

__all__ = ["ComparisonView", "comparison_view", "render_all"]
