"""Members' accounts, and what they bring or seek."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa

from bot.core.domain.errors import NotAMember, NotFound
from bot.core.domain.frameworks import GrowthDirection
from bot.core.domain.ids import CommunityId, MemberId
from bot.core.domain.members import Account, Member, MemberState, MenteeProfile, MentorProfile, Role
from bot.core.domain.versions import FrameworkVersion
from bot.storage import schema
from bot.storage.dialect import insert_or_replace
from bot.storage.pairings import WAITS, takes_capacity
from bot.storage.roster import MEMBER, WIDTH, by_name, member_of, members, order_of, values_of
from bot.storage.rows import Row, Rows

accounts = sa.Table(
    "accounts",
    schema.metadata,
    schema.community(),
    sa.Column("platform", sa.Text, primary_key=True),
    sa.Column("external_id", sa.Text, primary_key=True),
    sa.Column("member_id", sa.Text, nullable=False),
    sa.Column("unreachable_since", schema.Instant),
    sa.Column("direct_place", sa.Text),
    sa.Column("left_at", schema.Instant),
    sa.Column("handle", sa.Text, nullable=False, server_default=""),
    schema.refers("member_id", "members"),
    sa.Index(None, "community_id", "member_id"),
    sa.Index(None, "platform", "external_id"),
)

mentee_profiles = sa.Table(
    "mentee_profiles",
    schema.metadata,
    schema.community(),
    sa.Column("member_id", sa.Text, primary_key=True),
    sa.Column("destination", sa.Text, nullable=False),
    sa.Column("direction", schema.Word(GrowthDirection), nullable=False),
    sa.Column("hours_a_week", sa.Integer, nullable=False),
    sa.Column("arrive_by", sa.Date),
    sa.Column("framework", sa.Text),
    sa.Column("framework_version", sa.Integer),
    schema.refers("member_id", "members"),
)

mentor_profiles = sa.Table(
    "mentor_profiles",
    schema.metadata,
    schema.community(),
    sa.Column("member_id", sa.Text, primary_key=True),
    sa.Column("levels", sa.Text, nullable=False),
    sa.Column("capacity", sa.Integer, nullable=False),
    sa.Column("role", sa.Text, nullable=False, server_default=""),
    schema.refers("member_id", "members"),
)


class MemberRows(Rows):
    """The port `Members`."""

    def add(self, member: Member, account: Account) -> None:
        self._change(_ADD, {"community_id": member.community, "id": member.id, **values_of(member)})
        self.add_account(account)

    def add_account(self, account: Account) -> None:
        key = {"community_id": account.community, "platform": account.platform, "external_id": account.external_id}
        self._change(
            _ADD_ACCOUNT, {**key, "member_id": account.member, "left_at": account.left_at, "handle": account.handle}
        )

    def accounts_of(self, community: CommunityId, member: MemberId) -> Sequence[Account]:
        return [Account(*row) for row in self._all(_ACCOUNTS_OF, community=community, member=member)]

    def set_left(self, community: CommunityId, member: MemberId, platform: str, left_at: datetime | None) -> None:
        values = {"community": community, "member": member, "of_platform": platform, "left_at": left_at}
        self._change(_BACK if left_at is None else _CHANGE_ACCOUNT, values)

    def save(self, member: Member) -> None:
        self.save_all([member])

    def save_all(self, members: Sequence[Member]) -> None:
        # In the order of their ids: two units of work that change the same rows don't wait for each other for ever.
        ordered = sorted(members, key=lambda each: each.id)
        self._change_each(
            _SAVE, [{"of_community_id": each.community, "of_id": each.id, **values_of(each)} for each in ordered]
        )

    def get(self, community: CommunityId, member: MemberId) -> Member:
        if row := self._first(_GET, community=community, member=member):
            return member_of(row)
        raise NotFound

    def find_by_account(self, community: CommunityId, platform: str, external_id: str) -> Member | None:
        row = self._first(_BY_ACCOUNT, community=community, platform=platform, external_id=external_id)
        return member_of(row) if row else None

    def many(self, community: CommunityId, members: Iterable[MemberId]) -> Mapping[MemberId, Member]:
        rows = self._all(_MANY, community=community, members=list(members))
        return {member.id: member for member in map(member_of, rows)}

    def accounts(self, community: CommunityId, members: Iterable[MemberId], platform: str) -> Mapping[MemberId, str]:
        rows = self._all(_ACCOUNTS, community=community, members=list(members), platform=platform)
        return {MemberId(member): external_id for member, external_id in rows}

    def unreachable(self, community: CommunityId, members: Iterable[MemberId], platform: str) -> frozenset[MemberId]:
        rows = self._all(_UNREACHABLE, community=community, members=list(members), platform=platform)
        return frozenset(MemberId(row[0]) for row in rows)

    def set_reachable(self, community: CommunityId, member: MemberId, platform: str, lost_at: datetime | None) -> bool:
        statement = _FOUND_AGAIN if lost_at is None else _LOST
        values = {"community": community, "member": member, "of_platform": platform, "unreachable_since": lost_at}
        return bool(self._change(statement, values))

    def direct_places(
        self, community: CommunityId, members: Iterable[MemberId], platform: str
    ) -> Mapping[MemberId, str]:
        rows = self._all(_DIRECT_PLACES, community=community, members=list(members), platform=platform)
        return {MemberId(member): place for member, place in rows}

    def save_handle(self, community: CommunityId, platform: str, external_id: str, handle: str) -> bool:
        key = {"community": community, "of_platform": platform, "of_external_id": external_id}
        return bool(self._change(_CHANGE_HANDLE, {**key, "now": handle}))

    def all_accounts(self, community: CommunityId) -> Sequence[Account]:
        return [Account(*row) for row in self._all(_ALL_ACCOUNTS, community=community)]

    def all_mentees(self, community: CommunityId) -> Mapping[MemberId, MenteeProfile]:
        found = map(_mentee_of, self._all(_ALL_MENTEES, community=community))
        return {each.member: each for each in found}

    def all_mentors(self, community: CommunityId) -> Mapping[MemberId, MentorProfile]:
        found = map(_mentor_of, self._all(_ALL_MENTORS, community=community))
        return {each.member: each for each in found}

    def save_direct_place(self, community: CommunityId, member: MemberId, platform: str, place: str) -> None:
        values = {"community": community, "member": member, "of_platform": platform, "direct_place": place}
        self._change(_CHANGE_ACCOUNT, values)

    def with_role(self, community: CommunityId, role: Role) -> Sequence[Member]:
        return by_name(map(member_of, self._all(_WITH_ROLE[role], community=community)))

    def active(self, community: CommunityId) -> Sequence[Member]:
        return by_name(map(member_of, self._all(_ACTIVE, community=community)))

    def save_mentee(self, profile: MenteeProfile) -> None:
        self.save_mentees([profile])

    def save_mentees(self, profiles: Sequence[MenteeProfile]) -> None:
        self._change_each(_SAVE_MENTEE, [_mentee_values(each) for each in profiles])

    def find_mentee(self, community: CommunityId, member: MemberId) -> MenteeProfile | None:
        row = self._first(_FIND_MENTEE, community=community, member=member)
        return _mentee_of(row) if row else None

    def get_mentee(self, community: CommunityId, member: MemberId) -> MenteeProfile:
        profile = self.find_mentee(community, member)
        if profile is None:
            raise NotAMember
        return profile

    def save_mentor(self, profile: MentorProfile) -> None:
        self.save_mentors([profile])

    def save_mentors(self, profiles: Sequence[MentorProfile]) -> None:
        self._change_each(_SAVE_MENTOR, [_mentor_values(each) for each in profiles])

    def find_mentor(self, community: CommunityId, member: MemberId, *, lock: bool = False) -> MentorProfile | None:
        row = self._first(_LOCK_MENTOR if lock else _FIND_MENTOR, community=community, member=member)
        return _mentor_of(row) if row else None

    def get_mentor(self, community: CommunityId, member: MemberId, *, lock: bool = False) -> MentorProfile:
        profile = self.find_mentor(community, member, lock=lock)
        if profile is None:
            raise NotAMember
        return profile

    def mentors(self, community: CommunityId) -> Sequence[tuple[Member, MentorProfile, int]]:
        rows = self._all(_MENTORS, community=community)
        found = [(member_of(row), _mentor_of(row[WIDTH:-1]), int(row[-1])) for row in rows]
        return sorted(found, key=lambda each: order_of(each[0]))

    def waiting(self, community: CommunityId) -> Sequence[tuple[Member, MenteeProfile]]:
        rows = self._all(_WAITING, community=community)
        found = [(member_of(row), _mentee_of(row[WIDTH:])) for row in rows]
        return sorted(found, key=lambda each: order_of(each[0]))


_COLUMN_OF_ROLE = {
    Role.MENTOR: members.c.is_mentor,
    Role.MENTEE: members.c.is_mentee,
    Role.MODERATOR: members.c.is_moderator,
}
_OF_COMMUNITY = members.c.community_id == sa.bindparam("community")
_IS_HERE = members.c.state == schema.constant(MemberState.ACTIVE)
_ONE_MENTOR = sa.and_(
    mentor_profiles.c.community_id == sa.bindparam("community"),
    mentor_profiles.c.member_id == sa.bindparam("member"),
)

_ADD = sa.insert(members)
_ADD_ACCOUNT = sa.insert(accounts)
_SAVE = schema.changing(members)
_GET = sa.select(*MEMBER).where(_OF_COMMUNITY, members.c.id == sa.bindparam("member"))
_BY_ACCOUNT = (
    sa.select(*MEMBER)
    .join(accounts)
    .where(
        accounts.c.community_id == sa.bindparam("community"),
        accounts.c.platform == sa.bindparam("platform"),
        accounts.c.external_id == sa.bindparam("external_id"),
    )
)
_MANY = sa.select(*MEMBER).where(_OF_COMMUNITY, members.c.id.in_(sa.bindparam("members", expanding=True)))
_ACCOUNTS = (
    sa.select(accounts.c.member_id, accounts.c.external_id)
    .where(
        accounts.c.community_id == sa.bindparam("community"),
        accounts.c.member_id.in_(sa.bindparam("members", expanding=True)),
        accounts.c.platform == sa.bindparam("platform"),
    )
    .order_by(accounts.c.external_id.desc())  # of several accounts, always the same one
)
_ACCOUNTS_OF = (
    sa.select(
        accounts.c.community_id,
        accounts.c.platform,
        accounts.c.external_id,
        accounts.c.member_id,
        accounts.c.left_at,
        accounts.c.handle,
    )
    .where(accounts.c.community_id == sa.bindparam("community"), accounts.c.member_id == sa.bindparam("member"))
    .order_by(accounts.c.platform, accounts.c.external_id)
)
_ALL_ACCOUNTS = sa.select(*_ACCOUNTS_OF.selected_columns).where(accounts.c.community_id == sa.bindparam("community"))
_CHANGE_HANDLE = (
    sa.update(accounts)
    .where(
        accounts.c.community_id == sa.bindparam("community"),
        accounts.c.platform == sa.bindparam("of_platform"),
        accounts.c.external_id == sa.bindparam("of_external_id"),
        accounts.c.handle != sa.bindparam("now"),
    )
    .values(handle=sa.bindparam("now"))
)
_UNREACHABLE = sa.select(accounts.c.member_id).where(
    accounts.c.community_id == sa.bindparam("community"),
    accounts.c.member_id.in_(sa.bindparam("members", expanding=True)),
    accounts.c.platform == sa.bindparam("platform"),
    accounts.c.unreachable_since.is_not(None),
)
_DIRECT_PLACES = (
    sa.select(accounts.c.member_id, accounts.c.direct_place)
    .where(
        accounts.c.community_id == sa.bindparam("community"),
        accounts.c.member_id.in_(sa.bindparam("members", expanding=True)),
        accounts.c.platform == sa.bindparam("platform"),
        accounts.c.direct_place.is_not(None),
    )
    .order_by(accounts.c.external_id.desc())  # as above
)
_CHANGE_ACCOUNT = sa.update(accounts).where(
    accounts.c.community_id == sa.bindparam("community"),
    accounts.c.member_id == sa.bindparam("member"),
    accounts.c.platform == sa.bindparam("of_platform"),
)
_LOST = _CHANGE_ACCOUNT.where(accounts.c.unreachable_since.is_(None))
_FOUND_AGAIN = _CHANGE_ACCOUNT.where(accounts.c.unreachable_since.is_not(None))
_BACK = _CHANGE_ACCOUNT.where(accounts.c.left_at.is_not(None))
_ACTIVE = sa.select(*MEMBER).where(_OF_COMMUNITY, _IS_HERE)
_WITH_ROLE = {role: _ACTIVE.where(column) for role, column in _COLUMN_OF_ROLE.items()}
_SAVE_MENTEE = insert_or_replace(mentee_profiles)
_FIND_MENTEE = sa.select(*mentee_profiles.c).where(
    mentee_profiles.c.community_id == sa.bindparam("community"),
    mentee_profiles.c.member_id == sa.bindparam("member"),
)
_ALL_MENTEES = sa.select(*mentee_profiles.c).where(mentee_profiles.c.community_id == sa.bindparam("community"))
_ALL_MENTORS = sa.select(*mentor_profiles.c).where(mentor_profiles.c.community_id == sa.bindparam("community"))
_SAVE_MENTOR = insert_or_replace(mentor_profiles)
_FIND_MENTOR = sa.select(*mentor_profiles.c).where(_ONE_MENTOR)
_LOCK_MENTOR = _FIND_MENTOR.with_for_update()
_MENTORS = (
    sa.select(*MEMBER, *mentor_profiles.c, takes_capacity(members.c.community_id, members.c.id))
    .join(mentor_profiles)
    .where(_OF_COMMUNITY, _IS_HERE, members.c.is_mentor)
)

_WAITING = sa.select(*MEMBER, *mentee_profiles.c).join(mentee_profiles).where(_OF_COMMUNITY, WAITS)


def _mentee_values(profile: MenteeProfile) -> Mapping[str, object]:
    return {
        "community_id": profile.community,
        "member_id": profile.member,
        "destination": profile.destination,
        "direction": profile.direction,
        "hours_a_week": profile.hours_a_week,
        "arrive_by": profile.arrive_by,
        "framework": profile.begun.framework if profile.begun else None,
        "framework_version": profile.begun.version if profile.begun else None,
    }


def _mentee_of(row: Row) -> MenteeProfile:
    community, member, destination, direction, hours, arrive_by, framework, version = row
    begun = FrameworkVersion(framework, version) if framework else None
    return MenteeProfile(community, member, destination, direction, hours, arrive_by, begun)


def _mentor_values(profile: MentorProfile) -> Mapping[str, object]:
    return {
        "community_id": profile.community,
        "member_id": profile.member,
        "levels": schema.dump(dict(profile.levels)),
        "capacity": profile.capacity,
        "role": profile.role,
    }


def _mentor_of(row: Row) -> MentorProfile:
    community, member, levels, capacity, role = row
    return MentorProfile(community, member, schema.load(levels), capacity, role)
