"""Every way in which a scenario goes out to other programs, by the ending of the file.

A new format is a function here, or in a file of its own, and a line in a registry.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tabletop.exchange.columns import RIGHT_TO_LEFT
from tabletop.exchange.comma_separated import written_csv
from tabletop.exchange.diagram import Diagram
from tabletop.exchange.dot import as_dot
from tabletop.exchange.edge_list import as_edge_list
from tabletop.exchange.graphml import as_graphml
from tabletop.exchange.msel import marking, written_list
from tabletop.model.scenario import Scenario
from tabletop.resources import VERSION


def list_as_csv(scenario: Scenario, language: str) -> bytes:
    """Return the event list as comma-separated values with headings in a language."""
    return written_csv(written_list(scenario, language))


def list_as_workbook(scenario: Scenario, language: str) -> bytes:
    """Return the event list as a workbook, from right to left where the language is."""
    from tabletop.exchange.workbook import written_workbook

    return written_workbook(
        written_list(scenario, language),
        title=f"{scenario.title} · {marking(scenario, language)}",
        about=f"tabletop {VERSION}, scenario {scenario.id}, sha256 {scenario.sha256}",
        right_to_left=language in RIGHT_TO_LEFT,
    )


LISTS: Mapping[str, Callable[[Scenario, str], bytes]] = {".xlsx": list_as_workbook, ".csv": list_as_csv}
"""By ending: what writes an event list, with headings in a language."""

NETWORKS: Mapping[str, Callable[[Diagram], str | bytes]] = {
    ".graphml": as_graphml,
    ".csv": as_edge_list,
    ".dot": as_dot,
}
"""By ending: what writes a structure."""
