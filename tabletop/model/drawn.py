"""Several amounts of time for one thing, drawn all at once.

A letter on its way from the school to the ministry needs three transmissions and three times at a desk; the mail takes
two minutes whatever happens, so four of the six are drawn.
"""

from __future__ import annotations

from collections.abc import Sequence

from tabletop.model.amount import Amount
from tabletop.model.chance import Draws, exponential_times, unit
from tabletop.model.spread import Exponential


class Drawn:
    """Amounts, each with the prefix under which it is drawn."""

    __slots__ = ("_amounts", "_draws", "_fixed", "_means", "_places")

    def __init__(self, amounts: Sequence[tuple[Amount, int]]) -> None:
        """Keep what is certain, and a place for each amount that is not."""
        self._fixed = [amount.at(0.5) if amount.certain else 0 for amount, _ in amounts]
        self._places = [place for place, (amount, _) in enumerate(amounts) if not amount.certain]
        self._amounts = [amounts[place][0] for place in self._places]
        self._draws = Draws([amounts[place][1] for place in self._places])
        self._means = [each.on_average for each in self._amounts if isinstance(each, Exponential)]

    def of(self, what: int) -> list[int]:
        """Return the amounts in milliseconds for an item's origin (a `text_key`), each as its `at` gives them."""
        bits = self._draws.bits(what)
        if len(self._means) == len(bits):
            drawn = exponential_times(bits, self._means)
        else:
            drawn = [amount.at(unit(x)) for amount, x in zip(self._amounts, bits, strict=True)]
        if len(drawn) == len(self._fixed):
            return drawn
        times = self._fixed.copy()
        for place, time in zip(self._places, drawn, strict=True):
            times[place] = time
        return times
