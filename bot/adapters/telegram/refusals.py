"""Telegram's refusals and failures, and what they mean for an effect."""

import re
from collections.abc import Sequence
from datetime import timedelta

import structlog
from telegram.error import BadRequest, Forbidden

from bot.adapters.telegram.places import Spot
from bot.core.effects import Gone, Lacking, Outcome, Refused, Retry, Scope, Unknown, Unreachable


class Trouble(Exception):
    """Something came in between; it holds nothing of what was to be said."""


class Limited(Trouble):
    """Telegram isn't to be asked for a while: for anything, or in one chat."""

    def __init__(self, after: timedelta, scope: Scope = Scope.PLATFORM) -> None:
        super().__init__("rate-limited")
        self.after, self.scope = after, scope


class NotReady(Trouble):
    """The program isn't logged in yet, or hasn't its words."""


class Broken(Trouble):
    """Telegram failed, and did nothing."""

    def __init__(self, status: int) -> None:
        super().__init__(f"status {status}")


class Unanswered(Trouble):
    """No answer came; `maybe_done` where that is of importance and unknown."""

    def __init__(self, reason: str, *, maybe_done: bool) -> None:
        super().__init__(reason)
        self.maybe_done = maybe_done


class TokenRefused(Trouble):
    """The token isn't the bot's any more."""


class Closed(Trouble):
    """Somebody's private chat, into which the bot can't write."""


class PlaceGone(Trouble):
    """A chat or topic isn't there any more, or the bot isn't in it; unnamed, it is one that never was."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


class NotAllowed(Trouble):
    """The bot lacks rights, by Telegram's names."""

    def __init__(self, *rights: str) -> None:
        super().__init__(", ".join(rights))
        self.rights = rights


class Declined(Trouble):
    """Telegram says no, for a reason of its own; `said` has it in small letters."""

    def __init__(self, said: str) -> None:
        super().__init__("declined")
        self.said = said


class Unchanged(Declined):
    """It is like that already."""


class MessageGone(Declined):
    """A message that somebody took away, or that the bot can't change any more."""


class TopicClosed(Declined):
    """A topic has to be opened first."""


TOKEN_PAUSE = timedelta(minutes=5)
START_PAUSE = timedelta(seconds=5)
"""Until the program is logged in and has its words."""

_CLOSED = ("blocked by the user", "user is deactivated", "can't initiate conversation", "chat not found", "peer_id")
_AWAY = ("bot was kicked", "bot is not a member", "chat not found", "group chat was deleted", "peer_id")
_TOPIC_GONE = ("message thread not found", "topic_deleted", "topic_id_invalid")
_UNCHANGED = ("is not modified", "topic_not_modified")
_MESSAGE_GONE = (
    "message to edit not found", "message to delete not found", "message to pin not found",
    "message to react not found", "message can't be edited", "message can't be deleted", "message_id_invalid",
)  # fmt: skip
_RIGHTS = (
    (r"not enough rights to (create|close|reopen|edit|manage).* topic", "can_manage_topics"),
    (r"not enough rights to delete|message_delete_forbidden", "can_delete_messages"),
    (r"not enough rights to (manage pinned|pin)", "can_pin_messages"),
    (r"need administrator rights in the channel", "can_post_messages"),
    (r"not enough rights to send|have no rights to send|chat_write_forbidden|chat_restricted", "can_send_messages"),
    (r"not enough rights|chat_admin_required", "administrator"),
)
"""What Telegram says where it doesn't let the bot, and which right that is."""

_log = structlog.get_logger(__name__)


def refusal(error: BadRequest | Forbidden, spot: Spot) -> Trouble:
    """Say what Telegram means: it has no codes for it, only words."""
    said = error.message.lower()
    if _says(said, _CLOSED if spot.is_private else _AWAY):
        return Closed("not to be written to") if spot.is_private else PlaceGone(str(spot))
    if _says(said, _TOPIC_GONE):
        return PlaceGone(str(spot))
    if _says(said, _UNCHANGED):
        return Unchanged(said)
    if _says(said, _MESSAGE_GONE):
        return MessageGone(said)
    if "topic_closed" in said:
        return TopicClosed(said)
    right = next((name for words, name in _RIGHTS if re.search(words, said)), None)
    return NotAllowed(right) if right is not None else Declined(said)


def outcome_of(trouble: Trouble) -> Outcome:  # noqa: PLR0911  one arm a kind
    """Say what it means for the effect."""
    match trouble:
        case Limited(after=after, scope=scope):
            return Retry("rate-limited", after, scope)
        case NotReady():
            return Retry("not ready", START_PAUSE, Scope.PLATFORM)
        case TokenRefused():
            _log.error("telegram_token_refused")
            return Retry("token refused", TOKEN_PAUSE, Scope.PLATFORM)
        case Unanswered(maybe_done=True):
            return Unknown(str(trouble))
        case Closed():
            return Unreachable("closed")
        case PlaceGone(place=place):
            return Gone(place)
        case NotAllowed(rights=rights):
            return Lacking(rights)
        case Declined(said=said):
            _log.warning("telegram_declined", said=_plain(said))
            return Refused("declined")
        case _:
            return Retry(str(trouble), scope=Scope.OUTAGE)


def _says(said: str, words: Sequence[str]) -> bool:
    return any(each in said for each in words)


def _plain(said: str) -> str:
    """Telegram's own words without what it quotes: that may be a person's."""
    return re.split(r"[\"':]", said, maxsplit=1)[0]
