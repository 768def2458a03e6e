"""Frameworks of a community's own: what they must agree with, and what a version changes."""

from dataclasses import replace

from bot.adapters.library.attached import framework_from
from bot.core.domain.ids import CompetencyId, FrameworkId, RoleId
from bot.core.domain.loaded import Changed, Clash, clash_of, revision_of
from tests.stories.ladders import KITCHEN, SECOND, TOML

FIRST, LATER, GARDEN = framework_from(KITCHEN), framework_from(SECOND), framework_from(TOML)
ELSEWHERE = replace(FIRST, id=FrameworkId("canteen"))
KNIVES, COOK, CHEF = CompetencyId("knives"), RoleId("cook"), RoleId("chef")


def test_a_role_belongs_to_one_framework() -> None:
    assert clash_of(FIRST, [GARDEN, ELSEWHERE]) == Clash("roles", COOK, ELSEWHERE.id, ("roles", 0, "id"))
    assert clash_of(FIRST, [GARDEN]) is None


def test_a_framework_may_say_otherwise_than_its_own_earlier_version() -> None:
    assert clash_of(LATER, [FIRST]) is None


def test_a_shared_competency_says_the_same_in_one_language() -> None:
    other = replace(FIRST.competencies[KNIVES], title="Blades")
    canteen = replace(ELSEWHERE, roles={}, competencies={KNIVES: other})

    assert clash_of(FIRST, [canteen]) == Clash("competencies", KNIVES, canteen.id, ("competencies", 0, "id"))
    assert clash_of(FIRST, [replace(canteen, language="es")]) is None
    assert clash_of(FIRST, [replace(ELSEWHERE, roles={})]) is None


def test_everything_is_new_where_there_was_nothing() -> None:
    told = revision_of(None, FIRST)

    assert told.competencies == Changed(new=("Knives", "Sauces"))
    assert told.roles == Changed(new=("Cook", "Head chef"))
    assert (told.moved, told.dropped) == ((), ())


def test_a_later_version_says_what_it_changes() -> None:
    told = revision_of(FIRST, LATER)

    assert told.competencies == Changed(new=("Pastry",))
    assert told.roles == Changed(changed=("Head chef",))
    assert told.moved == (CHEF,)
    assert revision_of(LATER, replace(LATER, roles={COOK: LATER.roles[COOK]})).dropped == (CHEF,)


def test_a_role_that_is_only_called_otherwise_asks_nothing_else() -> None:
    renamed = replace(FIRST, roles={**FIRST.roles, CHEF: replace(FIRST.roles[CHEF], title="Chef de cuisine")})

    told = revision_of(FIRST, renamed)

    assert told.roles == Changed(changed=("Chef de cuisine",))
    assert told.moved == ()
