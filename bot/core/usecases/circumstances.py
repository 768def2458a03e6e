"""What members say of themselves for being paired, and the rules that moderators give a programme."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.core.domain.circumstances import MOST_WISHES, Circumstances, MatchingRules, tags_of, team_of
from bot.core.domain.errors import NotFound, SameMember
from bot.core.domain.ids import MemberId
from bot.core.domain.matching import Hours
from bot.core.domain.members import Member, Role
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise


@dataclass(frozen=True)
class Wished:
    """A mentee's wishes, the dearest first, with who they are."""

    mentors: Sequence[MemberId]
    people: Mapping[MemberId, Member]


def own_circumstances(work: UnitOfWork, actor: Actor) -> Circumstances:
    """Read what a member has said; for nobody else."""
    authorise(actor, say_availability)
    return work.circumstances.get(actor.community, actor.here().id)


def say_availability(work: UnitOfWork, tools: Tools, actor: Actor, hours: Hours | None) -> Circumstances:
    """Keep when a member can talk, in their own zone; None takes back what they had said."""
    authorise(actor, say_availability)
    return _save(work, replace(own_circumstances(work, actor), hours=hours))


def say_preferences(
    work: UnitOfWork,
    tools: Tools,
    actor: Actor,
    preferences: Iterable[str],
    team: str,
) -> Circumstances:
    """Keep what matters to a member, as short tags, and their team, within which nobody is paired."""
    authorise(actor, say_preferences)
    said = own_circumstances(work, actor)
    return _save(work, replace(said, preferences=frozenset(tags_of(preferences)), team=team_of(team)))


def pause_mentoring(work: UnitOfWork, tools: Tools, actor: Actor, until: date | None) -> Circumstances:
    """Take no new mentees before a date; None takes some again. Who is paired stays so, proposals can be answered."""
    authorise(actor, pause_mentoring)
    return _save(work, replace(own_circumstances(work, actor), paused_until=until))


def own_wishes(work: UnitOfWork, actor: Actor) -> Wished:
    """Read whom a mentee wishes for."""
    authorise(actor, wish_for)
    mentors = work.circumstances.wishes(actor.community, actor.here().id)
    return Wished(mentors, work.members.many(actor.community, mentors))


def wish_for(work: UnitOfWork, tools: Tools, actor: Actor, mentors: Sequence[MemberId]) -> Wished:
    """Keep whom a mentee wishes for, the dearest first, in the place of earlier wishes; a wish is no promise."""
    authorise(actor, wish_for)
    wished = list(dict.fromkeys(mentors))[:MOST_WISHES]
    people = work.members.many(actor.community, wished)
    if actor.here().id in wished:
        raise SameMember
    if any(each not in people or Role.MENTOR not in people[each].roles for each in wished):
        raise NotFound
    work.circumstances.save_wishes(actor.community, actor.here().id, wished)
    work.commit()
    return Wished(wished, people)


def own_blocks(work: UnitOfWork, actor: Actor) -> Sequence[Member]:
    """Read whom a member keeps away from, by name; nobody but they themselves is ever shown this."""
    authorise(actor, keep_apart)
    blocked = work.circumstances.blocks(actor.community, actor.here().id)
    return sorted(work.members.many(actor.community, blocked).values(), key=lambda each: (each.name, each.id))


def keep_apart(work: UnitOfWork, tools: Tools, actor: Actor, other: MemberId) -> Member:
    """Keep in confidence that a member is not to be paired with another: nobody is told, and a pair that is stays."""
    authorise(actor, keep_apart)
    if other == actor.here().id:
        raise SameMember
    person = work.members.get(actor.community, other)
    work.circumstances.block(actor.community, actor.here().id, other)
    work.commit()
    return person


def no_longer_apart(work: UnitOfWork, tools: Tools, actor: Actor, other: MemberId) -> Member:
    """Take it back."""
    authorise(actor, keep_apart)
    person = work.members.get(actor.community, other)
    work.circumstances.unblock(actor.community, actor.here().id, other)
    work.commit()
    return person


def set_matching_rules(work: UnitOfWork, tools: Tools, actor: Actor, rules: MatchingRules) -> MatchingRules:
    """Give the community's programme its own rules and weights, by which suggestions and rounds go from now on."""
    authorise(actor, set_matching_rules)
    rules = replace(rules, tags=tags_of(rules.tags))
    work.circumstances.save_rules(actor.community, work.programmes.running(actor.community).id, rules)
    work.commit()
    return rules


def _save(work: UnitOfWork, said: Circumstances) -> Circumstances:
    work.circumstances.save(said)
    work.commit()
    return said
