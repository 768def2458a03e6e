"""The library as one community sees it: the installation's, with the frameworks that it has loaded for itself.

What is current is asked of the database once, when a framework is first asked for; what was parsed is kept by version.
"""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from datetime import datetime
from threading import Lock

import structlog

from bot.adapters.library.attached import framework_from
from bot.core.domain.framework_errors import FrameworkUnreadable
from bot.core.domain.frameworks import DestinationRole, Framework, RoleName, RoleNames
from bot.core.domain.ids import CommunityId, FrameworkId, RoleId
from bot.core.domain.loaded import LoadedFramework
from bot.core.domain.naming import searchable
from bot.core.ports import BorrowedLibrary, Library, UnitOfWork

MOST_PARSED = 200
"""Frameworks of communities that are kept at hand, the longest unused let go first."""
MOST_NAMED = 100
"""Communities and languages whose roles' names are."""

Key = tuple[CommunityId, FrameworkId, int, datetime]
"""A version as it was loaded: loaded after a rollback, it is another."""

_log = structlog.get_logger(__name__)


class Parsed:
    """Communities' frameworks as they were parsed, for the whole process; a text never changes under its key."""

    def __init__(self) -> None:
        self._frameworks = OrderedDict[Key, Framework | None]()
        self._names = OrderedDict[tuple[CommunityId, str], tuple[RoleNames, tuple[Key, ...], RoleNames]]()
        self._lock = Lock()

    def read(
        self, work: UnitOfWork, community: CommunityId, current: Sequence[LoadedFramework]
    ) -> dict[Key, Framework]:
        """Find these versions; the texts of those that aren't at hand are read in one query."""
        keys = {_key(each): each for each in current}
        with self._lock:
            known = {key: self._frameworks[key] for key in keys if key in self._frameworks}
        missing = [each for key, each in keys.items() if key not in known]
        if missing:
            texts = work.frameworks.texts(community, missing)
            known |= {_key(each): _parsed(each, texts[each.framework]) for each in missing}
        with self._lock:
            for key in keys:  # another thread may have let one go meanwhile
                self._frameworks[key] = known[key]
                self._frameworks.move_to_end(key)
            while len(self._frameworks) > MOST_PARSED:
                self._frameworks.popitem(last=False)
        return {key: each for key in keys if (each := known[key]) is not None}

    def names(self, community: CommunityId, language: str, all_see: RoleNames, own: dict[Key, Framework]) -> RoleNames:
        """Name every role, the community's own first; the same object as long as they are the same."""
        place, keys = (community, language), tuple(own)
        with self._lock:
            before = self._names.get(place)
            if before is None or before[0] is not all_see or before[1] != keys:
                before = self._names[place] = (all_see, keys, _joined(all_see, own.values()))
            self._names.move_to_end(place)
            while len(self._names) > MOST_NAMED:
                self._names.popitem(last=False)
            return before[2]


class CommunityLibrary(BorrowedLibrary):
    """The library in one unit of work; a community's own frameworks have Menteo's scale and ask for no credit."""

    def __init__(self, library: Library, parsed: Parsed, work: UnitOfWork, community: CommunityId) -> None:
        super().__init__(library)
        self._parsed = parsed
        self._work, self._community = work, community
        self._read: dict[Key, Framework] | None = None

    def frameworks(self, language: str) -> Sequence[Framework]:
        """List what all see and what is the community's own, by title; of one id, its own."""
        own = self._own()
        if not own:
            return self._library.frameworks(language)
        ids = {each.id for each in own.values()}
        others = [each for each in self._library.frameworks(language) if each.id not in ids]
        return sorted((*own.values(), *others), key=lambda each: each.title.casefold())

    def role_names(self, language: str) -> RoleNames:
        """Name every role that can be aimed at."""
        own, all_see = self._own(), self._library.role_names(language)
        return self._parsed.names(self._community, language, all_see, own) if own else all_see

    def role(self, role: RoleId, language: str) -> tuple[Framework, DestinationRole]:
        """Find a destination role with its framework."""
        for framework in self._own().values():
            if role in framework.roles:
                return framework, framework.roles[role]
        return self._library.role(role, language)

    def _own(self) -> dict[Key, Framework]:
        if self._read is None:
            current = self._work.frameworks.current(self._community)
            self._read = self._parsed.read(self._work, self._community, current) if current else {}
        return self._read


def _key(loaded: LoadedFramework) -> Key:
    return loaded.community, loaded.framework, loaded.version, loaded.loaded_at


def _parsed(loaded: LoadedFramework, text: str) -> Framework | None:
    """Parse what was kept; one that this release can't read any more is missing, and nothing else is."""
    try:
        return framework_from(text)
    except FrameworkUnreadable:
        _log.warning(
            "framework_unreadable", community=loaded.community, framework=loaded.framework, version=loaded.version
        )
        return None


def named_roles(framework: Framework) -> list[RoleName]:
    """Name a framework's roles by their place on their ladders."""
    roles = sorted(framework.roles.values(), key=lambda each: (each.level, each.title))
    return [
        RoleName(each.id, each.title, framework.title, searchable(each.title, *each.aliases, each.id)) for each in roles
    ]


def _joined(all_see: RoleNames, own: Iterable[Framework]) -> RoleNames:
    roles = [each for framework in own for each in named_roles(framework)]
    ids = {each.id for each in roles}
    return RoleNames((*roles, *(each for each in all_see.roles if each.id not in ids)))
