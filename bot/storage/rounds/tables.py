"""What is kept of rounds."""

import sqlalchemy as sa

from bot.core.domain.matching import Objective
from bot.core.domain.rounds import LIVE_ROUNDS, Reason, RoundState, Ruling
from bot.storage import schema
from bot.storage.dialect import partial_index

rounds = sa.Table(
    "rounds",
    schema.metadata,
    schema.community(),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("state", schema.Word(RoundState), nullable=False),
    sa.Column("objective", schema.Word(Objective), nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("solved", sa.Integer),
    sa.Column("started_by", sa.Text, nullable=False),
    sa.Column("started_at", schema.Instant, nullable=False),
    sa.Column("reviewed_by", sa.Text),
    sa.Column("reviewed_at", schema.Instant),
    sa.Column("published_by", sa.Text),
    sa.Column("published_at", schema.Instant),
    sa.Column("closed_at", schema.Instant),
    sa.Column("pass_on_at", schema.Instant),
    sa.Column("inputs", sa.Text, nullable=False),
    sa.Column("solution", sa.Text),
    schema.refers("started_by", "members"),
    schema.refers("reviewed_by", "members"),
    schema.refers("published_by", "members"),
    sa.UniqueConstraint("community_id", "number"),
)
"""`inputs` and `solution` are sealed: who is not to be paired with whom can be read out of them."""

partial_index("uq_rounds_live", rounds.c.community_id, where=schema.one_of(rounds.c.state, LIVE_ROUNDS), unique=True)
partial_index("ix_rounds_due", rounds.c.pass_on_at, where=rounds.c.pass_on_at.is_not(None))

round_decisions = sa.Table(
    "round_decisions",
    schema.metadata,
    schema.community(),
    sa.Column("round_id", sa.Text, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("ruling", schema.Word(Ruling), nullable=False),
    sa.Column("mentee_id", sa.Text, nullable=False),
    sa.Column("mentor_id", sa.Text, nullable=False),
    sa.Column("decided_by", sa.Text, nullable=False),
    sa.Column("decided_at", schema.Instant, nullable=False),
    schema.refers("round_id", "rounds"),
    schema.refers("mentee_id", "members"),
    schema.refers("mentor_id", "members"),
    schema.refers("decided_by", "members"),
)

round_waits = sa.Table(
    "round_waits",
    schema.metadata,
    schema.community(),
    sa.Column("round_id", sa.Text, primary_key=True),
    sa.Column("member_id", sa.Text, primary_key=True),
    schema.refers("round_id", "rounds"),
    schema.refers("member_id", "members"),
)
"""Whom closed rounds have left without a mentor."""

proposals = sa.Table(
    "proposals",
    schema.metadata,
    schema.community(),
    sa.Column("pairing_id", sa.Text, primary_key=True),
    sa.Column("round_id", sa.Text, nullable=False),
    sa.Column("answer_by", schema.Instant, nullable=False),
    sa.Column("due_at", schema.Instant),
    sa.Column("reason", schema.Word(Reason)),
    sa.Column("words", sa.Text, nullable=False),
    schema.refers("pairing_id", "pairings"),
    schema.refers("round_id", "rounds"),
)
sa.Index("ix_proposals_round", proposals.c.community_id, proposals.c.round_id)
partial_index("ix_proposals_due", proposals.c.due_at, where=proposals.c.due_at.is_not(None))
