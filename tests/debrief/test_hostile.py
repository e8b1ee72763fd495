"""Whatever a scenario calls its partners, a page, a text and a terminal show it and do nothing else."""

from __future__ import annotations

import json
import re
from functools import cache

import pytest
from markdown_it import MarkdownIt

from tabletop.debrief import html, markdown, summary
from tabletop.debrief.text import named
from tests.debrief.html_page import Page
from tests.debrief.tiny import WORDS, record, seen

HOSTILE = (
    "<script>alert(1)</script>",
    "</title></style></bdi><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "{{ ''.__class__.__mro__ }}",
    "]]><!-- <![CDATA[",
    "[click](javascript:alert(1)) ![x](http://example.org/x.png)",
    "| a | b |",
    "# heading",
    "- list",
    "1. list",
    "> quote",
    "```code```",
    "**bold** _it_ ~~no~~",
    "http://example.org www.example.org <http://example.org> a@example.org",
    "{sender} {0} {kind!r} %(x)s %s",
    "&lt;b&gt; &amp; &#60;",
    "a\u202eb\u2066c",
    "\u0627\u0644\u0634\u0631\u0637\u0629 (police) \u200f!",
    "\x1b[31mred\x07",
    "line\u2028break\u2029here\x85",
    "\\",
    "trailing \\",
    "=== ---",
    "e" * 300,
    "\u0430\u0300" * 40,
    "\U0001f469\u200d\U0001f4bb",
)


def calling(title: str) -> str:
    """The small scenario with every title changed to this one."""
    return re.sub(
        r"(?<![a-z_])title: [^,}\n]+", lambda _: f"title: {json.dumps(title, ensure_ascii=False)}", WORDS
    )


def plainly(title: str) -> str:
    """As text that the YAML guard lets through."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", "", title) or "x"


@cache
def harmless() -> tuple[list[str], list[str]]:
    seen_ = seen(record(calling("A name")))
    return Page(html.render(seen_)).tags, structure(markdown.render(seen_))


def structure(text: str) -> list[str]:
    tokens = MarkdownIt("commonmark", {"linkify": False}).enable("table").parse(text)
    return [each.type for token in tokens for each in (token, *(token.children or ())) if each.type != "text"]


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_names_change_nothing_but_words(title: str) -> None:
    seen_ = seen(record(calling(plainly(title))))
    page = Page(html.render(seen_))
    assert page.wrong == []
    assert page.tags == harmless()[0]
    assert structure(markdown.render(seen_)) == harmless()[1]


@pytest.mark.parametrize("title", HOSTILE)
def test_what_is_named_is_one_line_without_controls(title: str) -> None:
    shown = named(title).text
    assert not re.search("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", shown)
    assert shown == shown.strip()


def test_our_own_words_stay_as_they_are_beside_hostile_ones() -> None:
    text = summary.render(seen(record(calling("\x1b[31mred".replace("\x1b", "")))), 80)
    assert "Breakdowns" in text
    assert "\x1b" not in text


def test_html_shows_a_name_to_the_letter() -> None:
    title = '<b>Tom & "Jerry"</b> {{ 1 }}'
    assert title in "".join(Page(html.render(seen(record(calling(title))))).shown)


def test_markdown_shows_a_name_to_the_letter() -> None:
    title = r"*a* [b](c) <d> _e_ `f` | \g & # 1. http://h"
    tokens = MarkdownIt("commonmark").parse(f"- {markdown.inert(title)}")
    [inline] = [token for token in tokens if token.type == "inline"]
    assert "".join(each.content for each in inline.children or ()) == title
