"""On which version of a framework a matrix was begun, and what a later one has changed of it."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.domain.errors import DestinationGone, NotFound
from bot.core.domain.frameworks import DestinationRole, Framework
from bot.core.domain.ids import CommunityId, CompetencyId, RoleId
from bot.core.domain.members import MenteeProfile
from bot.core.domain.versions import (
    AskDifference,
    FrameworkVersion,
    asks_of,
    difference_of,
    role_version,
    version_of,
)
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise


@dataclass(frozen=True)
class RoleChange:
    """What a framework's version that is here now asks of a role otherwise than the one that a matrix was begun on."""

    framework: str
    begun: int
    now: int
    since: datetime | None
    """When it was first here; None where nobody has noticed yet."""
    difference: AskDifference
    titles: Mapping[CompetencyId, str]
    """What the competencies are called, those that are gone as they were called then."""


def begin_on(work: UnitOfWork, tools: Tools, community: CommunityId, role: RoleId) -> FrameworkVersion:
    """Take down what a role asks now, as part of a unit of work, and return the version that it asks it in."""
    framework, found = tools.library.role(role, "")
    work.versions.see_roles([role_version(community, framework, found, tools.clock.now())])
    return version_of(framework)


def begin_matrix(work: UnitOfWork, tools: Tools, profile: MenteeProfile) -> None:
    """Begin a mentee's matrix on the version that is here now, as part of a unit of work, unless it is begun."""
    if profile.begun is None:
        begun = begin_on(work, tools, profile.community, profile.destination)
        work.members.save_mentee(replace(profile, begun=begun))


def read_role_change(work: UnitOfWork, tools: Tools, actor: Actor) -> RoleChange | None:
    """Say what has changed of what one's role asks since one's matrix was begun; None where nothing has."""
    authorise(actor, know_role_change)
    member = actor.here()
    profile = work.members.get_mentee(actor.community, member.id)
    try:
        framework, role = tools.library.role(profile.destination, member.language)
    except NotFound as error:
        raise DestinationGone from error
    if profile.begun is None or profile.begun == version_of(framework):
        return None
    before = work.versions.role(actor.community, role.id, profile.begun)
    if before is None:
        return None
    difference = difference_of(before.asks, asks_of(role))
    if difference.is_empty:
        return None
    now, since = version_of(framework), _since(work, actor.community, framework)
    titles = {**before.titles, **_titles(framework, role)}
    return RoleChange(framework.title, profile.begun.version, now.version, since, difference, titles)


def know_role_change(work: UnitOfWork, tools: Tools, actor: Actor) -> None:
    """Take the change as known: from now on one's matrix goes by the version that is here now."""
    authorise(actor, know_role_change)
    profile = work.members.get_mentee(actor.community, actor.here().id)
    begun = begin_on(work, tools, actor.community, profile.destination)
    work.members.save_mentee(replace(profile, begun=begun))
    work.commit()


def see_frameworks(work: UnitOfWork, tools: Tools, limit: int = 0) -> int:
    """Note which versions of frameworks are here for everybody, so that it can be said since when; return 0."""
    work.versions.see_frameworks(tools.library.versions(), tools.clock.now())
    work.commit()
    return 0


def begin_all(work: UnitOfWork, tools: Tools) -> None:
    """Begin the matrices that are begun on no version, since none was kept then, on the one that is here now.

    A statement for each role of a community, however many aim at it; a role that is gone stays as it is.
    """
    seen: dict[CommunityId, Tools] = {}
    for community, role in work.versions.unbegun():
        theirs = seen.setdefault(community, tools.of(work, community))
        with suppress(NotFound):
            work.versions.begin(community, role, begin_on(work, theirs, community, role))
    work.commit()


def _since(work: UnitOfWork, community: CommunityId, framework: Framework) -> datetime | None:
    """Find when a version came: a community's own was loaded then."""
    own = {each.framework: each for each in work.frameworks.current(community)}.get(framework.id)
    return own.loaded_at if own is not None else work.versions.seen_at(version_of(framework))


def _titles(framework: Framework, role: DestinationRole) -> Mapping[CompetencyId, str]:
    return {each: framework.competencies[each].title for each in role.requires}
