"""A person in a story: what they type, press, fill in and say, and what they see."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from bot.app import App
from bot.core.ui.commands import Audience, Placement
from bot.core.ui.forms import Field, Raw
from bot.core.ui.inbound import (
    ActionPressed,
    Arrived,
    CommandCalled,
    Departed,
    FormAnswered,
    FormCancelled,
    Inbound,
    Origin,
    Reacted,
    Right,
    Said,
    Searched,
    ShortcutUsed,
    Spoken,
    SpokenAnew,
    Unspoken,
    Where,
)
from bot.core.ui.replies import OpenForm, Reply
from bot.core.ui.speech import Speech
from bot.core.ui.views import Action, Suggestion, View
from tests.stories.platform import BOT, COMMUNITY, FakePlatform, Message

Answer = str | tuple[str, ...]


class Theatre(Protocol):
    """What a person needs of the cast."""

    app: App

    @property
    def place_ids(self) -> list[str]:
        """List every place that there is."""

    def next_number(self) -> int:
        """Number what happens."""

    async def arrive(self) -> None:
        """Let what follows arrive."""


@dataclass
class Person:
    """Somebody in a story; `form` is what lies open before them."""

    cast: "Theatre"
    platform: FakePlatform
    name: str
    account: str
    is_administrator: bool = False
    language: str = "en"
    zone: str = "Europe/Berlin"
    rights: tuple[Right, ...] = ()
    community: str = COMMUNITY
    """Where they are; empty in a private conversation on a platform that doesn't say which is meant."""
    """What the platform says that the program may do, when they do something."""
    place: str = ""
    """Where they are; their conversation with the bot unless they went elsewhere."""
    form: OpenForm | None = None
    said: list[Inbound] = field(default_factory=list)

    async def types(self, line: str) -> None:
        """Give a command, or say something in plain words."""
        if not line.startswith("/"):
            await self.does(Said(self.origin(), line))
            return
        name, _, rest = line[1:].partition(" ")
        verb, _, behind = rest.partition(" ")
        offered = {card.typed for card in await self.cast.app.conversation.commands(self.origin())}
        if verb and f"{name} {verb}" in offered:
            await self.does(CommandCalled(self.origin(), name, verb, behind))
        else:
            await self.does(CommandCalled(self.origin(), name, text=rest))

    async def presses(self, label: str) -> None:
        """Press the last button of that name that they see."""
        message, button = self._button(label)
        if isinstance(button, Suggestion):
            await self.types(f"/{button.command}")
        else:
            await self.does(ActionPressed(self.origin(message.place), button.token), message)

    async def presses_token(self, token: str) -> None:
        """Press a button whose token they got hold of, wherever from."""
        await self.does(ActionPressed(self.origin(), token))

    def loses_sight_of(self, label: str) -> None:
        """Look away from the last message that has a button of that name."""
        message, _ = self._button(label)
        self.platform.messages.remove(message)

    def token(self, label: str) -> str:
        """Look behind a button that they see."""
        _, button = self._button(label)
        assert isinstance(button, Action)
        return button.token

    async def fills(self, **answers: Answer) -> None:
        """Answer the open form, the rest as it was filled in already, and send it."""
        form = self.open_form
        filled = {each.name: _raw(form, each) for each in form.form.fields} | _raws(answers)
        await self.does(FormAnswered(self.origin(), form.token, filled))

    async def begins_to_fill(self, **answers: Answer) -> None:
        """Answer some fields of the open form without sending it."""
        await self.does(FormAnswered(self.origin(), self.open_form.token, _raws(answers), final=False))

    async def puts_away(self) -> None:
        """Discard the open form."""
        await self.does(FormCancelled(self.origin(), self.open_form.token))

    async def runs(self, command: str, **answers: Answer) -> None:
        """Give a command that opens a form, and fill it in."""
        await self.types(command)
        await self.fills(**answers)

    async def uses(self, shortcut: str, on: "Person", text: str = "") -> None:
        """Use a shortcut on somebody, or on what they wrote."""
        await self.does(ShortcutUsed(self.origin(), shortcut, on.account, on.name, text))

    async def says(self, text: str, *, at: str = "", reply_to: Message | None = None) -> Message:
        """Say something where they are, or at a place, perhaps in answer to a message."""
        place = at or self.place or self.platform.direct(self.account)
        said = self.platform.post(Message("", place, self.account, text, reply_to=reply_to.id if reply_to else ""))
        await self.does(Spoken(self.origin(place), said.id, Speech(text), said.reply_to))
        return said

    async def corrects(self, said: Message, text: str) -> None:
        """Change what they said."""
        said.content = text
        await self.does(SpokenAnew(self.origin(said.place), said.id, Speech(text)))

    async def takes_back(self, said: Message) -> None:
        """Take away what they said."""
        self.platform.messages.remove(said)
        await self.does(Unspoken(self.origin(said.place), said.id))

    async def reacts(self, to: Message, *emojis: str) -> None:
        """React to a message."""
        await self.does(Reacted(self.origin(to.place), to.id, emojis))

    async def answers_whom(self, label: str, said: Message) -> None:
        """Press a button of the question for whom something was that they said."""
        spoken = next(each for each in self.said if isinstance(each, Spoken) and each.message == said.id)
        message, button = self._button(label)
        assert isinstance(button, Action)
        await self.does(ActionPressed(self.origin(message.place), button.token, spoken), message)

    def finds(self, *texts: str) -> Message:
        """Return the last message that holds all these words."""
        seen = [each for each in self.platform.seen_by(self.account) if all(text in each.text for text in texts)]
        assert seen, f"{self.name} doesn't see {texts}; {self._scene}"
        return seen[-1]

    async def leaves(self) -> None:
        """Leave the community."""
        self.platform.gone.add(self.account)
        await self.does(Departed(self.origin()))

    async def returns(self) -> None:
        """Come (back) to the community."""
        self.platform.gone.discard(self.account)
        await self.does(Arrived(self.origin()))

    async def searches(self, source: str, text: str) -> list[str]:
        """Type in a searched field, and read what is offered."""
        options = await self.cast.app.conversation.search(Searched(self.origin(), source, text))
        return [each.label for each in options]

    async def repeats(self) -> Reply:
        """Let the platform deliver the last thing they did once more."""
        return await self.does(self.said[-1])

    async def does(self, inbound: Inbound, pressed: Message | None = None) -> Reply:
        """Do something, see the answer, and let what follows from it arrive."""
        self.said.append(inbound)
        reply = await self.cast.app.conversation.handle(inbound)
        self._take(inbound, reply, pressed)
        await self.cast.arrive()
        return reply

    def origin(self, place: str = "") -> Origin:
        """Say who acts and where, under a number of its own."""
        place = place or self.place or self.platform.direct(self.account)
        return Origin(
            platform=self.platform.platform,
            community=self.community,
            account=self.account,
            name=self.name,
            where=Where.PRIVATE if place.startswith("direct-") else Where.COMMUNITY,
            place=place,
            update=f"{self.account}:{self.cast.next_number()}",
            is_administrator=self.is_administrator,
            language=self.language,
            zone=self.zone,
            rights=self.rights,
        )

    @property
    def open_form(self) -> OpenForm:
        """The form before them."""
        assert self.form is not None, f"{self.name} has no open form; {self._scene}"
        return self.form

    @property
    def screen(self) -> str:
        """Everything that they can read, the oldest first."""
        return "\n\n".join(each.text for each in self.platform.seen_by(self.account))

    @property
    def last(self) -> str:
        """The last thing that they can read."""
        return self.platform.seen_by(self.account)[-1].text

    def sees(self, *texts: str) -> None:
        """Assert that one and the same message holds all these words."""
        assert self._finds(texts), f"{self.name} doesn't see {texts}; {self._scene}"

    def sees_nothing_of(self, *texts: str) -> None:
        """Assert that no message holds all these words."""
        assert not self._finds(texts), f"{self.name} sees {texts}:\n{self.screen}"

    def is_told(self, field: str, *texts: str) -> None:
        """Assert what stands beside a field of the open form."""
        error = self.open_form.errors.get(field, "")
        assert all(text in error for text in texts), (field, self.open_form.errors, self.open_form.trouble)

    def prompts(self) -> int:
        """Count the check-ins that they were asked for."""
        return sum("[Answer check-in]" in each.text for each in self.platform.seen_by(self.account))

    @property
    def _scene(self) -> str:
        lies = f"before them lies {self.form.form.name}: {self.form.trouble} {self.form.errors}; " if self.form else ""
        return f"{lies}the screen says:\n{self.screen}"

    def _finds(self, texts: tuple[str, ...]) -> bool:
        return any(all(text in each.text for text in texts) for each in self.platform.seen_by(self.account))

    def _button(self, label: str) -> tuple[Message, Action | Suggestion]:
        for message in reversed(self.platform.seen_by(self.account)):
            view = message.content
            if isinstance(view, View):
                buttons: tuple[Action | Suggestion, ...] = (*view.actions, *view.suggestions)
                for button in buttons:
                    if button.label == label:
                        return message, button
        raise AssertionError(f"{self.name} sees no button {label!r}; {self._scene}")

    def _take(self, inbound: Inbound, reply: Reply, pressed: Message | None) -> None:
        match reply.content:
            case OpenForm() as form:
                self.form = form
            case View() as view:
                self.form = None
                self._show(inbound, reply, view, pressed)
            case None:
                pass

    def _show(self, inbound: Inbound, reply: Reply, view: View, pressed: Message | None) -> None:
        assert view.actions or view.suggestions, f"a dead end for {self.name}: {view}"
        if pressed is not None and reply.placement is Placement.IN_PLACE and pressed.author == BOT:
            pressed.content = view
            return
        hidden = reply.audience is Audience.ONLY_ME
        only_for = self.account if hidden else ""
        self.platform.post(Message("", inbound.origin.place, BOT, view, only_for=only_for))


def _raws(answers: Mapping[str, Answer]) -> dict[str, Raw]:
    return {name: (given,) if isinstance(given, str) else given for name, given in answers.items()}


def _raw(form: OpenForm, each: Field) -> Raw:
    return tuple(form.answers.get(each.name, each.default))
