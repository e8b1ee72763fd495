"""Times and shares that make no sense."""

from __future__ import annotations

from tests.reading.hostile.city import Case, barrier, city, police

CASES = (
    Case(
        "a bare number as a time",
        police("handling: 10"),
        ("city.yaml:7:12: actors.police.handling: a bare number has no unit: 10m? 10h? 10d?",),
    ),
    Case(
        "nought without a unit",
        police("handling: 0"),
        ("city.yaml:7:12: actors.police.handling: a bare number has no unit: 0m?",),
    ),
    Case(
        "a negative time",
        police("handling: -5m"),
        ("city.yaml:7:12: actors.police.handling: a duration cannot be negative: 5m?",),
    ),
    Case(
        "a time in words",
        police("handling: two hours"),
        (
            "city.yaml:7:12: actors.police.handling: expected a duration such as 90m, 2h30m or 1d, got 'two hours'",
        ),
    ),
    Case(
        "a time spelt out",
        police("handling: 2 hours"),
        (
            "city.yaml:7:12: actors.police.handling: expected a duration such as 90m, 2h30m or 1d, got '2 hours': 2h?",
        ),
    ),
    Case("a time by ISO 8601", police("handling: PT1H30M")),
    Case(
        "least above most",
        police("handling: 4h to 1h"),
        ("city.yaml:7:12: actors.police.handling: least ≤ most is needed, got least 4h, most 1h",),
        beyond_schema="the size of a time, or two that must fit",
    ),
    Case(
        "likely outside",
        police("handling: {least: 1h, likely: 5h, most: 2h}"),
        (
            "city.yaml:7:12: actors.police.handling: least ≤ likely ≤ most is needed, got least 1h, likely 5h, most 2h",
        ),
        beyond_schema="the size of a time, or two that must fit",
    ),
    Case(
        "a part that is missing",
        police("handling: {least: 1h, likely: 2h}"),
        (
            "city.yaml:7:12: actors.police.handling: expected a time such as 2h, 1h to 4h, {least: 30m, likely: 2h, most: 2d}, {half_within: 1h, nine_in_ten_within: 6h} or {on_average: 2h}; got the keys least, likely",
        ),
    ),
    Case(
        "a part that is unknown",
        police("handling: {least: 1h, usual: 2h, most: 3h}"),
        (
            "city.yaml:7:12: actors.police.handling: expected a time such as 2h, 1h to 4h, {least: 30m, likely: 2h, most: 2d}, {half_within: 1h, nine_in_ten_within: 6h} or {on_average: 2h}; got the keys least, usual, most",
        ),
    ),
    Case(
        "a median above the ninth tenth",
        police("handling: {half_within: 2h, nine_in_ten_within: 1h}"),
        (
            "city.yaml:7:12: actors.police.handling: nine_in_ten_within (1h) must be more than half_within (2h)",
        ),
        beyond_schema="the size of a time, or two that must fit",
    ),
    Case(
        "a median of nothing",
        police("handling: {half_within: 0m, nine_in_ten_within: 1h}"),
        ("city.yaml:7:12: actors.police.handling: half_within must be more than 0",),
        beyond_schema="the size of a time, or two that must fit",
    ),
    Case(
        "an average of nothing",
        police("handling: {on_average: 0h}"),
        ("city.yaml:7:12: actors.police.handling: on_average must be more than 0",),
        beyond_schema="the size of a time, or two that must fit",
    ),
    Case(
        "a time with a dash",
        police("handling: 1h-4h"),
        (
            "city.yaml:7:12: actors.police.handling: a time that lies between two is written with to: 1h to 4h?",
        ),
    ),
    Case(
        "a time of a hundred years and a day",
        police("handling: 36501d"),
        ("city.yaml:7:12: actors.police.handling: 36501d is more than 36500 d, the longest allowed here",),
        beyond_schema="the size of a time, or two that must fit",
    ),
    Case(
        "an empty mapping as a time",
        police("handling: {}"),
        (
            "city.yaml:7:12: actors.police.handling: expected a time such as 2h, 1h to 4h, {least: 30m, likely: 2h, most: 2d}, {half_within: 1h, nine_in_ten_within: 6h} or {on_average: 2h}; got the keys of an empty { }",
        ),
    ),
    Case(
        "a list as a time",
        police("handling: [1h, 2h]"),
        ("city.yaml:7:12: actors.police.handling: expected a duration such as 90m, 2h30m or 1d, got a list",),
    ),
    Case(
        "work that never comes",
        police("workload: {every: 0m, takes: 5m}"),
        ("city.yaml:7:23: actors.police.workload.every: expected an amount of time that is not always 0",),
        beyond_schema="the size of a time, or two that must fit",
    ),
    Case(
        "a share over one",
        barrier("trust: {otherwise: 95}"),
        ("city.yaml:10:11: barriers.trust.otherwise: 95 is more than 1; 95%?",),
    ),
    Case(
        "a share over a hundred",
        barrier("trust: {otherwise: 150%}"),
        (
            "city.yaml:10:11: barriers.trust.otherwise: 150% is more than 100%; a share lies between 0% and 100%",
        ),
        beyond_schema="the size of a share in words",
    ),
    Case(
        "a share below nought",
        barrier("trust: {otherwise: -5%}"),
        ("city.yaml:10:11: barriers.trust.otherwise: expected a share such as 20% or 0.2, got '-5%'",),
    ),
    Case(
        "a share with a comma",
        barrier("trust: {otherwise: '0,5'}"),
        ("city.yaml:10:11: barriers.trust.otherwise: expected a share such as 20% or 0.2, got '0,5': 0.5?",),
    ),
    Case(
        "a share in words",
        barrier("trust: {otherwise: half}"),
        ("city.yaml:10:11: barriers.trust.otherwise: expected a share such as 20% or 0.2, got 'half'",),
    ),
    Case(
        "a share as a fraction",
        barrier("trust: {otherwise: 1/2}"),
        ("city.yaml:10:11: barriers.trust.otherwise: expected a share such as 20% or 0.2, got '1/2'",),
    ),
    Case("a guess with its range", barrier("trust: {otherwise: {value: 95%, guess: 80% to 99%}}")),
    Case("a number with its source", barrier("trust: {otherwise: {value: 0.95, source: a survey of 2024}}")),
    Case(
        "a guess of a time in one part",
        police("handling: {least: 10m, likely: {value: 20m, guess: 15m to 30m}, most: 1h}"),
    ),
    Case(
        "a guess of a time in several parts, in words",
        police("handling: {value: {on_average: 1h}, guess: perhaps twice as long}"),
    ),
    Case("a guess of people", police("staff: {value: 2, guess: 1 to 4}")),
    Case(
        "a guess without a range",
        barrier("trust: {otherwise: {value: 95%, guess: rather high}}"),
        (
            "city.yaml:10:35: barriers.trust.otherwise.guess: a guess says between which ends it lies, such as 5% to 40%, got 'rather high'",
        ),
    ),
    Case(
        "a guess whose end could not stand there",
        barrier("trust: {otherwise: {value: 95%, guess: 80% to 120%}}"),
        (
            "city.yaml:10:35: barriers.trust.otherwise.guess: the end '120%' could not stand here: 120% is more than 100%; a share lies between 0% and 100%",
        ),
    ),
    Case(
        "a guess that ends before it begins",
        barrier("trust: {otherwise: {value: 95%, guess: 99% to 80%}}"),
        ("city.yaml:10:35: barriers.trust.otherwise.guess: the guess ends before it begins",),
    ),
    Case(
        "a value outside its guess",
        barrier("trust: {otherwise: {value: 50%, guess: 80% to 99%}}"),
        ("city.yaml:10:35: barriers.trust.otherwise.guess: the value 50% lies outside its own guess",),
    ),
    Case(
        "a guess with a wrong value",
        barrier("trust: {otherwise: {value: lots, guess: 80% to 99%}}"),
        ("city.yaml:10:11: barriers.trust.otherwise: expected a share such as 20% or 0.2, got 'lots'",),
    ),
    Case(
        "a guess misspelt",
        barrier("trust: {otherwise: {value: 95%, gues: 80% to 99%}}"),
        ("city.yaml:10:35: barriers.trust.otherwise.gues: unknown key 'gues' (did you mean 'guess'?)",),
    ),
    Case(
        "a value that says nothing of itself",
        barrier("trust: {otherwise: {value: 95%}}"),
        (
            "city.yaml:10:23: barriers.trust.otherwise.value: `value` stands alone (write the value by itself, or add `guess: … to …` or `source: …`)",
        ),
    ),
    Case(
        "a guess that is a number",
        barrier("trust: {otherwise: {value: 95%, guess: 90}}"),
        (
            "city.yaml:10:35: barriers.trust.otherwise.guess: a guess says between which ends it lies, such as 5% to 40%",
        ),
    ),
    Case(
        "a title as a guess",
        police("title: {value: Police, source: the police}"),
        ("city.yaml:7:12: actors.police.title: expected a text, got keys and values",),
    ),
    Case(
        "a guess in an intervention",
        city(
            "barriers: {trust: {}}",
            "interventions: {change: {set: {barriers.trust.otherwise: {value: 99%, guess: 95% to 200%}}}}",
        ),
        (
            "city.yaml:10:71: interventions.change.set.barriers.trust.otherwise.guess: the end '200%' could not stand here: 200% is more than 100%; a share lies between 0% and 100%",
        ),
    ),
    Case(
        "a guess among the defaults",
        city("defaults: {actors: {staff: {value: 2, guess: 0 to 4}}}"),
        (
            "city.yaml:9:39: defaults.actors.staff.guess: the end '0' could not stand here: expected a whole number of at least 1",
        ),
    ),
)
"""Every case of this sort."""
