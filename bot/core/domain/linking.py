"""Two members who turn out to be one person: where they differ, and what the one member is then."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import Enum

from bot.core.domain.ids import MemberId
from bot.core.domain.members import Member, MenteeProfile, MentorProfile


class Trait(Enum):
    """What two halves of one person may have said differently, each decided by itself."""

    NAME = "name"
    ZONE = "zone"
    LANGUAGE = "language"
    LANGUAGES = "languages"
    VISIBILITY = "visibility"
    DESTINATION = "destination"
    DIRECTION = "direction"
    HOURS = "hours"
    CAPACITY = "capacity"
    LEVELS = "levels"


@dataclass(frozen=True)
class Half:
    """One of the two members, with all that is decided about them."""

    member: Member
    seeks: MenteeProfile | None = None
    offers: MentorProfile | None = None


_OF_MEMBER = {
    Trait.NAME: "name",
    Trait.ZONE: "zone",
    Trait.LANGUAGE: "language",
    Trait.LANGUAGES: "languages",
    Trait.VISIBILITY: "visibility",
}
_OF_MENTEE = {Trait.DESTINATION: "destination", Trait.DIRECTION: "direction", Trait.HOURS: "hours_a_week"}
_OF_MENTOR = {Trait.CAPACITY: "capacity", Trait.LEVELS: "levels"}


def differing(kept: Half, other: Half) -> tuple[Trait, ...]:
    """List what somebody has to choose: what only one of the two has said is taken without a question."""
    return tuple(trait for trait in Trait if _differs(kept, other, trait))


def united(kept: Half, other: Half, others: Collection[Trait], home: str) -> Half:
    """Make one of the two: the kept one's word counts but for the traits named in `others`; roles are united."""
    member = replace(
        kept.member,
        roles=kept.member.roles | other.member.roles,
        home=home,
        introduced_at=min(kept.member.introduced_at, other.member.introduced_at),
        **_taken(other.member, _OF_MEMBER, others),
    )
    seeks, offers = kept.seeks or other.seeks, kept.offers or other.offers
    if seeks is not None:
        seeks = replace(seeks, member=_id(kept), **_taken(other.seeks or seeks, _OF_MENTEE, others))
    if offers is not None:
        offers = replace(offers, member=_id(kept), **_taken(other.offers or offers, _OF_MENTOR, others))
    return Half(member, seeks, offers)


def _differs(kept: Half, other: Half, trait: Trait) -> bool:
    for mine, theirs, names in (
        (kept.member, other.member, _OF_MEMBER),
        (kept.seeks, other.seeks, _OF_MENTEE),
        (kept.offers, other.offers, _OF_MENTOR),
    ):
        if trait in names:
            both_say = mine is not None and theirs is not None
            return both_say and getattr(mine, names[trait]) != getattr(theirs, names[trait])
    raise AssertionError(trait)


def _taken(source: object, names: dict[Trait, str], others: Collection[Trait]) -> dict[str, object]:
    return {name: getattr(source, name) for trait, name in names.items() if trait in others}


def _id(half: Half) -> MemberId:
    return half.member.id
