"""A guided tour: what to do next, step by step, and as whom."""

from dataclasses import dataclass


@dataclass(frozen=True)
class GuideStep:
    """One step of a tour; `account` is who takes it (a platform's id, empty for anybody), `command` begins it."""

    text: str
    done: bool
    account: str
    command: str
    """As typed, without the slash; empty where the step isn't a command."""
    moves_clock: bool = False
    """Whether the step is to let time pass."""
    part: str = ""
    """What kind of person takes it where `account` names nobody: a surface that knows such people offers one."""
