"""Members as matching sees them: all who wait and all who have places, in a handful of queries, or one of either."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from bot.core.domain.circumstances import RULES, Circumstances, MatchingRules, as_compared, cooling_since, kept_apart
from bot.core.domain.errors import NotFound
from bot.core.domain.frameworks import DestinationRole, Framework
from bot.core.domain.gaps import Claims, matrix_of
from bot.core.domain.ids import CommunityId, CompetencyId, MemberId, RoleId
from bot.core.domain.matching import Guide, Seeker, Terms
from bot.core.domain.members import Member, MentorProfile
from bot.core.ports import Tools, UnitOfWork

Claimed = Mapping[CompetencyId, Claims]


def people_to_match(
    work: UnitOfWork, tools: Tools, community: CommunityId, language: str
) -> tuple[Sequence[Seeker], Sequence[Guide]]:
    """Find the mentees without a live pairing and all mentors, who may have no place free, in the order of names.

    Competencies are told in `language`. Who aims at a role that is there no more is left out: they have to choose
    another first. However many people there are, there are nine queries.
    """
    said = _said(work, tools, community)
    waiting = work.members.waiting(community)
    claims = work.assessments.current_of_waiting(community)
    aims = _aims(tools, {profile.destination for _, profile in waiting}, language)
    seekers = [
        said.of_seeker(_seeker(member, aims[profile.destination], claims.get(member.id, {})))
        for member, profile in waiting
        if profile.destination in aims
    ]
    return seekers, _guides(work, community, said)


def _aims(tools: Tools, roles: Iterable[RoleId], language: str) -> Mapping[RoleId, tuple[Framework, DestinationRole]]:
    found = {}
    for each in roles:
        with suppress(NotFound):
            found[each] = tools.library.role(each, language)
    return found


def guides_of(work: UnitOfWork, tools: Tools, community: CommunityId) -> Sequence[Guide]:
    """Find all mentors who are here, who may have no place free, by name, in a handful of queries."""
    return _guides(work, community, _said(work, tools, community))


def seeker_of(work: UnitOfWork, tools: Tools, mentee: Member, language: str) -> Seeker:
    """See one mentee, in the language of whoever looks for a mentor; raise `NotAMember` without a profile."""
    profile = work.members.get_mentee(mentee.community, mentee.id)
    claims = work.assessments.current(mentee.community, mentee.id)
    said = _said(work, tools, mentee.community)
    return said.of_seeker(_seeker(mentee, tools.library.role(profile.destination, language), claims))


def guide_of(work: UnitOfWork, tools: Tools, mentor: Member) -> Guide:
    """See one mentor; raise `NotAMember` for one who offers nothing."""
    profile = work.members.get_mentor(mentor.community, mentor.id)
    taken = work.pairings.places_taken(mentor.community, mentor.id)
    return _said(work, tools, mentor.community).of_guide(_guide(mentor, profile, taken))


def rules_of(work: UnitOfWork, community: CommunityId) -> MatchingRules:
    """Find the rules that the community's programme matches by."""
    programme = work.programmes.current(community)
    return RULES if programme is None else work.circumstances.rules(community, programme.id)


def terms_of(work: UnitOfWork, community: CommunityId) -> Terms:
    """Find what the community's programme scores by, and which of the hard rules it has."""
    return rules_of(work, community).terms


def are_kept_apart(work: UnitOfWork, tools: Tools, community: CommunityId, one: MemberId, other: MemberId) -> bool:
    """Tell whether a rule or a wish of one of them is against a pair of these two: which, nobody is told."""
    return _said(work, tools, community).keeps_apart(one, other)


@dataclass(frozen=True)
class _Said:
    """What everybody of a community has said for being paired."""

    circumstances: Mapping[MemberId, Circumstances]
    wishes: Mapping[MemberId, Sequence[MemberId]]
    apart: Mapping[MemberId, frozenset[MemberId]]

    def of_seeker(self, seeker: Seeker) -> Seeker:
        seeker = replace(
            seeker, wishes=tuple(self.wishes.get(seeker.member, ())), apart=self.apart.get(seeker.member, frozenset())
        )
        own = self.circumstances.get(seeker.member)
        if own is None:
            return seeker
        return replace(seeker, hours=own.hours, preferences=own.preferences, team=as_compared(own.team))

    def of_guide(self, guide: Guide) -> Guide:
        guide = replace(guide, apart=self.apart.get(guide.member, frozenset()))
        own = self.circumstances.get(guide.member)
        if own is None:
            return guide
        team = as_compared(own.team)
        return replace(guide, hours=own.hours, preferences=own.preferences, team=team, paused_until=own.paused_until)

    def keeps_apart(self, one: MemberId, other: MemberId) -> bool:
        teams = {self._team(one), self._team(other)}
        return other in self.apart.get(one, ()) or (len(teams) == 1 and "" not in teams)

    def _team(self, member: MemberId) -> str:
        own = self.circumstances.get(member)
        return as_compared(own.team) if own else ""


def _said(work: UnitOfWork, tools: Tools, community: CommunityId) -> _Said:
    since = cooling_since(tools.clock.now(), rules_of(work, community))
    apart = kept_apart(work.circumstances.all_blocks(community), work.circumstances.past_pairings(community, since))
    return _Said(work.circumstances.of_community(community), work.circumstances.all_wishes(community), apart)


def _guides(work: UnitOfWork, community: CommunityId, said: _Said) -> Sequence[Guide]:
    return [said.of_guide(_guide(*each)) for each in work.members.mentors(community)]


def _seeker(mentee: Member, aim: tuple[Framework, DestinationRole], claims: Claimed) -> Seeker:
    return Seeker(mentee.id, matrix_of(*aim, claims), mentee.zone, mentee.languages)


def _guide(mentor: Member, profile: MentorProfile, taken: int) -> Guide:
    return Guide(mentor.id, profile.levels, mentor.zone, mentor.languages, profile.capacity - taken)
