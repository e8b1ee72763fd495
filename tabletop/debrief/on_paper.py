"""Pictures made ready for paper: each takes along its own colours and patterns, like a page cut out of a book.

A browser styles the pictures of a page by the page's style sheet. What prints a PDF draws each picture by itself, so
that each must hold the rules for its own shapes, with the colours of print, and the patterns that it is filled with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_TAG = re.compile(r"<svg\b[^>]*?(/?)>|</svg>")
_DEFINED = re.compile(r'<(pattern|marker) id="([^"]+)".*?</\1>', re.DOTALL)
_USED = re.compile(r"url\(#([^)]+)\)")
_VARIABLE = re.compile(r"var\((--[\w-]+)\)")
_CLASSES = re.compile(r"\.([\w-]+)")
_NAMES = re.compile(r'class="([^"]*)"')
_PROPERTIES = re.compile(r"(?:fill|stroke|opacity)(?:-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a style sheet that paints shapes."""

    selector: str
    """Which shapes."""
    painted: str
    """How, with no variable left in it."""

    @property
    def classes(self) -> frozenset[str]:
        """The classes that a picture must have for the rule to matter in it."""
        return frozenset(_CLASSES.findall(self.selector))


def on_paper(page: str) -> str:
    """Return a page whose pictures look as they do in print, each by itself."""
    found = _STYLE.search(page)
    if found is None:
        return page
    rules, colours = _read(found[1])
    defined = {each[2]: _filled_in(each[0], colours) for each in _DEFINED.finditer(page)}
    parts, end = [], 0
    for start, stop in _pictures(page):
        parts += [page[end:start], _complete(page[start:stop], rules, defined)]
        end = stop
    return "".join([*parts, page[end:]])


def _pictures(page: str) -> Iterator[tuple[int, int]]:
    """Give where each picture begins and ends; one within another belongs to it."""
    depth = start = 0
    for tag in _TAG.finditer(page):
        if tag[0] == "</svg>":
            depth -= 1
            if not depth:
                yield start, tag.end()
        elif not tag[1]:
            start = tag.start() if not depth else start
            depth += 1


def _complete(picture: str, rules: tuple[Rule, ...], defined: Mapping[str, str]) -> str:
    """Return a picture with the patterns that it uses and the rules that paint it."""
    if "<pattern" in picture:
        return ""
    used = "".join(defined[name] for name in dict.fromkeys(_USED.findall(picture)) if name in defined)
    names = {name for listed in _NAMES.findall(picture + used) for name in listed.split()}
    style = "".join(f"{each.selector}{{{each.painted}}}" for each in rules if each.classes <= names)
    head = picture.index(">") + 1
    return f"{picture[:head]}<style>{style}</style><defs>{used}</defs>{picture[head:]}"


def _read(sheet: str) -> tuple[tuple[Rule, ...], Mapping[str, str]]:
    """Return the rules that paint shapes, and the colours of print; what is for screens in the dark is left out."""
    import tinycss2  # it comes with what prints the page, and nothing else needs it

    usual = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    print_only = [
        rule
        for each in usual
        if each.type == "at-rule" and each.lower_at_keyword == "media" and "print" in _text(each.prelude)
        for rule in tinycss2.parse_rule_list(each.content, skip_comments=True, skip_whitespace=True)
    ]
    said = [
        (_text(each.prelude), _declared(_text(each.content)))
        for each in (*usual, *print_only)
        if each.type == "qualified-rule"
    ]
    colours = {name: value for root, declared in said if root == ":root" for name, value in declared.items()}
    return tuple(_painting(said, colours)), colours


def _painting(said: list[tuple[str, dict[str, str]]], colours: Mapping[str, str]) -> Iterator[Rule]:
    for selectors, declared in said:
        painted = ";".join(
            f"{name}:{_filled_in(value, colours)}"
            for name, value in declared.items()
            if _PROPERTIES.fullmatch(name)
        )
        for selector in selectors.split(",") if painted else ():
            yield Rule(selector.strip(), painted)


def _declared(content: str) -> dict[str, str]:
    pairs = (each.partition(":") for each in content.split(";"))
    return {name.strip(): value.strip() for name, _colon, value in pairs if value.strip()}


def _filled_in(text: str, colours: Mapping[str, str]) -> str:
    return _VARIABLE.sub(lambda each: colours.get(each[1], each[0]), text)


def _text(tokens: object) -> str:
    import tinycss2

    return str(tinycss2.serialize(tokens)).strip()
