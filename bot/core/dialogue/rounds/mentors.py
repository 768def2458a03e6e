"""A round's question to a mentor: how it is asked and answered, and how one is reminded of it."""

from datetime import date, timedelta

from bot.core.dialogue.pairings.notices import proposal_blocks
from bot.core.dialogue.pairings.views import Pair
from bot.core.dialogue.talk import Talk
from bot.core.domain.rounds import MOST_DAYS, Proposal, Reason
from bot.core.domain.weeks import zone_of
from bot.core.ui.forms import Choice, Day, Form, LongText, Option
from bot.core.ui.views import Action, Block, FieldRow, Fields, Text, View, Weight

LONGEST_WORDS = 300


def asked_view(talk: Talk, pair: Pair, proposal: Proposal, grounds: tuple[Block, ...]) -> View:
    """Ask the mentor, and say by when."""
    return View(
        title=talk.say("told-proposed", name=pair.mentee.name),
        blocks=(*grounds, _deadline(talk, proposal), Text(talk.say("told-proposed-next"))),
        actions=_answers(talk, pair),
    )


def reminder_view(talk: Talk, pair: Pair, proposal: Proposal) -> View:
    """Remind a mentor, once, of the question that waits."""
    return View(
        title=talk.say("told-proposal-reminder", name=pair.mentee.name),
        blocks=(_deadline(talk, proposal), Text(talk.say("told-proposal-reminder-next"))),
        actions=_answers(talk, pair),
    )


def lapsed_view(talk: Talk, pair: Pair) -> View:
    """Tell a mentor, without blame, that somebody else is asked now."""
    return View(
        title=talk.say("told-proposal-lapsed", name=pair.mentee.name),
        blocks=(Text(talk.say("told-proposal-lapsed-next")),),
        suggestions=talk.suggest("me"),
    )


def decline_form(talk: Talk) -> Form:
    """Ask why not, in one choice; words are welcome and not needed."""
    return Form(
        name="proposal_decline",
        title=talk.say("decline-title"),
        intro=talk.say("decline-intro"),
        fields=(
            Choice(
                name="reason",
                label=talk.say("decline-reason"),
                options=tuple(Option(each.value, talk.say(f"decline-{each.value}")) for each in Reason),
                default=(Reason.NO_TIME.value,),
            ),
            LongText(name="words", label=talk.say("decline-words"), required=False, longest=LONGEST_WORDS),
        ),
        submit=talk.say("decline-submit"),
    )


def promise_form(talk: Talk, today: date) -> Form:
    """Ask until when."""
    return Form(
        name="proposal_promise",
        title=talk.say("promise-title"),
        intro=talk.say("promise-intro"),
        fields=(
            Day(
                name="day",
                label=talk.say("promise-day"),
                earliest=today,
                latest=today + timedelta(days=MOST_DAYS),
            ),
        ),
        submit=talk.say("promise-submit"),
    )


def promised_view(talk: Talk, proposal: Proposal, pair: Pair) -> View:
    """Thank, and say what holds now."""
    return View(
        title=talk.say("promise-kept", name=pair.mentee.name, day=_day_of(talk, proposal)),
        blocks=(Text(talk.say("promise-kept-next")),),
        actions=_answers(talk, pair)[:2],
    )


def grounds_of(talk: Talk, pair: Pair) -> tuple[Block, ...]:
    """Say what a mentor decides by, as it stands now."""
    return proposal_blocks(talk, pair)


def _answers(talk: Talk, pair: Pair) -> tuple[Action, ...]:
    return (
        talk.action("pairing_accept", pair.pairing.id, Weight.PRIMARY),
        talk.action("proposal_decline", pair.pairing.id),
        talk.action("proposal_promise", pair.pairing.id),
    )


def _deadline(talk: Talk, proposal: Proposal) -> Fields:
    return Fields((FieldRow(talk.say("proposal-answer-by"), talk.say.moment(proposal.answer_by)),))


def _day_of(talk: Talk, proposal: Proposal) -> str:
    return talk.say.day(proposal.answer_by.astimezone(zone_of(talk.say.zone)).date())
