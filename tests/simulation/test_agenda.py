"""Deeds come by their moment, and in the order in which they were noted."""

from datetime import UTC, datetime, timedelta

from bot.simulation.agenda import Accept, Agenda, Die, Look, SetUp
from bot.simulation.people import cast

NOON = datetime(2026, 9, 7, 12, tzinfo=UTC)


def test_an_agenda_is_taken_off_in_order() -> None:
    moderator, mentor, _ = cast(3, seed=7)
    agenda = Agenda()
    agenda.note(NOON + timedelta(hours=2), Die(3))
    agenda.note(NOON, SetUp(moderator))
    agenda.note(NOON + timedelta(hours=1), Accept((mentor,)))
    agenda.note(NOON, Look())

    assert agenda.next_at == NOON
    assert agenda.take(NOON + timedelta(hours=1)) == [SetUp(moderator), Look(), Accept((mentor,))]
    assert agenda.next_at == NOON + timedelta(hours=2)
    assert agenda.take(NOON + timedelta(hours=3)) == [Die(3)]
    assert agenda.next_at is None
