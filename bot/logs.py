"""Logs: events with ids, safe to read in a terminal, without secrets."""

import logging
import re
import sys
import traceback
from collections.abc import Collection, MutableMapping
from typing import Final

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

REDACTED: Final = "[redacted]"
SHORTEST_SECRET: Final = 8
"""Anything shorter would be found in innocent words."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_MOST_FRAMES = 12
_TALKATIVE = ("aiohttp", "alembic", "apscheduler", "discord", "httpcore", "httpx", "telegram", "uvicorn")
"""Loggers whose ordinary lines are noise, or hold addresses with tokens or what people write in them."""


def set_up_logs(level: str, *, as_json: bool, secrets: Collection[str] = ()) -> None:
    """Send every logger's events to standard error, escaped and with the known secrets taken out."""
    clean: list[Processor] = [Cleaner(secrets)]
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,  # a kept logger would go on as set up before; events are few
    )
    renderer = structlog.processors.JSONRenderer(ensure_ascii=False) if as_json else _console()
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, _frames_only],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *clean, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))


def frames_of(error: BaseException) -> dict[str, object]:
    """Say what went wrong by kind and place; an error's message may hold what people wrote, so it is left out."""
    frames = traceback.extract_tb(error.__traceback__)[-_MOST_FRAMES:]
    places = [f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames]
    return {"error": type(error).__name__, "where": places}


class Cleaner:
    """A processor that escapes control characters, so that nobody writes lines of their own, and hides secrets."""

    def __init__(self, secrets: Collection[str]) -> None:
        known = sorted({each for each in secrets if len(each) >= SHORTEST_SECRET}, key=len, reverse=True)
        self._secrets = re.compile("|".join(map(re.escape, known))) if known else None

    def __call__(self, _logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
        """Clean every value of an event."""
        return {key: self._clean(value) for key, value in event.items()}

    def _clean(self, value: object) -> object:
        match value:
            case None | bool() | int() | float():
                return value
            case list() | tuple() | set() | frozenset():
                return [self._clean(each) for each in value]
            case dict():
                return {self._clean_text(str(key)): self._clean(each) for key, each in value.items()}
            case _:
                return self._clean_text(str(value))

    def _clean_text(self, text: str) -> str:
        if self._secrets is not None:
            text = self._secrets.sub(REDACTED, text)
        return _CONTROL.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode()


def _console() -> Processor:
    return structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), sort_keys=False)


def _frames_only(_logger: WrappedLogger, _name: str, event: EventDict) -> MutableMapping[str, object]:
    """Shorten the trace that a library logged in the same way as our own."""
    trouble = event.pop("exc_info", None)
    if isinstance(trouble, tuple) and isinstance(trouble[1], BaseException):
        event.update(frames_of(trouble[1]))
    return event
