"""Which role a mentor says they hold."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.add_column("mentor_profiles", sa.Column("role", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("mentor_profiles", "role")
