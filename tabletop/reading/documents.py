"""One document to a file: the sheet is taken out of the envelope, and a second sheet is sent back.

YAML lets a file hold several documents, each under `---` and with directives (`%YAML 1.2`) above it. A scenario is one
document. It is cut out before the parser sees it, also because the parser grows slow over thousands of directives.
"""

from __future__ import annotations

import re
from itertools import islice

from tabletop.errors import Problem
from tabletop.reading.gathering import said
from tabletop.reading.limits import MOST_PROBLEMS

_MARKER = re.compile(r"^(?:---|\.\.\.)(?=\s|\Z)", re.MULTILINE)
"""At the left edge these are markers everywhere, even inside quotes, where YAML forbids them."""
_BLANKS = re.compile(r"(?:\s++|#[^\n]*+)*+")
_DIRECTIVE = re.compile(r"^%[^\n]*", re.MULTILINE)
_VERSION = re.compile(r"%YAML\s+1\.2\s*(?:#.*)?")


def only_document(text: str, file: str) -> tuple[str, tuple[Problem, ...]]:
    """Return the first document with all places kept, and what is wrong around it.

    Directives become comments of the same length; what follows the document is cut off.
    """
    start = _prologue_end(text)
    directives = islice(_DIRECTIVE.finditer(text, 0, start), MOST_PROBLEMS)
    unknown = (found for found in directives if not _VERSION.fullmatch(found[0]))
    problems = tuple(_unknown_directive(text, found, file) for found in unknown)
    end = _MARKER.search(text, start + len("---") if text.startswith("---", start) else start)
    until = end.start() if end else len(text)
    document = _DIRECTIVE.sub(lambda found: "#" + found[0][1:], text[:start]) + text[start:until]
    return document, problems + (_second_document(text, end, file) if end else ())


def _unknown_directive(text: str, found: re.Match[str], file: str) -> Problem:
    line = _line(text, found.start())
    return Problem(file, line, 1, "", f"the directive {said(found[0])} is not known", "remove it")


def _second_document(text: str, end: re.Match[str], file: str) -> tuple[Problem, ...]:
    """Return the problem that more than blanks and comments follow the end of the document."""
    begin = end.start() if end[0] == "---" else _after_blanks(text, end.end())
    if begin == len(text):
        return ()
    return (
        Problem(
            file, _line(text, begin), 1, "", "a second document begins here", "keep one scenario to a file"
        ),
    )


def _prologue_end(text: str) -> int:
    """Return the index of the first character that is no comment, blank or directive."""
    end = _after_blanks(text, 0)
    while directive := _DIRECTIVE.match(text, end):
        end = _after_blanks(text, directive.end())
    return end


def _after_blanks(text: str, start: int) -> int:
    blanks = _BLANKS.match(text, start)
    return blanks.end() if blanks else start


def _line(text: str, index: int) -> int:
    return text.count("\n", 0, index) + 1
