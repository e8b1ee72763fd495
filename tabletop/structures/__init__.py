"""Who can reach whom, and by which way: like the city's telephone list, organisation chart and committee lists in one."""

from __future__ import annotations

from tabletop.structures.checks import problems
from tabletop.structures.drawing import as_mermaid, as_text
from tabletop.structures.joining import MOST_WAYS
from tabletop.structures.membership import mere_approvers
from tabletop.structures.network import Network, network
from tabletop.structures.shapes import SHAPES
from tabletop.structures.way import Way

__all__ = [
    "MOST_WAYS",
    "SHAPES",
    "Network",
    "Way",
    "as_mermaid",
    "as_text",
    "mere_approvers",
    "network",
    "problems",
]
