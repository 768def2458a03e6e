"""At which of their communities a person is in private."""

from collections.abc import Sequence

from bot.core.domain.communities import Community
from bot.core.domain.errors import NotFound
from bot.core.domain.ids import CommunityId
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise


def communities_of(work: UnitOfWork, actor: Actor, platform: str, account: str) -> Sequence[Community]:
    """List the communities of an account, the current one first."""
    authorise(actor, communities_of)
    return work.currents.of_account(platform, account)


def switch_community(
    work: UnitOfWork, tools: Tools, actor: Actor, platform: str, account: str, to: CommunityId
) -> Community:
    """Make one of an account's communities its current one; raise `NotFound` if it isn't theirs."""
    authorise(actor, switch_community)
    for community in work.currents.of_account(platform, account):
        if community.id == to:
            work.currents.set(platform, account, to)
            work.commit()
            return community
    raise NotFound


def enter(work: UnitOfWork, actor: Actor, platform: str, account: str) -> None:
    """Be at a community in private from now on, having come by way of it."""
    authorise(actor, switch_community)
    work.currents.set(platform, account, actor.community)
    work.commit()
