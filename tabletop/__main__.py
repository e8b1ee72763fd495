"""`python -m tabletop`, the same as the command `tabletop`: for a checkout that was never installed."""

from __future__ import annotations

from tabletop.cli import main

if __name__ == "__main__":
    main()
