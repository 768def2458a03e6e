"""Files are fetched from Discord's own stores, as much as was asked for, and from nowhere else."""

import pytest

from bot.adapters.discord.files import DiscordFiles
from bot.core.effects import FileGone, FileTooLarge
from bot.core.ui.speech import Attachment, AttachmentKind
from tests.discord.server.app import API, DiscordServer

MOST = 200_000


def document(ref: str, size: int = 0) -> Attachment:
    return Attachment(AttachmentKind.DOCUMENT, ref, "plan.pdf", size)


async def test_a_file_is_fetched_as_it_is(server: DiscordServer) -> None:
    content = bytes(range(256)) * 700
    stored = server.world.attach("my plan (1).pdf", content)

    assert await DiscordFiles(server.url + API).fetch(document(stored.url), MOST) == content


@pytest.mark.parametrize("size", [0, 300_000])
async def test_a_file_that_is_too_large_is_refused_whether_it_says_so_or_not(server: DiscordServer, size: int) -> None:
    stored = server.world.attach("plan.pdf", b"x" * 300_000)

    with pytest.raises(FileTooLarge) as refused:
        await DiscordFiles(server.url + API).fetch(document(stored.url, size), MOST)

    assert refused.value.limit == MOST


async def test_a_file_that_is_not_there_any_more_is_gone(server: DiscordServer) -> None:
    with pytest.raises(FileGone):
        await DiscordFiles(server.url + API).fetch(document(f"{server.url}/attachments/1/plan.pdf"), MOST)


@pytest.mark.parametrize(
    "ref",
    [
        "http://127.0.0.1:1/plan.pdf",
        "http://cdn.discordapp.com/plan.pdf",
        "https://cdn.discordapp.com:8443/plan.pdf",
        "https://cdn.discordapp.com.evil.org/plan.pdf",
        "https://cdn.discordapp.com@evil.org/plan.pdf",
        "https://me@cdn.discordapp.com/plan.pdf",
        "file:///etc/passwd",
        "//cdn.discordapp.com/plan.pdf",
        "http://[::1",
        "",
    ],
)
async def test_nothing_is_fetched_from_elsewhere(server: DiscordServer, ref: str) -> None:
    with pytest.raises(FileGone):
        await DiscordFiles(server.url + API).fetch(document(ref), MOST)


async def test_a_store_that_is_away_can_be_asked_again(server: DiscordServer) -> None:
    address = server.url
    await server.__aexit__()

    with pytest.raises(OSError, match="Connect"):
        await DiscordFiles(address + API).fetch(document(f"{address}/attachments/1/plan.pdf"), MOST)
