"""What holds for every barrier there is or will be, tried on every setting that a case or a manual page shows."""

from __future__ import annotations

import inspect
import re
import string
from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter

from tabletop.barriers import BARRIERS
from tabletop.model.actor import Actor
from tabletop.model.barrier import BARRIER_KINDS, STAGES, Barrier, Barriers, Moment, Stage
from tabletop.model.duration import DAY
from tabletop.model.item import Item, Priority
from tabletop.model.verdict import Held, Passed, Queued, Stopped, Verdict
from tabletop.model.windows import Windows
from tabletop.reading.meanings import meanings
from tests.barriers.cases import all_cases, read_yaml
from tests.barriers.moments import WindowRoster, keyed_luck, moment

ADAPTER: TypeAdapter[Mapping[str, Barrier]] = TypeAdapter(Barriers)
PARTNERS = ("school", "municipality", "police", "ngo", "officer")
PLACEHOLDERS = {"sender", "receiver", "channel", "kind", "wait"}
EVERY_KIND = pytest.mark.parametrize("barrier", BARRIERS.values(), ids=BARRIERS)


def manual(barrier: type[Barrier]) -> str:
    return inspect.cleandoc(barrier.__doc__ or "")


def examples(barrier: type[Barrier]) -> dict[str, Barrier]:
    """The barriers in the indented YAML of a manual page, read as a scenario would be."""
    lines = [line if line.startswith("    ") else "" for line in manual(barrier).split("\n")]
    tree = read_yaml(inspect.cleandoc("\n".join(lines)), barrier.kind)
    found: dict[str, Barrier] = {}
    for entries in _under_barriers(tree):
        found |= ADAPTER.validate_python(entries, context={BARRIER_KINDS: BARRIERS})
    return found


