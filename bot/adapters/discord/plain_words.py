"""Answers plain words in a direct message with a message there."""

import discord
import structlog

from bot.adapters.discord.references import reference
from bot.adapters.discord.render import rendered
from bot.adapters.discord.wording import Words
from bot.core.ui.inbound import Origin
from bot.core.ui.pictures import Painter
from bot.core.ui.replies import Reply
from bot.core.ui.views import View

_log = structlog.get_logger(__name__)


class PlainWords:
    """Says a reply in the channel where the words were."""

    def __init__(self, client: discord.Client, words: Words, painter: Painter) -> None:
        self._client, self._words, self._painter = client, words, painter

    async def answer(self, origin: Origin, reply: Reply) -> None:
        """Say it, once; a form waits for a command, since only an interaction can open one."""
        if not isinstance(reply.content, View):
            return
        drawn = await rendered(reply.content, words=self._words, language=origin.language, painter=self._painter)
        channel = self._client.get_partial_messageable(int(origin.place))
        try:
            await channel.send(view=drawn.layout, files=drawn.files, nonce=reference(origin.update).nonce)
        except discord.HTTPException as error:
            _log.warning("plain_words_not_answered", account=origin.account, status=error.status, code=error.code)
