"""From a tree to the words of the model, or to all that keeps it from being one.

This is where the registry of barriers is handed to the models, which know barriers only as an open set.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from tabletop.barriers import BARRIERS
from tabletop.errors import Problem
from tabletop.model.barrier import BARRIER_KINDS
from tabletop.model.scenario import Scenario
from tabletop.reading.fields import SECTIONS, adapter_of, annotation_at
from tabletop.reading.nodes import MappingNode, plain
from tabletop.reading.places import problem_at


def validated(values: object) -> Scenario:
    """Return the scenario that plain values are; raises pydantic's ValidationError with all that is wrong."""
    return Scenario.model_validate(values, context={BARRIER_KINDS: BARRIERS})


def misshapen(tree: MappingNode) -> Iterator[Problem]:
    """Yield the entries at which a model gives up, such as keys and values where it would count names.

    It is asked only after a model gave up, and tells at least one problem.
    """
    found = False
    for part in SECTIONS:
        section = tree.entries.get(part)
        for id_, entry in section.entries.items() if isinstance(section, MappingNode) else ():
            assert isinstance(section, MappingNode)
            if _gives_up(annotation_at(tree, (part, id_)), plain(entry)):
                found = True
                what = "holds a list or keys and values where names are expected"
                yield problem_at(section.key_marks[id_], (part, id_), what)
    if not found:
        yield problem_at(tree.mark, (), "holds a value of a shape that is not read here")


def _gives_up(annotation: object, value: object) -> bool:
    try:
        adapter_of(annotation).validate_python(value, context={BARRIER_KINDS: BARRIERS})
    except TypeError:
        return True
    except ValidationError:
        return False
    return False
