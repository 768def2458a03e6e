"""What people write to the bot in private: a command, the answer to a question, or words for the core."""

from collections.abc import Awaitable, Callable
from typing import Final

from telegram import Message

from bot.adapters.telegram.answering import About, Answering
from bot.adapters.telegram.callbacks import Step, StepPress
from bot.adapters.telegram.callbacks import written as written_press
from bot.adapters.telegram.commands import CANCEL, START, UNSEND, Typed, parse
from bot.adapters.telegram.entering import Entering
from bot.adapters.telegram.forming import Forming
from bot.adapters.telegram.heard import replied_to, says_something, speech_of
from bot.adapters.telegram.hearing import Hearing
from bot.adapters.telegram.moves import Asked, PutAway
from bot.adapters.telegram.origin import part_of, thread_in
from bot.adapters.telegram.updates import Written
from bot.core.dialogue.conversation import ASKING
from bot.core.effects import FileGone, FileTooLarge
from bot.core.ui.files import file_text
from bot.core.ui.forms import File
from bot.core.ui.inbound import Origin, Spoken, Unspoken
from bot.core.ui.replies import Ongoing
from bot.core.ui.speech import Attachment
from bot.core.ui.views import Action, Tone, View

_MOST_TOLD: Final = 1024

Fetch = Callable[[Attachment, int], Awaitable[bytes]]
"""Gets an attachment's bytes, of so many at most; raises `FileTooLarge`, `FileGone` or `OSError`."""


async def nothing_kept(_attached: Attachment, _most: int) -> bytes:
    """Fetch nothing: what was attached can't be had."""
    raise FileGone


