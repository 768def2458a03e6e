"""Growth threads: a topic in a forum, or posts under a hashtag in a group or channel."""

from bot.adapters.telegram.marks import hashtag
from bot.adapters.telegram.places import Spot
from bot.adapters.telegram.refusals import PlaceGone
from bot.adapters.telegram.rest import Rest
from bot.adapters.telegram.topics import topic_name
from bot.core.effects import Done, OpenThread, PlaceKind


class Threads:
    """Opens growth threads.

    Telegram lists no topics: a try whose answer was lost leaves an empty one behind when the next makes another.
    """

    def __init__(self, rest: Rest) -> None:
        self._rest = rest

    async def open(self, opening: OpenThread, key: str) -> Done:
        """Open a thread where the community's are."""
        home = opening.homes.get(PlaceKind.THREADS, "")
        if not home:
            raise PlaceGone("")
        spot = Spot.read(home)
        there = await self._rest.ask(self._rest.bot.get_chat, spot)
        if not there.is_forum:
            return Done(str(Spot(there.id, mark=hashtag(opening.title, key))))
        topic = await self._rest.make(self._rest.bot.create_forum_topic, spot, name=topic_name(opening.title))
        return Done(str(Spot(there.id, topic.message_thread_id)))
