"""The real program in a process of its own that is killed now and then, and is asked again until it answers."""

import contextlib
import http.client
import json
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from random import Random
from urllib.parse import urlencode, urlsplit

from tests.faults import cradle

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0
"""Seconds that a person waits for an answer, and the test for what is to arrive."""
GLANCE = 0.02
"""Seconds between two looks at what another process has written."""
_LINES_LOST = (OSError, http.client.HTTPException)

Answers = Mapping[str, str | Sequence[str]]


@dataclass
class Reaper:
    """Draws when the process dies: around a question to it, or before it is ready; nothing more after `most` times."""

    random: Random
    most: int
    share: float = 0.8
    """Of the questions that are asked at the risk of life."""
    within: float = 0.08
    """Seconds after a question in which death comes: some answer first, some deliver first, some do neither."""
    at_start: float = 0.1
    """The share of starts that end before they are done."""
    deaths: int = 0

    def delay(self) -> float | None:
        """Say how long after a question the process dies, if it does."""
        return self._drawn(self.share, self.within)

    def delay_at_start(self) -> float | None:
        """Say how long after its start the process dies, if it does."""
        return self._drawn(self.at_start, 0.4)

    def _drawn(self, share: float, within: float) -> float | None:
        if self.deaths >= self.most or self.random.random() >= share:
            return None
        return self.random.uniform(0, within)


@dataclass(frozen=True)
class Answer:
    """What the server said; `again` tells that it had been asked before and died."""

    status: int
    text: str
    again: bool

    @property
    def opened(self) -> int | None:
        """The message that holds the form which opened."""
        opened = json.loads(self.text)["opened"]
        return None if opened is None else int(opened)


class Mortal:
    """Runs `python -m {module} run` over one data directory, again and again."""

    def __init__(self, forks: ForkServerContext, data_dir: Path, reaper: Reaper, module: str = "bot") -> None:
        self._forks, self._data_dir, self._reaper, self._module = forks, data_dir, reaper, module
        self._killer: threading.Timer | None = None
        self._process: ForkServerProcess | None = None
        self._updates = 0
        self._url = ""
        self.starts = 0

    @property
    def log(self) -> Path:
        """What the program wrote on its error stream, all its lives long."""
        return self._data_dir.parent / "program.log"

    @contextmanager
    def alive(self) -> Iterator["Mortal"]:
        """Be there, whatever happens; at the end, stop as an operator would."""
        try:
            self._revive()
            yield self
            self._disarm()
            self._revive()
            self._end()
        finally:
            self._disarm()
            if self._process is not None:
                self._process.kill()
            self._reap()

    def ask(self, path: str) -> Answer:
        """Read a page, until it is answered."""
        return self._insist("GET", path, "")

    def post(self, path: str, fields: Answers) -> Answer:
        """Do something under one name, until it is answered."""
        self._updates += 1
        body = urlencode({"update": f"post-{self._updates}", **fields}, doseq=True)
        return self._insist("POST", path, body)

    def until(self, arrived: Callable[[], bool]) -> None:
        """Wait for what the program does by itself; a dead one is started again."""
        deadline = time.monotonic() + PATIENCE
        while not arrived():
            assert time.monotonic() < deadline, f"nothing arrived: {arrived}"
            self._revive()
            time.sleep(GLANCE)  # another process's file tells nobody that it has changed

    def _insist(self, method: str, path: str, body: str) -> Answer:
        again = False
        while True:
            self._revive()
            self._arm(self._reaper.delay())
            try:
                return self._answer(method, path, body, again=again)
            except _LINES_LOST:
                assert self._process is not None
                self._process.join(PATIENCE)  # only a dead process loses a line
                again = True

    def _answer(self, method: str, path: str, body: str, *, again: bool) -> Answer:
        address = urlsplit(self._url)
        headers = {
            "Origin": self._url,
            "Accept": "application/json",
            "Accept-Language": "en-GB",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        line = http.client.HTTPConnection(address.hostname or "", address.port, timeout=PATIENCE)
        with contextlib.closing(line):
            line.request(method, path, body, headers)
            answer = line.getresponse()
            return Answer(answer.status, answer.read().decode(), again)

    def _arm(self, delay: float | None) -> None:
        """Let the process die in a while, unless that is on its way already."""
        if delay is None or (self._killer is not None and self._killer.is_alive()):
            return
        assert self._process is not None
        self._killer = threading.Timer(delay, self._process.kill)
        self._killer.start()

    def _disarm(self) -> None:
        if self._killer is not None:
            self._killer.cancel()
            self._killer.join()

    def _revive(self) -> None:
        while self._process is None or self._process.exitcode is not None:
            self._reap()
            self._start()

    def _start(self) -> None:
        self.starts += 1
        said, says = self._forks.Pipe(duplex=False)
        environment = {**os.environ, "MENTEO_DATA_DIR": str(self._data_dir)}
        told = (self._module, ("run", "--port", "0"), environment, says, self.log)
        self._process = self._forks.Process(target=cradle.live, args=told)
        self._process.start()
        says.close()
        self._arm(self._reaper.delay_at_start())
        with said, open(said.fileno(), closefd=False) as lines:
            line = lines.readline()
        if line:
            self._url = line.split()[-1]
        else:
            self._process.join(PATIENCE)

    def _reap(self) -> None:
        """Bury the last process; one that ended by itself is a fault of the program."""
        if self._process is None:
            return
        self._process.join(PATIENCE)
        code, self._process = self._process.exitcode, None
        assert code in {0, -signal.SIGKILL}, self.log.read_text()
        self._reaper.deaths += code == -signal.SIGKILL

    def _end(self) -> None:
        assert self._process is not None
        self._process.terminate()
        self._process.join(PATIENCE)
