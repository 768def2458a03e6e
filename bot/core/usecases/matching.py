"""Members as matching sees them: all who wait and all who have places, in a handful of queries, or one of either."""

from collections.abc import Mapping, Sequence

from bot.core.domain.frameworks import DestinationRole, Framework
from bot.core.domain.gaps import Claims, matrix_of
from bot.core.domain.ids import CommunityId, CompetencyId
from bot.core.domain.matching import Guide, Seeker
from bot.core.domain.members import Member, MentorProfile
from bot.core.ports import Tools, UnitOfWork

Claimed = Mapping[CompetencyId, Claims]


def people_to_match(
    work: UnitOfWork, tools: Tools, community: CommunityId, language: str
) -> tuple[Sequence[Seeker], Sequence[Guide]]:
    """Find the mentees without a live pairing and all mentors, who may have no place free, in the order of names.

    Competencies are told in `language`. However many people there are, there are three queries.
    """
    waiting = work.members.waiting(community)
    claims = work.assessments.current_of_waiting(community)
    aims = {each: tools.library.role(each, language) for each in {profile.destination for _, profile in waiting}}
    seekers = [_seeker(member, aims[profile.destination], claims.get(member.id, {})) for member, profile in waiting]
    return seekers, guides_of(work, community)


def guides_of(work: UnitOfWork, community: CommunityId) -> Sequence[Guide]:
    """Find all mentors who are here, who may have no place free, by name, in one query."""
    return [_guide(member, profile, taken) for member, profile, taken in work.members.mentors(community)]


def seeker_of(work: UnitOfWork, tools: Tools, mentee: Member, language: str) -> Seeker:
    """See one mentee, in the language of whoever looks for a mentor; raise `NotAMember` without a profile."""
    profile = work.members.get_mentee(mentee.community, mentee.id)
    claims = work.assessments.current(mentee.community, mentee.id)
    return _seeker(mentee, tools.library.role(profile.destination, language), claims)


def guide_of(work: UnitOfWork, mentor: Member) -> Guide:
    """See one mentor; raise `NotAMember` for one who offers nothing."""
    profile = work.members.get_mentor(mentor.community, mentor.id)
    return _guide(mentor, profile, work.pairings.places_taken(mentor.community, mentor.id))


def _seeker(mentee: Member, aim: tuple[Framework, DestinationRole], claims: Claimed) -> Seeker:
    return Seeker(mentee.id, matrix_of(*aim, claims), mentee.zone, mentee.languages)


def _guide(mentor: Member, profile: MentorProfile, taken: int) -> Guide:
    return Guide(mentor.id, profile.levels, mentor.zone, mentor.languages, profile.capacity - taken)
