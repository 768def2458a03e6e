"""What one member sees of another."""

from datetime import UTC, datetime

import pytest

from bot.core.ui.inbound import Departed
from tests.core.dialogue.chat import Chat, Someone, all_words, shown

PROFILE = "mentorship_profile"


@pytest.fixture
def pat(chat: Chat, mona: Someone) -> Someone:
    """A member who is nobody's mentor or mentee, and learns in private."""
    pat = chat.person("Pat")
    pat.calls("join mentee")
    pat.fills(destination="Staff engineer", visibility="private")
    return pat


def seen(viewer: Someone, of: Someone) -> str:
    return all_words(shown(viewer.uses(PROFILE, on=of)))


def test_one_who_learns_in_public_shows_where_they_are_heading(ada: Someone, pat: Someone) -> None:
    words = seen(pat, ada)
    assert "Ada’s mentorship profile" in words
    assert "mentee" in words
    assert "Senior software engineer" in words
    assert "No streak yet" in words


def test_one_who_learns_in_public_shows_the_newest_entry(paired: Chat, ada: Someone, pat: Someone) -> None:
    paired.pass_time(datetime(2026, 11, 23, 8, 30, tzinfo=UTC))
    ada.calls("checkin")
    ada.fills(learned="Hashing", challenge="My pace", next="Plan", mood="low", keep_private=["challenge"])

    words = seen(pat, ada)
    assert "Week 1" in words
    assert "Hashing" in words
    assert "1 check-in in a row" in words
    assert "My pace" not in words
    assert "Low" not in words


def test_a_note_can_be_the_newest(paired: Chat, ada: Someone, pat: Someone) -> None:
    ada.uses("add_to_growth", on=ada, text="My talk was accepted.")
    ada.fills(sure="yes")
    assert "The newest note\nMy talk was accepted." in seen(pat, ada)


def test_one_who_learns_in_private_shows_their_role_alone(ada: Someone, pat: Someone) -> None:
    words = seen(ada, pat)
    assert "mentee" in words
    assert "More about Pat is seen only by those" in words
    assert "Staff engineer" not in words
    assert "streak" not in words


def test_one_sees_all_of_oneself_and_what_others_don_t_see(pat: Someone) -> None:
    words = seen(pat, pat)
    assert "Staff engineer" in words
    assert "others see nothing of this but your roles" in words


def test_a_mentor_in_private_shows_what_they_mentor_in_to_their_mentee(
    paired: Chat, ada: Someone, grace: Someone, pat: Someone
) -> None:
    assert "Mentors in" in seen(ada, grace)
    assert "Grace and Ada" in seen(ada, grace)
    assert "is seen only by those" not in seen(ada, grace)
    assert "Mentors in" not in seen(pat, grace)


def test_a_pairing_is_for_the_two_and_moderators(
    paired: Chat, mona: Someone, ada: Someone, grace: Someone, pat: Someone
) -> None:
    for viewer in (mona, ada, grace):
        assert "Grace and Ada" in seen(viewer, ada)
    assert "Grace" not in seen(pat, ada)
    assert "Ada" not in seen(pat, grace)


def test_a_proposal_is_nobody_s_pairing_yet(chat: Chat, mona: Someone, ada: Someone, grace: Someone) -> None:
    mona.calls("pair")
    mona.fills(mentee="Ada")
    mona.presses("Propose Grace")
    assert "Grace" not in seen(ada, ada)
    assert "Grace and Ada" not in seen(mona, ada)


def test_one_without_a_role_takes_no_part_yet(chat: Chat, mona: Someone, ada: Someone) -> None:
    guest = chat.person("Guest")
    guest.presses_token(chat.signer.action("goal_drop", "x"))  # whoever acts is known from then on
    assert "not taking part yet" in seen(ada, guest)


def test_somebody_unknown_is_told_how_to_join(chat: Chat, mona: Someone, ada: Someone) -> None:
    view = shown(ada.uses(PROFILE, on=chat.person("Nora\u202e Nobody")))
    assert view.title == "Nora Nobody isn’t in Menteo here yet"
    assert "/join" in all_words(view)
    assert view.suggestions


def test_one_who_left_is_said_to_have_left(paired: Chat, ada: Someone, grace: Someone) -> None:
    paired.handle(Departed(grace.origin))
    assert "Grace has left this community" in shown(ada.uses(PROFILE, on=grace)).title


def test_one_who_hasn_t_joined_sees_nobody(chat: Chat, ada: Someone) -> None:
    assert "Join with /join" in shown(chat.person("Nobody").uses(PROFILE, on=ada)).title
