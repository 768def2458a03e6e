"""The program put together, over a real database and the local web chat."""

import asyncio
from datetime import timedelta
from http import HTTPStatus
from pathlib import Path

import httpx2
import pytest

from bot.adapters.edge.dispatcher import Dispatcher
from bot.app import App, build
from bot.core.ports import UnitOfWork
from bot.core.ui.inbound import CommandCalled, Origin, Where
from bot.core.ui.views import View
from bot.footing import Part, SchemaNotCurrent
from bot.settings import WrongSetting, load_settings
from tests.adapters.edge.fakes import FakeClock, FakePlatform
from tests.storage.samples import NOW


def settings_in(directory: Path, **more: str) -> dict[str, str]:
    return {"MENTEO_DATA_DIR": str(directory), "MENTEO_WEB_PORT": "0", **more}


def build_in(directory: Path, clock: FakeClock | None = None) -> App:
    return build(load_settings(settings_in(directory)), clock=clock)


def origin(account: str = "amara") -> Origin:
    return Origin("webchat", "harbour", account, account.title(), Where.PRIVATE, f"direct-{account}", f"{account}:1")


def communities(work: UnitOfWork) -> str | None:
    community = work.communities.find_by_place("webchat", "harbour")
    return community.name if community else None


async def test_the_first_start_founds_the_sample_community_and_the_second_finds_it(tmp_path: Path) -> None:
    for _ in range(2):
        app = build_in(tmp_path)
        async with app.opened():
            assert await app.hop.read(communities) == "Harbour"


async def test_somebody_who_was_never_introduced_is_answered(tmp_path: Path) -> None:
    app = build_in(tmp_path)
    async with app.opened():
        reply = await app.conversation.handle(CommandCalled(origin("nobody"), "help"))

        assert isinstance(reply.content, View)
        assert await app.conversation.commands(origin("nobody"))
        assert await app.conversation.guide(origin())


async def test_the_clock_stands_where_it_was_moved_to_after_a_restart(tmp_path: Path) -> None:
    app = build_in(tmp_path, FakeClock(NOW))
    async with app.opened():
        await app.time_travel.advance(NOW + timedelta(days=3))

    app = build_in(tmp_path, FakeClock(NOW))
    async with app.opened():
        assert await app.time_travel.now() == NOW + timedelta(days=3)


async def test_the_running_program_serves_the_web_chat_and_says_that_it_is_ready(tmp_path: Path) -> None:
    app = build_in(tmp_path)
    async with app.running(), httpx2.AsyncClient(base_url=app.url, follow_redirects=True) as browser:
        alive, ready, page = [await browser.get(path) for path in ("/healthz", "/readyz", "/")]

    assert alive.status_code == HTTPStatus.OK
    assert ready.json() == {"ready": True, "database": True, "scheduler": True, "dispatcher": True}
    assert page.status_code == HTTPStatus.OK


async def test_it_is_not_ready_while_the_dispatcher_stands_still(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Dispatcher, "start", lambda _: None)
    app = build_in(tmp_path)
    async with app.running(), httpx2.AsyncClient(base_url=app.url) as browser:
        ready = await browser.get("/readyz")

    assert ready.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert ready.json()["dispatcher"] is False


async def test_stopping_ends_a_live_stream_cleanly(tmp_path: Path) -> None:
    app = build_in(tmp_path)
    async with asyncio.timeout(30), httpx2.AsyncClient() as browser:
        async with app.running():
            url = f"{app.url}/as/amara/in/direct-amara/events?after=0"
            request = browser.build_request("GET", url)
            streaming = await browser.send(request, stream=True)
            chunks = streaming.aiter_bytes()
            await anext(chunks)

        rest = [chunk async for chunk in chunks]

    assert isinstance(rest, list), "the stream came to its end instead of breaking off"


async def test_given_surfaces_take_the_place_of_the_web_chat(tmp_path: Path) -> None:
    app = build(load_settings(settings_in(tmp_path)), surfaces=[FakePlatform()])
    async with app.opened():
        assert await app.hop.read(communities) is None
        assert not (tmp_path / "webchat.sqlite").exists()


@pytest.mark.parametrize(
    ("environment", "part", "setting", "reason"),
    [
        (
            {"MENTEO_TELEGRAM_TOKEN": "x" * 20, "MENTEO_TELEGRAM_MODE": "webhook"},
            Part.WHOLE,
            "MENTEO_PUBLIC_URL",
            "telegram-webhook",
        ),
        ({}, Part.WEB, "MENTEO_DATABASE_URL", "needs-postgres"),
        ({}, Part.WORKER, "MENTEO_DATABASE_URL", "needs-postgres"),
        ({"MENTEO_WEB_HOST": "0.0.0.0"}, Part.WHOLE, "MENTEO_WEB_HOST", "webchat-open"),  # noqa: S104 - refused
        ({"MENTEO_WEB_HOST": "example.org"}, Part.WHOLE, "MENTEO_WEB_HOST", "webchat-open"),
        ({"DATABASE_URL": "postgres://h/d", "MENTEO_WEBCHAT": "on"}, Part.WEB, "MENTEO_WEBCHAT", "webchat-apart"),
        ({"MENTEO_DATA_DIR": "/dev/null/data"}, Part.WHOLE, "MENTEO_DATA_DIR", "directory"),
    ],
)
def test_what_the_program_cannot_be_is_refused_by_the_settings_name(
    tmp_path: Path, environment: dict[str, str], part: Part, setting: str, reason: str
) -> None:
    with pytest.raises(WrongSetting) as refused:
        build(load_settings(settings_in(tmp_path) | environment), part=part)

    assert (refused.value.setting, refused.value.reason) == (setting, reason)


def test_a_key_that_somebody_cut_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_text("short")

    with pytest.raises(WrongSetting, match="kept-key-too-short"):
        build_in(tmp_path)


async def test_on_postgresql_web_and_worker_share_the_work(tmp_path: Path, postgres_url: str) -> None:
    settings = load_settings(settings_in(tmp_path, MENTEO_DATABASE_URL=postgres_url))
    with pytest.raises(SchemaNotCurrent):
        build(settings, part=Part.WEB)
    async with build(settings).opened():
        pass

    web, worker = build(settings, part=Part.WEB), build(settings, part=Part.WORKER)
    async with web.running(), worker.running(), httpx2.AsyncClient(base_url=web.url) as browser:
        ready = await browser.get("/readyz")

    assert ready.json() == {"ready": True, "database": True}
    assert worker.url == ""
