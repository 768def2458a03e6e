"""Frameworks of a community's own: listing, loading from an attached file with a yes, removing."""

from bot.core.dialogue.fields import text_of
from bot.core.dialogue.frameworks.views import (
    attach_form,
    brought_view,
    frameworks_view,
    loaded_view,
    ref_of,
    removal_view,
    remove_form,
    removed_view,
    role_gone_view,
)
from bot.core.dialogue.samples import NOON, sample_member
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, FormSpec, NoticeSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.errors import NotFound
from bot.core.domain.ids import FrameworkId, MemberId
from bot.core.domain.loaded import Changed, LoadedFramework, Revision, revision_of
from bot.core.effects import Effect
from bot.core.ui.commands import Access
from bot.core.ui.forms import Answers, Form
from bot.core.ui.replies import Reply
from bot.core.ui.views import View
from bot.core.usecases.frameworks import (
    Brought,
    Listed,
    Removal,
    bring_framework,
    load_framework,
    own_frameworks,
    read_frameworks,
    remove_framework,
    think_of_removing,
)


def _show(talk: Talk) -> Reply:
    return Reply(frameworks_view(talk, read_frameworks(talk.work, talk.tools, talk.actor)))


def _build_attach(talk: Talk, _ref: str) -> Form:
    return attach_form(talk)


def _submit_attach(talk: Talk, _ref: str, answers: Answers) -> Reply:
    return Reply(brought_view(talk, bring_framework(talk.work, talk.tools, talk.actor, text_of(answers, "file"))))


def _load(talk: Talk, ref: str) -> Reply:
    return Reply(loaded_view(talk, load_framework(talk.work, talk.tools, talk.actor, ref)))


def _build_remove(talk: Talk, _ref: str) -> Form:
    return remove_form(talk, own_frameworks(talk.work, talk.actor))


def _submit_remove(talk: Talk, _ref: str, answers: Answers) -> Reply:
    chosen = FrameworkId(text_of(answers, "framework"))
    return Reply(removal_view(talk, think_of_removing(talk.work, talk.tools, talk.actor, chosen)))


def _remove(talk: Talk, ref: str) -> Reply:
    for each in own_frameworks(talk.work, talk.actor):
        if ref_of(each.framework) == ref:
            return Reply(removed_view(talk, remove_framework(talk.work, talk.tools, talk.actor, each.framework)))
    raise NotFound


def _tell_role_gone(talk: Talk, effect: Effect) -> View | None:
    """Say it unless another role was chosen since, or the same one is back."""
    profile = talk.work.members.find_mentee(talk.community.id, MemberId(effect.refs["to"]))
    if profile is None:
        return None
    try:
        talk.tools.library.role(profile.destination, talk.say.language)
    except NotFound:
        return role_gone_view(talk, effect.refs["framework"])
    return None


LOAD = FormSpec("framework_load", bring_framework, _build_attach, _submit_attach)
REMOVE = FormSpec("framework_remove", remove_framework, _build_remove, _submit_remove)


def _sample_loaded(talk: Talk) -> LoadedFramework:
    framework = talk.tools.library.frameworks(talk.say.language)[0]
    by = sample_member(talk).id
    return LoadedFramework(talk.community.id, framework.id, 2, framework.language, framework.title, by, NOON)


def _sample_listed(talk: Talk) -> list[Listed]:
    own, *others = talk.tools.library.frameworks(talk.say.language)
    return [Listed(own, _sample_loaded(talk), sample_member(talk)), *map(Listed, others)]


def _sample(talk: Talk, *, is_new: bool = False) -> Brought:
    framework = talk.tools.library.frameworks(talk.say.language)[0]
    if is_new:
        return Brought("abcdefgh23456777", framework, 0, revision_of(None, framework))
    titles = [each.title for each in framework.competencies.values()]
    revision = Revision(Changed((titles[0],), tuple(titles[1:3]), (titles[3],)), Changed(gone=(titles[4],)))
    return Brought("abcdefgh23456777", framework, 1, revision, moved=12, dropped=1)


def _sample_removal(talk: Talk, aiming: int = 3) -> Removal:
    return Removal(talk.tools.library.frameworks(talk.say.language)[0], aiming)


FEATURE = Feature(
    commands=(
        CommandSpec("framework", read_frameworks, _show),
        CommandSpec("framework", bring_framework, verb="load", opens=LOAD),
        CommandSpec("framework", remove_framework, verb="remove", opens=REMOVE),
    ),
    actions=(
        ActionSpec("framework_attach", bring_framework, opens=LOAD),
        ActionSpec("framework_load", bring_framework, _load),
        ActionSpec("framework_remove", remove_framework, _remove, access=Access.WRITE),
    ),
    forms=(LOAD, REMOVE),
    notices=(NoticeSpec("role_gone", _tell_role_gone),),
    examples=(
        Example("command/framework", lambda talk: frameworks_view(talk, _sample_listed(talk))),
        Example("command/framework:none of its own", lambda talk: frameworks_view(talk, _sample_listed(talk)[1:])),
        Example("form/framework_load", attach_form),
        Example("form/framework_load:new", lambda talk: brought_view(talk, _sample(talk, is_new=True))),
        Example("form/framework_load:changed", lambda talk: brought_view(talk, _sample(talk))),
        Example("action/framework_load", lambda talk: loaded_view(talk, _sample(talk))),
        Example("form/framework_remove", lambda talk: remove_form(talk, [_sample_loaded(talk)])),
        Example("form/framework_remove:done", lambda talk: removal_view(talk, _sample_removal(talk))),
        Example("action/framework_remove", lambda talk: removed_view(talk, _sample_removal(talk))),
        Example("notice/role_gone", lambda talk: role_gone_view(talk, "Kitchen")),
    ),
)
