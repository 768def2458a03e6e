"""The whole program at a Discord of our own, and the people who live there."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from copy import copy
from pathlib import Path
from typing import Self

import httpx2

from bot.app import App
from bot.core.ui.inbound import Inbound
from bot.core.ui.replies import Reply
from tests.discord.harbour import Harbour
from tests.discord.people import Person, Seen
from tests.discord.server.app import API, DiscordServer
from tests.discord.server.interactions import Interaction
from tests.discord.server.state import Channel, Guild, User, World
from tests.stories.staging import PATIENCE, Staged

SWIFT = 100.0
"""How much faster than Discord's the windows of its limits pass: the limits hold, and no story waits for them."""
CONTINUE = "Continue"
LATE = "This takes a little longer"
"""What stands where a modal was not ready in time, with Continue beneath it."""
_GOES_ON = (CONTINUE, "Continuar")


class Stage(Staged):
    """The program over a database and a Discord; what people do is followed until all of it has arrived."""

    def __init__(self, server: DiscordServer, data_dir: Path, database_url: str) -> None:
        server.limits.pace = SWIFT
        self.server, self.harbour = server, Harbour.of(server.world)
        self._taken_in: list[Inbound] = []
        self._stirred = asyncio.Event()
        here = {"MENTEO_DISCORD_TOKEN": server.token, "MENTEO_DISCORD_API_URL": server.url + API}
        super().__init__(data_dir, database_url, here)

    @property
    def world(self) -> World:
        """Everything at Discord."""
        return self.server.world

    @property
    def guild(self) -> Guild:
        """The community's guild."""
        return self.harbour.guild

    # Who is there.

    def person(self, name: str, *, administrator: bool = False, locale: str = "en-GB") -> "Resident":
        """Have somebody come to the guild."""
        resident = Resident.joins(self.server, self.guild, name, administrator=administrator, locale=locale)
        resident.stage = self
        return resident

    def known(self, user: User, place: Channel | None = None) -> "Resident":
        """Bring on somebody who is there."""
        resident = Resident(self.server, user, place or self.harbour.general)
        resident.stage = self
        return resident

    def channel(self, name: str) -> Channel:
        """The one channel or thread of this name."""
        return self.world.find_channel(self.guild, name)

    # What happens.

    @asynccontextmanager
    async def taking_in(self, kind: type[Inbound], times: int = 1) -> AsyncIterator[None]:
        """Let something happen at Discord, and wait until the program has taken it in and carried out what follows."""
        before = self._count(kind)
        yield
        async with asyncio.timeout(PATIENCE):
            while self._count(kind) < before + times:
                self._stirred.clear()
                await self._stirred.wait()
        await self.settled()

    # How it is done.

    def _built(self) -> App:
        app = super()._built()
        handle = app.conversation.handle

        async def overheard(inbound: Inbound) -> Reply:
            try:
                return await handle(inbound)
            finally:
                self._taken_in.append(inbound)
                self._stirred.set()

        app.conversation.handle = overheard  # type: ignore[method-assign]  # listens, and changes nothing
        return app

    def _count(self, kind: type[Inbound]) -> int:
        return sum(isinstance(each, kind) for each in self._taken_in)

    async def _is_at_work(self, browser: httpx2.AsyncClient) -> bool:
        return await super()._is_at_work(browser) and bool(self.world.commands[None])


class Resident(Person):
    """A person in a story: whatever follows from what they do has arrived when they look again."""

    stage: Stage

    async def runs(self, command: str, answers: Mapping[str, object] | None = None, /, **more: object) -> Interaction:
        """Type a command that opens a form, and fill in all of it."""
        await self.types(command)
        return await self.completes_form(answers, **more)

    async def completes_form(self, answers: Mapping[str, object] | None = None, /, **more: object) -> Interaction:
        """Fill in the open form, pressing Continue from one modal to the next."""
        left = {**(answers or {}), **more}
        while True:
            assert self.modal is not None, f"{self.user.display_name} has no modal open; {self.screen()}"
            asked = {question.custom_id for question in self.modal.questions}
            sent = await self.fills({name: left.pop(name) for name in asked & left.keys()})
            buttons = [
                each for message in (sent.original, *sent.followups) if message for each in Seen(message).buttons
            ]
            further = next((each for each in buttons if each in _GOES_ON), None)
            if further is None:
                break
            await self.presses(further)
        assert not left, f"nobody asked {self.user.display_name} for {left}"
        return sent

    async def fills(self, answers: Mapping[str, object] | None = None, /, **more: object) -> Interaction:
        """Fill in the open modal and send it."""
        sent = await super().fills(answers, **more)
        await self.stage.settled()
        return sent

    def at_another_client(self) -> Self:
        """The same person at a second client, with the same before them."""
        return copy(self)

    def everything(self) -> list[Seen]:
        """All that they can read anywhere, place by place."""
        places = [place for place in self.channels if place.type.name != "CATEGORY"]
        return [seen for place in places for seen in self.reads(place)]

    def screen(self) -> str:
        """All that they can read anywhere, as one text."""
        return "\n\n".join(seen.text for seen in self.everything())

    def finds(self, *texts: str) -> Seen:
        """The newest message anywhere that says all of these."""
        found = [seen for seen in self.everything() if all(text in seen.text for text in texts)]
        assert found, f"{self.user.display_name} doesn't find {texts}; the screen says:\n{self.screen()}"
        return max(found, key=lambda seen: seen.message.id)

    def finds_nothing_of(self, *texts: str) -> None:
        """Assert that no message anywhere says all of these."""
        found = [seen.text for seen in self.everything() if all(text in seen.text for text in texts)]
        assert not found, f"{self.user.display_name} finds {texts}:\n{found}"

    async def presses_anywhere(self, label: str) -> Interaction:
        """Go to the newest message anywhere that has this button, and press it."""
        found = [seen for seen in self.everything() if label in seen.buttons]
        assert found, f"{self.user.display_name} finds no button {label!r}; the screen says:\n{self.screen()}"
        newest = max(found, key=lambda seen: seen.message.id)
        place = self.stage.world.channels[newest.message.channel]
        if place.guild is None:
            self.at_direct_messages()
        else:
            self.at(place)
        return await self.presses(label, on=newest)

    async def _do(self, *what: object, **more: object) -> Interaction:
        sent = await super()._do(*what, **more)  # type: ignore[arg-type]  # handed on as it came
        await self.stage.settled()
        late = next((seen for seen in map(Seen, sent.messages) if LATE in seen.text), None)
        return sent if late is None else await self.presses(CONTINUE, on=late)
