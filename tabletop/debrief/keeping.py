"""The folder that a run leaves, read back: like a closed file taken from the shelf, complete enough to write from.

It holds the scenario as it was read, the journal, and what came of the re-runs; nothing is played again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from tabletop.compare.gains import Change, Gain
from tabletop.compare.helping import Help
from tabletop.compare.usually import Usual
from tabletop.debrief.conduct import Conduct
from tabletop.debrief.provenance import Provenance
from tabletop.debrief.tally import tally_kept
from tabletop.errors import UsageError
from tabletop.measures.expectations import Outcome
from tabletop.model.journal import ENTRY_TYPES, Entry, Journal
from tabletop.model.record import Record
from tabletop.reading import Source, read
from tabletop.reading.library import source_in

SCENARIO, JOURNAL, STAMP = "scenario.yaml", "journal.jsonl", "exercise.json"
"""The files of a run folder from which a debrief is made."""


def is_run_folder(path: Path) -> bool:
    """Tell whether a path is a folder that a run left."""
    return path.is_dir() and (path / STAMP).is_file()


def kept(folder: Path, *, language: str = "") -> Conduct:
    """Return the conduct that a run folder keeps, the scenario's texts in a language where it has them.

    Raises UsageError when a file is missing, was left half by somebody, or is of another exercise than the others.
    """
    try:
        document = json.loads((folder / STAMP).read_bytes())
        origin = _provenance(document["provenance"])
        source = _source(folder, origin)
        words = read(source, interventions=origin.interventions, language=language)
        journal = _journal(_unchanged(folder / JOURNAL, document["journal"]["sha256"]))
        record = Record(words, origin.structure, origin.seed, origin.replication, journal)
        usual = tuple(_usual(each) for each in document.get("usually") or ())
        return Conduct(record, tally_kept(document["reruns"]), _help(document["helped"]), usual, origin)
    except OSError as error:
        msg = f"{folder} is no whole run folder: {Path(error.filename or '').name or error}: {error.strerror}"
        raise UsageError(msg) from error
    except (ValueError, KeyError, TypeError) as error:
        msg = f"{folder} cannot be read as a run folder ({type(error).__name__}: {error}); run the scenario again"
        raise UsageError(msg) from error


def _source(folder: Path, origin: Provenance) -> Source:
    """Return the scenario that lies in the folder; raises UsageError when it is not the one that was played."""
    content = (folder / SCENARIO).read_bytes()
    source = source_in(folder, content, id_=origin.scenario, name=str(folder / SCENARIO))
    if source.sha256 != origin.sha256:
        msg = f"{folder / SCENARIO} was changed since the exercise was played; run the scenario again"
        raise UsageError(msg)
    return source


def _provenance(document: Mapping[str, Any]) -> Provenance:
    return Provenance(**{key: _tuples(value) for key, value in document.items()})


def _journal(text: str) -> Journal:
    return tuple(_entry(json.loads(line)) for line in text.splitlines())


def _unchanged(path: Path, hash_: str) -> str:
    """Return what a file holds; raises UsageError when it is not what the run left there."""
    content = path.read_bytes()
    if sha256(content).hexdigest() != hash_:
        msg = f"{path} is not as the run left it, cut short or changed; run the scenario again"
        raise UsageError(msg)
    return content.decode()


def _entry(line: dict[str, Any]) -> Entry:
    type_ = ENTRY_TYPES[line.pop("entry")]
    return type_(**{key: _tuples(value) for key, value in line.items()})


def _tuples(value: object) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return what JSON knows as lists as tuples, however deep."""
    return tuple(_tuples(each) for each in value) if isinstance(value, list) else value


def _help(document: Mapping[str, Any] | None) -> Help | None:
    if document is None:
        return None
    barriers, interventions = (
        tuple(_gain(each) for each in document[key]) for key in ("barriers", "interventions")
    )
    return Help(barriers, interventions)


def _gain(document: Mapping[str, Any]) -> Gain:
    together = document["together"]
    return Gain(
        tuple(document["what"]),
        tuple(_change(each) for each in document["changes"]),
        {name: tuple(pair) for name, pair in document["measures"].items()},
        tuple(document["instead"]),
        None if together is None else _gain(together),
    )


def _change(document: Mapping[str, Any]) -> Change:
    before, after = Outcome(**document["before"]), Outcome(**document["after"])
    return Change(document["expectation"], before, after, document["sooner"])


def _usual(document: Mapping[str, Any]) -> Usual:
    return Usual(**{key: _tuples(value) for key, value in document.items()})
