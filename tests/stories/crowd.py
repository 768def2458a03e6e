"""A crowd for a round: hundreds of mentees and mentors who are there from the beginning, drawn by a seed."""

import csv
import io
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.core.domain.frameworks import GrowthDirection
from bot.core.domain.gaps import Assessment
from bot.core.domain.ids import AssessmentId, CommunityId, CompetencyId, MemberId, RoleId
from bot.core.domain.members import Account, Member, MemberState, MenteeProfile, MentorProfile, Role, Visibility
from bot.core.domain.pairings import PairingState
from bot.core.domain.signups import SheetKind
from bot.core.ports import Tools, UnitOfWork

AIM = RoleId("staff-engineer")
JOB = "Software engineer"
LANGUAGES = (("en",), ("en", "es"), ("es",), ("de", "en"), ("en",))
MENTEES, MENTORS = 300, 120
ZONES = ("Europe/Berlin", "Europe/Madrid", "America/Bogota", "Asia/Kolkata", "Europe/London")
TONGUES = {"en": "English", "es": "Spanish", "de": "German"}
HEADINGS = {
    SheetKind.MENTEES: (
        "Timestamp", "Your handle", "Role you want to hold", "Your time zone", "Languages you speak", "Your levels",
    ),
    SheetKind.MENTORS: (
        "Timestamp", "Your handle", "Job title", "Your time zone", "Languages you speak", "Skills",
        "How many mentees at once?",
    ),
}  # fmt: skip
"""As a form tool has them: all can be guessed, and the timestamp is left out."""
BAD = {
    SheetKind.MENTEES: (("atlas", "Staff engineer", "Atlantis"), ("vera", "Astronaut", "Europe/Berlin")),
    SheetKind.MENTORS: (("otto", "Astronaut", "Europe/Berlin"),),
}
"""Rows that can't be taken in, at the end of a sheet: whose, which role, which zone."""


@dataclass(frozen=True)
class Crowd:
    """How many they are, and where."""

    community: CommunityId
    platform: str
    mentees: int = MENTEES
    mentors: int = MENTORS
    accounts: dict[str, str] = field(default_factory=dict)
    """What their platform calls them, by the beginning of their names; the same word unless it says otherwise."""
    handles: dict[str, str] = field(default_factory=dict)
    """Their handles there, likewise."""

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

    def come(self, work: UnitOfWork, tools: Tools) -> None:
        """Let them all be members whose handles are known, and who have said nothing of themselves yet."""
        for letter, many, role in (("m", self.mentors, Role.MENTOR), ("e", self.mentees, Role.MENTEE)):
            for name in self.names(letter, many):
                self._member(work, tools, name, role, random.Random(6), signed_up=False)
        work.commit()

    def sheet(self, tools: Tools, kind: SheetKind) -> str:
        """Write down what they answered to a sign-up form, and behind them the rows of `BAD`."""
        seeded = random.Random(6)
        _, role = tools.library.role(AIM, "en")
        competencies = list(role.requires)
        rows: list[Sequence[str]] = [HEADINGS[kind]]
        if kind is SheetKind.MENTORS:
            for name in self.names("m", self.mentors):
                levels = {each: seeded.randint(2, 5) for each in seeded.sample(competencies, 4)}
                capacity = str(seeded.choice((1, 2, 2, 3, 4)))
                rows.append((*self._row(name, JOB, seeded), _levels(levels), capacity))
        else:
            for name in self.names("e", self.mentees):
                levels = {each: seeded.randint(1, 4) for each in competencies[:8]}
                rows.append((*self._row(name, "Staff engineer", seeded), _levels(levels)))
        rows += [("2026-09-05", *bad, "English", "") for bad in BAD[kind]]
        written = io.StringIO()
        csv.writer(written).writerows(rows)
        return written.getvalue()

    def _row(self, name: str, role: str, seeded: random.Random) -> tuple[str, ...]:
        languages = ", ".join(TONGUES[each] for each in seeded.choice(LANGUAGES))
        return "2026-09-01", f"@{self.handles.get(name, name)}", role, seeded.choice(ZONES), languages

    @staticmethod
    def names(letter: str, many: int) -> list[str]:
        """Name so many by their accounts."""
        return [f"{letter}{number:03d}" for number in range(many)]

    def _member(
        self, work: UnitOfWork, tools: Tools, name: str, role: Role, seeded: random.Random, *, signed_up: bool = True
    ) -> Member:
        account = self.accounts.get(name, name)
        known = work.members.find_by_account(self.community, self.platform, account)
        member = Member(
            id=known.id if known else MemberId(tools.ids.new()),
            community=self.community,
            name=f"{name.title()} {'Mentor' if role is Role.MENTOR else 'Mentee'}",
            roles=frozenset({role}) if signed_up else frozenset(),
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
            work.members.save_handle(self.community, self.platform, account, self.handles.get(name, name))
        else:
            handle = self.handles.get(name, name)
            work.members.add(member, Account(self.community, self.platform, account, member.id, handle=handle))
        return member

    def _claim(self, tools: Tools, member: Member, competency: CompetencyId, level: int) -> Assessment:
        claim, now = AssessmentId(tools.ids.new()), tools.clock.now()
        return Assessment(claim, self.community, member.id, competency, level, member.id, now)


def _levels(levels: Mapping[CompetencyId, int]) -> str:
    return "; ".join(f"{each}:{level}" for each, level in levels.items())


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
