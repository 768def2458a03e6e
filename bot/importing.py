"""What the command line does with frameworks that are taken in: where they go, and what is said of it."""

import re
import sqlite3
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from bot.adapters.library.drafting import Change
from bot.adapters.library.frameworks import framework_file
from bot.adapters.library.imports.matrix import About, import_matrix
from bot.adapters.library.imports.reports import Imported
from bot.adapters.library.installing import Installed, install_framework
from bot.adapters.library.loading import BadContent
from bot.core.dialogue.catalogue import Voice
from bot.core.domain.ids import FrameworkId
from bot.core.domain.naming import fold

DIRECTORY = "frameworks"
"""Under the data directory: frameworks are the installation's, not one community's."""

RESERVED = {"onet", "esco"}

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Taken:
    """A framework that was taken in, however: `edition` is its publisher's word for the version."""

    framework: FrameworkId
    title: str
    edition: str
    version: int
    credit: str
    counts: Mapping[str, int]
    changes: Mapping[str, Change]
    outcome: str
    """`imported`, `updated` or `unchanged`."""

    def as_data(self) -> dict[str, object]:
        """Write it for a machine."""
        return {
            "framework": self.framework,
            "title": self.title,
            "version": self.edition,
            "revision": self.version,
            "outcome": self.outcome,
            "changed": self.outcome != "unchanged",
            "counts": dict(self.counts),
            "changes": {
                table: {"added": each.added, "changed": each.changed, "removed": each.removed}
                for table, each in self.changes.items()
            },
            "credit": self.credit,
        }

    def as_lines(self, say: Voice) -> list[str]:
        """Write it for a person."""
        lines = [say(f"import-{self.outcome}", title=self.title, id=self.framework)]
        lines += [
            say(f"import-count-{name.replace('_', '-')}", number=number)
            for name, number in self.counts.items()
            if number
        ]
        for table, each in self.changes.items():
            facts = {"added": each.added, "changed": each.changed, "removed": each.removed}
            lines.append(say(f"import-change-{table}", **facts))
        return [*lines, self.credit] if self.credit else lines


class Progress:
    """Tells on a terminal, on one line that is written over, or elsewhere in a line for each file, how far it is."""

    def __init__(self, stream: IO[str], say: Voice) -> None:
        self._stream, self._say, self._over = stream, say, stream.isatty()
        self._file, self._rows = "", 0

    def __call__(self, file: str, rows: int) -> None:
        """Be told."""
        if file != self._file:
            self.end()
        self._file, self._rows = file, rows
        if self._over:
            self._stream.write(f"\r{self._line()}")
            self._stream.flush()

    def end(self) -> None:
        """Finish the line of the file that was read last."""
        if self._file:
            self._stream.write("\n" if self._over else f"{self._line()}\n")
            self._stream.flush()
        self._file = ""

    def _line(self) -> str:
        return self._say("import-progress", file=self._file, rows=self._rows)


Importer = Callable[[Path, Progress], Imported | Installed]
"""Takes a framework into a directory."""


def taken(told: Imported | Installed) -> Taken:
    """Say the same of every way to take a framework in."""
    outcome = "unchanged" if not told.is_changed else "imported" if told.is_new else "updated"
    if isinstance(told, Imported):
        facts = told.facts
        edition = facts.edition or str(facts.version)
        return Taken(
            told.framework, facts.title, edition, facts.version, facts.credit, facts.counts, told.changes, outcome
        )
    found = told.framework
    counts = {"roles": len(found.roles), "competencies": len(found.competencies)}
    return Taken(found.id, found.title, str(found.version), found.version, found.credit, counts, told.changes, outcome)


def take_in(how: Importer, installed: Path, say: Voice) -> Taken:
    """Take a framework in, telling on standard error how far it is.

    Raises:
        BadContent: something can't be read, or there is no room for it.
    """
    progress = Progress(sys.stderr, say)
    try:
        return taken(how(installed, progress))
    except (OSError, sqlite3.OperationalError) as error:
        raise BadContent(installed, f"can't be written to ({error})") from error
    finally:
        progress.end()


def take_in_file(file: Path, shipped: Path, installed: Path, _progress: Progress) -> Installed:
    """Take in a framework file; it is read in one go."""
    return install_framework(file, shipped, installed)


@dataclass(frozen=True)
class Matrix:
    """A CSV matrix, with what its file doesn't say: empty where its name is to be made of the file's."""

    file: Path
    shipped: Path
    name: str
    title: str
    highest: float
    credit: str
    edition: str

    def take_in(self, installed: Path, progress: Progress) -> Imported:
        """Take it in."""
        framework = self.name or "-".join(re.findall(r"[a-z0-9]+", fold(self.file.stem)))
        if not _ID.fullmatch(framework):
            raise BadContent(self.file, f"{framework!r} is not a name like data-team: give one with --id", field="id")
        own = framework_file(self.shipped, framework) or framework_file(installed, framework)
        if framework in RESERVED or own:
            raise BadContent(self.file, f"{framework} is another framework's: give another with --id", field="id")
        if self.highest <= 0:
            raise BadContent(self.file, "must be above 0", field="highest")
        about = About(FrameworkId(framework), self.title or self.file.stem, self.highest, self.credit, self.edition)
        return import_matrix(self.file, installed, progress, about)
