"""What one version of a role asks otherwise than another."""

from hypothesis import given
from hypothesis import strategies as st

from bot.core.domain.ids import CompetencyId
from bot.core.domain.versions import Asked, Asks, difference_of

asked = st.builds(Asked, st.sampled_from([1.0, 2.5, 4.0]), st.sampled_from([0.25, 1.0]))
asks: st.SearchStrategy[Asks] = st.dictionaries(st.sampled_from("abcdef").map(CompetencyId), asked)


@given(asks, asks)
def test_the_difference_of_two_versions_applied_to_the_old_gives_the_new(before: Asks, after: Asks) -> None:
    assert difference_of(before, after).applied_to(before) == after


@given(asks, asks)
def test_there_is_a_difference_where_they_differ_and_each_is_of_one_kind(before: Asks, after: Asks) -> None:
    told = difference_of(before, after)

    assert told.is_empty == (before == after)
    assert not told.new.keys() & before.keys()
    assert not told.gone.keys() & after.keys()
    assert all(old != new for old, new in told.changed.values())


def test_a_level_or_a_weight_that_moves_is_a_change() -> None:
    knives, sauces, pastry = CompetencyId("knives"), CompetencyId("sauces"), CompetencyId("pastry")
    before = {knives: Asked(4, 1), sauces: Asked(3, 0.5)}
    after = {knives: Asked(4, 0.75), pastry: Asked(2, 0.5)}

    told = difference_of(before, after)

    assert told.changed == {knives: (Asked(4, 1), Asked(4, 0.75))}
    assert told.new == {pastry: Asked(2, 0.5)}
    assert told.gone == {sauces: Asked(3, 0.5)}
