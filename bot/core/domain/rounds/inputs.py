"""What a round is solved on: people as they were, the terms, and the engine, so that it can be solved again alike."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from bot.core.domain.errors import NotInRound, PairImpossible, PlacesPinned
from bot.core.domain.ids import MemberId
from bot.core.domain.matching import Guide, Match, Objective, Seeker, Terms, match, misfit
from bot.core.domain.rounds.rulings import Rulings


@dataclass(frozen=True)
class Inputs:
    """Mentees and mentors by id, the day on which pauses and clocks are looked at, and what is to be best."""

    day: date
    seekers: tuple[Seeker, ...]
    guides: tuple[Guide, ...]
    terms: Terms
    objective: Objective
    engine: str

    @cached_property
    def mentees(self) -> "dict[MemberId, Seeker]":
        """The mentees by id."""
        return {each.member: each for each in self.seekers}

    @cached_property
    def mentors(self) -> "dict[MemberId, Guide]":
        """The mentors by id."""
        return {each.member: each for each in self.guides}

    def pair(self, mentee: MemberId, mentor: MemberId) -> tuple[Seeker, Guide]:
        """Find two of the round; raise `NotInRound` where one of them isn't in it."""
        seeker, guide = self.mentees.get(mentee), self.mentors.get(mentor)
        if seeker is None or guide is None:
            raise NotInRound
        return seeker, guide

    def match(self, mentee: MemberId, mentor: MemberId) -> Match:
        """Score two of the round; raise `PairImpossible` where a hard rule forbids them."""
        seeker, guide = self.pair(mentee, mentor)
        rule = misfit(seeker, guide, self.day, self.terms)
        found = match(seeker, guide, self.day, self.terms)
        if rule is not None or found is None:
            raise PairImpossible(rule=rule.value if rule else "nothing-to-teach")
        return found

    def pinnable(self, mentee: MemberId, mentor: MemberId, rulings: Rulings) -> None:
        """Raise where two can't be pinned beside what is pinned already: `PairImpossible`, `PlacesPinned`."""
        self.match(mentee, mentor)
        others = sum(held == mentor for each, held in rulings.pins.items() if each != mentee)
        if others >= self.mentors[mentor].free:
            raise PlacesPinned

    def undecided(self, rulings: Rulings) -> tuple[Sequence[Seeker], Sequence[Guide]]:
        """Take out what is pinned, mentees with the places that they have, and keep apart whom a decision does."""
        pins = self.possible(rulings)
        held = Counter(pins.values())
        apart: dict[MemberId, set[MemberId]] = {}
        for mentee, mentor in rulings.forbidden:
            apart.setdefault(mentee, set()).add(mentor)
        seekers = [
            replace(each, apart=each.apart | apart[each.member]) if each.member in apart else each
            for each in self.seekers
            if each.member not in pins
        ]
        guides = [
            replace(each, free=each.free - held[each.member]) if held[each.member] else each for each in self.guides
        ]
        return seekers, guides

    def possible(self, rulings: Rulings) -> "dict[MemberId, MemberId]":
        """List the pins that can hold: of people who are in the round, whom no rule forbids, within the places."""
        found: dict[MemberId, MemberId] = {}
        held = Counter[MemberId]()
        for mentee, mentor in sorted(rulings.pins.items()):
            if mentee not in self.mentees or mentor not in self.mentors:
                continue
            seeker, guide = self.pair(mentee, mentor)
            if misfit(seeker, guide, self.day, self.terms) is None and held[mentor] < guide.free:
                found[mentee] = mentor
                held[mentor] += 1
        return found
