"""What members say of themselves for being paired, wishes, blocks, and a programme's own rules."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "circumstances",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("hours", sa.Text()),
        sa.Column("preferences", sa.Text(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("paused_until", sa.Date()),
        _refers("circumstances", "member_id", "members"),
        sa.PrimaryKeyConstraint("community_id", "member_id", name="pk_circumstances"),
    )
    op.create_table(
        "wishes",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("mentor_id", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        _refers("wishes", "member_id", "members"),
        _refers("wishes", "mentor_id", "members"),
        sa.PrimaryKeyConstraint("community_id", "member_id", "mentor_id", name="pk_wishes"),
    )
    op.create_table(
        "blocks",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("other_id", sa.Text(), nullable=False),
        _refers("blocks", "member_id", "members"),
        _refers("blocks", "other_id", "members"),
        sa.PrimaryKeyConstraint("community_id", "member_id", "other_id", name="pk_blocks"),
    )
    op.create_table(
        "matching_rules",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("programme_id", sa.Text(), nullable=False),
        sa.Column("rules", sa.Text(), nullable=False),
        _refers("matching_rules", "programme_id", "programmes"),
        sa.PrimaryKeyConstraint("community_id", "programme_id", name="pk_matching_rules"),
    )


def downgrade() -> None:
    for table in ("matching_rules", "blocks", "wishes", "circumstances"):
        op.drop_table(table)


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    """Point at a row of the same community."""
    name = f"fk_{table}_community_id_{column}"
    return sa.ForeignKeyConstraint(["community_id", column], [f"{to}.community_id", f"{to}.id"], name=name)
