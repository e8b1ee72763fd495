"""What docs/exchange.md shows is what tabletop says."""

from __future__ import annotations

from tests.exchange.page import PAGE, with_real_output


def test_every_command_prints_what_the_page_shows() -> None:
    """When this fails, and the change was meant: `python -m tests.exchange.page`."""
    page = PAGE.read_text("utf-8")
    assert with_real_output(page) == page
