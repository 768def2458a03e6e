"""A crowd for a round: hundreds of mentees and mentors who are there from the beginning, drawn by a seed."""

import random
from dataclasses import dataclass, field

from bot.core.domain.frameworks import GrowthDirection
from bot.core.domain.gaps import Assessment
from bot.core.domain.ids import AssessmentId, CommunityId, CompetencyId, MemberId, RoleId
from bot.core.domain.members import Account, Member, MemberState, MenteeProfile, MentorProfile, Role, Visibility
from bot.core.ports import Tools, UnitOfWork

AIM = RoleId("staff-engineer")
LANGUAGES = (("en",), ("en", "es"), ("es",), ("de", "en"), ("en",))
ZONES = ("Europe/Berlin", "Europe/Madrid", "America/Bogota", "Asia/Kolkata", "Europe/London")


@dataclass(frozen=True)
class Crowd:
    """How many they are, and where."""

    community: CommunityId
    platform: str
    mentees: int = 300
    mentors: int = 120
    accounts: dict[str, str] = field(default_factory=dict)
    """What their platform calls them, by the beginning of their names; the same word unless it says otherwise."""

    def arrive(self, work: UnitOfWork, tools: Tools) -> None:
        """Let them all join: each is named after their account, `e007` or `m012`."""
        seeded = random.Random(6)
        _, role = tools.library.role(AIM, "en")
        competencies = list(role.requires)
        for number in range(self.mentors):
            member = self._member(work, tools, f"m{number:03d}", Role.MENTOR, seeded)
            levels = {each: seeded.randint(2, 5) for each in seeded.sample(competencies, 4)}
            work.members.save_mentor(MentorProfile(self.community, member.id, levels, seeded.choice((1, 2, 2, 3, 4))))
        for number in range(self.mentees):
            member = self._member(work, tools, f"e{number:03d}", Role.MENTEE, seeded)
            work.members.save_mentee(MenteeProfile(self.community, member.id, AIM, GrowthDirection.VERTICAL, 3))
            work.assessments.add([self._claim(tools, member, each, seeded.randint(1, 4)) for each in competencies[:8]])
        work.commit()

    def _member(self, work: UnitOfWork, tools: Tools, name: str, role: Role, seeded: random.Random) -> Member:
        account = self.accounts.get(name, name)
        member = Member(
            id=MemberId(tools.ids.new()),
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
        work.members.add(member, Account(self.community, self.platform, account, member.id))
        return member

    def _claim(self, tools: Tools, member: Member, competency: CompetencyId, level: int) -> Assessment:
        claim, now = AssessmentId(tools.ids.new()), tools.clock.now()
        return Assessment(claim, self.community, member.id, competency, level, member.id, now)
