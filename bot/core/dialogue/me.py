"""Where I stand and what is next."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.core.dialogue.circumstances.pausing import is_paused
from bot.core.dialogue.gaps import readiness
from bot.core.dialogue.goals.views import progress_of
from bot.core.dialogue.pairings.notices import proposal_blocks
from bot.core.dialogue.pairings.views import Pair
from bot.core.dialogue.samples import (
    sample_goal,
    sample_matrix,
    sample_member,
    sample_mentee,
    sample_mentee_profile,
    sample_mentor,
    sample_mentor_profile,
    sample_pairing,
    sample_people,
    sample_programme,
    sample_schedule,
)
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Example, Feature
from bot.core.dialogue.standing import Standing, next_actions, next_suggestions, next_words, read_standing
from bot.core.dialogue.talk import Talk
from bot.core.domain.members import MentorProfile, Role
from bot.core.domain.pairings import PairingState
from bot.core.domain.rooms import RoomState
from bot.core.ui.commands import Access
from bot.core.ui.replies import Reply
from bot.core.ui.views import Action, Block, FieldRow, Fields, PlaceLink, Text, View
from bot.core.usecases.members import show_standing

BUTTONS = 3
GOALS_SHOWN = 3


def standing_view(talk: Talk, standing: Standing, needed: Sequence[Block] = ()) -> View:
    """Say what comes next first, with what is `needed` for it, then all that one may want to know of oneself."""
    name = standing.member.name if standing.member else ""
    reach = (talk.action("reach_me", ""),) if standing.is_unreachable else ()
    actions = (*next_actions(talk, standing), *reach, *_own_actions(talk, standing))[:BUTTONS]
    return View(
        title=talk.say("me-title", name=name) if name else talk.say("me-title-stranger"),
        blocks=(Text(next_words(talk, standing)), *needed, *_blocks(talk, standing)),
        actions=actions,
        suggestions=next_suggestions(talk, standing) if len(actions) < BUTTONS else (),
    )


def change_view(talk: Talk, standing: Standing) -> View:
    """Offer everything that can be changed."""
    profiles = [
        talk.action(f"join_{role.value}", "", label=talk.say(f"me-change-{role.value}"))
        for role in (Role.MENTEE, Role.MENTOR)
        if role in standing.roles
    ]
    own = ("wishes",) * (Role.MENTEE in standing.roles) + ("pause",) * (Role.MENTOR in standing.roles)
    commands = ("availability", "preferences", *own, "block")
    rows = tuple(FieldRow(f"/{each}", talk.say(f"command-{each}")) for each in commands)
    return View(talk.say("me-change-title"), (Fields(rows),), actions=(*profiles, talk.action("settings", "")))


def _blocks(talk: Talk, standing: Standing) -> Iterator[Block]:
    if standing.is_unreachable:
        yield Text(talk.say("me-unreachable"))
    if standing.matrix is not None:
        yield readiness(talk, standing.matrix)
    rows = tuple(_rows(talk, standing))
    if rows:
        yield Fields(rows)
    for goal in standing.goals[:GOALS_SHOWN]:
        yield progress_of(talk, goal)


def _rows(talk: Talk, standing: Standing) -> Iterator[FieldRow]:
    if standing.programme is not None:
        yield FieldRow(talk.say("me-programme"), standing.programme.name)
    yield from _mentee_rows(talk, standing)
    if standing.offers is not None:
        yield from _mentor_rows(talk, standing, standing.offers)
    if standing.member is not None and Role.MENTEE in standing.roles:
        yield FieldRow(talk.say("field-visibility"), talk.say(f"visibility-{standing.member.visibility.value}"))


def _mentee_rows(talk: Talk, standing: Standing) -> Iterator[FieldRow]:
    pairing, schedule = standing.sought, standing.schedule
    if standing.seeks is not None:
        active = pairing is not None and pairing.state is PairingState.ACTIVE
        mentor = standing.people[pairing.mentor].name if pairing and active else talk.say("me-no-mentor")
        yield FieldRow(talk.say("me-mentor"), mentor)
    if standing.step:
        yield FieldRow(talk.say("checkin-step"), standing.step)
    if schedule is not None:
        yield FieldRow(talk.say("me-streak"), talk.say("streak", weeks=schedule.streak))
        if schedule.due_at is not None:
            yield FieldRow(talk.say("next-check-in"), talk.say.moment(schedule.due_at))


def _mentor_rows(talk: Talk, standing: Standing, offers: MentorProfile) -> Iterator[FieldRow]:
    active = standing.led(PairingState.ACTIVE)
    names = talk.say.every(standing.people[each.mentee].name for each in active)
    yield FieldRow(talk.say("me-mentees"), names or talk.say("me-no-mentees"))
    yield FieldRow(talk.say("me-places"), talk.say("me-places-taken", taken=len(active), capacity=offers.capacity))
    if (said := standing.circumstances) is not None and said.paused_until and is_paused(talk, said):
        yield FieldRow(talk.say("field-paused-until"), talk.say.day(said.paused_until))


def _own_actions(talk: Talk, standing: Standing) -> Iterator[Action]:
    if standing.roles & {Role.MENTEE, Role.MENTOR}:
        yield talk.action("me_change", "")
    led, sought = standing.led(PairingState.ACTIVE), standing.sought
    if sought is not None and sought.state is PairingState.ACTIVE and not led:
        yield talk.action("pairing_end_ask", sought.id)
    elif len(led) == 1 and sought is None:
        yield talk.action("pairing_end_ask", led[0].id)
    elif led:
        yield talk.action("pairing_end_pick", "")


def _show(talk: Talk) -> Reply:
    show_standing(talk.actor)
    standing = read_standing(talk)
    return Reply(standing_view(talk, standing, tuple(_needed(talk, standing))))


def _needed(talk: Talk, standing: Standing) -> Iterator[Block]:
    """Say what a mentor decides by who is asked, since they may not have been reached in private; lead to the rooms."""
    for each in standing.led(PairingState.PROPOSED)[:1]:
        yield from proposal_blocks(talk, Pair(each, standing.people[each.mentor], standing.people[each.mentee]))
    if rooms := tuple(_rooms(talk, standing)):
        yield Fields(rooms)


def _rooms(talk: Talk, standing: Standing) -> Iterator[FieldRow]:
    for each in standing.pairings:
        room = talk.work.rooms.find(talk.community.id, each.id)
        if room is None or room.state is not RoomState.OPEN or talk.member.id not in room.places:
            continue
        place = talk.work.communities.get_place(talk.community.id, room.places[talk.member.id])
        if place.platform == talk.platform:
            names = {"mentor": standing.people[each.mentor].name, "mentee": standing.people[each.mentee].name}
            yield FieldRow(talk.say("me-room"), PlaceLink(place.external_id, talk.say("room-title", **names)))


def _back(talk: Talk, _ref: str) -> Reply:
    return _show(talk)


def _change(talk: Talk, _ref: str) -> Reply:
    return Reply(change_view(talk, read_standing(talk)))


def sample_standing(talk: Talk, *roles: Role) -> Standing:
    """Make the standing of somebody in the middle of a programme."""
    member = sample_mentor(talk) if roles == (Role.MENTOR,) else sample_mentee(talk)
    is_mentee, is_mentor = Role.MENTEE in roles, Role.MENTOR in roles
    return Standing(
        programme=sample_programme(talk),
        member=member if roles else sample_member(talk, "Noor Haddad"),
        seeks=sample_mentee_profile(talk) if is_mentee else None,
        matrix=sample_matrix(talk) if is_mentee else None,
        offers=sample_mentor_profile(talk) if is_mentor else None,
        pairings=[sample_pairing(talk)] if roles else (),
        people=sample_people(talk),
        goals=[sample_goal(talk)] if is_mentee else (),
        schedule=sample_schedule(talk) if is_mentee else None,
    )


FEATURE = Feature(
    commands=(CommandSpec("me", show_standing, _show),),
    actions=(
        ActionSpec("me", show_standing, _back, access=Access.READ),
        ActionSpec("me_change", show_standing, _change, access=Access.READ),
    ),
    examples=(
        Example("command/me", lambda talk: standing_view(talk, sample_standing(talk, Role.MENTEE))),
        Example("command/me:mentor", lambda talk: standing_view(talk, sample_standing(talk, Role.MENTOR))),
        Example("command/me:newcomer", lambda talk: standing_view(talk, sample_standing(talk))),
        Example("command/me:before", lambda talk: standing_view(talk, Standing(None, may_set_up=True))),
        Example(
            "command/me:unreachable",
            lambda talk: standing_view(talk, replace(sample_standing(talk, Role.MENTEE), is_unreachable=True)),
        ),
        Example("action/me", lambda talk: standing_view(talk, sample_standing(talk, Role.MENTEE))),
        Example("action/me_change", lambda talk: change_view(talk, sample_standing(talk, Role.MENTEE))),
    ),
)
