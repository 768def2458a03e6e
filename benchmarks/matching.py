"""The best round, beside scipy's and beside what people do by hand: time, memory, who is paired."""

from collections.abc import Iterator

from benchmarks.applicants import applicants
from benchmarks.measuring import Pace, per_call
from benchmarks.pairers import DAY, Crowd, took
from benchmarks.report import Aim, Beside, Figure, at_most
from bot.core.domain.matching import TERMS, Objective, instead
from bot.core.ports import PlainEngine

CROWDS = (
    (Crowd(100, 50), at_most(5), at_most(5)),
    (Crowd(1_000, 300), at_most(60), at_most(1000)),
    (Crowd(5_000, 1_500), at_most(500), None),
    (Crowd(10_000, 3_000), at_most(2000), None),
)
"""With what the scale engine should take, scoring included, and the plain one of given scores, in milliseconds."""

MEGABYTES = at_most(200)
CHAT = Crowd(300, 120)
CHAT_MILLISECONDS = at_most(3000)
SCARCE = (Crowd(1_000, 300, 0.015), Crowd(5_000, 1_500, 0.003))
"""Where so few pairs are allowed that somebody is left out."""

WHY_NOTS = 20


def run(pace: Pace) -> Iterator[Figure]:
    """Measure every way on every crowd."""
    for crowd, scale, plain in CROWDS:
        yield from _crowd(_sized(crowd, pace), pace, scale, plain)
    yield from _chat(pace)
    for crowd in SCARCE:
        yield from _scarce(_sized(crowd, pace), pace)


def _crowd(crowd: Crowd, pace: Pace, scale: Aim, plain: Aim | None) -> Iterator[Figure]:
    runs = pace.runs
    ours, scipy = took("scale", crowd, runs), took("scipy", crowd, 1 if crowd.mentees > CHAT.mentees * 10 else runs)
    given, greedy, first = (took(way, crowd, runs) for way in ("plain", "greedy", "first come"))
    yield Figure(f"{crowd}: scale engine", ours.seconds * 1000, "ms", scale, Beside("scipy", scipy.seconds * 1000))
    yield Figure("  its memory", ours.megabytes, "MB", MEGABYTES, Beside("scipy", scipy.megabytes))
    yield Figure(
        "  plain engine, scores given", given.seconds * 1000, "ms", plain, Beside("scipy", scipy.seconds * 1000)
    )
    yield Figure("  total score", ours.total, "", None, Beside("scipy", scipy.total))
    yield Figure("  total score, plain engine", given.total, "", None, Beside("greedy", greedy.total))
    yield Figure("  paired", ours.paired, "", None, Beside("first come", first.paired))
    yield Figure("  total score", ours.total, "", None, Beside("first come", first.total))


def _chat(pace: Pace) -> Iterator[Figure]:
    crowd = _sized(CHAT, pace)
    whole = took("plain with scoring", crowd, pace.runs)
    yield Figure(f"{crowd}: plain engine with scoring", whole.seconds * 1000, "ms", CHAT_MILLISECONDS)
    outcome = PlainEngine().pair(*applicants(crowd.mentees, crowd.mentors), DAY, TERMS, Objective.MOST)
    row, mates = outcome.market.choices[0], outcome.mates
    mentor = outcome.market.mentors[next(mentor for _, mentor in reversed(row) if mentor != mates[0])]
    asked = per_call(pace, WHY_NOTS, lambda: instead(outcome, outcome.market.mentees[0], mentor))
    yield Figure("  why not these two", asked / 1000, "ms", None, Beside("the round", whole.seconds * 1000))


def _scarce(crowd: Crowd, pace: Pace) -> Iterator[Figure]:
    ours, plain, scipy = (took(way, crowd, pace.runs) for way in ("scale", "plain", "scipy"))
    greedy, first = (took(way, crowd, pace.runs) for way in ("greedy", "first come"))
    yield Figure(f"{crowd}: scale engine", ours.seconds * 1000, "ms", None, Beside("scipy", scipy.seconds * 1000))
    yield Figure("  plain engine", plain.seconds * 1000, "ms", None, Beside("scipy", scipy.seconds * 1000))
    yield Figure("  paired", ours.paired, "", None, Beside("greedy", greedy.paired))
    yield Figure("  paired, plain engine", plain.paired, "", None, Beside("first come", first.paired))
    yield Figure("  total score", ours.total, "", None, Beside("scipy", scipy.total))


def _sized(crowd: Crowd, pace: Pace) -> Crowd:
    return Crowd(pace.size(crowd.mentees), pace.size(crowd.mentors), crowd.share)
