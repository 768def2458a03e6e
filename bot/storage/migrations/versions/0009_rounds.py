"""Rounds of matching: kept whole, with what moderators decided and what the mentors were asked."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    _rounds()
    _decisions()
    _waits()
    _proposals()


def downgrade() -> None:
    for table in ("proposals", "round_waits", "round_decisions", "rounds"):
        op.drop_table(table)


def _rounds() -> None:
    op.create_table(
        "rounds",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("objective", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("solved", sa.Integer()),
        sa.Column("started_by", sa.Text(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("reviewed_by", sa.Text()),
        sa.Column("reviewed_at", sa.BigInteger()),
        sa.Column("published_by", sa.Text()),
        sa.Column("published_at", sa.BigInteger()),
        sa.Column("closed_at", sa.BigInteger()),
        sa.Column("pass_on_at", sa.BigInteger()),
        sa.Column("inputs", sa.Text(), nullable=False),
        sa.Column("solution", sa.Text()),
        _refers("rounds", "started_by", "members"),
        _refers("rounds", "reviewed_by", "members"),
        _refers("rounds", "published_by", "members"),
        sa.PrimaryKeyConstraint("community_id", "id", name="pk_rounds"),
        sa.UniqueConstraint("community_id", "number", name="uq_rounds_community_id_number"),
    )
    live = sa.text("state IN ('draft', 'published', 'reviewed')")
    op.create_index("uq_rounds_live", "rounds", ["community_id"], unique=True, sqlite_where=live, postgresql_where=live)
    due = sa.text("pass_on_at IS NOT NULL")
    op.create_index("ix_rounds_due", "rounds", ["pass_on_at"], sqlite_where=due, postgresql_where=due)


def _decisions() -> None:
    op.create_table(
        "round_decisions",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("round_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("ruling", sa.Text(), nullable=False),
        sa.Column("mentee_id", sa.Text(), nullable=False),
        sa.Column("mentor_id", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.BigInteger(), nullable=False),
        _refers("round_decisions", "round_id", "rounds"),
        _refers("round_decisions", "mentee_id", "members"),
        _refers("round_decisions", "mentor_id", "members"),
        _refers("round_decisions", "decided_by", "members"),
        sa.PrimaryKeyConstraint("community_id", "round_id", "number", name="pk_round_decisions"),
    )


def _waits() -> None:
    op.create_table(
        "round_waits",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("round_id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        _refers("round_waits", "round_id", "rounds"),
        _refers("round_waits", "member_id", "members"),
        sa.PrimaryKeyConstraint("community_id", "round_id", "member_id", name="pk_round_waits"),
    )


def _proposals() -> None:
    op.create_table(
        "proposals",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("pairing_id", sa.Text(), nullable=False),
        sa.Column("round_id", sa.Text(), nullable=False),
        sa.Column("answer_by", sa.BigInteger(), nullable=False),
        sa.Column("due_at", sa.BigInteger()),
        sa.Column("reason", sa.Text()),
        sa.Column("words", sa.Text(), nullable=False),
        _refers("proposals", "pairing_id", "pairings"),
        _refers("proposals", "round_id", "rounds"),
        sa.PrimaryKeyConstraint("community_id", "pairing_id", name="pk_proposals"),
    )
    op.create_index("ix_proposals_round", "proposals", ["community_id", "round_id"])
    due = sa.text("due_at IS NOT NULL")
    op.create_index("ix_proposals_due", "proposals", ["due_at"], sqlite_where=due, postgresql_where=due)


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    """Point at a row of the same community."""
    name = f"fk_{table}_community_id_{column}"
    return sa.ForeignKeyConstraint(["community_id", column], [f"{to}.community_id", f"{to}.id"], name=name)
