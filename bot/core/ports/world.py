"""What use cases need of the world outside: time, new ids, curated content."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from bot.core.domain.frameworks import DestinationRole, Framework, RoleNames, Scale
from bot.core.domain.ids import CommunityId, CompetencyId, FrameworkId, RoleId, TemplateId
from bot.core.domain.programmes import Template
from bot.core.domain.roadmaps.graphs import Roadmap
from bot.core.domain.versions import FrameworkVersion
from bot.core.ports.matching import MatchingEngines, OnlyPlain
from bot.core.ports.signups import NoSheets, SheetReader
from bot.core.ports.work import UnitOfWork
from bot.core.ui.calendars import Calendar, CalendarWriter


class Clock(Protocol):
    """Programme time; leases and pacing use machine time."""

    def now(self) -> datetime:
        """Return the current aware instant in UTC."""


class Ids(Protocol):
    """Where new identifiers come from: at least 80 random bits, of `[a-z0-9]` (16 characters)."""

    def new(self) -> str:
        """Draw one."""


class Library(Protocol):
    """The curated content of `config/`, in a language; unknown languages give the content's own."""

    def languages(self) -> Sequence[str]:
        """List the languages that texts exist in."""

    def frameworks(self, language: str) -> Sequence[Framework]:
        """List Menteo's own frameworks and those in its format, by title; imported ones are too big to be listed."""

    def role_names(self, language: str) -> RoleNames:
        """Name every role that can be aimed at, those of imported frameworks last."""

    def role(self, role: RoleId, language: str) -> tuple[Framework, DestinationRole]:
        """Find a destination role with its framework, or raise `NotFound`.

        Of an imported framework there is what the role asks; one that nobody has rated asks what its stand-in asks.
        """

    def competencies(self, competencies: Iterable[CompetencyId], language: str) -> Framework:
        """Bring together what an imported framework tells of some competencies; raise `NotFound` if it is gone."""

    def levels(self, competency: CompetencyId) -> Scale:
        """Say what levels of a competency are measured with."""

    def credit(self, name: CompetencyId | RoleId) -> str:
        """Say what line the licence asks for where this competency or role is told of; empty where none is asked."""

    def templates(self, language: str) -> Sequence[Template]:
        """List the programme templates, the default first."""

    def template(self, template: TemplateId, language: str) -> Template:
        """Find a template, or raise `NotFound`."""

    def roadmaps(self, language: str) -> Sequence[Roadmap]:
        """List the roadmaps that ship, by title."""

    def read_roadmap(self, text: str, name: str) -> Roadmap:
        """Read a roadmap that somebody attached as a file of this name; raise `RoadmapUnreadable`."""

    def read_framework(self, text: str) -> Framework:
        """Read a framework that somebody attached, YAML or TOML; raise `FrameworkUnreadable`."""

    def line_of(self, text: str, path: Sequence[int | str]) -> int:
        """Find the line on which a part of an attached framework begins; `path` leads to it: `roles`, 0, `id`."""

    def ships(self, framework: FrameworkId) -> bool:
        """Tell whether a framework is here for every community: it ships, was installed or imported."""

    def versions(self) -> Sequence[FrameworkVersion]:
        """List the versions of the frameworks that are here for every community, imported ones included."""

    def of_community(self, work: UnitOfWork, community: CommunityId) -> "Library":
        """Return the library as a community sees it: with the frameworks that it has loaded for itself.

        They are read when they are first asked for; where it has one of an id, or a role, that is here for every
        community, too, its own counts.
        """


class Gates(Protocol):
    """The ways in to the platforms that the program lives on."""

    def platforms(self) -> Sequence[str]:
        """List those platforms by name."""

    def way(self, platform: str, purpose: str, code: str = "") -> str:
        """Return the address that begins something on a platform, empty where it has none: `link`, `connect`."""

    def seconds_apart(self, platform: str) -> float:
        """Say how many seconds a platform wants between two messages in the same public place."""


class NoGates:
    """No way in from outside: a program that lives on one platform alone, or on none."""

    def platforms(self) -> Sequence[str]:
        """List no platform."""
        return ()

    def way(self, platform: str, purpose: str, code: str = "") -> str:  # noqa: ARG002  as the port has it
        """Know no way."""
        return ""

    def seconds_apart(self, platform: str) -> float:  # noqa: ARG002  as the port has it
        """Know of no wait."""
        return 0.0


class NoCalendars:
    """No calendar file: what stands in where nobody is given one."""

    def write(self, calendar: Calendar) -> str:  # noqa: ARG002  as the port has it
        """Write nothing."""
        return ""


@dataclass(frozen=True)
class Tools:
    """What a use case has at hand beside its unit of work."""

    clock: Clock
    ids: Ids
    library: Library
    gates: Gates = field(default_factory=NoGates)
    engines: MatchingEngines = field(default_factory=OnlyPlain)
    calendars: CalendarWriter = field(default_factory=NoCalendars)
    sheets: SheetReader = field(default_factory=NoSheets)

    def of(self, work: UnitOfWork, community: CommunityId) -> "Tools":
        """Return the tools of a community, whose library has the frameworks that it has loaded for itself."""
        return replace(self, library=self.library.of_community(work, community))
