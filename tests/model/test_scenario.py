"""What a scenario knows of itself is worked out once, and quickly however large the city is."""

from __future__ import annotations

from time import process_time

from tabletop.model.scenario import Scenario


def city(**parts: object) -> Scenario:
    return Scenario.model_validate({
        "tabletop": 1,
        "title": "A city",
        "clock": {"lasts": "1d"},
        "channels": {"email": {}},
        "structures": {"hub": {"shape": "star", "hub": "a0", "channel": "email"}},
        **parts,
    })


def test_an_actor_may_need_what_its_roles_and_those_it_stands_in_for_need() -> None:
    found = city(
        information={"concern": {}, "plan": {}, "offer": {}},
        actors={"a0": {}, "a1": {}, "b_1": {"copy_of": "b"}, "b_2": {"copy_of": "b"}},
        roles={
            "coordinator": {"held_by": "a0", "deputy": "a1", "needs": "concern"},
            "network": {"held_by": "b", "needs": ("plan", "concern")},
        },
        expectations={"heard": {"role": "a1", "knows": "offer"}},
    )
    assert found.kinds_of_actor == {
        "a0": {"concern"},
        "a1": {"concern", "offer"},
        "b_1": {"plan", "concern"},
        "b_2": {"plan", "concern"},
    }
    assert found.who_needs("concern") == ("coordinator", "network")
    assert found.actors_named("network") == found.actors_named("b") == ("b_1", "b_2")


def test_three_thousand_actors_with_a_thousand_roles_are_looked_through_in_a_moment() -> None:
    found = city(
        information={f"k{i}": {} for i in range(1000)},
        actors={f"a{i}": {} for i in range(3000)},
        roles={
            f"r{i}": {"held_by": (f"a{i}", f"a{i + 1000}"), "deputy": f"a{i + 2000}", "needs": f"k{i}"}
            for i in range(1000)
        },
    )
    began = process_time()
    assert len(found.kinds_of_actor) == 3000
    assert found.who_needs("k7") == ("r7",)
    assert process_time() - began < 1
