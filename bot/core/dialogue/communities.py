"""What is said when the program comes to a community, comes back to it, and stands in its commons."""

from bot.core.dialogue.programmes import rhythm
from bot.core.dialogue.samples import sample_programme
from bot.core.dialogue.specs import Example, Feature, NoticeSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.programmes import Programme
from bot.core.effects import Effect
from bot.core.ui.views import Block, FieldRow, Fields, Text, Tone, View, Weight


def welcome_view(talk: Talk, platform: str = "") -> View:
    """Thank whoever brought the program, with the first step."""
    return View(
        title=talk.say("welcome-title", community=talk.community.name),
        blocks=(Text(talk.say.there(platform, "welcome-first")), *_elsewhere(talk)),
        suggestions=talk.suggest("help"),  # in private nobody is known to be an administrator
    )


def _elsewhere(talk: Talk) -> tuple[Block, ...]:
    """Name the other beginning, where there may be a community to become part of."""
    return (Text(talk.say("welcome-connect")),) if len(talk.tools.gates.platforms()) > 1 else ()


def back_view(talk: Talk, platform: str = "") -> View:
    """Tell a moderator that it goes on."""
    return View(
        title=talk.say("back-title", community=talk.community.name),
        blocks=(Text(talk.say.there(platform, "back-means")),),
        suggestions=talk.suggest("help"),
        tone=Tone.GOOD,
    )


def commons_view(talk: Talk, programme: Programme) -> View:
    """Say to everybody what runs here and how to take part."""
    return View(
        title=talk.say("commons-title", programme=programme.name),
        blocks=(
            Text(talk.say("commons-means", weeks=programme.weeks)),
            Fields((FieldRow(talk.say("check-ins"), rhythm(talk, programme)),)),
            Text(talk.say("commons-join")),
        ),
        actions=(talk.action("join", "", Weight.PRIMARY),),
        suggestions=talk.suggest("help", "privacy"),
    )


def _tell_welcome(talk: Talk, effect: Effect) -> View:
    return welcome_view(talk, effect.platform)


def _tell_back(talk: Talk, effect: Effect) -> View:
    return back_view(talk, effect.platform)


def _tell_commons(talk: Talk, effect: Effect) -> View | None:
    programme = talk.work.programmes.current(effect.community)
    return commons_view(talk, programme) if programme else None


FEATURE = Feature(
    notices=(
        NoticeSpec("welcome", _tell_welcome),
        NoticeSpec("back", _tell_back),
        NoticeSpec("commons_welcome", _tell_commons),
    ),
    examples=(
        Example("notice/welcome", welcome_view),
        Example("notice/back", back_view),
        Example("notice/commons_welcome", lambda talk: commons_view(talk, sample_programme(talk))),
    ),
)
