"""The command line of `make bench`."""

import logging
import os
import platform
import sys
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module

import structlog
from cyclopts import App

from benchmarks.measuring import QUICK, THOROUGH, Pace
from benchmarks.report import Figure, as_json, table

GROUPS = ("checkins", "commands", "ticks", "pictures", "matching", "starting", "imports", "discord", "telegram")
"""A module of this package each, with `run(pace)`; loaded when it is asked for."""

app = App(name="benchmarks", help="Print the figures that the README quotes.", version_flags=[])


@app.default
def main(*groups: str, json: bool = False, quick: bool = False) -> int:
    """Measure, and print figures beside what they are to be read against.

    Args:
        groups: checkins, commands, ticks, pictures, matching, starting, imports, discord, telegram; all of
            them unless some are named.
        json: print JSON instead of a table.
        quick: measure once, with small sizes: shows that it works, not how fast.
    """
    if unknown := [group for group in groups if group not in GROUPS]:
        print(f"There is no group {unknown[0]!r}; there are {', '.join(GROUPS)}.", file=sys.stderr)
        return 2
    figures: list[Figure] = []
    try:
        for group in groups or GROUPS:
            print(f"measuring {group} ...", file=sys.stderr)
            run: Callable[[Pace], Iterable[Figure]] = import_module(f"benchmarks.{group}").run
            figures += run(QUICK if quick else THOROUGH)
    finally:  # also what was measured before a group failed: it took minutes
        facts = _circumstances()
        print(as_json(figures, facts) if json else f"{_sentence(facts)}\n\n{table(figures)}")
    return 0


def _circumstances() -> Mapping[str, str | int | float]:
    return {
        "python": platform.python_version(),
        "system": platform.system(),
        "processors": os.cpu_count() or 1,
        "load_average": round(os.getloadavg()[0], 2),
    }


def _sentence(facts: Mapping[str, str | int | float]) -> str:
    return (
        f"Python {facts['python']} on {facts['system']}, {facts['processors']} processors, "
        f"load {facts['load_average']} (of all programs); best of several runs"
    )


if __name__ == "__main__":
    # A slow transaction is a figure here, not news.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    sys.exit(app())
