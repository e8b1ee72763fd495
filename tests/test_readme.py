"""What the README shows is what tabletop says."""

from __future__ import annotations

from tests.readme import README, with_real_output


def test_the_readme_shows_what_a_run_a_help_text_and_a_notebook_really_print() -> None:
    """When this fails, and the change was meant, `python -m tests.readme` takes the photograph anew."""
    text = README.read_text("utf-8")
    assert with_real_output(text) == text
