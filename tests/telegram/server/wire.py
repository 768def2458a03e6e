"""How times, lengths and objects look in the Bot API's JSON."""

from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]
"""An object as it goes over the wire: the one place where its shape isn't ours to say."""


def utc_now() -> datetime:
    """The time of the server's clock when no test sets it."""
    return datetime.now(UTC)


def unix(when: datetime) -> int:
    """Seconds of Unix time, as every date there is."""
    return int(when.timestamp())


def utf16_length(text: str) -> int:
    """Code units: what limits, offsets and lengths count."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def present(**fields: object) -> Json:
    """An object without what isn't there: the Bot API leaves out what is empty or false."""
    return {name: value for name, value in fields.items() if value is not None and value is not False}
