"""What is said of a roadmap in time, and what of it is drawn and put in a calendar."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.core.dialogue.catalogue import Catalogue
from bot.core.dialogue.gallery import stage
from bot.core.dialogue.roadmaps.planning import SHOWN, days, route, shown_steps
from bot.core.dialogue.roadmaps.samples import sample_way
from bot.core.dialogue.roadmaps.words import hours_words, pace_words, plan_words, span_words
from bot.core.dialogue.talk import Talk
from bot.core.domain.roadmaps.enrolments import StepState
from bot.core.domain.roadmaps.pacing import Pace
from bot.core.domain.roadmaps.planning import Plan, plan_of, tasks_of
from bot.core.ui.pictures import RouteChart, StopState
from tests.core.dialogue.chat import Chat
from tests.core.domain.roadmaps.samples import a_step

TODAY, TARGET = date(2026, 11, 16), date(2027, 10, 20)


@pytest.fixture
def talk(chat: Chat) -> Talk:
    with chat.database.read() as work:
        return stage(chat.catalogue, chat.tools, chat.signer, "en", work)


def spoken(talk: Talk, chat: Catalogue, language: str) -> Talk:
    return replace(talk, say=chat.voice(language, "Europe/Madrid"))


def planned(hours: float, weeks: float = 0, target: date = TARGET) -> Plan:
    """Plan 276 hours of one competency, or one step that takes its time."""
    steps = [a_step(f"s{number}", hours=92, weeks=weeks) for number in range(3)]
    return plan_of(tasks_of(steps), hours, TODAY, target)


def test_the_plan_is_one_sentence(talk: Talk) -> None:
    assert plan_words(talk, planned(4), 6) == (
        "At 4 hours a week you arrive in March 2028, 5 months late; 6 hours a week would do."
    )
    assert plan_words(talk, planned(8), None) == (
        "At 8 hours a week you arrive in July 2027, in time for October 2027."
    )


def test_where_no_hours_would_do_it_says_why(talk: Talk) -> None:
    words = plan_words(talk, planned(20, weeks=60), None)

    assert "late. More hours alone won’t do: the longest chain of steps takes 14 months." in words


def test_the_plan_is_said_in_spanish_too(talk: Talk, chat: Chat) -> None:
    assert plan_words(spoken(talk, chat.catalogue, "es"), planned(4), 6) == (
        "Con 4 horas por semana llegas en marzo de 2028, con 5 meses de retraso; bastarían 6 horas por semana."
    )


@pytest.mark.parametrize(
    ("weeks", "words"), [(0.2, "1 week"), (1, "1 week"), (1.5, "2 weeks"), (7, "7 weeks"), (9, "2 months")]
)
def test_a_short_span_is_told_in_weeks_and_a_long_one_in_months(talk: Talk, weeks: float, words: str) -> None:
    assert span_words(talk, timedelta(weeks=weeks)) == words


@pytest.mark.parametrize(("hours", "words"), [(1, "1 hour"), (2, "2 hours"), (2.5, "2.5 hours"), (0.5, "0.5 hours")])
def test_hours_are_said_as_one_would(talk: Talk, hours: float, words: str) -> None:
    assert hours_words(talk, hours) == words


def test_how_it_really_goes_is_said_once_it_can_be_told(talk: Talk) -> None:
    way = sample_way(talk)

    assert pace_words(talk, replace(way, pace=None)) == ""
    assert "No hours are on record" in pace_words(talk, replace(way, really=None))
    late = replace(way, pace=Pace(2.5, 1.0), really=planned(2.5))
    assert pace_words(talk, late) == (
        "So far you have given 2.5 hours a week. At that you arrive in December 2028, 14 months late."
    )
    assert pace_words(talk, replace(late, really=planned(8))).endswith("At that you arrive in July 2027.")


def test_the_picture_shows_what_was_settled_last_and_what_comes_with_lines_between(talk: Talk) -> None:
    way = sample_way(talk)
    picture = route(talk, way)

    assert isinstance(picture.drawing, RouteChart)
    assert [stop.state for stop in picture.drawing.stops[:2]] == [StopState.DONE, StopState.NOW]
    assert len(picture.drawing.stops) == len(picture.twin.rows) == SHOWN + 1
    assert way.enrolment.next_step is not None
    assert way.enrolment.next_step.step.title in picture.alt
    for place, (each, stop) in enumerate(zip(shown_steps(way), picture.drawing.stops, strict=True)):
        assert all(need < place for need in stop.needs)
        assert len(stop.needs) <= len(each.step.needs)


def test_only_what_is_drawn_has_a_key(talk: Talk) -> None:
    drawing = route(talk, sample_way(talk)).drawing

    assert isinstance(drawing, RouteChart)
    assert StopState.SKIPPED not in {each.state for each in drawing.stops}
    assert (drawing.legend_skipped, drawing.legend_done, drawing.legend_milestone) == ("", "Done", "Milestone")


def test_every_step_to_come_stands_on_its_days_under_a_name_that_stays(talk: Talk) -> None:
    way = sample_way(talk)
    calendar = days(talk, way)
    later = days(talk, replace(way, plan=replace(way.plan, begins_on=way.plan.begins_on + timedelta(days=7))))

    assert len(calendar.entries) == len(way.enrolment.to_do)
    assert [each.uid for each in calendar.entries] == [each.uid for each in later.entries]
    for before, after in zip(calendar.entries, later.entries, strict=True):
        assert before.begins_on <= before.ends_on
        assert after.begins_on - before.begins_on == timedelta(days=7)
    done = next(each for each in way.enrolment.steps if each.state is StepState.DONE)
    assert done.step.title not in [each.title for each in calendar.entries]
