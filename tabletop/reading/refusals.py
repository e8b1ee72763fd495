"""What YAML allows and a scenario does not: the house rules at the door of the reader.

`police: &p {staff: 2}` is good YAML, but a later `*p` would mean something that stands elsewhere; a trainer who wrote
`&p` mostly meant a text that begins with an ampersand.
"""

from __future__ import annotations

import yaml

from tabletop.reading.gathering import said
from tabletop.reading.nodes import ListNode, Node, Scalar
from tabletop.reading.scalars import Refused, core_value

_QUOTE = "put the text in quotes"


def references(event: yaml.NodeEvent) -> tuple[Refused, ...]:
    """Return why a part may not be named for later use, refer to another, or carry a type; nothing when it does not."""
    found = []
    if isinstance(event, yaml.AliasEvent):
        found.append(
            Refused(f"references (*{event.anchor}) are not read", f"write the part out, or {_QUOTE}")
        )
    elif event.anchor is not None:
        found.append(Refused(f"anchors (&{event.anchor}) are not read", f"remove it, or {_QUOTE}"))
    if getattr(event, "tag", None) is not None:
        found.append(Refused("tags (words that begin with !) are not read", f"remove it, or {_QUOTE}"))
    return tuple(found)


def no_text(key: yaml.NodeEvent) -> Refused | None:
    """Return why a key cannot be one: a list, a number, a truth, nothing, or the merge sign; None when it can."""
    if not isinstance(key, yaml.ScalarEvent):
        return Refused("a key must be a text", "write a word before the colon")
    if key.style:
        return None
    if key.value == "<<":
        return Refused("merge keys (<<) are not read", "write the entries out; actors can use `like`")
    if isinstance(core_value(key.value), str):
        return None
    if not key.value:
        return Refused("a key is missing before this colon", "write one")
    return Refused(f"the key {key.value[:40]} is not a text", f"write '{key.value[:40]}'")


def no_value(key: yaml.NodeEvent, value: yaml.NodeEvent, source: str, *, in_brackets: bool) -> Refused | None:
    """Return why a key stands without a colon, mostly as the rest of a text that its comma cut; None when it does not.

    `source` is the text in which both stand.
    """
    begin, end = _span(key)
    if in_brackets and source.startswith("?", max(0, begin - 1)):
        return Refused("a text between brackets cannot begin with '?'", _QUOTE)
    written = not isinstance(value, yaml.ScalarEvent) or value.value or value.style
    if written or not isinstance(key, yaml.ScalarEvent) or ":" in source[end : _span(value)[0]]:
        return None
    remedy = "a comma inside { } ends a text there: put the text in quotes, or on a line of its own"
    if not in_brackets:
        remedy = "write a colon and a value after it"
    elif ":" in key.value and not key.style:
        remedy = "write a space after its colon"
    return Refused(f"{said(key.value)} has no value", remedy)


def no_mapping(tree: Node | None) -> Refused:
    """Return what to say of a file that is not keys and values."""
    match tree:
        case None | Scalar(text="", plain=True):
            return Refused("the file is empty", "begin with 'tabletop: 1' and 'title: …'")
        case ListNode():
            return Refused("the file is a list", "write 'key: value' lines without dashes at the left edge")
        case _:
            return Refused("the file is one text", "write 'key: value' lines, with a space after each colon")


def _span(event: yaml.Event) -> tuple[int, int]:
    """Return the indices of an event's first character and of the one after its last."""
    assert event.start_mark is not None
    assert event.end_mark is not None
    return event.start_mark.index, event.end_mark.index
