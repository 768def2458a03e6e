"""What can go wrong by the rules, each by a name that a text answers to."""

from collections.abc import Mapping


class DomainError(Exception):
    """A rule said no.

    `key` names the sentence in the text catalogue (`error-<key>`), `facts` are the values that sentence needs.
    Nothing in either is secret: both may be shown to the person who acted.
    """

    key = "unexpected"

    def __init__(self, **facts: str | int) -> None:
        super().__init__(self.key)
        self.facts: Mapping[str, str | int] = facts


class NotAllowed(DomainError):
    """The actor holds no role, or no part in the object, that this needs."""

    key = "not-allowed"


class NotFound(DomainError):
    """The thing is not there, or not in this community; the two are never told apart."""

    key = "not-found"


class NoProgramme(DomainError):
    """The community runs no programme yet."""

    key = "no-programme"


class NotAMember(DomainError):
    """The person has not joined as a mentor or mentee yet."""

    key = "not-a-member"


class MemberLeft(DomainError):
    """The member has left the community."""

    key = "member-left"


class MovedOn(DomainError):
    """The thing is no longer in the state that this step starts from."""

    key = "moved-on"


class LevelOutOfRange(DomainError):
    """A level outside the framework's scale."""

    key = "level-out-of-range"


class UnknownTimeZone(DomainError):
    """No such time zone."""

    key = "unknown-time-zone"


class CapacityFull(DomainError):
    """The mentor has as many mentees as they offered to take."""

    key = "capacity-full"


class AlreadyPaired(DomainError):
    """The two are paired already, or the mentee has a mentor or an open proposal."""

    key = "already-paired"


class NotPossible(DomainError):
    """A rule or a wish of one of the two is against their pairing: which one, nobody is told."""

    key = "not-possible"


class HoursUnreadable(DomainError):
    """Hours that can't be read; the fact `given` is the part that stands in the way."""

    key = "hours-unreadable"


class NothingBlocked(DomainError):
    """The member keeps away from nobody."""

    key = "nothing-blocked"


class ColumnsUnclear(DomainError):
    """What a sheet's headings mean can't be told yet; the fact `why` is `twice` or `missing`, `columns` names which."""

    key = "columns-unclear"


class SameMember(DomainError):
    """Nobody mentors themselves."""

    key = "same-member"


class AlreadySubmitted(DomainError):
    """The check-in has its answer already."""

    key = "already-submitted"


class CheckInClosed(DomainError):
    """The check-in's week is over."""

    key = "check-in-closed"


class NoCheckInOpen(DomainError):
    """No check-in waits for an answer; the fact `next` says when one will."""

    key = "no-check-in-open"


class NoCheckInPlanned(DomainError):
    """No check-in waits for an answer, and none is to come."""

    key = "no-check-in-planned"


class NobodyWaiting(DomainError):
    """Every mentee has a mentor or an open proposal."""

    key = "nobody-waiting"


class NothingAnswered(DomainError):
    """A form without a single answer."""

    key = "nothing-answered"


class NoOpenGoal(DomainError):
    """None of the member's goals is open."""

    key = "no-open-goal"


class NothingClaimed(DomainError):
    """The member has not rated this competency, so there is nothing for evidence to support."""

    key = "nothing-claimed"


class DestinationGone(NotFound):
    """The framework of the member's destination role is no longer there."""

    key = "destination-gone"


class MenteesDestinationGone(NotFound):
    """The framework of a mentee's destination role is no longer there; fact `name` is theirs."""

    key = "mentees-destination-gone"


class EvidenceMissing(DomainError):
    """Neither words nor an entry of one's growth thread were given as evidence."""

    key = "evidence-missing"


class TargetMissing(DomainError):
    """A measure with a unit or a start, and no number to reach."""

    key = "target-missing"


class MeasureStandsStill(DomainError):
    """A measure that ends where it starts."""

    key = "measure-stands-still"


class MilestoneOffTheWay(DomainError):
    """A milestone's number that a goal's measure never passes on its way."""

    key = "milestone-off-the-way"


class TooManyMilestones(DomainError):
    """A goal has as many milestones as it may have: the fact `most`."""

    key = "too-many-milestones"


class GrowthIsPrivate(DomainError):
    """The member has said that nothing of their growth is published."""

    key = "growth-is-private"


class SomebodyElsesWords(DomainError):
    """Only its author puts something on a growth thread."""

    key = "somebody-elses-words"


class RoomClosed(DomainError):
    """Nobody would hear what is said in this room: the pairing is over, or the other has no place there yet."""

    key = "room-closed"


class NotForARoom(DomainError):
    """A place can't be a pair's room: it is a community's, another pair's, or not both of them can be there."""

    key = "not-for-a-room"


class CodeUnknown(DomainError):
    """No such code for this, or not for this community; the two are never told apart."""

    key = "code-unknown"


class CodeUsed(DomainError):
    """Somebody has used the code already."""

    key = "code-used"


class CodeExpired(DomainError):
    """The code's half hour is over."""

    key = "code-expired"


class SameCommunity(DomainError):
    """The code is this very community's own."""

    key = "same-community"


class RunsItsOwn(DomainError):
    """A community that is to become part of another runs a programme."""

    key = "runs-its-own"


class AlreadyConnected(DomainError):
    """The community has a place on this platform already."""

    key = "already-connected"


class AlreadyLinked(DomainError):
    """The account is the member's own already."""

    key = "already-linked"


class AccountAlreadyThere(DomainError):
    """The member has an account on this platform already; a person has one a platform."""

    key = "account-already-there"


class TwoMentors(DomainError):
    """Both members have a mentor, or a proposal that waits."""

    key = "two-mentors"


class PairedTogether(DomainError):
    """The two members are mentor and mentee of each other."""

    key = "paired-together"


class RoundUnderWay(DomainError):
    """The community has a round that is not over yet."""

    key = "round-under-way"


class NoRound(DomainError):
    """There is no round for this step: none was begun, or it has gone further, or it is over."""

    key = "no-round"


class RoundChanged(DomainError):
    """Somebody has changed the round since this was thought out."""

    key = "round-changed"


class RoundNotSolved(DomainError):
    """The round has not been solved since the last decision."""

    key = "round-not-solved"


class NotInRound(DomainError):
    """One of the two is not in the round."""

    key = "not-in-round"


class PairImpossible(DomainError):
    """A hard rule forbids the two; the fact `rule` says which, and of personal ones only that there is one."""

    key = "pair-impossible"


class PlacesPinned(DomainError):
    """Every place of a mentor is pinned for somebody else."""

    key = "places-pinned"


class NobodyToPair(DomainError):
    """A round without a mentee who waits, or without a mentor."""

    key = "nobody-to-pair"


class NothingToSwap(DomainError):
    """One of the two mentees has no mentor in the round, or they have the same one."""

    key = "nothing-to-swap"


class MentorPaused(DomainError):
    """The mentor has said that they take nobody new until a day; the fact `until` is its date."""

    key = "mentor-paused"


class MenteesDontAsk(DomainError):
    """In this programme moderators alone ask mentors."""

    key = "mentees-dont-ask"


class RuleBroken(DomainError):
    """A rule of the programme is against a pair, which a moderator can set aside by saying why; `rule` names it."""

    key = "rule-broken"
