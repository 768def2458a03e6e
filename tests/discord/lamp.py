"""A small real client: what discord.py 2.7 can do with interactions, each thing once."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import discord
from discord import app_commands, ui

from tests.discord.server.app import DiscordServer
from tests.discord.server.wire import Json

Pressed = discord.Interaction[discord.Client]


class EveryQuestion(ui.Modal, title="Every question"):
    """One question of each kind that a modal can ask."""

    intro: "ui.TextDisplay[ui.LayoutView]" = ui.TextDisplay("Take your time.")
    learned = ui.Label[ui.View](
        text="What did you learn?",
        component=ui.TextInput(custom_id="learned", style=discord.TextStyle.long, max_length=20),
    )
    mood = ui.Label[ui.View](
        text="Mood",
        component=ui.RadioGroup(
            custom_id="mood", options=[discord.RadioGroupOption(label=word, value=word[0]) for word in ("Good", "Bad")]
        ),
    )
    topics = ui.Label[ui.View](
        text="Topics",
        component=ui.CheckboxGroup(
            custom_id="topics",
            required=False,
            options=[discord.CheckboxGroupOption(label=word, value=word) for word in ("Go", "SQL", "Rust")],
        ),
    )
    agree = ui.Label[ui.View](text="Show it to others", component=ui.Checkbox(custom_id="agree"))

    async def on_submit(self, interaction: Pressed) -> None:
        """Say what was answered."""
        await interaction.response.defer(thinking=True, ephemeral=True)
        await interaction.followup.send(said_in(interaction))


class PicksAndFiles(ui.Modal, title="Picks and files"):
    """The questions that refer to something."""

    role = ui.Label[ui.View](
        text="Role",
        component=ui.Select(custom_id="role", options=[discord.SelectOption(label="Staff", value="s", default=True)]),
    )
    mentor = ui.Label[ui.View](text="Mentor", component=ui.UserSelect(custom_id="mentor", required=False))
    import_ = ui.Label[ui.View](text="Import", component=ui.FileUpload(custom_id="import", required=False))

    async def on_submit(self, interaction: Pressed) -> None:
        """Say who was picked and what is in the files."""
        mentor, files = self.mentor.component, self.import_.component
        assert isinstance(mentor, ui.UserSelect)
        assert isinstance(files, ui.FileUpload)
        read = [(await file.read()).decode() for file in files.values]
        words = [said_in(interaction), *(picked.display_name for picked in mentor.values), *read]
        await interaction.response.edit_message(content=" ".join(words), view=None)


class Buttons(ui.View):
    """Buttons, and a menu."""

    def __init__(self) -> None:
        super().__init__(timeout=None)

    @ui.button(label="Questions", custom_id="questions")
    async def questions(self, interaction: Pressed, _: "ui.Button[Buttons]") -> None:
        """Open a modal."""
        await interaction.response.send_modal(EveryQuestion())

    @ui.button(label="Picks", custom_id="picks")
    async def picks(self, interaction: Pressed, _: "ui.Button[Buttons]") -> None:
        """Open the other one."""
        await interaction.response.send_modal(PicksAndFiles())

    @ui.button(label="Count", custom_id="count")
    async def count(self, interaction: Pressed, _: "ui.Button[Buttons]") -> None:
        """Change the message in place, acknowledging first."""
        await interaction.response.defer()
        await interaction.edit_original_response(content="counted")

    @ui.select(custom_id="level", options=[discord.SelectOption(label=f"Level {n}", value=str(n)) for n in range(3)])
    async def level(self, interaction: Pressed, menu: "ui.Select[Buttons]") -> None:
        """Say what was chosen."""
        await interaction.response.edit_message(content=f"level {menu.values[0]}")


class Lamp(discord.Client):
    """A client with commands of every kind."""

    def __init__(self, *, intents: discord.Intents, heartbeat_timeout: float) -> None:
        super().__init__(intents=intents, guild_ready_timeout=0.05, heartbeat_timeout=heartbeat_timeout)
        self.heard: asyncio.Queue[str] = asyncio.Queue()
        self.failures: list[int] = []
        """Codes of Discord's refusals."""
        self.refused = asyncio.Event()
        self.tree = app_commands.CommandTree(self)
        commands: tuple[Any, ...] = (_goal, _quiet, _slow, _twice, _often, _moderate, _wave, _save)
        for command in commands:
            self.tree.add_command(command)
        self.tree.error(self._note)

    async def setup_hook(self) -> None:
        """Register the commands."""
        self.add_view(Buttons())
        await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Don't wait five seconds between identifies."""

    async def on_message(self, message: discord.Message) -> None:
        """Keep what is told."""
        self.heard.put_nowait(message.content)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Keep where it is invited to."""
        self.heard.put_nowait(f"came into {guild.name}")

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Keep where it is removed from."""
        self.heard.put_nowait(f"left {guild.name}")

    async def hears(self, times: int) -> list[str]:
        """The next messages that it is told of."""
        async with asyncio.timeout(10):
            return [await self.heard.get() for _ in range(times)]

    async def _note(self, _: Pressed, error: app_commands.AppCommandError) -> None:
        cause = getattr(error, "original", error)
        self.failures.append(getattr(cause, "code", 0))
        self.refused.set()


