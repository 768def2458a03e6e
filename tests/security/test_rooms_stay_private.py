"""Whatever people do, what is said in a room reaches the two of its pairing and nobody else: drawn by chance."""

import asyncio
from collections.abc import Awaitable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.core.domain.communities import Community, Place, PlaceKind
from bot.core.domain.ids import PlaceId
from bot.core.ports import UnitOfWork
from bot.storage.migrate import migrate
from tests.stories.acting import Person
from tests.stories.beginnings import RATED, programme
from tests.stories.cast import Cast, Program
from tests.stories.platform import BOT, COMMUNITY, FakePlatform, Message, Rooms

T = TypeVar("T")

MENTORS = ("Sam Okoro", "Ada Lind")
MENTEES = ("Lina Berg", "Omar Faris", "Pat Lee")
which = st.integers(0, 99)


def tie(work: UnitOfWork, platform: str, other: str) -> None:
    """Have the community of one platform live on another, too."""
    community = work.communities.find_by_place(platform, COMMUNITY)
    stray = work.communities.find_by_place(other, COMMUNITY)
    assert isinstance(community, Community)
    assert isinstance(stray, Community)
    for place in work.communities.places_called(stray.id, other, COMMUNITY):
        work.communities.remove_place(place)
    work.communities.add_place(Place(PlaceId("other"), community.id, other, PlaceKind.COMMUNITY, COMMUNITY))
    work.commit()


