"""Every command, button and form held against every kind of person: the table below is the whole of who may what."""

from collections.abc import Mapping
from itertools import count

from bot.core.ui.inbound import (
    ActionPressed,
    CommandCalled,
    Departed,
    FormAnswered,
    Inbound,
    ShortcutUsed,
)
from bot.core.ui.tokens import Signer
from bot.core.ui.views import View
from bot.core.usecases.access import Part, Who
from tests.stories.acting import Person
from tests.stories.beginnings import mentee, mentor, programme
from tests.stories.cast import Cast

INTRODUCED = frozenset({"member", "mentee", "mentor", "moderator", "administrator"})
KINDS: Mapping[str, frozenset[str]] = {
    "anyone": INTRODUCED | {"guest"},
    "member": INTRODUCED,
    "mentee": frozenset({"mentee"}),
    "mentor": frozenset({"mentor"}),
    "moderator": frozenset({"moderator"}),
    "guide": frozenset({"mentor", "moderator"}),
    "administrator": frozenset({"moderator", "administrator"}),
}
"""Who is let through by a policy; one who left never is."""
ROLES = (*sorted(INTRODUCED), "guest", "left")

COMMANDS = {
    "signups import": "moderator",
    "signups": "moderator",
    "framework": "moderator",
    "framework load": "moderator",
    "framework remove": "moderator",
    "me": "anyone",
    "help": "anyone",
    "privacy": "anyone",
    "community": "anyone",
    "join": "anyone",
    "join mentee": "anyone",
    "join mentor": "anyone",
    "link": "anyone",
    "connect": "administrator",
    "settings": "member",
    "gap": "mentee",
    "gap rate": "mentee",
    "gap evidence": "mentee",
    "gap cell": "mentee",
    "gap compare": "mentee",
    "gap mentee": "mentor",
    "goal": "mentee",
    "goal add": "mentee",
    "goal draft": "mentee",
    "goal milestone": "mentee",
    "progress": "mentee",
    "progress mentee": "mentor",
    "roadmap": "mentee",
    "roadmap enrol": "mentee",
    "roadmap steps": "mentee",
    "roadmap add": "mentee",
    "roadmap plan": "mentee",
    "roadmap calendar": "mentee",
    "roadmap change": "mentee",
    "curate": "guide",
    "curate draft": "guide",
    "curate file": "guide",
    "checkin": "mentee",
    "growth": "member",
    "action": "member",
    "action add": "member",
    "levels": "mentor",
    "setup": "administrator",
    "pair": "moderator",
    "propose": "moderator",
    "mentors": "mentee",
    "waiting": "moderator",
    "availability": "member",
    "preferences": "member",
    "wishes": "mentee",
    "pause": "mentor",
    "resume": "mentor",
    "block": "member",
    "unblock": "member",
    "matching": "moderator",
    **{f"round{verb}": "moderator" for verb in ("", " start", " why", " swap", " anew", " drop", " proof", " days")},
    "talk": "anyone",
}
ACTIONS = {
    "signups_claim": "member",
    "framework_attach": "moderator",
    "framework_load": "moderator",
    "framework_remove": "moderator",
    "signups_troubles": "moderator",
    "signups_page": "moderator",
    "me": "anyone",
    "me_change": "anyone",
    "join": "anyone",
    "community_switch": "anyone",
    "reach_me": "member",
    "link_merge": "member",
    "join_mentee": "anyone",
    "join_mentor": "anyone",
    "settings": "member",
    "entry_withdraw": "member",
    "entry_cheer": "member",
    "item_add": "member",
    "item_done": "member",
    "item_undo": "member",
    "pairing_end_ask": "member",
    "pairing_end_pick": "member",
    "pairing_end": "member",
    "gap_known": "mentee",
    "gap_rate": "mentee",
    "gap_evidence": "mentee",
    "gap_cells": "mentee",
    "gap_cells_page": "mentee",
    "gap_mentee": "mentor",
    "gap_mentee_cells": "mentor",
    "gap_mentee_cells_page": "mentor",
    "gap_mentee_evidence": "mentor",
    "gap_mentee_pick": "mentor",
    "gap_attest": "mentor",
    "goal_add": "mentee",
    "goal_show": "mentee",
    "goal_pick": "mentee",
    "goal_progress": "mentee",
    "goal_done": "mentee",
    "goal_drop": "mentee",
    "goal_drop_ask": "mentee",
    "goal_due": "mentee",
    "arrive_by": "mentee",
    "progress_pick": "mentor",
    "progress_mentee": "mentor",
    "goal_milestone": "mentee",
    "goal_draft": "mentee",
    "goal_draft_set": "mentee",
    "goal_draft_edit": "mentee",
    "goal_draft_pick": "mentee",
    "goal_ask": "mentee",
    "goal_attest": "mentor",
    "goal_levels": "mentor",
    "goal_hold": "mentor",
    "roadmap": "mentee",
    "roadmap_offers": "mentee",
    "roadmap_look": "mentee",
    "roadmap_enrol": "mentee",
    "roadmap_choose": "mentee",
    "roadmap_change": "mentee",
    "roadmap_take": "mentee",
    "roadmap_set_aside": "mentee",
    "roadmap_leave_ask": "mentee",
    "roadmap_leave": "mentee",
    "step_begin": "mentee",
    "step_done": "mentee",
    "step_hours": "mentee",
    "step_skip": "mentee",
    "step_reopen": "mentee",
    "step_pick": "mentee",
    "step_share": "member",
    "step_attest": "mentor",
    "curate": "guide",
    "draft": "guide",
    "draft_begin": "guide",
    "draft_file": "guide",
    "draft_step": "guide",
    "draft_hand_in": "guide",
    "draft_drop": "guide",
    "draft_review": "moderator",
    "draft_publish": "moderator",
    "draft_back": "moderator",
    "checkin": "mentee",
    "levels": "mentor",
    "pairing_accept": "mentor",
    "pairing_decline": "mentor",
    "setup": "administrator",
    "homes_make": "administrator",
    "homes_choose": "administrator",
    "pair": "moderator",
    "pair_propose": "moderator",
    "waiting": "moderator",
    "mentor_ask": "mentee",
    "availability": "member",
    "preferences": "member",
    "wishes": "mentee",
    "pause": "mentor",
    "pause_end": "mentor",
    "block": "member",
    "matching_rules": "moderator",
    "matching_weights": "moderator",
    "signups_import": "moderator",
    "signups_headings": "moderator",
    **{
        f"round_{what}": "moderator"
        for what in (
            *("board", "start", "solve", "anew", "pairs", "without", "waiting", "pin", "forbid", "free"),
            *("review", "publish", "drop_ask", "drop"),
        )
    },
    "proposal_decline": "mentor",
    "proposal_promise": "mentor",
    "talk_in": "member",
    "room_here": "member",
    "talk_send": "member",
}
FORMS = {
    "link": "member",
    "join_mentee": "anyone",
    "join_mentor": "anyone",
    "settings": "member",
    "entry_note": "member",
    "action_item_add": "member",
    "pairing_end_pick": "member",
    "gap_rate": "mentee",
    "gap_evidence": "mentee",
    "gap_cell": "mentee",
    "gap_compare": "mentee",
    "gap_mentee_pick": "mentor",
    "gap_attest": "mentor",
    "goal_add": "mentee",
    "goal_pick": "mentee",
    "goal_progress": "mentee",
    "arrive_by": "mentee",
    "progress_pick": "mentor",
    "goal_milestone": "mentee",
    "goal_done": "mentee",
    "goal_due": "mentee",
    "goal_draft_edit": "mentee",
    "goal_draft_pick": "mentee",
    "goal_ask": "mentee",
    "goal_levels": "mentor",
    "goal_hold": "mentor",
    "roadmap_choose": "mentee",
    "step_done": "mentee",
    "step_hours": "mentee",
    "step_skip": "mentee",
    "step_add": "mentee",
    "step_pick": "mentee",
    "step_share": "member",
    "draft_begin": "guide",
    "draft_file": "guide",
    "draft_step": "guide",
    "draft_back": "moderator",
    "checkin": "mentee",
    "levels": "mentor",
    "setup": "administrator",
    "homes_choose": "administrator",
    "pair": "moderator",
    "availability": "member",
    "preferences": "member",
    "wishes": "mentee",
    "pause": "mentor",
    "block": "member",
    "unblock": "member",
    "matching_rules": "moderator",
    "matching_weights": "moderator",
    "pair_with": "moderator",
    "framework_load": "moderator",
    "framework_remove": "moderator",
    "signups_import": "moderator",
    "signups_headings": "moderator",
    "round_start": "moderator",
    "round_why": "moderator",
    "round_swap": "moderator",
    "round_days": "moderator",
    "proposal_decline": "mentor",
    "proposal_promise": "mentor",
}
SHORTCUTS = {
    "mentorship_profile": "member",
    "add_to_growth": "member",
    "save_action_item": "member",
}
NOBODY_S = "abcdefgh23456777"
"""An id that nothing bears: who is let through finds nothing there."""

