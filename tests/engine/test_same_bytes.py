"""The same scenario and seed give the same bytes, whatever the process, its hashing, its time zone and its language."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest

from tabletop.debrief import html, markdown, provenance, view
from tabletop.engine import run
from tabletop.reading import load
from tests.engine.stories import written
from tests.source import ROOT

PLAYED = (
    ("kumanovo_cat", ("cat", "hub", "chain", "everyone")),
    (str(ROOT / "tests" / "scenarios" / "sample.yaml"), ("team", "hub", "chain", "everyone")),
)

PROGRAM = """
from dataclasses import replace
from hashlib import sha256
from tabletop.debrief import html, markdown, provenance, view
from tabletop.debrief.writing import journal_lines
from tabletop.engine import run
from tabletop.reading import load
for name, structures in {played!r}:
    for structure in structures:
        record = run(load(name), structure, seed=5)
        print(structure, sha256("".join(journal_lines(record.journal)).encode()).hexdigest())
    # The version is that of what is installed there.
    origin = replace(provenance(record, reruns=0, command=""), version="")
    seen = view(record, reruns=None, gains=None, provenance=origin)
    for page in (html, markdown):
        print(page.__name__, sha256(page.render(seen).encode()).hexdigest())
"""


@cache
def here() -> str:
    """Return what the program prints, found in this very process."""
    lines: list[str] = []
    for name, structures in PLAYED:
        records = [run(load(name), structure, seed=5) for structure in structures]
        lines += [f"{each.structure} {sha256(written(each)).hexdigest()}\n" for each in records]
        origin = replace(provenance(records[-1], reruns=0, command=""), version="")
        seen = view(records[-1], reruns=None, gains=None, provenance=origin)
        lines += [
            f"{page.__name__} {sha256(page.render(seen).encode()).hexdigest()}\n" for page in (html, markdown)
        ]
    return "".join(lines)


def elsewhere(python: str, **environment: str) -> str:
    """Return what another process prints."""
    done = subprocess.run(
        [python, "-c", PROGRAM.format(played=PLAYED)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "0", "TZ": "Asia/Amman", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "1", "TZ": "America/New_York", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "random", "TZ": "Asia/Amman", "LC_ALL": "C.UTF-8"},
    ],
    ids=lambda environment: " ".join(environment.values()),
)
def test_another_process_writes_the_same_bytes(environment: dict[str, str]) -> None:
    assert elsewhere(sys.executable, **environment) == here()


@pytest.mark.slow
@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13"])
def test_another_python_writes_the_same_bytes(version: str, tmp_path: Path) -> None:
    assert elsewhere(str(_python_with_tabletop(version, tmp_path))) == here()


def _python_with_tabletop(version: str, folder: Path) -> Path:
    """Return a Python of this version with what tabletop needs, in an environment of its own."""
    if version == f"{sys.version_info.major}.{sys.version_info.minor}":
        pytest.skip("this is the Python that the tests run on")
    found = _python(version)
    if found is None:
        pytest.skip(f"there is no Python {version} here")
    subprocess.run([found, "-m", "venv", str(folder)], check=True)
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    installed = subprocess.run(
        [
            python,
            "-m",
            "pip",
            "install",
            "-q",
            "simpy>=4.1",
            "pyyaml>=6.0.2",
            "pydantic>=2.9",
            "tzdata",
            "jinja2>=3.1.6",
            "babel>=2.16",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    if installed.returncode:
        pytest.skip(
            f"what tabletop needs cannot be installed for Python {version}: {installed.stderr[-200:]}"
        )
    return python


def _python(version: str) -> str | None:
    """Return a Python of this version, from the path or from where pyenv keeps them."""
    at_hand = shutil.which(f"python{version}")
    kept = (Path.home() / ".pyenv" / "versions").glob(f"{version}.*/bin/python{version}")
    found = [*([at_hand] if at_hand else []), *map(str, sorted(kept))]
    return next((python for python in found if _works(python)), None)


def _works(python: str) -> bool:
    """Whether it is a Python and not the name of one that is not there."""
    return subprocess.run([python, "--version"], capture_output=True, check=False).returncode == 0
