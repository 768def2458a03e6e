"""Making one member of two: everything that refers to one of them refers to the other from then on.

What refers to members is read off the tables' own foreign keys, so that a table that is added later is not forgotten.
Where a table holds one row a member, or one a member and something else, `SETTLED` says which of two rows stays.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import sqlalchemy as sa

from bot.core.domain.checkins import CheckInState
from bot.core.domain.ids import CommunityId, MemberId
from bot.core.domain.roadmaps.enrolments import EnrolmentState
from bot.storage import schema
from bot.storage.checkins.tables import check_ins, schedules
from bot.storage.circumstances import blocks, circumstances, wishes
from bot.storage.gaps import assessments
from bot.storage.goals import goal_marks
from bot.storage.growth import cheers, entries, growth_threads
from bot.storage.members import mentee_profiles, mentor_profiles
from bot.storage.roadmaps import enrolments
from bot.storage.rooms import room_places
from bot.storage.roster import members
from bot.storage.rounds.tables import round_waits
from bot.storage.rows import Rows

merged_members = sa.Table(
    "merged_members",
    schema.metadata,
    schema.community(),
    sa.Column("member_id", sa.Text, primary_key=True),
    sa.Column("into_id", sa.Text, nullable=False),
    schema.refers("into_id", "members"),
)
"""Members who are no more, by whom they are now: what names them and waits outside the tables still finds them."""


class MergeRows(Rows):
    """The port `Merges`."""

    def hold(self, community: CommunityId, members: Iterable[MemberId]) -> None:
        self._all(_HOLD, community=community, members=list(members))

    def merge(self, community: CommunityId, gone: MemberId, into: MemberId) -> None:
        those = {"community": community, "gone": gone, "kept": into}
        for statements in SETTLED.values():
            for statement in statements:
                self._change(statement, those)
        for table, column in references():
            self._change(_moving(table, column), those)
        self._change(_REMOVE, those)
        self._change(_REMEMBER, {"community_id": community, "member_id": gone, "into_id": into})

    def heirs(self, named: Iterable[tuple[CommunityId, str]]) -> Mapping[tuple[CommunityId, str], MemberId]:
        wanted = set(named)
        if not wanted:
            return {}
        rows = self._all(_HEIRS, communities=list({one for one, _ in wanted}), members=list({one for _, one in wanted}))
        return {(community, gone): into for community, gone, into in rows if (community, gone) in wanted}


def references() -> Sequence[tuple[sa.Table, sa.Column[str]]]:
    """List every column that names a member, table by table."""
    return [
        (table, column)
        for table in schema.metadata.sorted_tables
        for constraint in table.foreign_key_constraints
        if constraint.referred_table is members
        for column in constraint.columns
        if column.name != "community_id"
    ]


def unsettled() -> Sequence[str]:
    """List the tables that hold at most one row a member in some respect, and for which no rule says which stays."""
    return sorted({table.name for table, column in references() if _is_unique(table, column)} - SETTLED.keys())


def _is_unique(table: sa.Table, column: sa.Column[str]) -> bool:
    keys = [set(table.primary_key.columns)]
    keys += [set(each.columns) for each in table.constraints if isinstance(each, sa.UniqueConstraint)]
    keys += [set(each.columns) for each in table.indexes if each.unique]
    return any(column in key for key in keys)


_COMMUNITY = sa.bindparam("community", type_=sa.Text)
_GONE, _KEPT = sa.bindparam("gone", type_=sa.Text), sa.bindparam("kept", type_=sa.Text)


def _yields(table: sa.Table, *alike: str) -> sa.Delete:
    """Let a row of the one who goes give way to the other's of the same `alike`."""
    twin = table.alias("twin")
    same = [twin.c[name] == table.c[name] for name in alike]
    return sa.delete(table).where(
        table.c.community_id == _COMMUNITY,
        table.c.member_id == _GONE,
        sa.exists().where(twin.c.community_id == _COMMUNITY, twin.c.member_id == _KEPT, *same),
    )


def _of_both(table: sa.FromClause) -> sa.ColumnElement[bool]:
    return sa.and_(table.c.community_id == _COMMUNITY, table.c.member_id.in_([_GONE, _KEPT]))


_ATTESTED_TO_ONESELF: Final = (
    sa.update(assessments)
    .where(
        _of_both(assessments),
        assessments.c.assessed_by.in_([_GONE, _KEPT]),
        assessments.c.is_attested,
        assessments.c.superseded_at.is_(None),
    )
    .values(superseded_at=assessments.c.assessed_at)
)
"""Nobody attests their own levels: what one of the two has said of the other as a mentor no longer stands."""

