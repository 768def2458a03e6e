"""Why moderators have proposed pairs although a rule was against them."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.create_table(
        "pairing_notes",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("pairing_id", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("noted_by", sa.Text(), nullable=False),
        sa.Column("noted_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "pairing_id"],
            ["pairings.community_id", "pairings.id"],
            name="fk_pairing_notes_community_id_pairing_id",
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "noted_by"],
            ["members.community_id", "members.id"],
            name="fk_pairing_notes_community_id_noted_by",
        ),
        sa.PrimaryKeyConstraint("community_id", "pairing_id", name="pk_pairing_notes"),
    )


def downgrade() -> None:
    op.drop_table("pairing_notes")
