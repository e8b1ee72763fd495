"""What a slip in YAML is called in plain words, with what would mend it.

The parser says "mapping values are not allowed in this context"; the trainer who wrote `title: Offer: support` reads
that a colon and a space inside a text begin a new key, and that quotes would help.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import yaml

from tabletop.errors import Problem
from tabletop.reading.nodes import Mark

_KEY_WITHOUT_SPACE = re.compile(r"""\s*(?:- +)*(?:[A-Za-z_][\w-]*|"[^"]*"|'[^']*'):(?=[^\s/])""")
_KEY = re.compile(r"\s*(?:- +)*\S.*?:\s")
_MOST_KEY_LETTERS = 1024

_IN_QUOTES = "put the text in quotes"
_BY_PROBLEM = {
    "block sequence entries are not allowed": (
        "a list cannot begin on the line of its key",
        "begin it on the next line, or write it as [a, b]",
    ),
    "mapping keys are not allowed": ("a question mark cannot stand here", _IN_QUOTES),
    "%YAML directive": ("the directive %YAML stands here again", "remove it"),
    "undefined tag handle": ("a text cannot begin with '!'", _IN_QUOTES),
    "unknown escape character": (
        "the backslash here begins no escape that YAML knows",
        "write two backslashes, or use single quotes",
    ),
    "hexdecimal number": ("the escape here lacks its hexadecimal digits", "write the character itself"),
    "invalid Unicode character escape": ("the escape here is no character", "write the character itself"),
    "indentation indicator equal to 0": (
        "the number after | or > must be at least 1",
        "leave the number out",
    ),
    "comment or line break": (
        "the text after | or > begins on the next line",
        "break the line after the sign",
    ),
    "unexpected ':'": ("a colon cannot stand here", _IN_QUOTES),
    "<document start>": (
        "the file goes on here after its content has ended",
        "begin all top-level keys in the first column, each as 'key: value'",
    ),
    "'-' indicator": (
        "this line stands among list entries and is none",
        "begin it with '- ', or indent it like the key that it belongs to",
    ),
    "did not find expected key": (
        "no key can begin here",
        "give the line the same indentation as its neighbours",
    ),
    "did not find expected ',' or": ("a comma or the closing bracket is missing here", "add it"),
    "did not find expected node content": (
        "a value is missing here",
        "write one, or remove the sign before it",
    ),
}
"""What the parser says, in part, and what we say at the same place."""

_BEGUN_BY_A_SIGN = {
    "while scanning an alias",
    "while scanning an anchor",
    "while scanning a tag",
    "while parsing a tag",
    "while scanning a directive",
}
"""What the parser was at when a sign with a meaning of its own led it astray."""


@dataclass(frozen=True, slots=True)
class _Slip:
    """Where the parser gave up; lines and columns count from 0."""

    problem: str
    context: str
    line: int
    column: int
    begun: tuple[int, int]
    lines: Sequence[str]
    opened: Mark | None

    @property
    def written(self) -> str:
        """The line in question, empty after the last."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def before(self) -> str:
        return self.written[: self.column]

    @property
    def sign(self) -> str:
        """The character at the place, empty at the end of a line."""
        return self.written[self.column : self.column + 1]

    def line_before(self) -> int:
        """Return the nearest line above that is not blank, or the first line."""
        above = range(self.line - 1, 0, -1)
        return next((line for line in above if self.lines[line].strip()), 0)


@dataclass(frozen=True, slots=True)
class _Told:
    what: str
    remedy: str
    line: int
    column: int


def explained(error: yaml.YAMLError, text: str, *, file: str, opened: Mark | None) -> Problem:
    """Return the parser's complaint about a text as a problem; `opened` is the innermost bracket that still is."""
    mark = getattr(error, "problem_mark", None)
    if not isinstance(error, yaml.MarkedYAMLError) or mark is None:
        return Problem(file, 0, 0, "", "this is not YAML", "compare it with a shipped scenario")
    begun = error.context_mark or mark
    slip = _Slip(
        problem=error.problem or "",
        context=error.context or "",
        line=mark.line,
        column=mark.column,
        begun=(begun.line, begun.column),
        lines=text.split("\n"),
        opened=opened,
    )
    told = next(filter(None, (explanation(slip) for explanation in _EXPLANATIONS)), None) or _by_problem(slip)
    return Problem(file, told.line + 1, told.column + 1, "", told.what, told.remedy)


def _tab(slip: _Slip) -> _Told | None:
    indentation = slip.written[: len(slip.written) - len(slip.written.lstrip())]
    if "\t" in indentation and not slip.opened:
        what = "a tab stands in the indentation, where YAML reads only spaces"
        return _Told(what, "replace it by spaces", slip.line, indentation.index("\t"))
    if slip.sign == "\t":
        return _Told(
            "a tab stands where YAML reads only spaces", "replace it by spaces", slip.line, slip.column
        )
    return None


