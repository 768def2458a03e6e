"""How a cell is read: numbers as people write them, lists, levels, needs, hours, zones, days."""

import math
import re
from datetime import date

from bot.adapters.signups.sheets import Unreadable
from bot.core.domain.errors import UnknownTimeZone
from bot.core.domain.matching import Hours, read_hours
from bot.core.domain.weeks import zone_of

LARGEST = 1_000_000
"""Scores beyond this leave too few digits for a proof in the numbers that JSON readers have."""

Need = tuple[str, int | None, int, float]
"""A competency, the level now (None is unknown), the level wanted, the weight."""

HIGHEST_LEVEL = 5
"""What is wanted where a need names a competency and no level; the highest of Menteo's own frameworks."""

_LIST = re.compile(r"[;,|\n]")


def number(text: str, *, comma_is_point: bool = False) -> float:
    """Read a number; `0,75` too where commas don't stand between cells."""
    said = text.replace(",", ".") if comma_is_point and text.count(",") == 1 and "." not in text else text
    try:
        found = float(said)
    except ValueError:
        raise Unreadable("number", said=text) from None
    if not math.isfinite(found) or "_" in said:
        raise Unreadable("number", said=text)
    if abs(found) > LARGEST:
        raise Unreadable("large", said=text, most=LARGEST)
    return found


def whole(text: str) -> int:
    """Read a whole number, 0 or more; spreadsheets write `3.0` for 3."""
    if not re.fullmatch(r"\d{1,6}(\.0+)?", text, re.ASCII):
        raise Unreadable("whole", said=text)
    return int(float(text))


def several(text: str) -> tuple[str, ...]:
    """Read a list with commas, semicolons, strokes or line ends in it, each thing once."""
    return tuple(dict.fromkeys(part for each in _LIST.split(text) if (part := each.strip())))


def words(text: str) -> tuple[str, ...]:
    """Read a list in which capitals and spaces are no difference."""
    return tuple(dict.fromkeys(plain(each) for each in several(text)))


def levels(text: str) -> dict[str, int]:
    """Read `kubernetes:4; python:3`: what somebody can, at which level. One that isn't said is never guessed."""
    found: dict[str, int] = {}
    for each in several(text):
        name, colon, level = each.rpartition(":")
        if not colon or not name.strip():
            raise Unreadable("levels", said=each)
        found[plain(name)] = _level(level, each)
    return found


def needs(text: str) -> tuple[Need, ...]:
    """Read `kubernetes:1:4:0.8; python:3; writing`: the levels now and wanted, the weight; or what is wanted alone."""
    found = {}
    for each in several(text):
        name, *said = (part.strip() for part in each.split(":"))
        if not name or len(said) > 3:  # noqa: PLR2004  two levels and a weight
            raise Unreadable("needs", said=each)
        now = None if len(said) < 2 or said[0] in {"", "?"} else _level(said[0], each)  # noqa: PLR2004  both levels
        wanted = _level(said[min(1, len(said) - 1)], each) if said else HIGHEST_LEVEL
        found[plain(name)] = (plain(name), now, wanted, _weight(said[2], each) if said[2:] else 1.0)
    return tuple(found.values())


def hours(text: str) -> Hours:
    """Read `Mon 18:00-20:00; Sat 9-12`, in one's own zone."""
    try:
        return read_hours(several(text))
    except ValueError as error:
        raise Unreadable("hours", said=str(error)) from None


def zone(text: str) -> str:
    """Read the name of a time zone."""
    try:
        return zone_of(text).key
    except UnknownTimeZone:
        raise Unreadable("zone", said=text) from None


def day(text: str) -> date:
    """Read a date as ISO 8601 has it."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Unreadable("day", said=text) from None


def _level(text: str, within: str) -> int:
    if not re.fullmatch(r"\d{1,2}", text.strip(), re.ASCII):
        raise Unreadable("level", said=within)
    return int(text)


def _weight(text: str, within: str) -> float:
    try:
        weight = float(text)
    except ValueError:
        weight = math.nan
    if not 0 <= weight <= 1:
        raise Unreadable("weight", said=within)
    return weight


def plain(text: str) -> str:
    """Write without capitals and superfluous spaces."""
    return " ".join(text.split()).casefold()
