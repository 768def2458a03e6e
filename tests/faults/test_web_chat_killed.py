"""The real program behind its page, killed among everything that people do, and after each thing it delivers."""

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from multiprocessing.context import ForkServerContext
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest

from tests.faults import deadly
from tests.faults.mortal import Mortal, Reaper
from tests.faults.onlooker import Onlooker, Persona, Seen

KILLS = 30
WEEKS = 4
TEMPLATE = "steady"
ROLE = "Staff engineer"
RATED = {"coding": "3", "testing": "3", "code-review": "2", "system-design": "2", "mentoring-others": "1"}
ZONES = {
    "jonas": "Europe/Stockholm",
    "mei": "Europe/Lisbon",
    "priya": "Asia/Kolkata",
    "leila": "Pacific/Auckland",
    "tomasz": "America/New_York",
    "diego": "America/Mexico_City",
}
PAIRS = {"priya": "jonas", "leila": "mei", "tomasz": "jonas", "diego": "mei"}
NAMES = {
    "jonas": "Jonas Lindqvist",
    "mei": "Mei Tanaka",
    "priya": "Priya Nair",
    "leila": "Leïla Haddad",
    "tomasz": "Tomasz Zieliński",
    "diego": "Diego Fuentes",
}
IN_PUBLIC = frozenset({"priya", "leila", "diego"})
SILENT = {("tomasz", 2), ("tomasz", 4)}
"""Who doesn't answer in which week."""
PROMPT = re.compile(r"(Week|Semana) (\d+): ")
"""Diego speaks Spanish."""
NUDGE, KEPT = "is still open", "is in. Thank you"


@dataclass
class Story:
    """What the personas do, and the books of what they have said."""

    program: Mortal
    onlooker: Onlooker
    people: Mapping[str, Persona] = field(init=False)
    said: list[tuple[str, str]] = field(default_factory=list)
    """Lines in their places."""
    answered: list[tuple[str, int]] = field(default_factory=list)
    """Whose check-in of which week."""
    eve: datetime = field(init=False)
    """Midweek before the first week's Monday."""

    def __post_init__(self) -> None:
        accounts = ("amara", *ZONES)
        self.people = {each: Persona(each, self.program, self.onlooker) for each in accounts}

    def begins(self) -> None:
        """Let midweek come, so that no Monday falls among the preparations; set the programme up and join it."""
        amara = self.people["amara"]
        now = amara.now()
        self.eve = datetime.combine(now.date() + timedelta(days=(1 - now.weekday()) % 7 + 1), time(12), UTC)
        amara.waits_until(self.eve)
        amara.runs("setup", name="Harbour mentoring", template=TEMPLATE, zone="Europe/Berlin", language="en")
        for mentor in sorted(set(PAIRS.values())):
            here = {"zone": ZONES[mentor], "languages": "en"}
            self.people[mentor].runs("join mentor", role=ROLE, capacity="2", **here)
        for mentee in PAIRS:
            here = {"zone": ZONES[mentee], "languages": "en"}
            seen = "public" if mentee in IN_PUBLIC else "private"
            self.people[mentee].runs("join mentee", destination=ROLE, visibility=seen, **here)
            self.people[mentee].runs("gap rate", **RATED)

    def pairs_up(self) -> None:
        """Propose each mentee's mentor, who says yes; their room opens."""
        for mentee, mentor in PAIRS.items():
            amara = self.people["amara"]
            amara.runs("pair", mentee=NAMES[mentee])
            amara.presses(NAMES[mentee], f"Propose {NAMES[mentor]}")
            self.people[mentor].presses(f"Would you mentor {NAMES[mentee]}?", "Accept")
            self.program.until(lambda: self.room_of(mentee) is not None)  # noqa: B023 - asked within the loop

    def lives_through(self, week: int) -> None:
        """Let everybody's Monday come and most people answer; some talk."""
        amara = self.people["amara"]
        amara.waits_until(self.eve + timedelta(days=6, weeks=week - 1))  # Tuesday noon: past nine in all zones
        for mentee, mentor in PAIRS.items():
            person = self.people[mentee]
            self._says(mentee, "lobby", f"{mentee} greets the lobby in week {week}")
            if (mentee, week) not in SILENT:
                self._answers(person, week)
            room = self.room_of(mentee)
            assert room is not None
            self._says(mentee, room, f"{mentee} asks in week {week}")
            self._says(mentor, room, f"{mentee} is answered in week {week}")

    def ends(self) -> None:
        """Let the last week pass, up to the day before anybody's next Monday."""
        self.people["amara"].waits_until(self.eve + timedelta(days=4, weeks=WEEKS))

    def room_of(self, mentee: str) -> str | None:
        """Find the room of a mentee."""
        return next((room for room, readers in self.onlooker.rooms().items() if mentee in readers), None)

    def _answers(self, person: Persona, week: int) -> None:
        words = {"learned": learned(person.account, week), "next": f"{person.account} goes on", "mood": "rough"}
        if person.account == "leila":  # she uses the prompt's own button, which her answer then takes the place of
            person.presses(f"Week {week}: how did it go?", "Answer check-in", **words)
        else:
            person.runs("checkin", **words)
        self.answered.append((person.account, week))

    def _says(self, account: str, place: str, line: str) -> None:
        self.people[account].says(line, place)
        self.said.append((place, line))


