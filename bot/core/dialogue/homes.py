"""The places in which a programme lives, in chat: what is missing for them, and what became of them."""

from collections.abc import Mapping, Sequence

from bot.core.dialogue.fields import text_of
from bot.core.dialogue.specs import ActionSpec, Example, Feature, FormSpec, NoticeSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.communities import HOMES, PlaceKind
from bot.core.effects import Effect
from bot.core.ui.forms import Answers, Form, ShortText
from bot.core.ui.inbound import Right
from bot.core.ui.replies import Reply
from bot.core.ui.views import (
    Action,
    Block,
    CheckItem,
    Checklist,
    FieldRow,
    Fields,
    Heading,
    PlaceLink,
    Text,
    Tone,
    Value,
    View,
    Weight,
)
from bot.core.usecases.homes import PLATFORM, make_homes

LONGEST_NAME = 100


def rights_blocks(talk: Talk, platform: str, rights: Sequence[Right]) -> tuple[Block, ...]:
    """Go through what the program needs to be allowed, one by one, with where to grant what is missing."""
    missing = any(not right.granted for right in rights)
    return (
        Heading(talk.say("homes-rights")),
        Checklist(tuple(CheckItem(_right_words(talk, platform, each), each.granted) for each in rights)),
        Text(talk.say.there(platform, "homes-grant-first" if missing else "homes-offer")),
    )


def home_actions(talk: Talk, platform: str = "") -> tuple[Action, ...]:
    """Offer to make a programme's places, or to use others."""
    return _make_action(talk, "", platform), _choose_action(talk, "", platform)


def choose_form(talk: Talk, platform: str = "") -> Form:
    """Ask for the places to use, by whatever the moderator calls them; a platform may leave only some to be chosen."""
    own = tuple(kind for kind in HOMES if talk.say.knows(f"home-{kind.value}-help-{platform}"))
    return Form(
        name="homes_choose",
        title=talk.say.there(platform, "homes-choose-title"),
        intro=talk.say.there(platform, "homes-choose-intro"),
        fields=tuple(
            ShortText(
                name=kind.value,
                label=_label(talk, kind),
                help=talk.say.there(platform, f"home-{kind.value}-help"),
                required=False,
                longest=LONGEST_NAME,
            )
            for kind in own or HOMES
        ),
        submit=talk.say.there(platform, "homes-choose-submit"),
    )


def making_view(talk: Talk, platform: str = "") -> View:
    """Say that it has begun."""
    return View(
        title=talk.say.there(platform, "homes-making"),
        blocks=(Text(talk.say.there(platform, "homes-making-next")),),
        suggestions=talk.suggest("help"),
    )


def ready_view(talk: Talk, places: Mapping[PlaceKind, Value], platform: str = "") -> View:
    """Lead to the places that are there now."""
    rows = tuple(FieldRow(_label(talk, kind), place) for kind, place in places.items())
    return View(
        title=talk.say.there(platform, "homes-ready"),
        blocks=(Fields(rows), Text(talk.say.there(platform, "homes-ready-next"))),
        suggestions=talk.suggest("help", "join"),
        tone=Tone.GOOD,
    )


def lacking_view(talk: Talk, platform: str, rights: Sequence[str]) -> View:
    """Say what has to be granted, and where."""
    items = tuple(CheckItem(_right_words(talk, platform, Right(each, granted=False)), done=False) for each in rights)
    return View(
        title=talk.say("homes-lacking"),
        blocks=(Checklist(items), Text(talk.say.there(platform, "homes-lacking-next"))),
        actions=(_make_action(talk, platform, platform),),
        tone=Tone.ATTENTION,
    )


def full_view(talk: Talk, platform: str = "") -> View:
    """Tell a moderator that the growth threads wait for space, and how there would be some."""
    return View(
        title=talk.say("homes-full"),
        blocks=(Text(talk.say.there(platform, "homes-full-next")),),
        suggestions=talk.suggest("help"),
        tone=Tone.ATTENTION,
    )


def lost_view(talk: Talk, kind: PlaceKind, platform: str = "") -> View:
    """Tell a moderator that a place is being made again."""
    return View(
        title=talk.say("home-lost"),
        blocks=(
            Fields((FieldRow(_label(talk, kind), _own_title(talk, kind, platform)),)),
            Text(talk.say("home-lost-next")),
        ),
        actions=(_choose_action(talk, platform, platform),),
        tone=Tone.ATTENTION,
    )


