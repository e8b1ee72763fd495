"""A structure in plain words: who there is and who reaches whom, for drawings and for other programs.

What a scenario calls a committee of five stands here as its pairs, since a list of links knows nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Connection(NamedTuple):
    """One actor reaches another over a channel; everything as a scenario writes it."""

    sender: str
    """Who hands on."""
    receiver: str
    """Who is to get it."""
    channel: str
    """The channel's id."""
    carries: tuple[str, ...] = ()
    """Kinds of information that go this way; none means all."""
    meant_for: str = ""
    """The priority it is meant for."""
    otherwise: str = ""
    """The channel that is tried when an item has not arrived."""
    after: str = ""
    """How long until that is tried."""
    two_way: bool = False
    """Whether the receiver reaches the sender on the same terms."""

    @property
    def back(self) -> Connection:
        """The same from the receiver to the sender."""
        return self._replace(sender=self.receiver, receiver=self.sender)


@dataclass(frozen=True, slots=True)
class Diagram:
    """One structure of a scenario."""

    id: str
    """The structure."""
    title: str
    """What people call it."""
    marking: str
    """What every drawing bears."""
    actors: Mapping[str, str]
    """By id: what people call an actor."""
    sectors: Mapping[str, str]
    """By id of an actor: its sector, as far as it is said."""
    channels: Mapping[str, str]
    """By id: what people call a channel."""
    connections: tuple[Connection, ...]
    """Who reaches whom, each direction by itself, in the order declared."""

    def pairs(self) -> Iterator[Connection]:
        """Yield the connections with those that run both ways on the same terms as one."""
        left = dict.fromkeys(self.connections)
        while left:
            connection = next(iter(left))
            del left[connection]
            two_way = connection.back in left
            left.pop(connection.back, None)
            yield connection._replace(two_way=two_way)
