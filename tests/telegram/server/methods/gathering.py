"""What the bot asks about chats and does in them: members, invitations, topics."""

from tests.telegram.server.call import Call, Handler, Result, find_chat
from tests.telegram.server.chats import DEFAULT_COLOUR, Chat, Topic
from tests.telegram.server.members import Right
from tests.telegram.server.refusals import bad_request

_NO_TOPIC = "not enough rights to create a topic"


def methods() -> dict[str, Handler]:
    """By name."""
    return {
        "getChat": _get_chat,
        "getChatMember": _get_member,
        "getChatAdministrators": _get_administrators,
        "getChatMemberCount": _count_members,
        "leaveChat": _leave,
        "exportChatInviteLink": _export_link,
        "createChatInviteLink": _create_link,
        "createForumTopic": _create_topic,
        "editForumTopic": _edit_topic,
        "closeForumTopic": _close_topic,
        "reopenForumTopic": _reopen_topic,
        "deleteForumTopic": _delete_topic,
        "unpinAllForumTopicMessages": _unpin_topic,
    }


def _get_chat(call: Call) -> Result:
    named = find_chat(call.world, call.arguments.text("chat_id") or "")
    met = named is not None and named.is_private and (named.is_started or named.id in call.world.known)
    return (named if named is not None and met else call.chat()).full_payload()


def _get_member(call: Call) -> Result:
    user = call.world.users.get(call.arguments.number("user_id"))
    if user is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return call.chat().member(user).payload()


def _get_administrators(call: Call) -> Result:
    chat = call.chat()
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    bot = call.world.bot.user
    return [m.payload() for m in chat.members.values() if m.administers and (m.user is bot or not m.user.is_bot)]


def _count_members(call: Call) -> Result:
    chat = call.chat()
    return 2 if chat.is_private else sum(member.is_present for member in chat.members.values())


def _leave(call: Call) -> Result:
    call.world.leave(call.chat(), call.world.bot.user)
    return True


def _export_link(call: Call) -> Result:
    return _invitation(call)


def _create_link(call: Call) -> Result:
    return {
        "invite_link": _invitation(call),
        "creator": call.world.bot.user.payload(),
        "creates_join_request": call.arguments.flag("creates_join_request"),
        "is_primary": False,
        "is_revoked": False,
    }


def _invitation(call: Call) -> str:
    chat = call.chat()
    call.demand(chat, Right.INVITE_USERS, "not enough rights to manage chat invite link")
    return f"https://t.me/+menteo{abs(chat.id)}"


def _create_topic(call: Call) -> Result:
    chat = _forum(call)
    call.demand(chat, Right.MANAGE_TOPICS, _NO_TOPIC)
    colour = call.arguments.integer("icon_color") or DEFAULT_COLOUR
    name, emoji = call.arguments.text("name") or "", call.arguments.text("icon_custom_emoji_id")
    return call.world.add_topic(chat, name, call.world.bot.user, colour, emoji).payload()


def _edit_topic(call: Call) -> Result:
    chat, topic = _topic(call)
    name, emoji = call.arguments.text("name") or topic.name, call.arguments.text("icon_custom_emoji_id") or topic.emoji
    if (name, emoji) == (topic.name, topic.emoji):
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.name, topic.emoji = name, emoji
    call.world.tell_in_topic(chat, topic, {"forum_topic_edited": {"name": name}}, call.world.bot.user)
    return True


def _close_topic(call: Call) -> Result:
    return _set_closed(call, closed=True)


def _reopen_topic(call: Call) -> Result:
    return _set_closed(call, closed=False)


def _set_closed(call: Call, *, closed: bool) -> Result:
    chat, topic = _topic(call)
    if chat.is_private:  # closeForumTopic and reopenForumTopic are for forum supergroups alone
        raise bad_request("the chat is not a supergroup forum")
    if topic.is_closed is closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.is_closed = closed
    service = "forum_topic_closed" if closed else "forum_topic_reopened"
    call.world.tell_in_topic(chat, topic, {service: {}}, call.world.bot.user)
    return True


def _delete_topic(call: Call) -> Result:
    chat = _forum(call)
    topic = call.topic(chat)
    call.demand(chat, Right.DELETE_MESSAGES, "not enough rights to delete a topic")
    call.world.delete_topic(chat, topic)
    return True


def _unpin_topic(call: Call) -> Result:
    chat, topic = _topic(call)
    call.demand(chat, Right.PIN_MESSAGES, "not enough rights to manage pinned messages in the chat")
    call.world.unpin(chat, [message.id for message in chat.messages.values() if message.thread == topic.id])
    return True


def _topic(call: Call) -> tuple[Chat, Topic]:
    """The topic that is to be changed: the bot's own, or any where it has the right."""
    chat = _forum(call)
    topic = call.topic(chat)
    if topic.creator is not call.world.bot.user:
        call.demand(chat, Right.MANAGE_TOPICS, _NO_TOPIC)
    return chat, topic


def _forum(call: Call) -> Chat:
    chat = call.chat()
    if not (call.world.bot.has_topics_enabled if chat.is_private else chat.is_forum):
        raise bad_request("the chat is not a forum")
    return chat
