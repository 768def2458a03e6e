"""What happens, as it happens: one stream of server-sent events per window.

Every event that changes a place bears the journal's number, so that a browser which comes back says how far it has
read (`Last-Event-ID`). The clock and the guide aren't in the journal: only how they stand now matters.
"""

import json
import sqlite3
from collections.abc import AsyncGenerator

from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.requests import Request

from bot.adapters.webchat.desk import Desk
from bot.adapters.webchat.numbers import whole
from bot.adapters.webchat.render import Viewer
from bot.adapters.webchat.server import accounts, journal, messages
from bot.adapters.webchat.server.errors import NoSuchAccount, NoSuchMessage
from bot.adapters.webchat.server.model import Entry, Happening, Place

_BATCH = 50
_PING = 15
"""Seconds between signs of life: a browser whose line is dead notices, and so do we."""
_STALLED = 30
"""Seconds after which a window that takes nothing is let go; it comes back with what it has read."""


class Live:
    """The stream's route."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def events(self, request: Request) -> EventSourceResponse:
        """Tell a window of one place what happens after what it has read."""
        viewer, place = await self._desk.here(request)
        after = whole(request.headers.get("last-event-id") or request.query_params.get("after", ""))
        if after is None:
            after = await self._desk.platform.ask(journal.latest)
        return EventSourceResponse(self.stream(viewer, place, after), ping=_PING, send_timeout=_STALLED)

    async def stream(self, viewer: Viewer, place: Place, after: int) -> AsyncGenerator[ServerSentEvent]:
        """Yield events without end, or until the viewer has left the community."""
        bell = self._desk.platform.bell
        turns = stirs = -1
        with bell.listening() as heard:
            while not bell.is_closed:
                heard.clear()
                if turns != bell.turns or stirs != bell.stirs:  # what stirs may be a programme in another zone
                    turns = bell.turns
                    viewer = await self._desk.at_present(viewer)
                    yield await self._clock(viewer)
                entries = await self._desk.platform.ask(_batch, viewer.account.id, after)
                if entries is None:
                    yield _event("gone", {})
                    return
                if entries:
                    viewer = await self._desk.at_present(viewer)
                for entry in entries:
                    yield await self.told(entry, viewer, place)
                    after = entry.seq
                if len(entries) == _BATCH:
                    continue
                if stirs != bell.stirs:
                    stirs = bell.stirs
                    yield _event("stir", {})
                await heard.wait()  # where the house closes, it rings once more

    async def told(self, entry: Entry, viewer: Viewer, place: Place) -> ServerSentEvent:
        """Tell one line of the journal as this window needs it."""
        if entry.kind is Happening.PLACES or entry.place != place.id:
            return _event("places", {"place": entry.place, "kind": entry.kind.value}, entry.seq)
        try:
            return _event("message", await self.message(entry.message, viewer, place), entry.seq)
        except NoSuchMessage:
            return _event("removed", {"id": entry.message}, entry.seq)

    async def message(self, message: int, viewer: Viewer, place: Place) -> dict[str, object]:
        """Describe a message as it stands now, or raise `NoSuchMessage`."""
        found = await self._desk.platform.ask(messages.find_visible, viewer.account.id, message)
        drawn = await self._desk.showing.messages([found], viewer, place)
        return {"id": found.id, "version": found.version, "html": drawn[0]}

    async def _clock(self, viewer: Viewer) -> ServerSentEvent:
        now = await self._desk.clock.now()
        return _event("clock", {"now": now.isoformat(), "zone": viewer.zone.key, "busy": self._desk.is_advancing})


def _batch(connection: sqlite3.Connection, account: str, after: int) -> list[Entry] | None:
    try:
        accounts.find_present(connection, account)
    except NoSuchAccount:
        return None
    return journal.after(connection, account, after, _BATCH)


def _event(kind: str, data: dict[str, object], seq: int | None = None) -> ServerSentEvent:
    return ServerSentEvent(event=kind, data=json.dumps(data, ensure_ascii=False), id=None if seq is None else str(seq))
