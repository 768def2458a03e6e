"""The first tables: all that one mentorship loop needs."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _communities()
    _places()
    _members()
    _accounts()
    _mentee_profiles()
    _mentor_profiles()
    _programmes()
    _assessments()
    _pairings()
    _rooms()
    _goals()
    _schedules()
    _check_ins()
    _growth_threads()
    _entries()
    _form_sessions()
    _inbox()
    _outbox()
    _notes()


def downgrade() -> None:
    for table in reversed(_TABLES):
        op.drop_table(table)


_TABLES = (
    "communities",
    "places",
    "members",
    "accounts",
    "mentee_profiles",
    "mentor_profiles",
    "programmes",
    "assessments",
    "pairings",
    "rooms",
    "goals",
    "schedules",
    "check_ins",
    "growth_threads",
    "entries",
    "form_sessions",
    "inbox",
    "outbox",
    "notes",
)


def _communities() -> None:
    op.create_table(
        "communities",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("founded_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_communities"),
    )


def _places() -> None:
    op.create_table(
        "places",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name="fk_places_community_id"),
        sa.PrimaryKeyConstraint("community_id", "id", name="pk_places"),
        sa.UniqueConstraint("platform", "external_id", name="uq_places_platform_external_id"),
    )
    op.create_index("ix_places_community_id_platform_kind", "places", ["community_id", "platform", "kind"])


def _members() -> None:
    op.create_table(
        "members",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("is_mentor", sa.Boolean(), nullable=False),
        sa.Column("is_mentee", sa.Boolean(), nullable=False),
        sa.Column("is_moderator", sa.Boolean(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("languages", sa.Text(), nullable=False),
        sa.Column("visibility", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.Column("introduced_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name="fk_members_community_id"),
        sa.PrimaryKeyConstraint("community_id", "id", name="pk_members"),
    )


def _accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        _refers("accounts", "member_id", "members"),
        sa.PrimaryKeyConstraint("community_id", "platform", "external_id", name="pk_accounts"),
    )
    op.create_index("ix_accounts_community_id_member_id", "accounts", ["community_id", "member_id"])


def _mentee_profiles() -> None:
    op.create_table(
        "mentee_profiles",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("destination", sa.Text(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("hours_a_week", sa.Integer(), nullable=False),
        _refers("mentee_profiles", "member_id", "members"),
        sa.PrimaryKeyConstraint("community_id", "member_id", name="pk_mentee_profiles"),
    )


def _mentor_profiles() -> None:
    op.create_table(
        "mentor_profiles",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("levels", sa.Text(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        _refers("mentor_profiles", "member_id", "members"),
        sa.PrimaryKeyConstraint("community_id", "member_id", name="pk_mentor_profiles"),
    )


def _programmes() -> None:
    op.create_table(
        "programmes",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("template", sa.Text(), nullable=False),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column("cadence", sa.Text(), nullable=False),
        sa.Column("questions", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name="fk_programmes_community_id"),
        sa.PrimaryKeyConstraint("community_id", "id", name="pk_programmes"),
    )
    _partial_index("uq_programmes_current", "programmes", ["community_id"], _IS_CURRENT, unique=True)


def _assessments() -> None:
    op.create_table(
        "assessments",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("competency", sa.Text(), nullable=False),
        sa.Column("level", sa.Integer()),
        sa.Column("assessed_by", sa.Text(), nullable=False),
        sa.Column("assessed_at", sa.BigInteger(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("superseded_at", sa.BigInteger()),
        _refers("assessments", "assessed_by", "members"),
        _refers("assessments", "member_id", "members"),
        sa.PrimaryKeyConstraint("community_id", "id", name="pk_assessments"),
    )
    _partial_index(
        "uq_assessments_current",
        "assessments",
        ["community_id", "member_id", "competency"],
        sa.text("superseded_at IS NULL"),
        unique=True,
    )


def _pairings() -> None:
    op.create_table(
        "pairings",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("mentor_id", sa.Text(), nullable=False),
        sa.Column("mentee_id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("proposed_by", sa.Text(), nullable=False),
        sa.Column("proposed_at", sa.BigInteger(), nullable=False),
        sa.Column("answered_at", sa.BigInteger()),
        sa.Column("ended_at", sa.BigInteger()),
        _refers("pairings", "mentee_id", "members"),
        _refers("pairings", "mentor_id", "members"),
        _refers("pairings", "proposed_by", "members"),
        sa.PrimaryKeyConstraint("community_id", "id", name="pk_pairings"),
    )
    _partial_index(
        "ix_pairings_live_of_mentor",
        "pairings",
        ["community_id", "mentor_id"],
        sa.text("state IN ('active', 'paused', 'proposed')"),
    )
    _partial_index(
        "uq_pairings_live_of_mentee",
        "pairings",
        ["community_id", "mentee_id"],
        sa.text("state IN ('active', 'paused', 'proposed')"),
        unique=True,
    )


def _rooms() -> None:
    op.create_table(
        "rooms",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("pairing_id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("place_id", sa.Text()),
        _refers("rooms", "pairing_id", "pairings"),
        _refers("rooms", "place_id", "places"),
        sa.PrimaryKeyConstraint("community_id", "pairing_id", name="pk_rooms"),
    )


def _goals() -> None:
    op.create_table(
        "goals",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("measure_start", sa.Double(), nullable=False),
        sa.Column("measure_target", sa.Double(), nullable=False),
        sa.Column("measure_unit", sa.Text(), nullable=False),
        sa.Column("measure_current", sa.Double(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("cells", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("set_at", sa.BigInteger(), nullable=False),
        sa.Column("done_at", sa.BigInteger()),
        _refers("goals", "member_id", "members"),
        sa.PrimaryKeyConstraint("community_id", "id", name="pk_goals"),
    )
    op.create_index("ix_goals_community_id_member_id", "goals", ["community_id", "member_id"])


def _schedules() -> None:
    op.create_table(
        "schedules",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("programme_id", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("cadence", sa.Text(), nullable=False),
        sa.Column("first_week", sa.Text(), nullable=False),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column("week", sa.Text(), nullable=False),
        sa.Column("due_at", sa.BigInteger()),
        sa.Column("streak", sa.Integer(), nullable=False),
        _refers("schedules", "member_id", "members"),
        _refers("schedules", "programme_id", "programmes"),
        sa.PrimaryKeyConstraint("community_id", "member_id", "programme_id", name="pk_schedules"),
        sqlite_with_rowid=False,
    )
    _partial_index("ix_schedules_due", "schedules", ["due_at"], sa.text("due_at IS NOT NULL"))


def _check_ins() -> None:
    op.create_table(
        "check_ins",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("programme_id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("week", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("nudge_at", sa.BigInteger()),
        sa.Column("closes_at", sa.BigInteger(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("kept_private", sa.Text(), nullable=False),
        sa.Column("submitted_at", sa.BigInteger()),
        _refers("check_ins", "member_id", "members"),
        _refers("check_ins", "programme_id", "programmes"),
        sa.PrimaryKeyConstraint("community_id", "id", name="pk_check_ins"),
        sa.UniqueConstraint(
            "community_id",
            "member_id",
            "programme_id",
            "week",
            name="uq_check_ins_community_id_member_id_programme_id_week",
        ),
    )
    _partial_index("ix_check_ins_closing", "check_ins", ["closes_at"], sa.text("state = 'opened'"))
    _partial_index(
        "ix_check_ins_nudge", "check_ins", ["nudge_at"], sa.text("state = 'opened' AND nudge_at IS NOT NULL")
    )


def _growth_threads() -> None:
    op.create_table(
        "growth_threads",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("place_id", sa.Text()),
        _refers("growth_threads", "member_id", "members"),
        _refers("growth_threads", "place_id", "places"),
        sa.PrimaryKeyConstraint("community_id", "member_id", name="pk_growth_threads"),
    )


def _entries() -> None:
    op.create_table(
        "entries",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("check_in_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("streak", sa.Integer(), nullable=False),
        sa.Column("is_milestone", sa.Boolean(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("published_at", sa.BigInteger(), nullable=False),
        _refers("entries", "check_in_id", "check_ins"),
        _refers("entries", "member_id", "members"),
        sa.PrimaryKeyConstraint("community_id", "id", name="pk_entries"),
        sa.UniqueConstraint("community_id", "check_in_id", name="uq_entries_community_id_check_in_id"),
    )
    op.create_index("ix_entries_community_id_member_id", "entries", ["community_id", "member_id"])


def _form_sessions() -> None:
    op.create_table(
        "form_sessions",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("touched_at", sa.BigInteger(), nullable=False),
        _refers("form_sessions", "member_id", "members"),
        sa.PrimaryKeyConstraint("community_id", "id", name="pk_form_sessions"),
    )
    _partial_index(
        "ix_form_sessions_open",
        "form_sessions",
        ["community_id", "member_id", "form", "ref"],
        sa.text("state = 'open'"),
    )


def _inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("update_id", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("platform", "update_id", name="pk_inbox"),
    )


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("lane", sa.Text(), nullable=False),
        sa.Column("notice", sa.Text(), nullable=False),
        sa.Column("refs", sa.Text(), nullable=False),
        sa.Column("not_before", sa.BigInteger(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("is_next", sa.Boolean(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("lease_until", sa.BigInteger()),
        sa.Column("retry_at", sa.BigInteger()),
        sa.Column("last_error", sa.Text()),
        sa.Column("external_id", sa.Text()),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name="fk_outbox_community_id"),
        sa.PrimaryKeyConstraint("number", name="pk_outbox"),
        sa.UniqueConstraint("community_id", "key", name="uq_outbox_community_id_key"),
        sqlite_autoincrement=True,
    )
    _partial_index(
        "ix_outbox_behind",
        "outbox",
        ["community_id", "lane", "number"],
        _BEHIND,
    )
    _partial_index("ix_outbox_next", "outbox", ["priority", "number"], _WAITS_NEXT)
    _partial_index("uq_outbox_next_of_lane", "outbox", ["community_id", "lane"], _IS_NEXT, unique=True)


def _notes() -> None:
    op.create_table(
        "notes",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_notes"),
    )


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    """Point at a row of the same community."""
    name = f"fk_{table}_community_id_{column}"
    return sa.ForeignKeyConstraint(["community_id", column], [f"{to}.community_id", f"{to}.id"], name=name)


def _partial_index(
    name: str, table: str, columns: list[str], where: sa.ColumnElement[bool] | sa.TextClause, *, unique: bool = False
) -> None:
    op.create_index(name, table, columns, unique=unique, sqlite_where=where, postgresql_where=where)


_is_next = sa.column("is_next", sa.Boolean())
_IS_NEXT = _is_next == sa.true()
_WAITS_NEXT = sa.and_(sa.text("state = 'waiting'"), _IS_NEXT)
_BEHIND = sa.and_(sa.text("state = 'waiting'"), sa.not_(_is_next))
_is_current = sa.column("is_current", sa.Boolean())
_IS_CURRENT = _is_current == sa.true()
