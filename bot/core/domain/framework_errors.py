"""What can be wrong with a framework that somebody brings, each by a name that a text answers to.

Facts `line` are lines of the file, 0 where nobody can tell.
"""

from bot.core.domain.errors import DomainError


class FrameworkUnreadable(DomainError):
    """A file that can't be read as a framework; facts `line`, `field` (`none` where it is none's) and `reason`.

    Fact `why` is `other` where the reason is in its own words alone; else a sentence tells it, with the fact `limit`.
    """

    key = "framework-unreadable"


class FrameworkIdTaken(DomainError):
    """The id is that of a framework which is here for every community; facts `line` and `framework`."""

    key = "framework-id-taken"


class FrameworkRoleTaken(DomainError):
    """A role belongs to one framework, and this one to another; facts `line`, `role` and `framework`."""

    key = "framework-role-taken"


class FrameworkCompetencyDiffers(DomainError):
    """A competency that several frameworks share says the same in each; facts `line`, `competency`, `framework`."""

    key = "framework-competency-differs"


class FrameworkVersionStale(DomainError):
    """What changes has a higher version than whatever was kept; facts `line`, `version` and the one `kept`."""

    key = "framework-version-stale"


class FrameworkUnchanged(DomainError):
    """The very same framework is here already; facts `framework` and `version`."""

    key = "framework-unchanged"


class TooManyFrameworks(DomainError):
    """A community has as many frameworks of its own as it may have: the fact `most`."""

    key = "too-many-frameworks"


class NoFrameworkWaits(DomainError):
    """The file that this button was for isn't waiting any more: another was brought, or it was loaded."""

    key = "no-framework-waits"


class NoOwnFramework(DomainError):
    """The community has no framework of its own."""

    key = "no-own-framework"
