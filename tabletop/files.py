"""Files that are written all together or not at all: like a folder handed over closed, never page by page.

A run writes five files into `demo-run`; when the disk is full at the fourth, `demo-run` is as it was before.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tabletop.errors import OutputError

Content = str | bytes | Iterable[str]
"""What a file is to hold; a long one may come piece by piece."""

STAMP = "exercise.json"
"""The file that says which exercise a folder holds, under the key `exercise`."""


def write_together(
    folder: Path, contents: Mapping[str, Content], *, force: bool, own: Collection[str] = ()
) -> tuple[Path, ...]:
    """Write the files into the folder, all of them or none, and return where they stand.

    Everything goes into a new folder beside it first, which then takes its place. A folder that holds another
    exercise is replaced only with `force`, one that holds anything else never; `own` are names of files that the same
    work leaves when it is asked for in another form, and that `force` replaces too. Raises OutputError, in one line,
    when it refuses or when the disk does.
    """
    target = Path(os.path.realpath(folder))
    with _saying_why(folder):
        _refuse_others(target, contents, force=force, own=own)
        target.parent.mkdir(parents=True, exist_ok=True)
        with _beside(target) as fresh:
            for name, content in contents.items():
                _write(fresh / name, content)
            _sync(fresh)
            # Somebody else may have written there meanwhile.
            _refuse_others(target, contents, force=force, own=own)
            _take_place(fresh, target)
    return tuple(folder / name for name in contents)


@contextmanager
def _saying_why(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        message = f"cannot write {folder}: {error.strerror or error}; nothing there was changed"
        raise OutputError(message) from error


def _refuse_others(
    target: Path, contents: Mapping[str, Content], *, force: bool, own: Collection[str]
) -> None:
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        message = f"{target} is not a folder; choose another with --out"
        raise OutputError(message)
    found = sorted(entry.name for entry in target.iterdir()) if target.exists() else []
    others = [name for name in found if name not in contents]
    foreign = [name for name in others if name not in own]
    if foreign:
        message = f"{target} holds other files ({foreign[0]}); choose a folder of its own with --out"
        raise OutputError(message)
    if force or not found:
        return
    if others:
        message = f"{target} holds the same in another form ({others[0]}); replace it with --force"
        raise OutputError(message)
    if _exercise(target / STAMP) != _exercise_of(contents.get(STAMP)):
        message = (
            f"{target} holds another exercise; choose another folder with --out, or replace it with --force"
        )
        raise OutputError(message)


def _exercise(stamp: Path) -> object:
    return _exercise_of(stamp.read_bytes()) if stamp.is_file() else None


def _exercise_of(content: Content | None) -> object:
    """Which exercise a stamp speaks of; None for anything that is no stamp."""
    if not isinstance(content, str | bytes):
        return None
    try:
        said = json.loads(content)
    except ValueError:
        return None
    return said.get("exercise") if isinstance(said, dict) else None


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A new folder next to the target, gone at the end unless it took the target's place."""
    fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _write(path: Path, content: Content) -> None:
    pieces = (content,) if isinstance(content, str | bytes) else content
    with path.open("wb") as file:
        for piece in pieces:
            file.write(piece.encode() if isinstance(piece, str) else piece)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """See to it that the names of the files are on the disk too, and that the folder can be read like any other."""
    folder.chmod(0o755)
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _take_place(fresh: Path, target: Path) -> None:
    if not target.exists():
        fresh.rename(target)
        return
    with _beside(target) as attic:
        old = attic / target.name
        target.rename(old)
        try:
            fresh.rename(target)
        except BaseException:
            old.rename(target)
            raise
