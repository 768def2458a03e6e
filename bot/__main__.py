"""The command line: `menteo ...`, the same as `python -m bot ...`."""

import asyncio
import json
import signal
import sys
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import App, Parameter
from cyclopts.validators import Number

from bot import __version__

if TYPE_CHECKING:
    from bot.app import App as Program
    from bot.core.dialogue.catalogue import Voice
    from bot.settings import Settings, WrongSetting

CONFIG = Path(__file__).resolve().parent.parent / "config"
LANGUAGE = "en"
"""What operators are spoken to in."""

FAILED, WRONG_SETTING, DATA_IN_USE, PORT_TAKEN, DATABASE_TROUBLE, BAD_CONTENT, BAD_SHEET = range(1, 8)
"""How the program ends when it doesn't end well; 0 is an end that was asked for."""

Port = Annotated[
    int | None,
    Parameter(help="Where the web server listens, instead of MENTEO_WEB_PORT.", validator=Number(gte=0, lte=65535)),
]
Sheet = Annotated[Path | None, Parameter(group="Sheets")]
Json = Annotated[bool, Parameter(name="--json", negative=(), help="Print one JSON object.")]

cli = App(name="menteo", version=__version__, help="Turns a community's chat into a mentorship programme.")
discord = App(name="discord", help="Bring Menteo to servers on Discord.")
cli.command(discord)


@cli.command
def run(*, port: Port = None) -> int:
    """Migrate what is to be migrated, and start all of Menteo in one process."""
    return _guarded(partial(_serve, "run", port))


@cli.command
def web(*, port: Port = None) -> int:
    """Start the web server alone, on PostgreSQL; `menteo worker` runs beside it."""
    return _guarded(partial(_serve, "web", port))


@cli.command
def worker() -> int:
    """Start the ticks and the dispatcher alone, on PostgreSQL."""
    return _guarded(partial(_serve, "worker", None))


@cli.command
def migrate() -> int:
    """Bring the database to this release's schema."""
    return _guarded(_migrate)


@cli.command
def doctor(*, as_json: Json = False) -> int:
    """Look at settings, data directory, zone data, content, database and Discord, and say what is wrong."""
    return _guarded(partial(_examine, as_json=as_json))


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


@cli.command(name="match")
def match_from_sheets(  # noqa: PLR0913  an option of the command line each
    *,
    mentors: Sheet = None,
    mentees: Sheet = None,
    edges: Sheet = None,
    capacity: Sheet = None,
    mapped: Annotated[Path | None, Parameter(name="--map", group="Sheets")] = None,
    objective: Literal["most", "total", "fair", "stable"] = "most",
    day: date | None = None,
    as_json: Json = False,
) -> int:
    """Find the best pairing there is, from CSV files, with no database and no chat.

    Give --mentors and --mentees, or --edges and --capacity. docs/matching.md has an example of each.

    Parameters
    ----------
    mentors
        A sheet with the columns mentor and competencies (kubernetes:4; python:3), and if wanted capacity (1 unless
        said), languages, zone, availability (Mon-Fri 18:00-20:00), preferences, team, paused_until, not_with, past.
    mentees
        A sheet with the columns mentee and needs (kubernetes:1:4:0.8, which is level now, level wanted, weight), and
        if wanted languages, zone, availability, preferences, team, wishes, waited, not_with, past.
    edges
        A sheet with the columns mentee, mentor and score; a pair that isn't in it is forbidden.
    capacity
        A sheet with the columns mentor and capacity.
    mapped
        A YAML or JSON file with a line "their heading: our column" for each column that is called otherwise.
    objective
        What the round is best in: the most pairs and then the best total; the best total alone; the worst-off pair,
        then the next; or that no two would both rather have each other.
    day
        On which day pauses and clocks are looked at; today unless said.
    """
    from bot.adapters.signups.sheets import BadSheet
    from bot.core.domain.matching import Objective
    from bot.rounds import match_people, match_scores, problem_lines

    say, goal = _say("matching", "pairings"), Objective(objective)
    today = day or datetime.now(UTC).date()
    try:
        if mentors and mentees and not edges and not capacity:
            told = match_people(mentors, mentees, mapped, goal, today, say)
        elif edges and capacity and not mentors and not mentees:
            told = match_scores(edges, capacity, mapped, goal, say)
        else:
            print(say("match-which-sheets"), file=sys.stderr)
            return BAD_SHEET
    except BadSheet as error:
        print(*problem_lines(error.problems, say), sep="\n", file=sys.stderr)
        return BAD_SHEET
    print(json.dumps(told.data, ensure_ascii=False) if as_json else "\n".join(told.lines))
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
    return _guarded(partial(_invite, application, as_json=as_json))