def _under_barriers(tree: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for key, part in tree.items():
        if key == "barriers":
            yield part
        elif isinstance(part, dict):
            yield from _under_barriers(part)


SETTINGS = (
    *(case.barrier for case in all_cases()),
    *(each for barrier in BARRIERS.values() for each in examples(barrier).values()),
)

times = st.integers(0, 20 * DAY)
spans = st.lists(st.tuples(times, times), max_size=4).map(Windows.of)
words = st.builds(
    Actor,
    sector=st.sampled_from(("", "education", "police", "civil_society")),
    level=st.sampled_from((None, "local", "national")),
    form=st.sampled_from((None, "case_note", "police_report")),
)
rosters = st.builds(
    WindowRoster,
    st.dictionaries(st.sampled_from(PARTNERS), spans),
    st.dictionaries(
        st.sampled_from(("coordinator", "commissioner")),
        st.lists(st.sampled_from(PARTNERS), min_size=1, max_size=2, unique=True).map(tuple),
    ),
)
items = st.builds(
    Item,
    st.sampled_from(("concern", "offer")),
    st.sampled_from(("inject/post/concern", "inject/first/concern")),
    st.sampled_from(Priority),
    st.floats(0, 1),
)


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    """Any moment of any hand-off between partners who share a link."""
    since, waited = draw(times), draw(times)
    ends = draw(st.permutations(PARTNERS))[:2]
    claims = st.tuples(times, st.just("inject/first/concern")) | st.just((*ends, "concern"))
    return moment(
        now=since + waited,
        since=since,
        bites=draw(st.integers(0, 8)),
        ends=(ends[0], ends[1]),
        actors={name: draw(words) for name in ends},
        medium=draw(st.sampled_from(("voice", "notes", "print"))),
        members=PARTNERS,
        authorised=draw(st.booleans()),
        channel_allowed=draw(st.booleans()),
        roster=draw(rosters),
        down=draw(spans),
        waiting=draw(st.integers(0, 20)),
        sessions=sorted(draw(st.sets(times, max_size=5))),
        claims=dict.fromkeys(draw(st.lists(claims, max_size=3)), 1),
        luck=keyed_luck(draw(st.integers(0, 1000))),
    )


def steps(verdict: Verdict | None) -> Iterator[Verdict]:
    """A verdict and those that follow from it."""
    if verdict is None:
        return
    yield verdict
    if isinstance(verdict, Held | Queued):
        yield from steps(verdict.then)
    if isinstance(verdict, Queued):
        yield from steps(verdict.otherwise)


@given(st.sampled_from(SETTINGS), items, moments())
def test_no_wait_is_negative_and_a_hold_that_asks_again_moves_time(
    barrier: Barrier, item: Item, at: Moment
) -> None:
    for verdict in steps(barrier.judge(item, at)):
        match verdict:
            case Held(wait, _, None, _):
                assert wait > 0
            case Held(wait):
                assert wait >= 0
            case Queued(_, work, patience=patience):
                assert work >= 0
                assert patience is None or patience > 0
            case Stopped(_, learns):
                assert learns is None or learns >= 0
            case Passed():
                pass


@given(st.sampled_from(SETTINGS), items, moments())
def test_an_item_is_never_changed_in_place_and_never_gains(barrier: Barrier, item: Item, at: Moment) -> None:
    before = Item(*item)
    passed = [each.item for each in steps(barrier.judge(item, at)) if isinstance(each, Passed) and each.item]
    assert item == before
    assert all(each == item._replace(accuracy=each.accuracy) for each in passed)
    assert all(each.accuracy <= item.accuracy for each in passed)


@given(st.sampled_from(SETTINGS), items, moments())
def test_the_same_moment_gives_the_same_verdict(barrier: Barrier, item: Item, at: Moment) -> None:
    assert barrier.judge(item, at) == barrier.judge(item, at)


@given(st.sampled_from(SETTINGS), items, moments())
def test_every_cause_that_a_judge_gives_is_in_its_wordings(barrier: Barrier, item: Item, at: Moment) -> None:
    for verdict in steps(barrier.judge(item, at)):
        match verdict:
            case Held(_, because) | Queued(_, _, because):
                assert because in barrier.wordings.held
            case Stopped(because):
                assert because in barrier.wordings.stopped
            case Passed():
                pass


@given(st.sampled_from(SETTINGS), items, moments())
def test_only_a_failed_try_counts_and_it_is_asked_again(barrier: Barrier, item: Item, at: Moment) -> None:
    verdict = barrier.judge(item, at)
    assert not (isinstance(verdict, Held) and verdict.failed_try and verdict.then)


@given(st.sampled_from(SETTINGS), items, moments())
def test_both_ends_sit_in_the_session_in_which_an_item_is_heard(
    barrier: Barrier, item: Item, at: Moment
) -> None:
    for verdict in steps(barrier.judge(item, at)):
        if isinstance(verdict, Passed) and verdict.session:
            session = verdict.session
            assert {at.sender, at.receiver} <= set(session.present) <= set(at.members)
            assert session.starts <= at.now <= session.ends


def test_the_registry_names_each_barrier_by_its_kind_and_in_the_order_of_stages() -> None:
    assert {name: barrier.kind for name, barrier in BARRIERS.items()} == {name: name for name in BARRIERS}
    stages = [STAGES.index(barrier.stage) for barrier in BARRIERS.values()]
    assert stages == sorted(stages)


@EVERY_KIND
def test_every_wording_is_short_and_renders(barrier: type[Barrier]) -> None:
    told = {name: f"({name})" for name in PLACEHOLDERS}
    for wording in barrier.wordings.held.values():
        assert wording.sentence.format(**told).endswith(".")
        assert 2 <= len(wording.label.split()) <= 3
    for wording in barrier.wordings.stopped.values():
        assert wording.sentence.format(**{**told, "wait": ""}).endswith(".")
        assert "wait" not in {name for _, name, _, _ in string.Formatter().parse(wording.sentence)}
        assert 2 <= len(wording.label.split()) <= 3


@EVERY_KIND
def test_what_would_help_is_one_sentence_without_a_place_to_fill(barrier: type[Barrier]) -> None:
    helps = barrier.wordings.helps
    assert re.fullmatch(r"[A-Z][^.{}]+\.", helps), helps


@EVERY_KIND
def test_a_manual_page_tells_what_it_is_what_it_does_and_what_lifting_means(barrier: type[Barrier]) -> None:
    summary, blank, *rest = manual(barrier).split("\n")
    assert summary.endswith(".")
    assert blank == ""
    prose = " ".join(line for line in rest if not line.startswith("    "))
    assert len(re.findall(r"[a-z%)]\.(?= )", prose)) >= 4
    assert "Lifted, " in prose


@EVERY_KIND
def test_a_manual_page_shows_the_barrier_in_a_scenario(barrier: type[Barrier]) -> None:
    shown = [type(each) for each in examples(barrier).values()]
    assert barrier in shown


@EVERY_KIND
def test_a_manual_page_explains_every_key_before_its_example(barrier: type[Barrier]) -> None:
    prose = "\n".join(takewhile(lambda line: not line.startswith("    "), manual(barrier).split("\n")))
    own = [name for name in barrier.model_fields if name not in Barrier.model_fields]
    assert [name for name in own if f"`{name}`" not in prose] == []


@EVERY_KIND
def test_every_field_is_documented(barrier: type[Barrier]) -> None:
    for model in (barrier, *_parts(barrier)):
        for name in model.model_fields:
            assert meanings(model).get(name, "").endswith((".", "guess.")), f"{model.__name__}.{name}"


def _parts(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The groups of keys inside a barrier, such as its pairs."""
    for part in vars(inspect.getmodule(model)).values():
        ours = inspect.isclass(part) and part.__module__.startswith("tabletop.barriers.")
        if ours and issubclass(part, BaseModel):
            yield part


def test_the_registry_lists_barriers_in_the_order_in_which_they_are_asked() -> None:
    """A stranger who reads the registry reads the order: by stage, then by rank, no two alike."""
    places = [(list(Stage).index(kind.stage), kind.rank) for kind in BARRIERS.values()]
    assert places == sorted(set(places))
