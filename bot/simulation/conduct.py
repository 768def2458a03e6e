"""What scripted people do with the program: the same commands, forms and buttons as anybody."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import count
from typing import Protocol

from bot.core.ui.forms import Option, Raw, Scale
from bot.core.ui.inbound import (
    ActionPressed,
    CommandCalled,
    FormAnswered,
    Inbound,
    Origin,
    Searched,
    Where,
)
from bot.core.ui.replies import OpenForm, Reply
from bot.core.ui.views import Tone, View
from bot.simulation.filling import fill
from bot.simulation.people import Part, Person
from bot.simulation.program import Program
from bot.simulation.protocol import COMMUNITY, PLATFORM, Found, Handle, Handled, Search
from bot.simulation.receiver import Receiver

_ATTEMPTS = 3
"""A reply may have died with the process; people ask again."""

_TEMPLATE, _CAPACITY, _RATING, _SPOKEN = "steady", "10", "1", "en"
"""Such answers that every mentor has something to teach every mentee, in a language that both speak."""

_VISIBILITY = {True: "public", False: "private"}


class Now(Protocol):
    """Knows what time it is out here."""

    def __call__(self) -> datetime: ...


class Conduct:
    """Carries people's intentions out; each says whether the program took them as they were meant."""

    def __init__(self, program: Program, receiver: Receiver, now: Now) -> None:
        self._program, self._receiver, self._now = program, receiver, now
        self._updates = count()
        self._proposals_seen: Counter[str] = Counter()

    def set_up(self, person: Person) -> bool:
        """Start the programme."""
        return self._fill_in(person, "setup", wanted={"name": "Simulation", "template": _TEMPLATE})

    def join(self, person: Person) -> bool:
        """Come in as what the script says; a mentee rates themselves, too."""
        about: dict[str, str | Raw] = {"zone": person.zone, "languages": (_SPOKEN,)}
        if person.part is Part.MENTOR:
            return self._fill_in(person, "join", "mentor", about | {"capacity": _CAPACITY})
        joined = self._fill_in(person, "join", "mentee", about | {"visibility": _VISIBILITY[person.public]})
        return joined and self._rate(person)

    def move(self, person: Person, zone: str) -> bool:
        """Tell the program of a new home."""
        return self._fill_in(person, "settings", wanted={"zone": zone})

    def pair(self, moderator: Person, mentee: Person) -> bool:
        """Take the first suggestion for a mentee."""
        for _ in range(_ATTEMPTS):
            opened = self._call(moderator, "pair")
            reply = self._submit(moderator, opened, {"mentee": mentee.name})
            token = _button(reply, "pair_propose")
            if token:
                return _went_well(self._handle(ActionPressed(self._origin(moderator), token)))
        return False

    def accept(self, mentor: Person) -> int:
        """Say yes to every new proposal; return how many were taken."""
        seen = self._proposals_seen[mentor.account]
        proposals = self._receiver.told(mentor.account, "pairing_proposed")
        self._proposals_seen[mentor.account] = len(proposals)
        tokens = [_button(proposal.view, "pairing_accept") for proposal in proposals[seen:]]
        return sum(_went_well(self._press(mentor, token)) for token in tokens)

    def answer(self, person: Person, prompt: View, week: Mapping[str, str | Raw]) -> bool:
        """Answer a prompt by its button, as far as the form asks for what there is to say."""
        opened = self._press(person, _button(prompt, "checkin"))
        if not isinstance(opened.content, OpenForm):
            return False
        asked = {field.name for field in opened.content.form.fields}
        return _went_well(self._submit(person, opened, {name: said for name, said in week.items() if name in asked}))

    def _fill_in(
        self, person: Person, name: str, verb: str = "", wanted: Mapping[str, str | Raw] | None = None
    ) -> bool:
        return _went_well(self._submit(person, self._call(person, name, verb), wanted or {}))

    def _rate(self, person: Person) -> bool:
        opened = self._call(person, "gap", "rate")
        if not isinstance(opened.content, OpenForm):
            return False
        ratings = {field.name: _RATING for field in opened.content.form.fields if isinstance(field, Scale)}
        return _went_well(self._submit(person, opened, ratings))

    def _call(self, person: Person, name: str, verb: str = "") -> Reply:
        return self._handle(CommandCalled(self._origin(person), name, verb))

    def _press(self, person: Person, token: str) -> Reply:
        return self._handle(ActionPressed(self._origin(person), token))

    def _submit(self, person: Person, opened: Reply, wanted: Mapping[str, str | Raw]) -> Reply:
        form = opened.content
        if not isinstance(form, OpenForm):
            return opened
        answers = fill(form, wanted, _Looking(self, person))
        return self._handle(FormAnswered(self._origin(person), form.token, answers))

    def search(self, person: Person, source: str) -> Sequence[Option]:
        """Look at what a search offers unasked."""
        searched = Searched(self._origin(person), source, "")
        return self._program.ask(Search(self._now(), searched), Found).options

    def _handle(self, inbound: Inbound) -> Reply:
        return self._program.ask(Handle(self._now(), inbound), Handled).reply

    def _origin(self, person: Person) -> Origin:
        return Origin(
            platform=PLATFORM,
            community=COMMUNITY,
            account=person.account,
            name=person.name,
            where=Where.PRIVATE,
            place=person.account,
            update=str(next(self._updates)),
            is_administrator=person.part is Part.MODERATOR,
            language=person.language,
            zone=person.zone,
        )


class _Looking:
    """One person's way of looking options up."""

    def __init__(self, conduct: Conduct, person: Person) -> None:
        self._conduct, self._person = conduct, person

    def __call__(self, source: str) -> Sequence[Option]:
        return self._conduct.search(self._person, source)


def _went_well(reply: Reply) -> bool:
    """Silence is a yes: it is what a repeated happening is answered with after a kill."""
    if reply.content is None:
        return True
    return isinstance(reply.content, View) and reply.content.tone in {Tone.PLAIN, Tone.GOOD}


def _button(shown: Reply | View, route: str) -> str:
    """Find the first button of a route; empty where there is none."""
    view = shown.content if isinstance(shown, Reply) else shown
    if not isinstance(view, View):
        return ""
    tokens = [action.token for action in view.actions if action.token.split(":")[0] == route]
    return tokens[0] if tokens else ""
