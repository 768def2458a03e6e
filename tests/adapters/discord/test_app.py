"""Menteo started by its settings at the tests' Discord, and what an operator is told there."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

import httpx2
import pytest

from bot.__main__ import cli
from bot.adapters.discord.permissions import PERMISSIONS
from bot.adapters.edge.notebook import Notebook
from bot.app import App, build
from bot.commandline import FAILED, WRONG_SETTING
from bot.core.ports import UnitOfWork
from bot.footing import Part
from bot.settings import WrongSetting, load_settings
from tests.discord.harbour import Harbour
from tests.discord.server.app import API, DiscordServer
from tests.discord.server.state import ApplicationFlag, Permission

ROOT = Path(__file__).parents[3]
CANARY = "canary.canary.canary"


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


Menteo = Callable[..., Awaitable[Ended]]


@pytest.fixture
def settings(server: DiscordServer, data_dir: Path) -> dict[str, str]:
    return {
        "MENTEO_DATA_DIR": str(data_dir),
        "MENTEO_WEB_PORT": "0",
        "MENTEO_DISCORD_TOKEN": server.token,
        "MENTEO_DISCORD_API_URL": server.url + API,
    }


@pytest.fixture
def menteo(
    settings: dict[str, str], capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Menteo:
    """The command line, beside the Discord that it asks."""
    monkeypatch.setattr("bot.logs.set_up_logs", lambda *_, **__: None)
    monkeypatch.chdir(tmp_path)

    async def call(*arguments: str, **more: str) -> Ended:
        for name, value in (settings | more).items():
            monkeypatch.setenv(name, value)
        code = await asyncio.to_thread(cli, list(arguments), result_action="return_int_as_exit_code_else_zero")
        out, err = capfd.readouterr()
        return Ended(code, out, err)

    return call


def names(work: UnitOfWork, guild: int) -> str | None:
    found = work.communities.find_by_place("discord", str(guild))
    return found.name if found else None


def present(work: UnitOfWork) -> Sequence[str]:
    return work.communities.present("discord")


async def ready(app: App) -> httpx2.Response:
    """Ask until every part is at work."""
    async with httpx2.AsyncClient(base_url=app.url) as browser, asyncio.timeout(20):
        answer = await browser.get("/readyz")
        while answer.status_code != HTTPStatus.OK:
            answer = await browser.get("/readyz")
    return answer


async def test_with_a_token_it_comes_online_and_finds_its_guild_and_the_web_chat_stays_closed(
    settings: dict[str, str], server: DiscordServer, harbour: Harbour
) -> None:
    app = build(load_settings(settings))
    async with app.running(), httpx2.AsyncClient(base_url=app.url) as browser:
        parts = (await ready(app)).json()
        page = await browser.get("/")

    assert parts == {"ready": True, "database": True, "scheduler": True, "dispatcher": True, "discord": True}
    assert page.status_code == HTTPStatus.NOT_FOUND
    assert app.platforms == ["Discord"]


async def test_what_happened_until_the_end_was_taken_in(
    settings: dict[str, str], server: DiscordServer, harbour: Harbour
) -> None:
    app = build(load_settings(settings))
    async with app.running():
        await ready(app)
    app = build(load_settings(settings))
    async with app.opened():
        assert await app.hop.read(names, harbour.guild.id) == "Harbour"


async def test_a_guild_that_removed_it_while_it_was_down_is_noticed_at_the_next_start(
    settings: dict[str, str], server: DiscordServer, harbour: Harbour
) -> None:
    app = build(load_settings(settings))
    async with app.running():
        await ready(app)
    server.world.remove_bot(harbour.guild)

    app = build(load_settings(settings))
    async with app.running():
        await ready(app)
    app = build(load_settings(settings))
    async with app.opened():
        assert list(await app.hop.read(present)) == []


async def test_while_discord_is_away_everything_else_is_at_work(settings: dict[str, str]) -> None:
    app = build(load_settings(settings | {"MENTEO_DISCORD_API_URL": "http://127.0.0.1:1/api/v10"}))
    async with app.running(), httpx2.AsyncClient(base_url=app.url) as browser:
        answer = await browser.get("/readyz")

    assert answer.json() == {"ready": False, "database": True, "scheduler": True, "dispatcher": True, "discord": False}


async def test_a_token_that_is_taken_away_ends_it_with_a_sentence(
    settings: dict[str, str], server: DiscordServer
) -> None:
    app = build(load_settings(settings))
    with pytest.raises(WrongSetting) as ended:
        await until_it_ends(app, server)

    assert (ended.value.setting, ended.value.reason) == ("MENTEO_DISCORD_TOKEN", "discord-token")


async def until_it_ends(app: App, server: DiscordServer) -> None:
    async with app.running(), asyncio.timeout(20):
        await ready(app)
        server.world.application.token = "another"
        server.gateway.drop()
        await app.ended.wait()


async def test_a_process_for_pages_alone_does_not_listen_at_discord(
    settings: dict[str, str], postgres_url: str
) -> None:
    given = load_settings(settings | {"DATABASE_URL": postgres_url})
    platforms = []
    for part in (Part.WHOLE, Part.WEB, Part.WORKER):
        app = build(given, part=part)
        async with app.opened():
            platforms.append(list(app.platforms))

    assert platforms == [["Discord"], [], ["Discord"]]


async def test_what_is_noted_is_found_after_a_restart(data_dir: Path) -> None:
    for expected in (None, "kept"):
        app = build(load_settings({"MENTEO_DATA_DIR": str(data_dir), "MENTEO_WEBCHAT": "off"}))
        async with app.opened():
            notebook = Notebook(app.hop)
            assert await notebook.get("something") == expected
            await notebook.keep("something", "kept")


async def test_a_token_that_discord_does_not_take_is_said_in_a_sentence_and_told_nowhere(
    menteo: Menteo, settings: dict[str, str], tmp_path: Path
) -> None:
    invited = await menteo("discord", "invite", MENTEO_DISCORD_TOKEN=CANARY)
    started = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        cwd=tmp_path,
        env=os.environ
        | settings
        | {"MENTEO_DISCORD_TOKEN": CANARY, "MENTEO_LOG_LEVEL": "DEBUG", "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    out, err = await started.communicate()
    said = err.decode().splitlines()[-1]

    assert (invited.code, started.returncode) == (WRONG_SETTING, WRONG_SETTING)
    assert invited.err.strip() == said
    assert said.startswith("MENTEO_DISCORD_TOKEN: is not a token that Discord takes")
    assert "Traceback" not in err.decode()
    assert CANARY not in f"{out!r}{err!r}{invited}"


async def test_it_says_where_it_is_at_work_and_ends_when_asked(settings: dict[str, str], tmp_path: Path) -> None:
    started = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        cwd=tmp_path,
        env=os.environ | settings | {"MENTEO_LOG_LEVEL": "WARNING", "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert started.stdout is not None
    said = await started.stdout.readline()
    started.send_signal(signal.SIGTERM)
    _, err = await started.communicate()

    assert said.startswith(b"Menteo is at work on Discord.")
    assert (started.returncode, err) == (0, b"")


async def test_the_invitation_is_printed(menteo: Menteo, server: DiscordServer) -> None:
    link = await menteo("discord", "invite")
    told = json.loads((await menteo("discord", "invite", "--json")).out)

    assert link.out.strip() == told["url"]
    assert told["application"] == str(server.world.application.id)
    assert told["permissions"] == str(PERMISSIONS.value)
    assert told["scopes"] == ["bot", "applications.commands"]


async def test_the_invitation_of_a_known_application_needs_no_token(menteo: Menteo) -> None:
    known = await menteo("discord", "invite", "--application", "42", MENTEO_DISCORD_TOKEN="")
    unknown = await menteo("discord", "invite", MENTEO_DISCORD_TOKEN="")
    away = await menteo("discord", "invite", MENTEO_DISCORD_API_URL="http://127.0.0.1:1/api/v10")

    assert "client_id=42&" in known.out
    assert (unknown.code, unknown.err.partition(":")[0]) == (WRONG_SETTING, "MENTEO_DISCORD_TOKEN")
    assert (away.code, away.err.partition(":")[0]) == (WRONG_SETTING, "MENTEO_DISCORD_API_URL")


async def test_doctor_finds_all_well_at_discord(menteo: Menteo) -> None:
    ended = await menteo("doctor", "--json")

    checks = {each["part"]: each for each in json.loads(ended.out)["checks"]}
    assert ended.code == 0
    assert "Menteo" in checks["discord"]["detail"]
    assert checks["discord-intents"]["ok"]
    assert checks["discord-servers"]["detail"].startswith("one")


async def test_doctor_says_what_is_missing_there_and_what_to_do(
    menteo: Menteo, server: DiscordServer, harbour: Harbour
) -> None:
    server.world.application.flags = ApplicationFlag(0)
    granted = Permission.VIEW_CHANNEL | Permission.MANAGE_CHANNELS
    server.world.change_role(harbour.guild, server.world.bot_role(harbour.guild), granted)
    ended = await menteo("doctor", "--json")

    checks = {each["part"]: each for each in json.loads(ended.out)["checks"]}
    assert ended.code == FAILED
    assert "Server Members Intent" in checks["discord-intents"]["detail"]
    assert "on Harbour it isn’t allowed to: Manage Roles, Send Messages" in checks["discord-servers"]["detail"]
    assert "View Channels" not in checks["discord-servers"]["detail"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"MENTEO_DISCORD_TOKEN": CANARY}, "doesn’t take the token"),
        ({"MENTEO_DISCORD_API_URL": "http://127.0.0.1:1/api/v10"}, "can’t be asked"),
    ],
)
async def test_doctor_says_why_discord_can_not_be_looked_at(menteo: Menteo, more: dict[str, str], said: str) -> None:
    ended = await menteo("doctor", **more)

    assert ended.code == FAILED
    assert said in ended.out
    assert CANARY not in ended.out


async def test_doctor_says_how_to_invite_it_where_it_is_nowhere(
    menteo: Menteo, server: DiscordServer, harbour: Harbour
) -> None:
    server.world.remove_bot(harbour.guild)

    assert "menteo discord invite" in (await menteo("doctor")).out


async def test_a_start_that_discord_refuses_leaves_nothing_open(settings: dict[str, str]) -> None:
    app = build(load_settings(settings | {"MENTEO_DISCORD_TOKEN": CANARY}))
    with pytest.raises(WrongSetting, match="discord-token"):
        async with app.running():
            pass
