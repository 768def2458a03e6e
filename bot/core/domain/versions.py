"""What a role asked in one version of its framework, and what another version asks otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.core.domain.frameworks import DestinationRole, Framework
from bot.core.domain.ids import CommunityId, CompetencyId, FrameworkId, RoleId


@dataclass(frozen=True)
class FrameworkVersion:
    """A framework at one of its versions."""

    framework: FrameworkId
    version: int


@dataclass(frozen=True)
class Asked:
    """What is asked of one competency: a level on the framework's scale, and its importance as a weight of 0-1."""

    level: float
    weight: float


Asks = Mapping[CompetencyId, Asked]


@dataclass(frozen=True)
class RoleVersion:
    """What a role asked in one version, with its competencies' titles of then: kept after the file itself is gone."""

    community: CommunityId
    role: RoleId
    version: FrameworkVersion
    seen_at: datetime
    asks: Asks
    titles: Mapping[CompetencyId, str]


@dataclass(frozen=True)
class AskDifference:
    """What is newly asked, asked otherwise (before and after), and asked no longer."""

    new: Asks
    changed: Mapping[CompetencyId, tuple[Asked, Asked]]
    gone: Asks

    @property
    def is_empty(self) -> bool:
        """Whether both ask the same."""
        return not (self.new or self.changed or self.gone)

    def applied_to(self, before: Asks) -> Asks:
        """Make what is asked afterwards of what was asked before."""
        kept = {each: asked for each, asked in before.items() if each not in self.gone}
        return {**kept, **{each: after for each, (_, after) in self.changed.items()}, **self.new}


def version_of(framework: Framework) -> FrameworkVersion:
    """Name a framework's version."""
    return FrameworkVersion(framework.id, framework.version)


def asks_of(role: DestinationRole) -> Asks:
    """List what a role asks."""
    return {each: Asked(needed.level, needed.weight) for each, needed in role.requires.items()}


def role_version(community: CommunityId, framework: Framework, role: DestinationRole, seen_at: datetime) -> RoleVersion:
    """Take down what a role asks now."""
    titles = {each: framework.competencies[each].title for each in role.requires}
    return RoleVersion(community, role.id, version_of(framework), seen_at, asks_of(role), titles)


def difference_of(before: Asks, after: Asks) -> AskDifference:
    """Say what `after` asks otherwise than `before`."""
    return AskDifference(
        new={each: asked for each, asked in after.items() if each not in before},
        changed={each: (before[each], asked) for each, asked in after.items() if before.get(each, asked) != asked},
        gone={each: asked for each, asked in before.items() if each not in after},
    )