_numbers = count()


async def everybody(cast: Cast) -> dict[str, Person]:
    """One of each kind, the guest not known yet."""
    people = {"moderator": await programme(cast), "mentee": await mentee(cast), "mentor": await mentor(cast)}
    people["moderator"].is_administrator = False
    people["member"] = cast.person("Pat Lee")
    people["administrator"] = cast.person("Adi Root", administrator=True)
    people["left"] = await mentee(cast, "Gone Girl")
    for role in ("member", "administrator"):
        await people[role].types("/join mentor")
        await people[role].puts_away()  # who does something is introduced by it
    await people["left"].does(Departed(people["left"].origin()))
    return people


def one_of(cast: Cast, people: Mapping[str, Person], role: str) -> Person:
    """Take the person of a role; a guest is a new one each time, since who does something is introduced by it."""
    return people[role] if role in people else cast.person(f"Guest{next(_numbers)}")


async def is_let_through(cast: Cast, inbound: Inbound) -> bool:
    """Tell whether the answer is anything but a refusal to this kind of person."""
    reply = await cast.app.conversation.handle(inbound)
    return not (isinstance(reply.content, View) and reply.content.title in refusals(cast))


def refusals(cast: Cast) -> set[str]:
    """Every sentence that turns somebody away."""
    say = cast.app.catalogue.voice("en")
    needs = [*(who.value for who in Who), *(part.value for part in Part), "nobody"]
    return {say("error-not-allowed", needs=each) for each in needs} | {
        say("error-not-a-member"),
        say("error-member-left", name="Gone Girl"),
    }


