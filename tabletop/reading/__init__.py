"""From text to a scenario: like the colleague who reads a draft and marks every slip in its margin before it is used."""

from tabletop.reading.library import Source, find_source, shipped_ids
from tabletop.reading.scenarios import check, checked, examined, load, read, variants

__all__ = ["Source", "check", "checked", "examined", "find_source", "load", "read", "shipped_ids", "variants"]
