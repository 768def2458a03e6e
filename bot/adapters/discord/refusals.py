"""Discord's refusals and failures as outcomes of an effect."""

from datetime import timedelta
from enum import IntEnum

import discord
import structlog

from bot.core.effects import Gone, Outcome, Refused, Retry, Scope, Unknown, Unreachable


class Code(IntEnum):
    """Discord's error codes that mean something here (API reference, opcodes and status codes: JSON)."""

    UNKNOWN_CHANNEL = 10003
    UNKNOWN_GUILD = 10004
    UNKNOWN_MEMBER = 10007
    UNKNOWN_MESSAGE = 10008
    UNKNOWN_USER = 10013
    UNKNOWN_EMOJI = 10014
    TOO_MANY_PINS = 30003
    TOO_MANY_CHANNELS = 30013
    OPENING_TOO_FAST = 40003
    TOO_LARGE = 40005
    MISSING_ACCESS = 50001
    CLOSED_DIRECT_MESSAGES = 50007
    MISSING_PERMISSIONS = 50013
    INVALID_RECIPIENTS = 50033
    INVALID_BODY = 50035
    ARCHIVED_THREAD = 50083
    NO_MUTUAL_GUILDS = 50278
    THREAD_IS_THERE = 160004
    TOO_MANY_THREADS = 160006
    TOO_MANY_NEWS_THREADS = 160007


class Limited(Exception):
    """It isn't to be asked for a while."""

    def __init__(self, after: timedelta, scope: Scope) -> None:
        super().__init__(f"limited for {after.total_seconds():.1f} s")
        self.after, self.scope = after, scope


class Broken(Exception):
    """Discord failed; whether it had done what was asked, the next try sees."""

    def __init__(self, status: int) -> None:
        super().__init__(f"status {status}")
        self.status = status


class Unanswered(Exception):
    """No answer came; `maybe_done` where that is of importance and unknown."""

    def __init__(self, reason: str, *, maybe_done: bool) -> None:
        super().__init__(reason)
        self.maybe_done = maybe_done


class FileLate(Exception):
    """What was attached elsewhere can't be had just now."""


class PlaceGone(Exception):
    """A place that is needed isn't there any more; unnamed, it is one of the community's own that never was."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


REFUSALS = (discord.DiscordException, Limited, Broken, Unanswered, FileLate, PlaceGone)
"""Everything that asking Discord can raise."""
NOT_ALLOWED = frozenset({Code.MISSING_ACCESS, Code.MISSING_PERMISSIONS})

THREADS_FULL_PAUSE = timedelta(minutes=5)
START_PAUSE = timedelta(seconds=5)
"""Until the program is logged in and has its words."""

_TOKEN_PAUSE = timedelta(minutes=5)
_OPENING_PAUSE = timedelta(minutes=1)
_UNAUTHORISED, _TOO_MANY = 401, 429

_log = structlog.get_logger(__name__)


def outcome_of(error: Exception) -> Outcome:  # noqa: PLR0911  one arm a kind
    """Say what a refusal or failure means for the effect; raises it again where it is none of `REFUSALS`."""
    match error:
        case discord.HTTPException():
            return _of_answer(error)
        case discord.RateLimited(retry_after=seconds):
            return Retry("rate-limited", timedelta(seconds=seconds), Scope.ROUTE)
        case Limited(after=after, scope=scope):
            return Retry("rate-limited", after, scope)
        case Broken(status=status):
            return Retry(f"status {status}", scope=Scope.OUTAGE)
        case Unanswered(maybe_done=maybe_done):
            return Unknown(str(error)) if maybe_done else Retry(str(error), scope=Scope.OUTAGE)
        case FileLate():
            return Retry("file not to be had")
        case PlaceGone(place=place):
            return Gone(place)
        case _:
            raise error


def is_about_category(error: discord.HTTPException) -> bool:
    """Whether a channel wasn't made because its category is full or gone: discord.py keeps only where it was wrong."""
    return error.code == Code.INVALID_BODY and "In parent_id" in error.text


def _of_answer(error: discord.HTTPException) -> Outcome:  # noqa: PLR0911  one arm a code
    match error.code:
        case Code.CLOSED_DIRECT_MESSAGES:
            return Unreachable("closed")
        case Code.NO_MUTUAL_GUILDS:
            return Unreachable("no community in common", has_left=True)
        case Code.UNKNOWN_MEMBER | Code.UNKNOWN_USER | Code.INVALID_RECIPIENTS:
            return Unreachable("left")
        case Code.UNKNOWN_CHANNEL if place := _place_asked(error):
            return Gone(place)
        case Code.TOO_MANY_THREADS | Code.TOO_MANY_NEWS_THREADS:
            return Retry("threads-full", THREADS_FULL_PAUSE, Scope.FULL)
        case Code.OPENING_TOO_FAST:
            return Retry("opening direct messages too fast", _OPENING_PAUSE)
    return _of_status(error)


def _of_status(error: discord.HTTPException) -> Outcome:
    if error.status == _UNAUTHORISED:
        _log.error("discord_token_refused")
        return Retry("token refused", _TOKEN_PAUSE, Scope.PLATFORM)
    if error.status == _TOO_MANY:
        return Retry("rate-limited", scope=Scope.ROUTE)
    return Refused(f"{error.status} {error.code}")


def _place_asked(error: discord.HTTPException) -> str:
    """The channel that a refused request was about: its address says so, whichever step of a delivery it was."""
    parts = str(error.response.url).partition("/channels/")[2].split("/")
    return parts[0] if parts[0].isdecimal() else ""
