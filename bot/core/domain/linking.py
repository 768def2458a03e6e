"""Two members who turn out to be one person: where they differ, and what the one member is then."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from bot.core.domain.circumstances import Circumstances
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
    AVAILABILITY = "availability"
    PREFERENCES = "preferences"
    TEAM = "team"
    PAUSE = "pause"
    WISHES = "wishes"


@dataclass(frozen=True)
class Half:
    """One of the two members, with all that is decided about them."""

    member: Member
    seeks: MenteeProfile | None = None
    offers: MentorProfile | None = None
    circumstances: Circumstances | None = None
    wishes: Sequence[MemberId] = ()


def differing(kept: Half, other: Half) -> tuple[Trait, ...]:
    """List what somebody has to choose: what only one of the two has said is taken without a question."""
    mine, theirs = _said(kept), _said(other)
    return tuple(trait for trait in Trait if trait in mine and trait in theirs and mine[trait] != theirs[trait])


def united(kept: Half, other: Half, others: Collection[Trait], home: str) -> Half:
    """Make one of the two: the kept one's word counts but for the traits named in `others`; roles are united.

    Whom one of them doesn't want to be paired with isn't asked for: both count.
    """
    return Half(
        _member(kept.member, other.member, others, home),
        _seeks(kept, other, others),
        _offers(kept, other, others),
        _circumstances(kept, other, others),
        _wishes(kept, other, others),
    )


def _said(half: Half) -> Mapping[Trait, object]:
    member, seeks, offers = half.member, half.seeks, half.offers
    said: dict[Trait, object] = {
        Trait.NAME: member.name,
        Trait.ZONE: member.zone,
        Trait.LANGUAGE: member.language,
        Trait.LANGUAGES: frozenset(member.languages),
        Trait.VISIBILITY: member.visibility,
    }
    if seeks is not None:
        said |= {
            Trait.DESTINATION: seeks.destination,
            Trait.DIRECTION: seeks.direction,
            Trait.HOURS: seeks.hours_a_week,
        }
    if offers is not None:
        said |= {Trait.CAPACITY: offers.capacity, Trait.LEVELS: dict(offers.levels)}
    return {**said, **_said_for_matching(half)}


def _said_for_matching(half: Half) -> Mapping[Trait, object]:
    """Leave out what nobody said: it is nobody's word."""
    about = half.circumstances
    said: dict[Trait, object] = {Trait.WISHES: tuple(half.wishes)} if half.wishes else {}
    if about is not None:
        said |= {} if about.hours is None else {Trait.AVAILABILITY: about.hours}
        said |= {Trait.PREFERENCES: about.preferences} if about.preferences else {}
        said |= {Trait.TEAM: about.team} if about.team else {}
        said |= {} if about.paused_until is None else {Trait.PAUSE: about.paused_until}
    return said


def _member(kept: Member, other: Member, others: Collection[Trait], home: str) -> Member:
    return replace(
        kept,
        name=(other if Trait.NAME in others else kept).name,
        zone=(other if Trait.ZONE in others else kept).zone,
        language=(other if Trait.LANGUAGE in others else kept).language,
        languages=(other if Trait.LANGUAGES in others else kept).languages,
        visibility=(other if Trait.VISIBILITY in others else kept).visibility,
        roles=kept.roles | other.roles,
        home=home,
        introduced_at=min(kept.introduced_at, other.introduced_at),
    )


def _seeks(kept: Half, other: Half, others: Collection[Trait]) -> MenteeProfile | None:
    mine, theirs = kept.seeks or other.seeks, other.seeks or kept.seeks
    if mine is None or theirs is None:
        return None
    return replace(
        mine,
        member=kept.member.id,
        destination=(theirs if Trait.DESTINATION in others else mine).destination,
        begun=(theirs if Trait.DESTINATION in others else mine).begun,
        direction=(theirs if Trait.DIRECTION in others else mine).direction,
        hours_a_week=(theirs if Trait.HOURS in others else mine).hours_a_week,
    )


def _offers(kept: Half, other: Half, others: Collection[Trait]) -> MentorProfile | None:
    mine, theirs = kept.offers or other.offers, other.offers or kept.offers
    if mine is None or theirs is None:
        return None
    able = theirs if Trait.LEVELS in others else mine
    return replace(
        mine,
        member=kept.member.id,
        capacity=(theirs if Trait.CAPACITY in others else mine).capacity,
        levels=able.levels,
        role=able.role,
    )


def _circumstances(kept: Half, other: Half, others: Collection[Trait]) -> Circumstances | None:
    """Take each word from whom it is chosen of; of one who hasn't said it, from the other."""
    mine, theirs = kept.circumstances or other.circumstances, other.circumstances or kept.circumstances
    if mine is None or theirs is None:
        return None

    def said(trait: Trait) -> tuple[Circumstances, Circumstances]:
        return (theirs, mine) if trait in others else (mine, theirs)

    hours = [each.hours for each in said(Trait.AVAILABILITY) if each.hours is not None]
    pauses = [each.paused_until for each in said(Trait.PAUSE) if each.paused_until is not None]
    preferred, other_preferred = (each.preferences for each in said(Trait.PREFERENCES))
    team, other_team = (each.team for each in said(Trait.TEAM))
    return replace(
        mine,
        member=kept.member.id,
        hours=hours[0] if hours else None,
        preferences=preferred or other_preferred,
        team=team or other_team,
        paused_until=pauses[0] if pauses else None,
    )


def _wishes(kept: Half, other: Half, others: Collection[Trait]) -> Sequence[MemberId]:
    first, second = (other, kept) if Trait.WISHES in others else (kept, other)
    both = {kept.member.id, other.member.id}
    return tuple(each for each in first.wishes or second.wishes if each not in both)
