"""Following a roadmap in chat: what is offered, the next small step, the plan, newer versions, leaving it."""

from dataclasses import replace

from bot.core.dialogue.fields import texts_of
from bot.core.dialogue.roadmaps.forms import (
    choose_form,
)
from bot.core.dialogue.roadmaps.planning import calendar_view, plan_view
from bot.core.dialogue.roadmaps.refs import offer_ref
from bot.core.dialogue.roadmaps.samples import (
    sample_change,
    sample_enrolment,
    sample_fits,
    sample_plan,
    sample_way,
)
from bot.core.dialogue.roadmaps.views import (
    begun_notice,
    change_view,
    completed_view,
    leave_view,
    left_view,
    look_view,
    no_change_view,
    offers_view,
    way_view,
)
from bot.core.dialogue.samples import sample_matrix, sample_mentee
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, FormSpec, NoticeSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.errors import NotFound
from bot.core.domain.ids import DraftId, EnrolmentId, StepId
from bot.core.domain.roadmaps.composing import Fit
from bot.core.domain.roadmaps.enrolments import EnrolmentState
from bot.core.domain.roadmaps.errors import NotEnrolled
from bot.core.effects import Effect
from bot.core.ui.commands import Access, Placement
from bot.core.ui.forms import Answers, Form
from bot.core.ui.replies import Reply
from bot.core.ui.views import Text, View
from bot.core.usecases.access import authorise
from bot.core.usecases.gaps import read_gap_matrix
from bot.core.usecases.roadmaps.following import enrol, leave_roadmap, set_met_aside, take_version
from bot.core.usecases.roadmaps.reading import available, plan_for, read_change, read_offers, read_way, way_of


def _show(talk: Talk) -> Reply:
    try:
        return Reply(way_view(talk, read_way(talk.work, talk.tools, talk.actor)))
    except NotEnrolled:
        return _offer(talk)


def _back(talk: Talk, _ref: str) -> Reply:
    return _show(talk)


def _offer(talk: Talk) -> Reply:
    matrix = read_gap_matrix(talk.work, talk.tools, talk.actor)
    return Reply(offers_view(talk, _offers(talk), matrix))


def _offer_again(talk: Talk, _ref: str) -> Reply:
    return _offer(talk)


def _offers(talk: Talk) -> list[Fit]:
    return list(read_offers(talk.work, talk.tools, talk.actor, talk.say("roadmap-composed-title")))


def _find(talk: Talk, ref: str) -> Fit:
    for each in _offers(talk):
        if offer_ref(each.roadmap.id) == ref:
            return each
    raise NotFound


def _look(talk: Talk, ref: str) -> Reply:
    fit = _find(talk, ref)
    plan, enough = plan_for(talk.work, talk.tools, talk.member, fit)
    known = {each.id: each.title for each in available(talk.work, talk.tools, talk.community.id, talk.say.language)}
    sources = [_quoted(talk, known.get(each, each)) for each in fit.roadmap.sources]
    return Reply(look_view(talk, fit, plan, enough, sources))


def _quoted(talk: Talk, title: str) -> str:
    return talk.say("roadmap-called", roadmap=title)


def _enrol(talk: Talk, ref: str) -> Reply:
    return _enrolled(talk, _find(talk, ref), frozenset())


def _build_choose(talk: Talk, ref: str) -> Form:
    return choose_form(talk, _find(talk, ref))


def _submit_choose(talk: Talk, ref: str, answers: Answers) -> Reply:
    return _enrolled(talk, _find(talk, ref), frozenset(StepId(each) for each in texts_of(answers, "wished")))


def _enrolled(talk: Talk, fit: Fit, wished: frozenset[StepId]) -> Reply:
    mine = enrol(talk.work, talk.tools, talk.actor, fit.roadmap.id, talk.say("roadmap-composed-title"), wished)
    return Reply(way_view(talk, way_of(talk.work, talk.tools, talk.member, mine), talk.say("roadmap-begun")))


def _plan(talk: Talk) -> Reply:
    return Reply(plan_view(talk, read_way(talk.work, talk.tools, talk.actor)))


def _calendar(talk: Talk) -> Reply:
    return Reply(calendar_view(talk, read_way(talk.work, talk.tools, talk.actor)))


def _change(talk: Talk) -> Reply:
    change = read_change(talk.work, talk.tools, talk.actor)
    return Reply(change_view(talk, change) if change else no_change_view(talk))


def _change_again(talk: Talk, _ref: str) -> Reply:
    return _change(talk)


def _take(talk: Talk, ref: str) -> Reply:
    taken = take_version(talk.work, talk.tools, talk.actor, EnrolmentId(ref))
    way = way_of(talk.work, talk.tools, talk.member, taken)
    return Reply(way_view(talk, way, talk.say("roadmap-taken", version=taken.version)))


def _set_aside(talk: Talk, ref: str) -> Reply:
    mine = set_met_aside(talk.work, talk.tools, talk.actor, EnrolmentId(ref))
    if mine.state is EnrolmentState.COMPLETED:
        return Reply(completed_view(talk, mine))
    return Reply(way_view(talk, way_of(talk.work, talk.tools, talk.member, mine), talk.say("roadmap-set-met-aside")))


def _ask_to_leave(talk: Talk, ref: str) -> Reply:
    mine = talk.work.enrolments.get(talk.community.id, EnrolmentId(ref))
    authorise(talk.actor, leave_roadmap, mine)
    return Reply(leave_view(talk, mine))


def _leave(talk: Talk, ref: str) -> Reply:
    return Reply(left_view(talk, leave_roadmap(talk.work, talk.tools, talk.actor, EnrolmentId(ref))))


