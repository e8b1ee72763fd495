"""Files that take the place of older ones all at once, each whole: like swapping signs at night.

When the disk is full at the fourth file, the three before it are taken back and the folder is as it was.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import IO

from tabletop.errors import OutputError

Writer = Callable[[IO[bytes]], None]
"""Writes what a file is to hold."""

PART = ".part"
"""The ending of a file that is not whole yet."""


def pieces(texts: Iterable[str]) -> Writer:
    """Return the writer of a text that comes piece by piece."""
    return partial(_write_pieces, texts)


def write_all(folder: Path, contents: Mapping[str, Writer]) -> dict[str, str]:
    """Write files into a folder, whole or not at all, and return the hash of each by its name.

    Names may lead into folders below. Raises OutputError in one line when the disk refuses; nothing is changed then.
    """
    parts: list[Path] = []
    try:
        for name, writer in contents.items():
            path = folder / name
            with _saying_why(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                parts.append(path.with_name(path.name + PART))
                _write(parts[-1], writer)
        hashes = {name: _hash(part) for name, part in zip(contents, parts, strict=True)}
        for name, part in zip(contents, parts, strict=True):
            with _saying_why(folder / name):
                part.replace(folder / name)
    finally:
        for part in parts:
            part.unlink(missing_ok=True)
    return hashes


def hash_of(path: Path) -> str | None:
    """Return the hash of a file; None when it is not there."""
    return _hash(path) if path.is_file() else None


@contextmanager
def _saying_why(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        message = f"cannot write {path}: {error.strerror or error}; what was played is kept"
        raise OutputError(message) from error


def _write(path: Path, writer: Writer) -> None:
    with path.open("wb") as file:
        writer(file)
        file.flush()
        os.fsync(file.fileno())


def _write_pieces(texts: Iterable[str], file: IO[bytes]) -> None:
    for text in texts:
        file.write(text.encode())


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        found = sha256()
        while block := file.read(1 << 20):
            found.update(block)
    return found.hexdigest()