class Private:
    """Takes in what is written in private chats."""

    def __init__(
        self, hearing: Hearing, forming: Forming, entering: Entering, answering: Answering, username: str, fetch: Fetch
    ) -> None:
        self._hearing, self._forming, self._entering, self._answering = hearing, forming, entering, answering
        self._username, self._fetch = username, fetch
        self._told: set[str] = set()
        """The forms that somebody was reminded of, since one reminder is enough."""

    async def take(self, written: Written) -> None:
        """Take in a message."""
        typed = parse(written.message.text or "", self._username, self._hearing.cards)
        if typed is not None:
            await self._command(written, typed)
        elif says_something(written.message):
            await self._words(written)
        elif _is_somebodys(written.message):
            self._say(written, "telegram-not-carried")

    async def call(self, origin: Origin, typed: Typed) -> None:
        """Carry out a command."""
        if typed.name == START:
            await self._entering.enter(origin, typed.text)
        elif typed.name == CANCEL:
            await self._cancel(origin)
        else:
            await self._forming.answer(origin, await self._hearing.call(origin, typed))

    async def _command(self, written: Written, typed: Typed) -> None:
        if typed.name == UNSEND:
            await self._unsend(written)
            return
        ongoing = await self._ongoing(written.origin)
        is_link = typed.name == START and typed.text  # followed as a button is pressed: nobody is asked
        if typed.name != CANCEL and not is_link and ongoing is not None and not ongoing.is_stale:
            self._offer_to_leave(written, ongoing, typed)
        else:
            await self.call(written.origin, typed)

    async def _ongoing(self, origin: Origin) -> Ongoing | None:
        return await self._hearing.conversation.going_on(origin)

    def _offer_to_leave(self, written: Written, ongoing: Ongoing, typed: Typed) -> None:
        """Ask whether to leave a form; the command stays readable in the message that this replies to."""
        origin, say = written.origin, self._hearing.words
        command, session = f"/{typed.spoken}", ongoing.session
        view = View(
            say("telegram-form-open", origin, form=ongoing.opened.form.title),
            actions=(
                Action(
                    say("telegram-form-leave", origin, command=command),
                    written_press(StepPress(session, Step.LEAVE, f"{typed.name} {typed.verb}".strip())),
                ),
                Action(say("telegram-form-go-on", origin), written_press(StepPress(session, Step.STAY))),
            ),
            tone=Tone.ATTENTION,
        )
        self._answering.show(origin, view, About(reply_to=str(written.message.message_id)))

    async def _cancel(self, origin: Origin) -> None:
        ongoing = await self._ongoing(origin)
        if ongoing is None:
            self._answering.show(origin, View(self._hearing.words("telegram-nothing-to-cancel", origin)))
        else:
            await self._forming.go(origin, ongoing, PutAway())

    async def _unsend(self, written: Written) -> None:
        """Take back the message that this replies to; of its own deletions Telegram tells a bot nothing."""
        own = written.message.reply_to_message
        if own is None or own.from_user is None or str(own.from_user.id) != written.origin.account:
            self._say(written, "telegram-unsend-how")
            return
        reply = await self._hearing.tell(Unspoken(written.origin, str(own.message_id)))
        self._answering.reply(written.origin, reply, About(reply_to=str(written.message.message_id)))

    async def _words(self, written: Written) -> None:
        ongoing = await self._ongoing(written.origin)
        text = written.message.text
        field = _file_asked(ongoing) if ongoing is not None and not ongoing.is_stale else None
        attached = speech_of(written.message).attachments
        if ongoing is not None and field is not None and attached and _answers(written, ongoing):
            await self._attach(written, ongoing, attached[0], field.most_bytes)
            return
        if ongoing is not None and text and not ongoing.is_stale and _answers(written, ongoing):
            await self._forming.type(written.origin, ongoing, text)
            return
        await self._speak(written)
        if ongoing is not None and ongoing.is_stale:
            self._remind(written.origin, ongoing)

    async def _attach(self, written: Written, ongoing: Ongoing, attached: Attachment, most: int) -> None:
        """Take a file in as an answer; what is said of it in its caption is nobody's."""
        try:
            content = await self._fetch(attached, most)
        except (FileTooLarge, FileGone, OSError):
            self._say(written, "telegram-file-not-taken")
        else:
            await self._forming.attach(written.origin, ongoing, file_text(content))

    async def _speak(self, written: Written) -> None:
        message = written.message
        spoken = Spoken(written.origin, str(message.message_id), speech_of(message), replied_to(message))
        reply = await self._hearing.tell(spoken)
        await self._forming.answer(part_of(written.origin, "said"), reply, About(reply_to=str(message.message_id)))

    def _remind(self, origin: Origin, ongoing: Ongoing) -> None:
        """Tell of a form that was left lying, once."""
        if ongoing.session in self._told:
            return
        if len(self._told) >= _MOST_TOLD:
            self._told.clear()
        self._told.add(ongoing.session)
        say = self._hearing.words
        view = View(
            say("telegram-form-stale", origin, form=ongoing.opened.form.title),
            actions=(
                Action(say("telegram-form-go-on", origin), written_press(StepPress(ongoing.session, Step.STAY))),
                Action(say("telegram-form-put-away", origin), written_press(StepPress(ongoing.session, Step.CANCEL))),
            ),
        )
        self._answering.show(origin, view)

    def _say(self, written: Written, key: str) -> None:
        view = View(self._hearing.words(key, written.origin), tone=Tone.ATTENTION)
        self._answering.show(written.origin, view, About(reply_to=str(written.message.message_id)))


def _file_asked(ongoing: Ongoing) -> File | None:
    """Find the field that is asked for, where it is a file."""
    asked = ongoing.opened.answers.get(ASKING, ("",))[0]
    return next((each for each in ongoing.opened.form.fields if each.name == asked and isinstance(each, File)), None)


def _answers(written: Written, ongoing: Ongoing) -> bool:
    """Whether words answer a form's question: they reply to it, or to nothing and stand in the same topic."""
    asked = Asked.read(ongoing.opened.answers.get(ASKING, ()))
    if replied := replied_to(written.message):
        return replied in asked.messages.split(",")
    return thread_in(written.origin.place) == asked.thread


def _is_somebodys(message: Message) -> bool:
    """Whether somebody sent this, though nothing in it can be carried: a place on a map, say."""
    return message.effective_attachment is not None
