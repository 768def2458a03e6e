"""Who is in a community: the members' table and how a member is read from a row."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from bot.core.domain.ids import MemberId
from bot.core.domain.members import Member, MemberState, Role, Visibility
from bot.storage import schema
from bot.storage.rows import Row

members = sa.Table(
    "members",
    schema.metadata,
    schema.community(),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("is_mentor", sa.Boolean, nullable=False),
    sa.Column("is_mentee", sa.Boolean, nullable=False),
    sa.Column("is_moderator", sa.Boolean, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("zone", sa.Text, nullable=False),
    sa.Column("languages", sa.Text, nullable=False),
    sa.Column("visibility", schema.Word(Visibility), nullable=False),
    sa.Column("state", schema.Word(MemberState), nullable=False),
    sa.Column("home", sa.Text, nullable=False),
    sa.Column("introduced_at", schema.Instant, nullable=False),
    schema.of_community(),
)

MEMBER = tuple(members.c)
"""The columns that `member_of` reads, from the first of a row on."""

WIDTH = len(MEMBER)
"""How many they are."""


def member_of(row: Row) -> Member:
    """Read a member from the first columns of a row, which are `MEMBER`."""
    community, member, name, mentor, mentee, moderator, language, zone, languages, *rest = row[:WIDTH]
    roles = _ROLES[bool(mentor), bool(mentee), bool(moderator)]
    return Member(member, community, name, roles, language, zone, tuple(schema.load(languages)), *rest)


def values_of(member: Member) -> dict[str, object]:
    """Lay a member out by column, the key aside."""
    return {
        "name": member.name,
        "is_mentor": Role.MENTOR in member.roles,
        "is_mentee": Role.MENTEE in member.roles,
        "is_moderator": Role.MODERATOR in member.roles,
        "language": member.language,
        "zone": member.zone,
        "languages": schema.dump(list(member.languages)),
        "visibility": member.visibility,
        "state": member.state,
        "home": member.home,
        "introduced_at": member.introduced_at,
    }


def by_name(members: Iterable[Member]) -> Sequence[Member]:
    """Order members by name here, since each database has a collation of its own."""
    return sorted(members, key=order_of)


def order_of(member: Member) -> tuple[str, MemberId]:
    """Say where a member stands by name; namesakes by id."""
    return member.name.casefold(), member.id


_ROLES = {
    (mentor, mentee, moderator): frozenset(
        role for role, held in ((Role.MENTOR, mentor), (Role.MENTEE, mentee), (Role.MODERATOR, moderator)) if held
    )
    for mentor in (False, True)
    for mentee in (False, True)
    for moderator in (False, True)
}
