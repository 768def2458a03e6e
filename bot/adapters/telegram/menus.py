"""Keeps the menus of commands, and what the bot says of itself, at this release's; asks only where they differ."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, Protocol

import structlog
from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)
from telegram.error import BadRequest

from bot.adapters.telegram.commands import CANCEL, UNSEND, flat
from bot.core.dialogue.conversation import Conversation
from bot.core.ui.commands import CommandCard

MOST: Final = 100
LONGEST_COMMAND: Final = 32
LONGEST_SUMMARY: Final = 256
"""Of one menu (BotCommand, setMyCommands)."""

_IN_GROUPS: Final = ("help", "join")
"""What a group's menu offers to everybody; more is for the private chat."""

_log = structlog.get_logger(__name__)

Entry = tuple[str, str]
"""A command and what it is for."""


class Notebook(Protocol):
    """Small facts about the installation, kept over restarts."""

    async def get(self, name: str) -> str | None:
        """Look one up."""

    async def keep(self, name: str, value: str) -> None:
        """Keep one, in place of what it was."""


class Sets(Protocol):
    """What of the Bot API is asked; `telegram.Bot` has it."""

    async def set_my_commands(
        self, commands: Sequence[BotCommand], scope: BotCommandScope | None = None, language_code: str | None = None
    ) -> bool:
        """Set the menu of a scope and language; the empty language is for all that have none of their own."""

    async def set_my_description(self, description: str | None = None, language_code: str | None = None) -> bool:
        """Set what stands in an empty chat."""

    async def set_my_short_description(
        self, short_description: str | None = None, language_code: str | None = None
    ) -> bool:
        """Set what stands on the bot's page."""


@dataclass(frozen=True)
class Menus:
    """What one language's people are offered, and told of the bot."""

    scopes: Mapping[str, Sequence[Entry]]
    description: str
    short_description: str


_SCOPES: Final[Mapping[str, BotCommandScope]] = {
    BotCommandScope.ALL_PRIVATE_CHATS: BotCommandScopeAllPrivateChats(),
    BotCommandScope.ALL_GROUP_CHATS: BotCommandScopeAllGroupChats(),
    BotCommandScope.ALL_CHAT_ADMINISTRATORS: BotCommandScopeAllChatAdministrators(),
}


def menus(conversation: Conversation, language: str) -> Menus:
    """Make the menus of a language."""
    cards = conversation.registry(language)
    own = [
        (CANCEL, conversation.words("telegram-command-cancel", language)),
        (UNSEND, conversation.words("telegram-command-unsend", language)),
    ]
    shared = [_entry(each) for each in cards if each.name in _IN_GROUPS and not each.verb]
    moderators = [_entry(each) for each in cards if each.for_moderators]
    return Menus(
        {
            BotCommandScope.ALL_PRIVATE_CHATS: [*(_entry(each) for each in cards if not each.for_moderators), *own][
                :MOST
            ],
            BotCommandScope.ALL_GROUP_CHATS: shared,
            BotCommandScope.ALL_CHAT_ADMINISTRATORS: [*moderators, *shared][:MOST],
        },
        conversation.words("telegram-description", language),
        conversation.words("telegram-short-description", language),
    )


class Registrar:
    """Sets what isn't set yet; what Telegram refuses is logged, since asking again wouldn't help."""

    def __init__(self, bot: Sets, notebook: Notebook, account: int) -> None:
        self._bot, self._notebook, self._note = bot, notebook, f"telegram-menus:{account}"

    async def sync(self, conversation: Conversation) -> None:
        """Set every menu that isn't as it should be; the first language is everybody's who has none of these.

        Raises:
            TelegramError: Telegram can't be asked now.
        """
        kept = await self._notebook.get(self._note)
        known: dict[str, str] = json.loads(kept) if kept else {}
        for number, language in enumerate(conversation.languages()):
            wanted, code = menus(conversation, language), language if number else ""
            mark = _mark(wanted)
            if known.get(code) != mark and await self._set(wanted, code):
                known = {**known, code: mark}
                await self._notebook.keep(self._note, json.dumps(known, sort_keys=True))

    async def _set(self, wanted: Menus, code: str) -> bool:
        try:
            for scope, entries in wanted.scopes.items():
                await self._bot.set_my_commands([BotCommand(*each) for each in entries], _SCOPES[scope], code or None)
            await self._bot.set_my_description(wanted.description, code or None)
            await self._bot.set_my_short_description(wanted.short_description, code or None)
        except BadRequest as error:
            _log.error("telegram_menus_refused", language=code, reason=error.message)
            return False
        _log.info("telegram_menus_set", language=code)
        return True


def _entry(card: CommandCard) -> Entry:
    summary = card.summary
    return flat(card.name, card.verb)[:LONGEST_COMMAND], summary if len(summary) <= LONGEST_SUMMARY else _cut(summary)


def _cut(summary: str) -> str:
    return f"{summary[: LONGEST_SUMMARY - 1]}…"


def _mark(wanted: Menus) -> str:
    told = [dict(wanted.scopes), wanted.description, wanted.short_description]
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
