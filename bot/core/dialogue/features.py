"""Every feature there is, named one by one."""

from bot.core.dialogue import (
    action_items,
    by_hand,
    communities,
    connecting,
    currents,
    homes,
    levels,
    linking,
    me,
    members,
    privacy,
    profiles,
    programmes,
    reaching,
    relays,
    rooms,
    searches,
    settings,
    waiting,
)
from bot.core.dialogue.checkins.feature import FEATURE as CHECK_INS
from bot.core.dialogue.circumstances.feature import FEATURE as CIRCUMSTANCES
from bot.core.dialogue.frameworks.feature import FEATURE as FRAMEWORKS
from bot.core.dialogue.gaps.attesting import FEATURE as ATTESTING
from bot.core.dialogue.gaps.cells import FEATURE as CELLS
from bot.core.dialogue.gaps.comparing import FEATURE as COMPARING
from bot.core.dialogue.gaps.evidence import FEATURE as EVIDENCE
from bot.core.dialogue.gaps.feature import FEATURE as GAPS
from bot.core.dialogue.gaps.moved import FEATURE as MOVED
from bot.core.dialogue.goals.attesting import FEATURE as GOALS_ATTESTED
from bot.core.dialogue.goals.drafts import FEATURE as DRAFTS
from bot.core.dialogue.goals.feature import FEATURE as GOALS
from bot.core.dialogue.goals.postponing import FEATURE as POSTPONED
from bot.core.dialogue.growth.feature import FEATURE as GROWTH
from bot.core.dialogue.help import Help
from bot.core.dialogue.pairings.feature import FEATURE as PAIRINGS
from bot.core.dialogue.progress.feature import FEATURE as PROGRESS
from bot.core.dialogue.roadmaps.curating import FEATURE as CURATING
from bot.core.dialogue.roadmaps.following import FEATURE as ROADMAPS
from bot.core.dialogue.roadmaps.stepping import FEATURE as STEPS
from bot.core.dialogue.rounds.answering import FEATURE as ANSWERS
from bot.core.dialogue.rounds.feature import FEATURE as ROUNDS
from bot.core.dialogue.signups.feature import FEATURE as SIGN_UPS
from bot.core.dialogue.specs import Feature

_STEMS = (
    me.FEATURE,
    members.FEATURE,
    GAPS,
    CELLS,
    EVIDENCE,
    COMPARING,
    ATTESTING,
    MOVED,
    GOALS,
    ROADMAPS,
    STEPS,
    CURATING,
    DRAFTS,
    PROGRESS,
    GOALS_ATTESTED,
    POSTPONED,
    CHECK_INS,
    GROWTH,
    action_items.FEATURE,
    profiles.FEATURE,
    levels.FEATURE,
    CIRCUMSTANCES,
    SIGN_UPS,
    FRAMEWORKS,
    settings.FEATURE,
    linking.FEATURE,
    programmes.FEATURE,
    homes.FEATURE,
    communities.FEATURE,
    connecting.FEATURE,
    PAIRINGS,
    ROUNDS,
    ANSWERS,
    by_hand.FEATURE,
    waiting.FEATURE,
    rooms.FEATURE,
    relays.FEATURE,
    privacy.FEATURE,
    currents.FEATURE,
    reaching.FEATURE,
    searches.FEATURE,
)

FEATURES: tuple[Feature, ...] = (*_STEMS, Help(spec for each in _STEMS for spec in each.commands).feature)
"""In the order in which their commands are listed."""
