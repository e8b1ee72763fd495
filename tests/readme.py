"""The README with what tabletop really says in it: like a photograph on a package, retaken when the contents change.

`python -m tests.readme` writes it; `tests/test_readme.py` says when that is due.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
_WIDTH = "100"
"""Columns of the terminal in the photograph."""

_RUN = re.compile(r"(?<=\$ tabletop run kumanovo_cat --out demo-run\n).*?\n(?=```)", re.DOTALL)
_OPTIONS = re.compile(r"Options:\n  --structure.*?\n(?=```)", re.DOTALL)
_NOTEBOOK = re.compile(r"```python\n(.*?)```\n\n```\n(.*?)```", re.DOTALL)


def with_real_output(text: str) -> str:
    """Return the README's text with the output of its run, its options and its notebook as they are now."""
    notebook = _NOTEBOOK.search(text)
    if notebook is None:
        message = "the README has no notebook with its output"
        raise ValueError(message)
    said = _said("-c", notebook[1])
    text = text[: notebook.start(2)] + said + text[notebook.end(2) :]
    options = _said("-m", "tabletop", "run", "--help")
    run = _said("-m", "tabletop", "run", "kumanovo_cat", "--out", "demo-run")
    text = _OPTIONS.sub(lambda _: options[options.index("Options:") :], text)
    return _RUN.sub(lambda _: run, text)


def _said(*arguments: str) -> str:
    """Return what Python prints with these arguments, in a folder of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": _WIDTH, "NO_COLOR": "1"}
    with TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
    return done.stdout


if __name__ == "__main__":
    README.write_text(with_real_output(README.read_text("utf-8")), "utf-8")