def main() -> None:
    """Run the command line."""
    cli()


def _serve(part: str, port: int | None) -> int:
    settings = _settings(port)
    from bot.adapters.lock import held
    from bot.app import Part, build, signing_key

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
    settings = _settings()
    from bot.app import signing_key
    from bot.storage.migrate import head
    from bot.storage.migrate import migrate as bring_to_head

    if settings.is_embedded:
        signing_key(settings)
    bring_to_head(settings.database_url)
    print(_say()("start-migrated", revision=head()))
    return 0


def _examine(*, as_json: bool) -> int:
    settings = _settings()
    say = _say("start", "discord") if settings.discord.token else _say()
    from bot.app import Part, check
    from bot.doctor import examine

    check(settings, Part.WHOLE)
    findings = [*examine(CONFIG, settings.data.directory, settings.database_url, say)]
    if settings.discord.token is not None:
        from bot.doctor_discord import examine_discord

        findings += examine_discord(settings.discord.token.get_secret_value(), settings.discord.api_url, say)
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
    settings = _settings().discord
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


def _settings(port: int | None = None) -> "Settings":
    from bot.logs import set_up_logs
    from bot.settings import LogFormat, load_settings

    settings = load_settings()
    if port is not None:
        settings = replace(settings, web=settings.web.model_copy(update={"port": port}))
    as_json = settings.logs.format is LogFormat.JSON or (
        settings.logs.format is LogFormat.AUTO and not sys.stderr.isatty()
    )
    set_up_logs(settings.logs.level, as_json=as_json, secrets=settings.secrets())
    return settings


def _guarded(command: Callable[[], int]) -> int:
    """Run a command; what keeps it from starting becomes one sentence and an exit code, never a trace."""
    from bot.settings import WrongSetting

    try:
        return command()
    except WrongSetting as error:
        return _end(WRONG_SETTING, "start-wrong-setting", setting=error.setting, reason=_reason(error))
    except KeyboardInterrupt:
        return 0
    except Exception as error:
        ended = _trouble(error)
        if ended is None:
            raise
        return ended


def _trouble(error: Exception) -> int | None:
    from bot.adapters.library.loading import BadContent
    from bot.adapters.listener import PortTaken
    from bot.adapters.lock import DataInUse
    from bot.app import SchemaNotCurrent
    from bot.storage.errors import SchemaTooNew, StorageUnavailable

    ended: int | None = None
    match error:
        case DataInUse():
            ended = _end(DATA_IN_USE, "start-in-use", directory=str(error.directory), pid=error.pid or "unknown")
        case PortTaken():
            facts = {"host": error.host, "port": str(error.port), "reason": error.reason}
            ended = _end(PORT_TAKEN, "start-port-taken", **facts)
        case SchemaNotCurrent():
            ended = _end(DATABASE_TROUBLE, "start-database-older")
        case SchemaTooNew():
            ended = _end(DATABASE_TROUBLE, "start-database-newer", revision=error.revision)
        case StorageUnavailable():
            ended = _end(DATABASE_TROUBLE, "start-database-away")
        case BadContent():
            ended = _end(BAD_CONTENT, "start-bad-content", trouble=str(error))
    return ended


def _reason(error: "WrongSetting") -> str:
    from bot.core.dialogue.catalogue import MissingText

    try:
        return _say()(f"setting-{error.reason}", **error.facts)
    except MissingText:
        return _say()("setting-other")


def _end(code: int, key: str, **facts: str) -> int:
    print(_say()(key, **facts), file=sys.stderr)
    return code


def _say(*files: str) -> "Voice":
    """Speak with the texts of the start alone, unless told otherwise: the others may be what is wrong."""
    from bot.core.dialogue.catalogue import Catalogue

    texts = [CONFIG / "texts" / LANGUAGE / f"{file}.ftl" for file in files or ("start",)]
    return Catalogue({LANGUAGE: [each.read_text("utf-8") for each in texts]}).voice(LANGUAGE)


if __name__ == "__main__":
    main()
