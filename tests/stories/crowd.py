"""A crowd for a round: hundreds of mentees and mentors who are there from the beginning, drawn by a seed."""

import random
from collections import Counter
from dataclasses import dataclass, field

from bot.core.domain.frameworks import GrowthDirection
from bot.core.domain.gaps import Assessment
from bot.core.domain.ids import AssessmentId, CommunityId, CompetencyId, MemberId, RoleId
from bot.core.domain.members import Account, Member, MemberState, MenteeProfile, MentorProfile, Role, Visibility
from bot.core.domain.pairings import PairingState
from bot.core.ports import Tools, UnitOfWork

AIM = RoleId("staff-engineer")
LANGUAGES = (("en",), ("en", "es"), ("es",), ("de", "en"), ("en",))
MENTEES, MENTORS = 300, 120
ZONES = ("Europe/Berlin", "Europe/Madrid", "America/Bogota", "Asia/Kolkata", "Europe/London")


@dataclass(frozen=True)
class Crowd:
    """How many they are, and where."""

    community: CommunityId
    platform: str
    mentees: int = MENTEES
    mentors: int = MENTORS
    accounts: dict[str, str] = field(default_factory=dict)
    """What their platform calls them, by the beginning of their names; the same word unless it says otherwise."""

    def arrive(self, work: UnitOfWork, tools: Tools) -> None:
        """Let them all join: each is named after their account, `e007` or `m012`."""
        seeded = random.Random(6)
        _, role = tools.library.role(AIM, "en")
        competencies = list(role.requires)
        for name in self.names("m", self.mentors):
            member = self._member(work, tools, name, Role.MENTOR, seeded)
            levels = {each: seeded.randint(2, 5) for each in seeded.sample(competencies, 4)}
            work.members.save_mentor(MentorProfile(self.community, member.id, levels, seeded.choice((1, 2, 2, 3, 4))))
        for name in self.names("e", self.mentees):
            member = self._member(work, tools, name, Role.MENTEE, seeded)
            work.members.save_mentee(MenteeProfile(self.community, member.id, AIM, GrowthDirection.VERTICAL, 3))
            work.assessments.add([self._claim(tools, member, each, seeded.randint(1, 4)) for each in competencies[:8]])
        work.commit()

    @staticmethod
    def names(letter: str, many: int) -> list[str]:
        """Name so many by their accounts."""
        return [f"{letter}{number:03d}" for number in range(many)]

    def _member(self, work: UnitOfWork, tools: Tools, name: str, role: Role, seeded: random.Random) -> Member:
        account = self.accounts.get(name, name)
        known = work.members.find_by_account(self.community, self.platform, account)
        member = Member(
            id=known.id if known else MemberId(tools.ids.new()),
            community=self.community,
            name=f"{name.title()} {'Mentor' if role is Role.MENTOR else 'Mentee'}",
            roles=frozenset({role}),
            language="en",
            zone=seeded.choice(ZONES),
            languages=seeded.choice(LANGUAGES),
            visibility=Visibility.PRIVATE,
            state=MemberState.ACTIVE,
            home=self.platform,
            introduced_at=tools.clock.now(),
        )
        if known:
            work.members.save(member)
        else:
            work.members.add(member, Account(self.community, self.platform, account, member.id))
        return member

    def _claim(self, tools: Tools, member: Member, competency: CompetencyId, level: int) -> Assessment:
        claim, now = AssessmentId(tools.ids.new()), tools.clock.now()
        return Assessment(claim, self.community, member.id, competency, level, member.id, now)


def holds_together(work: UnitOfWork, community: CommunityId) -> None:
    """Nobody has more mentees than they take, nobody two mentors, and the round says what is the case."""
    last = work.rounds.newest(community)
    assert last is not None
    asked = work.proposals.of_round(community, last.id)
    active = [each.pairing for each in asked if each.pairing.state is PairingState.ACTIVE]
    assert len({each.mentee for each in active}) == len(active)
    held = Counter(each.mentor for each in active)
    for member, profile, taken in work.members.mentors(community):
        assert taken == held[member.id] <= profile.capacity
    assert not any(each.waits for each in asked)
    forbidden = last.rulings.forbidden
    assert not {(each.mentee, each.mentor) for each in active} & forbidden
    waits = work.rounds.waited(community)
    left = {each.id for each in work.pairings.unpaired_mentees(community)}
    assert waits == dict.fromkeys(left, 1)
    assert {MemberId(each) for each in left} | {each.mentee for each in active} == {
        each.member for each in work.rounds.inputs(last).seekers
    }


def agreed(work: UnitOfWork, community: CommunityId) -> int:
    """Count the pairs that the newest round has brought together."""
    last = work.rounds.newest(community)
    assert last is not None
    return sum(each.is_agreed for each in work.proposals.of_round(community, last.id))
