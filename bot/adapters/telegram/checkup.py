"""Looks at what an operator has set up at BotFather, and where Telegram sends what people do."""

import asyncio
from dataclasses import dataclass
from typing import Final

from bot.adapters.telegram.identity import Me
from bot.adapters.telegram.refusals import Trouble
from bot.adapters.telegram.rest import Rest

LONGEST_LOOK: Final = 30.0
"""Seconds."""


class Away(Exception):
    """Telegram doesn't answer, or not with what was asked."""


@dataclass(frozen=True)
class Checkup:
    """What was found."""

    me: Me
    webhook: str
    """The address that updates are sent to; empty where they wait to be fetched."""
    waiting: int
    """Updates that wait."""
    webhook_trouble: str
    """What Telegram last met with at that address, if it did."""


async def look(token: str, api_url: str) -> Checkup:
    """Ask Telegram about the bot; nothing is changed.

    Raises:
        LockedOut: it doesn't take the token.
        Away: it can't be asked.
    """
    rest = Rest(token, api_url)
    try:
        async with asyncio.timeout(LONGEST_LOOK):
            me = await rest.log_in()
            told = await rest.look_up(rest.bot.get_webhook_info)
    except (Trouble, TimeoutError) as error:
        raise Away(str(error) or type(error).__name__) from None
    finally:
        await rest.close()
    return Checkup(me, told.url, told.pending_update_count, told.last_error_message or "")
