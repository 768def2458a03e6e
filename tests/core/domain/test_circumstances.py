"""Parts of a week, tags as they are compared, and whom two rules and a secret keep apart in the same way."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.core.domain.circumstances import (
    RULES,
    Daypart,
    PastPairing,
    cooling_since,
    hours_of,
    kept_apart,
    tags_of,
    ticked,
    together,
)
from bot.core.domain.ids import MemberId
from bot.core.domain.matching import Hours, hours_of_quarters, read_hours
from bot.core.domain.matching.hours import QUARTERS

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
PEOPLE = st.sampled_from([MemberId(name) for name in "abcdef"])
PAIRS = st.lists(st.tuples(PEOPLE, PEOPLE).filter(lambda pair: pair[0] != pair[1]), max_size=8)
WEEKS = st.sets(st.integers(0, QUARTERS - 1), max_size=300).map(hours_of_quarters)
SOME_PARTS = st.sets(st.sampled_from(Daypart))


@given(SOME_PARTS, WEEKS)
def test_what_was_ticked_and_typed_is_ticked_and_left_over_again(parts: set[Daypart], typed: Hours) -> None:
    hours = together(*map(hours_of, parts), typed)

    found, rest = ticked(hours)

    assert parts <= set(found)
    assert together(*map(hours_of, found), rest) == hours


def test_parts_of_a_week_don_t_overlap() -> None:
    assert sum(end - first for part in Daypart for first, end in hours_of(part)) == sum(
        end - first for first, end in together(*map(hours_of, Daypart))
    )
    assert ticked(read_hours(["mon-fri 17-21", "sat 9-10"])) == ((Daypart.WEEKDAY_EVENINGS,), read_hours(["sat 9-10"]))


def test_tags_are_compared_without_capitals_and_spaces() -> None:
    assert tags_of([" Remote ", "remote", "Short   calls", ""]) == ("remote", "short calls")
    assert len(tags_of(str(number) for number in range(40))) == 12


def test_a_cool_down_of_no_days_keeps_nobody_apart() -> None:
    assert cooling_since(NOW, RULES) == NOW - timedelta(days=180)
    assert cooling_since(NOW, replace(RULES, cool_down_days=0)) == NOW


@given(PAIRS, PAIRS)
def test_it_can_t_be_told_who_blocked_whom_nor_that_anybody_did(
    blocked: list[tuple[MemberId, MemberId]], paired: list[tuple[MemberId, MemberId]]
) -> None:
    by_either = kept_apart(_listed(blocked), _past(paired))

    assert by_either == kept_apart(_listed([pair[::-1] for pair in blocked]), _past(paired))
    assert by_either == kept_apart({}, _past([*blocked, *paired]))
    assert all(one in by_either[other] for one, others in by_either.items() for other in others)


def _listed(pairs: list[tuple[MemberId, MemberId]]) -> Mapping[MemberId, list[MemberId]]:
    return {one: [other for each, other in pairs if each == one] for one, _ in pairs}


def _past(pairs: list[tuple[MemberId, MemberId]]) -> list[PastPairing]:
    return [PastPairing(mentor, mentee, NOW) for mentor, mentee in pairs]
