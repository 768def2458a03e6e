"""Communities that come and go, rooms that are deleted, notes, cheers, action items, and who may send."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("communities", _no("is_away"))
    _places(("platform", "external_id"), ("platform", "external_id", "kind"))
    op.add_column("programmes", _no("moderators_read"))
    op.add_column("programmes", sa.Column("keep_rooms_days", sa.Integer(), nullable=False, server_default="90"))
    op.add_column("accounts", sa.Column("unreachable_since", sa.BigInteger()))
    op.add_column("accounts", sa.Column("direct_place", sa.Text()))
    op.add_column("rooms", sa.Column("delete_at", sa.BigInteger()))
    _partial_index("ix_rooms_delete", "rooms", ["delete_at"], "delete_at IS NOT NULL")
    _entries()
    _cheers()
    _action_items()
    _sending_leases()
    _currents()


def downgrade() -> None:
    op.drop_index("ix_accounts_platform_external_id", "accounts")
    for table in ("currents", "sending_leases", "action_items", "cheers"):
        op.drop_table(table)
    _entries_back()
    op.execute("UPDATE rooms SET state = 'archived' WHERE state = 'deleted'")
    op.drop_index("ix_rooms_delete", "rooms")
    op.drop_column("rooms", "delete_at")
    op.drop_column("accounts", "direct_place")
    op.drop_column("accounts", "unreachable_since")
    op.drop_column("programmes", "keep_rooms_days")
    op.drop_column("programmes", "moderators_read")
    op.execute("DELETE FROM places WHERE kind IN ('commons', 'rooms', 'threads')")
    _places(("platform", "external_id", "kind"), ("platform", "external_id"))
    op.drop_column("communities", "is_away")


def _places(before: tuple[str, ...], after: tuple[str, ...]) -> None:
    """Let what a platform calls by one id be a place of several kinds, such as commons that threads are in, too."""
    with op.batch_alter_table("places") as places:
        places.drop_constraint("_".join(("uq", "places", *before)), type_="unique")
        places.create_unique_constraint("_".join(("uq", "places", *after)), list(after))


def _entries() -> None:
    """Let an entry be a note: of no check-in, and of no week."""
    with op.batch_alter_table("entries") as entries:
        entries.alter_column("check_in_id", existing_type=sa.Text(), nullable=True)
        entries.alter_column("number", existing_type=sa.Integer(), nullable=True)
        entries.add_column(sa.Column("comments", sa.Integer(), nullable=False, server_default="0"))
        entries.add_column(sa.Column("text", sa.Text()))
    op.create_index("ix_growth_threads_community_id_place_id", "growth_threads", ["community_id", "place_id"])


def _entries_back() -> None:
    """Forget notes, for which the earlier release has no room."""
    op.drop_index("ix_growth_threads_community_id_place_id", "growth_threads")
    op.execute("DELETE FROM entries WHERE check_in_id IS NULL OR number IS NULL")
    with op.batch_alter_table("entries") as entries:
        entries.drop_column("text")
        entries.drop_column("comments")
        entries.alter_column("number", existing_type=sa.Integer(), nullable=False)
        entries.alter_column("check_in_id", existing_type=sa.Text(), nullable=False)


def _cheers() -> None:
    op.create_table(
        "cheers",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("entry_id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        _refers("cheers", "entry_id", "entries"),
        _refers("cheers", "member_id", "members"),
        sa.PrimaryKeyConstraint("community_id", "entry_id", "member_id", name="pk_cheers"),
    )


def _action_items() -> None:
    op.create_table(
        "action_items",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date()),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("done_at", sa.BigInteger()),
        sa.Column("pairing_id", sa.Text()),
        _refers("action_items", "member_id", "members"),
        _refers("action_items", "pairing_id", "pairings"),
        sa.PrimaryKeyConstraint("community_id", "id", name="pk_action_items"),
    )
    _partial_index("ix_action_items_open", "action_items", ["community_id", "member_id"], "state = 'open'")


def _sending_leases() -> None:
    op.create_table(
        "sending_leases",
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("platform", name="pk_sending_leases"),
    )


def _currents() -> None:
    """Keep which of their communities an account is at in private."""
    op.create_table(
        "currents",
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name="fk_currents_community_id"),
        sa.PrimaryKeyConstraint("platform", "external_id", name="pk_currents"),
    )
    op.create_index("ix_accounts_platform_external_id", "accounts", ["platform", "external_id"])


def _no(column: str) -> sa.Column[bool]:
    return sa.Column(column, sa.Boolean(), nullable=False, server_default=sa.false())


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    """Point at a row of the same community."""
    name = f"fk_{table}_community_id_{column}"
    return sa.ForeignKeyConstraint(["community_id", column], [f"{to}.community_id", f"{to}.id"], name=name)


def _partial_index(name: str, table: str, columns: list[str], where: str) -> None:
    op.create_index(name, table, columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))
