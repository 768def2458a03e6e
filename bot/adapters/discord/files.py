"""Gets at what was attached to a message of Discord's: from its own stores of files and nowhere else."""

from typing import Final

import aiohttp
from yarl import URL

from bot.core.effects import FileGone, FileTooLarge
from bot.core.ui.speech import Attachment

HOSTS: Final = frozenset({"cdn.discordapp.com", "media.discordapp.net"})
"""Where Discord keeps files; they are asked by https alone."""
LONGEST_FETCH: Final = 60.0
"""Seconds for one file."""

_CHUNK: Final = 64 * 1024
_OK: Final = 200
_SERVER_ERROR: Final = 500


class DiscordFiles:
    """Fetches files; `api_url` is the REST interface's address, whose host may keep files, too."""

    def __init__(self, api_url: str) -> None:
        self._origin = URL(api_url).origin()

    async def fetch(self, attachment: Attachment, most: int) -> bytes:
        """Return a file's bytes.

        Raises:
            FileTooLarge: it has more than `most`.
            FileGone: it isn't there any more, or never was Discord's.
            OSError: it can't be had just now; `TimeoutError` is one.
        """
        if attachment.size > most:
            raise FileTooLarge(most)
        address = self._address(attachment.ref)
        timeout = aiohttp.ClientTimeout(total=LONGEST_FETCH)
        try:
            async with (
                aiohttp.ClientSession(timeout=timeout, cookie_jar=aiohttp.DummyCookieJar()) as session,
                session.get(address, allow_redirects=False) as response,
            ):
                return await _content(response, most)
        except aiohttp.ClientError as error:
            raise ConnectionError(type(error).__name__) from None

    def _address(self, ref: str) -> URL:
        """Read an address as it is: it bears a signature."""
        try:
            address = URL(ref, encoded=True)
            is_discord_s = address.scheme == "https" and address.host in HOSTS and address.explicit_port is None
            if address.user is None and (is_discord_s or address.origin() == self._origin):
                return address
        except ValueError:
            pass
        raise FileGone


async def _content(response: aiohttp.ClientResponse, most: int) -> bytes:
    if response.status >= _SERVER_ERROR:
        raise ConnectionError(response.status)
    if response.status != _OK:
        raise FileGone
    content = bytearray()
    async for chunk in response.content.iter_chunked(_CHUNK):
        content += chunk
        if len(content) > most:
            raise FileTooLarge(most)
    return bytes(content)
