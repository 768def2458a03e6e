"""From an interaction's own data to what a person did: nothing is remembered for it, so it survives a restart."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

import discord
from discord import AppCommandType, InteractionType

from bot.adapters.discord.custom_ids import (
    ActionId,
    CancelId,
    FormId,
    ModalId,
    Pressed,
    SendId,
    SuggestionId,
    UnknownId,
    read,
)
from bot.adapters.discord.origin import origin_of
from bot.adapters.discord.registered import Registered, Sent
from bot.adapters.discord.submitted import Attached, submitted
from bot.core.ui.inbound import (
    ActionPressed,
    CommandCalled,
    FormAnswered,
    FormCancelled,
    FormResumed,
    Inbound,
    Origin,
    ShortcutUsed,
)


@dataclass(frozen=True)
class Turn:
    """What a person did, and what its answer needs to know of it."""

    inbound: Inbound
    page: int = 0
    """Of the form that the answer may go on with, counted from 0."""
    corrects: bool = False
    """Whether that page is the last that has to be asked."""
    as_it_is: bool = False
    """Whether a form is sent with what is answered so far: the answers aren't in what came."""
    files: Mapping[str, Attached] = field(default_factory=dict)
    """Files that came with it, by field name."""
    repeat: Pressed | None = None
    """What a button would have to mean that does the same again; None where none can."""


def turn_of(interaction: discord.Interaction, registered: Registered) -> Turn:
    """Read a command, a press or a submitted modal."""
    origin, data = origin_of(interaction), cast("Sent", interaction.data)
    match interaction.type:
        case InteractionType.application_command:
            is_typed = data["type"] == AppCommandType.chat_input.value
            return _command(origin, data, registered) if is_typed else Turn(_shortcut(origin, data, registered))
        case InteractionType.modal_submit:
            return _modal(origin, data)
        case _:
            pressed = read(str(data["custom_id"]))
            page, corrects = (pressed.page, pressed.corrects) if isinstance(pressed, FormId) else (0, False)
            inbound = _press(origin, pressed, data)
            return Turn(inbound, page, corrects, isinstance(pressed, SendId), repeat=pressed)


def _command(origin: Origin, data: Sent, registered: Registered) -> Turn:
    typed = registered.typed(data)
    answers = registered.answers(typed)
    sent = {name: str(typed.given[name]) for name in registered.files(typed)}
    files = {name: _attached(data["resolved"]["attachments"][file]) for name, file in sent.items()}
    given = {name: raw for name, raw in answers.items() if name not in files}
    again = None if answers else SuggestionId(f"{typed.name} {typed.verb}".strip())
    return Turn(CommandCalled(origin, typed.name, typed.verb, answers=given), files=files, repeat=again)


def _shortcut(origin: Origin, data: Sent, registered: Registered) -> ShortcutUsed:
    resolved, target, name = data["resolved"], str(data["target_id"]), registered.shortcut(data)
    if data["type"] == AppCommandType.message.value:
        message = resolved["messages"][target]
        author = message["author"]
        return ShortcutUsed(origin, name, str(author["id"]), _name(author), str(message.get("content", "")))
    nick = resolved.get("members", {}).get(target, {}).get("nick")
    return ShortcutUsed(origin, name, target, str(nick or _name(resolved["users"][target])))


def _press(origin: Origin, pressed: Pressed, data: Sent) -> Inbound:
    match pressed:
        case ActionId(token):
            return ActionPressed(origin, token)
        case SuggestionId():
            return CommandCalled(origin, pressed.name, pressed.verb)
        case FormId(token=token):
            return FormResumed(origin, token)
        case SendId(token):
            return FormAnswered(origin, token, {})
        case CancelId(token):
            return FormCancelled(origin, token)
        case ModalId() | UnknownId():  # made up, or of another release: the core has its words for that
            return ActionPressed(origin, str(data["custom_id"]))


def _modal(origin: Origin, data: Sent) -> Turn:
    sent = submitted(data)  # type: ignore[arg-type]  # Discord's word that it is of this shape
    if not isinstance(sent.modal, ModalId):
        return Turn(_press(origin, sent.modal, data))
    answered = FormAnswered(origin, sent.modal.token, sent.answers, final=sent.modal.is_last)
    return Turn(answered, sent.modal.page if sent.modal.is_last else sent.modal.page + 1, files=sent.files)


def _name(user: Sent) -> str:
    return str(user.get("global_name") or user["username"])


def _attached(attachment: Sent) -> Attached:
    return Attached(str(attachment["id"]), attachment["filename"], attachment["url"], attachment["size"])
