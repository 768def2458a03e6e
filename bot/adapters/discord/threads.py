"""Growth threads: one per member, a forum's post where there is a forum."""

from collections.abc import Iterable

import discord
from discord.http import handle_message_parameters

from bot.adapters.discord.channels import (
    CATEGORY,
    FORUM,
    LONGEST_QUIET,
    Channel,
    channel,
    plain_name,
)
from bot.adapters.discord.crowds import Crowds
from bot.adapters.discord.escape import escaped, one_line
from bot.adapters.discord.messages import Messages, allowed, bears
from bot.adapters.discord.reasons import Reason, Reasons
from bot.adapters.discord.references import Reference
from bot.adapters.discord.refusals import Code, PlaceGone
from bot.adapters.discord.render import Layout, Rendered
from bot.adapters.discord.rest import Json, Rest
from bot.core.effects import Done, OpenThread, PlaceKind

_LOOKED_AT = 50
"""The threads archived last among which an earlier try's is looked for."""


class Threads:
    """Opens growth threads; each begins with a message that bears its effect's mark."""

    def __init__(self, rest: Rest, messages: Messages, crowds: Crowds, reasons: Reasons) -> None:
        self._rest, self._messages, self._crowds, self._reasons = rest, messages, crowds, reasons

    async def open(self, opening: OpenThread, mark: Reference, *, again: bool) -> Done:
        """Open a member's thread, or find the one that an earlier try has opened."""
        home = await self._home(opening)
        if home.type == FORUM:
            found = await self._found(opening, home, mark) if again else None
            thread = found or await self._begun_post(opening, home, mark)
        else:
            thread = await self._begun_thread(opening, home, mark, again=again)
        await self._crowds.settle(opening.community, thread)
        return Done(thread)

    async def _home(self, opening: OpenThread) -> Channel:
        place = opening.homes.get(PlaceKind.THREADS)
        if not place:
            raise PlaceGone("")
        home = channel(await self._rest.ask("GET", "/channels/{channel_id}", channel_id=place))
        if home.type == CATEGORY:
            raise PlaceGone(place)
        return home

    async def _begun_post(self, opening: OpenThread, home: Channel, mark: Reference) -> str:
        shown = _starter(opening, mark)
        post: dict[str, object] = {"name": plain_name(opening.title), "auto_archive_duration": LONGEST_QUIET}
        if home.tags:
            post["applied_tags"] = home.tags[:1]
        params = handle_message_parameters(view=shown.layout, allowed_mentions=allowed(()), channel_payload=post)
        told = await self._rest.ask(
            "POST",
            "/channels/{channel_id}/threads",
            message=params,
            channel_id=home.id,
            reason=self._reasons.say(Reason.THREAD_OPENED),
        )
        return channel(told).id

    async def _begun_thread(self, opening: OpenThread, home: Channel, mark: Reference, *, again: bool) -> str:
        """Begin a thread under a message, whose id it takes: however often this is tried, there is one."""
        posted = await self._messages.find(home.id, mark) if again else None
        if posted is None:
            posted = await self._messages.post(home.id, _starter(opening, mark), mark)
        try:
            await self._rest.ask(
                "POST",
                "/channels/{channel_id}/messages/{message_id}/threads",
                {"name": plain_name(opening.title), "auto_archive_duration": LONGEST_QUIET},
                channel_id=home.id,
                message_id=posted.message,
                reason=self._reasons.say(Reason.THREAD_OPENED),
            )
        except discord.HTTPException as error:
            if error.code != Code.THREAD_IS_THERE:
                raise
        return posted.message

    async def _found(self, opening: OpenThread, home: Channel, mark: Reference) -> str | None:
        active = await self._rest.ask("GET", "/guilds/{guild_id}/threads/active", guild_id=opening.community)
        archived = await self._rest.ask(
            "GET", "/channels/{channel_id}/threads/archived/public", query={"limit": _LOOKED_AT}, channel_id=home.id
        )
        for each in self._alike((*active["threads"], *archived["threads"]), opening, home):
            if await self._begins_with(each.id, mark):
                return each.id
        return None

    def _alike(self, threads: Iterable[Json], opening: OpenThread, home: Channel) -> Iterable[Channel]:
        name = plain_name(opening.title)
        read = map(channel, threads)
        return (each for each in read if (each.parent, each.owner, each.name) == (home.id, self._rest.me, name))

    async def _begins_with(self, thread: str, mark: Reference) -> bool:
        """Whether a post's first message, which has the post's id, bears the mark."""
        path = "/channels/{channel_id}/messages/{message_id}"
        try:
            first = await self._rest.ask("GET", path, channel_id=thread, message_id=thread)
        except discord.NotFound:
            return False
        return bears(first, mark)


def _starter(opening: OpenThread, mark: Reference) -> Rendered:
    """What a thread begins with: its title and whose it is, in no language."""
    layout, container = Layout(), discord.ui.Container[Layout](id=mark.component)
    container.add_item(discord.ui.TextDisplay(f"### {escaped(one_line(opening.title))}\n<@{int(opening.account)}>"))
    layout.add_item(container)
    return Rendered(layout)
