"""The places that a programme needs in a group: nothing is made, but what the bot may do there is looked at."""

from collections.abc import Iterator

from telegram import ChatFullInfo, ChatMember, ChatMemberAdministrator, ChatMemberOwner, ChatMemberRestricted
from telegram.constants import ChatType

from bot.adapters.telegram.places import Spot
from bot.adapters.telegram.refusals import Closed, Declined, NotAllowed, PlaceGone
from bot.adapters.telegram.rest import Rest
from bot.core.effects import Done, Lacking, Outcome, PlaceKind, PrepareHomes, Refused

RIGHTS = (
    "can_send_messages", "can_manage_topics", "can_post_messages", "can_edit_messages", "can_pin_messages",
    "can_delete_messages", "administrator",
)  # fmt: skip
"""Every right that may be found lacking, by Telegram's names; `administrator` where it doesn't say which."""

_POSTS = ("can_post_messages", "can_edit_messages")
"""In a channel: growth threads are posts there, and edits follow."""


class Homes:
    """Prepares communities: a group is its own commons, and has the growth threads unless a channel was chosen."""

    def __init__(self, rest: Rest) -> None:
        self._rest = rest

    async def prepare(self, preparing: PrepareHomes) -> Outcome:
        """Find each place, and name what the bot isn't allowed there."""
        group = await self._rest.ask(self._rest.bot.get_chat, Spot.read(preparing.community))
        chosen = preparing.known.get(PlaceKind.THREADS, "").strip()
        threads = await self._chosen(chosen, group) if PlaceKind.THREADS in preparing.titles and chosen else group
        if threads is None:
            return Refused("no place of this community")
        missing = [*await self._missing(group), *(await self._missing(threads) if threads.id != group.id else ())]
        if missing:
            return Lacking(tuple(dict.fromkeys(missing)))
        homes = {PlaceKind.COMMONS: group, PlaceKind.ROOMS: group, PlaceKind.THREADS: threads}
        return Done(str(group.id), {kind: str(homes[kind].id) for kind in preparing.titles})

    async def _chosen(self, chosen: str, group: ChatFullInfo) -> ChatFullInfo | None:
        """Find a place by its id or public name; None where it is none that the group's own people run.

        A moderator could name any channel that the bot is in: another community's, too.
        """
        if chosen in {str(group.id), f"@{group.username}"}:
            return group
        try:
            there = await self._named(chosen)
            is_theirs = there.type != ChatType.PRIVATE and await self._shares_administrators(there, group)
        except (PlaceGone, Closed, Declined, ValueError):  # not there, or not to be seen from outside
            raise NotAllowed(*_POSTS) from None
        return there if is_theirs else None

    async def _named(self, chosen: str) -> ChatFullInfo:
        name = chosen.removeprefix("https://").removeprefix("t.me/").removeprefix("@")
        if name.lstrip("-").isdecimal():
            return await self._rest.ask(self._rest.bot.get_chat, Spot.read(name))
        return await self._rest.look_up(self._rest.bot.get_chat, f"@{name}")

    async def _shares_administrators(self, there: ChatFullInfo, group: ChatFullInfo) -> bool:
        people = [
            {each.user.id for each in await self._rest.ask(self._rest.bot.get_chat_administrators, Spot(chat.id))}
            for chat in (there, group)
        ]
        return bool((people[0] & people[1]) - {self._rest.me.id})

    async def _missing(self, chat: ChatFullInfo) -> tuple[str, ...]:
        me = await self._rest.ask(self._rest.bot.get_chat_member, Spot(chat.id), user_id=self._rest.me.id)
        return tuple(_missing(chat, me))


def _missing(chat: ChatFullInfo, me: ChatMember) -> Iterator[str]:
    if isinstance(me, ChatMemberOwner):
        return
    if chat.type == ChatType.CHANNEL:
        yield from (each for each in _POSTS if not _may(me, each))
        return
    if chat.is_forum and not _may(me, "can_manage_topics"):
        yield "can_manage_topics"
    if not isinstance(me, ChatMemberAdministrator) and not _may_write(chat, me):
        yield "can_send_messages"


def _may(me: ChatMember, right: str) -> bool:
    return isinstance(me, ChatMemberAdministrator) and bool(getattr(me, right))


def _may_write(chat: ChatFullInfo, me: ChatMember) -> bool:
    """Whether the bot may write without being an administrator."""
    if isinstance(me, ChatMemberRestricted):
        return bool(me.can_send_messages)
    return chat.permissions is None or chat.permissions.can_send_messages is not False
