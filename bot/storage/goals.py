"""Goals, the milestones on the way to them, and every word on where their measures stood."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from bot.core.domain.errors import NotFound
from bot.core.domain.goals import Attestation, Goal, GoalState, Mark, Measure, Milestone
from bot.core.domain.ids import CheckInId, CommunityId, GoalId, MemberId
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
    sa.Column("aims", sa.Text, nullable=False, server_default="{}"),
    sa.Column("evidence", sa.Text, nullable=False, server_default=""),
    sa.Column("attestation", schema.Word(Attestation), nullable=False, server_default=Attestation.NONE.value),
    sa.Column("word", sa.Text, nullable=False, server_default=""),
    schema.refers("member_id", "members"),
    sa.Index(None, "community_id", "member_id"),
)

goal_milestones = sa.Table(
    "goal_milestones",
    schema.metadata,
    schema.community(),
    sa.Column("goal_id", sa.Text, primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("at", sa.Double),
    sa.Column("due_on", sa.Date),
    sa.Column("reached_at", schema.Instant),
    schema.refers("goal_id", "goals"),
)

goal_marks = sa.Table(
    "goal_marks",
    schema.metadata,
    schema.community(),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("goal_id", sa.Text, nullable=False),
    sa.Column("value", sa.Double, nullable=False),
    sa.Column("said_at", schema.Instant, nullable=False),
    sa.Column("check_in_id", sa.Text),
    schema.refers("goal_id", "goals"),
    schema.refers("check_in_id", "check_ins"),
    sa.Index(None, "community_id", "goal_id"),
    sa.Index(None, "community_id", "check_in_id"),
)


class GoalRows(Rows):
    """The port `Goals`."""

    def add(self, goal: Goal) -> None:
        self._change(_ADD, {"community_id": goal.community, "id": goal.id, **_values(goal)})
        self._add_milestones(goal)

    def save(self, goal: Goal) -> None:
        self._change(_SAVE, {"of_community_id": goal.community, "of_id": goal.id, **_values(goal)})
        self._change(_CLEAR_MILESTONES, {"community": goal.community, "goal": goal.id})
        self._add_milestones(goal)

    def get(self, community: CommunityId, goal: GoalId, *, lock: bool = False) -> Goal:
        if row := self._first(_LOCK if lock else _GET, community=community, goal=goal):
            return self._with_milestones(community, [row])[0]
        raise NotFound

    def of_member(self, community: CommunityId, member: MemberId) -> Sequence[Goal]:
        return self._with_milestones(community, self._all(_OF_MEMBER, community=community, member=member))

    def add_mark(self, mark: Mark) -> None:
        self._change(_ADD_MARK, _mark_values(mark))

    def marks(self, community: CommunityId, goal: GoalId) -> Sequence[Mark]:
        return [_mark_of(row) for row in self._all(_MARKS, community=community, goal=goal)]

    def marks_of_check_in(self, community: CommunityId, check_in: CheckInId) -> Sequence[Mark]:
        return [_mark_of(row) for row in self._all(_MARKS_OF_CHECK_IN, community=community, check_in=check_in)]

    def _add_milestones(self, goal: Goal) -> None:
        rows = [_milestone_values(goal, place, each) for place, each in enumerate(goal.milestones)]
        self._change_each(_ADD_MILESTONE, rows)

    def _with_milestones(self, community: CommunityId, rows: Sequence[Row]) -> list[Goal]:
        """Read goals, with the milestones of all of them in one query."""
        found: dict[GoalId, list[Milestone]] = {}
        if rows:
            goals = [row[1] for row in rows]
            for goal, *milestone in self._all(_MILESTONES, community=community, goals=goals):
                found.setdefault(goal, []).append(Milestone(*milestone))
        return [_goal_of(row, found.get(row[1], ())) for row in rows]


_OF_COMMUNITY = goals.c.community_id == sa.bindparam("community")

_ADD = sa.insert(goals)
_SAVE = schema.changing(goals)
_GET = sa.select(*goals.c).where(_OF_COMMUNITY, goals.c.id == sa.bindparam("goal"))
_LOCK = _GET.with_for_update()
_OF_MEMBER = (
    sa.select(*goals.c)
    .where(_OF_COMMUNITY, goals.c.member_id == sa.bindparam("member"))
    .order_by((goals.c.state != GoalState.OPEN), goals.c.set_at.desc(), goals.c.id)
)
_ADD_MILESTONE = sa.insert(goal_milestones)
_CLEAR_MILESTONES = sa.delete(goal_milestones).where(
    goal_milestones.c.community_id == sa.bindparam("community"), goal_milestones.c.goal_id == sa.bindparam("goal")
)
_MILESTONES = (
    sa.select(
        goal_milestones.c.goal_id,
        goal_milestones.c.title,
        goal_milestones.c.at,
        goal_milestones.c.due_on,
        goal_milestones.c.reached_at,
    )
    .where(
        goal_milestones.c.community_id == sa.bindparam("community"),
        goal_milestones.c.goal_id.in_(sa.bindparam("goals", expanding=True)),
    )
    .order_by(goal_milestones.c.goal_id, goal_milestones.c.position)
)
_ADD_MARK = sa.insert(goal_marks)
_MARK = sa.select(*goal_marks.c).where(goal_marks.c.community_id == sa.bindparam("community"))
_MARKS = _MARK.where(goal_marks.c.goal_id == sa.bindparam("goal")).order_by(goal_marks.c.said_at, goal_marks.c.id)
_MARKS_OF_CHECK_IN = _MARK.where(goal_marks.c.check_in_id == sa.bindparam("check_in")).order_by(goal_marks.c.goal_id)


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
        "aims": schema.dump(dict(goal.aims)),
        "evidence": goal.evidence,
        "attestation": goal.attestation,
        "word": goal.word,
    }


def _goal_of(row: Row, milestones: Iterable[Milestone]) -> Goal:
    community, goal, member, title, start, target, unit, current, due_on, cells, state, set_at, done_at, *rest = row
    aims, evidence, attestation, word = rest
    return Goal(
        id=goal,
        community=community,
        member=member,
        title=title,
        measure=Measure(start, target, unit, current),
        due_on=due_on,
        cells=tuple(schema.load(cells)),
        state=state,
        set_at=set_at,
        done_at=done_at,
        aims=schema.load(aims),
        evidence=evidence,
        attestation=attestation,
        word=word,
        milestones=tuple(milestones),
    )


def _milestone_values(goal: Goal, place: int, milestone: Milestone) -> dict[str, object]:
    return {
        "community_id": goal.community,
        "goal_id": goal.id,
        "position": place,
        "title": milestone.title,
        "at": milestone.at,
        "due_on": milestone.due_on,
        "reached_at": milestone.reached_at,
    }


def _mark_values(mark: Mark) -> dict[str, object]:
    return {
        "community_id": mark.community,
        "id": mark.id,
        "goal_id": mark.goal,
        "value": mark.value,
        "said_at": mark.said_at,
        "check_in_id": mark.check_in,
    }


def _mark_of(row: Row) -> Mark:
    community, mark, goal, value, said_at, check_in = row
    return Mark(mark, community, goal, value, said_at, check_in)
