"""Reading one content file, YAML or TOML, or saying which line of it is wrong and why."""

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeVar, cast

import yaml
from pydantic import BaseModel, ValidationError

TOML = ".toml"

_PLACE = re.compile(r"(.*) \(at (?:line (\d+), column \d+|end of document)\)", re.DOTALL)
_TABLE = re.compile(r"\s*(\[\[?)\s*([^\]]+?)\s*\]")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")

Document = TypeVar("Document", bound=BaseModel)


class BadContent(Exception):
    """A content file can't be used; says file, line where it is known, field and reason."""

    def __init__(self, file: Path, reason: str, *, line: int | None = None, field: str = "") -> None:
        place = f"{file}:{line}" if line else str(file)
        super().__init__(": ".join(part for part in (place, field, reason) if part))
        self.file, self.line, self.field, self.reason = file, line, field, reason


class Misplaced(ValueError):
    """What is wrong with a part of a document as far as another part goes; `path` leads from the document to it."""

    def __init__(self, reason: str, *path: int | str) -> None:
        super().__init__(reason)
        self.path = path


def read_document(file: Path, shape: type[Document]) -> Document:
    """Read a file of a given shape, or raise `BadContent`; as long as it reads the same, it is understood once."""
    return cast("Document", _understood(_text_of(file), file, shape))


def parse_document(text: str, file: Path, shape: type[Document]) -> Document:
    """Read the text of a file, which need not be on the disk, or raise `BadContent`; the name says YAML or TOML."""
    is_toml = file.suffix == TOML
    try:
        return shape.model_validate(tomllib.loads(text) if is_toml else yaml.load(text, yaml.CSafeLoader))
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(file, text, error) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise BadContent(file, error.problem or "not YAML", line=line) from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        reason = first["msg"].removeprefix("Value error, ")
        cause = first.get("ctx", {}).get("error")
        path = (*first["loc"], *cause.path) if isinstance(cause, Misplaced) else first["loc"]
        line = line_in_text(text, file, path)
        raise BadContent(file, reason, line=line, field=".".join(map(str, path))) from error
    except yaml.YAMLError as error:
        raise BadContent(file, str(error)) from error


def line_in_text(text: str, file: Path, path: Sequence[int | str]) -> int:
    """Find the line of a text that could be parsed on which the deepest part of `path` that is there begins."""
    return line_in_toml(text, path) if file.suffix == TOML else _line_of(text, path)


@lru_cache(maxsize=64)  # more files than ship; what is in a document never changes
def _understood(text: str, file: Path, shape: type[BaseModel]) -> BaseModel:
    return parse_document(text, file, shape)


def _text_of(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadContent(file, str(error)) from error


def _line_of(text: str, path: Sequence[int | str]) -> int:
    """Find the line on which the deepest part of `path` that exists begins."""
    node = yaml.compose(text, yaml.CSafeLoader)
    line = 1
    for step in path:
        found = _child(node, step)
        if found is None:
            break
        line, node = found
    return line


def _child(node: yaml.Node | None, step: int | str) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key.start_mark.line + 1, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step].start_mark.line + 1, node.value[step]
    return None


def line_in_toml(text: str, path: Sequence[int | str]) -> int:
    """Find the line on which the deepest part of `path` that is written out begins; its parser keeps no places."""
    wanted = [str(step) for step in path]
    best, deepest, here = 1, 0, list[str]()
    lengths: dict[tuple[str, ...], int] = {}
    for line, words in enumerate(text.splitlines(), 1):
        if table := _TABLE.match(words):
            here = _place_of(table[2], lengths, is_item=table[1] == "[[")
            written = here
        elif key := _KEY.match(words):
            written = [*here, *_steps(key[1])]
        else:
            continue
        depth = _shared(written, wanted)
        if depth > deepest:
            best, deepest = line, depth
    return best


def _place_of(name: str, lengths: dict[tuple[str, ...], int], *, is_item: bool) -> list[str]:
    """Say where a table's header is in the whole: its names, each followed by its number where it is one of many."""
    place: list[str] = []
    names = _steps(name)
    for number, step in enumerate(names):
        place.append(step)
        key = tuple(place)
        if is_item and number == len(names) - 1:
            lengths[key] = lengths.get(key, 0) + 1
        if key in lengths:
            place.append(str(lengths[key] - 1))
    return place


def _steps(dotted: str) -> list[str]:
    return [step.strip().strip("\"'") for step in dotted.split(".")]


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = zip(one, other, strict=False)
    return next((depth for depth, (ours, theirs) in enumerate(pairs) if ours != theirs), min(len(one), len(other)))


def _not_toml(file: Path, text: str, error: tomllib.TOMLDecodeError) -> BadContent:
    told = _PLACE.fullmatch(str(error))
    if told is None:
        return BadContent(file, str(error))
    return BadContent(file, told[1], line=int(told[2]) if told[2] else len(text.splitlines()))
