"""Taking in what somebody said where it may be for the other of a pair: which room it is for, and whether it is new."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from bot.core.dialogue.relays import Heard, author_at, hear, seat_for, whom_view
from bot.core.dialogue.talk import Talk, trouble_view
from bot.core.domain.communities import Community
from bot.core.domain.errors import DomainError
from bot.core.ports import Tools, UnitOfWork
from bot.core.ui.inbound import Inbound, Origin, Said, Spoken, Where
from bot.core.ui.replies import SILENCE, Reply
from bot.core.usecases.reaching import find_again


class TalkIn(Protocol):
    """Finds out who talks in a community."""

    def __call__(self, work: UnitOfWork, community: Community, origin: Origin, *, introduces: bool) -> Talk: ...


class Hearing:
    """Hears for the router, which has told it how to find out who talks and what else to do with words."""

    def __init__(
        self,
        talk_in: TalkIn,
        is_new: Callable[[UnitOfWork, Inbound], bool],
        answer: Callable[[UnitOfWork, Inbound], Reply],
        tools: Tools,
    ) -> None:
        self._talk_in, self._is_new, self._answer, self._tools = talk_in, is_new, answer, tools

    def hear(self, work: UnitOfWork, heard: Heard) -> Reply:
        """Carry it, ask for whom it is, or let it go; plain words of one who has no room are answered as ever."""
        origin = heard.origin
        account = origin.account or author_at(work, origin, heard)
        seats = [each for each in work.rooms.seats(origin.platform, account) if each.is_carried] if account else []
        seat = seat_for(work, seats, heard)
        if seat is None and not (isinstance(heard, Spoken) and origin.where is Where.PRIVATE):
            return SILENCE
        if seat is None and not seats:
            return self._answer(work, Said(origin, heard.speech.text if isinstance(heard, Spoken) else ""))
        community = work.communities.get((seat or seats[0]).community)
        talk = self._talk_in(work, community, replace(origin, account=account), introduces=False)
        if seat is None:
            return Reply(whom_view(talk, seats))
        if not self._is_new(work, heard):
            return SILENCE
        if origin.where is Where.PRIVATE and talk.actor.member is not None:
            find_again(work, self._tools, talk.actor.member, origin.platform)
        try:
            return hear(talk, seat, heard)
        except DomainError as error:
            work.rollback()
            return Reply(trouble_view(talk, error))
