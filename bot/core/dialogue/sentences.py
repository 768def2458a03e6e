"""A language's sentences out of its Fluent sources, each parsed when it is first said.

There are thousands, a start says a few dozen, and to parse them all would be half of what a start takes.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Message

_BEGINNING = re.compile(r"^(-?[a-zA-Z][\w-]*) *=", re.MULTILINE)
"""How a message or term begins; what belongs to it is indented, or a closing brace."""


class Sentences(FluentBundle):
    """One language's bundle. Of two messages of one key the first counts, as in Fluent."""

    def __init__(self, language: str, sources: Sequence[str]) -> None:
        # No isolation marks: views are plain text in fields of their own, and the marks would show in copies of it.
        super().__init__([language], use_isolating=False)
        self._entries: dict[str, str] = {}
        for source in reversed(sources):
            self._entries.update(_entries_of(source))

    def keys(self) -> frozenset[str]:
        """Every key whose message can be read, which takes to read them all; they are at hand from then on."""
        return frozenset(key for key in self._entries if not key.startswith("-") and self._is_read(key))

    def has_message(self, message_id: str) -> bool:
        """Tell whether there is a message of a key, readable or not."""
        return message_id in self._entries

    def _lookup(self, entry_id: str, term: bool = False) -> Message:  # noqa: FBT001, FBT002  as the library has it
        """Find what is said, or what it refers to; raise `LookupError` where there is none that can be read."""
        key = f"-{entry_id}" if term else entry_id
        if key not in self._compiled:
            self.add_resource(FluentResource(self._entries[key]))
        return super()._lookup(entry_id, term)

    def _is_read(self, key: str) -> bool:
        try:
            self._lookup(key)
        except LookupError:
            return False
        return True


@lru_cache(maxsize=8)
def sentences(language: str, sources: tuple[str, ...]) -> Sentences:
    """Give a language's sentences, the same ones to all who have the same sources: they never change."""
    return Sentences(language, sources)


def _entries_of(source: str) -> Mapping[str, str]:
    """Cut a source where its messages and terms begin."""
    begun = [*_BEGINNING.finditer(source)]
    ends = [*(each.start() for each in begun), len(source)]
    entries: dict[str, str] = {}
    for found, (start, end) in zip(begun, pairwise(ends), strict=True):
        entries.setdefault(found[1], source[start:end])
    return entries
