"""Making one community of places on several platforms, in chat: a code here, typed there."""

from bot.core.dialogue.catalogue import Voice
from bot.core.dialogue.happenings import newcomer_of
from bot.core.dialogue.platforms import code_blocks, code_links, platform_name
from bot.core.dialogue.samples import sample_mentor
from bot.core.dialogue.specs import CommandSpec, Example, Feature, NoticeSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.errors import NotFound
from bot.core.domain.ids import MemberId
from bot.core.effects import Effect
from bot.core.ui.commands import Access
from bot.core.ui.forms import Field, ShortText
from bot.core.ui.replies import Reply
from bot.core.ui.views import Text, Tone, View
from bot.core.usecases.access import may
from bot.core.usecases.connecting import connect, give_connecting_code

LONGEST_CODE = 40


def code_parameter(say: Voice) -> ShortText:
    """Take a code, where a platform has no text behind a command."""
    return ShortText(name="code", label=say("code-is"), required=False, longest=LONGEST_CODE)


def code_view(talk: Talk, code: str) -> View:
    """Give a moderator the code, and say what it does where."""
    return View(
        title=talk.say("connect-code-title", community=talk.community.name),
        blocks=(Text(talk.say("connect-code-means")), *code_blocks(talk, "connect", code)),
        suggestions=talk.suggest("help"),
        links=code_links(talk, "connect", code),
    )


def how_view(talk: Talk) -> View:
    """Tell somebody who has no code yet where to get one."""
    return View(
        title=talk.say("connect-how-title"),
        blocks=(Text(talk.say("connect-how-means")),),
        suggestions=talk.suggest("setup", "help"),
    )


def connected_view(talk: Talk, community: str, *, makes_homes: bool) -> View:
    """Say that the place belongs to the other community now, and what comes next."""
    return View(
        title=talk.say("connect-done-title", community=community),
        blocks=(
            *((Text(talk.say("connect-done-homes")),) if makes_homes else ()),
            Text(talk.say("connect-done-next")),
        ),
        suggestions=talk.suggest("join", "link", "help"),
        tone=Tone.GOOD,
    )


def told_view(talk: Talk, platform: str, by: str) -> View:
    """Tell a moderator that their community has grown by a place."""
    return View(
        title=talk.say("connected-title", community=talk.community.name, platform=platform_name(talk.say, platform)),
        blocks=(Text(talk.say("connected-by", name=by)), Text(talk.say("connect-done-next"))),
        suggestions=talk.suggest("link", "help"),
        tone=Tone.GOOD,
    )


def sent_away_view(talk: Talk, platform: str, count: int) -> View:
    """Tell a moderator that one of the platforms is lost, and what goes on."""
    name = platform_name(talk.say, platform)
    return View(
        title=talk.say("sent-away-title", community=talk.community.name, platform=name),
        blocks=(Text(talk.say("sent-away-means", count=count, platform=name)),),
        suggestions=talk.suggest("help"),
        tone=Tone.ATTENTION,
    )


def _parameters(say: Voice) -> tuple[Field, ...]:
    return (code_parameter(say),)


def _give(talk: Talk) -> Reply:
    if not may(talk.actor, give_connecting_code):
        return Reply(how_view(talk))
    return Reply(code_view(talk, give_connecting_code(talk.work, talk.tools, talk.actor)))


def _connect(talk: Talk, given: str) -> Reply:
    if talk.origin is None:
        raise NotFound
    done = connect(talk.work, talk.tools, talk.actor, newcomer_of(talk.origin), given)
    return Reply(connected_view(talk, done.community.name, makes_homes=done.makes_homes))


def _tell_connected(talk: Talk, effect: Effect) -> View:
    by = talk.work.members.get(effect.community, MemberId(effect.refs["by"]))
    return told_view(talk, effect.refs["platform"], by.name)


def _tell_sent_away(talk: Talk, effect: Effect) -> View:
    return sent_away_view(talk, effect.refs["platform"], int(effect.refs["count"]))


_SAMPLE = "k7m2qx9vb4tnh3wd"

FEATURE = Feature(
    commands=(CommandSpec("connect", connect, _give, access=Access.WRITE, parameters=_parameters, given=_connect),),
    notices=(NoticeSpec("connected", _tell_connected), NoticeSpec("sent_away", _tell_sent_away)),
    examples=(
        Example("command/connect", lambda talk: code_view(talk, _SAMPLE)),
        Example("command/connect:how", how_view),
        Example("command/connect:done", lambda talk: connected_view(talk, "Open Harbour", makes_homes=True)),
        Example("notice/connected", lambda talk: told_view(talk, "telegram", sample_mentor(talk).name)),
        Example("notice/sent_away", lambda talk: sent_away_view(talk, "telegram", 3)),
    ),
)
