"""Tying a place on another platform to a community by a one-time code: one community, several platforms."""

from dataclasses import dataclass, replace

from bot.core.domain.codes import CodePurpose, account_of
from bot.core.domain.communities import Community, Place, PlaceKind
from bot.core.domain.errors import AlreadyConnected, NotFound, RunsItsOwn, SameCommunity
from bot.core.domain.ids import PlaceId
from bot.core.domain.members import Member
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise
from bot.core.usecases.codes import give_code, take_code
from bot.core.usecases.homes import BY, preparing
from bot.core.usecases.members import Newcomer, come_in, leave
from bot.core.usecases.telling import tell_moderators


@dataclass(frozen=True)
class Connected:
    """The community that a place belongs to now, and who brought the code, as a member of it."""

    community: Community
    by: Member
    makes_homes: bool
    """Whether the programme's places there have been asked for: it runs one."""


def give_connecting_code(work: UnitOfWork, tools: Tools, actor: Actor) -> str:
    """Give a moderator a code for a place on another platform."""
    authorise(actor, give_connecting_code)
    words = give_code(work, tools, CodePurpose.CONNECT, actor.here())
    work.commit()
    return words


def connect(work: UnitOfWork, tools: Tools, actor: Actor, newcomer: Newcomer, given: str) -> Connected:
    """Make the place where a code is brought to a part of the community that gave the code.

    The community that the place had until now gives it up, with those of its members who are at home there: it must
    run no programme. Raises `CodeUnknown`, `CodeUsed`, `CodeExpired`, `SameCommunity`, `RunsItsOwn`, and
    `AlreadyConnected` where the other has a place on that platform that it wasn't sent away from.
    """
    authorise(actor, connect)
    platform = newcomer.platform
    code = take_code(work, tools, CodePurpose.CONNECT, given, account_of(platform, newcomer.external_id))
    if code.community == actor.community:
        raise SameCommunity
    for each in sorted((actor.community, code.community)):
        work.communities.get(each, lock=True)
    place = work.communities.own_place(actor.community, platform)
    if place is None:
        raise NotFound
    if work.programmes.current(actor.community) is not None:
        raise RunsItsOwn
    community = work.communities.get(code.community)
    _give_up_lost(work, community, platform)
    _give_over(work, tools, place)
    own = Place(PlaceId(tools.ids.new()), community.id, platform, PlaceKind.COMMUNITY, place.external_id)
    work.communities.add_place(own)
    if community.is_away:
        work.communities.save(replace(community, is_away=False))
    member = come_in(work, tools, community, newcomer)
    tell_moderators(work, tools, community.id, "connected", f"connected:{own.id}", platform=platform, by=member.id)
    makes_homes = work.programmes.current(community.id) is not None
    if makes_homes:
        key = f"homes:{platform}:{own.id}"
        work.outbox.add([preparing(tools, community.id, platform, key, **{BY: member.id})])
    work.commit()
    return Connected(community, member, makes_homes)


def _give_up_lost(work: UnitOfWork, community: Community, platform: str) -> None:
    """Make room where the community has lost its place on this platform; raise `AlreadyConnected` where it hasn't."""
    before = work.communities.own_place(community.id, platform)
    if before is None:
        return
    if not before.is_away:
        raise AlreadyConnected
    for lost in (before, *work.communities.homes(community.id, platform).values()):
        work.communities.remove_place(lost)


def _give_over(work: UnitOfWork, tools: Tools, place: Place) -> None:
    """Take a place, with all that is in it, from the community that it had: whoever is at home there has left that."""
    for each in (place, *work.communities.homes(place.community, place.platform).values()):
        work.communities.remove_place(each)
    for member in work.members.active(place.community):
        if member.home == place.platform:
            leave(work, tools, member)
    if all(each.is_away for each in work.communities.own_places(place.community)):
        work.communities.save(replace(work.communities.get(place.community), is_away=True))
