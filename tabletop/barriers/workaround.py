"""What happens when protecting takes longer than the work can wait: somebody goes round it.

The file has lain with the data protection officer for a day, and it is read out on the telephone instead.
That is a breach, and a debrief should show how often the rules made it likely.
"""

from __future__ import annotations

from tabletop.model.duration import DAY, PositiveDuration
from tabletop.model.share import Share
from tabletop.model.words import Words

WORKED_AROUND = "worked_around"
"""Why the breach happened, as the journal names it."""


class Workaround(Words):
    """How often, and after how long, an item goes round a safeguard."""

    chance: Share = 0.1
    """Share of the items for which it is done once they have waited so long. Default: 10% (a guess)."""
    after: PositiveDuration = DAY
    """How long an item waits before that. Default: a day (a guess)."""
