"""The shape of the code itself: rooms know only what lies below them, and nothing grows beyond a page."""

from __future__ import annotations

import re
import statistics
from configparser import ConfigParser

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.source import PACKAGE, ROOT, Measured, module, modules

MOST_LINES_OF_A_MODULE = 300
USUAL_LINES_OF_A_MODULE = 100
MOST_LINES_OF_A_FUNCTION = 40
USUAL_LINES_OF_A_FUNCTION = 20
DEEPEST = 3
MOST_POSITIONAL = 3


def functions() -> tuple[Measured, ...]:
    return tuple(each for module in modules() for each in module.functions)


def test_every_import_contract_of_setup_cfg_is_kept() -> None:
    assert lint_imports(config_filename=str(ROOT / "setup.cfg"), no_cache=True) == EXIT_STATUS_SUCCESS


def test_no_module_is_longer_than_300_lines_of_code() -> None:
    assert [each.name for each in modules() if each.lines > MOST_LINES_OF_A_MODULE] == []


def test_half_of_the_modules_have_at_most_100_lines_of_code() -> None:
    assert statistics.median(each.lines for each in modules()) <= USUAL_LINES_OF_A_MODULE


def test_no_function_is_longer_than_40_lines_of_code() -> None:
    assert [each.name for each in functions() if each.lines > MOST_LINES_OF_A_FUNCTION] == []


def test_nineteen_functions_in_twenty_have_at_most_20_lines_of_code() -> None:
    long = [each.name for each in functions() if each.lines > USUAL_LINES_OF_A_FUNCTION]
    assert len(long) <= len(functions()) / 20, long


def test_no_blocks_are_nested_deeper_than_three() -> None:
    assert [each.name for each in functions() if each.depth > DEEPEST] == []


def test_no_function_takes_more_than_three_parameters_by_position() -> None:
    assert [each.name for each in functions() if each.positional > MOST_POSITIONAL] == []


def test_no_function_takes_open_keywords() -> None:
    """But pydantic's hook, whose signature is pydantic's."""
    names = [each.name for each in functions() if each.open_keywords]
    assert [name for name in names if not name.endswith("__pydantic_init_subclass__")] == []


def test_every_public_class_is_in_the_glossary() -> None:
    """The command line's own classes are no words of the trade."""
    glossary = _words((ROOT / "docs" / "glossary.md").read_text("utf-8"))
    rooms = (each for each in modules() if not each.name.startswith("cli/"))
    nouns = {noun: f"{each.name} {noun}" for each in rooms for noun in each.classes}
    assert [place for noun, place in nouns.items() if not _spoken(noun, glossary)] == []


def test_setup_cfg_lists_every_package() -> None:
    listed = ConfigParser()
    listed.read(ROOT / "setup.cfg", "utf-8")
    rooms = {path.parent.relative_to(ROOT) for path in PACKAGE.rglob("__init__.py")}
    shipped = {"tabletop.scenarios", "tabletop.templates"}
    assert set(listed["options"]["packages"].split()) == {".".join(room.parts) for room in rooms} | shipped


def test_the_measure_leaves_out_prose_and_counts_what_is_nested() -> None:
    text = '''"""Prose."""
# a reason
class Desk:
    """Prose."""
    staff: int
    """Prose
    over two lines."""
    def work(self, a, /, b, *, c, **d):
        """Prose."""

        if a:
            for each in b:
                c(each)
        elif b:
            c()
'''
    work = Measured(name="desk.py:8 work", lines=5, depth=2, positional=2, open_keywords=True)
    measured = module(text, "desk.py")
    assert (measured.lines, measured.functions, measured.classes) == (8, (work,), ("Desk",))


def _spoken(noun: str, glossary: str) -> bool:
    """Whether the glossary has the noun as whole words, in the singular or the plural."""
    return re.search(rf"\b{_words(noun)}s?\b", glossary) is not None


def _words(text: str) -> str:
    """Words in lower case with single spaces: `LegalGate`, `legal_gate` and "legal gate" are the same."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    return " ".join(re.findall(r"[a-z]+", apart.lower()))
