"""From what a browser sent to what a person did."""

from collections.abc import Mapping

from starlette.datastructures import UploadFile
from starlette.requests import Request

from bot.adapters.webchat.commands import Typed
from bot.adapters.webchat.server.model import Account, Place, PlaceKind
from bot.adapters.webchat.server.sample import COMMUNITY
from bot.core.ui.files import file_text
from bot.core.ui.forms import File, Form, Raw
from bot.core.ui.inbound import CommandCalled, Origin, Where

PLATFORM = "webchat"

Sent = Mapping[str, tuple[str, ...]]
"""What a request sent, by name; a name may come several times."""

ANSWER = "a."
"""What the name of a form's own input begins with, so that it can't be taken for one of the page's."""

_LONGEST_UPDATE = 80


def origin(account: Account, place: Place | None, update: str, language: str, local: str = "") -> Origin:
    """Say who did it and where; `place` None is the community as a whole, `local` the zone of their browser."""
    private = place is not None and place.kind is PlaceKind.DIRECT
    return Origin(
        platform=PLATFORM,
        community=COMMUNITY,
        account=account.id,
        name=account.name,
        where=Where.PRIVATE if private else Where.COMMUNITY,
        place=place.id if place else "",
        update=f"{account.id}:{update[:_LONGEST_UPDATE]}",
        is_administrator=account.is_administrator,
        language=language,
        zone=account.zone or local,
    )


def command(origin: Origin, typed: Typed) -> CommandCalled:
    """Call a command that was typed."""
    return CommandCalled(origin, typed.name, typed.verb, typed.text)


async def read(request: Request) -> Sent:
    """Read what a request sent, files too, as text."""
    async with request.form() as form:
        sent: dict[str, tuple[str, ...]] = {}
        for name, value in form.multi_items():
            sent[name] = (*sent.get(name, ()), await _text(value))
    return sent


def answers(form: Form, sent: Sent, before: Mapping[str, Raw]) -> dict[str, Raw]:
    """Read the answers to every field that the page drew: an empty box is an answer too, taken back.

    A file that isn't sent again is the one sent `before`: a browser can't fill in a file by itself.
    """
    given: dict[str, Raw] = {}
    for field in form.fields:
        raw = tuple(text for text in sent.get(ANSWER + field.name, ()) if text)
        given[field.name] = before.get(field.name, ()) if isinstance(field, File) and not raw else raw
    return given


async def _text(value: UploadFile | str) -> str:
    if isinstance(value, UploadFile):
        return file_text(await value.read())
    return value.replace("\r\n", "\n")  # how browsers send a text's lines
