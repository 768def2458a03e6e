"""The platforms that the settings ask for: each adapter is loaded here, and only if it is asked for."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.routing import BaseRoute, Mount

from bot.adapters.edge.carried import Carried
from bot.adapters.edge.depot import Depot
from bot.adapters.edge.pacing import MachineTime, Pace
from bot.adapters.edge.time_travel import Home, TimeTravel
from bot.core.dialogue.conversation import Conversation
from bot.core.ports import Clock
from bot.presences import Backstage, Platform
from bot.settings import DiscordSettings, Settings, WrongSetting

if TYPE_CHECKING:
    from bot.adapters.discord.app import DiscordApp
    from bot.adapters.discord.outbound import Discord

DISCORD_PACE = Pace(everywhere=1 / 48)
"""Discord takes 50 requests a second; at that itself, a fixed window is straddled."""


def platforms_for(
    settings: Settings, clock: Clock, machine: MachineTime, key: bytes, *, webchat: bool, chat: bool
) -> Sequence[Platform]:
    """Load the adapters that the settings ask for, and no others: the local web chat, and those to be talked to.

    Where nobody is to be talked to, only what a platform calls by itself is served.
    """
    platforms, depot = [_webchat(settings, clock)] if webchat else [], Depot()
    if settings.discord.token is not None and chat:
        platforms.append(_discord(settings.discord, settings.discord.token.get_secret_value(), machine, depot))
    if settings.telegram.token is not None and (chat or settings.telegram.is_called):
        from bot.at_telegram import telegram

        token = settings.telegram.token.get_secret_value()
        platforms.append(telegram(settings, token, machine, depot=depot, key=key, chat=chat))
    return platforms


def _webchat(settings: Settings, clock: Clock) -> Platform:
    from bot.adapters.pictures.painter import VectorPainter
    from bot.adapters.webchat.app import create_app
    from bot.adapters.webchat.outbound import WebChat
    from bot.adapters.webchat.server.platform import Platform as Server
    from bot.adapters.webchat.server.sample import COMMUNITY

    server = Server(settings.data.directory / "webchat.sqlite", now=clock.now)
    surface = WebChat(server)
    public = urlsplit(settings.web.public_url or "").hostname
    application = partial(create_app, server, painter=VectorPainter(), hosts=(public,) if public else ())
    return Platform(
        surface, pages=partial(_at_root, application), home=Home(surface.platform, COMMUNITY), close=server.close
    )


def _discord(settings: DiscordSettings, token: str, machine: MachineTime, depot: Depot) -> Platform:
    from bot.adapters.discord.app import DiscordApp
    from bot.adapters.discord.files import DiscordFiles
    from bot.adapters.discord.listening import Login
    from bot.adapters.discord.outbound import Discord
    from bot.adapters.pictures.painter import VectorPainter

    shards = settings.shards
    login = Login(
        token,
        settings.api_url,
        settings.gateway_url,
        shards=range(shards.first, shards.last + 1) if shards else (),
        shard_count=shards.count if shards else 0,
    )
    painter, carried = VectorPainter(), Carried(Discord.platform)
    presence = DiscordApp(login, painter, machine, settings.guilds, carried)
    surface = Discord(presence.client, painter, files=depot)
    depot.add(surface.platform, DiscordFiles(settings.api_url).fetch)
    run = partial(_at_discord, presence, surface)
    return Platform(surface, DISCORD_PACE, run=run, lives=presence.hears, carried=carried)


@asynccontextmanager
async def _at_discord(presence: "DiscordApp", surface: "Discord", backstage: Backstage) -> AsyncIterator[None]:
    from bot.adapters.discord.locked_out import LockedOut

    surface.speak_for(backstage.conversation)
    try:
        async with presence.running(backstage.conversation, backstage.notebook, backstage.ended):
            yield
    except LockedOut as error:
        reason = error.reason.value
        setting = "MENTEO_DISCORD_SHARDS" if reason == "shards" else "MENTEO_DISCORD_TOKEN"
        raise WrongSetting(setting, f"discord-{reason}") from None


def _at_root(
    application: Callable[..., Starlette], conversation: Conversation, time_travel: TimeTravel
) -> Sequence[BaseRoute]:
    return [Mount("/", application(conversation=conversation, clock=time_travel))]
