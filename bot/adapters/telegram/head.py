"""Decides what a form asks next: what `asking` works out, as the moves that filling in goes by."""

from collections.abc import Callable, Sequence

from bot.adapters.telegram import asking
from bot.adapters.telegram.answers import Reader, said_error
from bot.adapters.telegram.asking_state import asking as standing
from bot.adapters.telegram.callbacks import OptionPress, PagePress, StepPress
from bot.adapters.telegram.callbacks import read as read_callback
from bot.adapters.telegram.moves import Ask, Idle, Leave, Move, PutAway, Search, Send
from bot.core.dialogue.conversation import ASKING
from bot.core.ui.forms import Option, Raw
from bot.core.ui.replies import OpenForm

_OWN = 2
"""Where what `asking` keeps for itself begins, behind the field and the question's place."""


class Head:
    """Implements `Questions`; `reader` says whom a form is asked."""

    def __init__(self, reader: Callable[[OpenForm], Reader]) -> None:
        self._reader = reader

    def begin(self, opened: OpenForm) -> Move:
        """Begin with a form, or go on with it where something was wrong with it when it was sent."""
        return _ask(standing(opened).written)

    def again(self, opened: OpenForm) -> Move:
        """Ask again what is asked."""
        return _ask(standing(opened).written)

    def pressed(self, opened: OpenForm, data: str) -> Move:
        """Go on from a button of the form's, by its callback data."""
        press = read_callback(data)
        if not isinstance(press, OptionPress | StepPress | PagePress):
            return Idle()
        return self._move(opened, asking.pressed(opened, press, self._reader(opened)))

    def typed(self, opened: OpenForm, text: str) -> Move:
        """Go on from an answer in words."""
        return self._move(opened, asking.typed(opened, text, self._reader(opened)))

    def filed(self, opened: OpenForm, text: str) -> Move:
        """Go on from the text of a file that was sent."""
        return self._move(opened, asking.filed(opened, text))

    def found(self, opened: OpenForm, text: str, options: Sequence[Option]) -> Move:
        """Go on from what was found by these words."""
        looked_up = asking.LookUp(standing(opened).field, "", text)
        return self._move(opened, asking.found(opened, looked_up, options))

    def _move(self, opened: OpenForm, outcome: asking.Outcome) -> Move:
        match outcome:
            case asking.Change(answers, is_final, page):
                given = {name: raw for name, raw in answers.items() if name != ASKING}
                return Send(given) if is_final else _ask(answers[ASKING], given, page)
            case asking.Refused(field, error):
                words = said_error(error, self._reader(opened))
                return Ask(_own(standing(opened).written), errors={field: words})
            case asking.LookUp(source=source, text=text):
                return Search(source, text)
            case asking.Shown(page):
                return _ask(standing(opened).written, page=page)
            case asking.PutAway(command):
                return Leave(command) if command else PutAway()
            case asking.Stale():
                return _ask(standing(opened).written)


def _ask(written: Raw, answers: dict[str, Raw] | None = None, page: int | None = None) -> Ask:
    return Ask(_own(written), answers or {}, page=page)


def _own(written: Raw) -> Raw:
    return (*written[:1], *written[_OWN:])
