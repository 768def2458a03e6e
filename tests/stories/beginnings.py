"""Where most stories begin: a programme, people who joined it, a pair with its room."""

import re
from dataclasses import dataclass

from tests.stories.acting import Answer, Person
from tests.stories.cast import Cast
from tests.stories.platform import FakePlatform

RATED: dict[str, Answer] = {
    "coding": "3",
    "testing": "3",
    "code-review": "2",
    "system-design": "2",
    "troubleshooting": "3",
    "communication": "2",
    "mentoring-others": "1",
}
"""What a software engineer on the way to staff engineer says of herself."""

WEEK: dict[str, Answer] = {
    "learned": "How to draw a boundary between two services.",
    "challenge": "Saying no to a feature.",
    "milestone": "",
    "next": "Write the decision down.",
    "mood": "good",
}


@dataclass
class Pair:
    """A mentor and a mentee, and the moderator who brought them together."""

    moderator: Person
    mentor: Person
    mentee: Person


async def programme(cast: Cast) -> Person:
    """Noor sets the programme up."""
    noor = cast.person("Noor Haddad", administrator=True)
    await noor.runs("/setup", name="Autumn mentoring", zone="Europe/Berlin")
    return noor


async def connected(cast: Cast) -> Person:
    """Noor's programme spans the cast's two platforms: Adi, who administers the second, has brought the code there."""
    noor = await programme(cast)
    await noor.types("/connect")
    adi = cast.person("Adi Root", administrator=True, platform=cast.platforms[1])
    await adi.types(f"/connect {code_of(noor)}")
    adi.sees("This place is part of Harbour now")
    return noor


def code_of(person: Person) -> str:
    """Read the code that somebody was given last."""
    found = re.findall(r"Type /\w+ ([a-z0-9]{16}) there", person.screen)
    assert found, person.screen
    return str(found[-1])


async def mentor(
    cast: Cast, name: str = "Sam Okoro", platform: FakePlatform | None = None, **answers: Answer
) -> Person:
    """Somebody joins as a mentor."""
    person = cast.person(name, platform=platform)
    await person.runs("/join mentor", **{"role": "Staff engineer", "capacity": "2", **answers})
    return person


async def mentee(
    cast: Cast, name: str = "Lina Berg", platform: FakePlatform | None = None, **answers: Answer
) -> Person:
    """Somebody joins as a mentee, and rates herself."""
    person = cast.person(name, platform=platform)
    await person.runs("/join mentee", **{"destination": "Staff engineer", "visibility": "public", **answers})
    await person.runs("/gap rate", **RATED)
    return person


async def proposal(cast: Cast) -> Pair:
    """Noor proposes Sam for Lina; he hasn't answered yet."""
    pair = Pair(await programme(cast), await mentor(cast), await mentee(cast))
    await pair.moderator.runs("/pair", mentee="Lina Berg")
    await pair.moderator.presses("Propose Sam Okoro")
    return pair


async def couple(cast: Cast) -> Pair:
    """Sam has taken Lina on, and their room is open."""
    pair = await proposal(cast)
    await pair.mentor.presses("Accept")
    return pair
