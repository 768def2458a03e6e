"""A person at a Discord client: types, presses, fills in and reads, as far as the client lets them."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, Self

from tests.discord import commands
from tests.discord.modals import SELECT, ClientRefuses, OpenModal, option_value
from tests.discord.reading import BUTTON, buttons_of, label_of, selects_of, text_of
from tests.discord.resolved import Resolved
from tests.discord.server.interactions import Interaction, Interactions, Kind
from tests.discord.server.permissions import Permission
from tests.discord.server.state import Channel, Event, Guild, Message, MessageFlag, User, World
from tests.discord.server.wire import Json

PATIENCE = 30.0
"""Seconds that somebody waits for an answer before a test gives up on it."""
FAILURES = {
    Kind.COMMAND: "The application did not respond",
    Kind.COMPONENT: "This interaction failed",
    Kind.AUTOCOMPLETE: "Loading options failed",
    Kind.MODAL: "Something went wrong. Try again.",
}
"""What the client says where no first response came."""
_LINK = 5
_TO_REACT = Permission.ADD_REACTIONS
_TO_READ = Permission.VIEW_CHANNEL | Permission.READ_MESSAGE_HISTORY


class NoAnswer(Exception):
    """The application said nothing in time; in Discord's words where it has any."""


class CannotSee(Exception):
    """Somebody looked for a place that their client doesn't show."""


class Server(Protocol):
    """What people need of a server."""

    @property
    def world(self) -> World: ...

    @property
    def interactions(self) -> Interactions: ...


@dataclass(frozen=True)
class Seen:
    """A message as one person has it before them."""

    message: Message

    @property
    def text(self) -> str:
        """All its words, buttons as `[Label]`."""
        return text_of(self.message)

    @property
    def buttons(self) -> list[str]:
        """What its buttons say."""
        return [label_of(button) for button in buttons_of(self.message)]

    @property
    def is_for_me_alone(self) -> bool:
        """Whether nobody else sees it."""
        return bool(self.message.flags & MessageFlag.EPHEMERAL)


