"""The fairest round: as many pairs as can be, the worst-off pair as good as it can be, then the next (leximin).

Scores are gone through from the lowest. What can be left out without losing a pair is left out; of what can't,
as few as possible are used: those pairs are set adrift and brought back over the fewest pairs of this score (the
primal-dual method on costs of 0 and 1), and what no such round is made of is left out for good. So a score is
never compared by more than its order, and ties need no luck.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.core.domain.matching.markets import Market, Objective, Outcome, outcome_of
from bot.core.domain.matching.optimum import optimum
from bot.core.domain.matching.ties import OUTSIDE, Face, bits, settled

Bond = tuple[int, int]
"""A mentee and a mentor, by index."""

Came = dict[int, tuple[int | None, int | None]]
"""For a mentor, or outside, how a search came here: from where (None is from adrift), and who moves."""


def fairest(market: Market) -> Outcome:
    """Find the round whose scores, in ascending order, are the best there are among rounds with the most pairs."""
    most = optimum(market)
    face = _most_pairs(market, most)
    lowest = min((worth for worth, mate in zip(most.worths, most.mates, strict=True) if mate is not None), default=0)
    bonds = sorted(
        (-cost, mentee, mentor)
        for mentee, row in enumerate(market.choices)
        for cost, mentor in row
        if -cost >= lowest and face.near[mentee] >> mentor & 1
    )
    for _, group in groupby(bonds, key=lambda bond: bond[0]):
        _leave_out(face, [(mentee, mentor) for _, mentee, mentor in group])
    return outcome_of(market, Objective.FAIR, settled(face), None)


def _most_pairs(market: Market, most: Outcome) -> Face:
    """Gather what rounds with as many pairs are made of.

    Nobody who can be reached by moves from those without a mentor need have one, and those mentors are full (D. Kőnig's
    theorem); where that ends, pairs across it are in no such round. A pair below the worst one here is in no fairest.
    """
    worst = most.worst
    lowest = 0 if worst is None else min(w for w, mate in zip(most.worths, most.mates, strict=True) if mate is not None)
    allowed = [
        sum(1 << mentor for cost, mentor in row if -cost >= lowest and market.places[mentor]) for row in market.choices
    ]
    face = Face(
        list(most.mates),
        market.places,
        allowed,
        [True] * len(market.mentees),
        [True] * len(market.mentors),
    )
    seen = 0
    reached = [mentee for mentee, mate in enumerate(face.mates) if mate is None]
    for mentee in reached:
        for mentor in bits(face.near[mentee] & ~seen):
            seen |= 1 << mentor
            reached += face.held[mentor]
    among = set(reached)
    for mentee, near in enumerate(face.near):
        face.may_go[mentee] = mentee in among
        face.near[mentee] = near if mentee in among else near & ~seen
    face.may_empty = [not seen >> mentor & 1 for mentor in range(len(market.mentors))]
    return face


def _leave_out(face: Face, group: Sequence[Bond]) -> None:
    """Make a round of as few pairs of a group as can be, and forget what no such round is made of."""
    group = [(mentee, mentor) for mentee, mentor in group if face.near[mentee] >> mentor & 1]
    used = [(mentee, mentor) for mentee, mentor in group if face.mates[mentee] == mentor]
    last: dict[int, int] = {}
    for mentee, mentor in group:
        face.near[mentee] &= ~(1 << mentor)
        last[mentee] = last.get(mentee, 0) | 1 << mentor
    if used:
        _Return(face, last, used).run()


class _Return:
    """Bringing back those who were set adrift, over as few last resorts as can be.

    Every node has a height; what can be moved along for nothing never leads up by more than it costs.
    """

    def __init__(self, face: Face, last: dict[int, int], used: Sequence[Bond]) -> None:
        self._face, self._last = face, last
        self._adrift = [mentee for mentee, _ in used]
        self._wanted: dict[int, int] = {}
        self._height = [0] * len(face.mates)
        self._level = {0: (1 << len(face.places)) - 1}
        self._outside = 0
        for mentee, mentor in used:
            face.move(mentee, None)
            self._wanted[mentor] = self._wanted.get(mentor, 0) + 1

    def run(self) -> None:
        """Bring all of them back, then keep only what other rounds as good can be made of."""
        raised = False
        while self._adrift:
            if not self._bring_back():
                raised = True
        if raised:
            self._forget()

    def _bring_back(self) -> bool:
        """Search where it costs nothing; where that leads nowhere, let it cost one more."""
        came: Came = {}
        seen, reached, queue = 0, list(self._adrift), list[int]()
        steps: list[tuple[int | None, int | None, int]] = [(None, mentee, self._tight(mentee)) for mentee in reached]
        if (leaver := next((each for each in reached if self._goes(each)), None)) is not None:
            came[OUTSIDE] = (None, leaver)
            queue.append(OUTSIDE)
        step = 0
        while True:
            for at, mover, mask in steps:
                for mentor in bits(mask & ~seen):
                    came[mentor] = (at, mover)
                    queue.append(mentor)
                    if self._wanted.get(mentor):
                        self._move(mentor, came)
                        return True
                seen |= mask
            if step == len(queue):
                break
            steps = list(self._steps(queue[step], came, queue))
            reached += [mover for _, mover, _ in steps if mover is not None]
            step += 1
        self._raise(seen, reached, outside=OUTSIDE in came)
        return False

    def _steps(self, at: int, came: Came, queue: list[int]) -> Iterator[tuple[int | None, int | None, int]]:
        """Tell who can move on from here, and to which mentors; None where a place is left empty instead."""
        if at == OUTSIDE:
            yield from ((at, each, self._tight(each)) for each in self._without())
            yield at, None, self._emptied()
            return
        yield from ((at, each, self._tight(each)) for each in self._face.held[at])
        if OUTSIDE not in came and (way := self._way_out(at)):
            came[OUTSIDE] = (at, way[0])
            queue.append(OUTSIDE)

    def _tight(self, mentee: int) -> int:
        height = self._height[mentee]
        near = self._face.near[mentee] & self._level.get(height, 0)
        if mentee in self._last:
            near |= self._last[mentee] & self._level.get(height + 1, 0)
        return near

    def _without(self) -> list[int]:
        face = self._face
        return [each for each, mate in enumerate(face.mates) if mate is None and self._goes(each)]

    def _emptied(self) -> int:
        face = self._face
        some = (each for each in bits(self._level.get(self._outside, 0)) if face.may_empty[each])
        return sum(1 << each for each in some if face.held[each] or self._wanted.get(each))

    def _way_out(self, mentor: int) -> tuple[int | None] | None:
        """Tell who goes without, or None in a tuple where a place is free."""
        face = self._face
        taken = len(face.held[mentor]) + self._wanted.get(mentor, 0)
        if face.may_empty[mentor] and taken < face.places[mentor] and self._level.get(self._outside, 0) >> mentor & 1:
            return (None,)
        for mentee in face.held[mentor]:
            if self._goes(mentee):
                return (mentee,)
        return None

    def _goes(self, mentee: int) -> bool:
        return self._face.may_go[mentee] and self._height[mentee] == self._outside

    def _move(self, end: int, came: Came) -> None:
        self._wanted[end] -= 1
        goal: int | None = end
        while goal is not None:
            before, mover = came[goal]
            if mover is not None:
                self._face.move(mover, None if goal == OUTSIDE else goal)
            if before is None and mover is not None:
                self._adrift = [each for each in self._adrift if each != mover]
            goal = before

    def _raise(self, seen: int, reached: Sequence[int], *, outside: bool) -> None:
        """Lift everything that was not reached by one."""
        level: dict[int, int] = {}
        for height, mask in self._level.items():
            level[height] = level.get(height, 0) | mask & seen
            level[height + 1] = level.get(height + 1, 0) | mask & ~seen
        self._level = {height: mask for height, mask in level.items() if mask}
        among = set(reached)
        self._height = [height + (mentee not in among) for mentee, height in enumerate(self._height)]
        self._outside += not outside

    def _forget(self) -> None:
        face, level = self._face, self._level.get(self._outside, 0)
        for mentee in range(len(face.mates)):
            face.near[mentee] = self._tight(mentee)
            face.may_go[mentee] &= self._height[mentee] == self._outside
        face.may_empty = [may and bool(level >> mentor & 1) for mentor, may in enumerate(face.may_empty)]
