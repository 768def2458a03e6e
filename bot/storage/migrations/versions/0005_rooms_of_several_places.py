"""Rooms with a place for each of the pair, what is carried between those, and updates that wait to be dealt with."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    _room_places()
    _copies()
    _talks()
    _updates()
    op.add_column("outbox", sa.Column("words", sa.Text()))


def downgrade() -> None:
    op.drop_column("outbox", "words")
    for table in ("updates", "talks", "copies"):
        op.drop_table(table)
    _rooms_of_one_place()


def _room_places() -> None:
    """Give both of a pair the place that their room had."""
    op.create_table(
        "room_places",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("pairing_id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("place_id", sa.Text(), nullable=False),
        _refers("room_places", "pairing_id", "rooms", "pairing_id"),
        _refers("room_places", "member_id", "members"),
        _refers("room_places", "place_id", "places"),
        sa.PrimaryKeyConstraint("community_id", "pairing_id", "member_id", name="pk_room_places"),
    )
    op.create_index("ix_room_places_community_id_place_id", "room_places", ["community_id", "place_id"])
    op.create_index("ix_room_places_community_id_member_id", "room_places", ["community_id", "member_id"])
    for role in ("mentor_id", "mentee_id"):
        op.execute(
            f"INSERT INTO room_places (community_id, pairing_id, member_id, place_id) "  # noqa: S608  two fixed names
            f"SELECT rooms.community_id, rooms.pairing_id, pairings.{role}, rooms.place_id FROM rooms "
            f"JOIN pairings ON pairings.community_id = rooms.community_id AND pairings.id = rooms.pairing_id "
            f"WHERE rooms.place_id IS NOT NULL"
        )
    with op.batch_alter_table("rooms") as rooms:
        rooms.drop_constraint("fk_rooms_community_id_place_id", type_="foreignkey")
        rooms.drop_column("place_id")


def _rooms_of_one_place() -> None:
    """Keep the mentor's place as the room's: the earlier release knows only one."""
    with op.batch_alter_table("rooms") as rooms:
        rooms.add_column(sa.Column("place_id", sa.Text()))
        rooms.create_foreign_key(
            "fk_rooms_community_id_place_id", "places", ["community_id", "place_id"], ["community_id", "id"]
        )
    op.execute(
        "UPDATE rooms SET place_id = (SELECT room_places.place_id FROM room_places "
        "JOIN pairings ON pairings.community_id = room_places.community_id AND pairings.id = room_places.pairing_id "
        "WHERE room_places.community_id = rooms.community_id AND room_places.pairing_id = rooms.pairing_id "
        "AND room_places.member_id = pairings.mentor_id)"
    )
    op.drop_table("room_places")


def _copies() -> None:
    """Keep which messages in a room's places say the same thing; never what they say."""
    op.create_table(
        "copies",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("place_id", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("pairing_id", sa.Text(), nullable=False),
        sa.Column("utterance", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Text(), nullable=False),
        sa.Column("is_original", sa.Boolean(), nullable=False),
        _refers("copies", "pairing_id", "rooms", "pairing_id"),
        _refers("copies", "author_id", "members"),
        _refers("copies", "place_id", "places"),
        sa.PrimaryKeyConstraint("community_id", "place_id", "message", name="pk_copies"),
    )
    op.create_index("ix_copies_community_id_utterance", "copies", ["community_id", "utterance"])


def _talks() -> None:
    """Keep to whom an account talks in a conversation that several rooms share."""
    op.create_table(
        "talks",
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("pairing_id", sa.Text(), nullable=False),
        _refers("talks", "pairing_id", "pairings"),
        sa.PrimaryKeyConstraint("platform", "external_id", name="pk_talks"),
    )


def _updates() -> None:
    """Keep, encrypted, what a platform has told and nobody has dealt with yet."""
    op.create_table(
        "updates",
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("platform", "number", name="pk_updates"),
    )


def _refers(table: str, column: str, to: str, key: str = "id") -> sa.ForeignKeyConstraint:
    """Point at a row of the same community."""
    name = f"fk_{table}_community_id_{column}"
    return sa.ForeignKeyConstraint(["community_id", column], [f"{to}.community_id", f"{to}.{key}"], name=name)
