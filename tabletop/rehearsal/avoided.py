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

    stems: tuple[str, ...]
    """Small letters of which some stand in every text that it is found in, so that it is not looked for in others."""
    pattern: str
    """What it looks like in a text, as a regular expression."""
    why: str
    """Why it is avoided."""
    instead: str
    """What to write."""

    def may_be_in(self, small: str) -> bool:
        """Tell whether a text, given in small letters, has any of the stems."""
        return any(stem in small for stem in self.stems)

    def found_in(self, text: str) -> tuple[str, ...]:
        """Return the letters of a text that it looks like, as often as they stand there."""
        return tuple(match[0].strip() for match in re.finditer(self.pattern, text))


def in_small_letters(text: str) -> str:
    """Return a text in small letters, as a search that minds no capitals takes them: both letters i of Turkish are an i."""
    for capital, small in (("İ", "i"), ("ı", "i"), ("ſ", "s"), ("\u212a", "k")):
        text = text.replace(capital, small)
    return text.lower()


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

_GROUPS = (
    *("muslim", "christian", "jewish", "hindu", "sikh", "buddhist", "shia", "sunni", "roma", "gypsy", "arab"),
    *("african", "asian", "albanian", "immigrant", "migrant", "refugee", "foreign"),
)


def _word(pattern: str) -> str:
    """Return a pattern for whole words in Latin letters."""
    return rf"(?i:\b(?:{pattern})\b)"


def _arabic(*stems: str) -> str:
    """Return a pattern for words with the small words that Arabic writes together with them, of no content or speech."""
    letters = "\u0621-\u064a"
    of_things = "(?<!محتوى )(?<!خطاب )(?<!فكر )(?<!أفكار )(?<!منشور )(?<!منشورات )"
    words = "|".join(stems)
    return rf"(?=[{letters}])(?<![{letters}]){of_things}[وفبكل]{{0,2}}(?:ال|لل)?(?:{words})(?![{letters}])"


_ENGLISH = (
    Avoided(
        ("radicali",),
        _word(r"(?:self-)?radicali[sz]ed"),
        _JUDGES,
        "say what was seen or heard: “posts that frighten”, “a person who may need support”",
    ),
    Avoided(
        ("suspect",),
        _word(
            rf"{_BEFORE}\s+suspects?(?!\s+(?:that|packages?|devices?|parcels?|bags?|cars?|vehicles?|items?|objects?))"
            r"|suspected\s+(?:of|extremists?|terrorists?|offenders?|perpetrators?|person|individual|man|boy|pupil|youth)"
        ),
        _JUDGES,
        "“a pupil”, “a person who may need support”, “the person of whom somebody is worried”",
    ),
    Avoided(
        ("extremist", "terrorist"),
        _word(
            rf"(?:{_BEFORE}\s+)(?:violent\s+)?(?:extremists?|terrorists?)(?!\s+{_THING})|extremists(?!\s+{_THING})"
        ),
        _JUDGES,
        "speak of what is said or done (“violent extremist content”), never of a person",
    ),
    Avoided(
        ("informant", "informer"),
        _word(r"(?<!\ben )(?:police\s+)?informants?|police\s+informers?"),
        _BETRAYS,
        "“a partner”, “who raised the concern”",
    ),
    Avoided(
        (*_GROUPS, "asylum"),
        _word(rf"(?:{'|'.join(_GROUPS)}|asylum[- ]seek(?:er|ing))\s+(?:young\s+)?{_PERSON}"),
        _MARKS,
        "leave it out: describe nobody of concern by religion, ethnicity, nationality or migration status",
    ),
)
_FRENCH = (
    Avoided(
        ("radicalisé",),
        _word(r"(?:auto-?)?radicalisé(?:e|s|es)?"),
        _JUDGES,
        "dire ce qui a été vu ou entendu : « une personne à soutenir »",
    ),
    Avoided(
        ("suspect",),
        _word(r"(?:le|la|les|un|une|des|du|au|aux|ce|cette|ces|principal|jeunes?)\s+suspecte?s?"),
        _JUDGES,
        "« un élève », « une personne à soutenir »",
    ),
    Avoided(
        ("extrémiste", "terroriste"),
        _word(r"(?:un|une|des|les|l['’]|d['’]|cet|cette|ces|jeunes?)\s*(?:extrémistes?|terroristes?)"),
        _JUDGES,
        "parler de ce qui est dit ou fait (« un contenu extrémiste »), jamais d'une personne",
    ),
    Avoided(
        ("informat", "indic"),
        _word(r"informat(?:eur|rice)s?|indicateurs?\s+de\s+(?:la\s+)?police|indics?"),
        _BETRAYS,
        "« un partenaire », « la personne qui a fait part de son inquiétude »",
    ),
)
_ARABIC = (
    Avoided(
        ("متطرف", "متشدد", "إرهابي", "راديكالي"),
        _arabic("متطرف(?:ة|ون|ين|ات)?", "متشدد(?:ون|ين)", "إرهابي(?:ون|ين)", "راديكالي(?:ون|ين)?"),
        _JUDGES,
        "شخص يحتاج إلى دعم",
    ),
    Avoided(
        ("مشتبه", "مشبوه"),
        _arabic("مشتبه(?:ا|ة)? ?(?:به|بها|بهم|فيه|فيها|فيهم)", "مشبوه(?:ون|ين)"),
        _JUDGES,
        "شخص يحتاج إلى دعم",
    ),
    Avoided(("مخبر",), _arabic("مخبر(?:ة|ون|ين|ا|ات)?"), _BETRAYS, "شريك"),
    Avoided(("بلاغ",), _arabic("بلاغ(?:ا|ات)?"), _NOT_OURS, "إحالة"),
    Avoided(("حقن",), _arabic("حقن(?:ة|ات)?"), _NOT_OURS, "مُدخل"),
)

AVOIDED: tuple[Avoided, ...] = (*_ENGLISH, *_FRENCH, *_ARABIC)
"""All that is avoided, in English, French and Arabic."""
