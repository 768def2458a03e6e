"""Form sessions: the answers so far to opened forms."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from bot.core.domain.ids import CommunityId, MemberId
from bot.core.ui.forms import FormSession, SessionState
from bot.storage import schema
from bot.storage.dialect import insert_or_replace, partial_index
from bot.storage.rows import Row, Rows

form_sessions = sa.Table(
    "form_sessions",
    schema.metadata,
    schema.community(),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("member_id", sa.Text, nullable=False),
    sa.Column("form", sa.Text, nullable=False),
    sa.Column("ref", sa.Text, nullable=False),
    sa.Column("answers", sa.Text, nullable=False),
    sa.Column("state", schema.Word(SessionState), nullable=False),
    sa.Column("touched_at", schema.Instant, nullable=False),
    schema.refers("member_id", "members"),
)
_IS_OPEN = form_sessions.c.state == schema.constant(SessionState.OPEN)
partial_index(
    "ix_form_sessions_open",
    form_sessions.c.community_id,
    form_sessions.c.member_id,
    form_sessions.c.form,
    form_sessions.c.ref,
    where=_IS_OPEN,
)


class FormSessionRows(Rows):
    """The port `FormSessions`."""

    def find(self, community: CommunityId, session: str) -> FormSession | None:
        row = self._first(_FIND, community=community, session=session)
        return _session_of(row) if row else None

    def find_open(self, community: CommunityId, member: MemberId, form: str, ref: str) -> FormSession | None:
        row = self._first(_FIND_OPEN, community=community, member=member, form=form, ref=ref)
        return _session_of(row) if row else None

    def going_on(self, community: CommunityId, member: MemberId) -> Sequence[FormSession]:
        return [_session_of(row) for row in self._all(_GOING_ON, community=community, member=member)]

    def save(self, session: FormSession) -> None:
        self._change(
            _SAVE,
            {
                "community_id": session.community,
                "id": session.id,
                "member_id": session.member,
                "form": session.form,
                "ref": session.ref,
                "answers": schema.dump(dict(session.answers)),
                "state": session.state,
                "touched_at": session.touched_at,
            },
        )

    def expire(self, before: datetime, limit: int) -> int:
        return self._change(_EXPIRE, {"before": before, "limit": limit})


_GOING_ON = (
    sa.select(*form_sessions.c)
    .where(
        form_sessions.c.community_id == sa.bindparam("community"),
        form_sessions.c.member_id == sa.bindparam("member"),
        _IS_OPEN,
    )
    .order_by(form_sessions.c.touched_at.desc(), form_sessions.c.id)
)
_SAVE = insert_or_replace(form_sessions)
_ONE = sa.tuple_(form_sessions.c.community_id, form_sessions.c.id)
_LEFT_LYING = (
    sa.select(form_sessions.c.community_id, form_sessions.c.id)
    .where(_IS_OPEN, form_sessions.c.touched_at < sa.bindparam("before"))
    .limit(sa.bindparam("limit", type_=sa.Integer))
)
_EXPIRE = (
    sa.update(form_sessions)
    .where(_ONE.in_(_LEFT_LYING))
    .values(state=SessionState.EXPIRED, answers=schema.dump({}))
    .execution_options(preserve_rowcount=True)
)
_FIND = sa.select(*form_sessions.c).where(
    form_sessions.c.community_id == sa.bindparam("community"), form_sessions.c.id == sa.bindparam("session")
)
_FIND_OPEN = (
    sa.select(*form_sessions.c)
    .where(
        form_sessions.c.community_id == sa.bindparam("community"),
        form_sessions.c.member_id == sa.bindparam("member"),
        form_sessions.c.form == sa.bindparam("form"),
        form_sessions.c.ref == sa.bindparam("ref"),
        _IS_OPEN,
    )
    .order_by(form_sessions.c.touched_at.desc(), form_sessions.c.id)
    .limit(1)
)


def _session_of(row: Row) -> FormSession:
    community, session, member, form, ref, answers, state, touched_at = row
    kept = {field: tuple(raw) for field, raw in schema.load(answers).items()}
    return FormSession(session, community, member, form, ref, kept, state, touched_at)
