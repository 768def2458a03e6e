"""Stages a simulation: a process to be killed on one side, what survives it on the other."""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter

from bot.simulation.figures import Figures
from bot.simulation.nursery import Nursery
from bot.simulation.people import cast
from bot.simulation.play import Play
from bot.simulation.program import Fates
from bot.simulation.wall import trust_pinned_zones

_KEY = "simulated people press simulated buttons"


def simulate(
    members: int, weeks: int, seed: int, kill_every: int | None = None, database_url: str | None = None
) -> Figures:
    """Run a whole programme in virtual time; the process is killed about every `kill_every` deliveries.

    `database_url` names an empty PostgreSQL database; without one, an SQLite file lives as long as the simulation.
    """
    began = perf_counter()
    trust_pinned_zones()
    with tempfile.TemporaryDirectory(prefix="menteo-simulation-") as directory, Nursery() as nursery:
        play = Play(cast(members, seed), weeks)
        kills = play.run(nursery, environment_of(Path(directory), database_url), Fates(kill_every, seed))
        return play.figures(members, seed, perf_counter() - began, kill_every, kills)


def environment_of(directory: Path, database_url: str | None = None) -> Mapping[str, str]:
    """Say how a simulated program is set: its own data, a key that outlives it, quiet."""
    chosen = {"MENTEO_DATABASE_URL": database_url} if database_url else {}
    return {"MENTEO_DATA_DIR": str(directory), "MENTEO_LOG_LEVEL": "ERROR", "MENTEO_SECRET_KEY": _KEY, **chosen}
