"""Where most stories at Discord begin: a programme with its channels, people who joined it, a pair with its room."""

from dataclasses import dataclass

from tests.discord.people import Seen
from tests.discord.server.state import Channel
from tests.stories.beginnings import RATED, WEEK
from tests.stories.discord.stage import Resident, Stage

__all__ = [
    "RATED", "WEEK", "Pair", "couple", "mentee", "mentor", "pinned", "programme", "proposal", "rooms", "shares",
    "threads",
]  # fmt: skip


@dataclass
class Pair:
    """A mentor and a mentee, the moderator who brought them together, and their room."""

    moderator: Resident
    mentor: Resident
    mentee: Resident


async def programme(stage: Stage, **answers: object) -> Resident:
    """Noor sets the programme up, with its channels."""
    noor = stage.known(stage.harbour.noor)
    await noor.runs("/setup", {"name": "Autumn mentoring", "zone": "Europe/Berlin"}, **answers)
    await noor.presses("Make the channels")
    return noor


async def mentor(stage: Stage, name: str = "Sam Okoro", **answers: object) -> Resident:
    """Somebody joins as a mentor."""
    person = stage.person(name)
    await person.runs("/join mentor", {"role": "Staff engineer", "capacity": "2"}, **answers)
    return person


async def mentee(stage: Stage, name: str = "Lina Berg", visibility: str = "public") -> Resident:
    """Somebody joins as a mentee, and rates herself."""
    person = stage.person(name)
    await person.runs("/join mentee", destination="Staff engineer", visibility=visibility)
    await person.runs("/gap rate", RATED)
    return person


async def proposal(stage: Stage, **setup: object) -> Pair:
    """Noor proposes Sam for Lina; he hasn't answered yet."""
    pair = Pair(await programme(stage, **setup), await mentor(stage), await mentee(stage))
    await pair.moderator.types("/pair", mentee="Lina Berg")
    if pair.moderator.modal is not None:
        await pair.moderator.completes_form()
    await pair.moderator.presses("Propose Sam Okoro")
    return pair


async def couple(stage: Stage, **setup: object) -> Pair:
    """Sam has taken Lina on, and their room is open."""
    pair = await proposal(stage, **setup)
    await pair.mentor.at_direct_messages().presses("Accept")
    pair.mentor.at(stage.harbour.general)
    return pair


async def shares(stage: Stage, pair: Pair, **answers: object) -> Channel:
    """On Monday Lina answers, and shares it: her growth thread."""
    await stage.monday()
    await pair.mentee.runs("/checkin", {**WEEK, "share": "yes"}, **answers)
    return threads(stage)[0]


def rooms(stage: Stage) -> list[Channel]:
    """Every mentorship room in the category for them."""
    return stage.world.children_of(stage.channel("Mentorship rooms"))


def threads(stage: Stage) -> list[Channel]:
    """Every growth thread."""
    return stage.world.children_of(stage.channel("growth"))


def pinned(place: Channel) -> list[str]:
    """What stays on top of a place."""
    return [Seen(message).text for message in place.messages.values() if message.pinned_at is not None]
