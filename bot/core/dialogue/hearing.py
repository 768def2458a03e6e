"""Taking in what somebody said where it may be for the other of a pair: which room it is for, and whether it is new."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from bot.core.dialogue.relays import Heard, author_at, hear, named_seat, over_view, seat_for, whom_view
from bot.core.dialogue.talk import Talk, trouble_view
from bot.core.domain.communities import Community
from bot.core.domain.errors import DomainError
from bot.core.ports import Seat, Tools, UnitOfWork
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

    def hear(self, work: UnitOfWork, heard: Heard) -> Reply:  # noqa: PLR0911  each way out is one of a kind
        """Carry it, ask for whom it is, or let it go; plain words of one who has no room are answered as ever."""
        origin = heard.origin
        account = origin.account or author_at(work, origin, heard)
        seats = [each for each in work.rooms.seats(origin.platform, account) if each.is_carried] if account else []
        seat = named_seat(work, seats, heard)
        if seat is None and origin.where is Where.PRIVATE:
            if (left := _left_seat(work, account, seats, heard)) is not None:
                return self._say_over(work, replace(origin, account=account), left, heard)
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

    def _say_over(self, work: UnitOfWork, origin: Origin, left: Seat, heard: Heard) -> Reply:
        """Say that a room is no more, to words; what else is done there is nobody's business any more."""
        if not isinstance(heard, Spoken):
            return SILENCE
        talk = self._talk_in(work, work.communities.get(left.community), origin, introduces=False)
        return Reply(over_view(talk, left))


def _left_seat(work: UnitOfWork, account: str, seats: Sequence[Seat], heard: Heard) -> Seat | None:
    """Find the room of a pairing that is over which something is for: it must not reach anybody by way of another.

    Plain words of one who has no other room may have been meant for the last one.
    """
    left = [each for each in work.rooms.left_seats(heard.origin.platform, account) if each.is_carried]
    named = named_seat(work, left, heard)
    return named if named is not None or seats or not left else left[0]