class ShardedLamp(discord.AutoShardedClient, Lamp):
    """The same with as many shards as Discord asks for."""


@asynccontextmanager
async def lit(
    server: DiscordServer,
    *,
    intents: discord.Intents | None = None,
    heartbeat_timeout: float = 60,
    sharded: bool = False,
) -> AsyncIterator[Lamp]:
    """A client that has logged in to a server and is ready."""
    kind: type[Lamp] = ShardedLamp if sharded else Lamp
    lamp = kind(intents=intents or asking_for("guilds"), heartbeat_timeout=heartbeat_timeout)
    async with lamp:
        running = asyncio.create_task(lamp.start(server.token))
        ready = asyncio.create_task(lamp.wait_until_ready())
        await asyncio.wait({running, ready}, return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            ready.cancel()
            running.result()
        yield lamp
    await running


def asking_for(*names: str) -> discord.Intents:
    """These intents and no other."""
    return discord.Intents(**dict.fromkeys(names, True))


def _submitted(interaction: Pressed) -> list[Json]:
    data: Any = interaction.data
    return list(data["components"])


def said_in(interaction: Pressed) -> str:
    """The values of a submitted modal, as they came."""
    components: list[Json] = [top["component"] for top in _submitted(interaction) if "component" in top]
    values = [each.get("value", each.get("values")) for each in components]
    return " ".join(str(value) for value in values)


_goal = app_commands.Group(name="goal", description="Goals")


@_goal.command(name="add", description="Set a goal")
async def _add(interaction: Pressed, title: str, weeks: app_commands.Range[int, 1, 12] = 4) -> None:
    await interaction.response.send_message(f"{title} in {weeks}", view=Buttons(), ephemeral=True)


@_add.autocomplete("title")
async def _titles(_: Pressed, typed: str) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=f"{typed} well", value=typed.upper())]


@app_commands.command(name="quiet", description="Think, then answer")
async def _quiet(interaction: Pressed, only_me: str) -> None:
    await interaction.response.defer(thinking=True, ephemeral=only_me == "yes")
    await interaction.followup.send("first", ephemeral=only_me == "no")
    await interaction.followup.send("second", ephemeral=True)


@app_commands.command(name="slow", description="Answer when nobody waits any more")
async def _slow(interaction: Pressed) -> None:
    assert isinstance(interaction.client, Lamp)
    await interaction.client.wait_for("message")
    await interaction.response.send_message("at last")


@app_commands.command(name="twice", description="Answer twice")
async def _twice(interaction: Pressed) -> None:
    await interaction.response.send_message("once")
    interaction.response._response_type = None  # noqa: SLF001 - or discord.py itself refuses
    await interaction.response.send_message("twice")


@app_commands.command(name="often", description="Follow up as often as allowed, and once more")
async def _often(interaction: Pressed) -> None:
    await interaction.response.send_message("0")
    for number in range(1, 7):
        await interaction.followup.send(str(number))


@app_commands.command(name="moderate", description="For moderators")
@app_commands.default_permissions(manage_guild=True)
@app_commands.guild_only()
async def _moderate(interaction: Pressed) -> None:
    view = ui.LayoutView()
    view.add_item(ui.Container(ui.TextDisplay("Queue"), ui.Section("Ana", accessory=ui.Button(label="Pair"))))
    await interaction.response.send_message(view=view)


@app_commands.context_menu(name="Wave")
async def _wave(interaction: Pressed, member: discord.Member) -> None:
    await interaction.response.send_message(f"waves at {member.display_name}")


@app_commands.context_menu(name="Save")
async def _save(interaction: Pressed, message: discord.Message) -> None:
    await interaction.response.send_message(f"saved {message.content}", ephemeral=True)
