"""Mentorship rooms in people's private chats with the bot: opened, closed and deleted."""

from contextlib import suppress

from bot.adapters.telegram.marks import room_mark
from bot.adapters.telegram.places import Spot
from bot.adapters.telegram.refusals import Closed, Declined, NotAllowed, PlaceGone, Trouble, Unchanged
from bot.adapters.telegram.rest import Rest
from bot.adapters.telegram.topics import topic_name
from bot.core.effects import AdmitToRoom, ArchiveRoom, DeleteRoom, Done, OpenRoom


class Rooms:
    """Makes each of a pair a place of their own; what is said is carried between them.

    Telegram lists no topics: a try whose answer was lost leaves an empty one behind when the next makes another.
    """

    def __init__(self, rest: Rest) -> None:
        self._rest = rest

    async def open(self, opening: OpenRoom, key: str) -> Done:
        """Open a topic in each private chat, or agree on a mark where there can be none."""
        spots: dict[str, Spot] = {}
        try:
            for account in opening.accounts:
                spots[account] = await self._place(int(account), opening.title, key)
        except Trouble:
            for spot in spots.values():
                await self._undo(spot)
            raise
        rooms = {account: str(spot) for account, spot in spots.items()}
        return Done(rooms[opening.accounts[0]], rooms=rooms)

    async def admit(self, changing: AdmitToRoom) -> Done:
        """Change nothing: nobody can be let into somebody's private chat."""
        return Done(changing.place)

    async def archive(self, closing: ArchiveRoom) -> Done:
        """Close a topic in a group; those in private chats stay open (closeForumTopic), and the core says nothing."""
        spot = Spot.read(closing.place)
        if spot.thread is not None and not spot.is_private:
            with suppress(Unchanged, PlaceGone):
                await self._rest.ask(self._rest.bot.close_forum_topic, spot, message_thread_id=spot.thread)
        return Done(closing.place)

    async def delete(self, deleting: DeleteRoom) -> Done:
        """Delete a topic with all that was said in it; a chat itself isn't the bot's to delete."""
        spot = Spot.read(deleting.place)
        if spot.thread is not None:
            with suppress(PlaceGone, Closed):
                await self._rest.ask(self._rest.bot.delete_forum_topic, spot, message_thread_id=spot.thread)
        return Done(deleting.place)

    async def _place(self, chat: int, title: str, key: str) -> Spot:
        shared = Spot(chat, mark=room_mark(key))
        if not self._rest.me.has_topics:
            return shared
        try:
            topic = await self._rest.make(self._rest.bot.create_forum_topic, Spot(chat), name=topic_name(title))
        except (Closed, Declined, NotAllowed):  # they never started the bot, or topics are off again
            return shared
        return Spot(chat, topic.message_thread_id)

    async def _undo(self, spot: Spot) -> None:
        """Take back what the next try would make again."""
        if spot.thread is not None:
            with suppress(Trouble):
                await self._rest.ask(self._rest.bot.delete_forum_topic, spot, message_thread_id=spot.thread)
