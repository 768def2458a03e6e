"""Which messages say the same in the several places of a room, and in which room an account talks."""

from collections.abc import Sequence

import sqlalchemy as sa

from bot.core.domain.ids import CommunityId, PairingId, PlaceId
from bot.core.domain.relays import Copy
from bot.storage import schema
from bot.storage.dialect import insert, insert_or_replace
from bot.storage.rows import Row, Rows

copies = sa.Table(
    "copies",
    schema.metadata,
    schema.community(),
    sa.Column("place_id", sa.Text, primary_key=True),
    sa.Column("message", sa.Text, primary_key=True),
    sa.Column("pairing_id", sa.Text, nullable=False),
    sa.Column("utterance", sa.Text, nullable=False),
    sa.Column("author_id", sa.Text, nullable=False),
    sa.Column("is_original", sa.Boolean, nullable=False),
    schema.refers("pairing_id", "rooms", "pairing_id"),
    schema.refers("author_id", "members"),
    schema.refers("place_id", "places"),
    sa.Index(None, "community_id", "utterance"),
)
talks = sa.Table(
    "talks",
    schema.metadata,
    sa.Column("platform", sa.Text, primary_key=True),
    sa.Column("external_id", sa.Text, primary_key=True),
    sa.Column("community_id", sa.Text, nullable=False),
    sa.Column("pairing_id", sa.Text, nullable=False),
    schema.refers("pairing_id", "pairings"),
)


class RelayRows(Rows):
    """The port `Relays`."""

    def add(self, copy: Copy) -> None:
        self._change(
            _ADD,
            {
                "community_id": copy.community,
                "place_id": copy.place,
                "message": copy.message,
                "pairing_id": copy.pairing,
                "utterance": copy.utterance,
                "author_id": copy.author,
                "is_original": copy.is_original,
            },
        )

    def find(self, community: CommunityId, place: PlaceId, message: str) -> Copy | None:
        row = self._first(_FIND, community=community, place=place, message=message)
        return _copy_of(row) if row else None

    def of_utterance(self, community: CommunityId, utterance: str) -> Sequence[Copy]:
        return [_copy_of(row) for row in self._all(_OF_UTTERANCE, community=community, utterance=utterance)]

    def forget(self, community: CommunityId, place: PlaceId) -> None:
        self._change(_FORGET, {"of_community": community, "of_place": place})

    def talking_in(self, platform: str, account: str) -> tuple[CommunityId, PairingId] | None:
        row = self._first(_TALKING, platform=platform, account=account)
        return (row[0], row[1]) if row else None

    def talk_in(self, platform: str, account: str, community: CommunityId, pairing: PairingId) -> None:
        key = {"platform": platform, "external_id": account}
        self._change(_TALK, {**key, "community_id": community, "pairing_id": pairing})

    def talk_no_more(self, platform: str, account: str, but: PairingId | None = None) -> None:
        self._change(_SILENT, {"of_platform": platform, "of_account": account, "but": but or ""})


_ADD = insert(copies).on_conflict_do_nothing(index_elements=["community_id", "place_id", "message"])
_COPY = tuple(copies.c)
_OF_COMMUNITY = copies.c.community_id == sa.bindparam("community")
_FIND = sa.select(*_COPY).where(
    _OF_COMMUNITY, copies.c.place_id == sa.bindparam("place"), copies.c.message == sa.bindparam("message")
)
_OF_UTTERANCE = sa.select(*_COPY).where(_OF_COMMUNITY, copies.c.utterance == sa.bindparam("utterance"))
_FORGET = sa.delete(copies).where(
    copies.c.community_id == sa.bindparam("of_community"), copies.c.place_id == sa.bindparam("of_place")
)
_TALKING = sa.select(talks.c.community_id, talks.c.pairing_id).where(
    talks.c.platform == sa.bindparam("platform"), talks.c.external_id == sa.bindparam("account")
)
_TALK = insert_or_replace(talks)
_SILENT = sa.delete(talks).where(
    talks.c.platform == sa.bindparam("of_platform"),
    talks.c.external_id == sa.bindparam("of_account"),
    talks.c.pairing_id != sa.bindparam("but"),
)


def _copy_of(row: Row) -> Copy:
    community, place, message, pairing, utterance, author, is_original = row
    return Copy(community, place, message, pairing, utterance, author, is_original)
