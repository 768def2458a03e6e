"""Goals."""

from collections.abc import Sequence

import sqlalchemy as sa

from bot.core.domain.errors import NotFound
from bot.core.domain.goals import Goal, GoalState, Measure
from bot.core.domain.ids import CommunityId, GoalId, MemberId
from bot.storage import schema
from bot.storage.rows import Row, Rows

goals = sa.Table(
    "goals",
    schema.metadata,
    schema.community(),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("member_id", sa.Text, nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("measure_start", sa.Double, nullable=False),
    sa.Column("measure_target", sa.Double, nullable=False),
    sa.Column("measure_unit", sa.Text, nullable=False),
    sa.Column("measure_current", sa.Double, nullable=False),
    sa.Column("due_on", sa.Date, nullable=False),
    sa.Column("cells", sa.Text, nullable=False),
    sa.Column("state", schema.Word(GoalState), nullable=False),
    sa.Column("set_at", schema.Instant, nullable=False),
    sa.Column("done_at", schema.Instant),
    schema.refers("member_id", "members"),
    sa.Index(None, "community_id", "member_id"),
)


class GoalRows(Rows):
    """The port `Goals`."""

    def add(self, goal: Goal) -> None:
        self._change(_ADD, {"community_id": goal.community, "id": goal.id, **_values(goal)})

    def save(self, goal: Goal) -> None:
        self._change(_SAVE, {"of_community_id": goal.community, "of_id": goal.id, **_values(goal)})

    def get(self, community: CommunityId, goal: GoalId) -> Goal:
        if row := self._first(_GET, community=community, goal=goal):
            return _goal_of(row)
        raise NotFound

    def of_member(self, community: CommunityId, member: MemberId) -> Sequence[Goal]:
        return [_goal_of(row) for row in self._all(_OF_MEMBER, community=community, member=member)]


_OF_COMMUNITY = goals.c.community_id == sa.bindparam("community")

_ADD = sa.insert(goals)
_SAVE = schema.changing(goals)
_GET = sa.select(*goals.c).where(_OF_COMMUNITY, goals.c.id == sa.bindparam("goal"))
_OF_MEMBER = (
    sa.select(*goals.c)
    .where(_OF_COMMUNITY, goals.c.member_id == sa.bindparam("member"))
    .order_by((goals.c.state != GoalState.OPEN), goals.c.set_at.desc(), goals.c.id)
)


def _values(goal: Goal) -> dict[str, object]:
    return {
        "member_id": goal.member,
        "title": goal.title,
        "measure_start": goal.measure.start,
        "measure_target": goal.measure.target,
        "measure_unit": goal.measure.unit,
        "measure_current": goal.measure.current,
        "due_on": goal.due_on,
        "cells": schema.dump(list(goal.cells)),
        "state": goal.state,
        "set_at": goal.set_at,
        "done_at": goal.done_at,
    }


def _goal_of(row: Row) -> Goal:
    community, goal, member, title, start, target, unit, current, due_on, cells, *rest = row
    measure = Measure(start, target, unit, current)
    return Goal(goal, community, member, title, measure, due_on, tuple(schema.load(cells)), *rest)
