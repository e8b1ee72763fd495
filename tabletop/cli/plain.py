"""Text made safe to show: like reading a stranger's letter aloud without obeying what it says."""

from __future__ import annotations

_CONTROLS = (*range(32), *range(127, 160))
_KEPT = "\n\t"
_VISIBLE = {code: repr(chr(code))[1:-1] for code in _CONTROLS if chr(code) not in _KEPT}


def plain(text: str) -> str:
    r"""The text with control characters written out, such as `\x1b`, so that no scenario steers a terminal.

    Line ends, tabs and the invisible marks that Arabic and Persian need stay as they are.
    """
    return text.translate(_VISIBLE)
