"""What all commands share: how they end, in which words, and the settings that they read."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

if TYPE_CHECKING:
    from bot.core.dialogue.catalogue import Voice
    from bot.settings import Settings, WrongSetting

CONFIG = Path(__file__).resolve().parent.parent / "config"
LANGUAGE = "en"
"""What operators are spoken to in."""

FAILED, WRONG_SETTING, DATA_IN_USE, PORT_TAKEN, DATABASE_TROUBLE, BAD_CONTENT, UNCLEAR, BAD_SHEET = range(1, 9)
"""How the program ends when it doesn't end well; 0 is an end that was asked for."""

Json = Annotated[bool, Parameter(name="--json", negative=(), help="Print one JSON object.")]


def configured(port: int | None = None) -> "Settings":
    """Read the settings, and have what follows be logged as they say."""
    from bot.logs import set_up_logs
    from bot.settings import LogFormat, load_settings

    settings = load_settings()
    if port is not None:
        settings = replace(settings, web=settings.web.model_copy(update={"port": port}))
    as_json = settings.logs.format is LogFormat.JSON or (
        settings.logs.format is LogFormat.AUTO and not sys.stderr.isatty()
    )
    set_up_logs(settings.logs.level, as_json=as_json, secrets=settings.secrets())
    return settings


def guarded(command: Callable[[], int]) -> int:
    """Run a command; what keeps it from starting becomes one sentence and an exit code, never a trace."""
    from bot.settings import WrongSetting

    try:
        return command()
    except WrongSetting as error:
        return end_with(WRONG_SETTING, "start-wrong-setting", setting=error.setting, reason=_reason(error))
    except KeyboardInterrupt:
        return 0
    except Exception as error:
        ended = _trouble(error)
        if ended is None:
            raise
        return ended


def _trouble(error: Exception) -> int | None:
    from bot.adapters.library.loading import BadContent
    from bot.adapters.listener import PortTaken
    from bot.adapters.lock import DataInUse
    from bot.footing import SchemaNotCurrent
    from bot.storage.errors import SchemaTooNew, StorageUnavailable

    ended: int | None = None
    match error:
        case DataInUse():
            ended = end_with(DATA_IN_USE, "start-in-use", directory=str(error.directory), pid=error.pid or "unknown")
        case PortTaken():
            facts = {"host": error.host, "port": str(error.port), "reason": error.reason}
            ended = end_with(PORT_TAKEN, "start-port-taken", **facts)
        case SchemaNotCurrent():
            ended = end_with(DATABASE_TROUBLE, "start-database-older")
        case SchemaTooNew():
            ended = end_with(DATABASE_TROUBLE, "start-database-newer", revision=error.revision)
        case StorageUnavailable():
            ended = end_with(DATABASE_TROUBLE, "start-database-away")
        case BadContent():
            ended = end_with(BAD_CONTENT, "start-bad-content", trouble=str(error))
    return ended


def _reason(error: "WrongSetting") -> str:
    from bot.core.dialogue.catalogue import MissingText

    try:
        return speaking()(f"setting-{error.reason}", **error.facts)
    except MissingText:
        return speaking()("setting-other")


def end_with(code: int, key: str, **facts: str) -> int:
    """Say why a command ends; return how it does."""
    print(speaking()(key, **facts), file=sys.stderr)
    return code


def speaking(*files: str) -> "Voice":
    """Speak with the texts of the start alone, unless told otherwise: the others may be what is wrong."""
    from bot.core.dialogue.catalogue import Catalogue

    texts = [CONFIG / "texts" / LANGUAGE / f"{file}.ftl" for file in files or ("start",)]
    return Catalogue({LANGUAGE: [each.read_text("utf-8") for each in texts]}).voice(LANGUAGE)
