"""What the bot says: texts, files, albums, copies and forwards."""

from dataclasses import replace
from itertools import count

from tests.telegram.server.call import Call, Handler, Result, find_chat
from tests.telegram.server.chats import Chat
from tests.telegram.server.files import CAPTIONED, Kind
from tests.telegram.server.messages import Draft, Message, Words
from tests.telegram.server.methods.composing import caption, caption_of, draft_of, media_of, text_of
from tests.telegram.server.refusals import bad_request
from tests.telegram.server.wire import Json, unix

_albums = count(13_000_000_000_000_001)


def methods() -> dict[str, Handler]:
    """By name."""
    files = {f"send{''.join(part.title() for part in kind.split('_'))}": _send_file for kind in Kind}
    return {
        "sendMessage": _send_message,
        **files,
        "sendMediaGroup": _send_album,
        "sendChatAction": _send_action,
        "copyMessage": _copy,
        "copyMessages": _copy_several,
        "forwardMessage": _forward,
    }


def _send_message(call: Call) -> Result:
    chat = call.chat()
    words = text_of(call)
    return _written(call, chat, draft_of(call, chat, words)).payload()


def _send_file(call: Call) -> Result:
    chat = call.chat()
    kind = next(kind for kind in Kind if call.method.lower() == f"send{kind}".replace("_", ""))
    media = media_of(call, kind, call.arguments.text(kind), call.arguments.files)
    words = caption_of(call) if kind in CAPTIONED else Words()
    return _written(call, chat, draft_of(call, chat, words, media)).payload()


def _send_album(call: Call) -> Result:
    chat, parts = call.chat(), call.arguments.objects("media")
    if not 2 <= len(parts) <= 10:
        raise bad_request("group send failed")
    base, album = draft_of(call, chat, Words()), str(next(_albums))
    drafts = []
    for part in parts:
        words = caption(part.get("caption", ""), part.get("parse_mode"), part.get("caption_entities") or [])
        media = media_of(call, Kind(part["type"]), part["media"], call.arguments.files)
        drafts.append(replace(base, words=words, media=media, album=album))
    return [_written(call, chat, draft).payload() for draft in drafts]


def _send_action(call: Call) -> Result:
    call.world.actions.append((call.chat().id, call.arguments.text("action") or ""))
    call.world.changed()
    return True


def _copy(call: Call) -> Result:
    chat, original = call.chat(), _original(call, call.arguments.number("message_id"))
    words = caption_of(call) if original.media is not None and "caption" in call.arguments else original.words
    return {"message_id": _written(call, chat, draft_of(call, chat, words, original.media)).id}


def _copy_several(call: Call) -> Result:
    chat, source = call.chat(), call.chat("from_chat_id")
    wanted = call.arguments.numbers("message_ids")
    if wanted != sorted(set(wanted)):
        raise bad_request("message identifiers must be in a strictly increasing order")
    found = [source.messages[number] for number in wanted if number in source.messages]
    copied = [message for message in found if _is_copyable(message)]
    if not copied:
        raise bad_request("there are no messages to copy")
    base, bare = draft_of(call, chat, Words()), call.arguments.flag("remove_caption")
    albums = {message.draft.album: str(next(_albums)) for message in copied if message.draft.album}
    told: list[Json] = []
    for message in copied:
        words = Words() if bare and message.media is not None else message.words
        draft = replace(base, words=words, media=message.media, album=albums.get(message.draft.album or ""))
        told.append({"message_id": _written(call, chat, draft).id})
    return told


def _forward(call: Call) -> Result:
    chat, original = call.chat(), _original(call, call.arguments.number("message_id"))
    draft = replace(draft_of(call, chat, original.words, original.media), origin=_origin(original))
    return _written(call, chat, draft).payload()


def _written(call: Call, chat: Chat, draft: Draft) -> Message:
    return call.world.write(chat, draft, call.world.bot.user)


def _original(call: Call, number: int) -> Message:
    source = find_chat(call.world, call.arguments.text("from_chat_id") or "")
    if source is None:
        raise bad_request("chat not found")
    found = source.messages.get(number) if source.holds(call.world.bot.user) or source.is_started else None
    if found is None:
        raise bad_request(f"message to {'forward' if call.method.lower().startswith('forward') else 'copy'} not found")
    if not _is_copyable(found):
        raise bad_request("message can't be copied")
    return found


def _is_copyable(message: Message) -> bool:
    return not (message.is_service or message.draft.protected)


def _origin(message: Message) -> Json:
    date = {"date": unix(message.date)}
    if message.draft.origin is not None:
        return message.draft.origin
    if message.sender_chat is not None and message.sender is None:
        return date | {"type": "channel", "chat": message.sender_chat.payload(), "message_id": message.id}
    if message.sender_chat is not None or message.sender is None:
        return date | {"type": "chat", "sender_chat": message.chat.payload()}
    return date | {"type": "user", "sender_user": message.sender.payload()}
