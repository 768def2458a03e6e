"""A message's body put into a message: the same for channels, threads and an interaction's answers."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from tests.discord.server.mentions import Allowed
from tests.discord.server.messages import Attachment, Message, MessageFlag
from tests.discord.server.refusals import Refused, empty_message, invalid_form
from tests.discord.server.registry import Registry
from tests.discord.server.wire import Json

_SETTABLE = MessageFlag.SUPPRESS_EMBEDS | MessageFlag.SUPPRESS_NOTIFICATIONS | MessageFlag.COMPONENTS_V2
_MAX_ATTACHMENTS = 10
_UPLOADED = re.compile(r'"attachment://([^"]*)"')


@dataclass(frozen=True)
class File:
    """A file of a multipart request: `files[n]`."""

    number: int
    filename: str
    content: bytes


def fill(world: Registry, message: Message, body: Json, files: Sequence[File] = ()) -> Allowed:
    """Write what the body says into a message, new or edited, and return whom it may ping; all of it or nothing."""
    before = dict(vars(message))
    try:
        message.flags |= MessageFlag(int(body.get("flags") or 0)) & _SETTABLE
        _attach(world, message, body, files)
        _write(message, body)
        if not (message.content.strip() or message.embeds or message.components or message.attachments):
            raise empty_message()
        return _allowed(body.get("allowed_mentions"))
    except Refused:
        vars(message).update(before)
        raise


def numbered(components: list[Json]) -> list[Json]:
    """Give every component the number that Discord gives those that come without one."""
    numbers = count(1)

    def number(part: Any) -> Any:  # noqa: ANN401 - a tree of JSON
        if isinstance(part, list):
            return [number(inner) for inner in part]
        if not isinstance(part, dict) or "type" not in part:
            return part
        numbered = {"id": next(numbers)} | part
        nested = ("components", "accessory", "component")
        return {key: number(inner) if key in nested else inner for key, inner in numbered.items()}

    done: list[Json] = number(components)
    return done


def _write(message: Message, body: Json) -> None:
    if "content" in body:
        message.content = (body["content"] or "").strip()
    if "embeds" in body:
        embeds = [{"type": "rich"} | embed for embed in body["embeds"] or []]
        message.embeds = _resolved(embeds, message.attachments)
    if "components" in body:
        message.components = numbered(_resolved(body["components"] or [], message.attachments))
    if message.flags & MessageFlag.COMPONENTS_V2 and (message.content or message.embeds):
        raise invalid_form(
            "content",
            "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
            "The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2",
        )


def _attach(world: Registry, message: Message, body: Json, files: Sequence[File]) -> None:
    described = {str(entry.get("id")): entry for entry in body.get("attachments") or []}
    kept = [there for there in message.attachments if "attachments" not in body or str(there.id) in described]
    if len(kept) + len(files) > _MAX_ATTACHMENTS:
        raise Refused(400, 30015, f"Maximum number of attachments in a message reached ({_MAX_ATTACHMENTS})")
    for file in files:
        entry = described.get(str(file.number), {})
        kept.append(world.attach(entry.get("filename") or file.filename, file.content, entry.get("description")))
    message.attachments = kept


def _resolved(parts: list[Json], attachments: Sequence[Attachment]) -> list[Json]:
    """Point `attachment://name` at the file; unlike Discord's embeds, which stay broken, a missing one is refused."""
    urls = {attachment.filename: attachment.url for attachment in attachments}

    def located(found: re.Match[str]) -> str:
        if found[1] not in urls:
            wrong = "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND"
            raise invalid_form("attachments", wrong, f"The referenced attachment {found[1]!r} was not found")
        return json.dumps(urls[found[1]])

    resolved: list[Json] = json.loads(_UPLOADED.sub(located, json.dumps(parts)))
    return resolved


def _allowed(given: Json | None) -> Allowed:
    for kind in ("users", "roles"):
        if given and given.get(kind) and kind in (given.get("parse") or ()):
            exclusive = f'parse:["{kind}"] and {kind}: [ids...] are mutually exclusive.'
            raise invalid_form("allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", exclusive)
    return Allowed.read(given)
