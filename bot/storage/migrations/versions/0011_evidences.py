"""Several pieces of evidence for each claim, each of its own time and hand."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "evidences",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("competency", sa.Text(), nullable=False),
        sa.Column("assessment_id", sa.Text(), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("entry_id", sa.Text()),
        _refers("member_id", "members"),
        _refers("assessment_id", "assessments"),
        _refers("added_by", "members"),
        _refers("entry_id", "entries"),
        sa.PrimaryKeyConstraint("community_id", "id", name="pk_evidences"),
    )
    op.create_index("ix_evidences_community_id_member_id", "evidences", ["community_id", "member_id"])
    op.execute(  # a newer claim had carried its predecessor's evidence along: each is kept once, for the oldest
        "INSERT INTO evidences (community_id, id, member_id, competency, assessment_id, added_by, added_at, text) "
        "SELECT community_id, id, member_id, competency, id, assessed_by, assessed_at, evidence FROM assessments "
        "WHERE evidence <> '' AND NOT EXISTS (SELECT 1 FROM assessments AS older "
        "WHERE older.community_id = assessments.community_id AND older.member_id = assessments.member_id "
        "AND older.competency = assessments.competency AND older.evidence = assessments.evidence "
        "AND (older.assessed_at < assessments.assessed_at "
        "OR (older.assessed_at = assessments.assessed_at AND older.id < assessments.id)))"
    )
    op.drop_column("assessments", "evidence")


def downgrade() -> None:
    """Keep the newest words of each current claim: the earlier release has room for no more."""
    op.add_column("assessments", sa.Column("evidence", sa.Text(), nullable=False, server_default=""))
    op.execute(
        "UPDATE assessments SET evidence = COALESCE((SELECT text FROM evidences "
        "WHERE evidences.community_id = assessments.community_id AND evidences.member_id = assessments.member_id "
        "AND evidences.competency = assessments.competency AND evidences.added_by = assessments.assessed_by "
        "AND evidences.text <> '' ORDER BY added_at DESC, id DESC LIMIT 1), '') WHERE superseded_at IS NULL"
    )
    op.drop_index("ix_evidences_community_id_member_id", "evidences")
    op.drop_table("evidences")


def _refers(column: str, to: str) -> sa.ForeignKeyConstraint:
    """Point at a row of the same community."""
    name = f"fk_evidences_community_id_{column}"
    return sa.ForeignKeyConstraint(["community_id", column], [f"{to}.community_id", f"{to}.id"], name=name)