class Person:
    """Somebody with a Discord client, who looks at one place at a time."""

    def __init__(self, server: Server, user: User, place: Channel | None = None) -> None:
        self.user = user
        self.modal: OpenModal | None = None
        self.patience = PATIENCE
        self._world, self._interactions = server.world, server.interactions
        self._place = place
        self._opened_by: Interaction | None = None
        self._completed: dict[tuple[str, str], Sequence[Json]] = {}

    @classmethod
    def joins(
        cls, server: Server, guild: Guild, name: str, *, administrator: bool = False, locale: str = "en-GB"
    ) -> Self:
        """Have somebody new come into a guild, looking at its first channel."""
        user = server.world.add_user(name, locale=locale)
        server.world.join(guild, user, administrator=administrator)
        return cls(server, user, server.world.channels.get(guild.system_channel_id or 0))

    @property
    def id(self) -> int:
        """The user's id: people can be picked in options and selects."""
        return self.user.id

    @property
    def mention(self) -> str:
        """What mentions them in a text."""
        return self.user.mention

    # Where they look.

    @property
    def place(self) -> Channel:
        """Where they are looking; without having gone anywhere, the direct messages."""
        return self._place or self._world.direct_channel(self.user)

    def at(self, place: Channel) -> Self:
        """Go to a channel or thread; refused where it isn't shown."""
        self._look(place)
        self._place = place
        return self

    def at_direct_messages(self) -> Self:
        """Go to the direct messages with the application."""
        self._place = None
        return self

    # What they read.

    def reads(self, place: Channel | None = None) -> list[Seen]:
        """Everything in a place, oldest first, with what is there for them alone."""
        channel = self._look(place or self.place)
        mine = self._interactions.ephemeral_for(self.user, channel)
        return [Seen(message) for message in sorted([*channel.messages.values(), *mine], key=lambda it: it.id)]

    def sees(self, *texts: str, place: Channel | None = None) -> bool:
        """Whether all of these are to be read in a place, or in the open modal."""
        screen = [seen.text for seen in self.reads(place)] + ([] if self.modal is None else [self.modal.text])
        return all(any(text in said for said in screen) for text in texts)

    @property
    def latest(self) -> Seen:
        """The newest message where they look."""
        return self.reads()[-1]

    @property
    def direct_messages(self) -> list[Seen]:
        """What the application wrote to them, and they to it."""
        return self.reads(self._world.direct_channel(self.user))

    @property
    def channels(self) -> list[Channel]:
        """Every channel and thread that their client shows."""
        return [channel for channel in self._world.channels.values() if self._world.sees(self.user, channel)]

    async def hears(self, *texts: str, place: Channel | None = None) -> Seen:
        """Wait until one message in a place says all of these."""
        await self.until(lambda: self._saying(texts, place) is not None, f"{texts} in {(place or self.place).name!r}")
        found = self._saying(texts, place)
        if found is None:
            raise NoAnswer(f"{texts} was there and is gone")
        return found

    async def until(self, holds: Callable[[], bool], what: str = "") -> None:
        """Wait until something holds, looking again whenever something happens."""
        happened = asyncio.Event()

        def look(_: Event) -> None:
            happened.set()

        self._world.watchers.append(look)
        try:
            async with asyncio.timeout(self.patience):
                while not holds():
                    happened.clear()
                    await happened.wait()
        except TimeoutError:
            raise NoAnswer(f"{self.user.display_name} waited in vain for {what}") from None
        finally:
            self._world.watchers.remove(look)

    # What they do.

    def says(
        self,
        text: str,
        *,
        place: Channel | None = None,
        reply_to: Seen | None = None,
        files: Mapping[str, bytes] | None = None,
    ) -> Message:
        """Write a message, with files by name."""
        message = None if reply_to is None else reply_to.message
        return self._world.say(self.user, self._look(place or self.place), text, reply_to=message, files=files)

    def rewrites(self, message: Message, text: str) -> None:
        """Change what they wrote."""
        self._world.rewrite(self.user, message, text)

    def unsays(self, message: Message) -> None:
        """Delete what they wrote."""
        if message.author is not self.user:
            raise ClientRefuses(f"{self.user.display_name} can't delete what {message.author.display_name} wrote")
        self._world.delete_message(message)

    def reacts(self, seen: Seen | Message, emoji: str, *, remove: bool = False) -> None:
        """React to a message, or take that back."""
        message = seen.message if isinstance(seen, Seen) else seen
        place = self._look(self._world.channels[message.channel])
        if not remove and emoji not in message.reactions and not self._world.may(self.user, place, _TO_REACT):
            raise ClientRefuses(f"{self.user.display_name} can't react in {place.name!r}")
        self._world.react(message, self.user, emoji, remove=remove)

    async def types(self, command: str, **options: object) -> Interaction:
        """Type a command with its options; one that was completed before may be given by the choice's name."""
        offer = commands.offered(self._world, self.user, self.place, command)
        resolved = self._resolved()
        said = {name: self._picked(command, name, value) for name, value in _named(options).items()}
        data = offer.data(commands.typed(offer, said, resolved), resolved.payload())
        return await self._do(Kind.COMMAND, data)

    async def completes(self, command: str, **options: object) -> list[str]:
        """Type a command as far as the last option given; return what is offered for it."""
        offer = commands.offered(self._world, self.user, self.place, command)
        resolved, said = self._resolved(), _named(options)
        data = offer.data(commands.half_typed(offer, said, resolved), resolved.payload())
        answered = await self._do(Kind.AUTOCOMPLETE, data)
        self._completed[command, list(said)[-1]] = answered.choices or []
        return [choice["name"] for choice in answered.choices or []]

    async def presses(self, label: str, *, on: Seen | None = None) -> Interaction:
        """Press a button: of the newest message that has it, where they look."""
        source, button = self._find_button(label, [on] if on is not None else self.reads()[::-1])
        if button.get("disabled") or button.get("style") == _LINK:
            raise ClientRefuses(f"the button {label!r} can't be pressed")
        data = {"component_type": button["type"], "id": button.get("id"), "custom_id": button["custom_id"]}
        return await self._do(Kind.COMPONENT, data, source)

    async def forges(self, custom_id: str, *, on: Message) -> Interaction:
        """Press a button that isn't theirs or isn't there, on a message that they may not even see.

        Discord lets nobody do this; an application is held to its own checks all the same.
        """
        return await self._do(Kind.COMPONENT, {"component_type": BUTTON, "id": 1, "custom_id": custom_id}, on)

    async def chooses(self, *options: object, on: Seen | None = None) -> Interaction:
        """Choose in a select menu: of the newest message that has one that offers this."""
        for seen in [on] if on is not None else self.reads()[::-1]:
            for select in selects_of(seen.message):
                if select["type"] != SELECT or _offers(select, options):
                    return await self._do(Kind.COMPONENT, self._choice(select, options), seen.message)
        raise ClientRefuses(f"{self.user.display_name} sees no menu that offers {options}")

    async def fills(self, answers: Mapping[str, object] | None = None, /, **more: object) -> Interaction:
        """Fill in the open modal and send it: questions by custom id or label, the others left as they stand.

        Where the application doesn't respond the modal stays open, as the client leaves it.
        """
        modal, opened_by = self.modal, self._opened_by
        if modal is None or opened_by is None:
            raise ClientRefuses(f"{self.user.display_name} has no modal open")
        resolved = self._resolved(opened_by.channel)
        data: Json = {"custom_id": modal.custom_id, "components": modal.filled({**(answers or {}), **more}, resolved)}
        data |= {"resolved": resolved.payload()} if resolved.payload() else {}
        sent = self._interactions.send(Kind.MODAL, self.user, opened_by.channel, data, opened_by.source, opened_by)
        await self._answer_to(sent)
        self.modal = self._opened_by = None
        return sent

    def cancels(self) -> None:
        """Close the open modal; the application isn't told."""
        self.modal = self._opened_by = None

    async def menu_on(self, target: "Person | User | Seen | Message", entry: str) -> Interaction:
        """Use an entry of the context menu of somebody, or of a message."""
        message = target.message if isinstance(target, Seen) else target
        on_message = isinstance(message, Message)
        kind = commands.ON_MESSAGE if on_message else commands.ON_USER
        offer = commands.offered(self._world, self.user, self.place, entry, kind)
        resolved = self._resolved()
        if isinstance(message, Message):
            resolved.message(message)
        else:
            resolved.user(message.id)
        data = offer.data([], resolved.payload()) | {"target_id": str(message.id)}
        return await self._do(Kind.COMMAND, data)

    # How it is done.

    async def _do(self, kind: Kind, data: Json, source: Message | None = None) -> Interaction:
        there = None if source is None else self._world.channels[source.channel]
        place = there if there is not None and self._world.sees(self.user, there) else self.place
        sent = self._interactions.send(kind, self.user, place, data, source)
        await self._answer_to(sent)
        if sent.modal is not None:
            self.modal, self._opened_by = OpenModal(sent.modal), sent
        return sent

    async def _answer_to(self, sent: Interaction) -> None:
        try:
            await sent.settled(self.patience)
        except TimeoutError:
            raise NoAnswer(f"{self.user.display_name} got {sent.answer!r} and then nothing") from None
        if sent.failed:
            raise NoAnswer(FAILURES[sent.kind])

    def _look(self, place: Channel) -> Channel:
        if place.id not in self._world.channels or not self._world.may(self.user, place, _TO_READ):
            raise CannotSee(f"{self.user.display_name} can't see {place.name!r}")
        return place

    def _saying(self, texts: Sequence[str], place: Channel | None) -> Seen | None:
        for seen in reversed(self.reads(place)):
            if all(text in seen.text for text in texts):
                return seen
        return None

    def _resolved(self, place: Channel | None = None) -> Resolved:
        return Resolved(self._world, self._world.guild_of(place or self.place))

    def _picked(self, command: str, option: str, said: object) -> object:
        for choice in self._completed.get((command, option), ()):
            if choice["name"] == said:
                return choice["value"]
        return said

    def _find_button(self, label: str, among: Sequence[Seen]) -> tuple[Message, Json]:
        for seen in among:
            for button in buttons_of(seen.message):
                if label_of(button) == label:
                    return seen.message, button
        raise ClientRefuses(f"{self.user.display_name} sees no button {label!r} in {self.place.name!r}")

    def _choice(self, select: Json, options: Sequence[object]) -> Json:
        resolved = self._resolved()
        if select.get("disabled"):
            raise ClientRefuses("the menu is disabled")
        least = select.get("min_values")
        if not (1 if least is None else least) <= len(options) <= (select.get("max_values") or 1):
            raise ClientRefuses(f"the menu doesn't take {len(options)} choices")
        if select["type"] == SELECT:
            values = [option_value(select["options"], option, select.get("placeholder") or "") for option in options]
        else:
            values = [resolved.pick(select["type"], option) for option in options]
        data = {"component_type": select["type"], "id": select.get("id"), "custom_id": select["custom_id"]}
        return data | {"values": values} | ({"resolved": resolved.payload()} if resolved.payload() else {})


def _named(options: Mapping[str, object]) -> dict[str, object]:
    """Options by name; `from_` stands for `from`, which Python keeps for itself."""
    return {name.removesuffix("_"): value for name, value in options.items()}


def _offers(select: Json, options: Sequence[object]) -> bool:
    known = {word for option in select.get("options") or [] for word in (option["label"], option["value"])}
    return all(option in known for option in options)
