"""A library behind another one: it passes on what it is asked, and whoever builds on it changes only what differs."""

from collections.abc import Iterable, Sequence

from bot.core.domain.frameworks import DestinationRole, Framework, RoleNames, Scale
from bot.core.domain.ids import CommunityId, CompetencyId, FrameworkId, RoleId, TemplateId
from bot.core.domain.programmes import Template
from bot.core.domain.roadmaps.graphs import Roadmap
from bot.core.domain.versions import FrameworkVersion
from bot.core.ports.work import UnitOfWork
from bot.core.ports.world import Library


class BorrowedLibrary:
    """Implements `Library` by another."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def languages(self) -> Sequence[str]:
        """List the languages that texts exist in."""
        return self._library.languages()

    def frameworks(self, language: str) -> Sequence[Framework]:
        """List Menteo's own frameworks and those in its format."""
        return self._library.frameworks(language)

    def role_names(self, language: str) -> RoleNames:
        """Name every role that can be aimed at."""
        return self._library.role_names(language)

    def role(self, role: RoleId, language: str) -> tuple[Framework, DestinationRole]:
        """Find a destination role with its framework."""
        return self._library.role(role, language)

    def competencies(self, competencies: Iterable[CompetencyId], language: str) -> Framework:
        """Bring together what an imported framework tells of some competencies."""
        return self._library.competencies(competencies, language)

    def levels(self, competency: CompetencyId) -> Scale:
        """Say what levels of a competency are measured with."""
        return self._library.levels(competency)

    def credit(self, name: CompetencyId | RoleId) -> str:
        """Say what line is asked for where this competency or role is told of."""
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
