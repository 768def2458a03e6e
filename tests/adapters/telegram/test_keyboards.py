"""Buttons: what they mean, how they lie, and where they lead from places where others read along."""

from bot.adapters.telegram.callbacks import ActionPress, Step, StepPress, SuggestionPress, written
from bot.adapters.telegram.keyboards import Key, Public, keyboard, keys_of, laid_out
from bot.core.ui.views import Action, Link, Suggestion, View, Weight
from tests.adapters.telegram import chats
from tests.adapters.webchat.fakes import EVERYTHING

TOKEN = "checkin:abcdefgh23450000:mmmmmmmmmmmmmmmm"


def rows(*labels: str) -> list[list[str]]:
    return chats.rows(keyboard(laid_out(Key(each, SuggestionPress("me")) for each in labels)))


def test_buttons_say_what_pressing_them_means() -> None:
    drawn = keyboard(laid_out(keys_of(EVERYTHING)))

    assert chats.presses(drawn) == {
        "Start": ActionPress("start:1:mac"),
        "Edit here": ActionPress("edit:1:mac"),
        "End it": ActionPress("end:1:mac"),
        "Do a gap analysis": SuggestionPress("gap"),
        "See where I stand": SuggestionPress("me"),
    }
    assert chats.links(drawn) == {"Read more": "https://example.org/more?a=1&b=2"}


def test_the_primary_one_comes_first_and_looks_like_it() -> None:
    view = View("", actions=(Action("No", "no:1:m", Weight.DANGER), Action("Yes", "yes:1:m", Weight.PRIMARY)))

    drawn = chats.buttons(keyboard(laid_out(keys_of(view))))

    assert [(each.text, each.style) for each in drawn] == [("Yes", "primary"), ("No", "danger")]


def test_as_many_stand_beside_each_other_as_a_phone_shows() -> None:
    assert rows("One", "Two", "Three", "Four") == [["One", "Two", "Three"], ["Four"]]
    assert rows("Join as a mentee", "Join as a mentor") == [["Join as a mentee", "Join as a mentor"]]
    assert rows("Short", "Send Grace the outline of it", "Short") == [
        ["Short"],
        ["Send Grace the outline of it"],
        ["Short"],
    ]
    assert rows("Short", "这是一个相当长的按钮标签") == [["Short"], ["这是一个相当长的按钮标签"]]


def test_numbers_fill_a_row() -> None:
    assert rows(*"0123✓45") == [[*"0123✓45"]]


def test_a_keyboard_holds_a_hundred_and_no_more() -> None:
    keys = [Key(str(each), ActionPress(f"go:{each}:m")) for each in range(150)]

    assert len(chats.buttons(keyboard(laid_out(keys)))) == 100
    assert keyboard(()) is None


def test_an_action_that_goes_on_with_a_form_is_a_step_of_it() -> None:
    view = View(
        "In the middle",
        actions=(
            Action("Go on", written(StepPress("s1", Step.STAY))),
            Action("Leave it", written(StepPress("s1", Step.LEAVE, "goal add"))),
        ),
    )

    drawn = keyboard(laid_out(keys_of(view)))

    assert chats.presses(drawn) == {
        "Go on": StepPress("s1", Step.STAY),
        "Leave it": StepPress("s1", Step.LEAVE, "goal add"),
    }


def test_where_others_read_along_buttons_lead_into_the_private_chat() -> None:
    view = View(
        "Week 4",
        actions=(Action("Cheer", "entry_cheer:1:mac"), Action("Answer", TOKEN)),
        suggestions=(Suggestion("Join", "join mentee"),),
        links=(Link("More", "https://example.org"),),
    )
    public = Public("menteo_bot", -1001234567890, lambda token: token.startswith("entry_cheer"))

    drawn = keyboard(laid_out(keys_of(view, public)))

    assert chats.presses(drawn) == {"Cheer": ActionPress("entry_cheer:1:mac")}
    assert chats.links(drawn) == {
        "Answer": f"https://t.me/menteo_bot?start=g1001234567890-a-{TOKEN.replace(':', '-')}",
        "Join": "https://t.me/menteo_bot?start=g1001234567890-join_mentee",
        "More": "https://example.org",
    }


def test_a_suggestion_without_a_community_leads_to_the_command_alone() -> None:
    public = Public("menteo_bot", None, lambda _: False)

    drawn = keyboard(laid_out(keys_of(View("", suggestions=(Suggestion("Join", "join"),)), public)))

    assert chats.links(drawn) == {"Join": "https://t.me/menteo_bot?start=c-join"}


def test_an_action_that_no_link_can_carry_stays_a_button() -> None:
    token = f"{'r' * 47}:{'m' * 16}"

    drawn = keyboard(laid_out(keys_of(View("", actions=(Action("Go", token),)), Public("b", None, lambda _: False))))

    assert chats.presses(drawn) == {"Go": ActionPress(token)}
