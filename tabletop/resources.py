"""The files that travel with tabletop: like the box of forms a trainer takes along to every exercise."""

from __future__ import annotations

from functools import cache
from pathlib import Path

VERSION = "0.1.0"
"""The one place where the version is written; the build reads it from here."""

_PACKAGE = Path(__file__).resolve().parent


ENGLISH = "en"
"""The language in which our words stand in the code; it needs no catalogue."""

CATALOGUES = _PACKAGE / "debrief" / "locale"
"""The folder of the catalogues, one folder in it for each other language."""


@cache
def languages(folder: Path = CATALOGUES) -> tuple[str, ...]:
    """The languages in which tabletop writes: English, and one for each catalogue."""
    found = (each.parent.parent.name for each in folder.glob("*/LC_MESSAGES/tabletop.mo"))
    return (ENGLISH, *sorted(found))


def version() -> str:
    """The version of tabletop that is running, as it stands in the provenance of every file written."""
    return VERSION


def shipped(name: str) -> Path:
    """The folder of shipped files called `name`: `scenarios` or `templates`.

    An installed wheel carries it inside the package; a checkout or an editable install has it beside the
    package. Raises FileNotFoundError when neither is there, which means that the installation is broken.
    """
    for folder in (_PACKAGE / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    message = f"tabletop's own folder {name!r} is missing beside {_PACKAGE}: install tabletop again"
    raise FileNotFoundError(message)


ROOMS_THAT_DECIDE = ("barriers", "engine", "measures", "model", "reading", "structures")
"""The rooms whose code decides what comes of an exercise; the others only ask and tell."""


@cache
def fingerprint() -> str:
    """Twelve letters that change whenever code changes by which an exercise could come out otherwise.

    Kept beside the version, so that results of one state of a checkout are never taken for those of another.
    """
    from hashlib import sha256  # only comparisons ask; every command would pay for it

    found = sha256()
    for room in ROOMS_THAT_DECIDE:
        for path in sorted((_PACKAGE / room).rglob("*.py")):
            found.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()[:12]
