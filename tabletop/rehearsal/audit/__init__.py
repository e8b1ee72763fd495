"""What a scenario says of ten lessons, five tips and six functions, each with the line that says it: no verdicts."""

from __future__ import annotations

from tabletop.rehearsal.audit.auditing import Audit, audit
from tabletop.rehearsal.audit.row import Answer, Evidence, Row
from tabletop.rehearsal.audit.rows import ROWS

__all__ = ["ROWS", "Answer", "Audit", "Evidence", "Row", "audit"]
