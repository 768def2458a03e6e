"""Writing effects for the outbox: whom a fact is told, in which lane, under which natural key."""

from datetime import datetime

from bot.core.domain.ids import CommunityId, MemberId, PairingId
from bot.core.domain.members import Member, Role
from bot.core.effects import Act, Effect, Priority
from bot.core.ports import Tools, UnitOfWork


def tell(
    work: UnitOfWork, tools: Tools, community: CommunityId, to: MemberId, notice: str, key: str, **refs: str
) -> None:
    """Write to a member in private, where they are at home."""
    home = work.members.get(community, to).home
    work.outbox.add([telling(community, to, home, notice, key, tools.clock.now(), Priority.ANSWER, **refs)])


def tell_moderators(
    work: UnitOfWork, tools: Tools, community: CommunityId, notice: str, key: str, /, **refs: str
) -> None:
    """Write to every moderator who is here."""
    now = tools.clock.now()
    work.outbox.add(
        [
            telling(community, each.id, each.home, notice, f"{key}:{each.id}", now, Priority.ANSWER, **refs)
            for each in work.members.with_role(community, Role.MODERATOR)
        ]
    )


def telling(
    community: CommunityId,
    member: MemberId,
    home: str,
    notice: str,
    key: str,
    not_before: datetime,
    priority: Priority,
    /,
    **refs: str,
) -> Effect:
    """Make the effect of writing to a member in private, where they are at home."""
    return Effect(
        key=key,
        community=community,
        platform=home,
        act=Act.TELL,
        lane=f"member:{member}",
        notice=notice,
        refs={"to": member, **refs},
        not_before=not_before,
        priority=priority,
    )


def in_room(
    tools: Tools,
    community: CommunityId,
    platform: str,
    pairing: PairingId,
    act: Act,
    notice: str,
    key: str,
    **refs: str,
) -> Effect:
    """Make the effect of something happening in, or to, a mentorship room."""
    return Effect(
        key=key,
        community=community,
        platform=platform,
        act=act,
        lane=f"room:{pairing}",
        notice=notice,
        refs={"room": pairing, **refs},
        not_before=tools.clock.now(),
    )


def in_thread(tools: Tools, member: Member, platform: str, act: Act, notice: str, key: str, **refs: str) -> Effect:
    """Make the effect of something happening in, or to, a member's growth thread.

    Ref `at` names a place in which it was said before two members became one.
    """
    return Effect(
        key=key,
        community=member.community,
        platform=platform,
        act=act,
        lane=f"thread:{member.id}",
        notice=notice,
        refs={"thread": member.id, **refs},
        not_before=tools.clock.now(),
    )
