"""The way to the core: what somebody did, with what Telegram says of their rights where that matters."""

from dataclasses import replace

from bot.adapters.telegram.commands import Typed
from bot.adapters.telegram.rights import Rights
from bot.core.dialogue.conversation import Conversation
from bot.core.ui.commands import CommandCard, Traits
from bot.core.ui.inbound import CommandCalled, Inbound, Origin, Personal
from bot.core.ui.replies import Reply


class Hearing:
    """Tells the conversation."""

    def __init__(self, conversation: Conversation, rights: Rights) -> None:
        self.conversation, self.rights = conversation, rights
        self.cards: tuple[CommandCard, ...] = tuple(conversation.registry(conversation.languages()[0]))
        """Every command that there is."""

    def traits(self, inbound: Inbound) -> Traits:
        """Say what is known before the core has answered."""
        return self.conversation.traits(inbound)

    async def tell(self, inbound: Inbound, *, community: str = "") -> Reply:
        """Tell the core what somebody did; `community` is the one that it is about, if another than its origin's."""
        if isinstance(inbound, Personal) and self.traits(inbound).administrative:
            inbound = replace(inbound, origin=await self._known(inbound.origin, community))
        return await self.conversation.handle(inbound)

    async def call(self, origin: Origin, typed: Typed) -> Reply:
        """Call a command."""
        return await self.tell(command(origin, typed))

    def words(self, key: str, origin: Origin, /, **facts: str | int) -> str:
        """Say one of Telegram's own texts."""
        return self.conversation.words(key, origin.language, **facts)

    async def _known(self, origin: Origin, community: str) -> Origin:
        """What somebody's rights are is about one community: in private, the one that their talk is about."""
        about = community or origin.community or await self.conversation.at(origin)
        return await self.rights.known(origin, about)


def command(origin: Origin, typed: Typed) -> CommandCalled:
    """Say that a command was called."""
    return CommandCalled(origin, typed.name, typed.verb, typed.text)