def _tell_begun(talk: Talk, effect: Effect) -> View | None:
    mine = talk.work.enrolments.get(effect.community, EnrolmentId(effect.refs["enrolment"]))
    if mine.state is not EnrolmentState.ACTIVE:
        return None
    return begun_notice(talk, mine, talk.work.members.get(effect.community, mine.member).name)


def _tell_changed(talk: Talk, effect: Effect) -> View | None:
    draft = talk.work.drafts.get(effect.community, DraftId(effect.refs["draft"]))
    mine = talk.work.enrolments.active_of(effect.community, talk.member.id)
    if mine is None or mine.roadmap != draft.roadmap.id or mine.version >= draft.roadmap.version:
        return None
    return _changed_notice(talk, mine.title, draft.roadmap.version)


def _changed_notice(talk: Talk, title: str, version: int) -> View:
    return View(
        title=talk.say("roadmap-changed", roadmap=title, version=version),
        blocks=(Text(talk.say("roadmap-changed-words")),),
        actions=(talk.action("roadmap_change", ""),),
        suggestions=talk.suggest("roadmap"),
    )


def _sample_look(talk: Talk) -> View:
    fit = sample_fits(talk)[0]
    return look_view(talk, fit, sample_plan(fit), 6)


def _sample_overtaken(talk: Talk) -> View:
    way = sample_way(talk)
    return way_view(talk, replace(way, overtaken=way.enrolment.to_do[1:3]))


def _sample_composed(talk: Talk) -> View:
    one, other = sample_fits(talk)[:2]
    return look_view(talk, one, sample_plan(one), None, [_quoted(talk, each.roadmap.title) for each in (one, other)])


CHOOSE = FormSpec("roadmap_choose", enrol, _build_choose, _submit_choose)

FEATURE = Feature(
    commands=(
        CommandSpec("roadmap", read_way, _show),
        CommandSpec("roadmap", read_offers, _offer, verb="enrol"),
        CommandSpec("roadmap", read_way, _plan, verb="plan"),
        CommandSpec("roadmap", read_way, _calendar, verb="calendar"),
        CommandSpec("roadmap", read_change, _change, verb="change"),
    ),
    actions=(
        ActionSpec("roadmap", read_way, _back, access=Access.READ),
        ActionSpec("roadmap_offers", read_offers, _offer_again, access=Access.READ),
        ActionSpec("roadmap_look", read_offers, _look, access=Access.READ),
        ActionSpec("roadmap_enrol", enrol, _enrol),
        ActionSpec("roadmap_choose", enrol, opens=CHOOSE),
        ActionSpec("roadmap_change", read_change, _change_again, access=Access.READ),
        ActionSpec("roadmap_take", take_version, _take),
        ActionSpec("roadmap_set_aside", set_met_aside, _set_aside),
        ActionSpec("roadmap_leave_ask", leave_roadmap, _ask_to_leave, access=Access.READ, placement=Placement.NEW),
        ActionSpec("roadmap_leave", leave_roadmap, _leave),
    ),
    forms=(CHOOSE,),
    notices=(
        NoticeSpec("roadmap_begun", _tell_begun),
        NoticeSpec("roadmap_changed", _tell_changed, in_room=True),
    ),
    examples=(
        Example("command/roadmap", lambda talk: way_view(talk, sample_way(talk))),
        Example("command/roadmap:in time", lambda talk: way_view(talk, sample_way(talk, in_time=True))),
        Example("command/roadmap:overtaken", _sample_overtaken),
        Example("command/roadmap:completed", lambda talk: completed_view(talk, sample_enrolment(talk))),
        Example("command/roadmap enrol", lambda talk: offers_view(talk, sample_fits(talk), sample_matrix(talk))),
        Example("command/roadmap enrol:none", lambda talk: offers_view(talk, [], sample_matrix(talk))),
        Example("command/roadmap plan", lambda talk: plan_view(talk, sample_way(talk))),
        Example("command/roadmap calendar", lambda talk: calendar_view(talk, sample_way(talk))),
        Example("command/roadmap change", lambda talk: change_view(talk, sample_change(talk))),
        Example("command/roadmap change:none", no_change_view),
        Example("action/roadmap", lambda talk: way_view(talk, sample_way(talk))),
        Example("action/roadmap_offers", lambda talk: offers_view(talk, sample_fits(talk), sample_matrix(talk))),
        Example("action/roadmap_look", _sample_look),
        Example("action/roadmap_look:composed", _sample_composed),
        Example("action/roadmap_enrol", lambda talk: way_view(talk, sample_way(talk), talk.say("roadmap-begun"))),
        Example("action/roadmap_change", lambda talk: change_view(talk, sample_change(talk))),
        Example(
            "action/roadmap_take", lambda talk: way_view(talk, sample_way(talk), talk.say("roadmap-taken", version=2))
        ),
        Example(
            "action/roadmap_set_aside",
            lambda talk: way_view(talk, sample_way(talk), talk.say("roadmap-set-met-aside")),
        ),
        Example("action/roadmap_leave_ask", lambda talk: leave_view(talk, sample_enrolment(talk))),
        Example("action/roadmap_leave", lambda talk: left_view(talk, sample_enrolment(talk))),
        Example("form/roadmap_choose", lambda talk: choose_form(talk, sample_fits(talk)[0])),
        Example(
            "notice/roadmap_begun",
            lambda talk: begun_notice(talk, sample_enrolment(talk), sample_mentee(talk).name),
        ),
        Example("notice/roadmap_changed", lambda talk: _changed_notice(talk, sample_enrolment(talk).title, 2)),
    ),
)
