"""One directed connection between two actors.

That the school can mail the municipality is one way; that the municipality can mail the school is another, though both
come from one link of the scenario.
"""

from __future__ import annotations

from typing import NamedTuple

from tabletop.model.structure import Link


class Way(NamedTuple):
    """From one actor to another over one channel."""

    sender: str
    """The actor who hands on."""
    receiver: str
    """The actor who is to get it."""
    channel: str
    """The channel's id."""
    link: Link
    """The words it comes from; for a shape, the words that its links share."""
    members: tuple[str, ...]
    """All the actors whom that link connects, in the order declared."""
    address: str
    """The link's place: `cat.3` for a link by its index from 0, `hub.shape` for what a shape connects."""

    @property
    def structure(self) -> str:
        """The structure it belongs to."""
        return self.address.partition(".")[0]

    def __hash__(self) -> int:
        # The words hold mappings and cannot be hashed; what is left tells ways apart well enough.
        return hash((self.sender, self.receiver, self.address))