def learned(account: str, week: int) -> str:
    return f"{account} learned no. {week}."


@pytest.fixture
def onlooker(data_dir: Path) -> Onlooker:
    data_dir.mkdir()
    return Onlooker(data_dir)


@pytest.fixture
def told(forks: ForkServerContext, onlooker: Onlooker, data_dir: Path) -> tuple[Story, Reaper]:
    """The whole story, told with thirty deaths in it."""
    reaper = Reaper(Random(7), KILLS)
    with Mortal(forks, data_dir, reaper).alive() as program:
        story = Story(program, onlooker)
        story.begins()
        story.pairs_up()
        for week in range(1, WEEKS + 1):
            story.lives_through(week)
        story.ends()
        program.until(lambda: not waiting(onlooker))
    return story, reaper


def test_thirty_kills_among_all_that_people_do_lose_nothing_and_double_nothing(
    told: tuple[Story, Reaper], onlooker: Onlooker
) -> None:
    story, reaper = told
    messages = onlooker.messages()
    print(f"{reaper.deaths} kills, {story.program.starts} starts, {len(messages)} messages")  # noqa: T201  -rP shows it

    assert reaper.deaths >= KILLS // 2  # how many fit into the story depends on how quick the machine is
    assert "Traceback" not in story.program.log.read_text()
    assert_sound(onlooker)
    assert_prompted_once_a_week(messages, story)
    assert_published_once(messages, story, onlooker.places("thread"))
    assert_rooms_with_one_guide(messages, onlooker.rooms())
    stand = Counter((each.place, each.body) for each in messages if each.kind == "said")
    assert stand == Counter(story.said)


def assert_sound(onlooker: Onlooker) -> None:
    """Both files are whole, and everything that was to happen has happened, by a message each."""
    for file in (onlooker.chat, onlooker.program):
        assert onlooker.rows(file, "PRAGMA integrity_check") == [("ok",)]
        assert onlooker.rows(file, "PRAGMA foreign_key_check") == []
    others = "SELECT key, state, last_error FROM outbox WHERE state != 'done' AND last_error != 'moot'"
    assert onlooker.rows(onlooker.program, others) == []
    wanted = "SELECT 'bot:' || community_id || ':' || key, external_id FROM outbox WHERE state = 'done'"
    taken = onlooker.rows(onlooker.chat, "SELECT key, answer FROM keys WHERE key LIKE 'bot:%'")
    assert {*onlooker.rows(onlooker.program, wanted)} <= {*taken}
    assert len({answer for _, answer in taken}) == len(taken)
    strangers = """
        SELECT id, body FROM messages WHERE author IS NULL AND id || '' NOT IN (SELECT answer FROM keys)
    """
    assert onlooker.rows(onlooker.chat, strangers) == []


