"""The open set of what can stand in the way: one file each, and the one list of them all.

The order is the order in which a hand-off meets them: by stage, and within `carried` the channel must work
before the committee meets, and somebody must answer before anything can be lost. A new barrier is a new file
and a line here.
"""

from __future__ import annotations

from tabletop.barriers.clearance import Clearance
from tabletop.barriers.discounting import Discounting
from tabletop.barriers.format_mismatch import FormatMismatch
from tabletop.barriers.full_inbox import FullInbox
from tabletop.barriers.legal_gate import LegalGate
from tabletop.barriers.lossy_channel import LossyChannel
from tabletop.barriers.outage import Outage
from tabletop.barriers.periodic_meeting import PeriodicMeeting
from tabletop.barriers.retelling import Retelling
from tabletop.barriers.trust import Trust
from tabletop.barriers.unanswered_call import UnansweredCall
from tabletop.barriers.unclear_role import UnclearRole
from tabletop.barriers.working_culture import WorkingCulture
from tabletop.model.barrier import Barrier

BARRIERS: dict[str, type[Barrier]] = {
    "unclear_role": UnclearRole,
    "trust": Trust,
    "working_culture": WorkingCulture,
    "legal_gate": LegalGate,
    "clearance": Clearance,
    "format_mismatch": FormatMismatch,
    "outage": Outage,
    "periodic_meeting": PeriodicMeeting,
    "unanswered_call": UnansweredCall,
    "lossy_channel": LossyChannel,
    "full_inbox": FullInbox,
    "discounting": Discounting,
    "retelling": Retelling,
}
"""Every kind of barrier by its YAML key."""
