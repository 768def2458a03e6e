"""What people say in rooms that are carried to another platform, in the core's words; the bot's own is no news.

What the bot has said itself, another bot or a webhook is never passed on: that would come back from the other side.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.adapters.discord.events import SAID, Heard, Known, Payload, is_bot, person
from bot.adapters.discord.origin import PLATFORM
from bot.adapters.discord.spoken import speech_of
from bot.core.ui.inbound import Origin, Reacted, Spoken, SpokenAnew, Unspoken, Where
from bot.core.ui.speech import Speech

_REPLY = 19
"""The type of a message that answers another."""


class Carried(Protocol):
    """Knows the rooms that are carried to another platform, without asking."""

    def is_carried(self, place: str) -> bool:
        """Tell whether this channel or thread is one of them."""


class NoRooms:
    """Nothing is carried anywhere."""

    def is_carried(self, place: str) -> bool:  # noqa: ARG002  whichever
        """Tell that it isn't."""
        return False


@dataclass(frozen=True)
class Hidden:
    """Somebody said something, and Discord doesn't tell what: the application may not read it."""

    place: str
    message: str
    language: str


Talk = Spoken | SpokenAnew | Unspoken | Reacted


def talk_of(heard: Heard, known: Known) -> Sequence[Talk | Hidden]:  # noqa: PLR0911  one arm an event
    """Translate what was told of a room."""
    data = heard.data
    match heard.name:
        case "MESSAGE_CREATE":
            return _spoken(data, known)
        case "MESSAGE_UPDATE":
            return _changed(data, known)
        case "MESSAGE_DELETE":
            return [_gone(data, str(data["id"]))]
        case "MESSAGE_DELETE_BULK":
            return [_gone(data, str(message)) for message in data["ids"]]
        case "MESSAGE_REACTION_ADD":
            return _reacted(heard, known, _emoji(data), is_there=True)
        case "MESSAGE_REACTION_REMOVE":
            return _reacted(heard, known, _emoji(data), is_there=False)
        case _:
            return []


def _spoken(message: Payload, known: Known) -> Sequence[Spoken | Hidden]:
    if not _is_somebody_s(message):
        return []
    number, place = str(message["id"]), str(message["channel_id"])
    speech = speech_of(message, known)
    if _is_empty(speech):
        is_hidden = not message.get("content") and not known.reads_words()
        return [Hidden(place, number, known.language(int(message["guild_id"])))] if is_hidden else []
    return [Spoken(_origin(message, f"message:{number}"), number, speech, _answered(message))]


def _changed(message: Payload, known: Known) -> Sequence[SpokenAnew]:
    """Say what was changed; a link that is drawn, a pin or a thread begun on it is told in the same way."""
    edited = message.get("edited_timestamp")
    if not edited or "content" not in message or not _is_somebody_s(message):
        return []
    speech = speech_of(message, known)
    number = str(message["id"])
    return [] if _is_empty(speech) else [SpokenAnew(_origin(message, f"edited:{number}:{edited}"), number, speech)]


def _gone(data: Payload, message: str) -> Unspoken:
    """Discord doesn't tell who took it away, nor whose it was."""
    return Unspoken(_nobody(data, "", f"deleted:{message}"), message)


def _reacted(heard: Heard, known: Known, emoji: str, *, is_there: bool) -> Sequence[Reacted]:
    """Only one emoji is told of, whatever else they react with: the last one counts."""
    data = heard.data
    user: Payload = data.get("member", {}).get("user", {})
    if not emoji or known.is_me(int(data["user_id"])) or is_bot(user):
        return []
    origin = _nobody(data, str(data["user_id"]), f"reaction:{heard.mark}")
    return [Reacted(origin, str(data["message_id"]), (emoji,) if is_there else ())]


def _emoji(data: Payload) -> str:
    """Read an emoji of Unicode; a guild's own ones are nowhere else."""
    emoji = data["emoji"]
    return "" if emoji.get("id") else str(emoji.get("name") or "")


def _is_somebody_s(message: Payload) -> bool:
    author = message.get("author")
    return author is not None and not is_bot(author) and message["type"] in SAID and "webhook_id" not in message


def _is_empty(speech: Speech) -> bool:
    return not speech.text.strip() and not speech.attachments


def _answered(message: Payload) -> str:
    pointed = message.get("message_reference") or {}
    is_here = str(pointed.get("channel_id", message["channel_id"])) == str(message["channel_id"])
    return str(pointed.get("message_id") or "") if message["type"] == _REPLY and is_here else ""


def _origin(message: Payload, update: str) -> Origin:
    return person(message, message["author"], update, message.get("member") or {}, str(message["channel_id"]))


def _nobody(data: Payload, account: str, update: str) -> Origin:
    return Origin(PLATFORM, str(data["guild_id"]), account, "", Where.COMMUNITY, str(data["channel_id"]), update)
