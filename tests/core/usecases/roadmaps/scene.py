"""A community with a mentee on their way, their mentor and a moderator, over a real database."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from bot.core.domain.communities import Community
from bot.core.domain.frameworks import GrowthDirection
from bot.core.domain.ids import MemberId, RoadmapId, RoleId
from bot.core.domain.members import Account, MenteeProfile, Role
from bot.core.domain.pairings import PairingState
from bot.core.domain.roadmaps.enrolments import Enrolment
from bot.core.domain.rooms import Room, RoomState
from bot.core.ports import Tools
from bot.core.usecases.access import Actor
from bot.core.usecases.roadmaps.following import enrol
from bot.core.usecases.roadmaps.steps import (
    finish_step,
    skip_step,
)
from bot.storage.engines import Database
from bot.storage.work import Work
from tests.core.dialogue.chat import CountedIds, StoppedClock, content
from tests.core.examples import COMMUNITY, MENTEE, MENTOR, MODERATOR, NOW, a_member, a_pairing

STAFF = RoadmapId("staff-engineer")
TITLE = "Put together"
CONFIG = Path(__file__).parents[4] / "config"


@dataclass
class Scene:
    """A community with a mentee on their way to staff engineer, their mentor, and a moderator."""

    database: Database
    clock: StoppedClock = field(default_factory=StoppedClock)
    ids: CountedIds = field(default_factory=CountedIds)

    def __post_init__(self) -> None:
        self.tools = Tools(self.clock, self.ids, content()[1])
        with self.database.write() as work:
            work.communities.add(Community(COMMUNITY, "Harbour", "en", "Europe/Berlin", NOW))
            for name, role in ((MENTEE, Role.MENTEE), (MENTOR, Role.MENTOR), (MODERATOR, Role.MODERATOR)):
                work.members.add(a_member(name, role), Account(COMMUNITY, "webchat", name, name))
            destination = RoleId("staff-engineer")
            work.members.save_mentee(MenteeProfile(COMMUNITY, MENTEE, destination, GrowthDirection.VERTICAL, 4))
            work.commit()

    def pair(self) -> None:
        """Give the mentee their mentor, and the two a room."""
        pairing = a_pairing(PairingState.ACTIVE)
        with self.database.write() as work:
            work.pairings.add(pairing)
            work.rooms.add(Room(COMMUNITY, pairing.id, RoomState.OPENING))
            work.commit()

    @contextmanager
    def works(self) -> Iterator[Work]:
        with self.database.write() as work:
            yield work

    def actor(self, member: MemberId, *roles: Role) -> Actor:
        return Actor(COMMUNITY, a_member(member, *roles))

    def told(self) -> set[str]:
        """Carry out all that waits in the outbox, lane by lane, and name it."""
        names: set[str] = set()
        now = self.clock.now()
        with self.database.write() as work:
            while leased := work.outbox.lease(["webchat"], now, now, now + timedelta(minutes=1), 100):
                names |= {each.effect.notice for each in leased}
                work.outbox.done({each.number: "said" for each in leased})
            work.commit()
        return names


def enrolled(scene: Scene, mentee: Actor, roadmap: RoadmapId = STAFF) -> Enrolment:
    with scene.works() as work:
        return enrol(work, scene.tools, mentee, roadmap, TITLE, frozenset())


def kept(scene: Scene, enrolment: Enrolment) -> Enrolment:
    with scene.works() as work:
        return work.enrolments.get(COMMUNITY, enrolment.id)


def done_milestone(scene: Scene, mentee: Actor) -> tuple[Enrolment, int]:
    """Skip to the first milestone, and do it."""
    mine = enrolled(scene, mentee)
    step = next(each for each in mine.steps if each.step.is_milestone)
    for each in mine.waits_for(step):
        with scene.works() as work:
            skip_step(work, scene.tools, mentee, mine.id, each.number, "")
    with scene.works() as work:
        finish_step(work, scene.tools, mentee, mine.id, step.number, "https://example.org/review", 9)
    return mine, step.number
