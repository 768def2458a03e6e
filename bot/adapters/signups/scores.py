"""A ready score table: pairs with their score in one sheet, mentors with their places in another."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from bot.adapters.signups.cells import number, whole
from bot.adapters.signups.sheets import finished, read_sheet
from bot.core.domain.ids import MemberId
from bot.core.domain.matching import Market, market_of

EDGES = ("mentee", "mentor", "score")
CAPACITY = ("mentor", "capacity")


def read_scores(edges: Path, capacity: Path, names: Mapping[str, str]) -> Market:
    """Read both, or raise `BadSheet` with all that is wrong; a row with a mentee alone names one without pairs."""
    places_sheet = read_sheet(capacity, CAPACITY, CAPACITY, names)
    places: dict[MemberId, int] = {}
    for row in places_sheet.unique("mentor"):
        mentor = MemberId(row.need("mentor"))
        if row.need("capacity"):
            places[mentor] = row.read("capacity", whole, 0)
        else:
            places[mentor] = 0
    edges_sheet = read_sheet(edges, EDGES, EDGES, names)
    scores, mentees = [], []
    for row in edges_sheet.unique("mentee", "mentor"):
        mentee, mentor = MemberId(row.need("mentee")), MemberId(row.cells["mentor"])
        mentees.append(mentee)
        if mentor in places:
            how = partial(number, comma_is_point=row.comma_is_point)
            scores.append((mentee, mentor, row.read("score", how, 0.0) if row.need("score") else 0.0))
        elif mentor or row.cells["score"]:
            if row.need("mentor"):
                row.refuse("no-capacity", "mentor", who=mentor, file=str(capacity))
            row.need("score")
    finished(places_sheet, edges_sheet)
    return market_of(scores, places, mentees)
