"""What people attach on Telegram, as other platforms get it."""

import pytest

from bot.adapters.telegram.files import MOST_FETCHED, TelegramFiles
from bot.core.effects import FileGone, FileTooLarge
from bot.core.ui.speech import Attachment, AttachmentKind
from tests.adapters.telegram.carrying import Carrier
from tests.telegram.people import Person
from tests.telegram.server.files import Kind

pytestmark = pytest.mark.usefixtures("unhurried")


async def test_a_file_is_fetched(carrier: Carrier, ana: Person) -> None:
    assert await files(carrier).fetch(await sent(ana, b"a plan"), 100) == b"a plan"


@pytest.mark.parametrize(("size", "most", "limit"), [(11, 10, 10), (MOST_FETCHED + 1, 10**9, MOST_FETCHED)])
async def test_one_that_is_too_large_says_how_large_it_may_be(
    carrier: Carrier, ana: Person, size: int, most: int, limit: int
) -> None:
    with pytest.raises(FileTooLarge) as refused:
        await files(carrier).fetch(await sent(ana, bytes(size)), most)

    assert refused.value.limit == limit


async def test_one_that_is_known_to_be_too_large_is_not_asked_for(carrier: Carrier) -> None:
    with pytest.raises(FileTooLarge):
        await files(carrier).fetch(Attachment(AttachmentKind.DOCUMENT, "ref", size=11), 10)

    assert not carrier.server.asked("getFile")


async def test_one_that_telegram_has_no_more_is_gone(carrier: Carrier) -> None:
    with pytest.raises(FileGone):
        await files(carrier).fetch(Attachment(AttachmentKind.DOCUMENT, "ref"), 10)


async def test_an_outage_is_no_file_that_is_gone(carrier: Carrier, ana: Person) -> None:
    carrier.server.faults.fail(502, match="getFile", times=1)

    with pytest.raises(OSError, match="Broken"):
        await files(carrier).fetch(await sent(ana, b"a plan"), 100)


def files(carrier: Carrier) -> TelegramFiles:
    return TelegramFiles(carrier.rest)


async def sent(person: Person, content: bytes) -> Attachment:
    seen = await person.sends_file(Kind.DOCUMENT, content, "plan.pdf")
    assert seen.message.media is not None
    return Attachment(AttachmentKind.DOCUMENT, seen.message.media.file.id, "plan.pdf")
