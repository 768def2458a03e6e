"""How scores, parts and reasons of a round are said."""

from collections.abc import Mapping

from bot.core.dialogue.talk import Talk
from bot.core.domain.matching import UNIT, Misfit, Parts
from bot.core.domain.rounds import LeftOut, Wanted


def score_words(talk: Talk, score: float) -> str:
    """Write a score, or a sum of scores, with two decimals at most."""
    return talk.say.number(round(score, 2))


def parts_words(talk: Talk, parts: Parts) -> str:
    """Say what a score is the sum of, leaving out what adds nothing."""
    named = {
        "cells": parts.cells,
        "hours": parts.hours,
        "language": parts.language,
        "preferences": parts.preferences,
        "wish": parts.wish,
        "waiting": parts.waiting,
    }
    said = [talk.say(f"part-{name}", score=score_words(talk, worth / UNIT)) for name, worth in named.items() if worth]
    return " + ".join(said)


def wanted_words(talk: Talk, wanted: Wanted) -> str:
    """Say whom to recruit, and what they would bring."""
    talk.credits_due.tell(talk.tools.library.credit(wanted.competency))
    return talk.say(
        "round-recruit",
        competency=wanted.title,
        level=talk.say.number(wanted.level),
        language=talk.say.tongue(wanted.language) if wanted.language else "any",
        pairs=wanted.pairs,
        places=wanted.places,
    )


def hindrance_words(talk: Talk, left: LeftOut) -> str:
    """Say what stands in the way of a mentee."""
    if left.needs_nothing:
        return talk.say("round-needs-nothing")
    counted: Mapping[Misfit | None, int] = left.hindrances
    could = counted.get(None, 0)
    said = [talk.say("round-others-have", count=could) if could else talk.say("round-nobody-fits")]
    said += [talk.say(f"misfit-{each.value}", count=counted[each]) for each in Misfit if counted.get(each)]
    return " ".join(said)
