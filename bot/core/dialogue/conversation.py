"""The door through which a chat adapter talks to the core: one call in, one reply out."""

from collections.abc import Sequence
from typing import Protocol

from bot.core.ui.commands import CommandCard, ShortcutCard, Traits
from bot.core.ui.forms import Option
from bot.core.ui.guides import GuideStep
from bot.core.ui.inbound import Inbound, Origin, Searched
from bot.core.ui.replies import Ongoing, Reply

ASKING = "@asking"
"""The one answer of a form session that is no field's: a surface that asks field by field keeps there where it is.

Its values are the surface's own; none forgets it.
"""


class Conversation(Protocol):
    """What an adapter holds; every call is one hop into a unit of work, and none raises for what a person did."""

    def traits(self, inbound: Inbound) -> Traits:
        """Say what is known before the core has answered; needs no hop."""

    async def handle(self, inbound: Inbound) -> Reply:
        """Carry out what a person did and answer them."""

    async def going_on(self, origin: Origin, session: str = "") -> Ongoing | None:
        """Find the form that this account has begun last, among those that keep where they are (`ASKING`).

        With `session`, that form of theirs and no other, whether it keeps that or not.
        """

    async def at(self, origin: Origin) -> str:
        """Name the community that an account's private talk is about, by its external id there; empty for none."""

    async def search(self, searched: Searched) -> Sequence[Option]:
        """Complete what somebody is typing in a searched field: at most 25 options, the best first."""

    def languages(self) -> Sequence[str]:
        """List the languages that everything is said in; the first is the one that others fall back to."""

    def registry(self, language: str) -> Sequence[CommandCard]:
        """List every command there is, for whomever, as a platform registers them; needs no hop."""

    def shortcuts(self, language: str) -> Sequence[ShortcutCard]:
        """List every shortcut there is; needs no hop."""

    async def commands(self, origin: Origin) -> Sequence[CommandCard]:
        """List the commands that this person may use here, in their language."""

    async def communities(self, platform: str) -> Sequence[str]:
        """List, by their external ids, the communities of a platform that the program is in."""

    async def guide(self, origin: Origin) -> Sequence[GuideStep]:
        """List the steps of the tour through the whole loop, each with whether it is done."""

    def words(self, key: str, language: str, /, **facts: str | int) -> str:
        """Say one of the surface's own texts (its key begins with the platform's name) from the catalogue."""
