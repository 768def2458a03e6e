"""The checkers of the platforms' published descriptions, where their folder lies beside this repository."""

import importlib.util
import json
import sys
from pathlib import Path
from typing import Any, Protocol

FOLDER = Path(__file__).resolve().parents[2] / ".." / "shared" / "contracts"


class Problem(Protocol):
    """What a request has wrong."""

    rule: str
    where: str
    message: str
    level: str


def checker_of(module: str, name: str, description: str) -> Any:  # noqa: ANN401  each has methods of its own
    """Make the checker `name` of a module there, over the description beside it; None where there is none."""
    path = FOLDER / f"{module}.py"
    if not path.is_file():
        return None
    spec = importlib.util.spec_from_file_location(module, path)
    if spec is None or spec.loader is None:
        return None
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = loaded  # its dataclasses look themselves up there
    spec.loader.exec_module(loaded)
    return getattr(loaded, name)(json.loads((FOLDER / description).read_text("utf-8")))
