"""Answers about a solved round from its dual values and chains of moves: why not these two, whom to recruit.

Nothing is solved again. Who is with whom, with the dual values, is a graph on which every chain of moves has its cost
written beside it (the residual network, reduced costs never negative); a shortest path in it is the answer.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush, nlargest
from itertools import pairwise

from bot.core.domain.ids import MemberId
from bot.core.domain.matching.markets import UNIT, Choice, Duals, Outcome


@dataclass(frozen=True)
class Move:
    """Who would be with whom instead; None is nobody."""

    mentee: MemberId
    before: MemberId | None
    after: MemberId | None


@dataclass(frozen=True)
class Instead:
    """What the whole round loses where two are paired who are not, and everybody who moves for it."""

    pairs: int
    score: float
    moves: tuple[Move, ...]


@dataclass(frozen=True)
class Opening:
    """Somebody who could be recruited: what a pair with them would be worth, by the mentee's index, in billionths."""

    name: str
    worths: Mapping[int, int]
    places: int


@dataclass(frozen=True)
class Recruit:
    """What somebody more would bring: pairs, and what the scores' total would be more by."""

    opening: Opening
    pairs: int
    score: float


def instead(outcome: Outcome, mentee: MemberId, mentor: MemberId) -> Instead | None:
    """Tell what pairing these two would cost the best round there is, or None where no allowed pair names them."""
    market, duals = outcome.market, _duals(outcome)
    who, whom = market.mentees.index(mentee), market.mentors.index(mentor)
    cost = next((cost for cost, each in market.choices[who] if each == whom), None)
    if cost is None or not market.places[whom]:
        return None
    if outcome.mates[who] == whom:
        return Instead(0, 0.0, ())
    graph = _Residual(outcome)
    length, path = graph.path(whom, ~who)
    loss = length + cost - duals.bonus + duals.gains[who] + duals.prices[whom]
    moves = [(who, outcome.mates[who], whom), *graph.moves(path)]
    pairs = sum((before is not None) - (after is not None) for _, before, after in moves)
    told = (Move(market.mentees[each], _name(outcome, before), _name(outcome, after)) for each, before, after in moves)
    return Instead(pairs, (loss - pairs * duals.bonus) / UNIT, tuple(told))


def one_more_place(outcome: Outcome) -> Mapping[MemberId, int]:
    """Tell for each mentor what the round would be better by with one more place there, pairs' bonus included."""
    graph = _Residual(outcome)
    near = graph.distances(graph.outside)
    prices = _duals(outcome).prices
    return {
        mentor: max(0, price - near.get(index, price))
        for index, (mentor, price) in enumerate(zip(outcome.market.mentors, prices, strict=True))
    }


def likenesses(outcome: Outcome) -> Iterator[Opening]:
    """Offer one more of each mentor whose places are worth something, by name."""
    market, prices = outcome.market, _duals(outcome).prices
    worths: list[dict[int, int]] = [{} for _ in prices]
    for mentee, row in enumerate(market.choices):
        for cost, mentor in row:
            worths[mentor][mentee] = -cost
    for index, price in enumerate(prices):
        if price:
            yield Opening(market.mentors[index], worths[index], max(1, market.places[index]))


def recruits(outcome: Outcome, openings: Iterable[Opening], most: int = 5) -> tuple[Recruit, ...]:
    """Find who would pair the most people: the best by the dual values, each confirmed by chains of moves."""
    if not outcome.unpaired:
        return ()
    duals = _duals(outcome)

    def promise(opening: Opening) -> int:
        over = (worth + duals.bonus - duals.gains[mentee] for mentee, worth in opening.worths.items())
        return sum(nlargest(opening.places, (each for each in over if each > 0)))

    ranked = sorted(((promise(each), each) for each in openings), key=lambda pair: (-pair[0], pair[1].name))
    found = [_confirmed(outcome, opening) for hope, opening in ranked[:most] if hope]
    helpful = [each for each in found if each.pairs > 0]
    return tuple(sorted(helpful, key=lambda each: (-each.pairs, -each.score, each.opening.name)))


def _confirmed(outcome: Outcome, opening: Opening) -> Recruit:
    graph = _Residual(outcome, opening.worths)
    before = graph.paired
    gain = 0
    for _ in range(opening.places):
        step = graph.take_up()
        if step <= 0:
            break
        gain += step
    pairs = graph.paired - before
    return Recruit(opening, pairs, (gain - pairs * _duals(outcome).bonus) / UNIT)


