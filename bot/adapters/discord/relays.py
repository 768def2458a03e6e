"""Messages that say what somebody said on another platform: posted once, changed, taken back, and reacted to."""

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Final

import discord
from discord.http import MultipartParameters, handle_message_parameters

from bot.adapters.discord.messages import Messages, Posted, allowed, bears, posted_at
from bot.adapters.discord.references import UNSEEN, Reference, reference
from bot.adapters.discord.refusals import Code, FileLate
from bot.adapters.discord.relayed_parts import LARGEST_FILE, Lines, Part, file_name, parts_of, with_lines
from bot.adapters.discord.rest import Json, Rest
from bot.adapters.discord.wording import Words
from bot.core.effects import (
    Done,
    FileGone,
    Files,
    FileTooLarge,
    ReactToMessage,
    RelayMessage,
    RemoveMessage,
)
from bot.core.ui.speech import Attachment

_LOOKED_AT: Final = 50
"""The last messages of a room among which an earlier try's are looked for."""
_FOLLOWING: Final = 20
"""Messages behind a first part among which its others are."""
_MARKED: Final = re.compile(f"[\u200b\u2060]{{{UNSEEN}}}")
_MESSAGES: Final = "/channels/{channel_id}/messages"
_VARIATION: Final = "\N{VARIATION SELECTOR-16}"
_PAYLOAD_TOO_LARGE: Final = 413


