"""The conversation as adapters hold it: one hop for each thing a person does, and an answer whatever happens."""

from collections.abc import Callable, Sequence

import structlog

from bot.adapters.edge.doorman import Doorman
from bot.adapters.edge.hop import Hop
from bot.core.dialogue.catalogue import Catalogue
from bot.core.dialogue.router import Router
from bot.core.dialogue.talk import Talk
from bot.core.ports import Ids, UnitOfWork
from bot.core.ui.commands import Access, CommandCard, ShortcutCard, Traits
from bot.core.ui.forms import Option
from bot.core.ui.guides import GuideStep
from bot.core.ui.inbound import ActionPressed, Arrived, Departed, Happening, Inbound, Origin, Searched
from bot.core.ui.replies import Ongoing, Reply
from bot.core.ui.views import Tone, View
from bot.logs import frames_of
from bot.storage.errors import StorageUnavailable

CODE_LENGTH = 8
"""Characters of an error's code: enough to find it in a week's log, few enough to be read out."""

Tour = Callable[[Talk], Sequence[GuideStep]]

_log = structlog.get_logger(__name__)


class Chat:
    """Implements `bot.core.dialogue.conversation.Conversation`."""

    def __init__(self, router: Router, tour: Tour, hop: Hop, catalogue: Catalogue, ids: Ids, doorman: Doorman) -> None:
        self._router, self._tour, self._hop, self._doorman = router, tour, hop, doorman
        self._catalogue, self._ids = catalogue, ids

    def traits(self, inbound: Inbound) -> Traits:
        """Say what is known before the core has answered."""
        return self._router.traits(inbound)

    async def handle(self, inbound: Inbound) -> Reply:
        """Carry out what a person did and answer them; a fault of the program becomes a sentence with a code."""
        if not isinstance(inbound, Happening | Arrived | Departed) and not self._doorman.admits(inbound.origin):
            _log.warning("too_fast", platform=inbound.origin.platform, account=inbound.origin.account)
            return self._trouble(inbound.origin, "error-too-fast")
        traits = self._router.traits(inbound)
        hop = self._hop.write if traits.access is Access.WRITE else self._hop.read
        try:
            if traits.thinks and isinstance(inbound, ActionPressed):
                thought = await self._hop.read(self._router.think, inbound)
                return await hop(self._router.answer, inbound, thought)
            return await hop(self._router.answer, inbound)
        except StorageUnavailable:
            _log.warning("storage_unavailable", happening=type(inbound).__name__)
            return self._trouble(inbound.origin, "error-busy")
        except Exception as error:  # noqa: BLE001  the last resort: nobody is left without an answer
            return self._trouble(inbound.origin, "error-unexpected", code=self._logged(error, inbound))

    async def going_on(self, origin: Origin, session: str = "") -> Ongoing | None:
        """Find a form that somebody has begun."""
        return await self._hop.read(self._router.going_on, origin, session)

    async def at(self, origin: Origin) -> str:
        """Name the community that somebody's private talk is about."""
        return await self._hop.read(self._router.at, origin)

    async def search(self, searched: Searched) -> Sequence[Option]:
        """Complete what somebody is typing; finding nothing is no fault to tell them of."""
        if not self._doorman.admits(searched.origin):
            return ()
        try:
            return await self._hop.read(self._router.search, searched)
        except Exception as error:  # noqa: BLE001  as above
            self._logged(error, searched)
            return ()

    def languages(self) -> Sequence[str]:
        """List the languages that everything is said in."""
        return self._catalogue.languages

    def registry(self, language: str) -> Sequence[CommandCard]:
        """List every command there is."""
        return self._router.registry(language)

    def shortcuts(self, language: str) -> Sequence[ShortcutCard]:
        """List every shortcut there is."""
        return self._router.shortcut_cards(language)

    async def commands(self, origin: Origin) -> Sequence[CommandCard]:
        """List the commands that this person may use here."""
        return await self._hop.read(self._router.cards, origin)

    async def communities(self, platform: str) -> Sequence[str]:
        """List the communities of a platform that the program is in."""
        return await self._hop.read(_communities, platform)

    async def guide(self, origin: Origin) -> Sequence[GuideStep]:
        """List the steps of the tour."""
        return await self._hop.read(self._steps, origin)

    def words(self, key: str, language: str, /, **facts: str | int) -> str:
        """Say one of the surface's own texts."""
        return self._catalogue.voice(language)(key, **facts)

    def _steps(self, work: UnitOfWork, origin: Origin) -> Sequence[GuideStep]:
        talk = self._router.talk(work, origin)
        return () if talk is None else self._tour(talk)

    def _trouble(self, origin: Origin, key: str, **facts: str) -> Reply:
        say = self._catalogue.voice(origin.language)
        return Reply(View(say(key, **facts), tone=Tone.ATTENTION))

    def _logged(self, error: Exception, happening: Inbound | Searched) -> str:
        """Log a fault by ids and places in the code, never by what was typed; return its code."""
        code, origin = self._ids.new()[:CODE_LENGTH], happening.origin
        _log.error(
            "unexpected_error",
            code=code,
            happening=type(happening).__name__,
            platform=origin.platform,
            account=origin.account,
            update=origin.update,
            **frames_of(error),
        )
        return code


def _communities(work: UnitOfWork, platform: str) -> Sequence[str]:
    return work.communities.present(platform)
