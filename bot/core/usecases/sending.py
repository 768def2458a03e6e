"""Which of several processes may send to a platform."""

from datetime import datetime

from bot.core.ports import UnitOfWork


def hold_platform(work: UnitOfWork, platform: str, holder: str, machine_now: datetime, until: datetime) -> bool:
    """Take a platform's sending for `holder`, or keep it; return False while another process has it."""
    held = work.sendings.hold(platform, holder, machine_now, until)
    work.commit()
    return held


def let_platform_go(work: UnitOfWork, platform: str, holder: str) -> None:
    """Give a platform's sending back, so that another process needn't wait for the lease to run out."""
    work.sendings.let_go(platform, holder)
    work.commit()
