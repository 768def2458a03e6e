"""A member as another may see them: what they bring, where they are heading, how they grow."""

from collections.abc import Iterator
from dataclasses import replace

from bot.core.dialogue.checkins.words import answer_blocks
from bot.core.dialogue.levels import framework_like
from bot.core.dialogue.samples import (
    sample_entry,
    sample_member,
    sample_mentee,
    sample_mentee_profile,
    sample_mentor,
    sample_mentor_profile,
    sample_note,
    sample_pairing,
    sample_people,
)
from bot.core.dialogue.specs import Example, Feature, ShortcutSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.growth import Entry
from bot.core.domain.members import MentorProfile, Role, Visibility
from bot.core.ui.commands import ShortcutKind
from bot.core.ui.inbound import ShortcutUsed
from bot.core.ui.reading import harmless
from bot.core.ui.replies import Reply
from bot.core.ui.views import Block, FieldRow, Fields, Heading, Quote, Text, Tone, View
from bot.core.usecases.profiles import Profile, read_profile

STRENGTHS = 4
LONGEST_NAME = 80


def profile_view(talk: Talk, profile: Profile) -> View:
    """Show what may be seen of a member."""
    return View(
        title=talk.say("profile-title", name=profile.member.name),
        blocks=tuple(_blocks(talk, profile)),
        suggestions=talk.suggest("me", "settings") if profile.is_own else talk.suggest("me"),
    )


def unknown_view(talk: Talk, name: str) -> View:
    """Say that somebody hasn't joined, and how they would."""
    return View(
        title=talk.say("profile-unknown", name=name),
        blocks=(Text(talk.say("profile-unknown-means")),),
        suggestions=talk.suggest("me", "help"),
        tone=Tone.ATTENTION,
    )


def _blocks(talk: Talk, profile: Profile) -> Iterator[Block]:
    yield Fields(tuple(_rows(talk, profile)))
    if profile.newest is not None:
        yield from _newest(talk, profile.newest)
    if not profile.is_open:
        yield Text(talk.say("profile-private", name=profile.member.name))
    elif profile.is_own and profile.member.visibility is Visibility.PRIVATE:
        yield Text(talk.say("profile-private-own"))


def _rows(talk: Talk, profile: Profile) -> Iterator[FieldRow]:
    roles = [talk.say(f"role-{each.value}") for each in Role if each in profile.member.roles]
    yield FieldRow(talk.say("profile-roles"), talk.say.every(roles) or talk.say("profile-no-role"))
    if profile.seeks is not None:
        _, role = talk.tools.library.role(profile.seeks.destination, talk.say.language)
        yield FieldRow(talk.say("field-destination"), role.title)
    if profile.offers is not None:
        yield FieldRow(talk.say("profile-mentors-in"), _strengths(talk, profile.offers))
    if profile.streak is not None:
        yield FieldRow(talk.say("me-streak"), talk.say("streak", weeks=profile.streak))
    for pairing in profile.pairings:
        mentor, mentee = profile.people[pairing.mentor].name, profile.people[pairing.mentee].name
        yield FieldRow(talk.say("profile-paired"), talk.say("pairing-names", mentor=mentor, mentee=mentee))


def _strengths(talk: Talk, offers: MentorProfile) -> str:
    """Name what a mentor is best at, by the titles of the framework that is most like theirs."""
    framework = framework_like(talk, offers)
    known = [
        (-level, framework.competencies[each].title)
        for each, level in offers.levels.items()
        if each in framework.competencies
    ]
    return talk.say.every(title for _, title in sorted(known)[:STRENGTHS])


def _newest(talk: Talk, entry: Entry) -> Iterator[Block]:
    if entry.number is None:
        yield Heading(talk.say("profile-newest-note"))
        yield Quote(entry.note)
    else:
        yield Heading(talk.say("week-number", number=entry.number))
        yield from answer_blocks(talk, entry.answers)


def _show(talk: Talk, used: ShortcutUsed) -> Reply:
    member = talk.work.members.find_by_account(talk.community.id, used.origin.platform, used.account)
    if member is None:
        name = " ".join(harmless(used.account_name).split())[:LONGEST_NAME]
        return Reply(unknown_view(talk, name or used.account))
    return Reply(profile_view(talk, read_profile(talk.work, talk.tools, talk.actor, member.id)))


def _sample(talk: Talk) -> Profile:
    """Make a mentee as everybody sees her."""
    seeks, entry = sample_mentee_profile(talk), sample_entry(talk)
    return Profile(sample_mentee(talk), is_own=False, is_open=True, seeks=seeks, streak=4, newest=entry)


def _sample_mentor(talk: Talk) -> Profile:
    """Make a mentor as the mentee sees him."""
    return Profile(
        member=sample_mentor(talk),
        is_own=False,
        is_open=True,
        offers=sample_mentor_profile(talk),
        newest=sample_note(talk),
        pairings=[sample_pairing(talk)],
        people=sample_people(talk),
    )


def _sample_private(talk: Talk, *, is_own: bool = False) -> Profile:
    private = replace(sample_member(talk), visibility=Visibility.PRIVATE)
    return Profile(private, is_own=is_own, is_open=is_own)


FEATURE = Feature(
    shortcuts=(ShortcutSpec("mentorship_profile", ShortcutKind.PERSON, read_profile, _show),),
    examples=(
        Example("shortcut/mentorship_profile", lambda talk: profile_view(talk, _sample(talk))),
        Example("shortcut/mentorship_profile:mentor", lambda talk: profile_view(talk, _sample_mentor(talk))),
        Example("shortcut/mentorship_profile:private", lambda talk: profile_view(talk, _sample_private(talk))),
        Example("shortcut/mentorship_profile:own", lambda talk: profile_view(talk, _sample_private(talk, is_own=True))),
        Example("shortcut/mentorship_profile:unknown", lambda talk: unknown_view(talk, "Noor Haddad")),
    ),
)
