"""What a surface answers, and what the core makes of an effect that is no surface's."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum

from bot.core.domain.communities import PlaceKind
from bot.core.domain.ids import MemberId


@dataclass(frozen=True)
class Done:
    """It happened; `external_id` is what the platform calls it. Saying it again with the same key changes nothing."""

    external_id: str
    places: Mapping[PlaceKind, str] = field(default_factory=dict)
    """The community's places that were made or found, by kind."""
    direct: str = ""
    """What the platform calls the private conversation in which it was said, where that is news."""
    rooms: Mapping[str, str] = field(default_factory=dict)
    """A room's place for each account, where they are not all in the one that `external_id` names."""


@dataclass(frozen=True)
class Unreachable:
    """The person can't be written to; `has_left`: they aren't in any community where the program could."""

    reason: str
    has_left: bool = False


@dataclass(frozen=True)
class Refused:
    """The platform said no, and would say no again."""

    reason: str


class Scope(Enum):
    """How much a delay is about."""

    ONE = "one"
    """This effect alone."""
    ROUTE = "route"
    """Calls of its kind, which the platform has had enough of for now: it says when, and nothing was wrong."""
    PLATFORM = "platform"
    """Everything that goes to the platform: it is to be left alone for a while."""
    OUTAGE = "outage"
    """Nothing was wrong with the effect: the platform itself failed. Enough of these, and it is left alone."""
    PLACE = "place"
    """The place that it is for is being made: it is tried until that is there."""
    FULL = "full"
    """There is no space for it where it belongs: it is tried until somebody has made some."""


@dataclass(frozen=True)
class Retry:
    """Not now."""

    reason: str
    after: timedelta | None = None
    scope: Scope = Scope.ONE
    is_doubtful: bool = False
    """Whether it may have happened all the same."""


@dataclass(frozen=True)
class Unknown:
    """It may have happened: the reply was lost."""

    reason: str


@dataclass(frozen=True)
class Doubtful:
    """It may have happened, and there is no finding out: it is not tried again, and who said it is told so."""

    reason: str


@dataclass(frozen=True)
class Spread:
    """It is for the places beside several members: an effect for each takes its place; no surface says this."""

    sides: tuple[MemberId, ...]


@dataclass(frozen=True)
class Hinted:
    """Whom it is for can't be written to, and others would read it elsewhere: they only hear that there is something.

    No surface says this.
    """


@dataclass(frozen=True)
class Moot:
    """There was nothing left to carry out, and why (a word for the outbox, never a person's); no surface says this."""

    reason: str


@dataclass(frozen=True)
class Gone:
    """A place that this needs isn't there any more: the room, the thread, or one of the community's own.

    Empty where it needs one of the community's own that was never made.
    """

    place: str


@dataclass(frozen=True)
class Lacking:
    """The program isn't allowed to: `rights` are the platform's own words, as in `Right.name`."""

    rights: tuple[str, ...]


Outcome = Done | Unreachable | Refused | Retry | Unknown | Doubtful | Spread | Hinted | Moot | Gone | Lacking
