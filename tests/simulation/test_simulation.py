"""A whole programme in virtual time: nothing lost, nothing doubled, and the same figures when the process is killed."""

from dataclasses import replace

from bot.simulation.figures import Figures, Run
from bot.simulation.supervisor import simulate

MEMBERS, WEEKS, SEED = 12, 4, 7


def test_a_small_programme_runs_alike_with_kills_and_without() -> None:
    calm = simulate(MEMBERS, WEEKS, SEED)
    deadly = simulate(MEMBERS, WEEKS, SEED, kill_every=10)

    assert calm.holds, calm
    assert calm.prompts_due == calm.mentees * WEEKS
    assert deadly.run.kills > 5
    assert told(deadly) == told(calm)


def told(figures: Figures) -> Figures:
    """Leave out what may differ: how it was run, and how long that took."""
    return replace(figures, wall_seconds=0.0, run=Run(None, 0, 0))
