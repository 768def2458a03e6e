"""One process a data directory."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.adapters.lock import FILE, DataInUse, held

HOLD = """
import sys
from pathlib import Path
from bot.adapters.lock import held
with held(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_process_is_told_who_holds_the_data(tmp_path: Path) -> None:
    with held(tmp_path), pytest.raises(DataInUse) as refused, held(tmp_path):
        pass

    assert refused.value.pid == str(os.getpid())
    assert refused.value.directory == tmp_path


def test_the_data_is_free_after_an_end(tmp_path: Path) -> None:
    for _ in range(2):
        with held(tmp_path):
            pass


def test_the_data_is_free_after_a_kill(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(DataInUse), held(tmp_path):
            pass
        holder.send_signal(signal.SIGKILL)

    with held(tmp_path):
        assert (tmp_path / FILE).read_text() == f"{os.getpid()}\n"


def test_a_lock_file_of_nobody_says_nothing_wrong(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("a very long and meaningless story of some other process")

    with held(tmp_path):
        assert (tmp_path / FILE).read_text() == f"{os.getpid()}\n"
