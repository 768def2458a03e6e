"""Growth threads and their entries."""

from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa

from bot.core.domain.errors import NotFound
from bot.core.domain.growth import Entry, EntryState, GrowthThread
from bot.core.domain.ids import CheckInId, CommunityId, EntryId, MemberId, PlaceId
from bot.core.domain.members import MemberState
from bot.core.domain.programmes import QuestionId
from bot.storage import schema
from bot.storage.communities import places
from bot.storage.dialect import insert
from bot.storage.roster import members
from bot.storage.rows import Row, Rows

growth_threads = sa.Table(
    "growth_threads",
    schema.metadata,
    schema.community(),
    sa.Column("member_id", sa.Text, primary_key=True),
    sa.Column("place_id", sa.Text),
    schema.refers("member_id", "members"),
    schema.refers("place_id", "places"),
    sa.Index(None, "community_id", "place_id"),
)

entries = sa.Table(
    "entries",
    schema.metadata,
    schema.community(),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("member_id", sa.Text, nullable=False),
    sa.Column("check_in_id", sa.Text),
    sa.Column("number", sa.Integer),
    sa.Column("streak", sa.Integer, nullable=False),
    sa.Column("is_milestone", sa.Boolean, nullable=False),
    sa.Column("answers", sa.Text, nullable=False),
    sa.Column("state", schema.Word(EntryState), nullable=False),
    sa.Column("published_at", schema.Instant, nullable=False),
    sa.Column("comments", sa.Integer, nullable=False, server_default="0"),
    sa.Column("text", sa.Text),
    sa.Column("place_id", sa.Text),
    schema.refers("member_id", "members"),
    schema.refers("check_in_id", "check_ins"),
    schema.refers("place_id", "places"),
    sa.UniqueConstraint("community_id", "check_in_id"),
    sa.Index(None, "community_id", "member_id"),
)

cheers = sa.Table(
    "cheers",
    schema.metadata,
    schema.community(),
    sa.Column("entry_id", sa.Text, primary_key=True),
    sa.Column("member_id", sa.Text, primary_key=True),
    schema.refers("entry_id", "entries"),
    schema.refers("member_id", "members"),
)


class GrowthRows(Rows):
    """The port `Growth`."""

    def add_thread(self, thread: GrowthThread) -> None:
        key = {"community_id": thread.community, "member_id": thread.member}
        self._change(_ADD_THREAD, {**key, "place_id": thread.place})

    def save_thread(self, thread: GrowthThread) -> None:
        key = {"of_community_id": thread.community, "of_member_id": thread.member}
        self._change(_SAVE_THREAD, {**key, "place_id": thread.place})

    def remove_thread(self, thread: GrowthThread) -> None:
        self._change(_REMOVE_THREAD, {"community": thread.community, "member": thread.member})

    def find_thread(self, community: CommunityId, member: MemberId) -> GrowthThread | None:
        row = self._first(_FIND_THREAD, community=community, member=member)
        return GrowthThread(*row) if row else None

    def add(self, entry: Entry) -> None:
        self._change(_ADD, {"community_id": entry.community, "id": entry.id, **_values(entry)})

    def save(self, entry: Entry) -> None:
        self._change(_SAVE, {"of_community_id": entry.community, "of_id": entry.id, **_values(entry)})

    def get(self, community: CommunityId, entry: EntryId) -> Entry:
        if row := self._first(_GET, community=community, entry=entry):
            return _entry_of(row)
        raise NotFound

    def find_thread_at(self, community: CommunityId, place: PlaceId) -> GrowthThread | None:
        row = self._first(_THREAD_AT, community=community, place=place)
        return GrowthThread(*row) if row else None

    def thread_platform(self, community: CommunityId, member: MemberId) -> str:
        row = self._first(_THREAD_PLATFORM, community=community, member=member)
        return str(row[0]) if row else ""

    def leave_place(self, community: CommunityId, place: PlaceId) -> None:
        self._change(_LEAVE_PLACE, {"community": community, "place": place})

    def threads_to_open(self, community: CommunityId) -> Sequence[GrowthThread]:
        return [GrowthThread(*row) for row in self._all(_THREADS_TO_OPEN, community=community)]

    def find_by_check_in(self, community: CommunityId, check_in: CheckInId) -> Entry | None:
        row = self._first(_BY_CHECK_IN, community=community, check_in=check_in)
        return _entry_of(row) if row else None

    def newest(self, community: CommunityId, member: MemberId) -> Entry | None:
        row = self._first(_NEWEST, community=community, member=member)
        return _entry_of(row) if row else None

    def many(self, community: CommunityId, entries: Iterable[EntryId]) -> Mapping[EntryId, Entry]:
        wanted = list(entries)
        rows = self._all(_MANY, community=community, entries=wanted) if wanted else ()
        return {each.id: each for each in map(_entry_of, rows)}

    def published(self, community: CommunityId, member: MemberId, limit: int) -> Sequence[Entry]:
        return [_entry_of(row) for row in self._all(_PUBLISHED, community=community, member=member, limit=limit)]

    def notes(self, community: CommunityId, member: MemberId, limit: int) -> Sequence[Entry]:
        return [_entry_of(row) for row in self._all(_NOTES, community=community, member=member, limit=limit)]

    def cheer(self, community: CommunityId, entry: EntryId, member: MemberId) -> bool:
        return bool(self._change(_CHEER, {"community_id": community, "entry_id": entry, "member_id": member}))

    def take_cheer_back(self, community: CommunityId, entry: EntryId, member: MemberId) -> None:
        self._change(_TAKE_CHEER_BACK, {"community": community, "entry": entry, "member": member})

    def count_comment(self, community: CommunityId, entry: EntryId) -> None:
        self._change(_COUNT_COMMENT, {"of_community_id": community, "of_id": entry})


