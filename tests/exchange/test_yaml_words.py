"""Words written as YAML are read back, by the guarded reader, as exactly these words."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings

from tabletop.exchange.msel import inject_words
from tabletop.exchange.yaml_words import entry_lines, in_line, inject_lines
from tabletop.reading.nodes import plain
from tabletop.reading.yaml_guard import read_tree
from tests.exchange.city import inject
from tests.exchange.hostile import injects, texts


def read_back(lines: list[str]) -> object:
    return plain(read_tree("".join(f"{line}\n" for line in lines), "x.yaml"))


@given(texts)
def test_any_text_is_read_back(text: str) -> None:
    assert read_back(entry_lines("title", text, indent=0)) == {"title": text}
    assert read_back(["- x:", *entry_lines("text", text, indent=4)][1:]) == {"text": text}
    assert read_back([f"x: {in_line((text, {'k': text}), inside=False)}"]) == {"x": (text, {"k": text})}


@settings(max_examples=200)
@given(injects)
def test_any_inject_is_read_back(words: dict[str, Any]) -> None:
    said = inject_words(inject(words))
    assert read_back(inject_lines("post", said, indent=2)) == {"post": said}


def test_an_inject_reads_like_one_that_a_person_wrote() -> None:
    words = {
        "at": "1d 2h",
        "to": ("school", "city"),
        "brings": "concern",
        "accuracy": "60%",
        "outage": {"channel": "email", "lasts": "6h"},
        "title": "What's next, then?",
        "from": "Police: the duty desk",
        "mode": "10:30",
        "text": "One line.\n",
        "notes": "Two\nlines",
    }
    assert inject_lines("post", words, indent=2) == [
        "  post:",
        "    at: 1d 2h",
        "    to: [school, city]",
        "    brings: concern",
        "    accuracy: 60%",
        "    outage: {channel: email, lasts: 6h}",
        "    title: What's next, then?",
        '    from: "Police: the duty desk"',
        '    mode: "10:30"',
        "    text: |",
        "      One line.",
        "    notes: |-",
        "      Two",
        "      lines",
    ]
