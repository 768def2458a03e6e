"""Interactions: how a person's command, press or filled modal reaches the application, and what became of it."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from secrets import token_urlsafe
from typing import Final

from tests.discord.server.state import Channel, Event, Guild, Message, User, World
from tests.discord.server.wire import Json, maybe_id

DEADLINE: Final = 3.0
"""Seconds for the first response (interactions, "Responding to an interaction")."""
LIFETIME: Final = 900.0
"""Seconds for which the token is good."""
FOLLOWUPS_OUTSIDE_GUILDS: Final = 5
ATTACHMENT_LIMIT: Final = 10 * 1024 * 1024


class Kind(IntEnum):
    """What a person did."""

    COMMAND = 2
    COMPONENT = 3
    AUTOCOMPLETE = 4
    MODAL = 5


class Answer(IntEnum):
    """What the first response may be."""

    PONG = 1
    MESSAGE = 4
    THINKING = 5
    DEFERRED_UPDATE = 6
    UPDATE = 7
    CHOICES = 8
    MODAL = 9


@dataclass(eq=False)
class Interaction:
    """One thing that one person did, and what the application made of it; times are seconds after it was sent."""

    id: int
    token: str
    kind: Kind
    user: User
    channel: Channel
    data: Json
    source: Message | None
    """The message whose component it was, or from which the modal was opened."""
    opened_by: "Interaction | None"
    """Of a submitted modal: what opened it."""
    sent_at: float
    answer: Answer | None = None
    acknowledged_after: float | None = None
    answered_after: float | None = None
    """When the person had the final content before them."""
    original: Message | None = None
    followups: list[Message] = field(default_factory=list)
    modal: Json | None = None
    choices: list[Json] | None = None
    deleted: set[int] = field(default_factory=set)
    """Of its messages: the ids of those that the application took away."""
    failed: bool = False
    """Whether the person read that the application did not respond."""
    _settled: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def messages(self) -> list[Message]:
        """What it brought: the first response and the followups, as they are now."""
        return [*([] if self.original is None or self.original is self.source else [self.original]), *self.followups]

    @property
    def is_thinking(self) -> bool:
        """Whether a message stands there that says the application is thinking."""
        return self.answer is Answer.THINKING and self.answered_after is None

    async def settled(self, within: float) -> None:
        """Wait until the person has the final answer, or reads that there is none."""
        async with asyncio.timeout(within):
            await self._settled.wait()

    def settle(self) -> None:
        """The person has the final answer."""
        if self.answered_after is None:
            self.answered_after = asyncio.get_running_loop().time() - self.sent_at
        self._settled.set()

    def fail(self) -> None:
        """The deadline has passed without a first response."""
        if self.answer is None:
            self.failed = True
            self._settled.set()


class Interactions:
    """Everything that people did, newest last, and the messages that only they see."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.deadline = DEADLINE
        self.lifetime = LIFETIME
        self.all: list[Interaction] = []
        self._by_token: dict[str, Interaction] = {}
        self._ephemeral: dict[int, tuple[User, Message]] = {}

    def send(
        self,
        kind: Kind,
        user: User,
        channel: Channel,
        data: Json,
        source: Message | None = None,
        opened_by: Interaction | None = None,
    ) -> Interaction:
        """Do something as a person does; the application is told at once, its deadline runs."""
        loop = asyncio.get_running_loop()
        new_id, token = self.world.new_id(), token_urlsafe(96)
        sent = Interaction(new_id, token, kind, user, channel, data, source, opened_by, loop.time())
        self.all.append(sent)
        self._by_token[token] = sent
        loop.call_later(self.deadline, sent.fail)
        self.world.tell_bot("INTERACTION_CREATE", self._payload(sent), self.world.guild_of(channel))
        return sent

    def of_token(self, token: str) -> Interaction | None:
        """The interaction that a token belongs to."""
        return self._by_token.get(token)

    def is_over(self, interaction: Interaction) -> bool:
        """Whether the token isn't good any more."""
        return asyncio.get_running_loop().time() - interaction.sent_at > self.lifetime

    def keep_for(self, user: User, message: Message) -> None:
        """Keep a message that one person alone sees."""
        self._ephemeral[message.id] = (user, message)
        self._stir("MESSAGE_CREATE", message)

    def changed(self, message: Message) -> None:
        """Tell those who wait that such a message isn't as it was."""
        self._stir("MESSAGE_UPDATE", message)

    def forget(self, message: Message) -> None:
        """Take such a message away."""
        self._ephemeral.pop(message.id, None)
        self._stir("MESSAGE_DELETE", message)

    def ephemeral_for(self, user: User, channel: Channel) -> Iterator[Message]:
        """What one person alone sees in a channel, oldest first."""
        for holder, message in self._ephemeral.values():
            if holder is user and message.channel == channel.id:
                yield message

    def _stir(self, name: str, message: Message) -> None:
        """Tell those who wait; a gateway tells nobody of what one person alone sees."""
        event = Event(name, message.payload(), message.guild, channel=message.channel)
        for watcher in tuple(self.world.watchers):
            watcher(event)

    def _payload(self, sent: Interaction) -> Json:
        channel, world = sent.channel, self.world
        guild = world.guild_of(channel)
        return {
            "id": str(sent.id),
            "application_id": str(world.application.id),
            "type": int(sent.kind),
            "version": 1,
            "token": sent.token,
            "data": sent.data,
            "channel_id": str(channel.id),
            "channel": channel.payload() | {"permissions": str(int(world.permissions_of(sent.user, channel)))},
            "app_permissions": str(int(world.permissions_of(world.bot, channel))),
            "locale": sent.user.locale,
            "entitlements": [],
            "entitlement_sku_ids": [],
            "authorizing_integration_owners": owners(guild),
            "context": 1 if guild is None else 0,
            "attachment_size_limit": ATTACHMENT_LIMIT,
            **({} if sent.source is None else {"message": sent.source.payload()}),
            **({"user": sent.user.payload()} if guild is None else self._in_guild(sent, guild)),
        }

    def _in_guild(self, sent: Interaction, guild: Guild) -> Json:
        held = self.world.permissions_of(sent.user, sent.channel)
        return {
            "guild_id": str(guild.id),
            "guild": {"id": str(guild.id), "locale": guild.locale, "features": list(guild.features)},
            "guild_locale": guild.locale,
            "member": guild.members[sent.user.id].payload() | {"permissions": str(int(held))},
        }


def metadata(sent: Interaction, world: World) -> Json:
    """What a message tells of the interaction that it answers."""
    told = {
        "id": str(sent.id),
        "type": int(sent.kind),
        "user": sent.user.payload(),
        "authorizing_integration_owners": owners(world.guild_of(sent.channel)),
    }
    match sent.kind:
        case Kind.COMPONENT:
            return told | {"interacted_message_id": maybe_id(None if sent.source is None else sent.source.id)}
        case Kind.MODAL if sent.opened_by is not None:
            return told | {"triggering_interaction_metadata": metadata(sent.opened_by, world)}
        case _:
            return told


def owners(guild: Guild | None) -> Json:
    """Who installed the application where it was used: the guild, or its own direct messages (0)."""
    return {"0": "0" if guild is None else str(guild.id)}
