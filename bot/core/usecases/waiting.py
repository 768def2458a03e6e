"""Waiting for a mentor: who does and since when, what to expect, and asking for one oneself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core.domain.errors import AlreadyPaired, MenteesDontAsk, NotPossible
from bot.core.domain.ids import CommunityId, MemberId
from bot.core.domain.members import Member
from bot.core.domain.pairings import Pairing
from bot.core.domain.waiting import LOOKED_AT, ExpectedWait, expected_wait
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise
from bot.core.usecases.matching import rules_of
from bot.core.usecases.pairings import Suggestions, ask_mentor, suggestions_for


@dataclass(frozen=True)
class Waiting:
    """A mentee without a mentor, since when, and how many rounds have left them so."""

    member: Member
    since: datetime
    rounds: int


@dataclass(frozen=True)
class MyMentors:
    """The mentors who fit a mentee, whether they may ask one of them, and what to expect of waiting."""

    found: Suggestions
    may_ask: bool
    expected: ExpectedWait | None


def read_waiting(work: UnitOfWork, actor: Actor) -> tuple[Sequence[Waiting], ExpectedWait | None]:
    """List who waits, the longest first, with what those who found a mentor lately have waited."""
    authorise(actor, read_waiting)
    since, rounds = work.pairings.waiting_since(actor.community), work.rounds.waited(actor.community)
    mentees = work.pairings.unpaired_mentees(actor.community)
    waiting = [Waiting(each, since[each.id], rounds.get(each.id, 0)) for each in mentees if each.id in since]
    return sorted(waiting, key=lambda each: (each.since, each.member.id)), _expected(work, actor.community)


def find_my_mentors(work: UnitOfWork, tools: Tools, actor: Actor) -> MyMentors:
    """Show a mentee who would fit; raise `AlreadyPaired` for one who has a mentor, or for whom one is being asked."""
    authorise(actor, find_my_mentors)
    member = actor.here()
    if work.pairings.live_of_mentee(actor.community, member.id) is not None:
        raise AlreadyPaired
    found = suggestions_for(work, tools, member, member.language)
    return MyMentors(found, rules_of(work, actor.community).mentees_ask, _expected(work, actor.community))


def ask_for_mentor(work: UnitOfWork, tools: Tools, actor: Actor, mentor: MemberId) -> Pairing:
    """Ask a mentor of the suggested ones, where the programme lets mentees ask; one at a time."""
    authorise(actor, ask_for_mentor)
    mine = find_my_mentors(work, tools, actor)
    if not mine.may_ask:
        raise MenteesDontAsk
    if mentor not in {each.mentor for each in mine.found.matches}:
        raise NotPossible
    return ask_mentor(work, tools, actor, actor.here().id, mentor)


def _expected(work: UnitOfWork, community: CommunityId) -> ExpectedWait | None:
    return expected_wait(work.pairings.waits(community, LOOKED_AT))
