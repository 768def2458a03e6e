"""Rating, goals, check-ins and the growth thread, as their people see them."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.core.effects import OpenThread, SendMessage, ToAccount, ToPlace
from bot.core.ui.pictures import LevelChart
from bot.core.ui.views import Picture, Quote, View
from tests.core.dialogue.chat import Chat, Someone, all_words, defaults, labels, opened_form, options_of, shown

MONDAY = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
"""09:30 in Berlin, half an hour after the question."""


@pytest.fixture
def asked(paired: Chat) -> Chat:
    """Ada has been asked for her first week."""
    paired.pass_time(MONDAY)
    paired.deliver()
    return paired


def told(chat: Chat, account: str) -> list[View]:
    sent = [each for each in chat.delivered if isinstance(each, SendMessage)]
    return [each.view for each in sent if each.target == ToAccount(account)]


def said_in_places(chat: Chat) -> list[View]:
    sent = [each for each in chat.delivered if isinstance(each, SendMessage)]
    return [each.view for each in sent if isinstance(each.target, ToPlace)]


def test_an_unrated_matrix_asks_to_be_rated(chat: Chat, mona: Someone) -> None:
    ben = chat.person("Ben")
    ben.calls("join mentee")
    ben.fills(destination="Staff engineer", visibility="private")
    view = shown(ben.calls("gap"))

    assert labels(view) == ["Rate myself"]
    form = opened_form(ben.presses("Rate myself")).form
    assert [field.name for field in form.fields][:3] == ["system-design", "communication", "influence"]


def test_nothing_rated_is_nothing_kept(chat: Chat, mona: Someone) -> None:
    ben = chat.person("Ben")
    ben.calls("join mentee")
    ben.fills(destination="Staff engineer", visibility="private")
    ben.calls("gap rate")
    assert opened_form(ben.fills()).trouble == "Please answer at least one question."


def test_the_matrix_shows_readiness_picture_and_open_cells(ada: Someone) -> None:
    view = shown(ada.calls("gap"))

    picture = next(block for block in view.blocks if isinstance(block, Picture))
    assert isinstance(picture.drawing, LevelChart)
    assert len(picture.drawing.rows) == 13
    assert "13 competencies for Senior software engineer" in picture.alt
    assert len(picture.twin.rows) == 13
    assert "10 competencies not rated yet" in all_words(view)
    assert "System design" in all_words(view)


def test_rating_again_starts_from_what_was_said(ada: Someone) -> None:
    filled = defaults(opened_form(ada.calls("gap rate")).form)
    assert (filled["coding"], filled["testing"], filled["system-design"]) == (("1",), ("2",), ())


def test_evidence_is_kept_with_its_rating(ada: Someone) -> None:
    ada.calls("gap evidence")
    view = shown(ada.fills(competency="programming", evidence="The parser rewrite"))
    assert view.title == "Evidence kept for Coding"
    assert "The parser rewrite" in all_words(view)

    ada.calls("gap evidence")
    view = shown(ada.fills(competency="programming", evidence="https://example.org/parser"))
    assert "2 pieces of evidence" in all_words(view)
    assert [block.text for block in view.blocks if isinstance(block, Quote)] == [
        "https://example.org/parser",
        "The parser rewrite",
    ]


def test_evidence_needs_a_rating(chat: Chat, mona: Someone, ada: Someone) -> None:
    ben = chat.person("Ben")
    ben.calls("join mentee")
    ben.fills(destination="Staff engineer", visibility="private")
    assert "Rate this competency first" in shown(ben.calls("gap evidence")).title

    ada.calls("gap evidence")
    assert "Rate this competency first" in opened_form(ada.fills(competency="Feedback", evidence="x")).trouble


def test_a_goal_starts_with_the_most_valuable_cell_and_six_weeks(ada: Someone) -> None:
    form = opened_form(ada.calls("goal add")).form
    assert defaults(form)["cells"] == ("system-design",)
    assert defaults(form)["due"] == ("2027-01-01",)


def test_a_goal_can_be_typed_behind_its_command(ada: Someone) -> None:
    assert opened_form(ada.calls("goal add", "Lead two reviews")).answers["title"] == ("Lead two reviews",)


def test_a_measured_goal_is_moved_and_reached(ada: Someone) -> None:
    ada.calls("goal add")
    view = shown(ada.fills(title="Lead reviews", target="2", unit="reviews"))
    assert "0 of 2 reviews" in all_words(view)

    assert labels(shown(ada.calls("goal"))) == ["Progress", "Reached…", "Let go…"]
    ada.presses("Progress")
    moved = shown(ada.fills(current="2"))
    assert "Mark it as done?" in all_words(moved)
    ada.presses("Reached…")
    reached = shown(ada.fills(evidence="The minutes of both."))
    assert reached.title == "Reached. Well done"
    assert "The minutes of both." in all_words(reached)
    assert "You have no mentor to attest it yet" in all_words(reached)
    assert labels(shown(ada.calls("goal")))[-1] == "Set a goal"


def test_a_yes_or_no_goal_has_no_progress(ada: Someone) -> None:
    ada.calls("goal add")
    assert labels(shown(ada.fills(title="Pass the exam"))) == ["Add a milestone", "Reached…"]
    assert labels(shown(ada.calls("goal"))) == ["Reached…", "Let go…"]


@pytest.mark.parametrize(
    ("answers", "trouble"),
    [
        ({"unit": "reviews"}, "which number is to be reached"),
        ({"start": "3"}, "which number is to be reached"),
        ({"start": "3", "target": "3"}, "ends where it starts"),
        ({"target": "0"}, "ends where it starts"),
    ],
    ids=["unit alone", "start alone", "no way to go", "from nothing to nothing"],
)
def test_a_goal_that_cannot_be_measured_is_refused(ada: Someone, answers: dict[str, str], trouble: str) -> None:
    ada.calls("goal add")
    again = opened_form(ada.fills(title="Lead reviews", **answers))
    assert trouble in again.trouble
    assert again.answers["title"] == ("Lead reviews",)


def test_many_goals_are_reached_through_a_form(ada: Someone) -> None:
    for title in ("One", "Two", "Three", "Four"):
        ada.calls("goal add")
        ada.fills(title=title)
    assert labels(shown(ada.calls("goal"))) == ["One", "Two", "All goals…"]
    form = opened_form(ada.presses("All goals…")).form
    options = options_of(form, "goal")
    assert shown(ada.fills(goal=options[3].value)).title == "Four"


def test_a_goal_is_let_go(ada: Someone) -> None:
    for title in ("One", "Two"):
        ada.calls("goal add")
        ada.fills(title=title)
    ada.calls("goal")
    assert shown(ada.presses("Two")).title == "Two"
    assert shown(ada.presses("Let go…")).title == "Let go of “Two”?"
    assert shown(ada.presses("Let go")).title == "Let go: Two"
    assert "Two" not in all_words(shown(ada.calls("goal")))


def test_nobody_moves_anothers_goal(chat: Chat, ada: Someone) -> None:
    ada.calls("goal add")
    ada.fills(title="Pass the exam")
    token = shown(ada.calls("goal")).actions[0].token
    ben = chat.person("Ben")
    ben.calls("join mentee")
    ben.fills(destination="Staff engineer", visibility="private")

    assert "belongs to somebody else" in shown(ben.presses_token(token)).title
    assert labels(shown(ada.calls("goal"))) == ["Reached…", "Let go…"]


def test_the_room_hears_of_a_goal(paired: Chat, ada: Someone) -> None:
    ada.calls("goal add")
    ada.fills(title="Pass the exam")
    paired.deliver()
    assert said_in_places(paired)[-1].title == "Ada has set a goal"


def test_without_an_open_check_in_the_next_is_named(ada: Someone) -> None:
    assert "Mon 23 Nov, 09:00" in shown(ada.calls("checkin")).title


def test_the_week_is_asked_for_in_private(asked: Chat, ada: Someone) -> None:
    view = told(asked, "Ada")[-1]
    assert view.title == "Week 1: how did it go?"
    assert labels(view) == ["Answer check-in"]
    assert opened_form(ada.presses_token(view.actions[0].token)).form.name == "checkin"


def test_a_stranger_does_not_see_the_form(asked: Chat, mona: Someone, grace: Someone) -> None:
    token = told(asked, "Ada")[-1].actions[0].token
    assert "for mentees" in shown(grace.presses_token(token)).title


def test_what_is_shared_is_shown_and_nothing_else_is_public(asked: Chat, ada: Someone) -> None:
    ada.calls("checkin")
    view = shown(
        ada.fills(learned="Hashing", challenge="My mentor’s pace", next="Plan", mood="low", keep_private=["challenge"])
    )
    asked.deliver()

    assert [block.text for block in view.blocks if isinstance(block, Quote)] == ["Hashing", "Plan"]
    assert labels(view) == ["Take it back"]
    threads = [each for each in asked.delivered if isinstance(each, OpenThread)]
    assert [each.title for each in threads] == ["Ada’s growth"]
    both = {view.title: all_words(view) for view in said_in_places(asked)}
    assert "Low" in both["Ada’s check-in, week 1"]
    assert "pace" in both["Ada’s check-in, week 1"]
    public = both["Week 1, Ada"]
    assert "Hashing" in public
    assert "Low" not in public
    assert "pace" not in public


def test_a_milestone_is_marked(asked: Chat, ada: Someone) -> None:
    ada.calls("checkin")
    ada.fills(learned="Hashing", next="Plan", milestone="First review led")
    asked.deliver()
    assert "Week 1, Ada: a milestone" in [view.title for view in said_in_places(asked)]


def test_a_week_can_stay_out_of_the_thread(asked: Chat, ada: Someone) -> None:
    ada.calls("checkin")
    view = shown(ada.fills(learned="Hashing", next="Plan", share="no"))
    asked.deliver()

    assert "Nothing of it is public" in all_words(view)
    assert not [each for each in asked.delivered if isinstance(each, OpenThread)]


def test_one_who_learns_in_private_is_not_asked_to_share(asked: Chat, ada: Someone) -> None:
    ada.calls("settings")
    ada.fills(visibility="private")
    form = opened_form(ada.calls("checkin")).form
    assert [field.name for field in form.fields] == ["learned", "challenge", "milestone", "next", "mood"]

    ada.fills(learned="Hashing", next="Plan", share="yes")
    asked.deliver()
    assert not [each for each in asked.delivered if isinstance(each, OpenThread)]


def test_taking_back_before_it_is_published_publishes_nothing(asked: Chat, ada: Someone) -> None:
    ada.calls("checkin")
    ada.fills(learned="Hashing", next="Plan")
    assert "taken back" in shown(ada.presses("Take it back")).title
    asked.deliver()

    assert "growth_entry" in asked.moot
    assert "Taken back" in all_words(shown(ada.calls("growth")))


def test_growth_offers_to_take_the_last_week_back(asked: Chat, ada: Someone) -> None:
    ada.calls("checkin")
    ada.fills(learned="Hashing", next="Plan")
    assert labels(shown(ada.calls("growth"))) == ["Take back week 1"]
    ada.presses("Take back week 1")
    assert labels(shown(ada.calls("growth"))) == []


def test_growth_tells_weeks_that_were_missed(asked: Chat, ada: Someone) -> None:
    asked.pass_time(datetime(2026, 11, 30, 8, 30, tzinfo=UTC))
    said = all_words(shown(ada.calls("growth")))
    assert "Week 1\nMissed" in said
    assert "Week 2\nWaits for your answer" in said


def test_after_the_last_week_none_is_planned(paired: Chat, ada: Someone) -> None:
    for week in range(13):
        paired.pass_time(MONDAY + timedelta(weeks=week))
    assert "none is planned" in shown(ada.calls("checkin")).title


def test_an_answered_week_is_not_nudged(asked: Chat, ada: Someone) -> None:
    asked.pass_time(datetime(2026, 11, 25, 9, tzinfo=UTC))
    ada.calls("checkin")
    ada.fills(learned="Hashing", next="Plan")
    asked.deliver()
    assert "checkin_nudge" in asked.moot


def test_a_silent_week_is_nudged_once(asked: Chat) -> None:
    asked.pass_time(datetime(2026, 11, 25, 9, tzinfo=UTC))
    asked.deliver()
    assert told(asked, "Ada")[-1].title == "Week 1 is still open"


def test_the_next_question_recalls_what_was_planned(asked: Chat, ada: Someone) -> None:
    ada.calls("checkin")
    ada.fills(learned="Hashing", next="Write the plan")
    asked.pass_time(datetime(2026, 11, 30, 8, 30, tzinfo=UTC))
    asked.deliver()
    assert "Write the plan" in all_words(told(asked, "Ada")[-1])


def test_a_week_that_is_over_keeps_what_was_typed(asked: Chat, ada: Someone) -> None:
    opened = ada.calls("checkin")
    asked.pass_time(datetime(2026, 12, 1, 8, tzinfo=UTC))
    again = opened_form(ada.fills(opened, learned="Hashing", next="Plan"))
    assert "Week 1 is over" in again.trouble
    assert again.answers["learned"] == ("Hashing",)


def test_a_check_in_answered_elsewhere_says_so(asked: Chat, ada: Someone) -> None:
    token = told(asked, "Ada")[-1].actions[0].token
    ada.calls("checkin")
    ada.fills(learned="Hashing", next="Plan")
    assert "in already" in shown(ada.presses_token(token)).title


def test_with_every_requirement_met_nothing_is_open(ada: Someone) -> None:
    ada.calls("gap rate")
    rated = opened_form(ada.calls("gap rate")).form.fields
    said = all_words(shown(ada.fills(**{each.name.replace("-", "__"): "5" for each in rated})))
    assert "you meet all that your destination asks" in all_words(shown(ada.calls("gap"))), said


def test_the_room_hears_nothing_of_a_goal_that_was_dropped_meanwhile(paired: Chat, ada: Someone) -> None:
    ada.calls("goal add")
    ada.fills(title="Pass the exam")
    ada.calls("goal")
    ada.presses("Let go…")
    ada.presses("Let go")

    paired.deliver()

    assert "goal_set" in paired.moot


def test_one_who_is_past_their_last_week_is_led_to_what_they_have_grown(paired: Chat, ada: Someone) -> None:
    for week in range(13):
        paired.pass_time(MONDAY + timedelta(weeks=week))

    assert "The last check-in of this programme is behind you" in all_words(shown(ada.calls("me")))
    assert "growth" in [each.command for each in shown(ada.calls("help")).suggestions]


def test_one_who_seeks_something_else_after_the_last_week_is_promised_no_check_in(paired: Chat, ada: Someone) -> None:
    for week in range(13):
        paired.pass_time(MONDAY + timedelta(weeks=week))

    ada.calls("join mentee")
    assert "Next check-in" not in all_words(shown(ada.fills(destination="Staff engineer")))
