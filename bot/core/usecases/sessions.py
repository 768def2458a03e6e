"""Keeping what somebody has filled in so far, and putting a form away."""

from dataclasses import replace

from bot.core.ports import UnitOfWork
from bot.core.ui.forms import FormSession, SessionState


def keep_answers(work: UnitOfWork, session: FormSession) -> None:
    """Store a form's answers so far."""
    work.sessions.save(session)
    work.commit()


def put_away(work: UnitOfWork, session: FormSession) -> None:
    """Cancel a form: its answers are forgotten."""
    work.sessions.save(replace(session, answers={}, state=SessionState.CANCELLED))
    work.commit()


def finish(work: UnitOfWork) -> None:
    """Keep that a form was sent, also where what it does has written nothing."""
    work.commit()
