"""Short ways of writing: what stands once in the file, and everywhere in the scenario."""

from __future__ import annotations

import pytest

from tabletop.barriers.full_inbox import FullInbox
from tabletop.barriers.outage import Outage
from tabletop.barriers.trust import Trust
from tabletop.model.amount import Evenly, Exactly
from tabletop.model.duration import HOUR, MINUTE
from tabletop.model.scenario import Guess, Scenario
from tabletop.reading import Source, checked, read
from tests.reading.hostile.city import barrier, city, email, inject, police


def read_city(text: str) -> Scenario:
    return read(Source("city", "city.yaml", text.encode()))


def test_an_actor_takes_what_the_one_it_is_like_has_and_that_ones_likeness_in_turn() -> None:
    text = city("""actors:
  school: {staff: 3, hours: Mon-Fri 08:00-15:00}
  police: {like: school, staff: 5}
  ngo: {like: police, handling: 1h}
  office: {}""")
    actors = read_city(text).actors
    assert [actors[id_].staff for id_ in ("school", "police", "ngo", "office")] == [3, 5, 5, 1]
    assert actors["ngo"].hours == actors["school"].hours
    assert actors["ngo"].handling == Exactly(HOUR)


def test_defaults_stand_in_every_entry_of_their_part_that_does_not_say_otherwise() -> None:
    text = city(
        "defaults: {actors: {handling: 20m}, barriers: {kinds: concern}}",
        "barriers: {trust: , unclear_role: {kinds: plan}}",
    )
    scenario = read_city(text)
    assert {actor.handling for actor in scenario.actors.values()} == {Exactly(20 * MINUTE)}
    assert scenario.barriers["trust"].kinds.ids == ("concern",)
    assert scenario.barriers["unclear_role"].kinds.ids == ("plan",)


def test_what_an_actor_is_like_goes_before_the_defaults() -> None:
    text = city(
        "defaults: {actors: {staff: 2}}",
        "actors: {school: {staff: 7}, police: {like: school}, ngo: {}, office: {}}",
    )
    actors = read_city(text).actors
    assert [actor.staff for actor in actors.values()] == [7, 7, 2, 2]


def test_copies_are_numbered_and_their_name_stands_for_all_of_them() -> None:
    text = city(
        "actors: {school: {}, district: {title: District, copies: 3, staff: 2}, police: {}, ngo: {}, office: {}}"
    )
    scenario = read_city(text)
    assert tuple(scenario.actors)[:5] == ("school", "district_1", "district_2", "district_3", "police")
    assert scenario.actors["district_2"].title == "District 2"
    assert scenario.actors_named("district") == ("district_1", "district_2", "district_3")


def test_copies_can_come_from_defaults_and_likenesses_do_not_copy_them() -> None:
    text = city("actors: {school: {copies: 2}, police: {like: school}, ngo: {}, office: {}}").replace(
        "among: [school, police, ngo]", "among: [school_1, school_2, police]"
    )
    assert tuple(read_city(text).actors) == ("school_1", "school_2", "police", "ngo", "office")


def test_an_inbox_is_the_barrier_of_a_full_inbox() -> None:
    barriers = read_city(police("inbox: 4")).actors["police"].barriers
    assert barriers == {"full_inbox": FullInbox(places=4)}


def test_a_full_inbox_that_is_written_goes_before_the_shorthand() -> None:
    text = police("inbox: 4, barriers: {full_inbox: {places: 9}}")
    assert read_city(text).actors["police"].barriers == {"full_inbox": FullInbox(places=9)}


def test_a_channel_that_an_inject_breaks_can_be_broken() -> None:
    channels = read_city(inject("at: 1h, outage: {channel: email, lasts: 1h}")).channels
    assert channels["email"].barriers == {"outage": Outage()}
    assert channels["phone"].barriers == {}


def test_a_planned_outage_keeps_what_is_planned() -> None:
    text = (
        email("outage: {down: [{at: 1h, lasts: 1h}]}")
        + "injects: {x: {at: 1h, outage: {channel: email, lasts: 1h}}}"
    )
    found = read_city(text).channels["email"].barriers["outage"]
    assert isinstance(found, Outage)
    assert len(found.down) == 1


