"""What taking in an O*NET release of full size costs, the first time and again, and comparing two of its roles."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring import Pace
from benchmarks.onet import write_release
from benchmarks.report import Figure, at_most

SECONDS, MEGABYTES, ANSWER = 5, 200, 1
_ROLES = ("11-1000.00", "15-1002.00")


@dataclass(frozen=True)
class _Run:
    """A command that has ended: seconds from start to end, and its largest resident size in MB."""

    seconds: float
    megabytes: float


def run(pace: Pace) -> list[Figure]:
    """Measure the program itself, as a process each time; the release is never smaller, whatever the pace."""
    with tempfile.TemporaryDirectory(prefix="menteo-bench-") as place:
        skills, whole = Path(place) / "skills", Path(place) / "whole"
        write_release(skills)
        write_release(whole, all_parts=True)
        return [*_imports(pace, skills, "63,000 rows"), *_imports(pace, whole, "208,800 rows"), _gap(pace, skills)]


def _imports(pace: Pace, release: Path, size: str) -> Iterator[Figure]:
    first, again = [], []
    for number in range(pace.runs):
        data = release / f"data-{number}"
        first.append(_ended(data, "import", "onet", str(release)))
        again.append(_ended(data, "import", "onet", str(release)))
    for name, runs in ((f"import O*NET, {size}", first), ("the same again, nothing changes", again)):
        yield Figure(name, min(each.seconds for each in runs), "s", at_most(SECONDS))
        yield Figure(f"{name}: memory", max(each.megabytes for each in runs), "MB", at_most(MEGABYTES))


def _gap(pace: Pace, release: Path) -> Figure:
    data = release / "data-0"
    runs = [_ended(data, "gap", *_ROLES, "--framework", "onet", "--json") for _ in range(pace.runs)]
    return Figure("menteo gap over it, start to end", min(each.seconds for each in runs), "s", at_most(ANSWER))


def _ended(data: Path, *arguments: str) -> _Run:
    environment = os.environ | {"MENTEO_DATA_DIR": str(data), "MENTEO_LOG_LEVEL": "ERROR"}
    begun = time.perf_counter()
    command = [sys.executable, "-m", "bot", *arguments]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"menteo {' '.join(arguments)} ended with {process.returncode}")
    return _Run(time.perf_counter() - begun, used.ru_maxrss / 1024)
