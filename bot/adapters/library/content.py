"""The library over a `config/` directory and what an installation added: read when it is asked for, once a language."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from threading import Lock

from bot.adapters.library.attached import framework_from, line_of
from bot.adapters.library.community import CommunityLibrary, Parsed, named_roles
from bot.adapters.library.documents import ProgrammeDocument
from bot.adapters.library.frameworks import framework_files, load_framework
from bot.adapters.library.imported import MARK, Imported, is_imported
from bot.adapters.library.kept import Facts
from bot.adapters.library.loading import BadContent, read_document
from bot.adapters.library.programmes import load_template, programme_files
from bot.adapters.library.roadmaps import load_roadmap, reason_of, roadmap_files, roadmap_from
from bot.core.domain.errors import DomainError, NotFound
from bot.core.domain.frameworks import OWN_LEVELS, DestinationRole, Framework, RoleNames, Scale
from bot.core.domain.ids import CommunityId, CompetencyId, FrameworkId, RoleId, TemplateId
from bot.core.domain.programmes import Template
from bot.core.domain.roadmaps.graphs import Roadmap, checked
from bot.core.domain.versions import FrameworkVersion, version_of
from bot.core.ports import Library, UnitOfWork

FALLBACK = "en"
DEFAULT_TEMPLATE = TemplateId("steady")
"""Offered first: a quarter of a year at an easy pace suits most."""


MOST_AIMS = 500
"""Roles of imported frameworks that are kept at hand: what the members of one installation aim at."""


class ConfigLibrary:
    """Implements `ports.Library`; raises `BadContent` where a file can't be used."""

    def __init__(self, directory: Path, installed: Path | None = None) -> None:
        self.directory, self._installed = directory, installed
        self._seen = 0
        self._frameworks: dict[str, tuple[Framework, ...]] = {}
        self._templates: dict[str, tuple[Template, ...]] = {}
        self._roadmaps: dict[str, tuple[Roadmap, ...]] = {}
        self._imported = Imported(installed) if installed else None
        self._names: dict[str, RoleNames] = {}
        self._aims: dict[RoleId, tuple[Framework, DestinationRole]] = {}
        self._facts: dict[str, Facts] = {}
        self._parsed = Parsed()
        self._lock = Lock()

    def languages(self) -> Sequence[str]:
        """List the languages that texts exist in, the fallback first."""
        found = [each.name for each in (self.directory / "texts").iterdir() if each.is_dir()]
        return sorted(found, key=lambda language: (language != FALLBACK, language))

    def frameworks(self, language: str) -> Sequence[Framework]:
        """List the frameworks, by title."""
        with self._lock:
            self._forget_what_changed()
            if language not in self._frameworks:
                loaded = [load_framework(file, language) for file in self._framework_files()]
                self._frameworks[language] = tuple(sorted(loaded, key=lambda each: each.title.casefold()))
            return self._frameworks[language]

    def role_names(self, language: str) -> RoleNames:
        """Name every role that can be aimed at, those of imported frameworks last."""
        own = self.frameworks(language)
        with self._lock:
            self._forget_what_changed()
            if language not in self._names:
                named = [role for each in own for role in named_roles(each)]
                self._names[language] = RoleNames((*named, *(self._imported.role_names() if self._imported else ())))
            return self._names[language]

    def role(self, role: RoleId, language: str) -> tuple[Framework, DestinationRole]:
        """Find a destination role with its framework."""
        if is_imported(role):
            return self._aim(role)
        for framework in self.frameworks(language):
            if role in framework.roles:
                return framework, framework.roles[role]
        raise NotFound

    def competencies(self, competencies: Iterable[CompetencyId], language: str) -> Framework:  # noqa: ARG002  they have one
        """Bring together what an imported framework tells of competencies of its own."""
        if self._imported is None:
            raise NotFound
        return self._imported.competencies(competencies)

    def levels(self, competency: CompetencyId) -> Scale:
        """Say what levels of a competency are measured with; nobody can tell of a framework that is gone."""
        if self._imported is None or not is_imported(competency):
            return OWN_LEVELS
        return self._facts_of(self._imported, competency).levels

    def credit(self, name: CompetencyId | RoleId) -> str:
        """Say what line the licence asks for where this is told of; nobody can tell of a framework that is gone."""
        if self._imported is None or not is_imported(name):
            return ""
        try:
            return self._facts_of(self._imported, name).credit
        except NotFound:
            return ""

    def templates(self, language: str) -> Sequence[Template]:
        """List the programme templates, the default first."""
        with self._lock:
            if language not in self._templates:
                loaded = [load_template(file, language) for file in programme_files(self._of("programmes"))]
                self._templates[language] = tuple(
                    sorted(loaded, key=lambda each: (each.id != DEFAULT_TEMPLATE, each.weeks, each.id))
                )
            return self._templates[language]

    def template(self, template: TemplateId, language: str) -> Template:
        """Find a template."""
        for each in self.templates(language):
            if each.id == template:
                return each
        raise NotFound

    def roadmaps(self, language: str) -> Sequence[Roadmap]:
        """List the roadmaps that ship, by title."""
        with self._lock:
            if language not in self._roadmaps:
                loaded = [load_roadmap(file, language) for file in roadmap_files(self._of("roadmaps"))]
                self._roadmaps[language] = tuple(sorted(loaded, key=lambda each: each.title.casefold()))
            return self._roadmaps[language]

    def read_roadmap(self, text: str, name: str) -> Roadmap:
        """Read a roadmap that somebody attached, or raise `RoadmapUnreadable`."""
        return roadmap_from(text, name)

    def read_framework(self, text: str) -> Framework:
        """Read a framework that somebody attached, or raise `FrameworkUnreadable`."""
        return framework_from(text)

    def line_of(self, text: str, path: Sequence[int | str]) -> int:
        """Find the line on which a part of an attached framework begins."""
        return line_of(text, path)

    def ships(self, framework: FrameworkId) -> bool:
        """Tell whether a framework ships, was installed or imported."""
        is_own = any(each.id == framework for each in self.frameworks(FALLBACK))
        return is_own or (self._imported is not None and self._imported.has(framework))

    def versions(self) -> Sequence[FrameworkVersion]:
        """List the versions of the frameworks that are here for every community."""
        own = [version_of(each) for each in self.frameworks(FALLBACK)]
        return [*own, *(self._imported.versions() if self._imported else ())]

    def of_community(self, work: UnitOfWork, community: CommunityId) -> Library:
        """Return the library as a community sees it."""
        return CommunityLibrary(self, self._parsed, work, community)

    def check(self) -> None:
        """Read all of it and compare what one file alone can't tell, or raise `BadContent`."""
        for language in self.languages():
            self._check_frameworks(language)
            self.templates(language)
            self._check_roadmaps(language)
        known = {framework.id for framework in self.frameworks(FALLBACK)}
        for file in programme_files(self._of("programmes")):
            default = read_document(file, ProgrammeDocument).framework_default
            if default not in known:
                raise BadContent(file, f"no such framework: {default}", field="framework_default")

    def _check_frameworks(self, language: str) -> None:
        """A role belongs to one framework; a competency that several share says the same in each."""
        roles: dict[str, str] = {}
        competencies: dict[str, object] = {}
        for framework in self.frameworks(language):
            file = next(file for file in self._framework_files() if file.stem == framework.id)
            for role in framework.roles:
                if roles.setdefault(role, framework.id) != framework.id:
                    raise BadContent(file, f"{role} is in {roles[role]} too", field="roles")
            for each in framework.competencies.values():
                if competencies.setdefault(each.id, each) != each:
                    raise BadContent(file, f"{each.id} reads otherwise in another framework", field="competencies")

    def _check_roadmaps(self, language: str) -> None:
        """A roadmap's steps are a graph, and lift competencies of the framework that it names."""
        frameworks = {framework.id: framework for framework in self.frameworks(language)}
        for roadmap in self.roadmaps(language):
            file = next(file for file in roadmap_files(self._of("roadmaps")) if file.stem == roadmap.id)
            if roadmap.framework not in frameworks:
                raise BadContent(file, f"no such framework: {roadmap.framework}", field="framework")
            try:
                checked(roadmap, frameworks[roadmap.framework])
            except DomainError as error:
                raise BadContent(file, reason_of(error), field="steps") from error

    def _framework_files(self) -> list[Path]:
        added = framework_files(self._installed) if self._installed else []
        return [*framework_files(self._of("frameworks")), *added]

    def _forget_what_changed(self) -> None:
        """Notice that a framework was added or replaced, by this process or another: its directory was written to."""
        seen = self._installed.stat().st_mtime_ns if self._installed and self._installed.is_dir() else 0
        if seen != self._seen:
            for kept in (self._frameworks, self._names, self._aims, self._facts):
                kept.clear()
            self._seen = seen

    def _facts_of(self, imported: Imported, name: str) -> Facts:
        """Read what is known of the framework that something is of, once as long as nothing changes."""
        framework = name.partition(MARK)[0]
        with self._lock:
            self._forget_what_changed()
            if framework not in self._facts:
                self._facts[framework] = imported.facts(framework)
            return self._facts[framework]

    def _aim(self, role: RoleId) -> tuple[Framework, DestinationRole]:
        """Read a role of an imported framework, once as long as nothing changes and there aren't too many."""
        if self._imported is None:
            raise NotFound
        with self._lock:
            self._forget_what_changed()
            if role not in self._aims:
                if len(self._aims) >= MOST_AIMS:
                    self._aims.clear()
                self._aims[role] = self._imported.role(role)
            return self._aims[role]

    def _of(self, kind: str) -> Path:
        return self.directory / kind


def read_texts(directory: Path) -> Mapping[str, Sequence[str]]:
    """Read the Fluent sources of every language, for the catalogue; `directory` is `config/`."""
    return {
        language.name: [file.read_text("utf-8") for file in sorted(language.glob("*.ftl"))]
        for language in sorted((directory / "texts").iterdir())
        if language.is_dir()
    }
