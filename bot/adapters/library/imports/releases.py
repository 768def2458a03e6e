"""Finding the files of a release in its directory, however they are cased, and telling two releases apart."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.adapters.library.imports.tables import EXCEL
from bot.adapters.library.loading import BadContent
from bot.core.domain.naming import fold

UNKNOWN_EDITION = "unknown"

_ENDINGS = (".txt", ".csv", EXCEL)
_BLOCK = 1 << 20


class Release:
    """A directory of published tables."""

    def __init__(self, directory: Path, anchor: Sequence[str]) -> None:
        self.directory = directory
        self._files = _files(directory)
        if directory.is_dir() and not any(map(self.find, anchor)):
            self._files = _unpacked_inside(directory, anchor) or self._files
        if not self._files:
            raise BadContent(directory, f"no directory with tables ({', '.join(_ENDINGS)}) in it")

    def find(self, *names: str) -> Path | None:
        """Find a table by one of its names, text before Excel; None where it isn't there."""
        for name in names:
            for ending in _ENDINGS:
                if found := self._files.get((fold(name), ending)):
                    return found
        return None

    def need(self, *names: str) -> Path:
        """Find a table, or raise `BadContent`."""
        found = self.find(*names)
        if found is None:
            raise BadContent(self.directory / names[0], f"there is no such table ({', '.join(_ENDINGS)})")
        return found

    def edition(self, pattern: str, *read_me: str) -> str:
        """Find the release's number in the names above its files, or in its read-me; empty where nothing tells it."""
        above = next(iter(self._files.values())).absolute().parent
        words = [above.name, above.parent.name]
        found = self.find(*read_me)
        if found is not None:
            words.append(found.read_text("utf-8", errors="replace")[:2000])
        for each in words:
            if told := re.search(pattern, each, re.IGNORECASE):
                return ".".join(part for part in told.groups() if part)
        return ""


def entitled(title: str, edition: str) -> str:
    """Name a framework with its edition, where that is known."""
    return title if edition == UNKNOWN_EDITION else f"{title} {edition}"


def digest(files: Iterable[Path], *circumstances: str) -> str:
    """Return what tells these files, and the circumstances that they are read in, from any others."""
    hashed = hashlib.sha256("\0".join(circumstances).encode())
    for file in files:
        hashed.update(f"\0{fold(file.stem)}\0".encode())
        try:
            with file.open("rb") as opened:
                while block := opened.read(_BLOCK):
                    hashed.update(block)
        except OSError as error:
            raise BadContent(file, error.strerror or "can't be read") from error
    return hashed.hexdigest()


def _files(directory: Path) -> dict[tuple[str, str], Path]:
    if not directory.is_dir():
        return {}
    found = sorted(each for each in directory.iterdir() if each.is_file())
    return {(fold(each.stem), each.suffix.lower()): each for each in found if each.suffix.lower() in _ENDINGS}


def _unpacked_inside(directory: Path, anchor: Sequence[str]) -> dict[tuple[str, str], Path]:
    """Look one directory deeper, which is where an archive unpacks to."""
    for inner in sorted(each for each in directory.iterdir() if each.is_dir()):
        files = _files(inner)
        if any((fold(name), ending) in files for name in anchor for ending in _ENDINGS):
            return files
    return {}
