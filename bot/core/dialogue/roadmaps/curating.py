"""Making roadmaps in chat: from a file or step by step, handed in, reviewed, published."""

from bot.core.dialogue.fields import text_of
from bot.core.dialogue.roadmaps.drafts import (
    back_form,
    begin_form,
    curate_view,
    draft_view,
    dropped_view,
    file_form,
    handed_back_notice,
    handed_back_view,
    handed_in_notice,
    published_notice,
    published_view,
    review_view,
    step_form,
    step_of_answers,
)
from bot.core.dialogue.roadmaps.samples import sample_draft
from bot.core.dialogue.samples import sample_mentor
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, FormSpec, NoticeSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.ids import DraftId, RoleId
from bot.core.domain.roadmaps.publishing import Draft, DraftState
from bot.core.effects import Effect
from bot.core.ui.commands import Access
from bot.core.ui.forms import Answers, Form
from bot.core.ui.replies import Reply
from bot.core.ui.views import View
from bot.core.usecases.roadmaps.drafting import (
    Heading as Written,
)
from bot.core.usecases.roadmaps.drafting import (
    add_draft_step,
    begin_draft,
    draft_roadmap,
    drop_draft,
    hand_back_draft,
    hand_in_draft,
    publish_draft,
    read_draft,
    read_drafts,
    read_reviews,
    review_draft,
)
from bot.core.usecases.roadmaps.reading import framework_of


def _show(talk: Talk) -> Reply:
    drafts = read_drafts(talk.work, talk.tools, talk.actor)
    reviews = read_reviews(talk.work, talk.tools, talk.actor) if talk.actor.is_moderator else ()
    return Reply(curate_view(talk, drafts, reviews))


def _back_to_all(talk: Talk, _ref: str) -> Reply:
    return _show(talk)


def _show_draft(talk: Talk, ref: str) -> Reply:
    draft = read_draft(talk.work, talk.tools, talk.actor, DraftId(ref))
    return Reply(_draft(talk, draft))


def _draft(talk: Talk, draft: Draft, title: str = "") -> View:
    return draft_view(talk, draft, framework_of(talk.tools, draft.roadmap.framework, talk.say.language), title)


def _build_begin(talk: Talk, _ref: str) -> Form:
    return begin_form(talk)


def _submit_begin(talk: Talk, _ref: str, answers: Answers) -> Reply:
    written = Written(text_of(answers, "title"), text_of(answers, "summary"), RoleId(text_of(answers, "destination")))
    return Reply(_draft(talk, begin_draft(talk.work, talk.tools, talk.actor, written), talk.say("draft-begun")))


def _build_file(talk: Talk, _ref: str) -> Form:
    return file_form(talk)


def _submit_file(talk: Talk, _ref: str, answers: Answers) -> Reply:
    draft = draft_roadmap(talk.work, talk.tools, talk.actor, text_of(answers, "file"))
    return Reply(_draft(talk, draft, talk.say("draft-begun")))


def _build_step(talk: Talk, ref: str) -> Form:
    draft = read_draft(talk.work, talk.tools, talk.actor, DraftId(ref))
    return step_form(talk, draft, framework_of(talk.tools, draft.roadmap.framework, talk.say.language))


def _submit_step(talk: Talk, ref: str, answers: Answers) -> Reply:
    draft = add_draft_step(talk.work, talk.tools, talk.actor, DraftId(ref), step_of_answers(answers))
    return Reply(_draft(talk, draft, talk.say("draft-step-added")))


def _hand_in(talk: Talk, ref: str) -> Reply:
    draft = hand_in_draft(talk.work, talk.tools, talk.actor, DraftId(ref))
    return Reply(_draft(talk, draft, talk.say("draft-handed-in")))


def _drop(talk: Talk, ref: str) -> Reply:
    return Reply(dropped_view(talk, drop_draft(talk.work, talk.tools, talk.actor, DraftId(ref))))


def _review(talk: Talk, ref: str) -> Reply:
    draft = review_draft(talk.work, talk.tools, talk.actor, DraftId(ref))
    framework = framework_of(talk.tools, draft.roadmap.framework, talk.say.language)
    author = talk.work.members.get(talk.community.id, draft.member).name
    return Reply(review_view(talk, draft, framework, author))


def _publish(talk: Talk, ref: str) -> Reply:
    return Reply(published_view(talk, publish_draft(talk.work, talk.tools, talk.actor, DraftId(ref))))


def _build_back(talk: Talk, ref: str) -> Form:
    return back_form(talk, review_draft(talk.work, talk.tools, talk.actor, DraftId(ref)))


def _submit_back(talk: Talk, ref: str, answers: Answers) -> Reply:
    draft = hand_back_draft(talk.work, talk.tools, talk.actor, DraftId(ref), text_of(answers, "remark"))
    return Reply(handed_back_view(talk, draft))


def _tell_handed_in(talk: Talk, effect: Effect) -> View | None:
    draft = talk.work.drafts.get(effect.community, DraftId(effect.refs["draft"]))
    if draft.state is not DraftState.HANDED_IN:
        return None
    return handed_in_notice(talk, draft, talk.work.members.get(effect.community, draft.member).name)


