"""Whether a finished folder is still as it was left, so that asking for the same again costs nothing.

Like the seal on an envelope: it is looked at, and when it is whole the envelope is not opened, written anew and sealed
again. A file that was touched, another language or another version of the report breaks it.
"""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tabletop.compare.batch.conduct import Conducted
from tabletop.compare.batch.design import written
from tabletop.compare.batch.folder import PROVENANCE
from tabletop.compare.batch.ledger import Ledger
from tabletop.compare.batch.writing import hash_of
from tabletop.resources import CATALOGUES, shipped

SEAL = "seal"
"""The heading under which the ledger says what the folder was left with."""

_REPORTERS = ("scipy", "pyarrow", "jinja2", "babel")
_WORDS = (".py", ".j2", ".css", ".mo")


def seal(ledger: Ledger, conducted: Conducted) -> None:
    """Write down with what the folder of a ledger was left; nothing where something had to be set aside."""
    if not conducted.aside:
        ledger.say({SEAL: _seal(ledger.path.parent, conducted)})


def sealed_files(ledger: Ledger, conducted: Conducted) -> tuple[str, ...]:
    """Return the files of a folder that is as it was left by the same question, in their order; none of any other."""
    folder = ledger.path.parent
    if conducted.aside or ledger.said(SEAL) != _seal(folder, conducted):
        return ()
    hashes = json.loads((folder / PROVENANCE).read_bytes())["files"]
    sound = all(hash_of(folder / name) == expected for name, expected in hashes.items())
    return tuple(hashes) if sound else ()


def _seal(folder: Path, conducted: Conducted) -> str:
    """Return what was asked, how often was played, who wrote the report, and the hash of the list of all files."""
    counts = list(conducted.counts.values())
    said = (written(conducted.plan.design), counts, _writer(), hash_of(folder / PROVENANCE))
    return sha256(json.dumps(said).encode()).hexdigest()


@cache
def _writer() -> str:
    """Return a hash of all that decides how a report looks: our code, templates and translations, and who helps."""
    found = sha256(json.dumps([_version(name) for name in _REPORTERS]).encode())
    for room in (CATALOGUES.parents[1], shipped("templates")):
        for path in sorted(each for each in room.rglob("*") if each.suffix in _WORDS):
            found.update(path.relative_to(room).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
