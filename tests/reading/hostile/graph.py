"""Circles, and structures that connect nobody."""

from __future__ import annotations

from tests.reading.hostile.city import Case, city, inject, link, police, shape

CASES = (
    Case(
        "two injects after each other",
        city("injects:\n  a: {after: b}\n  b: {after: a}"),
        (
            "city.yaml:10:7: injects.a.after: the injects wait for each other in a circle (give one of them `at`)",
            "city.yaml:11:7: injects.b.after: the injects wait for each other in a circle (give one of them `at`)",
        ),
    ),
    Case(
        "an inject after itself",
        inject("after: event"),
        (
            "city.yaml:10:11: injects.event.after: the injects wait for each other in a circle (give one of them `at`)",
        ),
    ),
    Case(
        "three injects in a circle and one that waits for them",
        city("injects:\n  a: {after: b}\n  b: {after: c}\n  c: {after: a}\n  d: {after: a}"),
        (
            "city.yaml:10:7: injects.a.after: the injects wait for each other in a circle (give one of them `at`)",
            "city.yaml:11:7: injects.b.after: the injects wait for each other in a circle (give one of them `at`)",
            "city.yaml:12:7: injects.c.after: the injects wait for each other in a circle (give one of them `at`)",
        ),
    ),
    Case(
        "a condition that counts from the inject itself",
        city(
            "injects: {event: {at: 1h, to: school, brings: concern, only_if: {met: warned}}}",
            "expectations: {warned: {role: lead, knows: concern, after: event}}",
        ),
        (
            "city.yaml:9:66: injects.event.only_if.met: warned counts from this inject, so that it waits for itself (let one of them count from something else)",
        ),
    ),
    Case(
        "actors like each other",
        city("actors: {school: {like: police}, police: {like: school}, ngo: {}, office: {}}"),
        (
            "city.yaml:5:49: actors.police.like: the actors are like each other in a circle (let one of them say for itself what it is)",
        ),
    ),
    Case(
        "an actor like itself",
        police("like: police"),
        (
            "city.yaml:7:18: actors.police.like: the actors are like each other in a circle (let one of them say for itself what it is)",
        ),
    ),
    Case(
        "a long line of likenesses",
        city(
            "actors:\n  school: {}\n  police: {}\n  ngo: {}\n  office: {staff: 3}\n"
            + "".join(f"  a{n}: {{like: {f'a{n - 1}' if n else 'office'}}}\n" for n in range(3000))
        ),
    ),
    Case("a structure without links or shape", city("structures: {team: {}}")),
    Case(
        "no structure at all",
        city("structures: {}"),
        ("city.yaml:8:1: structures: expected at least 1 entry, got an empty { }",),
    ),
    Case(
        "a link of one actor",
        link("among: [school], channel: email"),
        ("city.yaml:11:9: structures.team.links.0: connects school with nobody else (name another actor)",),
    ),
    Case(
        "a link with itself",
        link("from: school, to: school, channel: email"),
        ("city.yaml:11:9: structures.team.links.0: connects school with nobody else (name another actor)",),
    ),
    Case(
        "a link that says twice whom it connects",
        link("between: [school, police], among: [school, police, ngo], channel: email"),
        (
            "city.yaml:11:9: structures.team.links.0: says whom it connects in 2 ways: between, among (make a link of each)",
        ),
    ),
    Case(
        "a link that connects nobody",
        link("channel: email"),
        (
            "city.yaml:11:9: structures.team.links.0: does not say whom it connects (give `from` and `to`, `between`, or `among`)",
        ),
    ),
    Case(
        "a link without its other end",
        link("from: school, channel: email"),
        (
            "city.yaml:11:10: structures.team.links.0.from: `from` stands without `to` (give `to` too, or `between`)",
        ),
    ),
    Case(
        "a fallback without a time",
        link("between: [school, police], channel: email, else: phone"),
        (
            "city.yaml:11:53: structures.team.links.0.else: does not say when the other channel is tried (give `after`, such as `after: 4h`)",
        ),
    ),
    Case(
        "a fallback to the same channel",
        link("between: [school, police], channel: email, else: email, after: 1h"),
        (
            "city.yaml:11:53: structures.team.links.0.else: is the channel that the link has anyway (name another channel)",
        ),
    ),
    Case(
        "a shape that does not exist",
        shape("shape: circle, channel: email"),
        (
            "city.yaml:9:10: structures.team.shape: there is no shape 'circle' (there are chain, ring, star, y, tree, multiscale, core_periphery, local_team, random_interdivisional, random, complete, committee)",
        ),
    ),
    Case(
        "a star without a hub",
        shape("shape: star, channel: email"),
        (
            "city.yaml:9:3: structures.team.hub: a star needs `hub` (name the actor in the centre, such as `hub: municipality`)",
        ),
    ),
    Case(
        "a star whose hub does not exist",
        shape("shape: star, hub: polis, channel: email"),
        ("city.yaml:9:23: structures.team.hub: there is no actor 'polis' (did you mean 'police'?)",),
    ),
    Case(
        "a shape without a channel",
        shape("shape: chain"),
        (
            "city.yaml:9:3: structures.team.channel: does not say how its links are carried (give `channel`, such as `channel: email`)",
        ),
    ),
    Case(
        "an order that leaves somebody out",
        shape("shape: chain, order: [school, police], channel: email"),
        (
            "city.yaml:9:24: structures.team.order: leaves out ngo and office (add what is missing, or say in `members` whom the shape connects)",
        ),
    ),
    Case(
        "an order that names somebody twice",
        shape("shape: chain, order: [school, police, ngo, office, school], channel: email"),
        ("city.yaml:9:24: structures.team.order: names school more than once (name each member once)",),
    ),
    Case(
        "a ring of two",
        shape("shape: ring, members: [school, police], channel: email"),
        (
            "city.yaml:9:23: structures.team.members: a ring needs at least 3 members, and there are 2 (add members, or choose another shape)",
        ),
    ),
    Case(
        "a tree in a circle",
        shape("shape: tree, root: school, branches: {police: [ngo], ngo: [police, office]}, channel: email"),
        (
            "city.yaml:9:37: structures.team.branches: police and ngo cannot be reached from the root: they stand in a circle (put one of them below the root)",
        ),
    ),
    Case(
        "a hub for a structure without a shape",
        shape("hub: school, links: [{between: [school, police], channel: email}]"),
        (
            "city.yaml:9:10: structures.team.hub: `hub` is for a shape, and there is none (give `shape`, such as `shape: star`)",
        ),
    ),
    Case(
        "each of three thousand with each",
        city(
            "actors: {school: {}, police: {}, ngo: {}, office: {copies: 3000}}",
            "structures: {team: {shape: complete, channel: email}}",
        ),
        (
            "city.yaml:8:14: structures.team: connects its actors in more than 200,000 ways (link them through a hub or in smaller groups: a star of 3,000 actors has only 5,998 ways)",
        ),
    ),
)
"""Every case of this sort."""
