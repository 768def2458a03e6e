"""Waiting for a mentor in chat: the moderators' list, and what a mentee can see and do meanwhile."""

from collections.abc import Sequence
from datetime import timedelta

from bot.core.dialogue.paging import page_in, page_of, turning
from bot.core.dialogue.pairings.views import BEST, reasons
from bot.core.dialogue.samples import NOON, sample_match, sample_mentee, sample_mentor
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature
from bot.core.dialogue.talk import Talk
from bot.core.domain.ids import MemberId
from bot.core.domain.waiting import ExpectedWait
from bot.core.domain.weeks import zone_of
from bot.core.ui.commands import Access
from bot.core.ui.replies import Reply
from bot.core.ui.views import Action, Block, Heading, Table, Text, Tone, View, Weight
from bot.core.usecases.pairings import Suggestions
from bot.core.usecases.waiting import MyMentors, Waiting, ask_for_mentor, find_my_mentors, read_waiting

SHOWN = 10


def waiting_view(talk: Talk, waiting: Sequence[Waiting], expected: ExpectedWait | None, page: int = 0) -> View:
    """List who waits, the longest first."""
    shown, page, pages = page_of(waiting, page, SHOWN)
    rows = tuple((each.member.name, _day(talk, each), talk.say.number(each.rounds)) for each in shown)
    table: tuple[Block, ...] = (
        (Table((talk.say("role-mentee"), talk.say("waiting-since"), talk.say("waiting-rounds")), rows),) if rows else ()
    )
    return View(
        title=talk.say("waiting-title", count=len(waiting)),
        blocks=(*table, Text(_expected(talk, expected))),
        actions=turning(talk, "waiting", page, pages),
        suggestions=talk.suggest("round", "pair") if pages == 1 else (),
    )


def mentors_view(talk: Talk, mine: MyMentors) -> View:
    """Show a mentee who would fit, and what to expect."""
    found = mine.found
    best = found.matches[:BEST]
    blocks: list[Block] = []
    for match in best:
        blocks += [Heading(found.mentors[match.mentor].name), reasons(talk, match)]
    asks = mine.may_ask and best
    return View(
        title=talk.say("mentors-title", count=len(found.matches)),
        blocks=(*blocks, Text(_expected(talk, mine.expected)), Text(talk.say(_next_of(mine)))),
        actions=tuple(_ask(talk, found, place) for place in range(len(best))) if asks else (),
        suggestions=() if asks else talk.suggest("gap", "wishes"),
    )


def asked_view(talk: Talk, mentor: str) -> View:
    """Say that the mentor is being asked."""
    return View(
        title=talk.say("mentors-asked", name=mentor),
        blocks=(Text(talk.say("mentors-asked-next")),),
        suggestions=talk.suggest("gap"),
        tone=Tone.GOOD,
    )


def _next_of(mine: MyMentors) -> str:
    if not mine.found.matches:
        return "mentors-nobody"
    return "mentors-ask-one" if mine.may_ask else "mentors-moderators-ask"


def _ask(talk: Talk, found: Suggestions, place: int) -> Action:
    mentor = found.matches[place].mentor
    label = talk.say("mentors-ask", name=found.mentors[mentor].name)
    return talk.action("mentor_ask", mentor, Weight.NORMAL if place else Weight.PRIMARY, label)


def _expected(talk: Talk, expected: ExpectedWait | None) -> str:
    if expected is None:
        return talk.say("waiting-unknown")
    return talk.say("waiting-expected", half=expected.half_days, most=expected.most_days, count=expected.among)


def _day(talk: Talk, waiting: Waiting) -> str:
    return talk.say.day(waiting.since.astimezone(zone_of(talk.say.zone)).date())


def _show_waiting(talk: Talk, ref: str = "0") -> Reply:
    return Reply(waiting_view(talk, *read_waiting(talk.work, talk.actor), page_in(ref)))


def _show_mentors(talk: Talk) -> Reply:
    return Reply(mentors_view(talk, find_my_mentors(talk.work, talk.tools, talk.actor)))


def _ask_one(talk: Talk, ref: str) -> Reply:
    pairing = ask_for_mentor(talk.work, talk.tools, talk.actor, MemberId(ref))
    return Reply(asked_view(talk, talk.work.members.get(talk.community.id, pairing.mentor).name))


def _sample_waiting(talk: Talk) -> list[Waiting]:
    mentee = sample_mentee(talk)
    return [Waiting(mentee, NOON - timedelta(days=place), place % 3) for place in range(12)]


def _sample_mine(talk: Talk, *, may_ask: bool) -> MyMentors:
    match, mentor = sample_match(talk), sample_mentor(talk)
    found = Suggestions(sample_mentee(talk), (match, match, match), {mentor.id: mentor}, {}, unrated=False)
    return MyMentors(found, may_ask, _SAMPLE_WAIT if may_ask else None)


_SAMPLE_WAIT = ExpectedWait(9, 21, 18)

FEATURE = Feature(
    commands=(
        CommandSpec("mentors", find_my_mentors, _show_mentors),
        CommandSpec("waiting", read_waiting, _show_waiting),
    ),
    actions=(
        ActionSpec("waiting", read_waiting, _show_waiting, access=Access.READ),
        ActionSpec("mentor_ask", ask_for_mentor, _ask_one),
    ),
    examples=(
        Example("command/mentors", lambda talk: mentors_view(talk, _sample_mine(talk, may_ask=True))),
        Example("command/mentors:moderators", lambda talk: mentors_view(talk, _sample_mine(talk, may_ask=False))),
        Example("command/waiting", lambda talk: waiting_view(talk, _sample_waiting(talk), _SAMPLE_WAIT)),
        Example("command/waiting:nobody", lambda talk: waiting_view(talk, [], None)),
        Example("action/waiting", lambda talk: waiting_view(talk, _sample_waiting(talk), None, 1)),
        Example("action/mentor_ask", lambda talk: asked_view(talk, sample_mentor(talk).name)),
    ),
)
