"""Attested levels beside one's own: one current claim of each kind."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_INDEX = "uq_assessments_current"
_CURRENT = sa.text("superseded_at IS NULL")


def upgrade() -> None:
    op.add_column("assessments", sa.Column("is_attested", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute("UPDATE assessments SET is_attested = (assessed_by <> member_id)")
    _replace_index("community_id", "member_id", "competency", "is_attested")


def downgrade() -> None:
    """Let the newer of two current claims stand: the earlier release knows only one."""
    op.execute(
        "UPDATE assessments SET superseded_at = assessed_at WHERE superseded_at IS NULL AND EXISTS ("
        "SELECT 1 FROM assessments AS other WHERE other.community_id = assessments.community_id "
        "AND other.member_id = assessments.member_id AND other.competency = assessments.competency "
        "AND other.superseded_at IS NULL AND (other.assessed_at > assessments.assessed_at "
        "OR (other.assessed_at = assessments.assessed_at AND other.is_attested AND NOT assessments.is_attested)))"
    )
    _replace_index("community_id", "member_id", "competency")
    op.drop_column("assessments", "is_attested")


def _replace_index(*columns: str) -> None:
    op.drop_index(_INDEX, "assessments")
    op.create_index(_INDEX, "assessments", columns, unique=True, sqlite_where=_CURRENT, postgresql_where=_CURRENT)
