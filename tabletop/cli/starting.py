"""The door of the command line: whoever turns round on the threshold is let go with a word.

Loading what reads the arguments takes a moment; Ctrl-C in that moment ends as it does later.
"""

from __future__ import annotations

import sys

INTERRUPTED = 130
"""Exit code after Ctrl-C: 128 and the number of the signal, as shells expect it."""


def main() -> None:
    """Run the command line with the arguments of this process, and end the process."""
    try:
        from tabletop.cli import group
    except KeyboardInterrupt:
        sys.stderr.write("Interrupted.\n")
        sys.exit(INTERRUPTED)
    group.main()