class Village(RuleBasedStateMachine):
    """Two platforms that make rooms in different ways, one community on both, and what its people do."""

    def __init__(self) -> None:
        super().__init__()
        self._loop = asyncio.new_event_loop()
        self._folder = TemporaryDirectory()
        self._token = 0
        self._heard: dict[str, frozenset[str]] = {}
        """Who may ever read what was said, by the words themselves."""
        self._said: list[tuple[Person, Message]] = []

    @initialize(first=st.sampled_from(Rooms), second=st.sampled_from(Rooms))
    def begin(self, first: Rooms, second: Rooms) -> None:
        self._do(self._begin(first, second))

    @rule(mentee=which, mentor=which)
    def pair(self, mentee: int, mentor: int) -> None:
        self._do(self._pair(self._of(self.mentees, mentee), self._of(self.mentors, mentor)))

    @rule(who=which, at=which, in_reply=st.booleans())
    def say(self, who: int, at: int, in_reply: bool) -> None:  # noqa: FBT001  hypothesis draws it
        person = self._of(self.people, who)
        self._do(self._say(person, at, in_reply=in_reply))

    @precondition(lambda self: self._said)
    @rule(which=which, by_another=st.booleans())
    def correct(self, which: int, by_another: bool) -> None:  # noqa: FBT001  as above
        person, said = self._of(self._said, which)
        if said in person.platform.messages:
            self._token += 1
            words = f"words{self._token:04}"
            self._heard[words] = self._heard[str(said.content)]
            actor = self._of(self.people, which) if by_another else person
            if actor.platform is person.platform:
                self._do(actor.corrects(said, words))

    @rule(who=which)
    def block(self, who: int) -> None:
        person = self._of(self.people, who)
        person.platform.closed.add(person.account)

    @rule(who=which)
    def come_back(self, who: int) -> None:
        person = self._of(self.people, who)
        person.platform.closed.discard(person.account)
        self._do(person.returns())
        self._do(person.types("/me"))

    @rule(who=which)
    def leave(self, who: int) -> None:
        self._do(self._of(self.people, who).leaves())

    @rule(who=which)
    def end(self, who: int) -> None:
        self._do(self._end(self._of(self.mentees, who)))

    @rule()
    def restart(self) -> None:
        self._do(self.cast.restarts())
        self._do(self.cast.retries())

    @invariant()
    def nobody_else_has_heard(self) -> None:
        for platform in getattr(self, "platforms", ()):
            for message in platform.messages:
                if message.author != BOT or message.place not in platform.places:
                    continue  # what people say to each other at a place is the platform's own affair
                readers = platform.places[message.place].readers
                for words, allowed in self._heard.items():
                    if words in message.text:
                        assert readers is not None, f"{words} is said in public"
                        assert {f"{platform.platform}:{each}" for each in readers} <= allowed, (words, message)

    def teardown(self) -> None:
        if hasattr(self, "cast"):
            self._do(self.cast.leaves_stage())
        self._loop.close()
        self._folder.cleanup()

    # How it is done.

    async def _begin(self, first: Rooms, second: Rooms) -> None:
        path = Path(self._folder.name)
        url = f"sqlite:///{path / 'village.sqlite'}"
        migrate(url)
        self.platforms = (FakePlatform(rooms=first), FakePlatform("other", rooms=second))
        self.cast = Cast(Program(path, url, self.platforms))
        await self.cast.enters_stage()
        await self.cast.app.hop.write(tie, "fake", "other")
        self.moderator = await programme(self.cast)
        self.mentors = [await self._joins(name, number, mentor=True) for number, name in enumerate(MENTORS)]
        self.mentees = [await self._joins(name, number, mentor=False) for number, name in enumerate(MENTEES)]
        self.people = [*self.mentors, *self.mentees]
        for mentee in self.mentees[:2]:  # a mentor of two is who could answer the wrong one
            await self._pair(mentee, self.mentors[0])

    async def _joins(self, name: str, number: int, *, mentor: bool) -> Person:
        person = self.cast.person(name, platform=self.platforms[number % 2])
        if mentor:
            await person.runs("/join mentor", role="Staff engineer", capacity="3")
        else:
            await person.runs("/join mentee", destination="Staff engineer", visibility="private")
            await person.runs("/gap rate", **RATED)
        return person

    async def _pair(self, mentee: Person, mentor: Person) -> None:
        await self.moderator.types("/pair")
        if self.moderator.form is not None:
            await self.moderator.fills(mentee=mentee.name)
        if self._can_press(self.moderator, f"Propose {mentor.name}"):
            await self.moderator.presses(f"Propose {mentor.name}")
            if self._can_press(mentor, "Accept"):
                await mentor.presses("Accept")

    async def _end(self, mentee: Person) -> None:
        await mentee.types("/me")
        if self._can_press(mentee, "End the pairing…"):
            await mentee.presses("End the pairing…")
            if self._can_press(mentee, "End it"):
                await mentee.presses("End it")

    async def _say(self, person: Person, at: int, *, in_reply: bool) -> None:
        """Say something at a place that they see, and note who are the two of that room; it may be no room at all."""
        self._token += 1
        words = f"words{self._token:04}"
        places = [place.id for place in person.platform.rooms_of(person.account)]
        places += [person.platform.direct(person.account)]
        place = places[at % len(places)]
        seen = [each for each in person.platform.seen_by(person.account) if each.place.partition("#")[0] == place]
        self._heard[words] = await self._may_read(person)
        reply = seen[at % len(seen)] if in_reply and seen else None
        said = await person.says(words, at=place, reply_to=reply)
        self._said.append((person, said))
        if reply is not None and (author := self._author_of(reply)) is not None:
            self._heard[words] = frozenset({self._account(person), author})

    def _author_of(self, reply: Message) -> str | None:
        """Whose words a carried message says: who replies to it answers them and nobody else."""
        for author, said in self._said:
            if reply.author == BOT and str(said.content) in reply.text:
                return self._account(author)
        return None

    @staticmethod
    def _account(person: Person) -> str:
        return f"{person.platform.platform}:{person.account}"

    async def _may_read(self, person: Person) -> frozenset[str]:
        """Name the accounts of a person's live pairings: each word goes to one of those at most."""
        return await self.cast.app.hop.read(_paired_with, person.platform.platform, person.account)

    def _can_press(self, person: Person, label: str) -> bool:
        seen = person.platform.seen_by(person.account)
        return bool(seen) and f"[{label}]" in seen[-1].text

    def _of(self, those: list[T], number: int) -> T:
        return those[number % len(those)]

    def _do(self, what: Awaitable[object]) -> None:
        self._loop.run_until_complete(what)


def _paired_with(work: UnitOfWork, platform: str, account: str) -> frozenset[str]:
    found = {f"{platform}:{account}"}
    community = work.communities.find_by_place("fake", COMMUNITY)
    assert community is not None
    member = work.members.find_by_account(community.id, platform, account)
    for pairing in work.pairings.of_member(community.id, member.id) if member else ():
        for each in ("fake", "other"):
            accounts = work.members.accounts(community.id, (pairing.mentor, pairing.mentee), each)
            found |= {f"{each}:{one}" for one in accounts.values()}
    return frozenset(found)


TestVillage = Village.TestCase
TestVillage.settings = settings(
    max_examples=12,
    stateful_step_count=25,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink takes minutes; a failure names its steps
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
