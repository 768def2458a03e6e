"""What typing a few letters finds."""

import pytest

from tests.core.dialogue.chat import Chat, Someone


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("berlin", "Europe/Berlin"),
        ("Europe/Berlin", "Europe/Berlin"),
        ("bogotá", "America/Bogota"),
        ("new york", "America/New_York"),
        ("san fran", "America/Los_Angeles"),
        ("mumbai", "Asia/Kolkata"),
        ("utc", "UTC"),
        ("Berlin (UTC+1)", "Europe/Berlin"),
        ("berlim", "Europe/Berlin"),
        ("Calcutta", "Asia/Kolkata"),
        ("Asia/Calcutta", "Asia/Kolkata"),
    ],
    ids=str,
)
def test_a_city_finds_its_zone(ada: Someone, typed: str, zone: str) -> None:
    assert ada.searches("zone", typed)[0].value == zone


def test_a_zone_of_two_names_is_one_zone(ada: Someone) -> None:
    assert [each.value for each in ada.searches("zone", "Kolkata")] == ["Asia/Kolkata"]
    assert [each.value for each in ada.searches("zone", "Kyiv")] == ["Europe/Kyiv"]


def test_a_zone_is_labelled_with_what_its_clock_says(ada: Someone) -> None:
    assert ada.searches("zone", "kathmandu")[0].label == "Kathmandu (UTC+5:45)"
    assert ada.searches("zone", "St. John’s")[0].label == "St. John’s (UTC-3:30)"


def test_nothing_typed_offers_ones_own_zone_first(ada: Someone) -> None:
    options = ada.searches("zone", "")
    assert options[0].value == "Europe/Berlin"
    assert len(options) <= 25


def test_roles_are_found_by_title_alias_and_id_in_ones_language(chat: Chat, mona: Someone) -> None:
    ada, eva = chat.person("Ada"), chat.person("Eva", language="es")
    assert ada.searches("role", "architect")[0].label == "Staff engineer"
    assert ada.searches("role", "staff-engineer")[0].value == "staff-engineer"
    assert eva.searches("role", "ingenieria")
    assert len(ada.searches("role", "")) <= 25


def test_competencies_are_those_of_ones_destination(ada: Someone, mona: Someone) -> None:
    assert [option.value for option in ada.searches("competency", "debugging")] == ["troubleshooting"]
    assert mona.searches("competency", "debugging") == ()


def test_mentees_are_those_without_a_mentor(paired: Chat, mona: Someone) -> None:
    for account in ("Bea", "Béa"):
        someone = paired.person(account)
        someone.calls("join mentee")
        someone.fills(destination="Staff engineer", visibility="private")
    assert [option.label for option in mona.searches("mentee", "")] == ["Bea (1)", "Béa (2)"]
    assert [option.label for option in mona.searches("mentee", "bea")] == ["Bea (1)", "Béa (2)"]


def test_an_unknown_source_finds_nothing(ada: Someone) -> None:
    assert ada.searches("planets", "mars") == ()
