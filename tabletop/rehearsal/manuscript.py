"""The file behind a scenario: where each part of it stands, its texts, and the same file with one value replaced.

A finding says "line 57"; a guess is tried out by writing its lower end where its value stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pydantic import ValidationError

from tabletop.errors import ScenarioError
from tabletop.model.scenario import Scenario
from tabletop.reading.drafts import Draft, first_draft
from tabletop.reading.expand import expanded
from tabletop.reading.library import Source
from tabletop.reading.models import validated
from tabletop.reading.nodes import (
    ListNode,
    MappingNode,
    Mark,
    Node,
    NoSuchPlaceError,
    Path,
    Scalar,
    find,
    mark_at,
    plain,
    replaced,
)
from tabletop.reading.overlay import path_of
from tabletop.reading.scalars import Refused, core_value


@dataclass(frozen=True, eq=False)
class Manuscript:
    """A scenario file that is in order, read once."""

    draft: Draft
    """Its reading."""

    @cached_property
    def scenario(self) -> Scenario:
        """The words of the file."""
        return self.draft.finished

    @property
    def source(self) -> Source:
        """The file's bytes."""
        return self.draft.source

    def mark(self, path: Path) -> Mark:
        """Return where a path was written, or the nearest part around it that is."""
        tree = self.draft.full.tree
        return mark_at(tree, path)

    def path(self, dotted: str) -> Path:
        """Return a path from its dotted form, with its numbers as indices where lists stand."""
        return path_of(self.draft.tree, dotted)

    def holds(self, path: Path) -> bool:
        """Tell whether something is written at a path, not brought in by defaults, likeness or a short way of writing."""
        return find(self.draft.tree, path) is not None

    def texts(self) -> Iterator[tuple[Path, Scalar]]:
        """Yield every text of the file with its path, translations included, in the order written."""
        yield from _texts(self.draft.tree, ())

    def ids(self) -> Iterator[tuple[Path, Mark]]:
        """Yield the path and place of every id that is declared: what people see where there is no title."""
        for part, section in self.draft.tree.entries.items():
            if isinstance(section, MappingNode) and part not in {"texts", "clock", "defaults"}:
                for id_ in section.entries:
                    yield (part, id_), section.key_marks[id_]

    def mark_in(self, text: Scalar, found: str) -> Mark:
        """Return where some letters stand within a text: in one of its lines, else where the text begins."""
        if text.mark.file != self.source.name:
            return text.mark
        for number in range(
            text.mark.line, min(text.mark.line + text.text.count("\n") + 2, len(self._lines) + 1)
        ):
            start = text.mark.column - 1 if number == text.mark.line else 0
            column = self._lines[number - 1].find(found, start)
            if column >= 0:
                return Mark(text.mark.file, number, column + 1)
        return text.mark

    @cached_property
    def _lines(self) -> list[str]:
        return self.source.content.decode("utf-8-sig", errors="replace").splitlines()

    def with_value(self, dotted: str, text: str) -> Scenario | None:
        """Return the scenario with another value at a path, written as in a file; None when it cannot stand there."""
        path = path_of(self.draft.tree, dotted)
        meant = core_value(text)
        value = Scalar(text if isinstance(meant, Refused) else meant, self.mark(path), text, plain=True)
        try:
            return self._with_part(path, value) if self._stands_alone(path) else self._with(path, value)
        except (NoSuchPlaceError, ValidationError, ScenarioError):
            return None

    def _stands_alone(self, path: Path) -> bool:
        """Tell whether what is written at a path counts there and nowhere else: no defaults, no likeness, no copies."""
        section = self.draft.tree.entries.get(str(path[0]))
        entries = section.entries.values() if isinstance(section, MappingNode) else ()
        return (
            path[0] != "defaults"
            and isinstance(find(self.draft.full.tree, path), Scalar)
            and not any(
                isinstance(each, MappingNode) and not each.entries.keys().isdisjoint(("like", "copies"))
                for each in entries
            )
        )

    def _with_part(self, path: Path, value: Scalar) -> Scenario:
        """Return the scenario with a value in one part, the others being kept as they are."""
        changed = replaced(self.draft.full.tree, path, value)
        assert isinstance(changed, MappingNode)
        part = str(path[0])
        kept = {name: getattr(self.scenario, name) for name in Scenario.model_fields if name != part}
        return validated({**kept, part: plain(changed.entries[part])})

    def _with(self, path: Path, value: Scalar) -> Scenario | None:
        """Return the scenario with a value in its file, which is read anew."""
        changed = replaced(self.draft.tree, path, value)
        full = expanded(changed, self.draft.full) if isinstance(changed, MappingNode) else None
        return None if full is None or full.problems else validated(self._values(full.tree))

    def _values(self, tree: MappingNode) -> dict[str, object]:
        """Return what is to be read anew as plain values, and all parts that are the same as they were."""
        was = self.draft.full.tree.entries
        return {
            part: getattr(self.scenario, part)
            if part in was and plain(node) == plain(was[part])
            else plain(node)
            for part, node in tree.entries.items()
        }


def manuscript(source: Source) -> Manuscript:
    """Return the reading of a file; raises ScenarioError with its problems when it is not in order."""
    return manuscript_of(first_draft(source))


def manuscript_of(draft: Draft) -> Manuscript:
    """Return what `manuscript` does, of a file that has been read already."""
    if draft.problems:
        raise ScenarioError(draft.problems)
    return Manuscript(draft)


def _texts(node: Node, path: Path) -> Iterator[tuple[Path, Scalar]]:
    match node:
        case Scalar(value=str()):
            yield path, node
        case ListNode(items=items):
            for index, item in enumerate(items):
                yield from _texts(item, (*path, index))
        case MappingNode(entries=entries):
            for key, entry in entries.items():
                yield from _texts(entry, (*path, key))
        case _:
            pass
