"""Starts the real program as `python -m` does, in a fork of a process that has everything imported: it takes a moment.

What a fork is spared is what each start does alike and what leaves nothing behind: the imports, and to read `config/`.
"""

import os
import runpy
import sys
from collections.abc import Mapping, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

import bot.__main__
import bot.adapters.listener
import bot.adapters.lock
import bot.adapters.webchat.app
import bot.adapters.webchat.server.platform  # noqa: F401  loaded before the fork, as are those above
from bot.adapters.library.content import ConfigLibrary, read_texts
from bot.app import CONFIG
from bot.core.dialogue.catalogue import FALLBACK, Catalogue

ConfigLibrary(CONFIG).check()  # what it reads is understood once a process, and so are the texts
Catalogue(read_texts(CONFIG)).keys(FALLBACK)


def live(module: str, arguments: Sequence[str], environment: Mapping[str, str], says: Connection, log: Path) -> None:
    """Be `python -m {module} {arguments}`, with output of its own, until it ends or is killed."""
    os.environ.clear()
    os.environ.update(environment)
    with log.open("a") as errors:
        os.dup2(errors.fileno(), 2)
    os.dup2(says.fileno(), 1)
    says.close()
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)
