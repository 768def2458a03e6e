"""Writing an imported framework: beside the one that is kept, and into its place once it is whole and differs."""

import os
import sqlite3
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from bot.adapters.library.kept import (
    ENDING,
    FORMAT,
    TABLES,
    CompetencyRow,
    Facts,
    IndicatorRow,
    LadderRow,
    RequirementRow,
    RoleRow,
    read_facts,
)
from bot.core.domain.ids import FrameworkId

_KEYS: Mapping[str, str] = {
    "ladders": "id",
    "competencies": "id",
    "indicators": "competency, level",
    "roles": "id",
    "requirements": "role, competency",
}

_ABANDONED = 3600
"""Seconds after which nobody writes a draft any more: an import takes two."""


@dataclass(frozen=True)
class Change:
    """How many rows of one kind an import added, changed and removed."""

    added: int
    changed: int
    removed: int


@dataclass(frozen=True)
class Outcome:
    """What came of an import: the facts as they are kept now, and the changes to each table; none where none were."""

    facts: Facts
    changes: Mapping[str, Change]
    is_new: bool = False


class Draft:
    """A framework being written; until `keep` the one that is there stays, and without it nothing remains."""

    def __init__(self, directory: Path, framework: FrameworkId) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        _tidy(directory, framework)
        self._file = directory / f"{framework}{ENDING}"
        self._draft = directory / f".{framework}.{os.getpid()}.part"
        self._draft.unlink(missing_ok=True)
        self._link = sqlite3.connect(self._draft)
        # Nobody reads a draft, and one that is interrupted is thrown away: it needs no journal.
        for setting in ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE"):
            self._link.execute(f"PRAGMA {setting}")
        for table, columns in TABLES.items():
            self._link.execute(f"CREATE TABLE {table} ({columns}) WITHOUT ROWID")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._link.close()
        self._draft.unlink(missing_ok=True)

    def ladders(self, rows: Iterable[LadderRow]) -> None:
        """Write ladders."""
        self._link.executemany("INSERT INTO ladders VALUES (?, ?, ?)", rows)

    def competencies(self, rows: Iterable[CompetencyRow]) -> None:
        """Write competencies."""
        self._link.executemany("INSERT INTO competencies VALUES (?, ?, ?, ?, ?, ?)", rows)

    def indicators(self, rows: Iterable[IndicatorRow]) -> None:
        """Write indicators."""
        self._link.executemany("INSERT INTO indicators VALUES (?, ?, ?)", rows)

    def roles(self, rows: Iterable[RoleRow]) -> None:
        """Write roles."""
        self._link.executemany("INSERT INTO roles VALUES (?, ?, ?, ?, ?, ?, ?)", rows)

    def requirements(self, rows: Iterable[RequirementRow]) -> None:
        """Write requirements; of two for the same competency, the higher level and importance count."""
        self._link.executemany(
            "INSERT INTO requirements VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
            "level = max(level, excluded.level), importance = max(importance, excluded.importance)",
            rows,
        )

    def keep(self, facts: Facts) -> Outcome:
        """Put the draft in the place of what was kept, unless they say the same."""
        before = read_facts(self._file)
        self._link.commit()
        changes = self._changes() if before else {}
        if before and not changes and before == replace(facts, source=before.source, version=before.version):
            return Outcome(before, {})
        now = replace(facts, version=before.version + 1 if before else 1)
        self._link.execute("INSERT INTO framework VALUES (?)", (now.dumped(),))
        self._link.execute(f"PRAGMA user_version = {FORMAT}")
        self._link.commit()
        self._link.close()
        _put_in_place(self._draft, self._file)
        return Outcome(now, changes, is_new=before is None)

    def _changes(self) -> Mapping[str, Change]:
        self._link.execute("ATTACH ? AS kept", (str(self._file),))
        found = {table: self._change(table) for table in _KEYS}
        self._link.execute("DETACH kept")
        return {table: change for table, change in found.items() if change != Change(0, 0, 0)}

    def _change(self, table: str) -> Change:
        keys = _KEYS[table]
        added = self._without(f"SELECT {keys} FROM main.{table}", f"SELECT {keys} FROM kept.{table}")
        removed = self._without(f"SELECT {keys} FROM kept.{table}", f"SELECT {keys} FROM main.{table}")
        other = self._without(f"SELECT * FROM main.{table}", f"SELECT * FROM kept.{table}")
        return Change(added, other - added, removed)

    def _without(self, these: str, those: str) -> int:
        (number,) = self._link.execute(f"SELECT count(*) FROM ({these} EXCEPT {those})").fetchone()
        return int(number)


def _tidy(directory: Path, framework: FrameworkId) -> None:
    """Clear away what imports left behind that were killed."""
    for left in directory.glob(f".{framework}.*.part"):
        if time.time() - left.stat().st_mtime > _ABANDONED:
            left.unlink(missing_ok=True)


def _put_in_place(draft: Path, file: Path) -> None:
    """Rename, having made sure that what is renamed outlives a power cut."""
    with draft.open("rb") as written:
        os.fsync(written.fileno())
    draft.replace(file)
    directory = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)
