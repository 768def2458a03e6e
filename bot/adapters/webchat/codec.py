"""Keeping views and opened forms in the chat server's file, and reading them back.

Each value is kept under the name of its class, since blocks such as a text and a heading have the same fields.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import TypeAlias

from bot.core.ui import forms, pictures, replies, views
from bot.core.ui.replies import OpenForm
from bot.core.ui.views import View

Plain: TypeAlias = "bool | int | float | str | list[Plain] | dict[str, Plain] | None"

_CLASSES: Mapping[str, Callable[..., object]] = {
    name: each
    for module in (views, pictures, forms, replies)
    for name, each in vars(module).items()
    if isinstance(each, type) and (is_dataclass(each) or issubclass(each, Enum))
}


class Unreadable(Exception):
    """The body was kept by another release, which had other words for it."""


def dump(content: View | OpenForm) -> str:
    """Write a view or an opened form as JSON."""
    return json.dumps(_plain(content), ensure_ascii=False, separators=(",", ":"))


def load_view(body: str) -> View:
    """Read a view, or raise `Unreadable`."""
    content = _load(body)
    if not isinstance(content, View):
        raise Unreadable
    return content


def load_form(body: str) -> OpenForm:
    """Read an opened form, or raise `Unreadable`."""
    content = _load(body)
    if not isinstance(content, OpenForm):
        raise Unreadable
    return content


def _load(body: str) -> object:
    try:
        return _value(json.loads(body))
    except (KeyError, TypeError, ValueError) as error:
        raise Unreadable from error


def _plain(value: object) -> Plain:
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Enum):
        return {"is": type(value).__name__, "value": _plain(value.value)}
    if isinstance(value, date):  # a moment is one too
        return {"is": type(value).__name__, "value": value.isoformat()}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {"is": "mapping", "value": {str(key): _plain(each) for key, each in value.items()}}
    if is_dataclass(value):
        kept = {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
        return {"is": type(value).__name__, "value": kept}
    raise TypeError(type(value).__name__)


def _value(plain: Plain) -> object:
    if isinstance(plain, list):
        return tuple(_value(each) for each in plain)
    if not isinstance(plain, dict):
        return plain
    name, value = plain["is"], plain["value"]
    if isinstance(value, dict):
        inner = {key: _value(each) for key, each in value.items()}
        return inner if name == "mapping" else _CLASSES[str(name)](**inner)
    if name == "datetime":
        return datetime.fromisoformat(str(value))
    if name == "date":
        return date.fromisoformat(str(value))
    return _CLASSES[str(name)](value)
