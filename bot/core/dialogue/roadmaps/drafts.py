"""How drafted roadmaps look, and what is asked for them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.core.dialogue.fields import number_of, role_parameter, text_of, texts_of
from bot.core.dialogue.roadmaps.words import effort_words, hours_words, lifts_words
from bot.core.dialogue.talk import Talk
from bot.core.domain.frameworks import Framework
from bot.core.domain.ids import CompetencyId, StepId
from bot.core.domain.roadmaps.errors import RoadmapUnreadable
from bot.core.domain.roadmaps.graphs import MOST_HOURS, Resource, Step
from bot.core.domain.roadmaps.publishing import Draft, DraftState, left_open
from bot.core.ui.forms import Answers, Choice, Field, File, Form, LongText, Number, Option, Several, ShortText
from bot.core.ui.views import Action, Block, FieldRow, Fields, Heading, Quote, Table, Text, Tone, View, Weight
from bot.core.usecases.roadmaps.drafting import (
    id_of,
)

BUTTONS = 3
STEPS_SHOWN = 10
MOST_OPTIONS = 25
MOST_BYTES = 200_000
LONGEST_TITLE, LONGEST_SUMMARY, LONGEST_STEP, LONGEST_PROOF, LONGEST_RESOURCES = 60, 200, 80, 300, 1000
HIGHEST, MOST_WEEKS, LEAST_HOURS = 5, 52, 0.5
YES, NO = "yes", "no"


def curate_view(talk: Talk, drafts: Sequence[Draft], reviews: Sequence[Draft]) -> View:
    """Show one's drafts, and to a moderator what waits for a review."""
    rows = tuple((each.roadmap.title, talk.say(f"draft-state-{each.state.value.replace('_', '-')}")) for each in drafts)
    called = {each.id: talk.say("draft-review", roadmap=each.roadmap.title) for each in reviews}
    waiting = tuple(talk.action("draft_review", each, label=label) for each, label in called.items())
    own = tuple(talk.action("draft", each.id, label=each.roadmap.title) for each in drafts)
    is_new = not rows and not waiting
    begin = (talk.action("draft_begin", "", Weight.PRIMARY), talk.action("draft_file", "")) if is_new else ()
    return View(
        title=talk.say("curate-title"),
        blocks=(
            *((Text(talk.say("curate-waiting", count=len(reviews))),) if reviews else ()),
            *(
                (Table((talk.say("column-roadmap"), talk.say("column-state")), rows[:STEPS_SHOWN]),)
                if rows
                else (Text(talk.say("curate-none")),)
            ),
        ),
        actions=(*waiting, *own, *begin)[: BUTTONS - 1],
        suggestions=() if begin else talk.suggest("curate draft"),
    )


def draft_view(talk: Talk, draft: Draft, framework: Framework, title: str = "") -> View:
    """Show a draft with what it still leaves open, and what can be done about it."""
    actions = _ways_on(talk, draft)
    return View(
        title=title or draft.roadmap.title,
        blocks=tuple(_written(talk, draft, framework)),
        actions=actions,
        suggestions=talk.suggest("curate")[: BUTTONS - len(actions)],
        tone=Tone.GOOD if title else Tone.PLAIN,
    )


def review_view(talk: Talk, draft: Draft, framework: Framework, author: str) -> View:
    """Show a moderator what was handed in."""
    return View(
        title=talk.say("draft-by", roadmap=draft.roadmap.title, name=author),
        blocks=tuple(_written(talk, draft, framework)),
        actions=(talk.action("draft_publish", draft.id, Weight.PRIMARY), talk.action("draft_back", draft.id))
        if draft.state is DraftState.HANDED_IN
        else (),
        suggestions=talk.suggest("curate"),
    )


def _ways_on(talk: Talk, draft: Draft) -> tuple[Action, ...]:
    """Offer what comes next for a draft."""
    drop = talk.action("draft_drop", draft.id, Weight.DANGER)
    if draft.state is DraftState.DRAFT:
        ready = talk.action("draft_hand_in", draft.id, Weight.PRIMARY)
        return talk.action("draft_step", draft.id), ready, drop
    return (drop,) if draft.state is DraftState.HANDED_IN else ()


