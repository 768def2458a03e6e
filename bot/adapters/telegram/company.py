"""Who else is in a group that is a pair's room: what is for the two of them isn't said where anybody reads along."""

from contextlib import suppress

import structlog

from bot.adapters.telegram.places import Spot
from bot.adapters.telegram.refusals import PlaceGone, Trouble
from bot.adapters.telegram.rest import Rest

MOST = 3
"""The two, and the bot."""

_log = structlog.get_logger(__name__)


async def require_alone(rest: Rest, spot: Spot) -> None:
    """Go on only where a pair is among itself; a group in which it isn't is left, and is no room any more.

    Asked each time: a bot that is no administrator isn't told of everybody who comes.

    Raises:
        PlaceGone: somebody else is there.
        Trouble: that can't be found out now.
    """
    if spot.is_private or await rest.ask(rest.bot.get_chat_member_count, spot) <= MOST:
        return
    _log.info("telegram_room_left", place=str(spot))
    with suppress(Trouble):
        await rest.ask(rest.bot.leave_chat, Spot(spot.chat))
    raise PlaceGone(str(spot))
