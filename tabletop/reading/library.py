"""Where scenarios come from: a file of one's own, or one of those that travel with tabletop.

`load("kumanovo_cat")` is a shipped scenario, `load("exercises/flood.yaml")` is the trainer's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tabletop.errors import UsageError
from tabletop.reading.limits import MOST_BYTES
from tabletop.reading.nearest import nearest
from tabletop.resources import shipped

SUFFIXES = (".yaml", ".yml")
"""The endings of scenario files."""


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of a scenario file."""

    id: str
    """The file's name without its ending."""
    name: str
    """The file as the person named it."""
    content: bytes
    """What is in it."""

    @property
    def sha256(self) -> str:
        """The hash of its bytes."""
        return sha256(self.content).hexdigest()


def shipped_ids() -> tuple[str, ...]:
    """Return the ids of the shipped scenarios, sorted."""
    return tuple(sorted(path.stem for path in shipped("scenarios").glob("*.yaml")))


def find_source(name: str | Path) -> Source:
    """Return a scenario file by its path, or a shipped one by its id (`classic/mm1` for one in a folder).

    Raises UsageError when there is neither, or the file cannot be read.
    """
    path = Path(name)
    if path.suffix not in SUFFIXES and not path.is_file():
        path = _shipped_path(str(name))
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        msg = f"cannot read {str(name)!r}: {reason}"
        raise UsageError(msg) from error
    return Source(path.stem, str(name) if path == Path(name) else f"{path.stem}.yaml", content)


def _shipped_path(name: str) -> Path:
    folder = shipped("scenarios")
    known = {
        path.relative_to(folder).with_suffix("").as_posix(): path for path in sorted(folder.rglob("*.yaml"))
    }
    if name in known:
        return known[name]
    meant = nearest(name, known)
    remedy = f"did you mean {meant!r}?" if meant else f"shipped are {', '.join(shipped_ids())}"
    msg = f"there is no file and no shipped scenario {name!r}; {remedy}"
    raise UsageError(msg)
