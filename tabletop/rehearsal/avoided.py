"""The words that a scenario avoids, and what to write instead: a list for each language, to be added to.

"The suspect" is "a pupil", "une personne signalée" or "شخص يحتاج إلى دعم": whoever is spoken of has done nothing.
"""

# ruff: noqa: RUF001 - Arabic letters are what the Arabic list is made of

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Avoided:
    """One way of speaking that does harm."""

    pattern: re.Pattern[str]
    """What it looks like in a text."""
    why: str
    """Why it is avoided."""
    instead: str
    """What to write."""


_JUDGES = "It judges a person who has done nothing, and such words outlive the exercise."
_BETRAYS = "It makes a traitor of a partner who shares a worry."
_MARKS = "A group stands for a person: everybody of that faith, origin or status is marked with it."
_NOT_OURS = "The word has another meaning, and is not the one agreed for this software."

_PERSON = (
    r"(?:boys?|girls?|m[ae]n|wom[ae]n|pupils?|students?|youths?|teen(?:ager)?s?|child(?:ren)?|person|people|individuals?"
    r"|famil(?:y|ies)|brothers?|fathers?|mothers?|residents?|neighbou?rs?)"
)
_THING = (
    r"(?:content|material|groups?|posts?|views?|violence|propaganda|literature|messag\w+|networks?|movements?|ideolog\w+"
    r"|ideas?|narratives?|symbols?|scenes?|websites?|channels?|parties|party|organi[sz]ations?|attacks?|threats?)"
)
_BEFORE = (
    r"(?:an?|the|this|that|these|those|some|one|two|three|no|each|every|all|of|as|young|alleged|known|possible|potential"
    r"|likely|prime|main|local|our|their|his|her)"
)


def _word(pattern: str) -> re.Pattern[str]:
    """Return a pattern for whole words in Latin letters."""
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


def _arabic(*stems: str) -> re.Pattern[str]:
    """Return a pattern for words with the small words that Arabic writes together with them, of no content or speech."""
    letters = "\u0621-\u064a"
    of_things = "(?<!محتوى )(?<!خطاب )(?<!فكر )(?<!أفكار )(?<!منشور )(?<!منشورات )"
    return re.compile(
        rf"(?=[{letters}])(?<![{letters}]){of_things}[وفبكل]{{0,2}}(?:ال|لل)?(?:{'|'.join(stems)})(?![{letters}])"
    )


_ENGLISH = (
    Avoided(
        _word(r"(?:self-)?radicali[sz]ed"),
        _JUDGES,
        "say what was seen or heard: “posts that frighten”, “a person who may need support”",
    ),
    Avoided(
        _word(
            rf"{_BEFORE}\s+suspects?(?!\s+(?:that|packages?|devices?|parcels?|bags?|cars?|vehicles?|items?|objects?))"
            r"|suspected\s+(?:of|extremists?|terrorists?|offenders?|perpetrators?|person|individual|man|boy|pupil|youth)"
        ),
        _JUDGES,
        "“a pupil”, “a person who may need support”, “the person of whom somebody is worried”",
    ),
    Avoided(
        _word(
            rf"(?:{_BEFORE}\s+)(?:violent\s+)?(?:extremists?|terrorists?)(?!\s+{_THING})|extremists(?!\s+{_THING})"
        ),
        _JUDGES,
        "speak of what is said or done (“violent extremist content”), never of a person",
    ),
    Avoided(
        _word(r"(?<!\ben )(?:police\s+)?informants?|police\s+informers?"),
        _BETRAYS,
        "“a partner”, “who raised the concern”",
    ),
    Avoided(
        _word(
            r"(?:muslim|christian|jewish|hindu|sikh|buddhist|shia|sunni|roma|gypsy|arab|african|asian|albanian|immigrant"
            rf"|migrant|refugee|foreign|asylum[- ]seek(?:er|ing))\s+(?:young\s+)?{_PERSON}"
        ),
        _MARKS,
        "leave it out: describe nobody of concern by religion, ethnicity, nationality or migration status",
    ),
)
_FRENCH = (
    Avoided(
        _word(r"(?:auto-?)?radicalisé(?:e|s|es)?"),
        _JUDGES,
        "dire ce qui a été vu ou entendu : « une personne à soutenir »",
    ),
    Avoided(
        _word(r"(?:le|la|les|un|une|des|du|au|aux|ce|cette|ces|principal|jeunes?)\s+suspecte?s?"),
        _JUDGES,
        "« un élève », « une personne à soutenir »",
    ),
    Avoided(
        _word(r"(?:un|une|des|les|l['’]|d['’]|cet|cette|ces|jeunes?)\s*(?:extrémistes?|terroristes?)"),
        _JUDGES,
        "parler de ce qui est dit ou fait (« un contenu extrémiste »), jamais d'une personne",
    ),
    Avoided(
        _word(r"informat(?:eur|rice)s?|indicateurs?\s+de\s+(?:la\s+)?police|indics?"),
        _BETRAYS,
        "« un partenaire », « la personne qui a fait part de son inquiétude »",
    ),
)
_ARABIC = (
    Avoided(
        _arabic("متطرف(?:ة|ون|ين|ات)?", "متشدد(?:ون|ين)", "إرهابي(?:ون|ين)", "راديكالي(?:ون|ين)?"),
        _JUDGES,
        "شخص يحتاج إلى دعم",
    ),
    Avoided(
        _arabic("مشتبه(?:ا|ة)? ?(?:به|بها|بهم|فيه|فيها|فيهم)", "مشبوه(?:ون|ين)"), _JUDGES, "شخص يحتاج إلى دعم"
    ),
    Avoided(_arabic("مخبر(?:ة|ون|ين|ا|ات)?"), _BETRAYS, "شريك"),
    Avoided(_arabic("بلاغ(?:ا|ات)?"), _NOT_OURS, "إحالة"),
    Avoided(_arabic("حقن(?:ة|ات)?"), _NOT_OURS, "مُدخل"),
)

AVOIDED: tuple[Avoided, ...] = (*_ENGLISH, *_FRENCH, *_ARABIC)
"""All that is avoided, in English, French and Arabic."""
