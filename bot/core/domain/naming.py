"""Names as people type them: what two spellings of one thing have in common."""

import re
import unicodedata
from functools import lru_cache

_BETWEEN_WORDS = str.maketrans(
    dict.fromkeys("_-/.,;:()[]&\u2010\u2011\u2013\u2014", " ") | dict.fromkeys("'\u2019`", "")
)
"""What stands between words, and what stands inside them; `+` and `#` are letters of C++ and C#."""

_NUMERONYM = re.compile(r"([^\W\d])(\d{1,2})([^\W\d])")
"""A word by its ends and the number of letters between them: k8s, i18n."""


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Reduce a name to what people type of it: no accents, no case, no punctuation between words."""
    if not text.isascii():
        text = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return " ".join(text.casefold().translate(_BETWEEN_WORDS).split())


def searchable(*names: str) -> str:
    """Fold names, each between line breaks, so that one look into the whole finds any: as a whole, or its beginning."""
    return "".join(f"\n{fold(each)}\n" for each in names if each)


def spelled_alike(name: str, typed: str) -> bool:
    """Tell whether two folded names differ only in how their words are joined, or one is the other's numeronym.

    "react js" is "reactjs", and "k8s" is "kubernetes".
    """
    return _joined(name) == _joined(typed) or _is_numeronym(typed, name) or _is_numeronym(name, typed)


def _joined(text: str) -> str:
    return text.replace(" ", "")


def _is_numeronym(short: str, whole: str) -> bool:
    parts = _NUMERONYM.fullmatch(short)
    if parts is None:
        return False
    first, between, last = parts.groups()
    joined = _joined(whole)
    return len(joined) == int(between) + 2 and joined[0] == first and joined[-1] == last
