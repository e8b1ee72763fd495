"""Several amounts of time for one thing, drawn all at once.

A letter on its way from the school to the ministry needs three transmissions and three times at a desk; the mail takes
two minutes whatever happens, so four of the six are drawn.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from tabletop.model.amount import Amount
from tabletop.model.chance import STEP, Draws, exponential_times, unit
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


_BLOCK = 32


def drawn_in_order(amount: Amount, prefix: int) -> Iterator[int]:
    """Yield `amount.at(draw(prefix, 0, 0))`, `amount.at(draw(prefix, 0, 1))` and so on, made in blocks: a stream's gaps."""
    block = Draws([(prefix + STEP * count) & ((1 << 64) - 1) for count in range(_BLOCK)])
    means = [amount.on_average] * _BLOCK if isinstance(amount, Exponential) else []
    for first in itertools.count(0, _BLOCK):
        bits = block.bits(0, first)
        yield from exponential_times(bits, means) if means else [amount.at(unit(x)) for x in bits]
