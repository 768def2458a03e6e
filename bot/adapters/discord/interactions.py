"""The one door for what people do at Discord: commands, completions, presses, modals, context menus."""

from collections import OrderedDict
from typing import cast

import discord
import structlog
from discord import InteractionType

from bot.adapters.discord.answering import Answering, Patience
from bot.adapters.discord.origin import origin_of
from bot.adapters.discord.registered import Registered, Sent
from bot.adapters.discord.responding import Response
from bot.adapters.discord.searching import choices
from bot.adapters.discord.turns import turn_of
from bot.core.dialogue.conversation import Conversation
from bot.core.ui.pictures import Painter
from bot.logs import frames_of

REMEMBERED = 10_000
"""Interactions that a repeat is told from: a gateway that is resumed may tell them again. The core guards what is
kept, whoever repeats it."""

_log = structlog.get_logger(__name__)


class Interactions:
    """Answers every interaction, each by itself; nothing that goes wrong with one reaches another."""

    def __init__(self, conversation: Conversation, painter: Painter, patience: Patience | None = None) -> None:
        self._conversation, self._patience = conversation, patience or Patience()
        self._registered = Registered(conversation)
        self._answering = Answering(conversation, painter, self._patience)
        self._seen = _Seen()

    async def handle(self, interaction: discord.Interaction) -> None:
        """Answer an interaction, unless it was told before."""
        if interaction.type is InteractionType.ping or not self._seen.is_new(interaction.id):
            return
        try:
            if interaction.type is InteractionType.autocomplete:
                await self._complete(interaction)
            else:
                await self._answering.answer(interaction, turn_of(interaction, self._registered))
        except Exception as error:  # noqa: BLE001  whatever Discord sends, the next one is answered
            _log.error(
                "interaction_failed", interaction=str(interaction.id), kind=interaction.type.name, **frames_of(error)
            )

    async def _complete(self, interaction: discord.Interaction) -> None:
        typed = self._registered.typed(cast("Sent", interaction.data))
        field, text = self._registered.fields(typed).get(typed.focused), str(typed.given.get(typed.focused, ""))
        origin = origin_of(interaction)
        found = await choices(field, text, origin, self._conversation, self._patience.search)
        await Response(interaction).complete(found)


class _Seen:
    def __init__(self) -> None:
        self._ids: OrderedDict[int, None] = OrderedDict()

    def is_new(self, interaction: int) -> bool:
        if interaction in self._ids:
            return False
        self._ids[interaction] = None
        if len(self._ids) > REMEMBERED:
            self._ids.popitem(last=False)
        return True
