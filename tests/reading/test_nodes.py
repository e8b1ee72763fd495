"""The tree: what was written, where, and copies in which one part differs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.reading.nodes import (
    ListNode,
    MappingNode,
    Mark,
    Node,
    NoSuchPlaceError,
    Path,
    Scalar,
    appended,
    find,
    mark_at,
    plain,
    replaced,
    without,
)
from tabletop.reading.yaml_guard import read_tree

FLOOD = """\
actors:
  police: {staff: 2}
  school:
    hours: [Mon-Fri, Sat]
"""


@pytest.fixture(name="flood")
def _flood() -> MappingNode:
    return read_tree(FLOOD, "flood.yaml")


def scalar(value: int) -> Scalar:
    return Scalar(value=value, mark=Mark("other.yaml", 7, 3), text=str(value), plain=True)


def test_a_tree_becomes_dicts_and_tuples(flood: MappingNode) -> None:
    assert plain(flood) == {"actors": {"police": {"staff": 2}, "school": {"hours": ("Mon-Fri", "Sat")}}}


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (1, 1)),
        (("actors",), (1, 1)),
        (("actors", "police"), (2, 3)),
        (("actors", "police", "staff"), (2, 12)),
        (("actors", "school", "hours", 1), (4, 22)),
        (("actors", "school", "hours", 5), (4, 5)),
        (("actors", "police", "staff", "more"), (2, 12)),
        (("actors", "nobody", "staff"), (1, 1)),
    ],
)
def test_a_place_is_the_key_or_the_nearest_part_around_it(
    flood: MappingNode, path: Path, place: tuple[int, int]
) -> None:
    assert mark_at(flood, path) == Mark("flood.yaml", *place)


def test_what_was_not_written_is_not_found(flood: MappingNode) -> None:
    paths: list[Path] = [
        ("roles",),
        ("actors", 0),
        ("actors", "school", "hours", 2),
        ("actors", "police", "staff", "x"),
    ]
    assert [find(flood, path) for path in paths] == [None] * 4


def test_a_replaced_part_brings_its_own_place_and_leaves_the_old_tree_alone(flood: MappingNode) -> None:
    path: Path = ("actors", "police", "staff")
    changed = replaced(flood, path, scalar(9))
    assert plain(changed) == {"actors": {"police": {"staff": 9}, "school": {"hours": ("Mon-Fri", "Sat")}}}
    assert find(changed, path) == scalar(9)
    assert mark_at(changed, path) == Mark("flood.yaml", 2, 12)
    assert flood == read_tree(FLOOD, "flood.yaml")


def test_a_new_key_comes_last_and_is_marked_where_its_value_was_written(flood: MappingNode) -> None:
    changed = replaced(flood, ("actors", "police", "unsure"), scalar(2))
    assert plain(changed) == {
        "actors": {"police": {"staff": 2, "unsure": 2}, "school": {"hours": ("Mon-Fri", "Sat")}}
    }
    assert mark_at(changed, ("actors", "police", "unsure")) == Mark("other.yaml", 7, 3)


def test_one_entry_of_a_list_is_replaced(flood: MappingNode) -> None:
    changed = replaced(flood, ("actors", "school", "hours", 0), scalar(1))
    assert plain(find(changed, ("actors", "school")) or changed) == {"hours": (1, "Sat")}


def test_entries_are_appended_and_a_missing_list_is_begun(flood: MappingNode) -> None:
    longer = appended(flood, ("actors", "school", "hours"), [scalar(1), scalar(2)])
    begun = appended(flood, ("actors", "police", "hours"), [scalar(1)])
    assert plain(find(longer, ("actors", "school")) or longer) == {"hours": ("Mon-Fri", "Sat", 1, 2)}
    assert plain(find(begun, ("actors", "police")) or begun) == {"staff": 2, "hours": (1,)}
    assert appended(flood, ("actors", "nobody", "hours"), []) == flood


def test_a_part_is_taken_away(flood: MappingNode) -> None:
    assert plain(without(flood, ("actors", "police"))) == {
        "actors": {"school": {"hours": ("Mon-Fri", "Sat")}}
    }
    assert plain(without(flood, ("actors", "school", "hours", 0))) == {
        "actors": {"police": {"staff": 2}, "school": {"hours": ("Sat",)}}
    }


@pytest.mark.parametrize(
    ("path", "culprit"),
    [
        (("actors", "polcie", "staff"), ("actors", "polcie")),
        (("roles", "x", "y"), ("roles",)),
        (("actors", "school", "hours", 2), ("actors", "school", "hours", 2)),
        (("actors", "police", "staff", "x"), ("actors", "police", "staff", "x")),
        (("actors", 0), ("actors", 0)),
    ],
)
def test_a_path_that_leads_nowhere_names_its_first_missing_part(
    flood: MappingNode, path: Path, culprit: Path
) -> None:
    for change in (replaced(flood, (), flood), flood):
        with pytest.raises(NoSuchPlaceError) as caught:
            replaced(change, path, scalar(1))
        assert caught.value.path == culprit
        with pytest.raises(NoSuchPlaceError):
            without(change, path)


def test_the_whole_cannot_be_taken_away(flood: MappingNode) -> None:
    with pytest.raises(NoSuchPlaceError):
        without(flood, ())


def test_nothing_can_be_appended_to_what_is_no_list(flood: MappingNode) -> None:
    with pytest.raises(NoSuchPlaceError):
        appended(flood, ("actors", "police"), [scalar(1)])


def nodes() -> st.SearchStrategy[Node]:
    mark = Mark("any.yaml", 1, 1)
    leaves: st.SearchStrategy[Node] = st.integers(0, 9).map(scalar)

    def mapping(entries: dict[str, Node]) -> Node:
        return MappingNode(entries=entries, key_marks=dict.fromkeys(entries, mark), mark=mark)

    def deeper(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
        lists = st.lists(inner, max_size=3).map(lambda items: ListNode(items=tuple(items), mark=mark))
        return lists | st.dictionaries(st.sampled_from("abc"), inner, max_size=3).map(mapping)

    return st.recursive(leaves, deeper, max_leaves=12)


def paths_of(node: Node) -> list[Path]:
    below: list[tuple[str | int, Node]] = []
    match node:
        case MappingNode(entries=entries):
            below = list(entries.items())
        case ListNode(items=items):
            below = list(enumerate(items))
        case Scalar():
            pass
    return [(), *((key, *rest) for key, part in below for rest in paths_of(part))]


@given(nodes(), st.data())
def test_what_was_put_is_found_and_what_was_removed_is_gone(tree: Node, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(paths_of(tree)))
    assert find(replaced(tree, path, scalar(42)), path) == scalar(42)
    assert replaced(tree, path, find(tree, path) or tree) == tree
    if path and isinstance(path[-1], str):
        assert find(without(tree, path), path) is None
