"""The cases of the barriers: sentences in YAML, each with a barrier, a moment and the verdict that must come of them.

    A call that is answered passes.:
      barrier: {answered: 60%}
      moment: {luck: {answered: 0.59}}
      verdict: passed

A case says what differs from a quiet Monday on which everybody is on duty; the verdict is written whole.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tabletop.barriers import BARRIERS
from tabletop.model.actor import Actor
from tabletop.model.barrier import Barrier, Moment
from tabletop.model.duration import parse_duration, write_duration
from tabletop.model.item import Item, Priority
from tabletop.model.verdict import Held, Passed, Queued, Session, Stopped, Verdict
from tabletop.model.windows import FOREVER, Windows
from tabletop.reading.nodes import plain
from tabletop.reading.yaml_guard import read_tree
from tests.barriers.moments import WindowRoster, moment, set_luck

FOLDER = Path(__file__).parent

Written = Any
"""What a case says, as bare values of YAML."""


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence, and what makes it true."""

    kind: str
    sentence: str
    barrier: Barrier
    item: Item
    moment: Moment
    verdict: object
    """What must come of it, as `written_verdict` writes it."""


def read_yaml(text: str, name: str) -> dict[str, Any]:
    """Return the bare values of a YAML text, read as a scenario would be."""
    tree = plain(read_tree(text, name))
    assert isinstance(tree, dict)
    return tree


def cases_of(kind: str) -> tuple[Case, ...]:
    path = FOLDER / f"{kind}.yaml"
    sentences = read_yaml(path.read_text("utf-8"), path.name)
    return tuple(_case(kind, sentence, said) for sentence, said in sentences.items())


def all_cases() -> tuple[Case, ...]:
    return tuple(case for kind in BARRIERS for case in cases_of(kind))


def _case(kind: str, sentence: str, said: Mapping[str, Written]) -> Case:
    barrier = BARRIERS[kind].model_validate(said.get("barrier", {}))
    item = _item(said.get("item", {}))
    return Case(kind, sentence, barrier, item, _moment(said.get("moment", {})), said["verdict"])


def _item(said: Mapping[str, Written]) -> Item:
    kind = said.get("kind", "concern")
    priority = Priority[said.get("priority", "routine")]
    return Item(kind, said.get("origin", f"inject/post/{kind}"), priority, said.get("accuracy", 1.0))


def _moment(said: Mapping[str, Written]) -> Moment:
    plainly = ("ends", "bites", "channel", "medium", "members", "authorised", "channel_allowed", "waiting")
    now = parse_duration(said.get("now", "0m"))
    return moment(
        now=now,
        since=parse_duration(said["since"]) if "since" in said else now,
        actors={name: Actor.model_validate(words) for name, words in said.get("actors", {}).items()},
        roster=WindowRoster(
            {name: _windows(spans) for name, spans in said.get("duty", {}).items()}, said.get("roles", {})
        ),
        down=_windows(said.get("down", ())),
        sessions=[parse_duration(start) for start in said.get("sessions", ())],
        claims={_claim(claim): 1 for claim in said.get("claims", ())},
        luck=set_luck(said.get("luck", {})),
        **{name: said[name] for name in plainly if name in said},
    )


def _windows(spans: Sequence[Sequence[str]]) -> Windows:
    return Windows.of(
        (parse_duration(start), FOREVER if end == "forever" else parse_duration(end)) for start, end in spans
    )


def _claim(said: Sequence[str]) -> Hashable:
    """A claim as written: a part that is a time becomes milliseconds."""
    return tuple(parse_duration(part) if part[0].isdigit() else part for part in said)


def written_verdict(verdict: Verdict | None) -> object:
    """Return a verdict as a case writes it: what is usual is left out, so that a case says what matters."""
    match verdict:
        case None:
            return None
        case Passed():
            return _written_pass(verdict)
        case Stopped(because, learns):
            return {
                "stopped": because,
                "sender_learns": "never" if learns is None else write_duration(learns),
            }
        case Held(wait, because, then, failed_try):
            held = {"held": write_duration(wait), "because": because}
            return held | _given(then=written_verdict(then), failed_try=failed_try)
        case Queued(at, work, because, then, patience, otherwise):
            queued = {
                "queued": at,
                "work": write_duration(work),
                "because": because,
                "then": written_verdict(then),
            }
            waits = None if patience is None else write_duration(patience)
            return queued | _given(patience=waits, otherwise=written_verdict(otherwise))


def _written_pass(passed: Passed) -> object:
    parts = _given(
        accuracy=None if passed.item is None else round(passed.item.accuracy, 12),
        claim=None if passed.claim is None else _written_claim(passed.claim),
        behind=passed.behind,
        session=None if passed.session is None else _written_session(passed.session),
        breach=passed.breach,
    )
    return {"passed": parts} if parts else "passed"


def _written_claim(claim: Hashable) -> object:
    assert isinstance(claim, tuple)
    return tuple(write_duration(part) if isinstance(part, int) else part for part in claim)


def _written_session(session: Session) -> object:
    times = {"starts": write_duration(session.starts), "ends": write_duration(session.ends)}
    return times | {"present": session.present} | _given(extra=session.extra)


def _given(**parts: object) -> dict[str, object]:
    return {
        name: part for name, part in parts.items() if part is not None and part is not False and part != ""
    }
