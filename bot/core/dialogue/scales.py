"""Levels as people rate them: a number with what it looks like in practice."""

from collections.abc import Iterable

from bot.core.dialogue.talk import Talk
from bot.core.domain.frameworks import HIGHEST_LEVEL, LOWEST_LEVEL, Competency
from bot.core.domain.ids import CompetencyId
from bot.core.ui.forms import Answers, Option, Scale


def level_field(talk: Talk, competency: Competency, current: float | None) -> Scale:
    """Ask for a level in one competency; no answer is "don't know", which is not 0."""
    return Scale(
        name=competency.id,
        label=competency.title,
        help=talk.say(f"kind-{competency.kind.value}"),
        required=False,
        default=() if current is None else (str(int(current)),),
        low=LOWEST_LEVEL,
        high=HIGHEST_LEVEL,
        steps=(
            Option(str(LOWEST_LEVEL), str(LOWEST_LEVEL), talk.say("level-none-yet")),
            *(Option(str(level), str(level), words) for level, words in sorted(competency.indicators.items())),
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
