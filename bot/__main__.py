"""The command line: `menteo ...`, the same as `python -m bot ...`."""

import asyncio
import json
import signal
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter
from cyclopts.validators import Number

from bot import __version__
from bot.commandline import CONFIG, FAILED, LANGUAGE, Json, configured, guarded, speaking
from bot.offline import offline

if TYPE_CHECKING:
    from bot.app import App as Program
    from bot.core.dialogue.catalogue import Voice


Port = Annotated[
    int | None,
    Parameter(help="Where the web server listens, instead of MENTEO_WEB_PORT.", validator=Number(gte=0, lte=65535)),
]

cli = App(name="menteo", version=__version__, help="Turns a community's chat into a mentorship programme.")
discord = App(name="discord", help="Bring Menteo to servers on Discord.")
cli.command(discord)
cli.update(offline)


@cli.command
def run(*, port: Port = None) -> int:
    """Migrate what is to be migrated, and start all of Menteo in one process."""
    return guarded(partial(_serve, "run", port))


@cli.command
def web(*, port: Port = None) -> int:
    """Start the web server alone, on PostgreSQL; `menteo worker` runs beside it."""
    return guarded(partial(_serve, "web", port))


@cli.command
def worker() -> int:
    """Start the ticks and the dispatcher alone, on PostgreSQL."""
    return guarded(partial(_serve, "worker", None))


@cli.command
def migrate() -> int:
    """Bring the database to this release's schema."""
    return guarded(_migrate)


@cli.command
def doctor(*, as_json: Json = False) -> int:
    """Look at settings, data directory, zone data, content, database, Discord and Telegram, and say what is wrong."""
    return guarded(partial(_examine, as_json=as_json))


@cli.command
def simulate(
    *,
    members: Annotated[int, Parameter(validator=Number(gte=3))] = 200,
    weeks: Annotated[int, Parameter(validator=Number(gte=1, lte=104))] = 12,
    seed: int = 7,
    kill_every: Annotated[int | None, Parameter(validator=Number(gte=1))] = None,
    as_json: Json = False,
) -> int:
    """Run a whole programme in virtual time with scripted people, and count what arrives.

    Parameters
    ----------
    members
        How many people there are, the moderator and the mentors included.
    weeks
        How long the programme is.
    seed
        What the people and the kills are drawn from: the same seed gives the same figures.
    kill_every
        Kill the process about every so many deliveries, and start it again.
    """
    from bot.simulation.supervisor import simulate as supervise

    figures = supervise(members, weeks, seed, kill_every)
    counted = figures.as_json()
    print(json.dumps(counted) if as_json else "\n".join(f"{name}: {value}" for name, value in counted.items()))
    return 0 if figures.holds else FAILED


@cli.command
def gallery(*, language: str = LANGUAGE, as_json: Json = False) -> int:
    """Show every view and form with example data."""
    from bot.showroom import as_data, as_lines, exhibits

    shown = exhibits(CONFIG, language)
    print(json.dumps(as_data(shown), ensure_ascii=False) if as_json else "\n".join(as_lines(shown)))
    return 0


@discord.command
def invite(
    *,
    application: Annotated[int | None, Parameter(validator=Number(gt=0))] = None,
    as_json: Json = False,
) -> int:
    """Print the link that brings Menteo to a server, with the scopes and permissions that it needs and no others.

    Parameters
    ----------
    application
        The application's id; Discord is asked for it unless it is given.
    """
    return guarded(partial(_invite, application, as_json=as_json))


def main() -> None:
    """Run the command line."""
    cli()


def _serve(part: str, port: int | None) -> int:
    settings = configured(port)
    from bot.adapters.lock import held
    from bot.app import build
    from bot.footing import Part, signing_key

    with ExitStack() as holding:
        if part == Part.WHOLE.value:
            signing_key(settings)  # makes the data directory, or says what is wrong with it
            holding.enter_context(held(settings.data.directory))
        asyncio.run(_live(build(settings, part=Part(part))))
    return 0


async def _live(program: "Program") -> None:
    """Run until somebody asks for the end; asked twice, end at once."""
    loop = asyncio.get_running_loop()
    for each in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(each, program.ended.set)
    async with program.running():
        say = program.catalogue.voice(LANGUAGE)
        print(_greeting(program, say), flush=True)
        await program.ended.wait()
        for each in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(each)


def _greeting(program: "Program", say: "Voice") -> str:
    if not program.url:
        return say("start-working")
    if program.platforms and not program.has_pages:
        return say("start-present", platforms=", ".join(program.platforms), address=program.url)
    return say("start-ready", address=program.url)


def _migrate() -> int:
    settings = configured()
    from bot.footing import signing_key
    from bot.storage.migrate import head
    from bot.storage.migrate import migrate as bring_to_head

    if settings.is_embedded:
        signing_key(settings)
    bring_to_head(settings.database_url)
    print(speaking()("start-migrated", revision=head()))
    return 0


def _examine(*, as_json: bool) -> int:
    settings = configured()
    say = speaking("start", "discord") if settings.discord.token else speaking()
    from bot.doctor import examine
    from bot.footing import Part, check

    check(settings, Part.WHOLE)
    findings = [*examine(CONFIG, settings.data.directory, settings.database_url, say)]
    if settings.discord.token is not None:
        from bot.doctor_discord import examine_discord

        findings += examine_discord(settings.discord.token.get_secret_value(), settings.discord.api_url, say)
    if (told := settings.telegram).token is not None:
        from bot.doctor_telegram import examine_telegram

        findings += examine_telegram(told.token.get_secret_value(), told.api_url, told.mode, say)
    well = all(each.ok for each in findings)
    if as_json:
        checks = [{"part": each.part, "ok": each.ok, "detail": each.detail} for each in findings]
        print(json.dumps({"ok": well, "checks": checks}, ensure_ascii=False))
        return 0 if well else FAILED
    for each in findings:
        key = "doctor-fine" if each.ok else "doctor-trouble"
        print(say(key, part=say(f"doctor-{each.part}"), detail=each.detail))
    return 0 if well else FAILED


def _invite(application: int | None, *, as_json: bool) -> int:
    from bot.adapters.discord.permissions import PERMISSIONS, SCOPES, invitation

    wanted = application or _application()
    link, integer = invitation(wanted), PERMISSIONS.value
    told = {"url": link, "application": str(wanted), "scopes": list(SCOPES), "permissions": str(integer)}
    print(json.dumps(told) if as_json else link)
    return 0


def _application() -> int:
    """Ask Discord for the application that the token belongs to."""
    settings = configured().discord
    from bot.adapters.discord.checkup import Away, look
    from bot.adapters.discord.locked_out import LockedOut
    from bot.settings import WrongSetting

    if settings.token is None:
        raise WrongSetting("MENTEO_DISCORD_TOKEN", "discord-no-token")
    try:
        return asyncio.run(look(settings.token.get_secret_value(), settings.api_url, guilds=False)).application
    except LockedOut as error:
        raise WrongSetting("MENTEO_DISCORD_TOKEN", f"discord-{error.reason.value}") from None
    except Away as error:
        raise WrongSetting("MENTEO_DISCORD_API_URL", "discord-away", trouble=str(error)) from None


if __name__ == "__main__":
    main()
