"""Reading one content file, or saying which line of it is wrong and why."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

Document = TypeVar("Document", bound=BaseModel)


class BadContent(Exception):
    """A content file can't be used; says file, line where it is known, field and reason."""

    def __init__(self, file: Path, reason: str, *, line: int | None = None, field: str = "") -> None:
        place = f"{file}:{line}" if line else str(file)
        super().__init__(": ".join(part for part in (place, field, reason) if part))
        self.file, self.line, self.field, self.reason = file, line, field, reason


def read_document(file: Path, shape: type[Document]) -> Document:
    """Read a file of a given shape, or raise `BadContent`."""
    text = _text_of(file)
    try:
        return shape.model_validate(yaml.load(text, yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise BadContent(file, error.problem or "not YAML", line=line) from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        path, reason = first["loc"], first["msg"].removeprefix("Value error, ")
        line = _line_of(text, path)
        raise BadContent(file, reason, line=line, field=".".join(map(str, path))) from error
    except yaml.YAMLError as error:
        raise BadContent(file, str(error)) from error


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
