"""How ids, times and objects look in Discord's JSON."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]
"""An object as it goes over the wire: the one place where its shape isn't ours to say."""

EPOCH = 1_420_070_400_000
"""Milliseconds of Unix time at which Discord's ids begin (reference, "Snowflakes")."""


def utc_now() -> datetime:
    """The time of the server's clock when no test sets it."""
    return datetime.now(UTC)


def moment(when: datetime) -> str:
    """ISO 8601 as Discord writes it: microseconds and an offset."""
    return when.astimezone(UTC).isoformat(timespec="microseconds")


def maybe_moment(when: datetime | None) -> str | None:
    """The same, where it may not have happened."""
    return None if when is None else moment(when)


def maybe_id(snowflake: int | None) -> str | None:
    """An id that may be missing."""
    return None if snowflake is None else str(snowflake)


def texts_of(components: object) -> Iterator[str]:
    """Every text display in a tree of components: what a person reads there, and what can mention them."""
    if isinstance(components, list):
        for component in components:
            yield from texts_of(component)
    elif isinstance(components, dict):
        if components.get("type") == 10:
            yield str(components.get("content", ""))
        for inner in ("components", "accessory", "component"):
            yield from texts_of(components.get(inner))
