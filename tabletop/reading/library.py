"""Where scenarios come from: a file of one's own, or one of those that travel with tabletop.

`load("kumanovo_cat")` is a shipped scenario, `load("exercises/flood.yaml")` is the trainer's own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tabletop.errors import UsageError
from tabletop.model.words import ID_PATTERN
from tabletop.reading.gathering import said
from tabletop.reading.limits import MOST_BYTES
from tabletop.reading.nearest import nearest
from tabletop.reading.neighbours import Neighbour, neighbours_of
from tabletop.reading.uses import used_by
from tabletop.resources import shipped

SUFFIXES = (".yaml", ".yml")
"""The endings of scenario files."""

_MOST_LETTERS = 63


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of a scenario file."""

    id: str
    """The file's name without its ending, in the letters of an id."""
    name: str
    """The file as the person named it."""
    content: bytes
    """What is in it."""
    beside: tuple[Neighbour, ...] = ()
    """The files beside it that it names."""
    used: tuple[Neighbour, ...] = ()
    """The files of which it uses the parts."""

    @property
    def sha256(self) -> str:
        """The hash of its bytes, and of those of the files that it names."""
        whole = sha256(self.content)
        for neighbour in (*self.beside, *self.used):
            whole.update(sha256(neighbour.content).digest())
        return whole.hexdigest()


def shipped_ids() -> tuple[str, ...]:
    """Return the ids of the shipped scenarios, sorted."""
    return tuple(sorted(path.stem for path in shipped("scenarios").glob("*.yaml")))


def find_source(name: str | Path) -> Source:
    """Return a scenario file by its path, or a shipped one by its id (`classic/mm1` for one in a folder).

    Raises UsageError when there is neither, or the file cannot be read.
    """
    path = Path(name)
    try:
        if not path.is_file() and (path.suffix not in SUFFIXES or path.exists()):
            path = _shipped_path(str(name))
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        msg = f"cannot read {said(str(name))}: {reason}"
        raise UsageError(msg) from error
    shown = str(name) if path == Path(name) else f"{path.stem}.yaml"
    return source_in(path.parent, content, id_=_id(path.stem), name=shown)


def source_in(folder: Path, content: bytes, *, id_: str, name: str) -> Source:
    """Return a scenario of these bytes that lies in a folder, with the files there that it names."""
    return Source(id_, name, content, neighbours_of(content, folder), used_by(content, folder))


def _id(stem: str) -> str:
    """Return a file's name as an id, since it becomes the name of other files: `Flood 2026` is `flood_2026`."""
    if re.fullmatch(ID_PATTERN, stem):
        return stem
    plain = re.sub(r"[^a-z0-9]+", "_", stem.lower()).strip("_")[:_MOST_LETTERS]
    return plain if re.fullmatch(ID_PATTERN, plain) else f"scenario_{plain}".strip("_")[:_MOST_LETTERS]


def _shipped_path(name: str) -> Path:
    folder = shipped("scenarios")
    known = {
        path.relative_to(folder).with_suffix("").as_posix(): path for path in sorted(folder.rglob("*.yaml"))
    }
    if name in known:
        return known[name]
    if Path(name).exists():
        msg = f"{said(name)} is not a regular file; give a scenario file, or the id of a shipped scenario"
        raise UsageError(msg)
    meant = nearest(name, known)
    remedy = f"did you mean {meant!r}?" if meant else f"shipped are {', '.join(shipped_ids())}"
    msg = f"there is no file and no shipped scenario {said(name)}; {remedy}"
    raise UsageError(msg)
