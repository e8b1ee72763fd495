"""`python -m validation`: play all experiments, keep the figures and write docs/validation.md."""

from __future__ import annotations

import argparse
import sys
import time

from validation.page import PAGE, written
from validation.playing import keep, kept, play
from validation.registry import EXPERIMENTS


def main() -> int:
    """Play what is asked for and write the page; 1 when a figure does not agree."""
    parser = argparse.ArgumentParser(prog="python -m validation", description=__doc__)
    parser.add_argument(
        "only", nargs="*", metavar="EXPERIMENT", help=f"only these of {', '.join(EXPERIMENTS)}"
    )
    asked = parser.parse_args().only or list(EXPERIMENTS)
    unknown = [id_ for id_ in asked if id_ not in EXPERIMENTS]
    if unknown:
        parser.error(f"there is no experiment {unknown[0]!r}")
    begun = time.monotonic()
    figures = play(EXPERIMENTS[id_] for id_ in asked)
    before = {} if len(asked) == len(EXPERIMENTS) else kept()
    keep({id_: {**before, **figures}[id_] for id_ in EXPERIMENTS})
    PAGE.write_text(written(kept()), "utf-8")
    return _told([id_ for id_ in asked if not _agrees(id_)], len(asked), time.monotonic() - begun)


def _agrees(id_: str) -> bool:
    return all(
        found.agrees_with(reference)
        for reference, found in zip(EXPERIMENTS[id_].references, kept()[id_], strict=True)
    )


def _told(failed: list[str], number: int, seconds: float) -> int:
    print(f"{number - len(failed)} of {number} experiments agree, in {seconds:.0f} s: {PAGE}")
    for id_ in failed:
        print(f"does not agree: {id_}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
