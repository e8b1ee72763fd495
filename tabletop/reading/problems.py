"""From the schema's errors to problems with a place, as a customs form comes back with the wrong boxes marked.

The schema says that ("actors", "police", "staff") must be at least 1; the tree knows that this is line 12, column 5 of
flood.yaml; together they say `flood.yaml:12:5: actors.police.staff: expected a whole number of at least 1, got 0`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

import pydantic
from pydantic_core import ErrorDetails

from tabletop.errors import Problem
from tabletop.reading.gathering import said
from tabletop.reading.nearest import nearest
from tabletop.reading.nodes import Node, Path, Scalar, child, find, mark_at
from tabletop.reading.places import problem_at
from tabletop.reading.wordings import expected, remedy

KnownKeys = Callable[[Path], Iterable[str]]
"""The keys that the schema knows for the mapping at a path."""

_KEY_ITSELF = "[key]"
_FEW = 12


@dataclass(frozen=True, slots=True)
class _Finding:
    """One error of the schema, brought to its place."""

    path: Path
    """Where in the tree; for a missing or unknown key the mapping around it."""
    what: str
    """What is wrong, unless `expected` says so."""
    remedy: str
    """What would do instead."""
    key: str | None = None
    """The key that is missing, unknown or refused itself; None when the value at the path is meant."""
    sort: str = ""
    """`missing` or `unknown` for a key that is either."""
    expected: str | None = None
    """For a value of the wrong sort: what was expected."""
    got: str = ""
    """For a value of the wrong sort: what stands there."""


def problems_of(
    error: pydantic.ValidationError, tree: Node, *, known_keys: KnownKeys | None = None
) -> tuple[Problem, ...]:
    """Return a schema's complaints about a tree as problems, in the order of the file, all of them and each once.

    Errors of the several forms that one field may take are told as one: "expected a text or a list, got 5". When one
    of the forms fits except for something inside it, only that is told.
    """
    findings = tuple(_finding(details, tree, known_keys) for details in error.errors(include_url=False))
    once = _one_a_place(tuple(_one_a_slip(findings)))
    return tuple(sorted({_problem(finding, tree) for finding in once}))


def located(loc: Iterable[str | int], tree: Node) -> Path:
    """Return the part of pydantic's location that exists in the tree, without names of types and validators."""
    path: list[str | int] = []
    node = tree
    for step in loc:
        below = child(node, step)
        if below is not None:
            path.append(step)
            node = below
    return tuple(path)


def _finding(details: ErrorDetails, tree: Node, known_keys: KnownKeys | None) -> _Finding:
    kind, loc, context = details["type"], details["loc"], details.get("ctx", {})
    if kind in {"missing", "extra_forbidden"}:
        path, key = located(loc[:-1], tree), str(loc[-1])
        if kind == "missing":
            return _Finding(path, f"missing '{key}'", "", key=key, sort=kind)
        known = _known(path, key, known_keys)
        return _Finding(path, f"unknown key {said(key)}", known, key=key, sort="unknown")
    names_key = loc[-1:] == (_KEY_ITSELF,)
    path = located(loc[:-2] if names_key else loc, tree)
    return _Finding(
        path,
        _sentence(details),
        remedy(kind, context, details["input"]),
        key=str(loc[-2]) if names_key else None,
        expected=expected(kind, context),
        got=_got(details["input"], find(tree, path)),
    )


def _known(path: Path, key: str, known_keys: KnownKeys | None) -> str:
    known = tuple(known_keys(path)) if known_keys else ()
    meant = nearest(key, known)
    if meant:
        return f"did you mean '{meant}'?"
    return f"known here: {', '.join(known)}" if 0 < len(known) <= _FEW else ""


def _sentence(details: ErrorDetails) -> str:
    """Return the message of our own field types as it is, and pydantic's own with a small first letter."""
    raised = details.get("ctx", {}).get("error")
    if details["type"] in {"value_error", "assertion_error"} and raised is not None:
        return str(raised)
    message = details["msg"]
    return message[:1].lower() + message[1:]


def _got(value: object, node: Node | None) -> str:
    """Quote a number as it was written, anything else by its value."""
    if isinstance(node, Scalar) and node.value == value and not isinstance(value, str | bool | None):
        return node.text
    return said(value)


def _one_a_slip(findings: tuple[_Finding, ...]) -> Iterator[_Finding]:
    """Join a missing key with the unknown one by which it was meant: `chanel` for `channel` is one slip."""
    missing: dict[Path, dict[str | None, None]] = {}
    for finding in findings:
        if finding.sort == "missing":
            missing.setdefault(finding.path, {})[finding.key] = None
    for finding in (each for each in findings if each.sort == "unknown"):
        lacking = missing.get(finding.path, {})
        meant = nearest(finding.key or "", [key for key in lacking if key])
        if meant:
            del lacking[meant]
            yield replace(finding, remedy=f"did you mean '{meant}'?")
        else:
            yield finding
    for finding in findings:
        if not finding.sort or (finding.sort == "missing" and finding.key in missing[finding.path]):
            yield finding


def _one_a_place(findings: tuple[_Finding, ...]) -> Iterator[_Finding]:
    """Keep what is wrong inside a value before what its other forms would have been, and join those."""
    inside = {finding.path[:length] for finding in findings for length in range(len(finding.path))}
    inside |= {finding.path for finding in findings if finding.key is not None}
    forms_at: dict[Path, list[_Finding]] = {}
    for finding in findings:
        if finding.key is not None:
            yield finding
        elif finding.path not in inside:
            forms_at.setdefault(finding.path, []).append(finding)
    for path, forms in forms_at.items():
        remedies = (form.remedy for form in forms if form.remedy)
        yield _Finding(path, _joined(forms), next(remedies, ""))


def _joined(forms: list[_Finding]) -> str:
    """Say what several forms of one field expected; the field types' own sentences go before pydantic's sorts."""
    sentences = dict.fromkeys(form.what for form in forms if form.expected is None)
    if sentences:
        return "; or ".join(sentences)
    sorts = " or ".join(dict.fromkeys(form.expected for form in forms if form.expected))
    return f"expected {sorts}, got {forms[0].got}"


def _problem(finding: _Finding, tree: Node) -> Problem:
    at_key = (*finding.path, finding.key) if finding.key is not None else finding.path
    mark = mark_at(tree, at_key)
    what = finding.what
    if finding.key is not None and finding.expected is not None:
        what = f"the key {said(finding.key)}: expected {finding.expected}"
    return problem_at(mark, finding.path, what, remedy=finding.remedy)
