"""A round of matching from files, with no database and no chat: read, solved by the engine that fits, told as data."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from bot.adapters.matching.installed import InstalledEngines
from bot.adapters.signups.maps import no_map, read_map
from bot.adapters.signups.people import Signups, read_signups
from bot.adapters.signups.scores import read_scores
from bot.adapters.signups.sheets import Problem
from bot.core.domain.ids import MemberId
from bot.core.domain.matching import (
    Match,
    Misfit,
    Objective,
    Outcome,
    Recruit,
    Sought,
    hindrances,
    kinds_sought,
    likenesses,
    match,
    recruits,
)
from bot.core.ports import MatchingEngine

SHOWN_PROBLEMS = 50


class Say(Protocol):
    """Speaks the sentence of a key."""

    def __call__(self, key: str, /, **facts: str | int) -> str:
        """Say it."""


@dataclass(frozen=True)
class Told:
    """A round as it is told."""

    data: Mapping[str, object]
    lines: Sequence[str]


def match_people(mentors: Path, mentees: Path, mapped: Path | None, objective: Objective, day: date, say: Say) -> Told:
    """Pair the people of two sign-up sheets; raises `BadSheet`."""
    signups = read_signups(mentors, mentees, read_map(mapped) if mapped else no_map())
    engine = InstalledEngines().for_size(len(signups.seekers) * len(signups.guides))
    people = (signups.seekers, signups.guides, day, signups.terms)
    outcome = engine.pair(*people, objective)
    basis = outcome if objective is not Objective.FAIR else engine.pair(*people, Objective.MOST)
    scored = _Scored(signups, day, say)
    found = scored.recruits(basis)
    return _told(outcome, engine, [scored.pair(*each) for each in _pairs(outcome)], scored.reasons(outcome), found, say)


def match_scores(edges: Path, capacity: Path, mapped: Path | None, objective: Objective, say: Say) -> Told:
    """Pair by a ready score table; raises `BadSheet`."""
    names = read_map(mapped) if mapped else no_map()
    market = read_scores(edges, capacity, {**names["capacity"], **names["edges"]})
    engine = InstalledEngines().for_size(sum(map(len, market.choices)))
    outcome = engine.solve(market, objective)
    basis = outcome if objective is not Objective.FAIR else engine.solve(market, Objective.MOST)
    found = [
        _recruit(each, say, "recruit-like", like=each.opening.name)
        for each in (recruits(basis, likenesses(basis)) if basis.duals else ())
    ]
    pairs = [_pair(pair.mentee, pair.mentor, pair.score, {"score": pair.score}) for pair in outcome.pairs]
    reasons = {mentee: [_why(outcome, index, say)] for index, mentee in _without(outcome)}
    return _told(outcome, engine, pairs, reasons, found, say)


def problem_lines(problems: Sequence[Problem], say: Say) -> Iterator[str]:
    """Tell what is wrong with sheets, a line each, the first fifty."""
    for each in problems[:SHOWN_PROBLEMS]:
        trouble = say(f"sheet-{each.key}", **each.facts)
        place: dict[str, str | int] = {"file": each.file, "trouble": trouble}
        kind = "column" if each.line and each.column else "line" if each.line else "file"
        if each.line:
            place["line"] = str(each.line)
        if each.column:
            place["column"] = each.column
            place["trouble"] = trouble if kind == "column" else f"{each.column} {trouble}"
        yield say(f"sheet-place-{kind}", **place)
    if len(problems) > SHOWN_PROBLEMS:
        yield say("match-more", count=len(problems) - SHOWN_PROBLEMS)
    yield say("match-refused", count=len(problems))


class _Scored:
    """What can be told of people beyond who is with whom."""

    def __init__(self, signups: Signups, day: date, say: Say) -> None:
        self._seekers = {each.member: each for each in signups.seekers}
        self._guides = {each.member: each for each in signups.guides}
        self._terms, self._day, self._say = signups.terms, day, say

    def pair(self, mentee: MemberId, mentor: MemberId) -> Mapping[str, object]:
        """Tell a pair with its parts and the cells that it covers."""
        found: Match | None = match(self._seekers[mentee], self._guides[mentor], self._day, self._terms)
        if found is None:
            raise AssertionError("only allowed pairs are made")
        covers = [cell.competency.id for cell in found.covered]
        return {**_pair(mentee, mentor, found.score, found.parts.as_scores()), "covers": covers}

    def reasons(self, outcome: Outcome) -> Mapping[MemberId, Sequence[str]]:
        """Tell for each unpaired mentee what stands in the way, with how many mentors."""
        return {mentee: list(self._why(mentee)) for mentee in outcome.unpaired}

    def recruits(self, basis: Outcome) -> Sequence[Mapping[str, object]]:
        """Tell which kinds of mentors would pair more people."""
        if basis.duals is None:
            return ()
        kinds = kinds_sought(basis, list(self._seekers.values()), self._day, self._terms)
        known: dict[str, Sought] = {}
        openings = []
        for sought, opening in kinds:
            known[opening.name] = sought
            openings.append(opening)
        return [self._kind(each, known[each.opening.name]) for each in recruits(basis, openings)]

    def _kind(self, recruit: Recruit, sought: Sought) -> Mapping[str, object]:
        return _recruit(
            recruit,
            self._say,
            "recruit-kind",
            competency=sought.competency,
            level=round(sought.level),
            language=sought.language or "any",
        )

    def _why(self, mentee: MemberId) -> Iterator[str]:
        seeker = self._seekers[mentee]
        counted = hindrances(seeker, self._guides.values(), self._day, self._terms)
        if not seeker.matrix.open_cells:
            yield self._say("reason-no-need")
            return
        if could := counted.get(None, 0):
            yield self._say("reason-others", count=could)
        else:
            yield self._say("reason-no-mentor")
        yield from (self._say(f"misfit-{each.value}", count=counted[each]) for each in Misfit if counted.get(each))


def _told(
    outcome: Outcome,
    engine: MatchingEngine,
    pairs: Sequence[Mapping[str, object]],
    reasons: Mapping[MemberId, Sequence[str]],
    found: Sequence[Mapping[str, object]],
    say: Say,
) -> Told:
    proof = outcome.certificate
    data = {
        "objective": outcome.objective.value,
        "engine": engine.name,
        "pairs": pairs,
        "paired": len(pairs),
        "total_score": outcome.total,
        "worst_score": outcome.worst,
        "unpaired": [{"mentee": mentee, "reasons": reasons[mentee]} for mentee in outcome.unpaired],
        "recruit": found,
        "certificate": proof and {"bonus": proof.bonus, "mentees": proof.mentees, "mentors": proof.mentors},
    }
    return Told(data, list(_lines(outcome, reasons, found, say)))


def _lines(
    outcome: Outcome, reasons: Mapping[MemberId, Sequence[str]], found: Sequence[Mapping[str, object]], say: Say
) -> Iterator[str]:
    yield from (f"{pair.mentee}\t{pair.mentor}\t{pair.score:.4f}" for pair in outcome.pairs)
    for mentee in outcome.unpaired:
        yield say("match-unpaired", mentee=mentee)
        yield from (f"  {reason}" for reason in reasons[mentee])
    yield from (str(each["text"]) for each in found)
    number, worst = len(outcome.market.mentees), outcome.worst
    if worst is None:
        yield say("match-none", mentees=number)
    else:
        facts = {"paired": len(outcome.pairs), "mentees": number}
        yield say("match-done", **facts, total=f"{outcome.total:.4f}", worst=f"{worst:.4f}")


def _pairs(outcome: Outcome) -> Iterator[tuple[MemberId, MemberId]]:
    return ((pair.mentee, pair.mentor) for pair in outcome.pairs)


def _pair(mentee: MemberId, mentor: MemberId, score: float, parts: Mapping[str, float]) -> Mapping[str, object]:
    return {"mentee": mentee, "mentor": mentor, "score": score, "parts": parts}


def _recruit(recruit: Recruit, say: Say, key: str, **facts: str | int) -> Mapping[str, object]:
    brings: Mapping[str, object] = {"places": recruit.opening.places, "pairs": recruit.pairs, "score": recruit.score}
    return {**facts, **brings, "text": say(key, pairs=recruit.pairs, **facts)}


def _without(outcome: Outcome) -> Iterator[tuple[int, MemberId]]:
    market = outcome.market
    return ((number, market.mentees[number]) for number, mate in enumerate(outcome.mates) if mate is None)


def _why(outcome: Outcome, mentee: int, say: Say) -> str:
    row, places = outcome.market.choices[mentee], outcome.market.places
    if not row:
        return say("reason-no-mentor")
    able = [mentor for _, mentor in row if places[mentor]]
    if not able:
        return say("reason-no-place", count=len(row))
    taken = Counter(outcome.mates)
    if any(taken[mentor] < places[mentor] for mentor in able):
        return say("reason-lowers")
    return say("reason-others", count=len(able))