_newer = assessments.alias("newer")
_IS_NEWER = sa.and_(
    _of_both(_newer),
    _newer.c.competency == assessments.c.competency,
    _newer.c.is_attested == assessments.c.is_attested,
    _newer.c.superseded_at.is_(None),
    sa.or_(
        _newer.c.assessed_at > assessments.c.assessed_at,
        sa.and_(_newer.c.assessed_at == assessments.c.assessed_at, _newer.c.id > assessments.c.id),
    ),
)
_SUPERSEDE: Final = (
    sa.update(assessments)
    .where(_of_both(assessments), assessments.c.superseded_at.is_(None), sa.exists().where(_IS_NEWER))
    .values(superseded_at=sa.select(_newer.c.assessed_at).where(_IS_NEWER).limit(1).scalar_subquery())
)
"""Of two current claims of a kind about a competency the newer stands."""

_twin = check_ins.alias("twin")
_SAME_WEEK = sa.and_(
    _twin.c.community_id == check_ins.c.community_id,
    _twin.c.programme_id == check_ins.c.programme_id,
    _twin.c.week == check_ins.c.week,
)
_ANSWERED = schema.constant(CheckInState.SUBMITTED)
_UNANSWERED_YIELDS: Final = sa.delete(check_ins).where(
    check_ins.c.community_id == _COMMUNITY,
    check_ins.c.member_id == _KEPT,
    check_ins.c.state != _ANSWERED,
    sa.exists().where(_SAME_WEEK, _twin.c.member_id == _GONE, _twin.c.state == _ANSWERED),
)
_ENTRY_LOSES_WEEK: Final = (
    sa.update(entries)
    .where(
        entries.c.community_id == _COMMUNITY,
        entries.c.check_in_id.in_(
            sa.select(check_ins.c.id).where(
                check_ins.c.community_id == _COMMUNITY,
                check_ins.c.member_id == _GONE,
                sa.exists().where(_SAME_WEEK, _twin.c.member_id == _KEPT),
            )
        ),
    )
    .values(check_in_id=None)
)
"""Where both have answered a week, what the one who goes has published of it stays on show."""

_MARK_LOSES_WEEK: Final = (
    sa.update(goal_marks)
    .where(
        goal_marks.c.community_id == _COMMUNITY,
        goal_marks.c.check_in_id.in_(
            sa.select(check_ins.c.id).where(
                check_ins.c.community_id == _COMMUNITY,
                check_ins.c.member_id == _GONE,
                sa.exists().where(_SAME_WEEK, _twin.c.member_id == _KEPT),
            )
        ),
    )
    .values(check_in_id=None)
)
"""So does what they said of their goals that week."""

_threads_of = {who: growth_threads.alias(name) for who, name in ((_GONE, "of_gone"), (_KEPT, "of_kept"))}


