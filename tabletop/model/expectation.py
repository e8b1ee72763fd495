"""What the exercise hopes for: objectives and the expectations by which they are rated.

"The coordinator knows of the concern within a day" is an expectation; "support is agreed while it still helps" is the
objective that it speaks to.
"""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from tabletop.model.duration import PositiveDuration
from tabletop.model.point import PointInTime
from tabletop.model.share import Share
from tabletop.model.words import Id, Words
from tabletop.model.work import Roles

Competency = Literal["trust", "inclusivity", "coordination", "communication", "capacity", "sustainability"]
"""The six competencies of national-local cooperation."""


class Objective(Words):
    """An exercise objective; it is rated P, S, M or U from its expectations."""

    title: str = ""
    """What it says."""
    competency: Competency | None = None
    """The competency it exercises."""
    capability: str = ""
    """The core capability it is aligned with."""
    critical_task: str = ""
    """The critical task it exercises."""


class Expectation(Words):
    """Something that is met, late, inaccurate or missed."""

    title: str = ""
    """What it says, in words for the debrief."""
    role: Roles | None = None
    """Who is to know, or must not know."""
    knows: Id | None = None
    """The kind of information that is to be known."""
    must_not_know: Id | None = None
    """The kind of information that must not be known."""
    decision: Id | None = None
    """The decision or task that is to be taken."""
    within: PositiveDuration | None = None
    """How soon: counted from `after`, else from the first inject that brings what it names, else StartEx."""
    before: PointInTime | None = None
    """The latest point in time, when it is no span."""
    accurate: Share = 0.0
    """The least share of details that must be right."""
    after: Id | None = None
    """The inject or decision from which `within` counts."""
    objective: Id | None = None
    """The objective it speaks to."""

    @model_validator(mode="after")
    def _names_one_thing(self) -> Expectation:
        named = [self.knows, self.must_not_know, self.decision]
        if sum(each is not None for each in named) != 1:
            msg = "give exactly one of `knows`, `must_not_know` and `decision`"
            raise ValueError(msg)
        if (self.role is None) != (self.decision is not None):
            msg = "`knows` and `must_not_know` need a `role`; `decision` takes none"
            raise ValueError(msg)
        if self.within is not None and self.before is not None:
            msg = "`within` and `before` both set a deadline; keep one of them"
            raise ValueError(msg)
        return self