def _tell_handed_back(talk: Talk, effect: Effect) -> View | None:
    draft = talk.work.drafts.get(effect.community, DraftId(effect.refs["draft"]))
    return handed_back_notice(talk, draft) if draft.state is DraftState.DRAFT else None


def _tell_published(talk: Talk, effect: Effect) -> View | None:
    draft = talk.work.drafts.get(effect.community, DraftId(effect.refs["draft"]))
    return published_notice(talk, draft)


BEGIN = FormSpec("draft_begin", begin_draft, _build_begin, _submit_begin)
FILE = FormSpec("draft_file", draft_roadmap, _build_file, _submit_file)
STEP = FormSpec("draft_step", add_draft_step, _build_step, _submit_step)
BACK = FormSpec("draft_back", hand_back_draft, _build_back, _submit_back)


def _sample(talk: Talk, state: DraftState = DraftState.DRAFT, title: str = "", remark: str = "") -> View:
    return _draft(talk, sample_draft(talk, state, remark), title)


def _sample_review(talk: Talk) -> View:
    draft = sample_draft(talk, DraftState.HANDED_IN)
    framework = framework_of(talk.tools, draft.roadmap.framework, talk.say.language)
    return review_view(talk, draft, framework, sample_mentor(talk).name)


def _sample_step(talk: Talk) -> Form:
    draft = sample_draft(talk)
    return step_form(talk, draft, framework_of(talk.tools, draft.roadmap.framework, talk.say.language))


FEATURE = Feature(
    commands=(
        CommandSpec("curate", read_drafts, _show),
        CommandSpec("curate", begin_draft, opens=BEGIN, verb="draft"),
        CommandSpec("curate", draft_roadmap, opens=FILE, verb="file"),
    ),
    actions=(
        ActionSpec("curate", read_drafts, _back_to_all, access=Access.READ),
        ActionSpec("draft", read_draft, _show_draft, access=Access.READ),
        ActionSpec("draft_begin", begin_draft, opens=BEGIN),
        ActionSpec("draft_file", draft_roadmap, opens=FILE),
        ActionSpec("draft_step", add_draft_step, opens=STEP),
        ActionSpec("draft_hand_in", hand_in_draft, _hand_in),
        ActionSpec("draft_drop", drop_draft, _drop),
        ActionSpec("draft_review", review_draft, _review, access=Access.READ),
        ActionSpec("draft_publish", publish_draft, _publish),
        ActionSpec("draft_back", hand_back_draft, opens=BACK),
    ),
    forms=(BEGIN, FILE, STEP, BACK),
    notices=(
        NoticeSpec("roadmap_handed_in", _tell_handed_in),
        NoticeSpec("roadmap_handed_back", _tell_handed_back),
        NoticeSpec("roadmap_published", _tell_published),
    ),
    examples=(
        Example("command/curate", lambda talk: curate_view(talk, [sample_draft(talk)], [])),
        Example("command/curate:none", lambda talk: curate_view(talk, [], [])),
        Example(
            "command/curate:moderator",
            lambda talk: curate_view(talk, [sample_draft(talk)] * 2, [sample_draft(talk, DraftState.HANDED_IN)]),
        ),
        Example("action/curate", lambda talk: curate_view(talk, [sample_draft(talk)], [])),
        Example("action/draft", _sample),
        Example("action/draft:handed back", lambda talk: _sample(talk, remark="More about testing.")),
        Example("action/draft_hand_in", lambda talk: _sample(talk, DraftState.HANDED_IN, talk.say("draft-handed-in"))),
        Example("action/draft_drop", lambda talk: dropped_view(talk, sample_draft(talk))),
        Example("action/draft_review", _sample_review),
        Example("action/draft_publish", lambda talk: published_view(talk, sample_draft(talk))),
        Example("form/draft_begin", begin_form),
        Example("form/draft_begin:done", lambda talk: _sample(talk, title=talk.say("draft-begun"))),
        Example("form/draft_file", file_form),
        Example("form/draft_file:done", lambda talk: _sample(talk, title=talk.say("draft-begun"))),
        Example("form/draft_step", _sample_step),
        Example("form/draft_step:done", lambda talk: _sample(talk, title=talk.say("draft-step-added"))),
        Example("form/draft_back", lambda talk: back_form(talk, sample_draft(talk))),
        Example("form/draft_back:done", lambda talk: handed_back_view(talk, sample_draft(talk))),
        Example(
            "notice/roadmap_handed_in",
            lambda talk: handed_in_notice(talk, sample_draft(talk, DraftState.HANDED_IN), sample_mentor(talk).name),
        ),
        Example(
            "notice/roadmap_handed_back",
            lambda talk: handed_back_notice(talk, sample_draft(talk, remark="More about testing.")),
        ),
        Example("notice/roadmap_published", lambda talk: published_notice(talk, sample_draft(talk))),
    ),
)
