"""One-time codes, communities on several platforms, and people of several accounts."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    _codes()
    _merged_members()
    op.add_column("places", sa.Column("is_away", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute(
        "UPDATE places SET is_away = (SELECT communities.is_away FROM communities "
        "WHERE communities.id = places.community_id) WHERE kind = 'community'"
    )
    op.add_column("accounts", sa.Column("left_at", sa.BigInteger()))
    with op.batch_alter_table("entries") as entries:
        entries.add_column(sa.Column("place_id", sa.Text()))
        entries.create_foreign_key(
            "fk_entries_community_id_place_id", "places", ["community_id", "place_id"], ["community_id", "id"]
        )


def downgrade() -> None:
    with op.batch_alter_table("entries") as entries:
        entries.drop_constraint("fk_entries_community_id_place_id", type_="foreignkey")
        entries.drop_column("place_id")
    op.drop_column("accounts", "left_at")
    op.drop_column("places", "is_away")
    op.drop_table("merged_members")
    op.drop_index("ix_codes_expires_at", "codes")
    op.drop_table("codes")


def _codes() -> None:
    op.create_table(
        "codes",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("used_at", sa.BigInteger()),
        sa.Column("used_by", sa.Text(), nullable=False),
        _refers("codes", "member_id", "members"),
        sa.PrimaryKeyConstraint("community_id", "id", name="pk_codes"),
        sa.UniqueConstraint("digest", name="uq_codes_digest"),
    )
    op.create_index("ix_codes_expires_at", "codes", ["expires_at"])


def _merged_members() -> None:
    """Keep who a member is now that was made one with another."""
    op.create_table(
        "merged_members",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("into_id", sa.Text(), nullable=False),
        _refers("merged_members", "into_id", "members"),
        sa.PrimaryKeyConstraint("community_id", "member_id", name="pk_merged_members"),
    )


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    """Point at a row of the same community."""
    name = f"fk_{table}_community_id_{column}"
    return sa.ForeignKeyConstraint(["community_id", column], [f"{to}.community_id", f"{to}.id"], name=name)
