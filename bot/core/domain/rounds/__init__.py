"""Rounds: one run of matching, from what it is solved on to how it was answered.

`lives` has a round and its states, `rulings` what moderators decide about pairs, `inputs` what it is solved on,
`solutions` what came of it and `asking` why; `proposals` what the mentors are asked, and whom else one may ask.
"""

from bot.core.domain.rounds.asking import Answer, asked_about
from bot.core.domain.rounds.inputs import Inputs
from bot.core.domain.rounds.lives import LIVE_ROUNDS, OPEN_TO_DECISIONS, Round, RoundState
from bot.core.domain.rounds.proposals import (
    MOST_DAYS,
    Asked,
    Patience,
    Proposal,
    Reason,
    ask,
    still_open,
)
from bot.core.domain.rounds.rulings import Decision, Ruling, Rulings, standing
from bot.core.domain.rounds.solutions import (
    Change,
    LeftOut,
    Planned,
    Solution,
    Wanted,
    basis_objective,
    change_between,
    solution_of,
)

__all__ = [
    "LIVE_ROUNDS",
    "MOST_DAYS",
    "OPEN_TO_DECISIONS",
    "Answer",
    "Asked",
    "Change",
    "Decision",
    "Inputs",
    "LeftOut",
    "Patience",
    "Planned",
    "Proposal",
    "Reason",
    "Round",
    "RoundState",
    "Ruling",
    "Rulings",
    "Solution",
    "Wanted",
    "ask",
    "asked_about",
    "basis_objective",
    "change_between",
    "solution_of",
    "standing",
    "still_open",
]
