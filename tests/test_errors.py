"""Errors keep what they know, wherever they travel."""

from __future__ import annotations

import pickle

from tabletop.errors import Problem, ScenarioError


def test_a_scenario_error_comes_back_whole_from_another_process() -> None:
    error = ScenarioError((Problem("a.yaml", 1, 2, "actors", "expected actors", "add one"),))
    back = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (back.problems, str(back)) == (error.problems, "a.yaml:1:2: actors: expected actors (add one)")
