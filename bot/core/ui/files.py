"""The text of an attached file, however the program that wrote it encodes text."""

from typing import Final

_MARKS: Final = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_OLD: Final = "cp1252"
"""What spreadsheets in Western Europe write where they don't write Unicode."""


def file_text(content: bytes) -> str:
    """Read a file: as its byte-order mark says, else as UTF-8, else as Windows writes it; never fails."""
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode(_OLD, errors="replace")
