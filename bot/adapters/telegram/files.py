"""What people attach on Telegram, fetched for other platforms."""

from telegram import File

from bot.adapters.telegram.refusals import Declined, Trouble
from bot.adapters.telegram.rest import Rest
from bot.core.effects import FileGone, FileTooLarge
from bot.core.ui.speech import Attachment

MOST_FETCHED = 20 * 1024 * 1024
"""Bytes that a bot may download (getFile)."""


class TelegramFiles:
    """Downloads attachments; nothing of them is kept."""

    def __init__(self, rest: Rest) -> None:
        self._rest = rest

    async def fetch(self, attachment: Attachment, most: int) -> bytes:
        """Get a file's bytes; `attachment.ref` is Telegram's file id.

        Raises:
            FileTooLarge: it is larger than `most`, or than Telegram gives to bots.
            FileGone: Telegram hasn't it any more.
            OSError: Telegram can't be asked now.
        """
        limit = min(most, MOST_FETCHED)
        if attachment.size > limit:
            raise FileTooLarge(limit)
        try:
            file = await self._rest.look_up(self._rest.bot.get_file, attachment.ref)
            if (file.file_size or 0) > limit:
                raise FileTooLarge(limit)
            content = await self._downloaded(file)
        except Declined as error:
            raise (FileTooLarge(limit) if "too big" in error.said else FileGone()) from None
        except Trouble as error:
            raise ConnectionError(type(error).__name__) from None
        if len(content) > limit:
            raise FileTooLarge(limit)
        return content

    async def _downloaded(self, file: File) -> bytes:
        return bytes(await self._rest.look_up(file.download_as_bytearray))
