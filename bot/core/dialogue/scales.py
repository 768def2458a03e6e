"""Levels as people rate them: a number with what it looks like in practice."""

from collections.abc import Iterable
from math import ceil, floor

from bot.core.dialogue.talk import Talk
from bot.core.domain.frameworks import LOWEST_LEVEL, OWN_LEVELS, Competency
from bot.core.domain.frameworks import Scale as LevelScale
from bot.core.domain.ids import CompetencyId
from bot.core.ui.forms import Answers, Option, Scale


def level_field(talk: Talk, competency: Competency, current: float | None, levels: LevelScale = OWN_LEVELS) -> Scale:
    """Ask for a level in one competency; no answer is "don't know", which is not 0.

    People answer in whole levels, also where a framework's own are finer.
    """
    lowest, highest = ceil(levels.lowest), floor(levels.highest)
    return Scale(
        name=competency.id,
        label=competency.title,
        help=talk.say(f"kind-{competency.kind.value}"),
        required=False,
        default=() if current is None else (str(int(current)),),
        low=lowest,
        high=highest,
        steps=tuple(
            Option(str(level), str(level), _means(talk, competency, level, lowest))
            for level in range(lowest, highest + 1)
        ),
        unknown=talk.say("level-unknown"),
    )


def levels_of(answers: Answers, competencies: Iterable[CompetencyId]) -> dict[CompetencyId, int | None]:
    """Read the levels rated."""
    rated = {each: answers.get(each) for each in competencies}
    return {each: int(value) if isinstance(value, int | float) else None for each, value in rated.items()}


def level_words(talk: Talk, level: float | None) -> str:
    """Write a level, or that it is not known."""
    return talk.say("level-not-rated") if level is None else f"{level:g}"


def _means(talk: Talk, competency: Competency, level: int, lowest: int) -> str:
    """Say what a level looks like in practice, as far as anybody has told."""
    told = competency.indicators.get(level, "")
    return talk.say("level-none-yet") if level == lowest == LOWEST_LEVEL and not told else told
