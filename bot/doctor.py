"""Looks at everything that a start needs, changes nothing, and says what it found."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.adapters.library.content import ConfigLibrary, read_texts
from bot.adapters.library.loading import BadContent
from bot.adapters.zones import use_pinned_zones
from bot.core.dialogue.catalogue import FALLBACK, Catalogue, Voice
from bot.storage.engines import open_database
from bot.storage.errors import SchemaTooNew, StorageUnavailable
from bot.storage.migrate import current, head

_SQLITE = "sqlite:///"


@dataclass(frozen=True)
class Finding:
    """What was found of one part."""

    part: str
    """Which, as the key of its text `doctor-<part>`."""
    ok: bool
    detail: str


def examine(config: Path, data: Path, database_url: str, say: Voice) -> Sequence[Finding]:
    """Examine every part of it here; one in trouble doesn't keep the others from being looked at."""
    return [
        _data_directory(data, say),
        Finding("zones", ok=True, detail=use_pinned_zones()),
        _content(config, data, say),
        _database(database_url, say),
    ]


def _data_directory(data: Path, say: Voice) -> Finding:
    nearest = next(each for each in (data.absolute(), *data.absolute().parents) if each.exists())
    if nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK):
        return Finding("data", ok=True, detail=str(data))
    return Finding("data", ok=False, detail=say("setting-directory", directory=str(data)))


def _content(config: Path, directory: Path, say: Voice) -> Finding:
    library = ConfigLibrary(config, directory / "frameworks")
    try:
        library.check()
    except BadContent as error:
        return Finding("content", ok=False, detail=str(error))
    missing = next(_missing_texts(Catalogue(read_texts(config))), None)
    if missing is not None:
        language, key = missing
        return Finding("content", ok=False, detail=say("doctor-missing-text", language=language, key=key))
    return Finding("content", ok=True, detail=", ".join(library.languages()))


def _missing_texts(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for language in catalogue.languages:
        for key in sorted(catalogue.keys(FALLBACK) - catalogue.keys(language)):
            yield language, key


def _database(url: str, say: Voice) -> Finding:
    if url.startswith(_SQLITE) and not Path(url.removeprefix(_SQLITE)).exists():
        return Finding("database", ok=True, detail=say("doctor-no-database-yet"))
    return _guarded(_schema, url, say)


def _guarded(look: Callable[[str, Voice], Finding], url: str, say: Voice) -> Finding:
    try:
        return look(url, say)
    except StorageUnavailable:
        return Finding("database", ok=False, detail=say("start-database-away"))
    except SchemaTooNew as error:
        return Finding("database", ok=False, detail=say("start-database-newer", revision=error.revision))


def _schema(url: str, say: Voice) -> Finding:
    database = open_database(url)
    try:
        if database.is_current():
            return Finding("database", ok=True, detail=say("doctor-schema", revision=head()))
    finally:
        database.close()
    found = current(url) or "-"
    return Finding("database", ok=False, detail=say("doctor-old-schema", revision=found, head=head()))
