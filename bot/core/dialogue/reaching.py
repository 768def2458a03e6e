"""What is said about somebody who can't be written to in private, where others can read it, and when it works again."""

from bot.core.dialogue.specs import ActionSpec, Example, Feature, NoticeSpec
from bot.core.dialogue.talk import Talk
from bot.core.effects import Effect
from bot.core.ui.replies import Reply
from bot.core.ui.views import Text, Tone, View
from bot.core.usecases.reaching import try_reaching


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


def _reach(talk: Talk, _ref: str) -> Reply:
    try_reaching(talk.work, talk.tools, talk.actor)
    return Reply(tried_view(talk))


def _tell_reached(talk: Talk, _effect: Effect) -> View:
    return reached_view(talk)


FEATURE = Feature(
    actions=(ActionSpec("reach_me", try_reaching, _reach),),
    notices=(NoticeSpec("reached", _tell_reached),),
    examples=(
        Example("notice/knock", knock_view),
        Example("action/reach_me", tried_view),
        Example("notice/reached", reached_view),
    ),
)
