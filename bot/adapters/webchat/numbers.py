"""Reading numbers that come from outside."""

_MOST_DIGITS = 18  # what SQLite's integers hold


def whole(text: str) -> int | None:
    """Return a whole number, None for anything else."""
    is_whole = text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS
    return int(text) if is_whole else None
