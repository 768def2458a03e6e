"""One call as a method sees it: what is asked, about which chat and message."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.telegram.server.arguments import Arguments
from tests.telegram.server.chats import Chat, ChatType, Topic
from tests.telegram.server.members import Member, Right, Status
from tests.telegram.server.messages import Message
from tests.telegram.server.refusals import Refused, bad_request, forbidden, upgraded
from tests.telegram.server.webhooks import Webhooks
from tests.telegram.server.world import World

_CHAT_NOT_FOUND = "chat not found"


@dataclass(frozen=True)
class Call:
    """A call that was let in."""

    world: World
    webhooks: Webhooks
    method: str
    arguments: Arguments
    now: Callable[[], float]
    """The server's clock of the moment, in seconds."""

    def chat(self, name: str = "chat_id") -> Chat:
        """The chat that is named, where the bot is in it and wanted."""
        chat = find_chat(self.world, self.arguments.text(name) or "")
        if chat is None:
            raise bad_request(_CHAT_NOT_FOUND)
        if chat.user is not None:
            self._demand_open(chat)
        else:
            self._demand_inside(chat)
        return chat

    def demand(self, chat: Chat, right: Right, why: str) -> None:
        """Refuse what the bot may not do in a chat."""
        if not chat.may(self.world.bot.user, right):
            raise bad_request(why)

    def message(self, chat: Chat, missing: str, name: str = "message_id") -> Message:
        """The message that is named."""
        message = chat.messages.get(self.arguments.number(name))
        if message is None:
            raise bad_request(missing)
        return message

    def topic(self, chat: Chat, name: str = "message_thread_id") -> Topic:
        """The topic that is named."""
        topic = chat.topics.get(self.arguments.number(name))
        if topic is None:
            raise bad_request("TOPIC_ID_INVALID")
        return topic

    def _demand_open(self, chat: Chat) -> None:
        if chat.user is not None and chat.user.is_deactivated:
            raise forbidden("user is deactivated")
        if chat.is_blocked:
            raise forbidden("bot was blocked by the user")
        if not chat.is_started:
            known = chat.id in self.world.known
            raise forbidden("bot can't initiate conversation with a user") if known else bad_request(_CHAT_NOT_FOUND)

    def _demand_inside(self, chat: Chat) -> None:
        if chat.migrated_to is not None:
            raise upgraded(chat.migrated_to)
        member = self.world.bot_in(chat)
        if not member.is_present:
            raise _outside(chat, member)


def find_chat(world: World, named: str) -> Chat | None:
    """The chat of an id or of a public name; the bot can name anybody who ever was at Telegram."""
    if named.startswith("@"):
        return world.chat_named(named)
    number = int(named) if named.lstrip("-").isdigit() else 0
    user = world.users.get(number)
    if user is not None and not user.is_bot:
        return world.private_chat(user)
    return world.chats.get(number)


def _outside(chat: Chat, member: Member) -> Refused:
    kind = "group" if chat.type is ChatType.GROUP else str(chat.type)
    how = "was kicked from" if member.status is Status.KICKED else "is not a member of"
    return forbidden(f"bot {how} the {kind} chat")


Result = object
"""Whatever goes into the answer's `result`."""
Handler = Callable[[Call], Result]
SlowHandler = Callable[[Call], Awaitable[Result]]
