"""Why a part of an attached file doesn't fit its format, as a word that a sentence in any language is chosen by."""

from collections.abc import Mapping
from typing import Final

from pydantic import ValidationError

OTHER: Final = "other"
"""There is a reason in words alone."""

_WORDS: Final[Mapping[str, str]] = {
    "missing": "missing",
    "extra_forbidden": "unknown",
    "greater_than_equal": "low",
    "less_than_equal": "high",
    "int_type": "number",
    "int_parsing": "number",
    "int_from_float": "number",
    "string_type": "text",
    "string_too_long": "long",
    "too_short": "few",
    "enum": "choice",
    "dict_type": "shape",
    "mapping_type": "shape",
    "tuple_type": "shape",
    "model_type": "shape",
}
"""By the types of pydantic's errors (docs.pydantic.dev, "Validation Errors")."""

_LIMITS: Final = ("ge", "le", "max_length", "min_length", "expected")
_PATTERNS: Final[Mapping[str, str]] = {"^[a-z][a-z0-9]*": "id", "^[a-z]{2,3}": "language"}


def why_of(error: BaseException | None) -> tuple[str, str]:
    """Say why, and the limit or the words that would have been taken, if there are such."""
    if not isinstance(error, ValidationError):
        return OTHER, ""
    first = error.errors(include_url=False)[0]
    told = first.get("ctx", {})
    if first["type"] == "string_pattern_mismatch":
        begins = (word for pattern, word in _PATTERNS.items() if str(told.get("pattern", "")).startswith(pattern))
        return next(begins, "blank"), ""
    limit = next((str(told[name]) for name in _LIMITS if name in told), "")
    return _WORDS.get(first["type"], OTHER), limit