def answers_text(answers: Mapping[QuestionId, str]) -> str:
    """Write answers as JSON, by question."""
    return schema.dump({question.value: text for question, text in answers.items()})


def answers_of(text: str) -> Mapping[QuestionId, str]:
    """Read answers."""
    return {QuestionId(question): answer for question, answer in schema.load(text).items()}


_OF_COMMUNITY = entries.c.community_id == sa.bindparam("community")

_ADD_THREAD = sa.insert(growth_threads)
_SAVE_THREAD = schema.changing(growth_threads)
_REMOVE_THREAD = sa.delete(growth_threads).where(
    growth_threads.c.community_id == sa.bindparam("community"),
    growth_threads.c.member_id == sa.bindparam("member"),
)
_FIND_THREAD = sa.select(*growth_threads.c).where(
    growth_threads.c.community_id == sa.bindparam("community"),
    growth_threads.c.member_id == sa.bindparam("member"),
)
_THREADS_TO_OPEN = (
    sa.select(*growth_threads.c)
    .join(
        members,
        sa.and_(members.c.community_id == growth_threads.c.community_id, members.c.id == growth_threads.c.member_id),
    )
    .where(
        growth_threads.c.community_id == sa.bindparam("community"),
        growth_threads.c.place_id.is_(None),
        members.c.state == schema.constant(MemberState.ACTIVE),
    )
)
_THREAD_AT = sa.select(*growth_threads.c).where(
    growth_threads.c.community_id == sa.bindparam("community"),
    growth_threads.c.place_id == sa.bindparam("place"),
)
_THREAD_PLATFORM = (
    sa.select(places.c.platform)
    .join(
        growth_threads,
        sa.and_(growth_threads.c.community_id == places.c.community_id, growth_threads.c.place_id == places.c.id),
    )
    .where(
        growth_threads.c.community_id == sa.bindparam("community"),
        growth_threads.c.member_id == sa.bindparam("member"),
    )
)
_LEAVE_PLACE = (
    sa.update(entries)
    .where(entries.c.community_id == sa.bindparam("community"), entries.c.place_id == sa.bindparam("place"))
    .values(place_id=None)
)
_ADD = sa.insert(entries)
_SAVE = schema.changing(entries)
_COUNT_COMMENT = schema.changing(entries).values(comments=entries.c.comments + 1)
_CHEERS = (
    sa.select(sa.func.count())
    .select_from(cheers)
    .where(cheers.c.community_id == entries.c.community_id, cheers.c.entry_id == entries.c.id)
    .scalar_subquery()
)
_ENTRY = (*entries.c, _CHEERS)
_OF_MEMBER = sa.and_(_OF_COMMUNITY, entries.c.member_id == sa.bindparam("member"))
_NEWEST_FIRST = (entries.c.published_at.desc(), entries.c.id.desc())
_GET = sa.select(*_ENTRY).where(_OF_COMMUNITY, entries.c.id == sa.bindparam("entry"))
_MANY = sa.select(*_ENTRY).where(_OF_COMMUNITY, entries.c.id.in_(sa.bindparam("entries", expanding=True)))
_BY_CHECK_IN = sa.select(*_ENTRY).where(_OF_COMMUNITY, entries.c.check_in_id == sa.bindparam("check_in"))
_READABLE = sa.select(*_ENTRY).where(_OF_MEMBER, entries.c.state == EntryState.PUBLISHED).order_by(*_NEWEST_FIRST)
_NEWEST = _READABLE.limit(1)
_PUBLISHED = _READABLE.limit(sa.bindparam("limit", type_=sa.Integer))
_NOTES = (
    sa.select(*_ENTRY)
    .where(_OF_MEMBER, entries.c.check_in_id.is_(None))
    .order_by(*_NEWEST_FIRST)
    .limit(sa.bindparam("limit", type_=sa.Integer))
)
_CHEER = insert(cheers).on_conflict_do_nothing().execution_options(preserve_rowcount=True)
_TAKE_CHEER_BACK = sa.delete(cheers).where(
    cheers.c.community_id == sa.bindparam("community"),
    cheers.c.entry_id == sa.bindparam("entry"),
    cheers.c.member_id == sa.bindparam("member"),
)


def _values(entry: Entry) -> dict[str, object]:
    return {
        "member_id": entry.member,
        "check_in_id": entry.check_in,
        "number": entry.number,
        "streak": entry.streak,
        "is_milestone": entry.is_milestone,
        "answers": answers_text(entry.answers),
        "state": entry.state,
        "published_at": entry.published_at,
        "text": entry.note or None,
        "place_id": entry.place,
    }


def _entry_of(row: Row) -> Entry:
    community, entry, member, check_in, number, streak, is_milestone, answers, state, at, *rest = row
    comments, note, place, cheered = rest
    kept = answers_of(answers)
    week = (check_in, number, streak, bool(is_milestone), kept)
    return Entry(entry, community, member, *week, state, at, note or "", comments, cheered, place)
