"""Versions of frameworks: when they were first seen, what roles asked in them, on which a mentee's matrix was begun."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.add_column("mentee_profiles", sa.Column("framework", sa.Text()))
    op.add_column("mentee_profiles", sa.Column("framework_version", sa.Integer()))
    op.create_table(
        "framework_versions",
        sa.Column("framework", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("framework", "version", name="pk_framework_versions"),
    )
    op.create_table(
        "role_versions",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("framework", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.Column("asks", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name="fk_role_versions_community_id"),
        sa.PrimaryKeyConstraint("community_id", "role", "framework", "version", name="pk_role_versions"),
    )


def downgrade() -> None:
    op.drop_table("role_versions")
    op.drop_table("framework_versions")
    op.drop_column("mentee_profiles", "framework_version")
    op.drop_column("mentee_profiles", "framework")
