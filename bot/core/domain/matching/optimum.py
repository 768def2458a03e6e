"""The best round there is by a sum, proved: shortest augmenting paths with places, the dual values at hand.

Each mentee is let in in turn, by the cheapest chain of moves that there is (Dijkstra on reduced costs; see R. Jonker
and A. Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment problems", 1987).
At first with each mentee's best mentors alone; where a dual value shows that another could matter, with more of them.
"""

from collections.abc import Sequence
from heapq import heappop, heappush
from itertools import islice

from bot.core.domain.matching.markets import Choice, Duals, Market, Objective, Outcome, outcome_of
from bot.core.domain.matching.ties import Face, settled

WIDTH = 32
"""Of each mentee's choices so many are tried first; measured, best-16 is wrong by up to 0.1 %, and found out."""


def optimum(market: Market, objective: Objective = Objective.MOST) -> Outcome:
    """Find the round with the most pairs and then the best total, or (`Objective.TOTAL`) the best total alone."""
    bonus = market.bonus if objective is Objective.MOST else 0
    rows = [
        [(cost - bonus, mentor) for cost, mentor in row if cost <= bonus and market.places[mentor]]
        for row in market.choices
    ]
    widths = [WIDTH] * len(rows)
    while True:
        search = Search(market.places, [row[:width] for row, width in zip(rows, widths, strict=True)])
        search.run()
        short = [
            mentee
            for mentee, row in enumerate(rows)
            if len(row) > widths[mentee] and not search.proves(mentee, islice(row, widths[mentee], None))
        ]
        if not short:
            break
        for mentee in short:
            widths[mentee] *= 2
    duals = Duals(bonus, tuple(search.gains), tuple(_prices(market, bonus, search)))
    mates = settled(_face(market, rows, search))
    return outcome_of(market, objective, mates, duals)


class Search:
    """A round in the making: who is with whom, and the dual values that prove it for those let in so far."""

    def __init__(self, places: Sequence[int], rows: Sequence[Sequence[Choice]]) -> None:
        self._places, self._rows = places, rows
        self.mates: list[int | None] = [None] * len(rows)
        self.held: list[list[int]] = [[] for _ in places]
        self.gains = [0] * len(rows)
        self.prices = [0] * len(places)

    def run(self) -> None:
        """Let everyone in."""
        for mentee, row in enumerate(self._rows):
            if row:
                self._let_in(mentee, row)

    def proves(self, mentee: int, others: "islice[Choice]") -> bool:
        """Tell whether no other choice of the mentee, best first, could better the round."""
        gain = self.gains[mentee]
        for cost, mentor in others:
            if cost + gain >= 0:  # prices are never negative, and the rest costs more
                return True
            if cost + gain + self.prices[mentor] < 0:
                return False
        return True

    def _let_in(self, mentee: int, row: Sequence[Choice]) -> None:
        prices = self.prices
        best = first = 0
        for cost, mentor in row:
            if cost >= best:
                break
            if cost + prices[mentor] < best:
                best, first = cost + prices[mentor], mentor
        self.gains[mentee] = -best
        if best == 0:
            return
        if len(self.held[first]) < self._places[first]:
            self.mates[mentee] = first
            self.held[first].append(mentee)
        else:
            self._make_way(mentee)

    def _make_way(self, source: int) -> None:  # noqa: C901, PLR0912  one hot loop: calls in it would double its time
        """Find the cheapest chain of moves that ends at a free place, or with somebody who goes without."""
        places, held, prices, gains, rows = self._places, self.held, self.prices, self.gains, self._rows
        length = gains[source]
        leaver: int | None = source
        end = -1
        near: dict[int, int] = {}
        came: dict[int, int] = {}
        done: list[tuple[int, int]] = []
        heap: list[tuple[int, int]] = []
        entered = [(source, 0)]
        at, mentees = 0, entered
        while True:
            for mentee, at in mentees:
                base = at + gains[mentee]
                for cost, mentor in rows[mentee]:
                    key = base + cost
                    if key >= length:
                        break
                    key += prices[mentor]
                    if key < length and key < near.get(mentor, length):
                        near[mentor], came[mentor] = key, mentee
                        if len(held[mentor]) < places[mentor]:
                            length, leaver, end = key, None, mentor
                        else:
                            heappush(heap, (key, mentor))
            while heap and heap[0][0] > near[heap[0][1]]:
                heappop(heap)
            if not heap or heap[0][0] >= length:
                break
            at, mentor = heappop(heap)
            near[mentor] = -1  # done with: nothing is nearer
            done.append((mentor, at))
            mentees = []
            for mentee in held[mentor]:
                mentees.append((mentee, at))
                if at + gains[mentee] < length:
                    length, leaver = at + gains[mentee], mentee
            entered += mentees
        for mentor, at in done:
            prices[mentor] += length - at
        for mentee, at in entered:
            gains[mentee] -= length - at
        self._move(source, leaver, end, came)

    def _move(self, source: int, leaver: int | None, end: int, came: dict[int, int]) -> None:
        if leaver == source:
            return
        if leaver is not None:
            left = self.mates[leaver]
            self.mates[leaver] = None
            if left is None:
                raise AssertionError("who leaves was with somebody")
            end = left
            self.held[end].remove(leaver)
        while True:
            mentee = came[end]
            before = self.mates[mentee]
            self.mates[mentee] = end
            self.held[end].append(mentee)
            if before is None:
                return
            self.held[before].remove(mentee)
            end = before


def _prices(market: Market, bonus: int, search: Search) -> list[int]:
    """Complete the prices: a place at a mentor who has none is worth what somebody would gain by it."""
    prices = list(search.prices)
    if all(market.places):
        return prices
    for row, gain in zip(market.choices, search.gains, strict=True):
        for cost, mentor in row:
            if not market.places[mentor]:
                prices[mentor] = max(prices[mentor], bonus - cost - gain)
    return prices


def _face(market: Market, rows: Sequence[Sequence[Choice]], search: Search) -> Face:
    """Gather the pairs that can be part of a round as good as this one: those that the duals leave nothing over."""
    near = []
    for row, gain in zip(rows, search.gains, strict=True):
        mask = 0
        for cost, mentor in row:
            if cost + gain > 0:
                break
            if cost + gain + search.prices[mentor] == 0:
                mask |= 1 << mentor
        near.append(mask)
    return Face(
        mates=search.mates,
        places=market.places,
        near=near,
        may_go=[gain == 0 for gain in search.gains],
        may_empty=[price == 0 for price in search.prices],
    )
