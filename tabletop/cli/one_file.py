"""One file, written as a whole or not at all: like a letter that is handed over sealed."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from tabletop.errors import OutputError


def write_one(path: Path, content: str | bytes, *, force: bool) -> None:
    """Write a file through another beside it, which then takes its name; what is there is replaced only with `force`.

    Raises OutputError, in one line, when it refuses or when the disk does.
    """
    try:
        if path.is_dir() or (path.exists() and not force):
            remedy = (
                "choose another name" if path.is_dir() else "choose another name, or replace it with --force"
            )
            message = f"{path} is there already; {remedy}"
            raise OutputError(message)
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(Path(os.path.realpath(path)), content.encode() if isinstance(content, str) else content)
    except OSError as error:
        message = f"cannot write {path}: {error.strerror or error}; nothing there was changed"
        raise OutputError(message) from error


def _write(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:100]}-", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(0o644)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