BROKEN = "injects: {x: {at: 1h, outage: {channel: email, lasts: 1h}}}"


@pytest.mark.parametrize("chosen", ["", ", channel: email", ", channel: [phone, email]"])
def test_a_planned_outage_of_the_whole_scenario_is_not_hidden_by_an_inject(chosen: str) -> None:
    """It holds what the inject breaks too, so the channel gets no barrier of its own."""
    planned = "barriers: {outage: {down: [{at: 2h, lasts: 1h}]" + chosen + "}}"
    assert read_city(city(planned, BROKEN)).channels["email"].barriers == {}


def test_a_planned_outage_of_another_channel_does_not_keep_an_inject_from_breaking_this_one() -> None:
    planned = "barriers: {outage: {down: [{at: 2h, lasts: 1h}], channel: phone}}"
    assert read_city(city(planned, BROKEN)).channels["email"].barriers == {"outage": Outage()}


@pytest.mark.parametrize(
    "planned",
    [
        "barriers: {outage: {down: [{at: 2h, lasts: 1h}], from: police}}",
        "actors: {school: {barriers: {outage: {down: [{at: 2h, lasts: 1h}]}}}, police: {}, ngo: {}, office: {}}",
    ],
)
def test_a_planned_outage_of_some_is_added_to_by_an_inject(planned: str) -> None:
    """Of two barriers with one name only the more specific would stand; with two names both do."""
    assert read_city(city(planned, BROKEN)).channels["email"].barriers == {"broken_by_inject": Outage()}


def test_a_role_in_a_pair_stands_for_those_who_hold_it() -> None:
    text = city(
        "roles: {lead: {held_by: [school, ngo], needs: [concern]}}",
        "barriers: {trust: {pairs: [{from: [lead, police], to: office, shares: 50%}]}}",
    )
    trust = read_city(text).barriers["trust"]
    assert isinstance(trust, Trust)
    assert trust.pairs[0].from_.ids == ("school", "ngo", "police")
    assert trust.pairs[0].to.ids == ("office",)


def test_a_number_may_say_that_it_is_a_guess_or_where_it_comes_from() -> None:
    text = city(
        "barriers: {trust: {otherwise: {value: 95%, guess: 80% to 99%}}}",
        "defaults: {actors: {handling: {least: {value: 5m, source: a survey}, most: 1h}}}",
    )
    scenario = read_city(text)
    assert scenario.actors["ngo"].handling == Evenly(5 * MINUTE, HOUR)
    assert scenario.guesses == (
        Guess(path="barriers.trust.otherwise", value="95%", guess="80% to 99%"),
        Guess(path="defaults.actors.handling.least", value="5m", source="a survey"),
    )


@pytest.mark.parametrize(
    "fields",
    [
        "staff: {value: 2, guess: 1 to 4}",
        "unsure: {value: 1.5, guess: 1 to 2}",
        "repeat: {value: 10%, guess: 0% to 0.5}",
        "handling: {value: 1h to 2h, guess: 30m to 1d}",
        "workload: {every: {value: 2h, source: a diary}, takes: 5m}",
        "inbox: {value: 5, guess: 2 to 20}",
        "copies: {value: 3, source: the register}",
    ],
)
def test_a_guess_can_stand_wherever_a_number_does(fields: str) -> None:
    text = city(f"actors: {{school: {{}}, police: {{}}, ngo: {{}}, office: {{{fields}}}}}")
    assert checked(Source("city", "city.yaml", text.encode())) == ()


def test_an_actor_may_be_called_value_and_another_source() -> None:
    text = city(
        "actors: {value: {}, source: {}, ngo: {}}",
        "roles: {}",
        "structures: {team: {shape: tree, root: ngo, branches: {ngo: value, value: source}, channel: email}}",
    )
    assert checked(Source("city", "city.yaml", text.encode())) == ()


def test_a_barrier_of_nothing_but_its_name_has_all_defaults() -> None:
    assert read_city(barrier("trust:")).barriers == {"trust": Trust()}
