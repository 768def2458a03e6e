"""Frameworks that communities have loaded for themselves."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.create_table(
        "loaded_frameworks",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("framework", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("loaded_by", sa.Text(), nullable=False),
        sa.Column("loaded_at", sa.BigInteger(), nullable=False),
        sa.Column("removed_at", sa.BigInteger()),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "loaded_by"],
            ["members.community_id", "members.id"],
            name="fk_loaded_frameworks_community_id_loaded_by",
        ),
        sa.PrimaryKeyConstraint("community_id", "framework", "version", name="pk_loaded_frameworks"),
    )
    op.create_table(
        "framework_drafts",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("drafted_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name="fk_framework_drafts_community_id"),
        sa.PrimaryKeyConstraint("community_id", name="pk_framework_drafts"),
    )


def downgrade() -> None:
    op.drop_table("framework_drafts")
    op.drop_table("loaded_frameworks")
