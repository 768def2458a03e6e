"""Where stories across platforms begin: a programme on Discord with a group at Telegram, and a pair of one on each."""

import re
from dataclasses import dataclass

from tests.discord.people import Seen as SeenAtDiscord
from tests.discord.reading import buttons_of
from tests.discord.server.messages import MessageType
from tests.discord.server.state import Channel, Message
from tests.stories.across.stage import AtDiscord, Resident, Stage
from tests.telegram.reading import Seen
from tests.telegram.server.chats import Chat

RATED = ("3", "3", "3", "2", "2", "3", "2", "2", "1", "2", "2", "2", "1")
"""What a software engineer on the way to staff engineer says of herself, question by question."""

_SAID = {MessageType.DEFAULT, MessageType.REPLY}


@dataclass
class Pair:
    """A mentor at Discord and a mentee at Telegram, their moderator, and where each of them has the room."""

    moderator: AtDiscord
    mentor: AtDiscord
    mentee: Resident
    group: Chat
    room: Channel

    def at_discord(self) -> list[str]:
        """What was said in the mentor's channel, oldest first; the pinned guide and what its pin says aside."""
        return said_at_discord(self.mentor, self.room)

    def at_telegram(self) -> list[str]:
        """What was said in the mentee's private chat, oldest first, from the room's guide on."""
        return [seen.text for seen in self.since_guide()]

    def since_guide(self) -> list[Seen]:
        """The messages of the mentee's private chat that came after the room's guide."""
        there = self.mentee.reads(self.mentee.home)
        guide = next(number for number, seen in enumerate(there) if "Welcome, Sam Okoro and Lina Berg" in seen.text)
        return [seen for seen in there[guide + 1 :] if seen.message.draft.service is None]

    def heard(self, text: str) -> Seen:
        """The mentee's newest message that says this."""
        return [seen for seen in self.since_guide() if text in seen.text][-1]

    def carried(self, text: str) -> SeenAtDiscord:
        """The mentor's newest message in the room that says this."""
        return [seen for seen in self.mentor.reads(self.room) if text in seen.text][-1]


async def programme(stage: Stage) -> AtDiscord:
    """Noor sets the programme up at Discord."""
    noor = stage.known_at_discord(stage.harbour.noor)
    await noor.runs("/setup", {"name": "Autumn mentoring", "zone": "Europe/Berlin"})
    await noor.presses("Make the channels")
    return noor


async def code(person: AtDiscord, command: str) -> str:
    """Ask for a code, and read it."""
    await person.types(command)
    [found] = re.findall(r"\b[a-z0-9]{16}\b", person.latest.text)
    return str(found)


def link(person: AtDiscord) -> str:
    """Where the newest message leads to."""
    return str(next(each["url"] for each in buttons_of(person.latest.message) if "url" in each))


async def connected(stage: Stage) -> tuple[AtDiscord, Chat]:
    """Adi has tied her forum at Telegram to Noor's programme."""
    noor = await programme(stage)
    adi = stage.person("Adi Root")
    group = await stage.forum(adi)
    await adi.at(group).types(f"/connect {await code(noor, '/connect')}")
    return noor, group


async def mentee(stage: Stage, group: Chat, name: str = "Lina Berg") -> Resident:
    """Somebody joins as a mentee in the group at Telegram, who grows in public, and rates herself."""
    person = stage.person(name).joins(group)
    await person.presses("Join")
    await person.at_home().presses("Join as a mentee")
    await person.answers("Staff engineer", "Public")
    await person.presses("Join as a mentee", on=person.latest)
    await person.runs("/gap_rate", *RATED)
    return person


async def mentor(stage: Stage, name: str = "Sam Okoro") -> AtDiscord:
    """Somebody joins as a mentor at Discord."""
    person = stage.at_discord(name)
    await person.runs("/join mentor", {"role": "Staff engineer", "capacity": "2"})
    return person


async def couple(stage: Stage) -> Pair:
    """Sam, at Discord, has taken on Lina, at Telegram."""
    noor, group = await connected(stage)
    sam, lina = await mentor(stage), await mentee(stage, group)
    await noor.types("/pair", mentee="Lina Berg")
    if noor.modal is not None:
        await noor.completes_form()
    await noor.presses("Propose Sam Okoro")
    await sam.at_direct_messages().presses("Accept")
    [room] = stage.discord.world.children_of(stage.channel("Mentorship rooms"))
    sam.at(room)
    return Pair(noor, sam, lina, group, room)


def said_at_discord(person: AtDiscord, place: Channel) -> list[str]:
    """What was said in a place, oldest first; what is pinned, and that it was, aside."""
    return [_plain(each) for each in place.messages.values() if each.pinned_at is None and each.type in _SAID]


def _plain(message: Message) -> str:
    return re.sub("[\u200b\u2060]", "", SeenAtDiscord(message).text)
