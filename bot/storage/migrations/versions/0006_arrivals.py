"""The day by which a mentee wants to have arrived."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("mentee_profiles", sa.Column("arrive_by", sa.Date()))


def downgrade() -> None:
    op.drop_column("mentee_profiles", "arrive_by")
