"""Reading a framework that somebody attached in chat: YAML or TOML, told apart by what is in it, from a stranger."""

import re
from collections.abc import Sequence
from pathlib import Path

import yaml

from bot.adapters.library.documents import FrameworkDocument
from bot.adapters.library.frameworks import to_framework
from bot.adapters.library.loading import BadContent, line_in_text, parse_document
from bot.adapters.library.reasons import why_of
from bot.core.domain.framework_errors import FrameworkUnreadable
from bot.core.domain.frameworks import Framework

MOST_THINGS = 500
"""Competencies, roles or ladders of one framework: what a stranger attaches stays within what is drawn and searched."""
DEEPEST = 20
"""Parts within parts: the format has six; a parser that is led deeper doesn't come back."""

_IN_TOML = re.compile(r"""\s*(?:\[\[?\s*[\w"'-]|[\w"'.-]+\s*=)""")


def framework_from(text: str) -> Framework:
    """Read what somebody attached.

    Raises:
        FrameworkUnreadable: with line, field and reason.
    """
    file = _name_of(text)
    try:
        _refuse_traps(text, file)
        document = parse_document(text, file, FrameworkDocument)
        _refuse_crowds(document, text, file)
    except BadContent as bad:
        raise _unreadable(bad) from bad
    except RecursionError as error:
        raise _unreadable(BadContent(file, "has too many parts within parts")) from error
    return to_framework(document)


def line_of(text: str, path: Sequence[int | str]) -> int:
    """Find the line of a text that could be read on which a part of it begins."""
    return line_in_text(text, _name_of(text), path)


def _unreadable(bad: BadContent) -> FrameworkUnreadable:
    why, limit = why_of(bad.__cause__)
    return FrameworkUnreadable(line=bad.line or 0, field=bad.field or "none", reason=bad.reason, why=why, limit=limit)


def _name_of(text: str) -> Path:
    """Call it by what its first line with words looks like; a file's own name doesn't come with it."""
    first = next((line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")), "")
    return Path("framework.toml" if _IN_TOML.match(first) else "framework.yaml")


def _refuse_traps(text: str, file: Path) -> None:
    """Refuse YAML that would become many times as large as it is written, or that is nested beyond all sense."""
    if file.suffix != ".yaml":
        return
    depth = 0
    try:
        for event in yaml.parse(text, yaml.CSafeLoader):
            line = event.start_mark.line + 1 if event.start_mark else None
            if isinstance(event, yaml.AliasEvent):
                raise BadContent(file, f"write it out: *{event.anchor} only points to it", line=line)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                raise BadContent(file, "has too many parts within parts", line=line)
    except yaml.YAMLError:
        return  # what is wrong with it is told by whoever reads it


def _refuse_crowds(document: FrameworkDocument, text: str, file: Path) -> None:
    for field in ("ladders", "competencies", "roles"):
        if len(getattr(document, field)) > MOST_THINGS:
            line = line_in_text(text, file, (field,))
            raise BadContent(file, f"has more than {MOST_THINGS}", line=line, field=field)
