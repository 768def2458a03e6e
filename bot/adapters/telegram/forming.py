"""Filling in a form, question by question: where it is stands in the stored form, and nowhere else."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from bot.adapters.telegram.answering import NOTHING, About, Answering
from bot.adapters.telegram.hearing import Hearing
from bot.adapters.telegram.moves import Ask, Asked, Idle, Leave, Move, PutAway, Questions, Search, Send
from bot.adapters.telegram.origin import chat_of, part_of, thread_in
from bot.core.dialogue.conversation import ASKING
from bot.core.ui.commands import Placement
from bot.core.ui.forms import Raw
from bot.core.ui.inbound import FormAnswered, FormCancelled, Origin, Searched
from bot.core.ui.replies import Ongoing, OpenForm, Reply
from bot.lines import Lines


@dataclass(frozen=True)
class _Turn:
    """Somebody goes on with a form of one community (empty: whichever it is)."""

    origin: Origin
    opened: OpenForm
    community: str
    about: About


class Forming:
    """Asks, and takes answers in. `lines` are those in which the core is told things, chat by chat."""

    def __init__(self, hearing: Hearing, questions: Questions, answering: Answering, lines: Lines) -> None:
        self._hearing, self._questions, self._answering, self._lines = hearing, questions, answering, lines

    async def answer(self, origin: Origin, reply: Reply, about: About = NOTHING) -> None:
        """Answer with whatever the core says in private: a view is shown, a form is begun."""
        if isinstance(reply.content, OpenForm):
            await self._open(_Turn(origin, reply.content, origin.community, NOTHING))
        else:
            self._answering.reply(origin, reply, about)

    async def again(self, origin: Origin, ongoing: Ongoing, about: About = NOTHING) -> None:
        """Ask again what is asked."""
        await self.go(origin, ongoing, self._questions.again(ongoing.opened), about)

    async def type(self, origin: Origin, ongoing: Ongoing, text: str) -> None:
        """Take in an answer in words."""
        await self.go(origin, ongoing, self._questions.typed(ongoing.opened, text))

    async def attach(self, origin: Origin, ongoing: Ongoing, text: str) -> None:
        """Take in the text of a file."""
        await self.go(origin, ongoing, self._questions.filed(ongoing.opened, text))

    def meant(self, ongoing: Ongoing, data: str) -> Move:
        """Say what a button of a form's means."""
        return self._questions.pressed(ongoing.opened, data)

    async def go(self, origin: Origin, ongoing: Ongoing, move: Move, about: About = NOTHING) -> None:
        """Go on with a form."""
        await self._go(_Turn(origin, ongoing.opened, ongoing.community, about), move)

    async def _open(self, turn: _Turn) -> None:
        """Begin with a form, or go on with one that couldn't be carried out yet."""
        move = self._questions.begin(turn.opened)
        if isinstance(move, Ask):
            answers = {**turn.opened.answers, **move.answers}
            turn, move = replace(turn, origin=part_of(turn.origin, "asking")), replace(move, answers=answers)
        await self._go(turn, move)

    async def _go(self, turn: _Turn, move: Move) -> None:
        while isinstance(move, Search):
            about = replace(turn.origin, community=turn.community or turn.origin.community)
            options = await self._hearing.conversation.search(Searched(about, move.source, move.text))
            move = self._questions.found(turn.opened, move.text, options)
        match move:
            case Ask():
                await self._ask(turn, move)
            case Send(answers):
                await self._send(turn, answers)
            case PutAway():
                reply = await self._cancelled(turn, turn.origin)
                self._answering.reply(turn.origin, replace(reply, placement=Placement.IN_PLACE), turn.about)
            case Leave():
                await self._cancelled(turn, part_of(turn.origin, "left"))
            case Idle():
                pass

    async def _cancelled(self, turn: _Turn, origin: Origin) -> Reply:
        return await self._hearing.tell(FormCancelled(origin, turn.opened.token), community=turn.community)

    async def _send(self, turn: _Turn, answers: Mapping[str, Raw]) -> None:
        answered = FormAnswered(turn.origin, turn.opened.token, answers)
        reply = await self._hearing.tell(answered, community=turn.community)
        if isinstance(reply.content, OpenForm):
            await self._open(replace(turn, opened=reply.content))
        else:
            self._answering.reply(turn.origin, reply, turn.about)

    async def _ask(self, turn: _Turn, move: Ask) -> None:
        """Keep what was answered and what is asked, then ask what is kept: told twice, this asks the same twice."""
        origin, opened = turn.origin, turn.opened
        asked = Asked(thread_in(origin.place), turn.about.pressed)
        answers = {**move.answers, ASKING: asked.within(move.asking)}
        answered = FormAnswered(origin, opened.token, answers, final=False)
        reply = await self._hearing.tell(answered, community=turn.community)
        kept = await self._hearing.conversation.going_on(origin, session_of(opened))
        if reply.content is not None or kept is None:
            self._answering.reply(origin, reply, turn.about)
            return
        trouble = "" if move.errors else opened.trouble
        shown = replace(kept.opened, errors=move.errors or opened.errors, trouble=trouble)
        noted = partial(self._note, part_of(origin, "asked"), kept.opened)
        self._answering.ask(origin, replace(kept, opened=shown), turn.about.pressed, noted, move.page)

    def _note(self, origin: Origin, opened: OpenForm, messages: str) -> None:
        """Have it kept in which message a question stands, between whatever else comes in there."""
        if Asked.read(opened.answers.get(ASKING, ())).messages != messages:
            self._lines.put(chat_of(origin.place), partial(self._keep_place, origin, opened, messages))

    async def _keep_place(self, origin: Origin, opened: OpenForm, messages: str) -> None:
        now = await self._hearing.conversation.going_on(origin, session_of(opened))
        asking = opened.answers.get(ASKING, ())
        if now is None or now.opened.answers.get(ASKING, ()) != asking:
            return  # it asks something else by now
        place = Asked(thread_in(origin.place), messages).within((*asking[:1], *asking[2:]))
        await self._hearing.tell(FormAnswered(origin, opened.token, {ASKING: place}, final=False))


def session_of(opened: OpenForm) -> str:
    """Find a form's session in its token, which is `form:ref:session:mac` (bot.core.ui.tokens)."""
    return opened.token.split(":")[-2]
