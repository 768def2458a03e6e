"""Finding the people of a round by name."""

from collections.abc import Sequence

from bot.core.dialogue.searches import people_search, told_apart
from bot.core.dialogue.specs import SearchSpec
from bot.core.dialogue.talk import Talk
from bot.core.usecases.rounds.reading import people_of_round


def _mentees(talk: Talk) -> dict[str, str]:
    mentees, _ = people_of_round(talk.work, talk.actor)
    return told_apart(mentees)


def _mentors(talk: Talk) -> dict[str, str]:
    _, mentors = people_of_round(talk.work, talk.actor)
    return told_apart(mentors)


SEARCHES: Sequence[SearchSpec] = (people_search("round_mentee", _mentees), people_search("round_mentor", _mentors))
