"""How a check-in looks to its author, and to the pair in their room."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.dialogue.checkins.words import answer_blocks
from bot.core.dialogue.goals.views import called, measured, progress_of
from bot.core.dialogue.talk import Talk
from bot.core.domain.checkins import CheckIn
from bot.core.domain.goals import Goal
from bot.core.ui.views import Block, FieldRow, Fields, Heading, Progress, Quote, Text, Tone, View, Weight
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
    reached = [each for each in submitted.goals if each.measure.share >= 1][:1]
    withdraw = (talk.action("entry_withdraw", entry.id),) if entry is not None else ()
    return View(
        title=talk.say("checkin-sent", number=submitted.check_in.number),
        blocks=(
            Text(talk.say("streak", weeks=submitted.streak)),
            *(progress_of(talk, each) for each in submitted.goals),
            *(Text(talk.say("goal-target-reached")) for _ in reached),
            *public,
        ),
        actions=(*(talk.action("goal_done", each.id, Weight.PRIMARY) for each in reached), *withdraw),
        suggestions=talk.suggest("goal" if has_goals else "goal draft", *(() if reached and withdraw else ("me",))),
        tone=Tone.GOOD,
    )


def room_view(talk: Talk, check_in: CheckIn, author: str, moved: Sequence[tuple[Goal, float]] = ()) -> View:
    """Show the pair all of it, mood, private answers and where goals stood included."""
    return View(
        title=talk.say("checkin-in-room", name=author, number=check_in.number),
        blocks=(*answer_blocks(talk, check_in.answers), *(_stood(talk, *each) for each in moved)),
    )


def _stood(talk: Talk, goal: Goal, value: float) -> Block:
    measure = replace(goal.measure, current=value)
    if goal.is_yes_or_no:
        words = talk.say("checkin-goal-reached" if measure.share >= 1 else "checkin-goal-open")
    else:
        words = measured(talk, goal, value)
    return Progress(called(talk, goal), measure.share, words)


def _reminder(talk: Talk, planned: str) -> tuple[Block, ...]:
    return (Heading(talk.say("checkin-planned")), Quote(planned)) if planned else ()


def _until(talk: Talk, check_in: CheckIn) -> str:
    return talk.say.moment(check_in.closes_at).words
