"""Files in other encodings, and bytes that are no text."""

from __future__ import annotations

from tests.reading.hostile.city import Case, city

CASES = (
    Case(
        "a file saved as UTF-16 with its mark",
        city().encode("utf-16"),
        ("city.yaml:1:1: this file is in UTF-16, and only UTF-8 is read (save it as UTF-8)",),
    ),
    Case(
        "a file saved as UTF-16 without a mark",
        city().encode("utf-16-le"),
        ("city.yaml:1:1: this file is in UTF-16, and only UTF-8 is read (save it as UTF-8)",),
    ),
    Case(
        "a file saved as UTF-32",
        city().encode("utf-32"),
        ("city.yaml:1:1: this file is in UTF-32, and only UTF-8 is read (save it as UTF-8)",),
    ),
    Case("a file saved as UTF-8 with its mark", city().encode("utf-8-sig")),
    Case("line ends of Windows", city().replace("\n", "\r\n")),
    Case("line ends of old Macs", city().replace("\n", "\r")),
    Case(
        "a letter in Latin-1",
        city("title: A city in May").encode().replace(b"May", b"M\xe4rz"),
        ("city.yaml:2:19: the byte 0xe4 is not UTF-8 (save the file as UTF-8)",),
    ),
    Case(
        "a byte order mark in the middle",
        city("title: A\ufeffcity"),
        ("city.yaml:2:9: U+FEFF (byte order mark) cannot stand in a scenario (remove it)",),
    ),
    Case(
        "a NUL",
        city("title: A\0city"),
        (
            "city.yaml:2:9: U+0000 (the sign of a file that is no text) cannot stand in a scenario (remove it)",
        ),
    ),
    Case(
        "a form feed",
        city("title: A\fcity"),
        ("city.yaml:2:9: U+000C cannot stand in a scenario (remove it)",),
    ),
    Case(
        "a delete character",
        city("title: A\x7fcity"),
        ("city.yaml:2:9: U+007F (delete) cannot stand in a scenario (remove it)",),
    ),
    Case(
        "half of a surrogate pair as bytes",
        city().encode() + b"summary: \xed\xa0\x80\n",
        ("city.yaml:9:10: the byte 0xed is not UTF-8 (save the file as UTF-8)",),
    ),
    Case(
        "a spreadsheet",
        b"PK\x03\x04\x14\x00\x06\x00",
        (
            "city.yaml:1:1: the file is one text (write 'key: value' lines, with a space after each colon)",
            "city.yaml:1:3: U+0003 cannot stand in a scenario (remove it)",
            "city.yaml:1:4: U+0004 cannot stand in a scenario (remove it)",
            "city.yaml:1:5: U+0014 cannot stand in a scenario (remove it)",
            "city.yaml:1:6: U+0000 (the sign of a file that is no text) cannot stand in a scenario (remove it)",
            "city.yaml:1:7: U+0006 cannot stand in a scenario (remove it)",
            "city.yaml:1:8: U+0000 (the sign of a file that is no text) cannot stand in a scenario (remove it)",
        ),
    ),
    Case(
        "a byte beyond Unicode",
        city().encode() + b"summary: \xf5\x80\x80\x80\n",
        ("city.yaml:9:10: the byte 0xf5 is not UTF-8 (save the file as UTF-8)",),
    ),
    Case(
        "a line separator of Unicode",
        city("title: A\u2028city"),
        ("city.yaml:2:9: U+2028 (line separator) cannot stand in a scenario (remove it)",),
    ),
)
"""Every case of this sort."""
