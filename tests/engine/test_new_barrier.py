"""Adding a barrier takes its file and one line of the registry: everything else finds it there."""

from __future__ import annotations

from typing import ClassVar

import pytest
from click.testing import CliRunner

from tabletop.barriers import BARRIERS
from tabletop.cli.group import tabletop
from tabletop.compare.helping import what_would_have_helped
from tabletop.debrief import html, markdown
from tabletop.debrief.provenance import provenance
from tabletop.debrief.view import view
from tabletop.engine import run
from tabletop.errors import ScenarioError
from tabletop.model.barrier import Barrier, Moment, Stage, Wording, Wordings
from tabletop.model.duration import Duration
from tabletop.model.item import Item
from tabletop.model.verdict import Held, Passed
from tests.engine.stories import handoffs, scenario_of


class LockedGate(Barrier):
    """A gate that is locked at night.

    What is brought by hand waits in front of it.
    """

    kind: ClassVar[str] = "locked_gate"
    stage: ClassVar[Stage] = Stage.carried
    wordings: ClassVar[Wordings] = Wordings(
        helps="Give the messenger a key.",
        held={"locked": Wording("gate locked", "“{kind}” waited {wait} before a locked gate.")},
    )

    until: Duration = 8 * 3_600_000
    """When it is opened, since StartEx."""

    def judge(self, item: Item, moment: Moment) -> Passed | Held:  # noqa: ARG002 - a gate does not read
        return Passed() if moment.now >= self.until else Held(self.until - moment.now, "locked")


STORY = """
information: {news: {title: The news}}
actors: {a: {title: School}, b: {title: Police}}
roles: {reader: {held_by: b, needs: [news]}}
channels: {messenger: {title: Messenger, delay: 1h, barriers: {locked_gate: {until: 9h}}}}
structures: {s: {links: [{from: a, to: b, channel: messenger}]}}
injects: {post: {at: 0h, to: a, brings: news}}
expectations: {soon: {role: reader, knows: news, within: 2h, objective: goal}}
objectives: {goal: {title: All know in time}}
"""


@pytest.fixture
def _registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(BARRIERS, "locked_gate", LockedGate)


def test_before_it_is_registered_there_is_no_such_barrier() -> None:
    with pytest.raises(ScenarioError, match="locked_gate"):
        scenario_of(STORY)


@pytest.mark.usefixtures("_registered")
def test_the_reader_reads_it_and_checks_its_fields() -> None:
    assert scenario_of(STORY).barrier_at("messenger.locked_gate") == LockedGate.model_validate({
        "until": "9h"
    })
    with pytest.raises(ScenarioError, match=r"story\.yaml:9:\d+: .*untill"):
        scenario_of(STORY.replace("until: 9h", "untill: 9h"))


@pytest.mark.usefixtures("_registered")
def test_the_engine_obeys_it() -> None:
    assert handoffs(run(scenario_of(STORY))) == [
        "0:00-10:00 a>b: messenger.locked_gate:locked 540m, delay 60m"
    ]


@pytest.mark.usefixtures("_registered")
def test_the_debrief_speaks_of_it_in_its_own_words() -> None:
    record = run(scenario_of(STORY))
    helped = what_would_have_helped(record)
    seen = view(record, reruns=None, gains=helped, provenance=provenance(record, reruns=0, command=""))
    for page in (html.render(seen), markdown.render(seen)):
        assert "gate locked" in page.lower()


@pytest.mark.usefixtures("_registered")
def test_lifting_it_tells_what_it_cost() -> None:
    """Nine hours for the lock, of which the expectation would have needed eight."""
    (gain,) = what_would_have_helped(run(scenario_of(STORY))).barriers
    assert (gain.what, gain.improved > 0) == (("messenger.locked_gate",), True)


@pytest.mark.usefixtures("_registered")
def test_the_manual_has_its_page() -> None:
    listed = CliRunner().invoke(tabletop, ["barriers"]).stdout
    page = CliRunner().invoke(tabletop, ["barriers", "locked_gate"]).stdout
    assert "locked_gate" in listed
    assert page.startswith("locked_gate (stage: carried)")
    assert "When it is opened, since StartEx." in page
