"""Scripted people are drawn from a seed, whoever asks and in whatever order."""

from collections import Counter

import pytest

from bot.simulation.people import Part, Temper, cast


def test_the_same_seed_draws_the_same_people() -> None:
    assert cast(40, seed=7) == cast(40, seed=7)
    assert cast(40, seed=7) != cast(40, seed=8)


def test_a_community_has_one_moderator_and_a_mentor_to_every_four_mentees() -> None:
    parts = Counter(person.part for person in cast(200, seed=7))

    assert parts == {Part.MODERATOR: 1, Part.MENTOR: 39, Part.MENTEE: 160}


def test_some_are_silent_some_move_and_some_share_in_public() -> None:
    people = cast(200, seed=7)

    assert {person.temper for person in people} == set(Temper)
    assert any(person.move for person in people)
    assert {person.public for person in people} == {True, False}
    assert len({person.account for person in people}) == len({person.name for person in people}) == 200


def test_the_silent_never_answer() -> None:
    silent = [person for person in cast(200, seed=7) if person.temper is Temper.SILENT]

    assert all(person.answers_after(week) is None for person in silent for week in range(12))


def test_a_programme_of_two_is_none() -> None:
    with pytest.raises(ValueError, match="at least 3"):
        cast(2, seed=7)
