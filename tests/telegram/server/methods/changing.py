"""What the bot does to messages that are there: edits, deletes, pins and reacts."""

from dataclasses import replace
from datetime import timedelta

from tests.telegram.server.call import Call, Handler, Result
from tests.telegram.server.chats import Chat, ChatType
from tests.telegram.server.files import Kind
from tests.telegram.server.members import Right
from tests.telegram.server.messages import Draft, Message
from tests.telegram.server.methods.composing import caption, caption_of, keyboard_of, media_of, text_of
from tests.telegram.server.refusals import NOT_MODIFIED, bad_request

DELETABLE = timedelta(hours=48)
"""How long a bot can delete a message (deleteMessage)."""
MOST_REACTIONS = 1
"""Reactions of a bot on a message (setMessageReaction)."""
_NO_PIN = "not enough rights to manage pinned messages in the chat"


def methods() -> dict[str, Handler]:
    """By name."""
    return {
        "editMessageText": _edit_text,
        "editMessageCaption": _edit_caption,
        "editMessageReplyMarkup": _edit_keyboard,
        "editMessageMedia": _edit_media,
        "deleteMessage": _delete,
        "deleteMessages": _delete_several,
        "pinChatMessage": _pin,
        "unpinChatMessage": _unpin,
        "unpinAllChatMessages": _unpin_all,
        "setMessageReaction": _react,
    }


def _edit_text(call: Call) -> Result:
    message = _editable(call)
    if message.media is not None or message.is_service:
        raise bad_request("there is no text in the message to edit")
    return _edited(call, message, replace(message.draft, words=text_of(call), keyboard=keyboard_of(call)))


def _edit_caption(call: Call) -> Result:
    message = _editable(call)
    if message.media is None:
        raise bad_request("there is no caption in the message to edit")
    return _edited(call, message, replace(message.draft, words=caption_of(call), keyboard=keyboard_of(call)))


def _edit_keyboard(call: Call) -> Result:
    message = _editable(call)
    return _edited(call, message, replace(message.draft, keyboard=keyboard_of(call)))


def _edit_media(call: Call) -> Result:
    message, asked = _editable(call), call.arguments.mapping("media") or {}
    media = media_of(call, Kind(asked["type"]), asked["media"], call.arguments.files)
    words = caption(asked.get("caption", ""), asked.get("parse_mode"), asked.get("caption_entities") or [])
    return _edited(call, message, replace(message.draft, words=words, media=media, keyboard=keyboard_of(call)))


def _editable(call: Call) -> Message:
    chat = call.chat()
    message = call.message(chat, "message to edit not found")
    own = message.sender is call.world.bot.user or (
        chat.type is ChatType.CHANNEL and chat.may(call.world.bot.user, Right.EDIT_MESSAGES)
    )
    if not own or message.draft.origin is not None:
        raise bad_request("message can't be edited")
    return message


def _edited(call: Call, message: Message, draft: Draft) -> Result:
    if draft == message.draft:
        raise bad_request(NOT_MODIFIED)
    call.world.edit(message, draft, call.world.bot.user)
    return message.payload()


def _delete(call: Call) -> Result:
    message = call.message(call.chat(), "message to delete not found")
    if not _is_deletable(call, message):
        raise bad_request("message can't be deleted for everyone")
    call.world.delete(message)
    return True


def _delete_several(call: Call) -> Result:
    chat = call.chat()
    for number in call.arguments.numbers("message_ids"):
        message = chat.messages.get(number)
        if message is not None and _is_deletable(call, message):
            call.world.delete(message)
    return True


def _is_deletable(call: Call, message: Message) -> bool:
    chat, bot = message.chat, call.world.bot.user
    if chat.is_group and chat.may(bot, Right.DELETE_MESSAGES):
        return True
    own = message.sender is bot or chat.is_private
    in_channel = chat.type is ChatType.CHANNEL and chat.may(bot, Right.POST_MESSAGES)
    return (own or in_channel) and call.world.now() - message.date < DELETABLE


def _pin(call: Call) -> Result:
    chat = _pinnable(call)
    message = call.message(chat, "message to pin not found")
    call.world.pin(message, call.world.bot.user)
    return True


def _unpin(call: Call) -> Result:
    chat = _pinnable(call)
    number = call.arguments.integer("message_id")
    if not chat.pinned or (number is not None and number not in chat.pinned):
        raise bad_request("message to unpin not found")
    call.world.unpin(chat, [chat.pinned[-1] if number is None else number])
    return True


def _unpin_all(call: Call) -> Result:
    chat = _pinnable(call)
    call.world.unpin(chat, list(chat.pinned))
    return True


def _pinnable(call: Call) -> Chat:
    chat = call.chat()
    right = Right.EDIT_MESSAGES if chat.type is ChatType.CHANNEL else Right.PIN_MESSAGES
    call.demand(chat, right, _NO_PIN)
    return chat


def _react(call: Call) -> Result:
    chat = call.chat()
    message = call.message(chat, "message to react not found")
    reactions = call.arguments.objects("reaction")
    if chat.reactions is not None and any(each.get("emoji") not in chat.reactions for each in reactions):
        raise bad_request("REACTION_INVALID")
    if len(reactions) > MOST_REACTIONS:
        raise bad_request("REACTIONS_TOO_MANY")
    if message.is_service:
        raise bad_request("message can't be reacted")
    call.world.react(message, call.world.bot.user, reactions)
    return True
