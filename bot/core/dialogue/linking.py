"""One person's two accounts, in chat: a code here, typed there, and a choice wherever the two differ."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot.core.dialogue.catalogue import Voice
from bot.core.dialogue.circumstances.words import hours_in_words
from bot.core.dialogue.connecting import code_parameter
from bot.core.dialogue.fields import home_field, languages_in_words, text_of
from bot.core.dialogue.platforms import code_blocks, code_links, platform_name
from bot.core.dialogue.samples import sample_member, sample_mentee, sample_mentee_profile, sample_mentor_profile
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature, FormSpec, NoticeSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.codes import CodePurpose, account_of
from bot.core.domain.ids import CodeId, CommunityId
from bot.core.domain.linking import Half, Trait, differing
from bot.core.domain.members import Member, Role, Visibility
from bot.core.effects import Effect
from bot.core.ports import UnitOfWork
from bot.core.ui.commands import Access
from bot.core.ui.forms import Answers, Choice, Field, Form, Option
from bot.core.ui.replies import Reply
from bot.core.ui.views import FieldRow, Fields, Text, Tone, View, Weight
from bot.core.usecases.access import may
from bot.core.usecases.codes import community_of_code
from bot.core.usecases.linking import Chosen, Halves, give_linking_code, halves_of, link_account, merge_members

KEPT, OTHER = "kept", "other"
"""What is chosen where the two differ: the word of the member whose code it is, or that of the account's own."""


@dataclass(frozen=True)
class Two:
    """The two members, as a form compares them."""

    kept: Half
    other: Half
    platforms: tuple[str, ...]


def code_view(talk: Talk, code: str) -> View:
    """Give a member the code, and say what it does where."""
    return View(
        title=talk.say("link-code-title"),
        blocks=(Text(talk.say("link-code-means")), *code_blocks(talk, "link", code)),
        suggestions=talk.suggest("me"),
        links=code_links(talk, "link", code),
    )


def how_view(talk: Talk) -> View:
    """Tell somebody who isn't a member here where to get a code."""
    return View(
        title=talk.say("link-how-title"),
        blocks=(Text(talk.say("link-how-means")),),
        suggestions=talk.suggest("join", "help"),
    )


def ask_view(talk: Talk, member: Member, other: Member, code: str) -> View:
    """Say what becoming one means, before anything is asked."""
    return View(
        title=talk.say("link-ask-title"),
        blocks=(
            Text(talk.say("link-ask-means", platform=platform_name(talk.say, member.home), name=member.name)),
            Text(talk.say("link-ask-here", name=other.name)),
            Text(talk.say("link-for-good")),
        ),
        actions=(talk.action("link_merge", code, Weight.PRIMARY),),
        suggestions=talk.suggest("me"),
        tone=Tone.ATTENTION,
    )


def merge_form(talk: Talk, two: Two) -> Form:
    """Ask what counts wherever the two differ, and where the person is to be written to."""
    return Form(
        name="link",
        title=talk.say("link-form-title"),
        intro=talk.say("link-form-intro"),
        fields=(
            *(_field(talk, two, trait) for trait in differing(two.kept, two.other)),
            home_field(talk, two.platforms, two.kept.member.home),
        ),
        submit=talk.say("link-submit"),
    )


def linked_view(talk: Talk, member: Member) -> View:
    """Say that it is done, and where the person is written to."""
    home = FieldRow(talk.say("field-home"), platform_name(talk.say, member.home))
    return View(
        title=talk.say("link-done-title", community=talk.community.name),
        blocks=(Fields((FieldRow(talk.say("link-name"), member.name), home)), Text(talk.say("link-done-next"))),
        suggestions=talk.suggest("me", "settings"),
        tone=Tone.GOOD,
    )


def told_view(talk: Talk, platform: str) -> View:
    """Tell whoever was given the code that it was used, where they were until then."""
    return View(
        title=talk.say("linked-title", platform=platform_name(talk.say, platform)),
        blocks=(Text(talk.say("linked-means")),),
        suggestions=talk.suggest("me"),
        tone=Tone.GOOD,
    )


def _field(talk: Talk, two: Two, trait: Trait) -> Choice:
    say = _WORDS[trait]
    halves = ((KEPT, two.kept), (OTHER, two.other))
    return Choice(
        name=trait.value,
        label=talk.say(_LABELS[trait]),
        options=tuple(
            Option(
                which,
                talk.say("link-option", value=say(talk, half), platform=platform_name(talk.say, half.member.home)),
            )
            for which, half in halves
        ),
        default=(KEPT,),
    )


def _destination(talk: Talk, half: Half) -> str:
    return talk.tools.library.role(half.seeks.destination, talk.say.language)[1].title if half.seeks else ""


def _direction(talk: Talk, half: Half) -> str:
    return talk.say(f"direction-{half.seeks.direction.value}") if half.seeks else ""


def _hours(talk: Talk, half: Half) -> str:
    return talk.say("hours-a-week", hours=half.seeks.hours_a_week) if half.seeks else ""


def _capacity(talk: Talk, half: Half) -> str:
    return talk.say.number(half.offers.capacity) if half.offers else ""


def _levels(talk: Talk, half: Half) -> str:
    return talk.say("link-levels-count", count=len(half.offers.levels) if half.offers else 0)


def _availability(talk: Talk, half: Half) -> str:
    return hours_in_words(talk.say, (half.circumstances and half.circumstances.hours) or ())


def _preferences(talk: Talk, half: Half) -> str:
    return talk.say.every(sorted(half.circumstances.preferences)) if half.circumstances else ""


