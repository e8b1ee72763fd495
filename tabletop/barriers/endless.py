"""A wait that no exercise outlasts, for an item that waits for what will not come.

The committee's last session before EndEx is over; what is still on the table stays there, and the journal
ends it as unfinished.
"""

from __future__ import annotations

from tabletop.model.duration import YEAR

ENDLESS = 100 * YEAR
"""How long such an item is held: 100 years in milliseconds, ten times the longest exercise."""
