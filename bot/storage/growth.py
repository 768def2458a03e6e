"""Growth threads and their entries."""

from collections.abc import Mapping

import sqlalchemy as sa

from bot.core.domain.errors import NotFound
from bot.core.domain.growth import Entry, EntryState, GrowthThread
from bot.core.domain.ids import CheckInId, CommunityId, EntryId, MemberId
from bot.core.domain.programmes import QuestionId
from bot.storage import schema
from bot.storage.rows import Row, Rows

growth_threads = sa.Table(
    "growth_threads",
    schema.metadata,
    schema.community(),
    sa.Column("member_id", sa.Text, primary_key=True),
    sa.Column("place_id", sa.Text),
    schema.refers("member_id", "members"),
    schema.refers("place_id", "places"),
)

entries = sa.Table(
    "entries",
    schema.metadata,
    schema.community(),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("member_id", sa.Text, nullable=False),
    sa.Column("check_in_id", sa.Text, nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("streak", sa.Integer, nullable=False),
    sa.Column("is_milestone", sa.Boolean, nullable=False),
    sa.Column("answers", sa.Text, nullable=False),
    sa.Column("state", schema.Word(EntryState), nullable=False),
    sa.Column("published_at", schema.Instant, nullable=False),
    schema.refers("member_id", "members"),
    schema.refers("check_in_id", "check_ins"),
    sa.UniqueConstraint("community_id", "check_in_id"),
    sa.Index(None, "community_id", "member_id"),
)


class GrowthRows(Rows):
    """The port `Growth`."""

    def add_thread(self, thread: GrowthThread) -> None:
        key = {"community_id": thread.community, "member_id": thread.member}
        self._change(_ADD_THREAD, {**key, "place_id": thread.place})

    def save_thread(self, thread: GrowthThread) -> None:
        key = {"of_community_id": thread.community, "of_member_id": thread.member}
        self._change(_SAVE_THREAD, {**key, "place_id": thread.place})

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

    def find_by_check_in(self, community: CommunityId, check_in: CheckInId) -> Entry | None:
        row = self._first(_BY_CHECK_IN, community=community, check_in=check_in)
        return _entry_of(row) if row else None


def answers_text(answers: Mapping[QuestionId, str]) -> str:
    """Write answers as JSON, by question."""
    return schema.dump({question.value: text for question, text in answers.items()})


def answers_of(text: str) -> Mapping[QuestionId, str]:
    """Read answers."""
    return {QuestionId(question): answer for question, answer in schema.load(text).items()}


_OF_COMMUNITY = entries.c.community_id == sa.bindparam("community")

_ADD_THREAD = sa.insert(growth_threads)
_SAVE_THREAD = schema.changing(growth_threads)
_FIND_THREAD = sa.select(*growth_threads.c).where(
    growth_threads.c.community_id == sa.bindparam("community"),
    growth_threads.c.member_id == sa.bindparam("member"),
)
_ADD = sa.insert(entries)
_SAVE = schema.changing(entries)
_GET = sa.select(*entries.c).where(_OF_COMMUNITY, entries.c.id == sa.bindparam("entry"))
_BY_CHECK_IN = sa.select(*entries.c).where(_OF_COMMUNITY, entries.c.check_in_id == sa.bindparam("check_in"))


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
    }


def _entry_of(row: Row) -> Entry:
    community, entry, member, check_in, number, streak, is_milestone, answers, *rest = row
    kept = answers_of(answers)
    return Entry(entry, community, member, check_in, number, streak, bool(is_milestone), kept, *rest)