class _Residual:
    """Who could move where, and at what cost. A mentor is their index, a mentee theirs inverted (`~`)."""

    def __init__(self, outcome: Outcome, recruit: Mapping[int, int] | None = None) -> None:
        duals = _duals(outcome)
        self._bonus = duals.bonus
        self._rows: Sequence[Sequence[Choice]] = outcome.market.choices
        self._worths = recruit or {}
        self._mates = list(outcome.mates)
        self._gains = list(duals.gains)
        over = (worth + duals.bonus - self._gains[mentee] for mentee, worth in self._worths.items())
        self._prices = [*duals.prices, max(0, *over, 0)]
        self._places = [*outcome.market.places, 0]
        self._recruit = len(outcome.market.mentors)
        self.outside = self._recruit + 1
        self._held: list[list[int]] = [[] for _ in self._places]
        for mentee, mate in enumerate(self._mates):
            if mate is not None:
                self._held[mate].append(mentee)

    @property
    def paired(self) -> int:
        return sum(mate is not None for mate in self._mates)

    def distances(self, source: int) -> dict[int, int]:
        """Measure from one node to all that can be reached."""
        near, _ = self._search(source, None)
        return near

    def path(self, source: int, goal: int) -> tuple[int, list[int]]:
        """Find the shortest path: its length, its nodes."""
        near, came = self._search(source, goal)
        path = [goal]
        while path[-1] != source:
            path.append(came[path[-1]])
        return near[goal], path[::-1]

    def moves(self, path: Sequence[int]) -> Iterator[tuple[int, int | None, int | None]]:
        """Tell who moves on a path, from where, to where."""
        for node, after in pairwise(path):
            if node < 0:
                yield ~node, self._mates[~node], None if after == self.outside else after

    def take_up(self) -> int:
        """Give the recruit one more place, and return what that is worth in all; 0 where it stays empty."""
        worth = self._prices[self._recruit]
        near, came = self._search(self.outside, self._recruit)
        length = near.get(self._recruit, worth)
        if length >= worth:
            return 0
        path = [self._recruit]
        while path[-1] != self.outside:
            path.append(came[path[-1]])
        for mentee, before, after in list(self.moves(path[::-1])):
            if before is not None:
                self._held[before].remove(mentee)
            if after is not None:
                self._held[after].append(mentee)
            self._mates[mentee] = after
        self._places[self._recruit] += 1
        self._gains = [gain + min(near.get(~mentee, length), length) for mentee, gain in enumerate(self._gains)]
        self._prices = [price - min(near.get(mentor, length), length) for mentor, price in enumerate(self._prices)]
        return worth - length

    def _search(self, source: int, goal: int | None) -> tuple[dict[int, int], dict[int, int]]:
        near, came, done = {source: 0}, dict[int, int](), set[int]()
        heap = [(0, source)]
        while heap:
            at, node = heappop(heap)
            if node in done:
                continue
            done.add(node)
            if node == goal:
                break
            for after, cost in self._arcs(node):
                if at + cost < near.get(after, at + cost + 1):
                    near[after], came[after] = at + cost, node
                    heappush(heap, (at + cost, after))
        return near, came

    def _arcs(self, node: int) -> Iterator[tuple[int, int]]:
        if node == self.outside:
            yield from ((~mentee, 0) for mentee, mate in enumerate(self._mates) if mate is None)
            yield from ((mentor, self._prices[mentor]) for mentor, held in enumerate(self._held) if held)
        elif node >= 0:
            yield from ((~mentee, 0) for mentee in self._held[node])
            if len(self._held[node]) < self._places[node]:
                yield self.outside, 0
        else:
            mentee, prices = ~node, self._prices
            gain, mate = self._gains[mentee] - self._bonus, self._mates[mentee]
            for cost, mentor in self._rows[mentee]:
                if mentor != mate:
                    yield mentor, gain + cost + prices[mentor]
            if mentee in self._worths and mate != self._recruit:
                yield self._recruit, gain - self._worths[mentee] + prices[self._recruit]
            if mate is not None:
                yield self.outside, self._gains[mentee]


def _duals(outcome: Outcome) -> Duals:
    if outcome.duals is None:
        raise ValueError("only a round with dual values can be asked")
    return outcome.duals


def _name(outcome: Outcome, mentor: int | None) -> MemberId | None:
    return None if mentor is None else outcome.market.mentors[mentor]
