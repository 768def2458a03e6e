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


Shape = tuple[str, int, str]
"""What a numeronym tells of a word: its first letter, how many there are, its last."""


def spelled_alike(name: str, typed: str) -> bool:
    """Tell whether two folded names differ only in how their words are joined, or one is the other's numeronym.

    "react js" is "reactjs", and "k8s" is "kubernetes".
    """
    return joined(name) == joined(typed) or shape_told(typed) == shape_of(name) or shape_told(name) == shape_of(typed)


def joined(name: str) -> str:
    """Write a folded name as one word."""
    return name.replace(" ", "")


def shape_of(name: str) -> Shape:
    """Say what a numeronym of a folded name would tell."""
    word = joined(name)
    return (word[0], len(word), word[-1]) if word else ("", 0, "")


def shape_told(name: str) -> Shape | None:
    """Read a folded name as a numeronym; None where it isn't one."""
    parts = _NUMERONYM.fullmatch(name)
    return (parts[1], int(parts[2]) + 2, parts[3]) if parts else None