def _open_quote(slip: _Slip) -> _Told | None:
    if slip.context != "while scanning a quoted scalar":
        return None
    remedy = "close it; an apostrophe in a text between '…' is written twice"
    return _Told("the quotation mark opened here is never closed", remedy, *slip.begun)


def _after_quote(slip: _Slip) -> _Told | None:
    ended = slip.before.rstrip().endswith(("'", '"')) and slip.problem.startswith("did not find expected")
    if not ended or slip.opened or slip.sign in {"", ":"}:
        return None
    remedy = "put the whole text in quotes of the other kind, or write it on lines of its own after |"
    return _Told("the text goes on after its closing quotation mark", remedy, slip.line, slip.column)


def _lone_colon(slip: _Slip) -> _Told | None:
    no_key = slip.problem in {"did not find expected key", "did not find expected node content"}
    if slip.sign != ":" or not (no_key or (slip.opened and not slip.before.strip())):
        return None
    remedy = "write a key before it, in the same line, or put a text that begins with a colon in quotes"
    return _Told("there is no key before this colon", remedy, slip.line, slip.column)


def _open_bracket(slip: _Slip) -> _Told | None:
    """Blame the bracket, not the place, when the file ends or a line begins at the left of what is inside it."""
    if slip.opened is None:
        return None
    opening = slip.lines[slip.opened.line - 1]
    at_end = slip.line >= len(slip.lines) - 1 and not slip.sign
    if not at_end and (slip.line == slip.opened.line - 1 or _indent(slip.written) > _indent(opening)):
        return None
    line, column = slip.opened.line - 1, slip.opened.column - 1
    return _Told(f"the {opening[column]} opened here is never closed", "close it", line, column)


def _no_space(slip: _Slip) -> _Told | None:
    if slip.opened or slip.context == "while scanning a block scalar":
        return None
    for line in (slip.line, slip.begun[0], slip.line_before()):
        key = _KEY_WITHOUT_SPACE.match(slip.lines[line]) if line < len(slip.lines) else None
        if key:
            return _Told("there is no space after this colon", "write one", line, key.end() - 1)
    return None


def _colon(slip: _Slip) -> _Told | None:
    if not slip.problem.startswith("mapping values"):
        return None
    if slip.column > _MOST_KEY_LETTERS:
        return _Told(f"a key is longer than {_MOST_KEY_LETTERS} letters", "shorten it", slip.line, 0)
    if _KEY.match(slip.before):
        what = "a colon and a space inside a text begin a new key, which cannot stand here"
        return _Told(what, _IN_QUOTES, slip.line, slip.column)
    what = "a key cannot stand here, since the value above goes on into this line"
    remedy = "indent it like the key above, or put a text that holds a colon in quotes"
    return _Told(what, remedy, slip.line, _indent(slip.written))


def _no_colon(slip: _Slip) -> _Told | None:
    if slip.problem != "could not find expected ':'":
        return None
    remedy = "write 'key: value', or indent the line if it belongs to a text above"
    return _Told("this line has no colon", remedy, *slip.begun)


def _stray_sign(slip: _Slip) -> _Told | None:
    """Name a sign that has a meaning of its own and cannot stand where it does."""
    if slip.context in _BEGUN_BY_A_SIGN:
        line, column = slip.begun
        return _Told(f"a text cannot begin with '{slip.lines[line][column]}'", _IN_QUOTES, line, column)
    if "cannot start any token" in slip.problem and slip.sign:
        return _Told(f"a text cannot begin with '{slip.sign}'", _IN_QUOTES, slip.line, slip.column)
    if slip.problem.startswith("did not find expected") and slip.sign in {"]", "}"}:
        return _Told(f"the {slip.sign} here closes nothing", "remove it", slip.line, slip.column)
    if slip.problem == "did not find expected key" and slip.sign == "-":
        remedy = "indent the list under its key, or remove the dash"
        return _Told("a list entry cannot stand among keys", remedy, slip.line, slip.column)
    if slip.problem == "did not find expected node content" and slip.sign == ",":
        return _Told(
            "a value is missing before this comma", "write one, or remove it", slip.line, slip.column
        )
    return None


def _by_problem(slip: _Slip) -> _Told:
    told = next((told for part, told in _BY_PROBLEM.items() if part in slip.problem), None)
    what, remedy = told or (f"YAML cannot be read here: {slip.problem}", "")
    return _Told(what, remedy, slip.line, slip.column)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


_EXPLANATIONS: tuple[Callable[[_Slip], _Told | None], ...] = (
    _tab,
    _open_quote,
    _after_quote,
    _lone_colon,
    _open_bracket,
    _no_space,
    _colon,
    _no_colon,
    _stray_sign,
)
"""Each knows one family of slips; the first that recognises its own speaks."""
