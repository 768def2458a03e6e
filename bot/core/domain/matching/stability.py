"""A stable round: no mentee and mentor would both rather have each other than whom they have.

Deferred acceptance (D. Gale and L. S. Shapley, 1962), many mentees to a mentor, the mentees asking. Both like each
other by the pair's score; of equal mentors a mentee likes the first by id better, and of equal mentees a mentor does.
"""

from heapq import heappush, heapreplace

from bot.core.domain.matching.markets import Market, Objective, Outcome, outcome_of


def stable(market: Market) -> Outcome:
    """Find the stable round."""
    mates: list[int | None] = [None] * len(market.mentees)
    held: list[list[tuple[int, int]]] = [[] for _ in market.mentors]  # (worth, later ids first): the least liked on top
    asked = [0] * len(market.mentees)
    asking = list(reversed(range(len(market.mentees))))
    while asking:
        mentee = asking.pop()
        row = market.choices[mentee]
        if asked[mentee] == len(row):
            continue
        cost, mentor = row[asked[mentee]]
        asked[mentee] += 1
        liked = (-cost, -mentee)
        if len(held[mentor]) < market.places[mentor]:
            heappush(held[mentor], liked)
            mates[mentee] = mentor
        elif held[mentor] and held[mentor][0] < liked:
            _, left = heapreplace(held[mentor], liked)
            mates[mentee], mates[-left] = mentor, None
            asking.append(-left)
        else:
            asking.append(mentee)
    return outcome_of(market, Objective.STABLE, mates, None)
