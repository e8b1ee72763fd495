"""What a rehearsal finds: like the note of a stage manager, with the line of the script it is about.

"kumanovo.yaml:57: nothing ever brings `consent`, which the conference needs": the place, what was found, why it
matters, and what to try.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tabletop.reading.nodes import Mark, Path
from tabletop.reading.places import dotted

Severity = Literal["mend", "know"]
"""`mend`: the scenario hardly says what its author meant; `know`: it may well be meant, and a trainer should know it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that would go otherwise than its author may expect."""

    path: Path
    """Where in the scenario it is, as keys and indices from the top."""
    what: str
    """What was found."""
    matters: str
    """Why it matters, in one sentence."""
    remedy: str
    """What to try."""
    severity: Severity = "mend"
    """Whether to mend it or only to know it."""
    at: Mark | None = None
    """The exact place, where it is not the one at which the path is written."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding in its place in the file."""

    name: str
    """The name of what found it, a key of FINDERS."""
    mark: Mark
    """Where it stands in the file."""
    finding: Finding
    """What was found."""

    @property
    def path(self) -> str:
        """Where in the scenario, as keys joined by dots."""
        return dotted(self.finding.path)

    def __str__(self) -> str:
        place = f"{self.mark.file}:{self.mark.line}:{self.mark.column}"
        return ": ".join(each for each in (place, self.path, self.finding.what) if each)
