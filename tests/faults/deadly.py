"""The program with one change: its process dies right after the chat took something, the first time for each thing."""

import os
import signal
from pathlib import Path

from bot.__main__ import main
from bot.adapters.webchat import outbound
from bot.core.effects import Delivery, Done, Outcome

_WITNESS = "taken.txt"


class Deadly(outbound.WebChat):
    """Tells a witness outside of the process what the chat has answered, and dies of it."""

    async def deliver(self, delivery: Delivery, key: str, *, again: bool = False, doubtful: bool = False) -> Outcome:
        """Carry one out; the core lives to hear of it the second time only."""
        outcome = await super().deliver(delivery, key)
        if isinstance(outcome, Done):
            witness = Path(os.environ["MENTEO_DATA_DIR"])
            is_new = key not in tries(witness)
            with (witness / _WITNESS).open("a") as book:
                book.write(f"{outcome.external_id} {key}\n")
            if is_new:
                os.kill(os.getpid(), signal.SIGKILL)
        return outcome


def tries(data_dir: Path) -> dict[str, list[str]]:
    """Read what the chat answered for each key, in order."""
    book = data_dir / _WITNESS
    answers: dict[str, list[str]] = {}
    for line in book.read_text().splitlines() if book.exists() else ():
        answer, _, key = line.partition(" ")
        answers.setdefault(key, []).append(answer)
    return answers


if __name__ == "__main__":
    outbound.WebChat = Deadly  # type: ignore[misc]  # the composition root takes it from there
    main()
