"""From Discord to the conversation: each guild's events in their order, interactions beside them."""

from functools import partial
from typing import Protocol

import discord

from bot.adapters.discord.adders import Adders
from bot.adapters.discord.events import INTEGRATION, TALK, Heard, Known, Payload, brought_by, inbound_of, missed
from bot.adapters.discord.hidden_words import HiddenWords
from bot.adapters.discord.origin import PLATFORM
from bot.adapters.discord.plain_words import PlainWords
from bot.adapters.discord.room_talk import Carried, Hidden, talk_of
from bot.core.dialogue.conversation import Conversation
from bot.core.ui.inbound import BroughtIn, Inbound, Said, Spoken
from bot.lines import Lines, Work


class Answers(Protocol):
    """Whoever answers interactions."""

    async def handle(self, interaction: discord.Interaction) -> None:
        """Answer one."""


class Door:
    """Takes in what is heard, until it is closed; nothing here makes the gateway wait."""

    def __init__(
        self,
        conversation: Conversation,
        answers: Answers,
        plain: PlainWords,
        hidden: HiddenWords,
        carried: Carried,
        application: int,
    ) -> None:
        self._conversation, self._answers, self._plain = conversation, answers, plain
        self._hidden, self._carried = hidden, carried
        self._adders, self._lines = Adders(application), Lines()
        self._brought: dict[int, set[str]] = {}
        """The guilds of which each shard's session has told since it began."""
        self._is_open = True

    def heard(self, heard: Heard, known: Known) -> None:
        """Take in an event."""
        if heard.name == INTEGRATION:
            self._adders.told(heard.data)
            return
        if heard.name in TALK and self._is_carried(heard.data):
            self._overheard(heard, known)
            return
        inbound = inbound_of(heard, known)
        if inbound is None or not self._is_open:
            return
        work = partial(self._take, inbound)
        if isinstance(inbound, BroughtIn):
            for since in self._brought.values():
                since.add(inbound.origin.community)
        if isinstance(inbound, BroughtIn) and not known.is_here(int(inbound.origin.community)):
            work = partial(self._bring, inbound)
        self._lines.put(inbound.origin.community or inbound.origin.account, work)

    def asked(self, interaction: discord.Interaction) -> None:
        """Take in an interaction, which is to be answered within 3 seconds."""
        if self._is_open:
            self._lines.put(f"interaction:{interaction.id}", partial(self._answers.handle, interaction))

    def began(self, ready: Payload) -> None:
        """Take in what a new session begins with: who isn't in it has removed the bot while nobody listened."""
        since: set[str] = set()
        self._brought[(ready.get("shard") or (0, 1))[0]] = since
        self._lines.put("began", partial(self._miss, ready, since))

    def also(self, work: Work) -> None:
        """Do something beside all that, until the door is closed."""
        self._lines.put("also", work)

    async def close(self, within: float) -> None:
        """Take in no more, and finish what is there; what isn't done after so many seconds is let go."""
        self._is_open = False
        await self._lines.finish(within)

    def _is_carried(self, data: Payload) -> bool:
        return bool(data.get("guild_id")) and self._carried.is_carried(str(data["channel_id"]))

    def _overheard(self, heard: Heard, known: Known) -> None:
        """Take in what was said in a room that is carried to another platform."""
        if not self._is_open:
            return
        for talk in talk_of(heard, known):
            if isinstance(talk, Hidden):
                self._lines.put(f"hidden:{talk.place}", partial(self._hidden.answer, talk))
            else:
                self._lines.put(talk.origin.community, partial(self._take, talk))

    async def _take(self, inbound: Inbound) -> None:
        reply = await self._conversation.handle(inbound)
        if isinstance(inbound, Said | Spoken):
            await self._plain.answer(inbound.origin, reply)

    async def _bring(self, inbound: BroughtIn) -> None:
        """Say of a guild that it was brought to just now who did that."""
        adder = await self._adders.of(inbound.origin.community)
        await self._take(brought_by(inbound, adder) if adder else inbound)

    async def _miss(self, ready: Payload, since: set[str]) -> None:
        for inbound in missed(ready, await self._conversation.communities(PLATFORM)):
            if inbound.origin.community not in since:
                await self._take(inbound)
