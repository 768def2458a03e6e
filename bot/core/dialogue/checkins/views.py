"""How a check-in looks to its author, and to the pair in their room."""

from datetime import datetime

from bot.core.dialogue.checkins.words import answer_blocks
from bot.core.dialogue.talk import Talk
from bot.core.domain.checkins import CheckIn
from bot.core.ui.views import Block, FieldRow, Fields, Heading, Quote, Text, Tone, View, Weight
from bot.core.usecases.checkins import Submitted


def due_view(talk: Talk, check_in: CheckIn, planned: str, step: str = "") -> View:
    """Ask for the week; `planned` is what the member said last time would be next, `step` the one of their roadmap."""
    return View(
        title=talk.say("checkin-due", number=check_in.number),
        blocks=(
            *_reminder(talk, planned),
            *((Fields((FieldRow(talk.say("checkin-step"), step),)),) if step else ()),
            Text(talk.say("checkin-due-words", until=_until(talk, check_in))),
        ),
        actions=(talk.action("checkin", check_in.id, Weight.PRIMARY),),
    )


def nudge_view(talk: Talk, check_in: CheckIn) -> View:
    """Remind, once and kindly."""
    return View(
        title=talk.say("checkin-nudge", number=check_in.number),
        blocks=(Text(talk.say("checkin-nudge-words", until=_until(talk, check_in))),),
        actions=(talk.action("checkin", check_in.id, Weight.PRIMARY),),
    )


def submitted_view(talk: Talk, submitted: Submitted, *, has_goals: bool, shown_at: datetime | None = None) -> View:
    """Show the streak and exactly what became public, with a way to take it back.

    `shown_at` is when it can be read there, where that takes a while.
    """
    entry = submitted.entry
    public: tuple[Block, ...] = (Text(talk.say("checkin-nothing-public")),)
    if entry is not None:
        wait = (Text(talk.say("checkin-queued", at=talk.say.moment(shown_at).words)),) if shown_at else ()
        public = (Heading(talk.say("checkin-is-public")), *answer_blocks(talk, entry.answers), *wait)
    return View(
        title=talk.say("checkin-sent", number=submitted.check_in.number),
        blocks=(Text(talk.say("streak", weeks=submitted.streak)), *public),
        actions=(talk.action("entry_withdraw", entry.id),) if entry is not None else (),
        suggestions=talk.suggest("goal" if has_goals else "goal add", "me"),
        tone=Tone.GOOD,
    )


def room_view(talk: Talk, check_in: CheckIn, author: str) -> View:
    """Show the pair all of it, mood and private answers included."""
    return View(
        title=talk.say("checkin-in-room", name=author, number=check_in.number),
        blocks=tuple(answer_blocks(talk, check_in.answers)),
    )


def _reminder(talk: Talk, planned: str) -> tuple[Block, ...]:
    return (Heading(talk.say("checkin-planned")), Quote(planned)) if planned else ()


def _until(talk: Talk, check_in: CheckIn) -> str:
    return talk.say.moment(check_in.closes_at).words
