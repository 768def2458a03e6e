"""How soon the program is ready without a token, on its second start, and how much memory it then holds."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from urllib.request import urlopen

from benchmarks.measuring import Pace
from benchmarks.report import Beside, Figure, at_most

READY = 1.5
"""Seconds."""
MEMORY = 130
"""Megabytes of resident memory."""

_PATIENCE = 60
_ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Started:
    """One start: seconds until its one line was there and its health was answered, and megabytes held then."""

    ready: float
    memory: float


def run(pace: Pace) -> Iterator[Figure]:
    """Start the real program in a data directory of its own, first on nothing, then on what that left."""
    with TemporaryDirectory(prefix="menteo-benchmarks-") as directory:
        first = _start(Path(directory))
        later = [_start(Path(directory)) for _ in range(pace.runs)]
    ready, memory = min(each.ready for each in later), min(each.memory for each in later)
    interpreter = min(_interpreter() for _ in range(pace.runs))
    yield Figure("ready after, second start", ready, "s", at_most(READY), Beside("first start", first.ready))
    yield Figure("the interpreter alone", interpreter, "s")
    yield Figure("resident memory without tokens", memory, "MB", at_most(MEMORY))


def _start(directory: Path) -> Started:
    began = perf_counter()
    with _running(directory) as process:
        address = _line(process).split()[-1]
        with urlopen(f"{address}/healthz", timeout=_PATIENCE) as answer:  # noqa: S310  our own process, on loopback
            answer.read()
        ready = perf_counter() - began
        return Started(ready, _resident(process.pid))


@contextmanager
def _running(directory: Path) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", "bot", "run", "--port", "0"]
    process = subprocess.Popen(
        command,
        cwd=directory,  # where no developer's .env is
        env=_environment(directory),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=_PATIENCE)


def _environment(directory: Path) -> Mapping[str, str]:
    """Leave out what the shell, or a hosting platform, would set."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("MENTEO_")}
    for name in ("DATABASE_URL", "PORT"):
        ours.pop(name, None)
    return {**ours, "MENTEO_DATA_DIR": str(directory), "PYTHONPATH": str(_ROOT)}


def _line(process: "subprocess.Popen[str]") -> str:
    line = process.stdout.readline() if process.stdout else ""
    if not line:
        raise ChildProcessError(f"the program ended with {process.wait(_PATIENCE)} before it was ready")
    return line


def _resident(pid: int) -> float:
    """Read how much of a process is in memory, in megabytes (Linux's own account, in units of 1,024 bytes)."""
    fields = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines())
    return int(fields["VmRSS"].split()[0]) * 1024 / 1e6


def _interpreter() -> float:
    began = perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    return perf_counter() - began
