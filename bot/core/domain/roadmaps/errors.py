"""What can be wrong with a roadmap, and with what somebody does on theirs, each by a name that a text answers to."""

from bot.core.domain.errors import DomainError


class RoadmapEmpty(DomainError):
    """A roadmap without a step."""

    key = "roadmap-empty"


class StepTwice(DomainError):
    """Two steps of the same id; fact `step`."""

    key = "step-twice"


class PrerequisiteUnknown(DomainError):
    """A step needs one that isn't there; facts `step` and `needs`."""

    key = "prerequisite-unknown"


class PrerequisitesInCircle(DomainError):
    """Steps that wait for each other, so that none can ever begin; fact `steps` names them in their order."""

    key = "prerequisites-in-circle"


class StepCompetencyUnknown(DomainError):
    """A step lifts a competency that the framework doesn't know; facts `step` and `competency`."""

    key = "step-competency-unknown"


class StepLevelOffScale(DomainError):
    """A step lifts to a level that isn't on the framework's scale; facts `step`, `level`, `lowest` and `highest`."""

    key = "step-level-off-scale"


class StepEffortUnlikely(DomainError):
    """A step without effort, or with more than one step should have; facts `step`, `hours` and `most`."""

    key = "step-effort-unlikely"


class MilestoneUnproved(DomainError):
    """A milestone that doesn't say what proves it; fact `step`."""

    key = "milestone-unproved"


class RoadmapRoleUnknown(DomainError):
    """A roadmap leads to a role that its framework doesn't have; fact `role`."""

    key = "roadmap-role-unknown"


class RoadmapFrameworkUnknown(DomainError):
    """A roadmap goes by a framework that isn't here; fact `framework`."""

    key = "roadmap-framework-unknown"


class RoadmapUnreadable(DomainError):
    """A file that can't be read as a roadmap; facts `line` (0 where unknown), `field` and `reason`."""

    key = "roadmap-unreadable"


class NotEnrolled(DomainError):
    """The member follows no roadmap."""

    key = "not-enrolled"


class AlreadyEnrolled(DomainError):
    """The member follows a roadmap, and it is one at a time; fact `roadmap` is its title."""

    key = "already-enrolled"


class NothingToClose(DomainError):
    """No step of the roadmap closes a gap of the member's."""

    key = "nothing-to-close"


class StepNotReady(DomainError):
    """A step that waits for others; fact `needs` names them."""

    key = "step-not-ready"


class StepSettled(DomainError):
    """A step that is done, skipped or set aside already; fact `state`."""

    key = "step-settled"


class ProofMissing(DomainError):
    """A milestone is done when there is something to show for it; fact `proof` says what."""

    key = "proof-missing"


class NothingNewer(DomainError):
    """The member's copy is of the newest version."""

    key = "nothing-newer"


class DraftMovedOn(DomainError):
    """A drafted roadmap is no longer in the state that this step starts from; fact `state`."""

    key = "draft-moved-on"


class DraftFallsShort(DomainError):
    """A draft that its own role would not be reached by; fact `competencies` names what it leaves open."""

    key = "draft-falls-short"
