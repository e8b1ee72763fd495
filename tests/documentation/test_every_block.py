"""No block of the documentation stands there untried: for each there is a test that runs it, or reads what it shows."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import click
import pytest

from tabletop.cli.group import tabletop
from tabletop.engine import run
from tabletop.reading import check, load
from tabletop.structures import network
from tests.documentation.blocks import DOCS, SHELL, blocks, languages, pages
from tests.readme import README
from tests.source import ROOT

RUN = {
    ("README.md", "python"): "tests/test_readme.py",
    ("tour.md", "python"): "tests/documentation/test_code_blocks.py",
    ("adding-a-barrier.md", "python"): "tests/barriers/test_recipe.py",
    ("adding-a-barrier.md", "yaml"): "tests/barriers/test_recipe.py",
    ("exchange.md", "yaml"): "tests/documentation/test_every_block.py",
    ("exchange.md", "csv"): "tests/exchange/test_docs.py",
    ("scenario-format.md", "yaml"): "tests/reading/test_schema.py",
    ("shapes.md", "yaml"): "tests/structures/test_documented.py",
    ("writing-a-scenario.md", "yaml"): "tests/reading/test_docs.py",
    ("writing-a-scenario.md", "text"): "tests/reading/test_docs.py",
}
"""By page and language the test that runs the blocks; shells are everybody's, and are tried here and in test_code_blocks."""

OUTPUTS = {"README.md": 3, "design.md": 2}
"""Blocks without a language: what a command prints, what is typed on a machine without make, and drawings."""

TOOLS = {"dask", "pip"}
"""What a shell block may call besides us, make and Python's own modules."""

_INLINE = re.compile(r"`((?:tabletop|make|python -m) [^`]+)`")


class Said(NamedTuple):
    """A command in the middle of a sentence."""

    page: str
    words: tuple[str, ...]


def inline() -> Iterator[Said]:
    """Yield the commands that stand in sentences and tables."""
    for page in pages():
        prose = re.sub(r"^( *)```.*?^\1```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
        for command in _INLINE.findall(prose):
            yield Said(page.name, tuple(command.split()))


def test_every_block_is_in_a_language_and_on_a_page_whose_blocks_are_run() -> None:
    for page in pages():
        for language in languages(page):
            assert language in {*SHELL, ""} or (page.name, language) in RUN, (page.name, language)


@pytest.mark.parametrize("test", sorted(set(RUN.values())))
def test_the_test_that_runs_blocks_is_there(test: str) -> None:
    assert (ROOT / test).is_file()


def test_blocks_without_a_language_are_few_and_known() -> None:
    found = {page.name: list(languages(page)).count("") for page in pages()}
    assert {name: count for name, count in found.items() if count} == OUTPUTS


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_what_a_shell_block_calls_is_there(page: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for words in _typed(page):
        match words:
            case ["make", target, *_]:
                assert target in targets
            case ["python", "-m", module, *_]:
                assert find_spec(module) is not None
            case [program, *_]:
                assert program.rpartition("/")[2] in {"tabletop", *TOOLS}, words
            case _:
                pytest.fail(f"an empty line in a shell block of {page.name}")


def _typed(page: Path) -> Iterator[list[str]]:
    for block in (*blocks(page, "sh"), *blocks(page, "console")):
        lines = block.replace("\\\n", " ").splitlines()
        prompted = [line[2:] for line in lines if line.startswith("$ ")]
        yield from (shlex.split(line, comments=True) for line in prompted or lines)


@pytest.mark.parametrize("said", list(inline()), ids=lambda said: " ".join(said.words))
def test_a_command_in_a_sentence_is_one_that_there_is(said: Said) -> None:
    match said.words:
        case ["make", target, *_]:
            assert f"\n{target}:" in (ROOT / "Makefile").read_text("utf-8")
        case ["python", "-m", module, *_]:
            assert find_spec(module) is not None
        case ["tabletop", name, *rest] if name not in {"--help", "COMMAND"}:
            command = tabletop.get_command(click.Context(tabletop), name)
            assert command is not None, said
            known = {option for each in command.params for option in (*each.opts, *each.secondary_opts)}
            assert {word for word in rest if word.startswith("--")} <= known | {"--help"}, said


def test_the_links_that_exchange_shows_join_partners_of_the_shipped_exercise(tmp_path: Path) -> None:
    (block,) = blocks(DOCS / "exchange.md", "yaml")
    shipped = (ROOT / "scenarios" / "kumanovo_cat.yaml").read_text("utf-8")
    told = "structures:\n" + block.partition("\n")[2] + "\n"
    (tmp_path / "town.yaml").write_text(shipped.replace("structures:\n", told, 1), "utf-8")
    (tmp_path / "partners.csv").write_text(blocks(DOCS / "exchange.md", "csv")[-1] + "\n", "utf-8")
    assert check(tmp_path / "town.yaml") == ()
    scenario = load(tmp_path / "town.yaml")
    assert len(network(scenario, "partners").ways) > 2
    assert run(scenario, "partners").journal


@pytest.mark.parametrize("page", [README, ROOT / "CONTRIBUTING.md", *pages()[1:]], ids=lambda page: page.name)
def test_every_link_to_a_file_of_ours_leads_to_one(page: Path) -> None:
    """Those below generated/ are there when the site is built, which says so itself when one is missing."""
    text = re.sub(r"^( *)```.*?^\1```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text)]
    ours = [link for link in links if link and "://" not in link and "generated/" not in link]
    assert [link for link in ours if not (page.parent / link).exists()] == []
