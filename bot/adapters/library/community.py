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
from bot.core.domain.frameworks import DestinationRole, Framework, RoleName, RoleNames, Scale
from bot.core.domain.ids import CommunityId, CompetencyId, FrameworkId, RoleId, TemplateId
from bot.core.domain.loaded import LoadedFramework
from bot.core.domain.naming import searchable
from bot.core.domain.programmes import Template
from bot.core.domain.roadmaps.graphs import Roadmap
from bot.core.domain.versions import FrameworkVersion
from bot.core.ports import Library, UnitOfWork

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


class CommunityLibrary:
    """Implements `ports.Library` for one unit of work."""

    def __init__(self, library: Library, parsed: Parsed, work: UnitOfWork, community: CommunityId) -> None:
        self._library, self._parsed = library, parsed
        self._work, self._community = work, community
        self._read: dict[Key, Framework] | None = None

    def languages(self) -> Sequence[str]:
        """List the languages that texts exist in."""
        return self._library.languages()

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

    def competencies(self, competencies: Iterable[CompetencyId], language: str) -> Framework:
        """Bring together what an imported framework tells of some competencies."""
        return self._library.competencies(competencies, language)

    def levels(self, competency: CompetencyId) -> Scale:
        """Say what levels of a competency are measured with: a community's own have Menteo's scale."""
        return self._library.levels(competency)

    def credit(self, name: CompetencyId | RoleId) -> str:
        """Say what line is asked for where this competency or role is told of: for its own, none is."""
        return self._library.credit(name)

    def templates(self, language: str) -> Sequence[Template]:
        """List the programme templates."""
        return self._library.templates(language)

    def template(self, template: TemplateId, language: str) -> Template:
        """Find a template."""
        return self._library.template(template, language)

    def roadmaps(self, language: str) -> Sequence[Roadmap]:
        """List the roadmaps that ship."""
        return self._library.roadmaps(language)

    def read_roadmap(self, text: str, name: str) -> Roadmap:
        """Read a roadmap that somebody attached."""
        return self._library.read_roadmap(text, name)

    def read_framework(self, text: str) -> Framework:
        """Read a framework that somebody attached."""
        return self._library.read_framework(text)

    def line_of(self, text: str, path: Sequence[int | str]) -> int:
        """Find the line on which a part of an attached framework begins."""
        return self._library.line_of(text, path)

    def ships(self, framework: FrameworkId) -> bool:
        """Tell whether a framework is here for every community."""
        return self._library.ships(framework)

    def versions(self) -> Sequence[FrameworkVersion]:
        """List the versions of the frameworks that are here for every community."""
        return self._library.versions()

    def of_community(self, work: UnitOfWork, community: CommunityId) -> Library:
        """Return the library as another community, or unit of work, sees it."""
        return self._library.of_community(work, community)

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
