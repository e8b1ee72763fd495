"""Every experiment, in the order of the page."""

from __future__ import annotations

from collections.abc import Mapping

from validation import common_symbol, congestion, networks, one_desk, pieces, waiting
from validation.experiment import Experiment

EXPERIMENTS: Mapping[str, Experiment] = {
    experiment.id: experiment
    for room in (one_desk, networks, waiting, pieces, common_symbol, congestion)
    for experiment in room.EXPERIMENTS
}
"""Experiments by id."""
