"""The core's commands and shortcuts as Discord registers them.

A stem with several verbs becomes a group, its bare meaning the subcommand `show`. Names are the same in every
language, since texts tell people what to type; everything else is said in all of them.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

import discord
from discord import AppCommandOptionType, AppCommandType

from bot.adapters.discord.localising import Spoken, first_of, localised
from bot.adapters.discord.options import LONGEST_DESCRIPTION, Payload, options, shortened
from bot.core.dialogue.conversation import Conversation
from bot.core.ui.commands import CommandCard, ShortcutCard, ShortcutKind

BARE = "show"
"""What a group's command without a verb is called: a group itself can't be given."""

KINDS: Mapping[ShortcutKind, AppCommandType] = {
    ShortcutKind.PERSON: AppCommandType.user,
    ShortcutKind.MESSAGE: AppCommandType.message,
}

LONGEST_LABEL = 32
"""Characters of a context-menu command's name (Application Commands: Naming)."""

_IN_GUILDS, _IN_DIRECT_MESSAGES = 0, 1
_INSTALLED_IN_GUILDS = 0
_MODERATORS = discord.Permissions(manage_guild=True)
"""Who sees moderators' commands unless a guild's administrators say otherwise; the core checks by itself, too."""


def payloads(conversation: Conversation) -> list[Payload]:
    """Say every command as `PUT /applications/{id}/commands` takes it, always in the same order."""
    return [*_commands(conversation), *_shortcuts(conversation)]


def fingerprint(payloads: Sequence[Payload]) -> str:
    """Tell whether what is registered is still what should be: equal for equal payloads, in any process."""
    return sha256(json.dumps(payloads, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _commands(conversation: Conversation) -> Iterable[Payload]:
    registries = {language: conversation.registry(language) for language in conversation.languages()}
    stems: dict[str, list[Spoken[CommandCard]]] = {}
    for number, card in enumerate(first_of(registries)):
        spoken = {language: cards[number] for language, cards in registries.items()}
        stems.setdefault(card.name, []).append(spoken)
    return (_command(name, stem) for name, stem in stems.items())


def _command(name: str, stem: Sequence[Spoken[CommandCard]]) -> Payload:
    is_group = len(stem) > 1 or bool(first_of(stem[0]).verb)
    below = [_subcommand(each) for each in stem] if is_group else _options(stem[0])
    command: Payload = {
        "type": AppCommandType.chat_input.value,
        "name": name,
        **_described(stem[0]),
        "options": below,
        **_contexts(),
    }
    if all(first_of(each).for_moderators for each in stem):
        command["default_member_permissions"] = str(_MODERATORS.value)
    return command


def _subcommand(card: Spoken[CommandCard]) -> Payload:
    return {
        "type": AppCommandOptionType.subcommand.value,
        "name": first_of(card).verb or BARE,
        **_described(card),
        "options": _options(card),
    }


def _described(card: Spoken[CommandCard]) -> Payload:
    texts = {language: shortened(each.summary, LONGEST_DESCRIPTION) for language, each in card.items()}
    return {"description": first_of(texts), "description_localizations": localised(texts)}


def _options(card: Spoken[CommandCard]) -> list[Payload]:
    return options({language: each.parameters for language, each in card.items()})


def _shortcuts(conversation: Conversation) -> Iterable[Payload]:
    listed = {language: conversation.shortcuts(language) for language in conversation.languages()}
    for number, _ in enumerate(first_of(listed)):
        yield _shortcut({language: cards[number] for language, cards in listed.items()})


def _shortcut(card: Spoken[ShortcutCard]) -> Payload:
    labels = {language: shortened(each.label, LONGEST_LABEL) for language, each in card.items()}
    return {
        "type": KINDS[first_of(card).kind].value,
        "name": first_of(labels),
        "name_localizations": localised(labels),
        **_contexts(),
    }


def _contexts() -> Payload:
    return {"contexts": [_IN_GUILDS, _IN_DIRECT_MESSAGES], "integration_types": [_INSTALLED_IN_GUILDS]}
