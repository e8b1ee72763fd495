"""The luck of one exercise: keyed draws with their prefixes at hand.

Whether the third call from the school to the police is answered is one number, the same under every structure and
however many other calls there are.
"""

from __future__ import annotations

from tabletop.model.chance import Chance, draw, text_key


class Luck:
    """Keyed draws for one seed and replication; remembers prefixes and keys, which are pure functions."""

    def __init__(self, seed: int, replication: int) -> None:
        """Belong to one replication of a seed."""
        self._chance = Chance(seed, replication)
        self._prefixes: dict[tuple[str, str, str], int] = {}
        self._keys: dict[str, int] = {}

    def prefix(self, purpose: str, who: str, whom: str = "") -> int:
        """Return the folded beginning of all keys of this purpose for these two."""
        key = (purpose, who, whom)
        found = self._prefixes.get(key)
        if found is None:
            found = self._prefixes[key] = self._chance.prefix(purpose, who, whom)
        return found

    def key_of(self, origin: str) -> int:
        """Return the number under which an origin enters keys."""
        found = self._keys.get(origin)
        if found is None:
            found = self._keys[origin] = text_key(origin)
        return found

    def on(self, purpose: str, who: str, occasion: str) -> float:
        """Return the uniform number of an actor (or stream) on an occasion."""
        return draw(self.prefix(purpose, who), self.key_of(occasion), 0)
