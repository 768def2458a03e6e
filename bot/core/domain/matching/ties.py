"""Of all rounds that are equally good the one is taken that the ids choose, never the order of rows.

The first mentee by id gets the first mentor by id that any of these rounds gives them, then the second mentee, and
so on; a mentor comes before none. Sets of mentors are bits of a number, which makes searches short.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

OUTSIDE = -1
"""Where mentees without a mentor and empty places are, in a search."""


@dataclass
class Face:
    """One of several rounds that are equally good, and what the others are made of.

    `near` has for each mentee the mentors they are with in some of these rounds; `may_go` tells who may be without
    a mentor, `may_empty` whose places may stay empty.
    """

    mates: list[int | None]
    places: Sequence[int]
    near: list[int]
    may_go: list[bool]
    may_empty: list[bool]
    held: list[list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.held = [[] for _ in self.places]
        for mentee, mate in enumerate(self.mates):
            if mate is not None:
                self.held[mate].append(mentee)

    def move(self, mentee: int, mentor: int | None) -> None:
        """Give a mentee another mentor, or none."""
        before = self.mates[mentee]
        if before is not None:
            self.held[before].remove(mentee)
        if mentor is not None:
            self.held[mentor].append(mentee)
        self.mates[mentee] = mentor


def settled(face: Face) -> list[int | None]:
    """Choose among equally good rounds by the ids, and return each mentee's mentor."""
    fixed = [False] * len(face.mates)
    for mentee, near in enumerate(face.near):
        fixed[mentee] = True
        mate = face.mates[mentee]
        better = near if mate is None else near & ((1 << mate) - 1)
        dead = 0
        for mentor in bits(better):
            if dead >> mentor & 1:
                continue
            tried = _exchange(face, fixed, mentee, mentor)
            if not tried:
                break
            dead |= tried
    return face.mates


def bits(mask: int) -> Iterator[int]:
    """Give the numbers of the bits that are set, the lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def _exchange(face: Face, fixed: Sequence[bool], mentee: int, mentor: int) -> int:
    """Let a mentee have a mentor by moves among those who are not fixed yet, and return 0.

    Where there are no such moves, return the mentors that no such moves lead to, this one among them.
    """
    mate = face.mates[mentee]
    goal = OUTSIDE if mate is None else mate
    came: dict[int, tuple[int, int | None]] = {}  # a mentor, or outside: from where, and who moves here
    seen, queue = 1 << mentor, [mentor]
    for at in queue:
        if at == goal:
            break
        movers = _movers(face, fixed, at)
        if at == OUTSIDE:
            for other in bits(_emptied(face) & ~seen):
                came[other] = (at, None)
                queue.append(other)
            seen |= _emptied(face)
        elif OUTSIDE not in came and (way := _way_out(face, at, movers)):
            came[OUTSIDE] = (at, way[0])
            queue.append(OUTSIDE)
        for each in movers:
            for other in bits(face.near[each] & ~seen):
                came[other] = (at, each)
                queue.append(other)
            seen |= face.near[each]
    else:
        return seen
    while goal != mentor:
        before, mover = came[goal]
        if mover is not None:
            face.move(mover, None if goal == OUTSIDE else goal)
        goal = before
    face.move(mentee, mentor)
    return 0


def _movers(face: Face, fixed: Sequence[bool], at: int) -> list[int]:
    if at == OUTSIDE:
        return [each for each, mate in enumerate(face.mates) if mate is None and face.may_go[each] and not fixed[each]]
    return [each for each in face.held[at] if not fixed[each]]


def _emptied(face: Face) -> int:
    return sum(1 << mentor for mentor, may in enumerate(face.may_empty) if may and face.held[mentor])


def _way_out(face: Face, mentor: int, movers: Sequence[int]) -> tuple[int | None] | None:
    """Tell who can go without a mentor, or None in a tuple where a place is free."""
    if face.may_empty[mentor] and len(face.held[mentor]) < face.places[mentor]:
        return (None,)
    return next(((each,) for each in movers if face.may_go[each]), None)