def assert_prompted_once_a_week(messages: Sequence[Seen], story: Story) -> None:
    """Each mentee was asked at nine on each of their Mondays, and reminded once where they were silent."""
    for mentee in PAIRS:
        zone = ZoneInfo(ZONES[mentee])
        mine = [each for each in messages if each.place == f"direct-{mentee}"]
        asked = [each.at.astimezone(zone) for each in mine if asks(mentee, each.title)]
        mondays = [monday(story.eve, zone, week) for week in range(WEEKS)]
        assert [each.date() for each in asked] == [each.date() for each in mondays], mentee
        assert all(at - planned < timedelta(minutes=5) for at, planned in zip(asked, mondays, strict=True)), asked
        nudged = Counter(each.title for each in mine if NUDGE in each.title)
        assert nudged == Counter(f"Week {week} {NUDGE}" for who, week in SILENT if who == mentee), mentee


def asks(mentee: str, title: str) -> bool:
    """Tell a prompt, or the answer that took its place."""
    return PROMPT.match(title) is not None or (mentee == "leila" and KEPT in title)


def monday(eve: datetime, zone: ZoneInfo, week: int) -> datetime:
    day = (eve + timedelta(days=5, weeks=week)).date()
    return datetime.combine(day, time(9), zone)


def assert_published_once(messages: Sequence[Seen], story: Story, threads: Mapping[str, str]) -> None:
    """What was learned is in the pair's room, and in the thread of one who learns in public; the mood is not."""
    thread_of = {mentee: threads.get(f"{NAMES[mentee]}’s growth") for mentee in PAIRS}
    assert {mentee for mentee, thread in thread_of.items() if thread} == IN_PUBLIC
    expected: Counter[tuple[str | None, str]] = Counter()
    for mentee, week in story.answered:
        expected[(story.room_of(mentee), learned(mentee, week))] += 1
        if mentee in IN_PUBLIC:
            expected[(thread_of[mentee], learned(mentee, week))] += 1
    told = [each for each in messages if each.where in {"room", "thread"} and each.kind == "view"]
    words = [learned(mentee, week) for mentee, week in itertools.product(PAIRS, range(1, WEEKS + 1))]
    assert Counter((each.place, word) for each in told for word in words if word in each.body) == expected
    assert not [each for each in told if each.where == "thread" and "Rough" in each.body]


def assert_rooms_with_one_guide(messages: Sequence[Seen], rooms: Mapping[str, frozenset[str]]) -> None:
    assert sorted(map(sorted, rooms.values())) == sorted(sorted(pair) for pair in PAIRS.items())
    assert Counter(each.place for each in messages if each.is_pinned) == Counter(rooms.keys())


def waiting(onlooker: Onlooker) -> bool:
    return bool(onlooker.rows(onlooker.program, "SELECT key FROM outbox WHERE state = 'waiting'"))


def test_killed_after_each_thing_that_the_chat_took_every_repeat_is_refused(
    forks: ForkServerContext, onlooker: Onlooker, data_dir: Path
) -> None:
    """The process dies each time between the platform's yes and its own note of it, once for every effect there is."""
    nobody_else = Reaper(Random(7), most=0)
    with Mortal(forks, data_dir, nobody_else, module=deadly.__name__).alive() as program:
        story = Story(program, onlooker)
        story.begins()
        amara, mei, tomasz = (story.people[each] for each in ("amara", "mei", "tomasz"))
        amara.runs("pair", mentee=NAMES["tomasz"])
        amara.presses(NAMES["tomasz"], f"Propose {NAMES['mei']}")
        program.until(lambda: not waiting(onlooker))
        mei.presses("Would you mentor", "Accept")
        program.until(lambda: not waiting(onlooker))
        amara.waits_until(story.eve + timedelta(days=6))
        tomasz.runs("checkin", learned="patience", next="more")
        program.until(lambda: not waiting(onlooker))

    tries = deadly.tries(data_dir)
    assert_sound(onlooker)
    assert len(tries) == len(onlooker.rows(onlooker.program, "SELECT key FROM outbox"))
    assert all(len(answers) > 1 and len(set(answers)) == 1 for answers in tries.values()), tries
    [room] = onlooker.rooms()
    titles = Counter(each.title for each in onlooker.messages() if each.place == room)
    assert set(titles.values()) == {1}
    assert len(titles) == 2, "the guide and the week"
    assert len(onlooker.in_place("direct-tomasz", "Week 1: how did it go?")) == 1
