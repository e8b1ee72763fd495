"""However tabletop is installed, its scenarios and templates come along."""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.source import ROOT

SHIPPED = ("scenarios", "templates")
PARTS = ("setup.cfg", "pyproject.toml", "README.md", "LICENSE", "tabletop", *SHIPPED)

FOUND = """
from pathlib import Path
import tabletop
from tabletop.resources import shipped
folders = {name: shipped(name) for name in ("scenarios", "templates")}
for name, folder in {**folders, "tabletop": Path(tabletop.__file__).parent}.items():
    for path in sorted(folder.rglob("*")):
        inner = path.relative_to(folder)
        beside = name == "tabletop" and inner.parts[0] in folders
        if path.is_file() and path.suffix not in {".pyc", ".po", ".pot"} and not beside:
            print(f"{name}/{inner.as_posix()}")
"""
"""Prints every file of an installed tabletop but those that only translators need."""

pytestmark = pytest.mark.slow


def run(*command: str | Path, at: Path) -> str:
    done = subprocess.run(command, cwd=at, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def expected() -> list[str]:
    files = (path for name in (*SHIPPED, "tabletop") for path in sorted((ROOT / name).rglob("*")))
    unread = {".pyc", ".po", ".pot"}
    return [
        path.relative_to(ROOT).as_posix() for path in files if path.is_file() and path.suffix not in unread
    ]


def fresh_environment(folder: Path) -> Path:
    """Make an environment with nothing in it, and return its Python."""
    venv.create(folder, with_pip=True)
    return folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder from which the checkout cannot be seen by chance."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return folder


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what is needed to build, as a fresh clone has it."""
    clone = tmp_path / "clone"
    clone.mkdir()
    for name in PARTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, clone / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, clone / name)
    return clone


@pytest.mark.parametrize("archive", ["wheel", "sdist"])
def test_an_archive_brings_the_shipped_files(archive: str, checkout: Path, elsewhere: Path) -> None:
    run(sys.executable, "-m", "build", f"--{archive}", "--outdir", elsewhere, checkout, at=elsewhere)
    (built,) = elsewhere.iterdir()
    python = fresh_environment(elsewhere / "venv")
    run(python, "-m", "pip", "install", "--no-deps", built, at=elsewhere)
    assert run(python, "-c", FOUND, at=elsewhere).split("\n")[:-1] == expected()


def test_an_editable_install_sees_the_files_of_the_checkout(checkout: Path, elsewhere: Path) -> None:
    """The way of the Makefile, also from a folder in which the checkout itself is called tabletop."""
    named = checkout.rename(checkout.with_name("tabletop"))
    python = fresh_environment(elsewhere / "venv")
    compat = ("--config-settings", "editable_mode=compat")
    run(python, "-m", "pip", "install", "--no-deps", "--editable", named, *compat, at=elsewhere)
    for place in (elsewhere, named.parent):
        assert run(python, "-c", FOUND, at=place).split("\n")[:-1] == expected()


def test_a_bare_checkout_needs_no_install(checkout: Path) -> None:
    assert run(sys.executable, "-c", FOUND, at=checkout).split("\n")[:-1] == expected()


def test_a_wheel_with_its_dependencies_lists_and_checks_its_scenarios(
    checkout: Path, elsewhere: Path
) -> None:
    python = fresh_environment(elsewhere / "venv")
    run(python, "-m", "pip", "install", checkout, at=elsewhere)
    assert "kumanovo_cat" in run(python, "-m", "tabletop", "list", at=elsewhere)
    run(python, "-m", "tabletop", "check", "kumanovo_cat", at=elsewhere)
    for name in ("first_steps", "kenya_cef"):
        run(python, "-m", "tabletop", "run", name, "--replications", "1", "--out", name, at=elsewhere)
        assert (elsewhere / name / "debrief.html").stat().st_size > 10_000
