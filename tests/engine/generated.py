"""Generated cities: small valid scenarios of every shape, for laws that must hold in all of them.

Four partners with odd hours, two structures, all thirteen barriers strewn about, injects of every effect; each
is written as JSON, which is YAML too, and read as any scenario is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from tabletop.model.scenario import Scenario
from tests.engine.stories import scenario_of

Tree = dict[str, Any]

ACTORS = ("actor_0", "actor_1", "actor_2", "actor_3")
KINDS = ("news", "secret", "plan")
CHANNELS = ("mail", "phone", "table")
LASTS = "4d"

times = st.sampled_from(["0m", "1m", "20m", "1h", "3h", "7h", "13h"])
"""Lengths of time, short ones among them so that much happens at one instant."""
some_time = times.filter(lambda time: time != "0m")
moments = st.sampled_from(["0h", "1h", "8h", "9h", "10h", "16h", "1d", "1d 9h", "2d 8h", "3d"])
shares = st.sampled_from(["0%", "30%", "60%", "100%"])
amounts = st.one_of(
    times,
    st.just("10m to 2h"),
    st.just({"on_average": "1h"}),
    st.just({"half_within": "30m", "nine_in_ten_within": "5h"}),
    st.just({"least": "5m", "likely": "30m", "most": "4h"}),
)
positive_amounts = amounts.filter(lambda amount: amount != "0m")
hours = st.sampled_from([
    "always",
    "always",
    "Mon-Fri 08:00-16:00",
    "Sun-Thu 09:00-13:00 14:00-18:00",
    "Mon-Sun 22:00-06:00",
])


def _sometimes(key: str, values: st.SearchStrategy[Any]) -> st.SearchStrategy[Tree]:
    """Return a key with one of these values, or nothing at all."""
    return st.fixed_dictionaries({}, optional={key: values})


def _joined(*parts: Tree) -> Tree:
    return {key: value for part in parts for key, value in part.items()}


def _all_of(*parts: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    """Return trees that have the keys of all parts."""
    return st.tuples(*parts).map(lambda drawn: _joined(*drawn))


few = st.integers(1, 4)
actors = st.sampled_from(ACTORS)
channels = st.sampled_from(CHANNELS)
orders = st.permutations(ACTORS)
urgency = st.sampled_from(["routine", "urgent"])

# Barriers

workaround = st.fixed_dictionaries({"chance": shares, "after": some_time})
meeting = st.fixed_dictionaries(
    {
        "kind": st.just("periodic_meeting"),
        "every": st.sampled_from(["12h", "1d"]),
        "lasts": st.sampled_from(["0m", "1m", "2h"]),
    },
    optional={
        "first": st.sampled_from(["0h", "9h", "10h"]),
        "attends": shares,
        "agenda": few,
        "quorum": few,
        "chairs": st.just("lead"),
        "extra_session": st.fixed_dictionaries({"for": urgency, "notice": times}),
        "on_summons": st.just("readers"),
        "summons_notice": times,
    },
)


def _entry(
    kind: str,
    *,
    given: Mapping[str, st.SearchStrategy[Any]] | None = None,
    **optional: st.SearchStrategy[Any],
) -> st.SearchStrategy[Tree]:
    """Return entries of one kind of barrier, each with some of its fields."""
    return st.fixed_dictionaries({"kind": st.just(kind), **(given or {})}, optional=optional)


ENTRIES: Mapping[str, st.SearchStrategy[Tree]] = {
    "unclear_role": _entry("unclear_role", knows=shares, reminded_after=positive_amounts),
    "trust": _entry(
        "trust",
        otherwise=shares,
        hesitates=positive_amounts,
        tries=few,
        pairs=st.tuples(st.fixed_dictionaries({"from": actors, "shares": shares})).map(list),
    ),
    "working_culture": _entry("working_culture", hesitates=amounts),
    "legal_gate": _entry(
        "legal_gate",
        given={"approver": st.sampled_from([*ACTORS, "lead"]), "work": amounts},
        refuses=shares,
        redacts=st.fixed_dictionaries({"chance": shares, "keeps": shares}),
        workaround=workaround,
        explained=st.booleans(),
        agreement=st.booleans(),
    ),
    "clearance": _entry("clearance", keeps=shares, workaround=workaround),
    "format_mismatch": _entry("format_mismatch", work=amounts, keeps=shares),
    "outage": _entry(
        "outage", down=st.tuples(st.fixed_dictionaries({"at": moments, "lasts": some_time})).map(list)
    ),
    "periodic_meeting": meeting,
    "unanswered_call": _entry(
        "unanswered_call", answered=shares, try_again_after=positive_amounts, tries=few
    ),
    "lossy_channel": _entry("lossy_channel", loss=shares, noticed_after=some_time, tries=few),
    "full_inbox": _entry("full_inbox", given={"places": few}, try_again_after=some_time, tries=few),
    "discounting": _entry("discounting", chance=shares, drops=shares),
    "retelling": _entry(
        "retelling", voice=shares, notes=shares, misunderstood=shares, read_back=st.booleans(), takes=amounts
    ),
}
"""For each kind of barrier, how its entries may look."""


def _barriers(place: str) -> st.SearchStrategy[Tree]:
    """Return up to two barriers for a place, under names that no other place uses."""
    entries = st.sampled_from(sorted(ENTRIES)).flatmap(ENTRIES.__getitem__)
    return st.lists(entries, max_size=2, unique_by=lambda entry: entry["kind"]).map(
        lambda drawn: {f"{place}_{entry['kind']}": entry for entry in drawn}
    )


# Who and what

information = st.fixed_dictionaries({
    "news": st.fixed_dictionaries({"priority": urgency}),
    "secret": st.fixed_dictionaries(
        {"sensitive": st.just("source")},
        optional={"authorised": st.lists(actors, min_size=1, unique=True), "channels": channels},
    ),
    "plan": st.just({}),
})
actor = st.fixed_dictionaries(
    {
        "hours": hours,
        "staff": st.integers(1, 2),
        "handling": amounts,
        "sector": st.sampled_from(["police", "school"]),
        "barriers": _barriers("own"),
    },
    optional={
        "form": st.sampled_from(["note", "report"]),
        "workload": st.just({"every": {"on_average": "5h"}, "takes": "20m"}),
        "inbox": few,
    },
)
roles = st.tuples(orders, st.sampled_from(["any", "all"]), st.booleans()).map(
    lambda drawn: {
        "lead": {"held_by": drawn[0][0], "deputy": drawn[0][1], "needs": ["news", "secret"]},
        "readers": {
            "held_by": drawn[0][2:],
            "acts": drawn[1],
            "deputy": drawn[0][1:2] if drawn[2] else [],
            "needs": ["plan"],
        },
    }
)


def _channel(more: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    return st.fixed_dictionaries({
        "delay": amounts,
        "medium": st.sampled_from(["voice", "notes", "print"]),
        "group": st.booleans(),
        "barriers": _all_of(_barriers("its"), more),
    })


def _ends(order: list[str]) -> st.SearchStrategy[Tree]:
    """Return the ways in which a link may say whom it connects, in this order."""
    among: list[Tree] = [{"among": order[:3]}, {"among": order}]
    return st.sampled_from([{"between": order[:2]}, {"from": order[0], "to": order[1:]}, *among])


def _way(order: list[str], after: str | None) -> Tree:
    """Return the channel of a link, and the other one that is tried after so long."""
    second = {} if after is None else {"else": order[1], "after": after}
    return {"channel": order[0], **second}


ways = st.builds(_way, st.permutations(CHANNELS), st.one_of(st.none(), some_time))
link = _all_of(
    orders.flatmap(_ends),
    ways,
    _sometimes("carries", st.lists(st.sampled_from(KINDS), min_size=1, unique=True)),
    _sometimes("for", urgency),
    _sometimes("barriers", _barriers("link")),
)
structures = st.fixed_dictionaries({
    "first": st.fixed_dictionaries({
        "links": st.lists(link, min_size=2, max_size=4),
        "sharing": st.sampled_from(["needed", "needed", "everyone"]),
    }),
    "second": _all_of(
        st.sampled_from([{"shape": "complete"}, {"shape": "chain"}, {"shape": "star", "hub": "actor_1"}]),
        st.fixed_dictionaries({"members": st.just(list(ACTORS)), "channel": channels}),
    ),
})

# What happens

bringing = st.fixed_dictionaries(
    {
        "to": st.one_of(st.lists(actors, min_size=1, max_size=2, unique=True), st.just("lead")),
        "brings": st.sampled_from(KINDS),
    },
    optional={"accuracy": shares, "priority": urgency},
)
effect = st.one_of(
    st.fixed_dictionaries({
        "absence": st.fixed_dictionaries(
            {"actor": actors, "lasts": some_time}, optional={"staff": st.just(1)}
        )
    }),
    st.fixed_dictionaries({"outage": st.fixed_dictionaries({"channel": channels, "lasts": some_time})}),
    st.fixed_dictionaries({
        "surge": st.fixed_dictionaries({
            "actor": actors,
            "every": st.just("1h"),
            "takes": amounts,
            "lasts": some_time,
        })
    }),
    st.fixed_dictionaries({"structure": st.sampled_from(["first", "second"])}),
    st.fixed_dictionaries({"end_link": st.fixed_dictionaries({"from": actors, "to": actors})}),
)
at_some_time = st.fixed_dictionaries({"at": moments})


def _numbered(name: str, each: st.SearchStrategy[Tree], *, most: int) -> st.SearchStrategy[Tree]:
    return st.lists(each, max_size=most).map(
        lambda drawn: {f"{name}_{number}": entry for number, entry in enumerate(drawn)}
    )


injects = _all_of(
    _numbered("change", _all_of(at_some_time, effect), most=4),
    st.fixed_dictionaries({"first": _all_of(at_some_time, bringing)}),
    _numbered("give", _all_of(at_some_time, bringing), most=2),
    st.fixed_dictionaries({
        "after_one": _all_of(st.fixed_dictionaries({"after": st.just("first"), "wait": amounts}), bringing),
        "after_all": _all_of(st.just({"after": "agree"}), bringing),
        "if_late": _all_of(
            st.sampled_from([{"only_if": {"late": "soon"}}, {"only_if": {"late": "agreed"}}]), bringing
        ),
        "if_met": _all_of(at_some_time, st.just({"only_if": {"met": "soon"}})),
    }),
)
somebody = st.lists(st.sampled_from(["lead", "readers", *ACTORS]), min_size=2, max_size=2, unique=True)
decision = st.fixed_dictionaries({
    "by": st.one_of(
        st.just("lead"),
        somebody.map(lambda two: {"all": two}),
        somebody.map(lambda two: {"any": two}),
    ),
    "needs": st.sampled_from([["news"], {"of": ["news", "secret"], "any": 1}, ["news", "secret"]]),
    "takes": amounts,
    "tells": st.sampled_from(["plan", {"plan": ["readers"]}]),
    "within": some_time,
    "decides_anyway": st.booleans(),
})
traffic = st.fixed_dictionaries({
    "from": st.sampled_from(["each", "actor_0"]),
    "to": st.sampled_from(["any_other", "readers", "actor_1"]),
    "every": st.just({"on_average": "12h"}),
    "brings": st.sampled_from(KINDS),
    "items": st.integers(1, 5),
})
expectations = st.fixed_dictionaries({
    "soon": st.fixed_dictionaries({"role": st.just("lead"), "knows": st.just("news"), "within": some_time}),
    "agreed": st.fixed_dictionaries({"decision": st.just("agree"), "within": some_time, "accurate": shares}),
})
scenarios: st.SearchStrategy[Tree] = st.fixed_dictionaries({
    "tabletop": st.just(1),
    "title": st.just("A generated city"),
    "clock": st.fixed_dictionaries({
        "starts": st.just("2026-03-27 00:00"),
        "time_zone": st.sampled_from(["UTC", "Europe/Skopje", "Asia/Amman"]),
        "lasts": st.just(LASTS),
    }),
    "information": information,
    "actors": st.fixed_dictionaries(dict.fromkeys(ACTORS, actor)),
    "roles": roles,
    "channels": st.fixed_dictionaries({
        "mail": _channel(st.just({})),
        "phone": _channel(st.just({})),
        "table": _channel(st.fixed_dictionaries({"meeting": meeting})),
    }),
    "structures": structures,
    "barriers": _barriers("all"),
    "injects": injects,
    "tasks": st.fixed_dictionaries({
        "look": st.fixed_dictionaries({"by": actors, "takes": amounts, "tells": st.just("plan")})
    }),
    "decisions": st.fixed_dictionaries({"agree": decision}),
    "traffic": st.fixed_dictionaries({"letters": traffic}),
    "expectations": expectations,
})
"""Whole scenarios, as their files would hold them."""


def read(tree: Mapping[str, Any]) -> Scenario:
    """Return the scenario of a generated tree, read from its text."""
    return scenario_of(json.dumps(tree))
