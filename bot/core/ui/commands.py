"""What a surface knows of a command, an action or a form before the core has answered.

Some platforms fix these at the acknowledgement (Discord within 3 s; a modal must be the first answer), so they are
declared, never found out.
"""

from dataclasses import dataclass
from enum import Enum

from bot.core.ui.forms import Field


class Access(Enum):
    """Whether answering writes: reads never queue behind the writer."""

    READ = "read"
    WRITE = "write"


class Audience(Enum):
    """Who sees an answer."""

    ONLY_ME = "only_me"
    HERE = "here"


class Placement(Enum):
    """Whether an answer is a new message or takes the place of the one that was pressed."""

    NEW = "new"
    IN_PLACE = "in_place"


@dataclass(frozen=True)
class Traits:
    """What is known at the acknowledgement."""

    access: Access = Access.READ
    opens_form: bool = False
    audience: Audience = Audience.ONLY_ME
    placement: Placement = Placement.NEW
    thinks: bool = False
    """Whether something is to be worked out first, in a read, so that no write waits for it."""
    administrative: bool = False
    """Whether it matters what the platform says of the person's rights (`Origin.is_administrator`, `Origin.rights`)."""


@dataclass(frozen=True)
class CommandCard:
    """A command as a surface lists it, in one language, for one kind of person."""

    name: str
    """`[a-z0-9_]`, at most 32."""
    verb: str
    """Empty, or the second word of a group (`goal add`)."""
    summary: str
    for_moderators: bool
    parameters: tuple[Field, ...] = ()
    """What may be given with it: fields of the form that it opens, by the same names. None has to be given."""

    @property
    def typed(self) -> str:
        """The command as typed, without the slash."""
        return f"{self.name} {self.verb}".strip()


class ShortcutKind(Enum):
    """What a shortcut is used on."""

    PERSON = "person"
    MESSAGE = "message"


@dataclass(frozen=True)
class ShortcutCard:
    """A command that is used on a person or on a message, as a surface lists it, in one language."""

    name: str
    """`[a-z_]`, at most 32; what `ShortcutUsed` calls it."""
    kind: ShortcutKind
    label: str
