"""A small exercise written by hand, with something in it of everything that a debrief can tell."""

from __future__ import annotations

from tabletop.debrief import DebriefView, provenance, view
from tabletop.model.duration import DAY, HOUR, MINUTE
from tabletop.model.journal import (
    Breach,
    Decided,
    Ended,
    Entry,
    Exposure,
    HandedOn,
    Handled,
    Injected,
    Known,
    SessionHeld,
    Stopped,
    Unfinished,
)
from tabletop.model.record import Record
from tabletop.model.scenario import Scenario
from tabletop.reading import Source, read

WORDS = """
tabletop: 1
title: A worrying post
summary: |
  A teacher sees a frightening post.

  Three partners hold a piece each.
source: invented
sponsor: The exercise office
clock: {starts: 2026-03-02 08:00, time_zone: Europe/Skopje, lasts: 3d}
information:
  concern: {title: Concern about a pupil, sensitive: personal}
  background: {title: What the police know, sensitive: personal}
  plan: {title: Agreed plan}
actors:
  school: {title: Secondary school, sector: education}
  office: {title: Prevention office, sector: local_government}
  police: {title: Police}
  youth: {title: Youth organisation, sector: civil_society}
roles:
  coordinator: {title: Coordinator, held_by: office, needs: [concern]}
  referrer: {title: Who raised it, held_by: school, needs: [plan]}
channels:
  phone: {title: Telephone, barriers: {unanswered_call: {tries: 3}}}
  email: {title: E-mail, delay: 10m}
structures:
  team:
    title: The team
    links:
      - {among: [school, office, police, youth], channel: phone}
      - {between: [school, office], channel: email}
barriers:
  approval: {kind: legal_gate, title: Approval, approver: office, work: 1h, refuses: {value: 20%, guess: 5% to 40%}, protects: person}
injects:
  post: {at: 0h, to: school, brings: concern, title: The post}
  record: {at: 1h, to: police, brings: background, title: The record}
decisions:
  conference: {title: Case conference, by: coordinator, needs: [concern, background], takes: 1h, within: 1d, decides_anyway: true, tells: {plan: [referrer]}}
objectives:
  timely: {title: Support in time, competency: coordination}
expectations:
  warned: {role: coordinator, knows: concern, within: 1h, objective: timely}
  agreed: {decision: conference, within: 2d, objective: timely}
  discreet: {role: youth, must_not_know: background}
interventions:
  gate_open: {title: Agree in advance, owner: The office, lift: [unanswered_call]}
discussion:
  - Who else needed to know?
"""

POST, RECORD, PLAN = "inject/post/concern", "inject/record/background", "decision/conference/plan"

JOURNAL: tuple[Entry, ...] = (
    Injected(0, "post", "brings", ("school",), "concern", POST),
    Handled(20 * MINUTE, "school", "item", 0, 0, POST, "concern", 0, 0, 0, 20 * MINUTE),
    Known(20 * MINUTE, "school", "concern", POST, 1.0, 0),
    Injected(HOUR, "record", "brings", ("police",), "background", RECORD),
    Known(HOUR, "police", "background", RECORD, 1.0, 0),
    HandedOn(
        at=3 * HOUR,
        number=1,
        since=20 * MINUTE,
        sender="school",
        receiver="office",
        channel="phone",
        kind="concern",
        origin=POST,
        parent=0,
        recipients=("coordinator",),
        accuracy=0.5,
        repeat=False,
        account=(
            ("phone.unanswered_call:unanswered", 2 * HOUR),
            ("queue", 10 * MINUTE),
            ("handling", 30 * MINUTE),
        ),
    ),
    Handled(3 * HOUR, "office", "item", 140 * MINUTE, 1, POST, "concern", 0, 0, 10 * MINUTE, 30 * MINUTE),
    Known(3 * HOUR, "office", "concern", POST, 0.5, 1),
    SessionHeld(4 * HOUR, 5 * HOUR, "phone", "phone.unanswered_call", ("school", "office"), extra=True),
    HandedOn(
        at=6 * HOUR,
        number=3,
        since=HOUR,
        sender="police",
        receiver="youth",
        channel="phone",
        kind="background",
        origin=RECORD,
        parent=0,
        recipients=(),
        accuracy=1.0,
        repeat=False,
        account=(("approval:waiting_for_approval", 4 * HOUR), ("shut", HOUR)),
    ),
    Known(6 * HOUR, "youth", "background", RECORD, 1.0, 3),
    Exposure(6 * HOUR, "youth", "background", RECORD, 3),
    Breach(6 * HOUR, "youth", "background", RECORD, "worked_around", 3),
    Stopped(
        at=9 * HOUR,
        number=2,
        since=HOUR,
        sender="police",
        receiver="office",
        channel="phone",
        kind="background",
        origin=RECORD,
        parent=0,
        recipients=("coordinator",),
        barrier="phone.unanswered_call",
        because="not_reached",
        sender_learns=9 * HOUR,
        account=(("phone.unanswered_call:unanswered", 8 * HOUR),),
    ),
    Decided(
        DAY, "conference", ("office",), None, DAY, at_deadline=True, missing=("background",), quality=0.25
    ),
    Known(DAY, "office", "plan", PLAN, 1.0, 0),
    Unfinished(
        at=3 * DAY,
        number=4,
        since=DAY,
        sender="office",
        receiver="school",
        channel="email",
        kind="plan",
        origin=PLAN,
        parent=0,
        recipients=("referrer",),
        account=(("delay", 10 * MINUTE), ("shut", 2 * DAY - 10 * MINUTE)),
    ),
    Ended(3 * DAY),
)


def scenario(words: str = WORDS) -> Scenario:
    """Return the small scenario, or another text's."""
    return read(Source("tiny", "tiny.yaml", words.encode()))


def record(words: str = WORDS, journal: tuple[Entry, ...] = JOURNAL) -> Record:
    """Return the small exercise as it was played, or another."""
    played = scenario(words)
    return Record(played, played.first_structure, seed=1, replication=0, journal=journal)


def seen(played: Record) -> DebriefView:
    """Return the debrief of an exercise that was played once."""
    return view(played, reruns=None, gains=None, provenance=provenance(played, reruns=0, command=""))