def begin_form(talk: Talk) -> Form:
    """Ask what a roadmap begins with."""
    return Form(
        name="draft_begin",
        title=talk.say("draft-begin-title"),
        intro=talk.say("draft-begin-intro"),
        fields=(
            _line(talk, "title", "field-draft-title", LONGEST_TITLE),
            _line(talk, "summary", "field-draft-summary", LONGEST_SUMMARY),
            role_parameter(talk.say, "destination"),
        ),
        submit=talk.say("draft-begin-submit"),
    )


def file_form(talk: Talk) -> Form:
    """Ask for a file in the documented format."""
    return Form(
        name="draft_file",
        title=talk.say("draft-file-title"),
        intro=talk.say("draft-file-intro"),
        fields=(
            File(
                name="file",
                label=talk.say("field-draft-file"),
                help=talk.say("field-draft-file-help"),
                endings=(".yaml", ".yml"),
                most_bytes=MOST_BYTES,
            ),
        ),
        submit=talk.say("draft-file-submit"),
    )


def step_form(talk: Talk, draft: Draft, framework: Framework) -> Form:
    """Ask for a step of a draft."""
    asked = framework.roles[draft.roadmap.role].requires
    competencies = sorted(framework.competencies.values(), key=lambda each: (each.id not in asked, each.title))
    return Form(
        name="draft_step",
        title=talk.say("draft-step-title"),
        intro=talk.say("draft-step-intro"),
        fields=tuple(_step_fields(talk, draft, [Option(each.id, each.title) for each in competencies])),
        submit=talk.say("draft-step-submit"),
    )


def back_form(talk: Talk, draft: Draft) -> Form:
    """Ask what is to be changed."""
    return Form(
        name="draft_back",
        title=draft.roadmap.title,
        intro=talk.say("draft-back-intro"),
        fields=(_lines(talk, "remark", "field-remark", LONGEST_PROOF, required=True),),
        submit=talk.say("action-draft-back"),
    )


def step_of_answers(answers: Answers) -> Step:
    """Read a step; raise `RoadmapUnreadable` for a line of resources without an address."""
    title = text_of(answers, "title")
    return Step(
        id=StepId(id_of(title)),
        title=title,
        competency=CompetencyId(text_of(answers, "competency")),
        level=number_of(answers, "level") or 0.0,
        hours=number_of(answers, "hours") or 0.0,
        needs=tuple(StepId(each) for each in texts_of(answers, "needs")),
        weeks=number_of(answers, "weeks") or 0.0,
        resources=tuple(_resources(text_of(answers, "resources"))),
        proof=text_of(answers, "proof"),
        is_milestone=text_of(answers, "milestone") == YES,
    )


def _resources(text: str) -> Iterator[Resource]:
    for number, line in enumerate(filter(None, map(str.strip, text.splitlines())), 1):
        title, _, url = line.rpartition(" ")
        if not url.startswith("https://") or not title:
            raise RoadmapUnreadable(line=number, field="resources", reason=line)
        yield Resource(title, url)


def _step_fields(talk: Talk, draft: Draft, competencies: Sequence[Option]) -> Iterator[Field]:
    say, known = talk.say, draft.roadmap.steps[-MOST_OPTIONS:]
    yield _line(talk, "title", "field-step", LONGEST_STEP)
    yield Choice(name="competency", label=say("field-step-lifts"), options=tuple(competencies[:MOST_OPTIONS]))
    yield _number(talk, "level", 1, HIGHEST)
    yield replace(_number(talk, "hours", LEAST_HOURS, MOST_HOURS), decimals=True)
    yield replace(_number(talk, "weeks", 0, MOST_WEEKS), required=False)
    if known:
        yield Several(
            name="needs",
            label=say("field-step-needs"),
            help=say("field-step-needs-help"),
            required=False,
            options=tuple(Option(each.id, each.title) for each in known),
        )
    yield _lines(talk, "resources", "field-step-resources", LONGEST_RESOURCES)
    yield _lines(talk, "proof", "field-step-proof", LONGEST_PROOF)
    yield Choice(
        name="milestone",
        label=say("field-step-milestone"),
        help=say("field-step-milestone-help"),
        options=(Option(NO, say("answer-no")), Option(YES, say("answer-yes"))),
        default=(NO,),
    )


