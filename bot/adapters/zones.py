"""The zone data that the program is pinned to, instead of whatever the machine has."""

import zoneinfo
from importlib.metadata import version


def use_pinned_zones() -> str:
    """Read zones from the installed `tzdata` alone; return its version."""
    if zoneinfo.TZPATH:
        zoneinfo.reset_tzpath(())
    return version("tzdata")
