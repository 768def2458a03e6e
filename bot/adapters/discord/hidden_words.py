"""Says in a room that what was said there couldn't be read, and what to do: once in a while, not at every message."""

from collections import OrderedDict
from datetime import datetime, timedelta
from typing import Final

import discord
import structlog

from bot.adapters.discord.escape import escaped
from bot.adapters.discord.identifying import Time
from bot.adapters.discord.references import reference
from bot.adapters.discord.room_talk import Hidden
from bot.adapters.discord.wording import Words

PAUSE: Final = timedelta(hours=1)
"""Between two such answers in one room."""
_MOST_KNOWN: Final = 10_000

_log = structlog.get_logger(__name__)


class HiddenWords:
    """Remembers where it was said; a restart may say it once more."""

    def __init__(self, client: discord.Client, words: Words, time: Time) -> None:
        self._client, self._words, self._time = client, words, time
        self._said: OrderedDict[str, datetime] = OrderedDict()

    async def answer(self, hidden: Hidden) -> None:
        """Say it where the words were, unless it was said there just now."""
        moment = self._time.now()
        before = self._said.get(hidden.place)
        if before is not None and moment - before < PAUSE:
            return
        self._said[hidden.place] = moment
        self._said.move_to_end(hidden.place)
        if len(self._said) > _MOST_KNOWN:
            self._said.popitem(last=False)
        bot = escaped(self._client.user.display_name if self._client.user else "")
        text = self._words.words("discord-words-hidden", hidden.language, bot=bot)
        mark = reference(f"hidden:{hidden.message}")
        channel = self._client.get_partial_messageable(int(hidden.place))
        try:
            await channel.send(mark.unseen + text, nonce=mark.nonce)
        except discord.HTTPException as error:
            _log.warning("hidden_words_not_answered", place=hidden.place, status=error.status, code=error.code)
