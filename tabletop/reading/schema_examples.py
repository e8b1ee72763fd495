"""One entry of each part of a scenario, as an editor offers it for a start."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

EXAMPLES: Mapping[str, Mapping[str, Any]] = {
    "information": {"concern": {"title": "Concern about a pupil", "sensitive": "personal"}},
    "actors": {
        "school": {"title": "School", "sector": "education", "hours": "Mon-Fri 08:00-15:00", "staff": 1}
    },
    "roles": {"coordinator": {"held_by": "municipality", "deputy": "social_work", "needs": ["concern"]}},
    "channels": {
        "phone": {"delay": "5m", "medium": "voice", "barriers": {"unanswered_call": {"answered": "60%"}}}
    },
    "structures": {"hub": {"shape": "star", "hub": "municipality", "channel": "phone"}},
    "barriers": {"trust": {"otherwise": "95%", "hesitates": "1d", "tries": 3}},
    "injects": {"report": {"at": "1h", "to": "school", "brings": "concern", "title": "A report"}},
    "tasks": {"check": {"by": "police", "needs": ["concern"], "takes": "1h to 4h", "tells": "background"}},
    "decisions": {"conference": {"by": "coordinator", "needs": ["concern"], "takes": "2h", "within": "8d"}},
    "traffic": {
        "post": {"from": "each", "to": "any_other", "every": {"on_average": "8h"}, "brings": "routine"}
    },
    "objectives": {"in_time": {"title": "Support comes while it still helps"}},
    "expectations": {
        "warned": {"role": "coordinator", "knows": "concern", "within": "1d", "objective": "in_time"}
    },
    "interventions": {"trained": {"title": "Train the partners together", "tip": 1, "lift": ["trust"]}},
}
"""By part: one entry."""
