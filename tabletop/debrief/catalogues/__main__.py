"""`python -m tabletop.debrief.catalogues`: gather every sentence, bring the catalogues up to date, say what is wrong.

With the tag of a language behind it, `pt` or `zh-TW`, it begins that language's catalogue.
"""

from __future__ import annotations

import sys

from tabletop.debrief.catalogues.files import (
    as_compiled,
    as_source,
    brought_up,
    compiled_of,
    read_catalogue,
    source_of,
    tags,
    template_of,
)
from tabletop.debrief.catalogues.flaws import flaws
from tabletop.debrief.catalogues.gathering import gathered


def main(begun: list[str]) -> int:
    """Write all catalogues, and return 1 when one of them cannot be used yet."""
    words = gathered()
    template_of().parent.mkdir(exist_ok=True)
    template_of().write_bytes(as_source(words))
    found = 0
    for tag in dict.fromkeys((*tags(), *begun)):
        catalogue = brought_up(read_catalogue(tag), gathered())
        source_of(tag).parent.mkdir(parents=True, exist_ok=True)
        source_of(tag).write_bytes(as_source(catalogue))
        compiled_of(tag).write_bytes(as_compiled(catalogue))
        wrong = flaws(catalogue)
        found += len(wrong)
        print(f"{tag}: {len(catalogue)} sentences, {len(wrong)} flaws")  # noqa: T201 - a maintainer's command
        for each in wrong:
            print(f"  {each.words!r} {each.what}")  # noqa: T201 - as above
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
