"""Happenings in the order in which they were dealt with, for forgetting the old ones."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_index("ix_inbox_recorded_at", "inbox", ["recorded_at"])


def downgrade() -> None:
    op.drop_index("ix_inbox_recorded_at", "inbox")