def may(role: str, kind: str, *, writes: bool) -> bool:
    """Tell what the table says; a guest who writes is introduced first."""
    return ("member" if writes and role == "guest" else role) in KINDS[kind]


async def test_every_command_is_open_to_whom_the_table_says(cast: Cast) -> None:
    people = await everybody(cast)
    known = {f"{name} {verb}".strip(): (name, verb) for name, verb in cast.app.router.commands}
    assert known.keys() == COMMANDS.keys()

    for command, kind in COMMANDS.items():
        for role in ROLES:
            called = CommandCalled(one_of(cast, people, role).origin(), *known[command])
            assert await is_let_through(cast, called) is may(role, kind, writes=False), (command, role)


async def test_every_shortcut_is_open_to_whom_the_table_says(cast: Cast) -> None:
    people = await everybody(cast)
    assert cast.app.router.shortcuts.keys() == SHORTCUTS.keys()

    for shortcut, kind in SHORTCUTS.items():
        for role in ROLES:
            origin = one_of(cast, people, role).origin()
            used = ShortcutUsed(origin, shortcut, origin.account, origin.name, "What I wrote")
            assert await is_let_through(cast, used) is may(role, kind, writes=False), (shortcut, role)


async def test_every_button_is_open_to_whom_the_table_says(cast: Cast, signer: Signer) -> None:
    people = await everybody(cast)
    assert cast.app.router.actions.keys() == ACTIONS.keys()

    for route, kind in ACTIONS.items():
        for role in ROLES:
            token = signer.action(route, NOBODY_S)
            pressed = ActionPressed(one_of(cast, people, role).origin(), token)
            writes = cast.app.router.traits(pressed).access.value == "write"
            assert await is_let_through(cast, pressed) is may(role, kind, writes=writes), (route, role)


async def test_every_form_is_taken_from_whom_the_table_says(cast: Cast, signer: Signer) -> None:
    people = await everybody(cast)
    assert {spec.name for spec in cast.app.router.forms.specs} == FORMS.keys()

    for form, kind in FORMS.items():
        for role in ROLES:
            token = signer.form(form, NOBODY_S, f"session{next(_numbers):09}")
            answered = FormAnswered(one_of(cast, people, role).origin(), token, {}, final=True)
            assert await is_let_through(cast, answered) is may(role, kind, writes=True), (form, role)
