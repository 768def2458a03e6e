"""The menus of commands: set by scope and language, shown to somebody in a chat."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.telegram.server.accounts import User
from tests.telegram.server.chats import Chat
from tests.telegram.server.wire import Json

_DEFAULT: Json = {"type": "default"}


@dataclass(frozen=True)
class Scope:
    """Whom a menu is for."""

    type: str = "default"
    chat: str | None = None
    user: int | None = None

    @classmethod
    def read(cls, scope: Json | None) -> "Scope":
        """The scope of a request; without one, everybody."""
        told = scope or _DEFAULT
        chat = told.get("chat_id")
        return cls(told["type"], None if chat is None else str(chat), told.get("user_id"))


@dataclass
class Menus:
    """The commands of one bot, by scope and language ("Determining list of commands")."""

    _set: dict[tuple[Scope, str], list[Json]] = field(default_factory=dict)

    def put(self, scope: Scope, language: str, commands: list[Json]) -> None:
        """Set a menu, or take it away with none."""
        if commands:
            self._set[scope, language] = commands
        else:
            self._set.pop((scope, language), None)

    def get(self, scope: Scope, language: str) -> list[Json]:
        """The menu of exactly this scope and language."""
        return self._set.get((scope, language), [])

    def shown_to(self, user: User, chat: Chat) -> list[Json]:
        """The first menu that there is for somebody in a chat, in their language before any."""
        languages = [(user.language_code or "").partition("-")[0], ""]
        for scope in _scopes(user, chat):
            for language in languages:
                if found := self.get(scope, language):
                    return found
        return []


def _scopes(user: User, chat: Chat) -> Iterator[Scope]:
    here = str(chat.id)
    if chat.is_private:
        yield from (Scope("chat", here), Scope("all_private_chats"), Scope())
        return
    administers = chat.member(user).administers
    yield Scope("chat_member", here, user.id)
    if administers:
        yield Scope("chat_administrators", here)
    yield Scope("chat", here)
    if administers:
        yield Scope("all_chat_administrators")
    yield from (Scope("all_group_chats"), Scope())
