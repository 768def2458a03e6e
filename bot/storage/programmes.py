"""Programmes, and the cadence that schedules are copied from."""

from collections.abc import Sequence
from datetime import time
from functools import lru_cache

import sqlalchemy as sa

from bot.core.domain.errors import NoProgramme
from bot.core.domain.ids import CommunityId
from bot.core.domain.programmes import Cadence, Programme, Question, QuestionId, Weekday
from bot.storage import schema
from bot.storage.dialect import partial_index
from bot.storage.rows import Row, Rows

programmes = sa.Table(
    "programmes",
    schema.metadata,
    schema.community(),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("template", sa.Text, nullable=False),
    sa.Column("weeks", sa.Integer, nullable=False),
    sa.Column("cadence", sa.Text, nullable=False),
    sa.Column("questions", sa.Text, nullable=False),
    sa.Column("zone", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("starts_on", sa.Date, nullable=False),
    sa.Column("is_current", sa.Boolean, nullable=False),
    sa.Column("moderators_read", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("keep_rooms_days", sa.Integer, nullable=False, server_default="90"),
    schema.of_community(),
)
partial_index(
    "uq_programmes_current", programmes.c.community_id, where=schema.holds(programmes.c.is_current), unique=True
)


class ProgrammeRows(Rows):
    """The port `Programmes`."""

    def add(self, programme: Programme) -> None:
        self._change(_RETIRE, {"community": programme.community})
        key = {"community_id": programme.community, "id": programme.id, "is_current": True}
        self._change(_ADD, {**key, **_values(programme)})

    def save(self, programme: Programme) -> None:
        key = {"of_community_id": programme.community, "of_id": programme.id}
        self._change(_SAVE, {**key, **_values(programme)})

    def current(self, community: CommunityId) -> Programme | None:
        row = self._first(_CURRENT, community=community)
        return _programme_of(row) if row else None

    def running(self, community: CommunityId) -> Programme:
        programme = self.current(community)
        if programme is None:
            raise NoProgramme
        return programme


@lru_cache(maxsize=1024)
def cadence_text(cadence: Cadence) -> str:
    """Write a cadence as JSON; the same few are written over and over."""
    return schema.dump(
        {
            "every_weeks": cadence.every_weeks,
            "weekday": cadence.weekday.value,
            "time": cadence.time.isoformat(),
            "nudge_after_hours": cadence.nudge_after_hours,
            "waking_from": cadence.waking_from.isoformat(),
            "waking_until": cadence.waking_until.isoformat(),
        }
    )


@lru_cache(maxsize=1024)
def cadence_of(text: str) -> Cadence:
    """Read a cadence; the same few are read over and over."""
    kept = schema.load(text)
    return Cadence(
        every_weeks=kept["every_weeks"],
        weekday=Weekday(kept["weekday"]),
        time=time.fromisoformat(kept["time"]),
        nudge_after_hours=kept["nudge_after_hours"],
        waking_from=time.fromisoformat(kept["waking_from"]),
        waking_until=time.fromisoformat(kept["waking_until"]),
    )


_IS_CURRENT = sa.and_(programmes.c.community_id == sa.bindparam("community"), schema.holds(programmes.c.is_current))

_ADD = sa.insert(programmes)
_SAVE = schema.changing(programmes)
_RETIRE = sa.update(programmes).where(_IS_CURRENT).values(is_current=False)
_CURRENT = sa.select(*(column for column in programmes.c if column.name != "is_current")).where(_IS_CURRENT)


def _values(programme: Programme) -> dict[str, object]:
    return {
        "name": programme.name,
        "template": programme.template,
        "weeks": programme.weeks,
        "cadence": cadence_text(programme.cadence),
        "questions": _questions_text(programme.questions),
        "zone": programme.zone,
        "language": programme.language,
        "starts_on": programme.starts_on,
        "moderators_read": programme.moderators_read,
        "keep_rooms_days": programme.keep_rooms_days,
    }


def _programme_of(row: Row) -> Programme:
    community, programme, name, template, weeks, cadence, questions, *rest = row
    return Programme(programme, community, name, template, weeks, cadence_of(cadence), _questions_of(questions), *rest)


def _questions_text(questions: Sequence[Question]) -> str:
    return schema.dump([[question.id.value, question.required] for question in questions])


def _questions_of(text: str) -> tuple[Question, ...]:
    return tuple(Question(QuestionId(which), required) for which, required in schema.load(text))