def _team(_: Talk, half: Half) -> str:
    return half.circumstances.team if half.circumstances else ""


def _pause(talk: Talk, half: Half) -> str:
    until = half.circumstances and half.circumstances.paused_until
    return talk.say.day(until) if until else ""


def _wishes(talk: Talk, half: Half) -> str:
    return talk.say("link-wishes-count", count=len(half.wishes))


_WORDS: Mapping[Trait, Callable[[Talk, Half], str]] = {
    Trait.NAME: lambda _, half: half.member.name,
    Trait.ZONE: lambda _, half: half.member.zone,
    Trait.LANGUAGE: lambda talk, half: talk.say.tongue(half.member.language),
    Trait.LANGUAGES: lambda talk, half: languages_in_words(talk, half.member.languages),
    Trait.VISIBILITY: lambda talk, half: talk.say(f"visibility-{half.member.visibility.value}"),
    Trait.DESTINATION: _destination,
    Trait.DIRECTION: _direction,
    Trait.HOURS: _hours,
    Trait.CAPACITY: _capacity,
    Trait.LEVELS: _levels,
    Trait.AVAILABILITY: _availability,
    Trait.PREFERENCES: _preferences,
    Trait.TEAM: _team,
    Trait.PAUSE: _pause,
    Trait.WISHES: _wishes,
}
_LABELS: Mapping[Trait, str] = {
    Trait.NAME: "link-name",
    Trait.ZONE: "field-zone",
    Trait.LANGUAGE: "field-language",
    Trait.LANGUAGES: "field-languages",
    Trait.VISIBILITY: "field-visibility",
    Trait.DESTINATION: "field-destination",
    Trait.DIRECTION: "field-direction",
    Trait.HOURS: "field-hours",
    Trait.CAPACITY: "field-capacity",
    Trait.LEVELS: "link-levels",
    Trait.AVAILABILITY: "field-availability",
    Trait.PREFERENCES: "field-preferences",
    Trait.TEAM: "field-team",
    Trait.PAUSE: "field-paused-until",
    Trait.WISHES: "field-wishes",
}


def _parameters(say: Voice) -> tuple[Field, ...]:
    return (code_parameter(say),)


def _about(work: UnitOfWork, given: str) -> CommunityId:
    return community_of_code(work, CodePurpose.LINK, given)


def _give(talk: Talk) -> Reply:
    if not may(talk.actor, give_linking_code):
        return Reply(how_view(talk))
    return Reply(code_view(talk, give_linking_code(talk.work, talk.tools, talk.actor)))


def _link(talk: Talk, given: str) -> Reply:
    presented = link_account(talk.work, talk.tools, talk.actor, talk.platform, talk.account, given)
    if presented.other is not None:
        return Reply(ask_view(talk, presented.member, presented.other, presented.code.id))
    return Reply(linked_view(talk, presented.member))


def _halves(talk: Talk, ref: str) -> Halves:
    return halves_of(talk.work, talk.tools, talk.actor, account_of(talk.platform, talk.account), CodeId(ref))


def _build(talk: Talk, ref: str) -> Form:
    halves = _halves(talk, ref)
    return merge_form(talk, Two(halves.kept, halves.other, halves.platforms))


def _submit(talk: Talk, ref: str, answers: Answers) -> Reply:
    others = {trait for trait in Trait if text_of(answers, trait.value) == OTHER}
    by, chosen = account_of(talk.platform, talk.account), Chosen(others, text_of(answers, "home"))
    member = merge_members(talk.work, talk.tools, talk.actor, by, CodeId(ref), chosen)
    there = replace(talk, say=talk.say.as_spoken_by(member.language, member.zone))
    return Reply(linked_view(there, member))


def _tell_linked(talk: Talk, effect: Effect) -> View:
    return told_view(talk, effect.refs["platform"])


def _sample_two(talk: Talk) -> Two:
    mentee, mentor = sample_mentee_profile(talk), sample_mentor_profile(talk)
    kept = replace(sample_member(talk, "Ada Okafor", Role.MENTEE, Role.MENTOR), home="discord")
    other = replace(
        sample_mentee(talk), name="ada", zone="Africa/Lagos", visibility=Visibility.PRIVATE, home="telegram"
    )
    other = replace(other, languages=("en",))
    fewer = dict(list(mentor.levels.items())[1:])
    return Two(
        Half(kept, mentee, mentor),
        Half(other, replace(mentee, hours_a_week=5), replace(mentor, levels=fewer, capacity=3)),
        ("discord", "telegram"),
    )


_SAMPLE = "k7m2qx9vb4tnh3wd"

LINK = FormSpec("link", merge_members, _build, _submit)

FEATURE = Feature(
    commands=(
        CommandSpec(
            "link",
            link_account,
            _give,
            access=Access.WRITE,
            parameters=_parameters,
            given=_link,
            about=_about,
            introduces=False,
        ),
    ),
    actions=(ActionSpec("link_merge", merge_members, opens=LINK),),
    forms=(LINK,),
    notices=(NoticeSpec("linked", _tell_linked),),
    examples=(
        Example("command/link", lambda talk: code_view(talk, _SAMPLE)),
        Example("command/link:how", how_view),
        Example(
            "command/link:ask",
            lambda talk: ask_view(talk, sample_mentee(talk), sample_member(talk, "ada"), _SAMPLE),
        ),
        Example("form/link", lambda talk: merge_form(talk, _sample_two(talk))),
        Example("form/link:done", lambda talk: linked_view(talk, sample_mentee(talk))),
        Example("notice/linked", lambda talk: told_view(talk, "telegram")),
    ),
)
