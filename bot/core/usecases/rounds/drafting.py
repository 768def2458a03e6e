"""Beginning a round, and what moderators decide about its pairs."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

from bot.core.domain.errors import NobodyToPair, NoRound, NothingToSwap, RoundUnderWay
from bot.core.domain.ids import CommunityId, MemberId, RoundId
from bot.core.domain.matching import Objective
from bot.core.domain.rounds import Decision, Inputs, Patience, Round, RoundState, Ruling, Rulings, standing
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise
from bot.core.usecases.matching import people_to_match, rules_of, terms_of


def start_round(work: UnitOfWork, tools: Tools, actor: Actor, objective: Objective) -> Round:
    """Begin a round with everybody who waits and every mentor, as they are now."""
    authorise(actor, start_round)
    if work.rounds.live(actor.community) is not None:
        raise RoundUnderWay
    inputs = frozen(work, tools, actor, objective)
    if not inputs.seekers or not any(each.free > 0 for each in inputs.guides):
        raise NobodyToPair
    last = work.rounds.newest(actor.community)
    new = Round(
        id=RoundId(tools.ids.new()),
        community=actor.community,
        number=last.number + 1 if last else 1,
        state=RoundState.DRAFT,
        objective=objective,
        version=1,
        solved=None,
        started_by=actor.here().id,
        started_at=tools.clock.now(),
    )
    work.rounds.add(new, inputs)
    work.commit()
    return new


def pin_pair(work: UnitOfWork, tools: Tools, actor: Actor, mentee: MemberId, mentor: MemberId) -> Round:
    """Let two be paired, whatever else changes; a hard rule, or other pins, can forbid it."""
    authorise(actor, pin_pair)
    draft = draft_of(work, actor.community, lock=True)
    work.rounds.inputs(draft).pinnable(mentee, mentor, draft.rulings)
    return _decided(work, draft, _decision(tools, actor, Ruling.PIN, mentee, mentor))


def forbid_pair(work: UnitOfWork, tools: Tools, actor: Actor, mentee: MemberId, mentor: MemberId) -> Round:
    """Keep two from being paired in this round."""
    authorise(actor, forbid_pair)
    draft = draft_of(work, actor.community, lock=True)
    work.rounds.inputs(draft).pair(mentee, mentor)
    return _decided(work, draft, _decision(tools, actor, Ruling.FORBID, mentee, mentor))


def release_pair(work: UnitOfWork, tools: Tools, actor: Actor, mentee: MemberId, mentor: MemberId) -> Round:
    """Take back what was decided about two."""
    authorise(actor, release_pair)
    draft = draft_of(work, actor.community, lock=True)
    return _decided(work, draft, _decision(tools, actor, Ruling.RELEASE, mentee, mentor))


def swap_mentors(work: UnitOfWork, tools: Tools, actor: Actor, mentee: MemberId, other: MemberId) -> Round:
    """Exchange the mentors of two mentees, and pin both pairs."""
    authorise(actor, swap_mentors)
    draft = draft_of(work, actor.community, lock=True)
    solution = work.rounds.solution(draft)
    mentors = solution.mentor_of if solution else {}
    first, second = mentors.get(mentee), mentors.get(other)
    if first is None or second is None or first == second:
        raise NothingToSwap
    decisions = [
        _decision(tools, actor, Ruling.SWAP, mentee, second),
        _decision(tools, actor, Ruling.SWAP, other, first),
    ]
    inputs, stands = work.rounds.inputs(draft), standing((*draft.decisions, *decisions))
    for each in decisions:
        inputs.pinnable(each.mentee, each.mentor, _without(stands, each.mentee))
    return _decided(work, draft, *decisions)


def drop_round(work: UnitOfWork, tools: Tools, actor: Actor) -> Round:
    """Give a draft up: nobody was asked, and nobody counts as having waited for it."""
    authorise(actor, drop_round)
    dropped = draft_of(work, actor.community, lock=True).closed(tools.clock.now())
    work.rounds.save(dropped)
    work.commit()
    return dropped


def draft_of(work: UnitOfWork, community: CommunityId, *, lock: bool = False) -> Round:
    """Find the round that moderators can still decide about, or raise `NoRound`."""
    found = work.rounds.live(community, lock=lock)
    if found is None or found.state is RoundState.PUBLISHED:
        raise NoRound(state=found.state.value if found else "none")
    return found


def frozen(work: UnitOfWork, tools: Tools, actor: Actor, objective: Objective) -> Inputs:
    """Take everybody in as they are now; whoever is asked already holds their mentor's place."""
    seekers, guides = people_to_match(work, tools, actor.community, actor.here().language)
    waited = work.rounds.waited(actor.community)
    held = Counter(each.mentor for each in work.proposals.unanswered(actor.community))
    return Inputs(
        day=tools.clock.now().date(),
        seekers=tuple(
            sorted((replace(each, waited=waited.get(each.member, 0)) for each in seekers), key=lambda each: each.member)
        ),
        guides=tuple(
            sorted((replace(each, free=each.free - held[each.member]) for each in guides), key=lambda each: each.member)
        ),
        terms=terms_of(work, actor.community),
        objective=objective,
        engine=tools.engines.for_size(len(seekers) * len(guides)).name,
    )


def patience_of(work: UnitOfWork, community: CommunityId) -> Patience:
    """Find how long the mentors of a community's programme have for an answer."""
    rules = rules_of(work, community)
    return Patience(timedelta(days=rules.remind_days), timedelta(days=rules.answer_days))


def set_patience(work: UnitOfWork, actor: Actor, remind_days: int, answer_days: int) -> Patience:
    """Set how long the mentors of the community's programme have; it holds for who is asked from now on."""
    authorise(actor, set_patience)
    programme = work.programmes.running(actor.community)
    rules = work.circumstances.rules(actor.community, programme.id)
    rules = replace(rules, remind_days=min(remind_days, answer_days), answer_days=answer_days)
    work.circumstances.save_rules(actor.community, programme.id, rules)
    work.commit()
    return Patience(timedelta(days=rules.remind_days), timedelta(days=rules.answer_days))


def _decided(work: UnitOfWork, draft: Round, *decisions: Decision) -> Round:
    decided = draft.decided(*decisions)
    work.rounds.save(decided)
    work.commit()
    return decided


def _decision(tools: Tools, actor: Actor, ruling: Ruling, mentee: MemberId, mentor: MemberId) -> Decision:
    return Decision(ruling, mentee, mentor, actor.here().id, tools.clock.now())


def _without(stands: Rulings, mentee: MemberId) -> Rulings:
    return replace(stands, pins={each: mentor for each, mentor in stands.pins.items() if each != mentee})
