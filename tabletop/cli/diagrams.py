"""A structure made ready for other programs: its ways as plain lists."""

from __future__ import annotations

from tabletop.exchange.diagram import Connection, Diagram
from tabletop.exchange.msel import marking
from tabletop.model.duration import write_duration
from tabletop.model.scenario import Scenario
from tabletop.model.selector import SENSITIVE
from tabletop.structures import Network, Way


def diagram(scenario: Scenario, drawn: Network) -> Diagram:
    """Return who reaches whom under a structure, in plain words."""
    return Diagram(
        id=drawn.structure,
        title=scenario.title_of("structures", drawn.structure),
        marking=marking(scenario, "en"),
        actors={id_: scenario.title_of("actors", id_) for id_ in scenario.actors},
        sectors={id_: actor.sector for id_, actor in scenario.actors.items() if actor.sector},
        channels={id_: scenario.title_of("channels", id_) for id_ in scenario.channels},
        connections=tuple(map(_connection, drawn.ways)),
    )


def _connection(way: Way) -> Connection:
    link = way.link
    return Connection(
        sender=way.sender,
        receiver=way.receiver,
        channel=way.channel,
        carries=(*link.carries.ids, *([SENSITIVE] if link.carries.sensitive else [])),
        meant_for="" if link.for_ is None else link.for_.name,
        otherwise=link.else_ or "",
        after="" if link.after is None else write_duration(link.after),
    )
