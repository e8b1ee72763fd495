"""Who wants to know how far a batch has come: the person at the terminal, or nobody.

A thousand of four thousand replications are done: whoever watches is told, and says it in a way of their own.
"""

from __future__ import annotations

from typing import Protocol


class Watch(Protocol):
    """Is told how far a batch has come."""

    def expects(self, total: int) -> None:
        """Hear how many replications are to be played from now on; it may be said again when more turn out to be needed."""

    def done(self, count: int) -> None:
        """Hear that so many more are done."""

    def note(self, text: str) -> None:
        """Hear something that a person should know at once."""


class Nobody:
    """Watches nothing."""

    def expects(self, total: int) -> None:
        """Hear how many."""

    def done(self, count: int) -> None:
        """Hear how many."""

    def note(self, text: str) -> None:
        """Hear a note."""
