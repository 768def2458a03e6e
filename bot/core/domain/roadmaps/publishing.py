"""A roadmap that is drafted in chat: handed in by its author, reviewed by a moderator, published as a version."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from bot.core.domain.frameworks import Framework
from bot.core.domain.gaps import GapCell, GapMatrix
from bot.core.domain.ids import CommunityId, CompetencyId, DraftId, MemberId
from bot.core.domain.roadmaps.cutting import cut
from bot.core.domain.roadmaps.errors import DraftFallsShort, DraftMovedOn
from bot.core.domain.roadmaps.graphs import Roadmap, Step, checked

FIRST_VERSION = 1


class DraftState(Enum):
    """Where a drafted roadmap is in its life."""

    DRAFT = "draft"
    HANDED_IN = "handed_in"
    PUBLISHED = "published"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Draft:
    """A roadmap of a community's own, in one version; its `roadmap` need not hold together before it is handed in."""

    id: DraftId
    community: CommunityId
    member: MemberId
    """Who drafts it."""
    roadmap: Roadmap
    state: DraftState
    drafted_at: datetime
    remark: str = ""
    """What the moderator said who handed it back."""
    reviewed_by: MemberId | None = None
    published_at: datetime | None = None

    def edited(self, roadmap: Roadmap) -> "Draft":
        """Replace what it says."""
        return replace(self._in(DraftState.DRAFT), roadmap=roadmap)

    def with_step(self, step: Step) -> "Draft":
        """Add a step."""
        return self.edited(replace(self.roadmap, steps=(*self.roadmap.steps, step)))

    def handed_in(self, framework: Framework) -> "Draft":
        """Hand it in for review; raise what is wrong with it, or `DraftFallsShort` where it doesn't reach its role."""
        draft = self._in(DraftState.DRAFT)
        check_whole(self.roadmap, framework)
        return replace(draft, state=DraftState.HANDED_IN, remark="")

    def handed_back(self, moderator: MemberId, remark: str) -> "Draft":
        """Hand it back to its author with a word on what to change."""
        draft = self._in(DraftState.HANDED_IN)
        return replace(draft, state=DraftState.DRAFT, reviewed_by=moderator, remark=remark)

    def published(self, moderator: MemberId, framework: Framework, version: int, now: datetime) -> "Draft":
        """Publish it as a version."""
        draft = self._in(DraftState.HANDED_IN)
        check_whole(self.roadmap, framework)
        roadmap = replace(self.roadmap, version=version)
        return replace(draft, state=DraftState.PUBLISHED, roadmap=roadmap, reviewed_by=moderator, published_at=now)

    def dropped(self) -> "Draft":
        """Let it go; what is published stays."""
        if self.state not in {DraftState.DRAFT, DraftState.HANDED_IN}:
            raise DraftMovedOn(state=self.state.value)
        return replace(self, state=DraftState.DROPPED)

    def _in(self, state: DraftState) -> "Draft":
        if self.state is not state:
            raise DraftMovedOn(state=self.state.value)
        return self


def check_whole(roadmap: Roadmap, framework: Framework) -> None:
    """Raise what is wrong with a roadmap, or `DraftFallsShort` where it leaves its own role out of reach."""
    checked(roadmap, framework)
    if short := left_open(roadmap, framework):
        raise DraftFallsShort(competencies=", ".join(framework.competencies[each].title for each in short))


def left_open(roadmap: Roadmap, framework: Framework) -> tuple[CompetencyId, ...]:
    """List the competencies of a roadmap's role that it doesn't bring to the required level from nothing."""
    role = framework.roles[roadmap.role]
    cells = tuple(
        GapCell(framework.competencies[competency], None, asked.level, asked.weight)
        for competency, asked in role.requires.items()
    )
    return tuple(cell.competency.id for cell in cut(roadmap, GapMatrix(role, cells)).short)
