"""Names of files that lead elsewhere: a scenario names files in its own folder, and no others."""

from __future__ import annotations

import json

from tests.reading.hostile.city import Case, city

_BESIDE = "expected the name of a file beside the scenario, such as links.csv or links.graphml, got"
_USED = "(write a file beside the scenario such as offices.yaml, or a shipped one such as models/city)"


def _links(sentence: str, name: object, told: str) -> Case:
    written = json.dumps(name, ensure_ascii=False)
    text = city(f"structures:\n  team: {{links_from: {written}}}")
    return Case(sentence, text, (f"city.yaml:9:10: structures.team.links_from: {told}",))


def _refused(sentence: str, name: object, shown: str = "") -> Case:
    return _links(sentence, name, f"{_BESIDE} {shown or repr(name)}")


def _absent(sentence: str, name: str) -> Case:
    told = f"there is no file {name!r} beside the scenario; put it into the same folder"
    return _links(sentence, name, told)


def _uses(sentence: str, name: str, told: str, beyond: str = "") -> Case:
    return Case(sentence, city(f"uses: [{name}]"), (f"city.yaml:9:8: uses.0: {told}",), beyond)


CASES = (
    _refused("links in the folder above", "../links.csv"),
    _refused("links at the root", "/etc/links.csv"),
    _refused("a file of passwords as links", "/etc/passwd"),
    _refused("links in a folder below", "sub/links.csv"),
    _refused("links in this folder by a path", "./links.csv"),
    _refused("links in the folder above, of Windows", "..\\links.csv"),
    _refused("links on a drive", "C:\\links.csv"),
    _refused("links on a drive without a folder", "C:links.csv"),
    _refused("links behind a file", "links.csv/.."),
    _refused("the folder above as links", ".."),
    _refused("a hidden file as links", ".links.csv"),
    _refused("a file without a name as links", ""),
    _refused("links with another ending", "links.txt"),
    _refused("links with their ending in capitals", "links.CSV"),
    _refused("links on another computer", "https://example.org/links.csv"),
    _refused("links by the address of a file", "file:///etc/links.csv"),
    _refused("links at home", "~/links.csv"),
    _refused("links behind a variable", "$HOME/links.csv"),
    _refused("links by a pattern", "*.csv"),
    _refused("links from a pipe", "|cat.csv"),
    _refused("links with a command behind", "links.csv;rm -rf"),
    _refused("links with a line break in the name", "links\n.csv"),
    _refused("links with a blank before the name", " links.csv"),
    _refused("links with a name of three hundred letters", "a" * 300 + ".csv", "'" + "a" * 56 + "…"),
    _refused("a list of files of links", ["links.csv"], "a list"),
    _refused("keys and values for a file of links", {"a": "b"}, "keys and values"),
    _refused("a number for a file of links", 1, "1"),
    _absent("links that are not there", "links.csv"),
    _absent("links by a path with signs for its strokes", "%2e%2e%2flinks.csv"),
    _absent("links by the name of a device of Windows", "con.csv"),
    _absent("links by a name that looks like an option", "-links.csv"),
    _absent("links by a name in Arabic", "روابط.csv"),
    Case(
        "links with a NUL in the name",
        city('structures:\n  team: {links_from: "links.csv\\0.graphml"}'),
        (
            "city.yaml:9:22: structures.team.links_from: U+0000 (the sign of a file that is no text) cannot stand in a text (remove it)",
        ),
    ),
    _uses(
        "parts in the folder above",
        "../offices.yaml",
        f"expected the name of a file, got '../offices.yaml' {_USED}",
    ),
    _uses("parts at the root", "/etc/passwd", f"expected the name of a file, got '/etc/passwd' {_USED}"),
    _uses(
        "parts outside of what is shipped",
        "models/../../x",
        f"expected the name of a file, got 'models/../../x' {_USED}",
    ),
    _uses(
        "parts that are not shipped",
        "models/nothing",
        "no file 'models/nothing' travels with tabletop (give one beside the scenario, with its ending)",
        "whether a file is there",
    ),
    _uses(
        "parts that are not there",
        "offices.yaml",
        "there is no file 'offices.yaml' beside the scenario (put it into the same folder)",
        "whether a file is there",
    ),
)