def _line(talk: Talk, name: str, key: str, longest: int) -> ShortText:
    return ShortText(name=name, label=talk.say(key), help=talk.say(f"{key}-help"), longest=longest)


def _lines(talk: Talk, name: str, key: str, longest: int, *, required: bool = False) -> LongText:
    help_words = talk.say(f"{key}-help")
    return LongText(name=name, label=talk.say(key), help=help_words, required=required, longest=longest)


def _number(talk: Talk, name: str, low: float, high: float) -> Number:
    key = f"field-step-{name}"
    return Number(name=name, label=talk.say(key), help=talk.say(f"{key}-help"), low=low, high=high)


def _written(talk: Talk, draft: Draft, framework: Framework) -> Iterator[Block]:
    roadmap = draft.roadmap
    if draft.remark:
        yield Heading(talk.say("draft-remark"))
        yield Quote(draft.remark)
    if roadmap.summary:
        yield Text(roadmap.summary)
    yield Fields(tuple(_facts(talk, draft, framework)))
    if roadmap.steps:
        columns = ("column-step", "column-lifts", "column-effort")
        shown = roadmap.steps[:STEPS_SHOWN]
        rows = tuple((each.title, lifts_words(each, framework), effort_words(talk, each)) for each in shown)
        yield Table(tuple(talk.say(each) for each in columns), rows)
    if len(roadmap.steps) > STEPS_SHOWN:
        yield Text(talk.say("and-more", count=len(roadmap.steps) - STEPS_SHOWN))


def _facts(talk: Talk, draft: Draft, framework: Framework) -> Iterator[FieldRow]:
    roadmap = draft.roadmap
    yield FieldRow(talk.say("draft-role"), framework.roles[roadmap.role].title)
    yield FieldRow(talk.say("roadmap-author"), roadmap.author)
    yield FieldRow(talk.say("column-steps"), str(len(roadmap.steps)))
    yield FieldRow(talk.say("column-effort"), hours_words(talk, roadmap.hours))
    short = [framework.competencies[each].title for each in left_open(roadmap, framework)]
    if short:
        yield FieldRow(talk.say("draft-leaves-open"), talk.say.every(short))


def handed_in_notice(talk: Talk, draft: Draft, author: str) -> View:
    """Tell a moderator that a roadmap waits."""
    return View(
        title=talk.say("told-draft-handed-in", name=author, roadmap=draft.roadmap.title),
        actions=(talk.action("draft_review", draft.id, Weight.PRIMARY),),
    )


def handed_back_notice(talk: Talk, draft: Draft) -> View:
    """Tell an author what to change."""
    return View(
        title=talk.say("told-draft-handed-back", roadmap=draft.roadmap.title),
        blocks=(Quote(draft.remark),),
        actions=(talk.action("draft", draft.id),),
    )


def published_notice(talk: Talk, draft: Draft) -> View:
    """Tell an author that their roadmap is out."""
    roadmap, version = draft.roadmap.title, draft.roadmap.version
    return View(
        talk.say("told-draft-published", roadmap=roadmap, version=version),
        suggestions=talk.suggest("curate"),
        tone=Tone.GOOD,
    )


def dropped_view(talk: Talk, draft: Draft) -> View:
    """Confirm that a draft is let go."""
    return View(talk.say("draft-dropped", roadmap=draft.roadmap.title), suggestions=talk.suggest("curate"))


def published_view(talk: Talk, draft: Draft) -> View:
    """Confirm that a draft is published."""
    roadmap, version = draft.roadmap.title, draft.roadmap.version
    return View(
        title=talk.say("draft-published", roadmap=roadmap, version=version),
        blocks=(Text(talk.say("draft-published-words")),),
        suggestions=talk.suggest("curate"),
        tone=Tone.GOOD,
    )


def handed_back_view(talk: Talk, draft: Draft) -> View:
    """Confirm that a draft went back."""
    return View(talk.say("draft-handed-back", roadmap=draft.roadmap.title), suggestions=talk.suggest("curate"))
