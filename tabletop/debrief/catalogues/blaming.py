"""Ways of saying that blame somebody, or label a person, by language: none of our sentences may hold one.

"The school failed to call" is "the call was not answered", « n'a pas su » is « n'a pas abouti », and فشل is تعذّر.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tabletop.rehearsal.avoided import AVOIDED

_ENGLISH = r"\bfail(?:s|ed)? to\b|\bblam(?:e|es|ed|ing)\b|\bfaults?\b|\bguilty\b|\bnegligen\w+|\bincompeten\w+|\bculprit\w*"
_FRENCH = (
    r"\bn['’]a pas (?:su|daigné|voulu)\b|\ba (?:échoué|failli|omis|négligé) (?:à|de)\b|\béchou\w+|\bfautes?\b|\bfautifs?\b"
    r"|\bcoupables?\b|\bnégligen\w+|\bincompéten\w+|\bblâm\w+"
)
_ARABIC = (
    r"\b[وفبكل]{0,2}(?:ال|لل)?(?:فشل|يفشل|فاشل|أخفق|يخفق|إخفاق|تقاعس|أهمل|إهمال|مقصر|تقصير|لوم|ملوم|مذنب|بلاغ|بلاغات|حقن|مخبر"
    r"|مشتبه)(?:ت|وا|ون|ين|ة)?\b"
)

BLAMING: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(_ENGLISH, re.IGNORECASE),
    "fr": re.compile(_FRENCH, re.IGNORECASE),
    "ar": re.compile(_ARABIC),
}
"""By language; one without a list is looked through for words that label a person only."""

_SIGNS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640]")
"""Vowel signs and stretching of Arabic, which change no word."""


def blaming(text: str, language: str) -> Iterator[str]:
    """Yield the words of a text that blame somebody, or that docs/do-no-harm.md asks to avoid."""
    bare = _SIGNS.sub("", text)
    own = BLAMING.get(language.partition("_")[0].partition("-")[0])
    yield from (match[0] for match in own.finditer(bare)) if own else ()
    for avoided in AVOIDED:
        yield from avoided.found_in(bare)