class Relays:
    """Says things for others. The parts of one message follow its first, which alone bears a mark."""

    def __init__(self, rest: Rest, messages: Messages, words: Words, files: Files | None) -> None:
        self._rest, self._messages, self._words, self._files = rest, messages, words, files

    async def say(self, relayed: RelayMessage, key: str, *, again: bool) -> Done:
        """Say something, or say it anew where it was said before; what somebody took away stays away.

        Done names the first part by its id alone, as people's replies to it will.
        """
        if relayed.replaces:
            return Done((await self._changed(relayed, key)).message)
        place = relayed.target.place
        posted = await self._messages.awake(place, lambda: self._said(relayed, key, again=again), archive=False)
        return Done(posted.message)

    async def remove(self, removing: RemoveMessage, place: str) -> Done:
        """Take a message of a room back with all its parts, the first one last."""
        first = posted_at(place, removing.message)
        try:
            for other in (await self._parts(first))[:0:-1]:
                await self._delete(Posted(first.channel, other["id"]))
        except discord.NotFound as error:
            if error.code != Code.UNKNOWN_CHANNEL:
                raise
        return await self._messages.remove(removing)

    async def react(self, reaction: ReactToMessage) -> Done:
        """Have the bot react with this, in place of what it reacted with before; to what is gone, nobody does."""
        posted = posted_at(reaction.target.place, reaction.message)
        try:
            await self._messages.awake(posted.channel, lambda: self._reacted(posted, reaction.emojis[:1]))
        except discord.NotFound as error:
            if error.code != Code.UNKNOWN_MESSAGE:
                raise
        return Done(str(posted))

    async def _said(self, relayed: RelayMessage, key: str, *, again: bool) -> Posted:
        place, mark = relayed.target.place, reference(key)
        lines = Lines(self._words, relayed.language)
        parts = parts_of(relayed, lines, mark.unseen)
        found = await self._found(place, mark) if again else []
        first = Posted(place, found[0]["id"]) if found else None
        for number, part in enumerate(parts[len(found) :], len(found)):
            answered = posted_at(place, relayed.reply_to).message if number == 0 else ""
            posted = await self._post(relayed, part, _numbered(key, number), lines, answered)
            first = first or posted
        assert first is not None  # noqa: S101  there is always a part
        return first

    async def _post(self, relayed: RelayMessage, part: Part, mark: Reference, lines: Lines, answered: str) -> Posted:
        place = relayed.target.place
        files, missing = await self._fetched(relayed.source.platform, part, lines)
        message = _message(with_lines(part.text, missing), mark, answered, files)
        try:
            return await self._asked_to_post(place, message)
        except discord.HTTPException as error:
            if not files or (error.code != Code.TOO_LARGE and error.status != _PAYLOAD_TOO_LARGE):
                raise
        missing = [lines.too_large(each) for each in part.attachments]
        return await self._asked_to_post(place, _message(with_lines(part.text, missing), mark, answered))

    async def _asked_to_post(self, place: str, message: MultipartParameters) -> Posted:
        told = await self._rest.ask("POST", _MESSAGES, message=message, repeatable=True, channel_id=place)
        return Posted(place, told["id"])

    async def _fetched(self, platform: str, part: Part, lines: Lines) -> tuple[list[discord.File], list[str]]:
        """Fetch a part's files, and say of those that can't be had why."""
        files: list[discord.File] = []
        missing: list[str] = []
        for each in part.attachments:
            try:
                content = await self._content(platform, each)
                files.append(discord.File(BytesIO(content), filename=file_name(each)))
            except FileTooLarge:
                missing.append(lines.too_large(each))
            except FileGone:
                missing.append(lines.gone(each))
            except (OSError, TimeoutError) as error:
                raise FileLate from error
        return files, missing

    async def _content(self, platform: str, attachment: Attachment) -> bytes:
        if self._files is None:
            raise FileGone
        return await self._files.fetch(platform, attachment, LARGEST_FILE)

    async def _found(self, place: str, mark: Reference) -> Sequence[Json]:
        """Find the parts that an earlier try has posted, in their order."""
        latest = await self._rest.ask("GET", _MESSAGES, query={"limit": _LOOKED_AT}, channel_id=place)
        mine = [each for each in reversed(latest) if self._is_mine(each)]
        first = next((number for number, each in enumerate(mine) if bears(each, mark)), None)
        return _with_following(mine[first:]) if first is not None else []

    async def _parts(self, first: Posted) -> Sequence[Json]:
        """List the parts of a message that is still there, in their order; one without a mark has no others."""
        query = {"after": str(int(first.message) - 1), "limit": _FOLLOWING}
        there = await self._rest.ask("GET", _MESSAGES, query=query, channel_id=first.channel)
        mine = [each for each in sorted(there, key=lambda it: int(it["id"])) if self._is_mine(each)]
        if not mine or mine[0]["id"] != first.message:
            return []
        return _with_following(mine) if _MARKED.search(mine[0]["content"]) else mine[:1]

    def _is_mine(self, message: Json) -> bool:
        return bool(message["author"]["id"] == self._rest.me)

    async def _changed(self, relayed: RelayMessage, key: str) -> Posted:
        first = posted_at(relayed.target.place, relayed.replaces)
        try:
            await self._messages.awake(first.channel, lambda: self._rewritten(first, relayed, key))
        except discord.NotFound as error:
            if error.code != Code.UNKNOWN_MESSAGE and relayed.target.place == first.channel:
                raise
        return first

    async def _rewritten(self, first: Posted, relayed: RelayMessage, key: str) -> None:
        """Write the parts anew: the files on them stay, what is too much goes, what is missing comes at the end."""
        there = [each for each in await self._parts(first) if each["content"] or not each["attachments"]]
        if not there:
            return
        parts = parts_of(relayed, Lines(self._words, relayed.language), reference(key).unseen)
        texts = [part.text for part in parts if part.text]
        for message, text in zip(there, texts, strict=False):
            await self._messages.about(Posted(first.channel, message["id"]), "PATCH", message=_message(text))
        for message in there[len(texts) :]:
            posted = Posted(first.channel, message["id"])
            if message["attachments"]:
                await self._messages.about(posted, "PATCH", message=_message(""))
            else:
                await self._delete(posted)
        for number, text in enumerate(texts[len(there) :], len(there)):
            await self._asked_to_post(first.channel, _message(text, _numbered(key, number)))

    async def _delete(self, posted: Posted) -> None:
        try:
            await self._messages.about(posted, "DELETE")
        except discord.NotFound as error:
            if error.code != Code.UNKNOWN_MESSAGE:
                raise

    async def _reacted(self, posted: Posted, emojis: tuple[str, ...]) -> None:
        path = f"{_MESSAGES}/{{message_id}}"
        there = await self._rest.ask("GET", path, channel_id=posted.channel, message_id=posted.message)
        own = [each["emoji"] for each in there.get("reactions", ()) if each.get("me")]
        wanted = [_bare(each) for each in emojis]
        for emoji in own:
            if _bare(emoji["name"] or "") not in wanted:
                await self._put(posted, "DELETE", emoji["name"])
        if emojis and not any(_bare(each["name"] or "") in wanted for each in own):
            await self._add(posted, emojis[0])

    async def _add(self, posted: Posted, emoji: str) -> None:
        """Add a reaction; platforms differ in whether an emoji has the sign that it is to be drawn in colour."""
        try:
            await self._put(posted, "PUT", emoji)
        except discord.HTTPException as error:
            if error.code != Code.UNKNOWN_EMOJI:
                raise
            bare = _bare(emoji)
            await self._put(posted, "PUT", f"{emoji}{_VARIATION}" if emoji == bare else bare)

    async def _put(self, posted: Posted, method: str, emoji: str) -> None:
        path = f"{_MESSAGES}/{{message_id}}/reactions/{{emoji}}/@me"
        await self._rest.ask(method, path, channel_id=posted.channel, message_id=posted.message, emoji=emoji)


def _numbered(key: str, number: int) -> Reference:
    return reference(f"{key}#{number}" if number else key)


def _message(
    text: str, mark: Reference | None = None, answered: str = "", files: Sequence[discord.File] = ()
) -> MultipartParameters:
    """Make the request for a message that alerts nobody."""
    pointed = {"message_id": answered, "fail_if_not_exists": False}
    return handle_message_parameters(
        content=text,
        nonce=mark.nonce if mark else None,
        allowed_mentions=allowed(()),
        message_reference=pointed if answered else discord.utils.MISSING,  # type: ignore[arg-type]  # as it is sent
        files=list(files) if files else discord.utils.MISSING,
    )


def _with_following(mine: Sequence[Json]) -> Sequence[Json]:
    """Take the first of the bot's messages, and those behind it that bear no mark: they are its parts."""
    parts = [mine[0]]
    for each in mine[1:]:
        if each["components"] or each["type"] or _MARKED.search(each["content"]):
            break
        parts.append(each)
    return parts


def _bare(emoji: str) -> str:
    return emoji.replace(_VARIATION, "")
