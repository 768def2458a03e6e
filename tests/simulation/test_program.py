"""Deaths are drawn about every so many deliveries, at every kind of moment."""

from collections import Counter

from bot.simulation.program import Fate, Fates


def drawn(every: int | None, deliveries: int) -> Counter[Fate]:
    fates = Fates(every, seed=7)
    return Counter(fates.next()[0] for _ in range(deliveries))


def test_without_a_number_the_program_lives() -> None:
    assert drawn(None, 1000) == {Fate.LIVES: 1000}


def test_about_every_so_many_deliveries_it_dies_in_one_of_three_ways() -> None:
    fates = drawn(50, 20_000)

    deaths = 20_000 - fates[Fate.LIVES]
    assert 350 < deaths < 450
    assert min(fates[fate] for fate in (Fate.BEFORE, Fate.AFTER, Fate.WHILE_KEEPING)) > 100
