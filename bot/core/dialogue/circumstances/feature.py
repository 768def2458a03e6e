"""Everything that is said of one's circumstances, as one feature."""

from itertools import chain

from bot.core.dialogue.circumstances import availability, blocks, pausing, preferences, rules, wishes
from bot.core.dialogue.specs import Feature

_PARTS = (availability.FEATURE, preferences.FEATURE, wishes.FEATURE, pausing.FEATURE, blocks.FEATURE, rules.FEATURE)

FEATURE = Feature(
    commands=tuple(chain.from_iterable(each.commands for each in _PARTS)),
    actions=tuple(chain.from_iterable(each.actions for each in _PARTS)),
    forms=tuple(chain.from_iterable(each.forms for each in _PARTS)),
    examples=tuple(chain.from_iterable(each.examples for each in _PARTS)),
)
