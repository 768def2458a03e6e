"""Milestones on the way to a goal, every word on where its measure stood, and what a mentor says of one reached."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.add_column("goals", sa.Column("aims", sa.Text(), nullable=False, server_default="{}"))
    op.add_column("goals", sa.Column("evidence", sa.Text(), nullable=False, server_default=""))
    op.add_column("goals", sa.Column("attestation", sa.Text(), nullable=False, server_default="none"))
    op.add_column("goals", sa.Column("word", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "goal_milestones",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("goal_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("at", sa.Double()),
        sa.Column("due_on", sa.Date()),
        sa.Column("reached_at", sa.BigInteger()),
        _refers("goal_milestones", "goal_id", "goals"),
        sa.PrimaryKeyConstraint("community_id", "goal_id", "position", name="pk_goal_milestones"),
    )
    op.create_table(
        "goal_marks",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("goal_id", sa.Text(), nullable=False),
        sa.Column("value", sa.Double(), nullable=False),
        sa.Column("said_at", sa.BigInteger(), nullable=False),
        sa.Column("check_in_id", sa.Text()),
        _refers("goal_marks", "goal_id", "goals"),
        _refers("goal_marks", "check_in_id", "check_ins"),
        sa.PrimaryKeyConstraint("community_id", "id", name="pk_goal_marks"),
    )
    op.create_index("ix_goal_marks_community_id_goal_id", "goal_marks", ["community_id", "goal_id"])
    op.create_index("ix_goal_marks_community_id_check_in_id", "goal_marks", ["community_id", "check_in_id"])


def downgrade() -> None:
    op.drop_table("goal_marks")
    op.drop_table("goal_milestones")
    for column in ("word", "attestation", "evidence", "aims"):
        op.drop_column("goals", column)


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    """Point at a row of the same community."""
    name = f"fk_{table}_community_id_{column}"
    return sa.ForeignKeyConstraint(["community_id", column], [f"{to}.community_id", f"{to}.id"], name=name)
