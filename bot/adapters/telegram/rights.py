"""What Telegram says of somebody's rights in a group, asked afresh where it matters."""

import asyncio
from dataclasses import dataclass, replace
from typing import Final, Protocol

import structlog
from telegram import ChatFullInfo, ChatMember, ChatMemberAdministrator, ChatMemberOwner, ChatMemberRestricted
from telegram.error import TelegramError

from bot.adapters.telegram.updates import is_present
from bot.core.ui.inbound import Origin, Right

KEPT_FOR: Final = 5.0
"""Seconds in which the same question isn't asked again."""

_MOST_KEPT: Final = 512

_log = structlog.get_logger(__name__)


class Asks(Protocol):
    """What of the Bot API is asked; `telegram.Bot` has it."""

    async def get_chat_member(self, chat_id: str | int, user_id: int) -> ChatMember:
        """Tell what somebody is in a chat."""

    async def get_chat(self, chat_id: str | int) -> ChatFullInfo:
        """Tell all of a chat."""


@dataclass(frozen=True)
class _Kept:
    until: float
    belonging: "Belonging"


@dataclass(frozen=True)
class Belonging:
    """What somebody is in a group; nobody at all where Telegram doesn't tell."""

    is_member: bool = False
    is_administrator: bool = False
    rights: tuple[Right, ...] = ()


class Rights:
    """Asks what people and the bot itself are in a group."""

    def __init__(self, asks: Asks, bot: int) -> None:
        self._asks, self._bot = asks, bot
        self._kept: dict[tuple[int, int], _Kept] = {}

    async def of(self, group: int, user: int) -> Belonging:
        """Say what somebody is in a group; for the bot itself, with what it may do there."""
        moment = asyncio.get_running_loop().time()
        kept = self._kept.get((group, user))
        if kept is not None and kept.until > moment:
            return kept.belonging
        try:
            belonging = await self._asked(group, user)
        except TelegramError as error:
            _log.warning("rights_not_told", group=group, error=type(error).__name__)
            return Belonging()
        if len(self._kept) >= _MOST_KEPT:
            self._kept.clear()
        self._kept[group, user] = _Kept(moment + KEPT_FOR, belonging)
        return belonging

    async def known(self, origin: Origin, community: str) -> Origin:
        """Say of a person's doing, which is about one community from now on, what their and the bot's rights are."""
        if not _is_group(community) or not origin.account:
            return origin
        group = int(community)
        person, bot = await asyncio.gather(self.of(group, int(origin.account)), self.of(group, self._bot))
        return replace(origin, community=community, is_administrator=person.is_administrator, rights=bot.rights)

    async def _asked(self, group: int, user: int) -> Belonging:
        member = await self._asks.get_chat_member(group, user)
        rights = _rights(member, await self._asks.get_chat(group)) if user == self._bot else ()
        administers = isinstance(member, ChatMemberOwner | ChatMemberAdministrator)
        return Belonging(is_present(member), administers, rights)


def _rights(bot: ChatMember, group: ChatFullInfo) -> tuple[Right, ...]:
    """Name what the bot needs, by Telegram's names: topics of its own making where there are topics."""
    administers = isinstance(bot, ChatMemberAdministrator)
    rights = [Right("can_send_messages", administers or _may_write(bot, group))]
    if group.is_forum:
        topics = isinstance(bot, ChatMemberAdministrator) and bool(bot.can_manage_topics)
        rights.append(Right("can_manage_topics", topics))
    return tuple(rights)


def _may_write(bot: ChatMember, group: ChatFullInfo) -> bool:
    if isinstance(bot, ChatMemberRestricted):
        return bool(bot.can_send_messages)
    return is_present(bot) and (group.permissions is None or group.permissions.can_send_messages is not False)


def _is_group(community: str) -> bool:
    """Whether this is a group's id, which are below zero."""
    return community.startswith("-") and community[1:].isdecimal()
