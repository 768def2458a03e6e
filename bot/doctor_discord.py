"""Looks at what is set up at Discord, changes nothing there, and says what to do."""

import asyncio
from collections.abc import Iterable, Sequence

from bot.adapters.discord.checkup import Away, GuildCheck, look
from bot.adapters.discord.locked_out import LockedOut
from bot.core.dialogue.catalogue import Voice
from bot.doctor import Finding


def examine_discord(token: str, api_url: str, say: Voice) -> Sequence[Finding]:
    """Examine the token, the application's intents and what the bot may do on each server."""
    try:
        found = asyncio.run(look(token, api_url, guilds=True))
    except LockedOut as error:
        return [Finding("discord", ok=False, detail=say(f"doctor-discord-{error.reason.value}"))]
    except Away as error:
        return [Finding("discord", ok=False, detail=say("doctor-discord-away", trouble=str(error)))]
    named = say("doctor-discord-application", name=found.name, id=str(found.application))
    told = say("doctor-discord-members" if found.knows_members else "doctor-discord-no-members")
    return [
        Finding("discord", ok=True, detail=named),
        Finding("discord-intents", ok=True, detail=told),
        _servers(found.guilds, say),
    ]


def _servers(servers: Sequence[GuildCheck], say: Voice) -> Finding:
    lacking = [each for each in servers if each.missing]
    if lacking:
        return Finding("discord-servers", ok=False, detail=" ".join(_lacking(lacking, say)))
    key = "doctor-discord-allowed" if servers else "doctor-discord-nowhere"
    return Finding("discord-servers", ok=True, detail=say(key, servers=len(servers)))


def _lacking(servers: Iterable[GuildCheck], say: Voice) -> Iterable[str]:
    for each in servers:
        rights = ", ".join(say(f"discord-right-{name}") for name in each.missing)
        yield say("doctor-discord-lacking", server=each.name, rights=rights)
