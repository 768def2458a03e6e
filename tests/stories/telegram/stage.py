"""The whole program at a Telegram of our own, perhaps at a Discord as well, and the people who live there."""

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from bot.at_telegram import Presence
from tests.discord.server.app import API, DiscordServer
from tests.stories.discord.stage import SWIFT
from tests.stories.staging import PATIENCE, Staged
from tests.telegram.people import Person, Pressed
from tests.telegram.reading import Seen
from tests.telegram.server.app import TelegramServer
from tests.telegram.server.chats import Chat
from tests.telegram.server.members import Right
from tests.telegram.server.world import World

RIGHTS = Right.MANAGE_TOPICS | Right.PIN_MESSAGES | Right.DELETE_MESSAGES


class Stage(Staged):
    """The program over a database and a Telegram; what people do is followed until all of it has arrived."""

    def __init__(
        self,
        server: TelegramServer,
        data_dir: Path,
        database_url: str,
        discord: DiscordServer | None = None,
        more: Mapping[str, str] | None = None,
    ) -> None:
        server.limits.off = True  # its limits are held elsewhere: here no time passes between two messages
        self.server, self.discord = server, discord
        environment = {"MENTEO_TELEGRAM_TOKEN": server.token, "MENTEO_TELEGRAM_API_URL": server.url}
        if discord is not None:
            discord.limits.pace = SWIFT
            environment |= {"MENTEO_DISCORD_TOKEN": discord.token, "MENTEO_DISCORD_API_URL": discord.url + API}
        super().__init__(data_dir, database_url, {**environment, **(more or {})})

    @property
    def world(self) -> World:
        """Everything at Telegram."""
        return self.server.world

    # Who is there.

    def person(self, name: str, *, language: str = "en", starts: bool = True) -> "Resident":
        """Have somebody come to Telegram, who has started the bot unless told otherwise."""
        resident = Resident.at_telegram(
            self.server, name, username=name.split(maxsplit=1)[0].lower(), language=language
        )
        resident.stage = self
        if starts:
            self.world.start(resident.user)
        return resident

    async def forum(self, founder: "Resident", title: str = "Harbour", *, forum: bool = True) -> Chat:
        """Have somebody found a forum, and bring the bot there as an administrator."""
        chat = founder.founds_supergroup(title, forum=forum)
        await founder.adds_bot(chat, RIGHTS)
        await self.settled()
        return chat

    # What happens.

    async def settled(self) -> None:
        """Wait until what people did is taken in, answered, and all that is due now has been carried out."""
        async with asyncio.timeout(PATIENCE):
            for _ in range(3):  # what is carried out may lead to more
                await self.server.updates.all_confirmed()
                await self._presence.settled()
                await self.app.dispatcher.drain()
                for platform in self.app.live:
                    if platform.carried is not None:
                        await platform.carried.refresh(self.app.hop)

    # How it is done.

    @property
    def _presence(self) -> Presence:
        [found] = [each.run.__self__ for each in self.app.live if each.surface.platform == "telegram"]  # type: ignore[union-attr]
        assert isinstance(found, Presence)
        return found


class Resident(Person):
    """A person in a story: whatever follows from what they do has arrived when they look again."""

    stage: Stage

    async def types(self, line: str) -> Seen:
        """Write something where they look."""
        seen = await self.sends(line)
        await self.stage.settled()
        return seen

    async def answers(self, *lines: str) -> None:
        """Answer one question after another, in words or by the button that says so."""
        for line in lines:
            shown = [label for seen in self.reads()[-1:] for label in seen.buttons]
            label = next((each for each in (line, f"✓ {line}") if each in shown), None)
            await (self.types(line) if label is None else self.presses(label))

    async def changes(self, label: str, *lines: str) -> None:
        """Give another answer than the one that stands in a form's summary."""
        await self.presses(f"Change: {label}")
        await self.answers(*lines)

    async def presses(self, label: str, *, on: Seen | None = None, to: Chat | None = None) -> Pressed:
        """Press a button, of the newest message that has it where they look."""
        pressed = await super().presses(label, on=on, to=to)
        await self.stage.settled()
        return pressed

    async def runs(self, command: str, *lines: str) -> None:
        """Give a command that asks, and answer."""
        await self.types(command)
        await self.answers(*lines)

    def at_home(self, topic: object = None) -> Self:
        """Go to the private chat with the bot."""
        return super().at_home(topic)  # type: ignore[arg-type]  # handed on as it came

    def everything(self) -> list[Seen]:
        """All that they can read anywhere, chat by chat."""
        return [seen for chat in self.chats for seen in self.reads(chat)]

    def screen(self) -> str:
        """All that they can read anywhere, as one text."""
        return "\n\n".join(seen.text for seen in self.everything())

    def finds(self, *texts: str) -> Seen:
        """The newest message anywhere that says all of these."""
        found = [seen for seen in self.everything() if all(text in seen.text for text in texts)]
        assert found, f"{self.user.name} doesn't find {texts}; the screen says:\n{self.screen()}"
        return found[-1]

    def finds_nothing_of(self, *texts: str) -> None:
        """Assert that no message anywhere says all of these."""
        found = [seen.text for seen in self.everything() if all(text in seen.text for text in texts)]
        assert not found, f"{self.user.name} finds {texts}:\n{found}"
