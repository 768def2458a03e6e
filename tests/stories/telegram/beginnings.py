"""Where most stories at Telegram begin: a group with a programme, people who joined it, a pair with its room."""

from dataclasses import dataclass

from tests.stories.telegram.stage import Resident, Stage
from tests.telegram.server.chats import Chat

LEARNED = "How to draw a boundary between two services."
CHALLENGE = "Saying no to a feature."
NEXT = "Write the decision down."
LEVELS = {
    "System design": "2", "Influence without authority": "1", "Communication": "2", "Mentoring others": "1",
    "Coding": "3", "Testing": "3", "Code review": "2", "Troubleshooting": "3",
}  # fmt: skip
"""What a software engineer on the way to staff engineer says of herself; of the rest she doesn't know."""


@dataclass
class Pair:
    """A mentor and a mentee, the moderator who brought them together, and the community's group."""

    moderator: Resident
    mentor: Resident
    mentee: Resident
    group: Chat


async def programme(stage: Stage, *, forum: bool = True) -> tuple[Resident, Chat]:
    """Noor brings the bot to her group and sets the programme up."""
    noor = stage.person("Noor Haddad")
    group = await stage.forum(noor, forum=forum)
    await noor.at(group).types("/setup")
    await noor.presses("Go on in private")
    await noor.changes("Name of the programme", "Autumn mentoring")
    await noor.changes("Time zone", "Berlin", "Berlin (UTC+2)")
    await noor.presses("Start the programme")
    await noor.presses("Get the group ready")
    return noor, group


async def mentor(stage: Stage, group: Chat, name: str = "Sam Okoro", capacity: str = "2") -> Resident:
    """Somebody joins as a mentor."""
    person = stage.person(name).joins(group)
    await person.types("/join mentor")
    await person.presses("Go on in private")
    await person.answers("staff", "Staff engineer")
    await person.changes("How many mentees at once", capacity)
    await person.presses("Join as a mentor")
    return person


async def mentee(stage: Stage, group: Chat, name: str = "Lina Berg", visibility: str = "Public") -> Resident:
    """Somebody joins as a mentee, and rates herself."""
    person = stage.person(name).joins(group)
    await person.types("/join mentee")
    await person.presses("Go on in private")
    await person.answers("staff", "Staff engineer", visibility, "Join as a mentee")
    await rates(person)
    return person


async def rates(person: Resident) -> None:
    """Answer one competency after another."""
    await person.presses("Rate myself")
    while "I don’t know" in person.latest.buttons:
        asked = next((name for name in LEVELS if name in person.latest.text.splitlines()), None)
        await person.presses(LEVELS[asked] if asked else "I don’t know")


async def proposal(stage: Stage, *, forum: bool = True) -> Pair:
    """Noor proposes Sam for Lina; he hasn't answered yet."""
    noor, group = await programme(stage, forum=forum)
    pair = Pair(noor, await mentor(stage, group), await mentee(stage, group), group)
    await noor.at_home().runs("/pair", "Lina", "Lina Berg")
    await noor.presses("Propose Sam Okoro")
    return pair


async def couple(stage: Stage, *, forum: bool = True) -> Pair:
    """Sam has taken Lina on, and their room is open."""
    pair = await proposal(stage, forum=forum)
    await pair.mentor.presses("Accept")
    return pair
