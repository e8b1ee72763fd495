"""A shipped exercise with all that its debrief needs, played once for all tests that look at it."""

from __future__ import annotations

from functools import cache

from tabletop.debrief.conduct import Conduct, conducted
from tabletop.debrief.story import Story
from tabletop.debrief.view import DebriefView, view_of
from tabletop.reading import find_source, load


@cache
def conduct(structure: str = "cat") -> Conduct:
    """Return the worrying post under one structure, with four re-runs and each change tried on two of them."""
    source = find_source("kumanovo_cat")
    return conducted(source, load("kumanovo_cat"), structure=structure, replications=4, changes_over=2)


@cache
def story(structure: str = "cat") -> Story:
    """Return the measures of that exercise."""
    return Story(conduct(structure).record)


@cache
def report(structure: str = "cat") -> DebriefView:
    """Return its debrief."""
    return view_of(conduct(structure))
