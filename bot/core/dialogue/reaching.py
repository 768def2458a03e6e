"""What is said about somebody who can't be written to in private, where others can read it, and when it works again."""

from bot.core.dialogue.samples import sample_mentee
from bot.core.dialogue.specs import ActionSpec, Example, Feature, NoticeSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.ids import MemberId
from bot.core.domain.members import MemberState
from bot.core.effects import Effect
from bot.core.ui.replies import Reply
from bot.core.ui.views import Text, Tone, View
from bot.core.usecases.reaching import KNOCK, try_reaching


def knock_view(talk: Talk) -> View:
    """Say in public that there is something for somebody, and nothing of what it is."""
    return View(
        title=talk.say("knock-title"),
        blocks=(Text(talk.say("knock-means")),),
        suggestions=talk.suggest("me"),
    )


def tried_view(talk: Talk) -> View:
    """Say that a message is on its way."""
    return View(
        title=talk.say("reach-tried"),
        blocks=(Text(talk.say("reach-tried-means")),),
        suggestions=talk.suggest("me"),
    )


def reached_view(talk: Talk) -> View:
    """Say, in private, that private messages arrive."""
    return View(
        title=talk.say("reached-title"),
        blocks=(Text(talk.say("reached-means")),),
        suggestions=talk.suggest("me"),
        tone=Tone.GOOD,
    )


def out_of_reach_view(talk: Talk, name: str, platform: str) -> View:
    """Tell a moderator that somebody can't be written to, and what they can do."""
    return View(
        title=talk.say("out-of-reach", name=name),
        blocks=(Text(talk.say("out-of-reach-next", name=name, platform=platform.title())),),
        suggestions=talk.suggest("help"),
        tone=Tone.ATTENTION,
    )


def _tell_out_of_reach(talk: Talk, effect: Effect) -> View | None:
    member = talk.work.members.get(effect.community, MemberId(effect.refs["member"]))
    if member.id == effect.refs["to"] or member.state is MemberState.LEFT:
        return None
    return out_of_reach_view(talk, member.name, effect.refs["platform"])


def _reach(talk: Talk, _ref: str) -> Reply:
    try_reaching(talk.work, talk.tools, talk.actor)
    return Reply(tried_view(talk))


def _knock(talk: Talk, _effect: Effect) -> View:
    return knock_view(talk)


def _tell_reached(talk: Talk, _effect: Effect) -> View:
    return reached_view(talk)


FEATURE = Feature(
    actions=(ActionSpec("reach_me", try_reaching, _reach),),
    notices=(
        NoticeSpec(KNOCK, _knock),
        NoticeSpec("reached", _tell_reached),
        NoticeSpec("out_of_reach", _tell_out_of_reach),
    ),
    examples=(
        Example("notice/knock", knock_view),
        Example("action/reach_me", tried_view),
        Example("notice/reached", reached_view),
        Example("notice/out_of_reach", lambda talk: out_of_reach_view(talk, sample_mentee(talk).name, "telegram")),
    ),
)
