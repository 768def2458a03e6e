"""Somebody who fills in a form as Telegram asks it: every answer goes the way of an update, none is remembered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from bot.adapters.telegram.answers import Reader, said_error
from bot.adapters.telegram.asking import Change, LookUp, Outcome, Refused, found, next_step, pressed, refused, typed
from bot.adapters.telegram.callbacks import OptionPress, PagePress, StepPress, read
from bot.adapters.telegram.questions import Question
from bot.adapters.telegram.summaries import Summary
from bot.adapters.telegram.wording import Speaker
from bot.core.ui.forms import Form, Option, Raw
from bot.core.ui.replies import OpenForm
from tests.adapters.telegram import chats

TODAY = date(2026, 11, 23)
TOKEN = "form:ref:abcdefgh23450000:mmmmmmmmmmmmmmmm"


@dataclass
class Filling:
    """A form and the one who fills it in; `sent` is what was sent, once it was."""

    opened: OpenForm
    language: str = "en"
    options: Sequence[Option] = ()
    """What a search finds."""
    sent: Mapping[str, Raw] | None = None
    outcome: Outcome | None = None
    page: int | None = None
    _shown: OpenForm = field(init=False)

    def __post_init__(self) -> None:
        self._shown = self.opened

    @classmethod
    def of(cls, form: Form, answers: Mapping[str, Raw] | None = None) -> "Filling":
        return cls(OpenForm(form, TOKEN, answers or {}))

    @property
    def reader(self) -> Reader:
        return Reader(Speaker(chats.Catalogued(), self.language), TODAY)

    @property
    def step(self) -> Question | Summary:
        return next_step(self._shown, self.reader, self.page)

    @property
    def words(self) -> str:
        return chats.words(self.step.html)

    @property
    def asked(self) -> str:
        """The name of the field that is asked; empty for a summary."""
        step = self.step
        return step.field.name if isinstance(step, Question) else ""

    @property
    def buttons(self) -> list[str]:
        return chats.labels(chats.buttons(self.step.keyboard))

    def presses(self, label: str) -> None:
        """Press what stands before them; a label may be given without its tick."""
        means = chats.presses(self.step.keyboard)
        press = means.get(label) or means[f"✓ {label}"]
        assert isinstance(press, OptionPress | StepPress | PagePress)
        self.page = None
        self.takes(pressed(self.opened, press, self.reader))

    def presses_data(self, data: str) -> None:
        """Press a button that stood there before."""
        press = read(data)
        assert isinstance(press, OptionPress | StepPress | PagePress)
        self.takes(pressed(self.opened, press, self.reader))

    def came_to(self) -> Outcome | None:
        """What the last thing that they did came to."""
        return self.outcome

    def types(self, text: str) -> None:
        self.takes(typed(self.opened, text, self.reader))

    def takes(self, outcome: Outcome) -> None:
        """Do what an adapter does with an outcome."""
        self.outcome, self._shown = outcome, self.opened
        match outcome:
            case Change(answers, final, page):
                self.opened = self._shown = replace(self.opened, answers={**self.opened.answers, **answers})
                self.sent, self.page = answers if final else None, page
            case Refused(_, error):
                self._shown = refused(self.opened, outcome, said_error(error, self.reader))
            case LookUp():
                self.takes(found(self.opened, outcome, self.options))
            case _:
                self.page = getattr(outcome, "page", None)

    def is_told(self, errors: Mapping[str, str] | None = None, trouble: str = "") -> None:
        """Hear from the core what was wrong with what was sent."""
        self._shown = self.opened = replace(self.opened, errors=errors or {}, trouble=trouble)
        kept = self.step.asking
        self.opened = replace(self.opened, answers={**self.opened.answers, "@asking": kept}, errors={}, trouble="")
        self.sent = None
