"""How progress is shown: attested readiness, the pace needed and achieved, when it arrives, and the next small step."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from bot.core.dialogue.goals.views import progress_of
from bot.core.dialogue.offering import offers
from bot.core.dialogue.progress.picture import path_picture
from bot.core.dialogue.talk import Talk
from bot.core.domain.forecasts import Forecast, Grain, OutOfSight, Pace, Reached, TooEarly
from bot.core.domain.goals import Goal, GoalState
from bot.core.domain.members import Member
from bot.core.ui.forms import Choice, Day, Form, Option
from bot.core.ui.views import Action, Block, FieldRow, Fields, Heading, Progress, Text, View, Weight
from bot.core.usecases.progress import Going, MenteesProgress

BUTTONS = 3
MOST_OPTIONS = 25
A_MONTH = 365.2425 / 12
"""Days, on average."""


def progress_view(talk: Talk, seen: MenteesProgress, goals: Sequence[Goal]) -> View:
    """Show a mentee their own progress, with the next small step at its end."""
    title = talk.say("progress-title", role=seen.matrix.role.title)
    if seen.going is None:
        words = (Text(talk.say("progress-unrated")),)
        return View(title, words, (talk.action("gap_rate", "", Weight.PRIMARY),), talk.suggest("me"))
    step, actions = _next_step(talk, seen, goals)
    return View(
        title=title,
        blocks=(*_blocks(talk, seen, seen.going, title, "own"), Heading(talk.say("progress-next-step")), *step),
        actions=(*actions, talk.action("arrive_by", "")),
        suggestions=talk.suggest("gap"),
    )


def mentees_progress_view(talk: Talk, seen: MenteesProgress) -> View:
    """Show a mentor how their mentee is getting on."""
    title = talk.say("progress-mentee-title", name=seen.mentee.name, role=seen.matrix.role.title)
    unrated = (Text(talk.say("gap-mentee-unrated", name=seen.mentee.name)),)
    return View(
        title=title,
        blocks=tuple(_blocks(talk, seen, seen.going, title, "mentor")) if seen.going else unrated,
        actions=(talk.action("gap_attest", seen.mentee.id, Weight.PRIMARY),),
        suggestions=talk.suggest("gap mentee", "me"),
    )


def which_view(talk: Talk, mentees: Sequence[Member]) -> View:
    """Ask a mentor whose progress to show."""
    if not mentees:
        words = (Text(talk.say("gap-no-mentees-next")),)
        return View(talk.say("gap-no-mentees"), words, suggestions=talk.suggest("levels", "me"))
    shown = mentees if len(mentees) <= BUTTONS else mentees[: BUTTONS - 1]
    buttons = tuple(talk.action("progress_mentee", each.id, label=each.name) for each in shown)
    others = (talk.action("progress_pick", ""),) if len(mentees) > BUTTONS else ()
    return View(talk.say("progress-which-mentee"), actions=(*buttons, *others))


def pick_form(talk: Talk, mentees: Sequence[Member]) -> Form:
    """Ask which of many mentees."""
    options = tuple(Option(each.id, each.name) for each in mentees[:MOST_OPTIONS])
    return Form(
        name="progress_pick",
        title=talk.say("progress-which-mentee"),
        fields=(Choice(name="mentee", label=talk.say("field-mentee"), options=options),),
        submit=talk.say("progress-pick-submit"),
    )


def arrival_form(talk: Talk, arrive_by: date, today: date, latest: date) -> Form:
    """Ask by when somebody wants to have arrived."""
    field = Day(
        name="day",
        label=talk.say("field-arrive-by"),
        help=talk.say("field-arrive-by-help"),
        default=(arrive_by.isoformat(),),
        earliest=today,
        latest=latest,
    )
    return Form("arrive_by", talk.say("arrive-by-title"), (field,), talk.say("save-changes"))


def _blocks(talk: Talk, seen: MenteesProgress, going: Going, title: str, reader: str) -> Iterator[Block]:
    """Show the way as its `reader` knows it: its "own", or that of somebody whose "mentor" reads."""
    share, name = going.path.readiness, seen.mentee.name
    yield Progress(talk.say("progress-attested", reader=reader, name=name), share, talk.say.percent(share))
    if seen.matrix.readiness - share >= _A_POINT:
        percent = talk.say.percent(seen.matrix.readiness)
        yield Text(talk.say("progress-own-word", reader=reader, name=name, percent=percent))
    if not going.path.moves and any(each.attested is not None for each in seen.matrix.cells):
        yield Text(talk.say("progress-corrected", reader=reader, name=name))
    yield Fields(
        (
            FieldRow(talk.say("progress-arrive-by"), talk.say.day(seen.arrive_by)),
            FieldRow(talk.say("progress-needed"), _needed(talk, going.pace)),
            FieldRow(talk.say("progress-achieved"), _per_month(talk, going.pace.achieved)),
        )
    )
    yield Text(_outlook(talk, seen, going, reader))
    yield path_picture(talk, seen, going, title)


_A_POINT = 0.01


def _needed(talk: Talk, pace: Pace) -> str:
    return talk.say("progress-day-past") if pace.needed is None else _per_month(talk, pace.needed)


def _per_month(talk: Talk, a_day: float) -> str:
    points = round(a_day * A_MONTH * 100, 1)
    return talk.say("progress-points", points=talk.say.number(points + 0.0))


def _outlook(talk: Talk, seen: MenteesProgress, going: Going, reader: str) -> str:
    who = {"reader": reader, "name": seen.mentee.name}
    match going.outlook:
        case Reached():
            return talk.say("forecast-reached", **who)
        case TooEarly() as early:
            return talk.say(
                "forecast-too-early",
                moves=early.moves,
                more=early.moves_missing,
                weeks=early.weeks_missing,
                **who,
            )
        case OutOfSight(is_moving):
            return talk.say("forecast-out-of-sight", is_moving="yes" if is_moving else "no", **who)
        case Forecast() as told:
            return _forecast(talk, seen, told, who)


def _forecast(talk: Talk, seen: MenteesProgress, told: Forecast, who: Mapping[str, str]) -> str:
    likely, earliest = period(talk, told.likely, told.grain), period(talk, told.earliest, told.grain)
    standing = talk.say(f"standing-{told.standing(seen.arrive_by).value}", day=talk.say.day(seen.arrive_by))
    if told.latest is None:
        return talk.say("forecast-open", likely=likely, earliest=earliest, standing=standing, **who)
    latest = period(talk, told.latest, told.grain)
    key = "forecast-narrow" if latest == earliest else "forecast-range"
    return talk.say(key, likely=likely, earliest=earliest, latest=latest, standing=standing, **who)


def period(talk: Talk, day: date, grain: Grain) -> str:
    """Write a day no finer than it is known."""
    return {Grain.MONTH: talk.say.month, Grain.QUARTER: talk.say.quarter, Grain.YEAR: talk.say.year}[grain](day)


def _next_step(
    talk: Talk, seen: MenteesProgress, goals: Sequence[Goal]
) -> tuple[tuple[Block, ...], tuple[Action, ...]]:
    opened = sorted((each for each in goals if each.state is GoalState.OPEN), key=lambda goal: (goal.due_on, goal.id))
    if opened:
        return (progress_of(talk, opened[0]),), (talk.action("goal_show", opened[0].id, Weight.PRIMARY),)
    drafts = offers(talk, seen.matrix, goals, 1)
    words = talk.say("progress-step-draft" if drafts else "progress-step-none")
    return (Text(words),), drafts or (talk.action("goal_add", "", Weight.PRIMARY),)
