"""A call's parameters put into a message: the same for everything that is sent or edited."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from tests.telegram.server.arguments import Upload
from tests.telegram.server.call import Call
from tests.telegram.server.chats import Chat, ChatType
from tests.telegram.server.entities import parsed
from tests.telegram.server.files import MOST_UPLOADED, Kind, Media
from tests.telegram.server.members import Right
from tests.telegram.server.messages import Draft, Keyboard, Message, Words
from tests.telegram.server.refusals import Refused, bad_request
from tests.telegram.server.wire import Json, utf16_length

LONGEST_TEXT = 4_096
LONGEST_CAPTION = 1_024
MOST_BUTTONS = 100
REPLY_NOT_FOUND = "message to be replied not found"
_PERSON = re.compile(r"tg://user\?id=(\d+)")
_THREAD_NOT_FOUND = "message thread not found"


def text_of(call: Call) -> Words:
    """The text, 1-4,096 UTF-16 units after parsing."""
    given, mode = call.arguments.text("text") or "", call.arguments.text("parse_mode")
    words = _mentioning(call, _words(given, mode, _entities(call, "entities")))
    if not words.text:
        raise bad_request("message text is empty")
    if utf16_length(words.text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return words


def caption_of(call: Call) -> Words:
    """The caption, 0-1,024 UTF-16 units after parsing."""
    given, mode = call.arguments.text("caption") or "", call.arguments.text("parse_mode")
    return _mentioning(call, caption(given, mode, _entities(call, "caption_entities")))


def caption(text: str, mode: str | None, entities: list[Json]) -> Words:
    """A caption that isn't too long."""
    words = _words(text, mode, entities)
    if utf16_length(words.text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return words


def keyboard_of(call: Call) -> Keyboard | None:
    """The inline keyboard, where there is one."""
    rows: Keyboard | None = (call.arguments.mapping("reply_markup") or {}).get("inline_keyboard")
    for button in _buttons(rows or []):
        _check_button(button)
    if sum(1 for _ in _buttons(rows or [])) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return rows or None


def draft_of(call: Call, chat: Chat, words: Words, media: Media | None = None) -> Draft:
    """A message to a chat, with all that goes around its content."""
    _demand_writable(call, chat)
    reply = _reply_of(call, chat)
    markup = call.arguments.mapping("reply_markup") or {}
    return Draft(
        words,
        media,
        keyboard_of(call),
        _thread_of(call, chat, reply),
        reply,
        silent=call.arguments.flag("disable_notification"),
        protected=call.arguments.flag("protect_content"),
        asks=markup if markup and "inline_keyboard" not in markup else None,
    )


def media_of(call: Call, kind: Kind, given: str | None, uploads: Mapping[str, Upload]) -> Media:
    """A file that is uploaded with the call, or named by its id."""
    upload = uploads.get((given or str(kind)).removeprefix("attach://"))
    if upload is not None:
        if len(upload.content) > MOST_UPLOADED:
            raise Refused(413)
        if not upload.content:
            raise bad_request("file must be non-empty")
        return call.world.files.keep(kind, upload.content, upload.name)
    file = call.world.files.find(given or "")
    if file is None or file.kind is not kind:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return Media(file)


def _words(text: str, mode: str | None, entities: list[Json]) -> Words:
    return parsed(text, mode, [] if mode else entities)


def _mentioning(call: Call, words: Words) -> Words:
    """Make links to people mentions of them; those of whom the bot doesn't know are left plain."""
    entities = []
    for entity in words.entities:
        person = _PERSON.fullmatch(str(entity.get("url", "")))
        user = call.world.users.get(int(person[1])) if person else None
        if person is None:
            entities.append(entity)
        elif user is not None and (user.id in call.world.known or call.world.private_chat(user).is_started):
            named = {key: value for key, value in entity.items() if key != "url"}
            entities.append(named | {"type": "text_mention", "user": user.payload()})
    return Words(words.text, tuple(entities))


def _entities(call: Call, name: str) -> list[Json]:
    return call.arguments.objects(name)


def _buttons(rows: Keyboard) -> Iterator[Json]:
    return (button for row in rows for button in row)


def _check_button(button: Json) -> None:
    if not 1 <= len(button.get("callback_data", "x").encode()) <= 64:
        raise bad_request("BUTTON_DATA_INVALID")
    address = urlsplit(button.get("url") or "https://t.me")
    host = address.hostname or ""
    if address.scheme != "tg" and ("." not in host or host.startswith("127.")):
        raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")


def _demand_writable(call: Call, chat: Chat) -> None:
    if chat.type is ChatType.CHANNEL:
        call.demand(chat, Right.POST_MESSAGES, "need administrator rights in the channel chat")
    elif chat.is_group and not chat.members_may_write and not call.world.bot_in(chat).administers:
        raise bad_request("not enough rights to send text messages to the chat")


def _reply_of(call: Call, chat: Chat) -> Message | None:
    asked = call.arguments.mapping("reply_parameters")
    if asked is None:
        return None
    elsewhere = str(asked.get("chat_id", chat.id)) != str(chat.id)
    found = None if elsewhere else chat.messages.get(int(asked["message_id"]))
    if found is None and not asked.get("allow_sending_without_reply"):
        raise bad_request(REPLY_NOT_FOUND)
    return found


def _thread_of(call: Call, chat: Chat, reply: Message | None) -> int | None:
    thread = call.arguments.integer("message_thread_id")
    if thread is None:
        return None if reply is None else reply.thread
    topic = chat.topics.get(thread)
    if topic is None:
        raise bad_request(_THREAD_NOT_FOUND)
    if topic.is_closed and not chat.may(call.world.bot.user, Right.MANAGE_TOPICS):
        raise bad_request("TOPIC_CLOSED")
    return thread