def _has_thread(who: sa.BindParameter[str], *more: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    thread = _threads_of[who]
    return sa.exists().where(thread.c.community_id == _COMMUNITY, thread.c.member_id == who, *more)


_UNMADE_THREAD_YIELDS: Final = sa.delete(growth_threads).where(
    growth_threads.c.community_id == _COMMUNITY,
    growth_threads.c.member_id == _KEPT,
    growth_threads.c.place_id.is_(None),
    _has_thread(_GONE, _threads_of[_GONE].c.place_id.is_not(None)),
)
_ENTRIES_KEEP_PLACE: Final = (
    sa.update(entries)
    .where(
        entries.c.community_id == _COMMUNITY,
        entries.c.member_id == _GONE,
        entries.c.place_id.is_(None),
        _has_thread(_KEPT),
    )
    .values(
        place_id=sa.select(growth_threads.c.place_id)
        .where(growth_threads.c.community_id == _COMMUNITY, growth_threads.c.member_id == _GONE)
        .scalar_subquery()
    )
)
"""What was said in the thread that is given up is changed, or taken back, there."""

_other_enrolment = enrolments.alias("other_enrolment")
_ENROLMENT_YIELDS: Final = (
    sa.update(enrolments)
    .where(
        enrolments.c.community_id == _COMMUNITY,
        enrolments.c.member_id == _GONE,
        enrolments.c.state == schema.constant(EnrolmentState.ACTIVE),
        sa.exists().where(
            _other_enrolment.c.community_id == _COMMUNITY,
            _other_enrolment.c.member_id == _KEPT,
            _other_enrolment.c.state == schema.constant(EnrolmentState.ACTIVE),
        ),
    )
    .values(state=EnrolmentState.LEFT, ended_at=enrolments.c.enrolled_at)
)
"""One roadmap at a time: of two that are followed, that of the one who goes is left, with all that was done."""

_OWN_CHEERS: Final = sa.delete(cheers).where(
    _of_both(cheers),
    cheers.c.entry_id.in_(sa.select(entries.c.id).where(_of_both(entries))),
)
"""Nobody cheers their own entries."""

_BOTH: Final = (_GONE, _KEPT)
_twin_wish, _twin_block = wishes.alias("twin"), blocks.alias("twin")
_WISHED_TWICE: Final = sa.delete(wishes).where(
    wishes.c.community_id == _COMMUNITY,
    wishes.c.mentor_id.in_(_BOTH),
    sa.exists().where(
        _twin_wish.c.community_id == _COMMUNITY,
        _twin_wish.c.member_id == wishes.c.member_id,
        _twin_wish.c.mentor_id.in_(_BOTH),
        _twin_wish.c.rank < wishes.c.rank,
    ),
)
"""Of two wishes for one and the same person the dearer stays."""

_NOT_ONESELF: Final = tuple(
    sa.delete(table).where(table.c.community_id == _COMMUNITY, table.c.member_id.in_(_BOTH), other.in_(_BOTH))
    for table, other in ((wishes, wishes.c.mentor_id), (blocks, blocks.c.other_id))
)
_BLOCKED_TWICE: Final = sa.delete(blocks).where(
    blocks.c.community_id == _COMMUNITY,
    blocks.c.other_id == _GONE,
    sa.exists().where(
        _twin_block.c.community_id == _COMMUNITY,
        _twin_block.c.member_id == blocks.c.member_id,
        _twin_block.c.other_id == _KEPT,
    ),
)

SETTLED: Final[Mapping[str, Sequence[sa.Executable]]] = {
    "mentee_profiles": (_yields(mentee_profiles),),
    "mentor_profiles": (_yields(mentor_profiles),),
    "assessments": (_ATTESTED_TO_ONESELF, _SUPERSEDE),
    "pairings": (),  # of two live ones as a mentee the use case makes none
    "schedules": (_yields(schedules, "programme_id"),),
    "check_ins": (_UNANSWERED_YIELDS, _ENTRY_LOSES_WEEK, _MARK_LOSES_WEEK, _yields(check_ins, "programme_id", "week")),
    "growth_threads": (_UNMADE_THREAD_YIELDS, _ENTRIES_KEEP_PLACE, _yields(growth_threads)),
    "enrolments": (_ENROLMENT_YIELDS,),
    "room_places": (_yields(room_places, "pairing_id"),),
    "circumstances": (_yields(circumstances),),
    "wishes": (_NOT_ONESELF[0], _WISHED_TWICE, _yields(wishes, "mentor_id")),
    "blocks": (_NOT_ONESELF[1], _BLOCKED_TWICE, _yields(blocks, "other_id")),
    "round_waits": (_yields(round_waits, "round_id"),),
    "cheers": (_OWN_CHEERS, _yields(cheers, "entry_id")),
}
"""What becomes of two rows where there is place for one; done in this order, before anything is moved.

Written for `community`, `gone` and `kept`. A table that `unsettled` names needs its rule here; `_yields` is the usual.
"""

_HOLD = (
    sa.select(members.c.id)
    .where(members.c.community_id == _COMMUNITY, members.c.id.in_(sa.bindparam("members", expanding=True)))
    .order_by(members.c.id)
    .with_for_update()
)
_REMOVE = sa.delete(members).where(members.c.community_id == _COMMUNITY, members.c.id == _GONE)
_REMEMBER = sa.insert(merged_members)
_HEIRS = sa.select(*merged_members.c).where(
    merged_members.c.community_id.in_(sa.bindparam("communities", expanding=True)),
    merged_members.c.member_id.in_(sa.bindparam("members", expanding=True)),
)


def _moving(table: sa.Table, column: sa.Column[str]) -> sa.Update:
    return sa.update(table).where(table.c.community_id == _COMMUNITY, column == _GONE).values({column.name: _KEPT})
