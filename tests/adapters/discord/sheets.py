"""What was drawn, as a test looks at it: every component, every word, and what the published description says of it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import discord
import pytest

from bot.adapters.discord import custom_ids
from bot.adapters.discord.custom_ids import Pressed
from tests.adapters.discord.markdown import Read, read
from tests.discord.server.rest.contract import contract

Json = Mapping[str, Any]
Sheet = discord.ui.LayoutView | discord.ui.Modal

BUTTON, TEXT, GALLERY = 2, 10, 12
_V2 = 1 << 15


def top(drawn: Sheet) -> list[Json]:
    """The components that no other holds."""
    if isinstance(drawn, discord.ui.Modal):
        return list(drawn.to_components())
    return list(drawn.to_components())  # type: ignore[no-untyped-call]  # the library says nothing of it


def components(drawn: Sheet) -> list[Json]:
    """Every component, however deep, in reading order."""
    return list(_walk(top(drawn)))


def words(drawn: Sheet) -> str:
    """All that a person reads: texts without their marks, labels, options, what stands in boxes, alternative texts."""
    return "\n".join(_words(components(drawn)))


def texts(drawn: Sheet) -> list[Read]:
    """Every text as the client reads it."""
    return [read(each["content"]) for each in components(drawn) if each["type"] == TEXT]


def keys(drawn: discord.ui.LayoutView) -> dict[str, Pressed]:
    """What each button that can be pressed means, by its label."""
    pressed = (each for each in components(drawn) if each["type"] == BUTTON and "custom_id" in each)
    return {each["label"]: custom_ids.read(each["custom_id"]) for each in pressed}


def links(drawn: discord.ui.LayoutView) -> dict[str, str]:
    """Where each button that leads away leads, by its label."""
    return {each["label"]: each["url"] for each in components(drawn) if each["type"] == BUTTON and "url" in each}


def check_message(drawn: discord.ui.LayoutView, files: int = 0) -> None:
    """Hold a message against the published description."""
    _check("POST", "/channels/1/messages", {"flags": _V2, "components": top(drawn)}, files)


def check_modal(drawn: discord.ui.Modal) -> None:
    """Hold a modal against the published description."""
    _check("POST", "/interactions/1/token/callback", {"type": 9, "data": drawn.to_dict()})


def _check(method: str, path: str, body: object, files: int = 0) -> None:
    checker = contract()
    if checker is None:
        pytest.skip("the published descriptions of the platforms aren't beside this checkout")
    assert [str(each) for each in checker.check(method, path, body, files=files)] == []


def _walk(parts: Iterable[Json]) -> Iterator[Json]:
    for part in parts:
        yield part
        yield from _walk(part.get("components", ()))
        if "component" in part:
            yield from _walk([part["component"]])


def _words(parts: Iterable[Json]) -> Iterator[str]:
    for part in parts:
        if part["type"] == TEXT:
            yield read(part["content"]).words
        yield from (str(part[name]) for name in ("label", "description", "placeholder", "value") if part.get(name))
        for option in part.get("options", ()):
            yield " ".join((option["label"], option.get("description") or ""))
        yield from (item["description"] for item in part.get("items", ()) if item.get("description"))
