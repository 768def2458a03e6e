"""Answering what a person did: in time whatever the core takes, to those who may see it, where it belongs."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import discord

from bot.adapters.discord.attachments import LARGEST_FILE, Fetched, fetch
from bot.adapters.discord.cards import form_card
from bot.adapters.discord.custom_ids import Pressed
from bot.adapters.discord.modals import modal, pages
from bot.adapters.discord.pressed import holds_form, is_for_one
from bot.adapters.discord.render import Key, Rendered, Surroundings, laid_out, rendered
from bot.adapters.discord.responding import Response, Standing
from bot.adapters.discord.searching import labels
from bot.adapters.discord.suggested import suggested
from bot.adapters.discord.turns import Turn
from bot.core.dialogue.conversation import Conversation
from bot.core.ui.commands import Audience, Placement, Traits
from bot.core.ui.forms import Raw
from bot.core.ui.inbound import CommandCalled, FormAnswered, FormResumed, Inbound, ShortcutUsed, Where
from bot.core.ui.pictures import Painter
from bot.core.ui.replies import OpenForm, Reply
from bot.core.ui.views import Text, Tone, View


@dataclass(frozen=True)
class Patience:
    """Seconds that are waited for the core before Discord is told something else; its own limit is 3."""

    form: float = 2.0
    answer: float = 1.0
    search: float = 2.5


@dataclass(frozen=True)
class _Prepared:
    """An answer that is ready to be sent."""

    reply: Reply
    drawn: Rendered | None = None
    """A view as it looks."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """How the answers of a form's searched fields are called."""


