"""How far a mentee has come as attested, when they will arrive, and the day by which they want to."""

from dataclasses import dataclass, replace
from datetime import date

from bot.core.domain.errors import DestinationGone, MenteesDestinationGone, NotFound
from bot.core.domain.forecasts import Outlook, Pace, forecast, pace
from bot.core.domain.gaps import GapMatrix
from bot.core.domain.ids import MemberId
from bot.core.domain.members import Member, MenteeProfile, arrival_of
from bot.core.domain.pairings import PairingState
from bot.core.domain.paths import Path, path_of
from bot.core.domain.weeks import zone_of
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise
from bot.core.usecases.gaps import gap_matrix


@dataclass(frozen=True)
class Going:
    """A path begun: how it goes, and when it arrives."""

    path: Path
    outlook: Outlook
    pace: Pace


@dataclass(frozen=True)
class MenteesProgress:
    """Where a mentee is on the way, as of a day of theirs; `going` is None before anybody has named a level."""

    mentee: Member
    matrix: GapMatrix
    today: date
    arrive_by: date
    going: Going | None


def read_progress(work: UnitOfWork, tools: Tools, actor: Actor) -> MenteesProgress:
    """Read one's own progress."""
    authorise(actor, read_progress)
    return progress_of_mentee(work, tools, actor.here(), actor.here().language)


def read_mentees_progress(work: UnitOfWork, tools: Tools, actor: Actor, mentee: MemberId) -> MenteesProgress:
    """Read the progress of a mentee whom one mentors now; nobody else may, moderators included."""
    pairing = work.pairings.live_of_mentee(actor.community, mentee)
    authorise(actor, read_mentees_progress, pairing)
    if pairing is None or pairing.state is not PairingState.ACTIVE:
        raise NotFound
    member = work.members.get(actor.community, mentee)
    try:
        return progress_of_mentee(work, tools, member, actor.here().language)
    except DestinationGone as error:
        raise MenteesDestinationGone(name=member.name) from error


def set_arrival(work: UnitOfWork, tools: Tools, actor: Actor, arrive_by: date) -> MenteeProfile:
    """Say by which day one wants to have arrived."""
    authorise(actor, set_arrival)
    profile = replace(work.members.get_mentee(actor.community, actor.here().id), arrive_by=arrive_by)
    work.members.save_mentee(profile)
    work.commit()
    return profile


def progress_of_mentee(work: UnitOfWork, tools: Tools, mentee: Member, language: str) -> MenteesProgress:
    """Lay a mentee's whole history against where they want to go now; raise `NotAMember` without a profile."""
    profile = work.members.get_mentee(mentee.community, mentee.id)
    matrix = gap_matrix(work, tools, mentee.community, mentee.id, language)
    today = tools.clock.now().astimezone(zone_of(mentee.zone)).date()
    arrive_by = arrival_of(profile, mentee)
    path = path_of(matrix.role, work.assessments.history(mentee.community, mentee.id), mentee.zone)
    going = Going(path, forecast(path, today), pace(path, today, arrive_by)) if path else None
    return MenteesProgress(mentee, matrix, today, arrive_by, going)
