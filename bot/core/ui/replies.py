"""What is answered at once: a view or an opened form, to whom and where."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.core.ui.commands import Audience, Placement
from bot.core.ui.forms import Form, Raw
from bot.core.ui.views import View


@dataclass(frozen=True)
class OpenForm:
    """A form to be filled in: what it asks, what is answered already and what was wrong with it."""

    form: Form
    token: str
    """Comes back with the answers."""
    answers: Mapping[str, Raw] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    """Sentences by field name, ready to be shown beside the field."""
    trouble: str = ""
    """A sentence about the form as a whole."""
    language: str = ""
    """Whom it is asked: their language, and the day that it is where they are."""
    today: date | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    """How the answers of searched fields are called, by field name, where that was looked up."""


@dataclass(frozen=True)
class Ongoing:
    """A form that somebody has begun and neither sent nor put away."""

    opened: OpenForm
    session: str
    """Names it among the forms of this person; `Conversation.going_on` finds it by that."""
    community: str
    """External id of its community on the platform that was asked for."""
    touched_at: datetime
    is_stale: bool
    """Whether that is so long ago that plain words aren't taken for an answer to it."""


@dataclass(frozen=True)
class Reply:
    """An answer; may die with the process, since what must not be lost is an effect. `content` None says nothing."""

    content: View | OpenForm | None
    audience: Audience = Audience.ONLY_ME
    placement: Placement = Placement.NEW


SILENCE = Reply(None)
"""For what needs no answer, such as the same happening told twice."""