def _right_words(talk: Talk, platform: str, right: Right) -> str:
    key = f"{platform}-right-{right.name}"
    if right.granted:
        return talk.say(key)
    return talk.say("homes-right-missing", right=talk.say(key), where=talk.say(f"{key}-where"))


def _label(talk: Talk, kind: PlaceKind) -> str:
    return talk.say(f"home-{kind.value}-is")


def _own_title(talk: Talk, kind: PlaceKind, platform: str = "") -> str:
    """Say what a place is called where nobody chose a name: in the community's language."""
    say = talk.say.as_spoken_by(talk.community.language, talk.community.zone)
    return say.there(platform, f"home-{kind.value}", community=talk.community.name)


def _make_action(talk: Talk, ref: str, platform: str) -> Action:
    return talk.action("homes_make", ref, Weight.PRIMARY, talk.say.there(platform, "action-homes-make"))


def _choose_action(talk: Talk, ref: str, platform: str) -> Action:
    return talk.action("homes_choose", ref, label=talk.say.there(platform, "action-homes-choose"))


def _make(talk: Talk, ref: str) -> Reply:
    platform = ref or talk.platform
    make_homes(talk.work, talk.tools, talk.actor, platform)
    return Reply(making_view(talk, platform))


def _build(talk: Talk, ref: str) -> Form:
    return choose_form(talk, ref or talk.platform)


def _choose(talk: Talk, ref: str, answers: Answers) -> Reply:
    wished = {kind: name for kind in HOMES if (name := text_of(answers, kind.value))}
    platform = ref or talk.platform
    make_homes(talk.work, talk.tools, talk.actor, platform, wished)
    return Reply(making_view(talk, platform))


def _tell_ready(talk: Talk, effect: Effect) -> View:
    platform = effect.refs[PLATFORM]
    homes = talk.work.communities.homes(effect.community, platform) if platform == effect.platform else {}
    names = {kind: effect.refs.get(kind.value) or _own_title(talk, kind, platform) for kind in HOMES}
    places = {
        kind: PlaceLink(homes[kind].external_id, name) if kind in homes and _is_one(talk, kind, platform) else name
        for kind, name in names.items()
    }
    return ready_view(talk, places, platform)


def _is_one(talk: Talk, kind: PlaceKind, platform: str) -> bool:
    """Whether there is one place that can be gone to: mentorship rooms may lie somewhere else, each for itself."""
    return kind is not PlaceKind.ROOMS or not talk.say.knows(f"home-{kind.value}-{platform}")


def _tell_lacking(talk: Talk, effect: Effect) -> View:
    return lacking_view(talk, effect.refs[PLATFORM], effect.refs["rights"].split(","))


def _tell_full(talk: Talk, effect: Effect) -> View:
    return full_view(talk, effect.refs[PLATFORM])


def _tell_lost(talk: Talk, effect: Effect) -> View:
    return lost_view(talk, PlaceKind(effect.refs["home"]), effect.refs[PLATFORM])


CHOOSE = FormSpec("homes_choose", make_homes, _build, _choose)

FEATURE = Feature(
    actions=(
        ActionSpec("homes_make", make_homes, _make),
        ActionSpec("homes_choose", make_homes, opens=CHOOSE),
    ),
    forms=(CHOOSE,),
    notices=(
        NoticeSpec("homes_ready", _tell_ready),
        NoticeSpec("homes_lacking", _tell_lacking),
        NoticeSpec("homes_full", _tell_full),
        NoticeSpec("home_lost", _tell_lost),
    ),
    examples=(
        Example("action/homes_make", making_view),
        Example("form/homes_choose", choose_form),
        Example("form/homes_choose:telegram", lambda talk: choose_form(talk, "telegram")),
        Example("form/homes_choose:done", making_view),
        Example("notice/homes_ready", lambda talk: ready_view(talk, {kind: _own_title(talk, kind) for kind in HOMES})),
        Example("notice/homes_lacking", lambda talk: lacking_view(talk, "discord", ["manage_channels"])),
        Example("notice/homes_full", full_view),
        Example("notice/home_lost", lambda talk: lost_view(talk, PlaceKind.ROOMS)),
    ),
)
