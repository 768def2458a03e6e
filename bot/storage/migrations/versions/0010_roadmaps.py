"""Members on roadmaps, the steps of their copies, and the roadmaps that a community drafts."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_ACTIVE, _PUBLISHED = sa.text("state = 'active'"), sa.text("state = 'published'")


def upgrade() -> None:
    _enrolments()
    _enrolled_steps()
    _roadmap_drafts()


def downgrade() -> None:
    for table in ("roadmap_drafts", "enrolled_steps", "enrolments"):
        op.drop_table(table)


def _enrolments() -> None:
    op.create_table(
        "enrolments",
        _text("community_id"),
        _text("id"),
        _text("member_id"),
        _text("roadmap"),
        sa.Column("version", sa.Integer(), nullable=False),
        *(_text(name) for name in ("title", "framework", "role", "sources", "state")),
        sa.Column("enrolled_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger()),
        _refers("enrolments", "member_id", "members"),
        sa.PrimaryKeyConstraint("community_id", "id", name="pk_enrolments"),
    )
    op.create_index("ix_enrolments_community_id_member_id", "enrolments", ["community_id", "member_id"])
    op.create_index(
        "uq_enrolments_active",
        "enrolments",
        ["community_id", "member_id"],
        unique=True,
        sqlite_where=_ACTIVE,
        postgresql_where=_ACTIVE,
    )


def _enrolled_steps() -> None:
    op.create_table(
        "enrolled_steps",
        _text("community_id"),
        _text("enrolment_id"),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        *(_text(name) for name in ("step", "title", "competency")),
        *(sa.Column(name, sa.Double(), nullable=False) for name in ("level", "hours", "weeks")),
        *(_text(name) for name in ("needs", "resources", "proof")),
        sa.Column("is_milestone", sa.Boolean(), nullable=False),
        _text("state"),
        sa.Column("is_own", sa.Boolean(), nullable=False),
        *(_text(name) for name in ("evidence", "reason")),
        sa.Column("spent", sa.Double(), nullable=False),
        sa.Column("begun_at", sa.BigInteger()),
        sa.Column("settled_at", sa.BigInteger()),
        _refers("enrolled_steps", "enrolment_id", "enrolments"),
        sa.PrimaryKeyConstraint("community_id", "enrolment_id", "number", name="pk_enrolled_steps"),
    )


def _roadmap_drafts() -> None:
    op.create_table(
        "roadmap_drafts",
        *(_text(name) for name in ("community_id", "id", "member_id", "roadmap")),
        sa.Column("version", sa.Integer(), nullable=False),
        *(_text(name) for name in ("heading", "steps", "state")),
        sa.Column("drafted_at", sa.BigInteger(), nullable=False),
        _text("remark"),
        sa.Column("reviewed_by", sa.Text()),
        sa.Column("published_at", sa.BigInteger()),
        _refers("roadmap_drafts", "member_id", "members"),
        _refers("roadmap_drafts", "reviewed_by", "members"),
        sa.PrimaryKeyConstraint("community_id", "id", name="pk_roadmap_drafts"),
    )
    op.create_index("ix_roadmap_drafts_community_id_state", "roadmap_drafts", ["community_id", "state"])
    op.create_index(
        "uq_roadmap_drafts_published",
        "roadmap_drafts",
        ["community_id", "roadmap", "version"],
        unique=True,
        sqlite_where=_PUBLISHED,
        postgresql_where=_PUBLISHED,
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    """Point at a row of the same community."""
    name = f"fk_{table}_community_id_{column}"
    return sa.ForeignKeyConstraint(["community_id", column], [f"{to}.community_id", f"{to}.id"], name=name)
