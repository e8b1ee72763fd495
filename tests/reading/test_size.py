"""Large files and quick checks: 3,000 actors and 20,000 injects, and a shipped scenario within the blink of an eye."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tabletop.reading import check

MEGABYTE = 1024**2


def whole_country(actors: int, injects: int) -> str:
    """Return a scenario of a whole country, with interventions of every sort."""
    head = """tabletop: 1
title: A whole country
clock: {starts: 2026-03-02 08:00, time_zone: Europe/Skopje, lasts: 60d}
information:
  concern: {title: Concern, sensitive: personal}
  routine: {title: Routine}
channels:
  email: {delay: 1h}
roles:
  coordinator: {held_by: office_0, needs: [concern]}
structures:
  hub: {shape: star, hub: office_0, channel: email}
barriers:
  trust: {pairs: [{from: coordinator, shares: 50%}]}
interventions:
  more_staff: {set: {actors.office_1.staff: 9}}
  faster: {set: {channels.email.delay: 5m}}
  trained: {lift: [trust]}
  another_holder: {set: {roles.coordinator.held_by: office_2}}
actors:
"""
    offices = (
        f"  office_{n}:\n    title: Office number {n} of the province\n    sector: s{n % 20}\n"
        f"    hours: Mon-Fri 08:00-1{n % 7}:00\n    staff: {n % 5 + 1}\n"
        f"    handling: {{least: 10m, likely: 20m, most: {n % 3 + 1}h}}\n"
        for n in range(actors)
    )
    events = (
        f"  event_{n}: {{{f'after: event_{n - 1}, wait: 1h' if n % 3 else f'at: {n % 60}d'}, to: office_{n % actors}, "
        f"brings: {'concern' if n % 2 else 'routine'}, title: Event {n}, "
        f"text: Somebody calls and says something that takes a few words to tell anybody about {n}.}}\n"
        for n in range(injects)
    )
    return head + "".join(offices) + "injects:\n" + "".join(events)


def spent(*command: str) -> float:
    """Return the seconds of processor time that a command takes, whatever else the machine does meanwhile."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *command], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@pytest.mark.slow
def test_three_thousand_actors_and_twenty_thousand_injects_in_ten_seconds_and_500_megabytes(
    tmp_path: Path,
) -> None:
    path = tmp_path / "country.yaml"
    path.write_text(whole_country(3_000, 20_000), "utf-8")
    assert path.stat().st_size > 4_000_000
    assert spent("-m", "tabletop", "check", str(path)) < 10
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < 500 * MEGABYTE


def test_a_tenth_of_it_is_checked_at_once(tmp_path: Path) -> None:
    path = tmp_path / "province.yaml"
    path.write_text(whole_country(300, 2_000), "utf-8")
    begun = time.process_time()
    assert check(path) == ()
    assert time.process_time() - begun < 3


@pytest.mark.parametrize(
    ("right", "wrong"), [("to: office_", "to: offic_"), ("title: Event", "titel: Event"), ("at: ", "at: x")]
)
def test_a_flood_of_slips_is_counted_as_quickly(tmp_path: Path, right: str, wrong: str) -> None:
    path = tmp_path / "province.yaml"
    path.write_text(whole_country(300, 2_000).replace(right, wrong), "utf-8")
    begun = time.process_time()
    assert len(check(path)) == 21
    assert time.process_time() - begun < 3


def test_the_check_of_a_shipped_scenario_takes_a_blink() -> None:
    """600 ms are promised for the whole command; on a machine with other work, of the processor's time."""
    command = ("-m", "tabletop", "check", "kumanovo_cat", "--no-rehearsal")
    assert min(spent(*command) for _ in range(3)) < 0.6
