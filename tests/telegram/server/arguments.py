"""What a call brings along: JSON, a form or a multipart body with files, read alike."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField

from tests.telegram.server.refusals import bad_request
from tests.telegram.server.wire import Json


@dataclass(frozen=True)
class Upload:
    """A file of a multipart request."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Arguments:
    """Values by name, as strings or as JSON: whoever reads one says what it should be."""

    values: Mapping[str, object] = field(default_factory=dict)
    files: Mapping[str, Upload] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        return name in self.values or name in self.files

    def text(self, name: str) -> str | None:
        """A text."""
        value = self.values.get(name)
        return None if value is None else str(value)

    def integer(self, name: str) -> int | None:
        """A number."""
        value = self.text(name)
        try:
            return int(value) if value else None
        except ValueError:
            raise bad_request(f"{name} must be a number") from None

    def number(self, name: str) -> int:
        """A number that has to be there."""
        value = self.integer(name)
        if value is None:
            raise bad_request(f"{name} is empty")
        return value

    def flag(self, name: str) -> bool:
        """Whether something is asked for."""
        return str(self.values.get(name, "")).lower() in {"true", "1"}

    def mapping(self, name: str) -> Json | None:
        """An object."""
        value = self._json(name)
        return value if isinstance(value, dict) else None

    def items(self, name: str) -> list[Any] | None:
        """A list."""
        value = self._json(name)
        return value if isinstance(value, list) else None

    def objects(self, name: str) -> list[Json]:
        """A list of objects; without one, an empty one."""
        return [each for each in self.items(name) or [] if isinstance(each, dict)]

    def numbers(self, name: str) -> list[int]:
        """A list of numbers; without one, an empty one."""
        return [each for each in self.items(name) or [] if isinstance(each, int)]

    def _json(self, name: str) -> Any:  # noqa: ANN401 - JSON
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except json.JSONDecodeError:
            raise bad_request(f"can't parse {name} JSON object") from None


async def read_arguments(request: web.Request) -> Arguments:
    """Read what a request brings, in its address and its body."""
    values: dict[str, object] = dict(request.query)
    files: dict[str, Upload] = {}
    if request.content_type == "application/json":
        values |= json.loads(await request.read() or b"{}")
    else:
        for name, part in (await request.post()).items():
            if isinstance(part, FileField):
                files[name] = Upload(part.filename, part.file.read())
            else:
                values[name] = part if isinstance(part, str) else bytes(part).decode()
    return Arguments(values, files)
