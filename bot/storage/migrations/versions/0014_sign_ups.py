"""Sign-ups by sheet, what a community's headings mean, and accounts by their handles."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.add_column("accounts", sa.Column("handle", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "sign_ups",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text()),
        sa.Column("said", sa.Text()),
        _of_community("sign_ups"),
        sa.ForeignKeyConstraint(
            ["community_id", "member_id"],
            ["members.community_id", "members.id"],
            name="fk_sign_ups_community_id_member_id",
        ),
        sa.PrimaryKeyConstraint("community_id", "kind", "account", name="pk_sign_ups"),
    )
    op.create_table(
        "sheets",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("content", sa.Text()),
        _of_community("sheets"),
        sa.PrimaryKeyConstraint("community_id", "kind", name="pk_sheets"),
    )
    op.create_table(
        "sheet_headings",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("meaning", sa.Text(), nullable=False),
        _of_community("sheet_headings"),
        sa.PrimaryKeyConstraint("community_id", "kind", "heading", name="pk_sheet_headings"),
    )


def downgrade() -> None:
    for table in ("sheet_headings", "sheets", "sign_ups"):
        op.drop_table(table)
    op.drop_column("accounts", "handle")


def _of_community(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=f"fk_{table}_community_id")
