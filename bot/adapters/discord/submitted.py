"""Reads a submitted modal from its own data alone, so that a modal outlives the process that opened it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.adapters.discord.asking import NO_ANSWER
from bot.adapters.discord.custom_ids import Pressed, read
from bot.core.ui.forms import Raw
from bot.core.ui.reading import YES

if TYPE_CHECKING:  # the library's types are no part of it at run time
    from discord.types.interactions import ModalSubmitInteractionData, ModalSubmitLabelComponentItemInteractionData


@dataclass(frozen=True)
class Attached:
    """A file that came with a modal; its text has to be fetched from `url`."""

    id: str
    name: str
    url: str
    size: int
    """Bytes."""


@dataclass(frozen=True)
class Submitted:
    """What came back of a modal."""

    modal: Pressed
    """Which page of which form: a `ModalId`, unless another release wrote it."""
    answers: Mapping[str, Raw]
    """By field name, empty where nothing was answered. Fields of files are left out: what was sent before is kept."""
    files: Mapping[str, Attached]
    """By field name, where one was sent."""


def submitted(data: "ModalSubmitInteractionData") -> Submitted:
    """Read the data of a modal's interaction as it came from Discord."""
    answers: dict[str, Raw] = {}
    files: dict[str, Attached] = {}
    for item in _items(data):
        if item["type"] != _FILE_UPLOAD:
            answers[item["custom_id"]] = _answer(item)
        elif item["values"]:
            files[item["custom_id"]] = _attached(data, item["values"][0])
    return Submitted(read(data["custom_id"]), answers, files)


_LABEL: Final = 18
_TEXT_INPUT: Final = 4
_FILE_UPLOAD: Final = 19
_RADIO_GROUP: Final = 21
_CHECKBOX: Final = 23


def _items(data: "ModalSubmitInteractionData") -> "Iterator[ModalSubmitLabelComponentItemInteractionData]":
    for part in data["components"]:
        if part["type"] == _LABEL:
            yield part["component"]


def _answer(item: "ModalSubmitLabelComponentItemInteractionData") -> Raw:
    if item["type"] == _CHECKBOX:
        return (YES,) if item["value"] else ()
    if item["type"] == _TEXT_INPUT or item["type"] == _RADIO_GROUP:
        return _given([item["value"] or ""])
    return _given(item["values"])


def _given(values: Iterable[str]) -> Raw:
    return tuple(value for value in values if value and value != NO_ANSWER)


def _attached(data: "ModalSubmitInteractionData", file: str) -> Attached:
    sent = data["resolved"]["attachments"][file]
    return Attached(str(sent["id"]), sent["filename"], sent["url"], sent["size"])
