"""Reviewing a round, and asking its mentors."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.domain.ids import CommunityId, MemberId, PairingId
from bot.core.domain.matching import misfit
from bot.core.domain.pairings import Pairing, PairingState
from bot.core.domain.rounds import Planned, Round, ask
from bot.core.effects import Effect, Priority
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise
from bot.core.usecases.rounds.drafting import draft_of, frozen, patience_of
from bot.core.usecases.telling import telling


@dataclass(frozen=True)
class Publishing:
    """What can be asked today, thought out on a version of the round."""

    version: int
    pairs: tuple[Planned, ...]
    dropped: tuple[Planned, ...]
    """Pairs that are no longer possible: somebody left, is paused, paired, or kept apart by now."""


@dataclass(frozen=True)
class Published:
    """What has become of a round's pairs."""

    round: Round
    asked: int
    dropped: int
    """Their mentees are passed on to the next best."""


def review_round(work: UnitOfWork, tools: Tools, actor: Actor) -> Round:
    """Say that the round was looked through."""
    authorise(actor, review_round)
    reviewed = draft_of(work, actor.community, lock=True).reviewed(actor.here().id, tools.clock.now())
    work.rounds.save(reviewed)
    work.commit()
    return reviewed


def think_of_publishing(work: UnitOfWork, tools: Tools, actor: Actor) -> Publishing:
    """Look which pairs of the round are still possible with everybody as they are now."""
    authorise(actor, publish_round)
    draft = draft_of(work, actor.community)
    solution = work.rounds.solution(draft)
    today = frozen(work, tools, actor, draft.objective)
    free = Counter({each.member: each.free for each in today.guides})
    kept: list[Planned] = []
    for each in sorted(solution.pairs if solution else (), key=lambda pair: (-pair.parts.worth, pair.mentee)):
        seeker, guide = today.mentees.get(each.mentee), today.mentors.get(each.mentor)
        if seeker is None or guide is None or free[each.mentor] <= 0:
            continue
        if misfit(seeker, guide, today.day, today.terms) is None:
            free[each.mentor] -= 1
            kept.append(each)
    dropped = tuple(each for each in (solution.pairs if solution else ()) if each not in kept)
    return Publishing(draft.version, tuple(kept), dropped)


def publish_round(work: UnitOfWork, tools: Tools, actor: Actor, thought: Publishing) -> Published:
    """Ask the mentors, all at once; raise `NoRound` or `RoundChanged` for the one who comes second."""
    authorise(actor, publish_round)
    reviewed = draft_of(work, actor.community, lock=True).at(thought.version)
    published = reviewed.published(actor.here().id, tools.clock.now())
    work.rounds.save(published)
    asked = propose_pairs(work, tools, published, thought.pairs)
    work.commit()
    return Published(published, len(asked), len(thought.dropped) + len(thought.pairs) - len(asked))


def propose_pairs(
    work: UnitOfWork, tools: Tools, of: Round, pairs: Sequence[Planned], told: Iterable[MemberId] = ()
) -> Sequence[Pairing]:
    """Ask mentors for a published round, as part of a unit of work; a mentee who is taken meanwhile is left out.

    Mentees in `told` know already that somebody is being asked for them.
    """
    now, patience = tools.clock.now(), patience_of(work, of.community)
    pairings = [_pairing(tools, of, each) for each in pairs]
    made = work.proposals.propose(pairings, [ask(each, of.id, patience, now) for each in pairings])
    asked = [each for each in pairings if each.id in made]
    work.outbox.add(_tellings(work, tools, of.community, asked, frozenset(told)))
    return asked


def _pairing(tools: Tools, of: Round, planned: Planned) -> Pairing:
    return Pairing(
        id=PairingId(tools.ids.new()),
        community=of.community,
        mentor=planned.mentor,
        mentee=planned.mentee,
        state=PairingState.PROPOSED,
        score=planned.score,
        proposed_by=of.published_by or of.started_by,
        proposed_at=tools.clock.now(),
    )


def _tellings(
    work: UnitOfWork, tools: Tools, community: CommunityId, asked: Sequence[Pairing], told: frozenset[MemberId]
) -> list[Effect]:
    now = tools.clock.now()
    members = work.members.many(community, {member for each in asked for member in (each.mentor, each.mentee)})
    wanted = [(each, each.mentor, "proposal_asked") for each in asked]
    wanted += [(each, each.mentee, "pairing_suggested") for each in asked if each.mentee not in told]
    return [
        telling(
            community,
            member,
            members[member].home,
            notice,
            f"{notice}:{each.id}:{member}",
            now,
            Priority.PROMPT,
            pairing=each.id,
        )
        for each, member, notice in wanted
    ]