class Answering:
    """Asks the core, and sends what it says."""

    def __init__(self, conversation: Conversation, painter: Painter, patience: Patience) -> None:
        self._conversation, self._painter, self._patience = conversation, painter, patience
        self._asking: set[asyncio.Task[_Prepared]] = set()

    async def answer(self, interaction: discord.Interaction, turn: Turn) -> None:
        """Answer one turn; what the core has begun it finishes, also where nobody waits for it any more."""
        response, traits = Response(interaction), self._conversation.traits(turn.inbound)
        asking = asyncio.create_task(self._prepared(interaction, turn))
        self._asking.add(asking)
        asking.add_done_callback(self._asking.discard)
        done, _ = await asyncio.wait({asking}, timeout=_longest(traits, response, self._patience))
        if not done:
            await self._hold(response, turn, traits)
        try:
            prepared = await asyncio.shield(asking)
        except Exception:
            await response.say(self._failed(turn.inbound), only_me=_has_others(turn))
            raise
        await self._put(response, turn, prepared)

    async def _prepared(self, interaction: discord.Interaction, turn: Turn) -> _Prepared:
        fetched = await fetch(turn.files, interaction.client)
        reply = await self._asked(turn, fetched)
        origin, words = turn.inbound.origin, self._conversation
        match reply.content:
            case View() as view:
                drawn = await rendered(view, words=words, language=origin.language, painter=self._painter)
                return _Prepared(reply, drawn)
            case OpenForm() as opened:
                every = pages(opened.form)
                fields = every[min(turn.page, len(every) - 1)]
                return _Prepared(reply, labels=await labels(opened, fields, origin, words))
            case None:
                return _Prepared(reply)

    async def _asked(self, turn: Turn, fetched: Fetched) -> Reply:
        inbound = _with(turn.inbound, fetched)
        if turn.as_it_is and isinstance(inbound, FormAnswered):
            return await self._sent(inbound)
        reply = await self._conversation.handle(inbound)
        if isinstance(inbound, FormAnswered) and not inbound.final and reply.content is None:
            reply = await self._conversation.handle(FormResumed(inbound.origin, inbound.token))
        if fetched.too_big and isinstance(reply.content, OpenForm):
            trouble = self._say(inbound, "discord-file-too-big", kilobytes=LARGEST_FILE // 1000)
            errors = {**reply.content.errors, **dict.fromkeys(fetched.too_big, trouble)}
            return replace(reply, content=replace(reply.content, errors=errors))
        return reply

    async def _sent(self, answered: FormAnswered) -> Reply:
        """Send a form with what was answered, and what it suggests where nothing was."""
        reply = await self._conversation.handle(FormResumed(answered.origin, answered.token))
        if not isinstance(reply.content, OpenForm):
            return reply
        return await self._conversation.handle(replace(answered, answers=suggested(reply.content)))

    async def _hold(self, response: Response, turn: Turn, traits: Traits) -> None:
        """Acknowledge before the answer is there, in the way that leaves it the most room."""
        has_others = _has_others(turn)
        if traits.opens_form and response.takes_modals:
            if turn.repeat is None:
                await response.think(only_me=has_others)
            else:
                await response.offer(self._stand_in(turn.inbound, turn.repeat), only_me=has_others)
        elif traits.placement is Placement.IN_PLACE and response.pressed is not None:
            await response.keep_quiet()
        else:
            await response.think(only_me=has_others and traits.audience is Audience.ONLY_ME)

    async def _put(self, response: Response, turn: Turn, prepared: _Prepared) -> None:
        match prepared.reply.content:
            case None:
                await _say_nothing(response)
            case OpenForm() as opened:
                await self._open(response, turn, opened, prepared.labels)
            case View() if prepared.drawn is not None:
                only_me = _has_others(turn) and prepared.reply.audience is Audience.ONLY_ME
                in_place = prepared.reply.placement is Placement.IN_PLACE or holds_form(response.pressed)
                await _show(response, prepared.drawn, only_me=only_me, in_place=in_place)

    async def _open(self, response: Response, turn: Turn, opened: OpenForm, labels: Mapping[str, str]) -> None:
        language = turn.inbound.origin.language
        is_wrong = bool(opened.errors or opened.trouble)
        if response.takes_modals and not is_wrong:
            drawn = modal(
                opened, turn.page, words=self._conversation, language=language, labels=labels, corrects=turn.corrects
            )
            await response.ask(drawn)
            await self._keep(turn.inbound, opened.token, _elsewhere(opened, turn.page))
        elif response.standing is not Standing.ASKED:
            if not is_wrong:
                await self._keep(turn.inbound, opened.token, opened.answers)
            card = Rendered(form_card(opened, turn.page, words=self._conversation, language=language))
            in_place = is_for_one(response.pressed) or holds_form(response.pressed)
            await _show(response, card, only_me=_has_others(turn), in_place=in_place)

    async def _keep(self, inbound: Inbound, token: str, answers: Mapping[str, Raw]) -> None:
        """Keep what came with a command and won't come back: a button carries no answers, a modal those it asks."""
        if isinstance(inbound, CommandCalled | ShortcutUsed) and answers:
            await self._conversation.handle(FormAnswered(inbound.origin, token, answers, final=False))

    def _stand_in(self, inbound: Inbound, again: Pressed) -> Rendered:
        view = View(self._say(inbound, "discord-late"), (Text(self._say(inbound, "discord-late-means")),))
        key = Key(self._say(inbound, "discord-form-continue"), again)
        return laid_out(view, (key,), Surroundings(inbound.origin.language), self._conversation)

    def _failed(self, inbound: Inbound) -> Rendered:
        view = View(self._say(inbound, "discord-failed"), tone=Tone.ATTENTION)
        return laid_out(view, (), Surroundings(inbound.origin.language), self._conversation)

    def _say(self, inbound: Inbound, key: str, **facts: int) -> str:
        return self._conversation.words(key, inbound.origin.language, **facts)


async def _show(response: Response, drawn: Rendered, *, only_me: bool, in_place: bool) -> None:
    """Say it where the same people see it who saw what was pressed, else on its own."""
    same_people = response.pressed is not None and is_for_one(response.pressed) is only_me
    if in_place and same_people and response.standing in {Standing.UNANSWERED, Standing.QUIET}:
        await response.replace(drawn)
    else:
        await response.say(drawn, only_me=only_me)


async def _say_nothing(response: Response) -> None:
    if response.standing is Standing.UNANSWERED and response.pressed is not None:
        await response.keep_quiet()
    elif response.standing is Standing.UNANSWERED:
        await response.think(only_me=True)  # Discord takes no silence for a command
    await response.withdraw()


def _elsewhere(opened: OpenForm, page: int) -> Mapping[str, Raw]:
    """The answers to what the modal of this page doesn't ask."""
    every = pages(opened.form)
    here = {field.name for field in every[min(page, len(every) - 1)]}
    return {name: raw for name, raw in opened.answers.items() if name not in here}


def _longest(traits: Traits, response: Response, patience: Patience) -> float:
    return patience.form if traits.opens_form and response.takes_modals else patience.answer


def _has_others(turn: Turn) -> bool:
    """Whether others are there, who needn't see what is for one alone."""
    return turn.inbound.origin.where is not Where.PRIVATE


def _with(inbound: Inbound, fetched: Fetched) -> Inbound:
    """Put files' texts to the answers; a form with a file that is too big can't be carried out yet."""
    if isinstance(inbound, FormAnswered):
        return replace(
            inbound, answers={**inbound.answers, **fetched.texts}, final=inbound.final and not fetched.too_big
        )
    if isinstance(inbound, CommandCalled):
        return replace(inbound, answers={**inbound.answers, **fetched.texts})
    return inbound
