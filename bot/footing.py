"""What a start stands on before anything is put together: settings that make sense, the key, a current database."""

from enum import Enum

from bot.adapters.keyfile import KeyTooShort, kept_key
from bot.settings import SHORTEST_KEY, Settings, WebchatMode, WrongSetting
from bot.storage.engines import Database, open_database


class Part(Enum):
    """Which part of the program a process is."""

    WHOLE = "run"
    WEB = "web"
    WORKER = "worker"


class SchemaNotCurrent(Exception):
    """The database is not migrated, and this part of the program leaves that to another."""


def check(settings: Settings, part: Part) -> None:
    """Refuse what no single setting's value tells, with `WrongSetting`."""
    if settings.telegram.is_called and not (settings.web.public_url or "").startswith("https://"):
        raise WrongSetting("MENTEO_PUBLIC_URL", "telegram-webhook")
    if part is not Part.WHOLE and settings.is_embedded:
        raise WrongSetting("MENTEO_DATABASE_URL", "needs-postgres")
    if part is not Part.WHOLE and settings.web.webchat is WebchatMode.ON:
        raise WrongSetting("MENTEO_WEBCHAT", "webchat-apart")
    if has_webchat(settings, part) and not settings.web.is_loopback:
        raise WrongSetting("MENTEO_WEB_HOST", "webchat-open")


def has_webchat(settings: Settings, part: Part) -> bool:
    """Tell whether the local web chat is served: unless told otherwise, where there is no other platform."""
    tokens = (settings.discord.token, settings.telegram.token)
    match settings.web.webchat:
        case WebchatMode.ON:
            return True
        case WebchatMode.OFF:
            return False
        case WebchatMode.AUTO:
            return part is Part.WHOLE and not any(tokens)


def signing_key(settings: Settings) -> bytes:
    """Make the data directory where it is missing, and return the key that buttons are signed with."""
    directory = settings.data.directory
    try:
        directory.mkdir(parents=True, exist_ok=True)
        if settings.data.secret_key is not None:
            return settings.data.secret_key.get_secret_value().encode()
        return kept_key(directory, SHORTEST_KEY)
    except KeyTooShort as error:
        raise WrongSetting(
            "MENTEO_SECRET_KEY", "kept-key-too-short", file=str(error.file), shortest=error.shortest
        ) from error
    except OSError as error:
        raise WrongSetting("MENTEO_DATA_DIR", "directory", directory=str(directory)) from error


def opened_database(settings: Settings, key: bytes, part: Part) -> Database:
    """Open the database, brought up to date where this part of the program does that."""
    database = open_database(settings.database_url, key)
    try:
        _bring_up_to_date(database, settings.database_url, part)
    except BaseException:
        database.close()
        raise
    return database


def _bring_up_to_date(database: Database, url: str, part: Part) -> None:
    if database.is_current():
        return
    if part is not Part.WHOLE:
        raise SchemaNotCurrent
    from bot.storage.migrate import migrate  # loads Alembic, which a start on a current schema does without

    migrate(url)
