"""Who may do what: one policy per use case, asked by router, pages and command line alike; the default is no."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import assert_never

from bot.core.domain.action_items import ActionItem
from bot.core.domain.checkins import CheckIn
from bot.core.domain.errors import MemberLeft, NotAllowed, NotAMember
from bot.core.domain.goals import Goal
from bot.core.domain.growth import Entry
from bot.core.domain.ids import CommunityId, MemberId
from bot.core.domain.members import Member, Role
from bot.core.domain.pairings import Pairing
from bot.core.domain.roadmaps.enrolments import Enrolment
from bot.core.domain.roadmaps.publishing import Draft

UseCase = Callable[..., object]
Owned = CheckIn | Goal | Entry | ActionItem | Pairing | Enrolment | Draft


@dataclass(frozen=True)
class Actor:
    """Who acts: a member, or somebody not introduced yet; read anew for every happening, never cached."""

    community: CommunityId
    member: Member | None
    is_administrator: bool = False
    """The platform's word, which only setting up trusts."""

    @property
    def is_moderator(self) -> bool:
        """Whether the stored role says so."""
        return self.member is not None and Role.MODERATOR in self.member.roles

    def here(self) -> Member:
        """Return the member, or raise `NotAMember` or `MemberLeft`."""
        if self.member is None:
            raise NotAMember
        return self.member.present()


class Who(Enum):
    """The kinds of person a use case is for."""

    ANYONE = "anyone"
    """Whoever can write in the community, introduced or not."""
    MEMBER = "member"
    MENTEE = "mentee"
    MENTOR = "mentor"
    MODERATOR = "moderator"
    GUIDE = "guide"
    """A mentor or a moderator."""
    ADMINISTRATOR = "administrator"
    """A moderator, or one whom the platform calls an administrator."""


class Part(Enum):
    """The part that the actor must have in the object."""

    NONE = "none"
    OWNER = "owner"
    OTHERS = "others"
    """Whoever it doesn't belong to."""
    MENTOR = "mentor"
    PAIR = "pair"
    """The pair itself, or a moderator."""


@dataclass(frozen=True)
class Policy:
    """Who may carry a use case out, and on whose objects."""

    who: Who
    part: Part = Part.NONE


POLICIES: Mapping[str, Policy] = {
    "introduce": Policy(Who.ANYONE),
    "depart": Policy(Who.ANYONE),
    "show_help": Policy(Who.ANYONE),
    "try_reaching": Policy(Who.MEMBER),
    "communities_of": Policy(Who.ANYONE),
    "switch_community": Policy(Who.ANYONE),
    "show_privacy": Policy(Who.ANYONE),
    "set_up_programme": Policy(Who.ADMINISTRATOR),
    "make_homes": Policy(Who.ADMINISTRATOR),
    "join_as_mentee": Policy(Who.ANYONE),
    "join_as_mentor": Policy(Who.ANYONE),
    "show_standing": Policy(Who.ANYONE),
    "change_settings": Policy(Who.MEMBER),
    "say_availability": Policy(Who.MEMBER),
    "say_preferences": Policy(Who.MEMBER),
    "pause_mentoring": Policy(Who.MENTOR),
    "wish_for": Policy(Who.MENTEE),
    "keep_apart": Policy(Who.MEMBER),
    "set_matching_rules": Policy(Who.MODERATOR),
    "bring_sheet": Policy(Who.MODERATOR),
    "take_over": Policy(Who.MEMBER),
    "read_frameworks": Policy(Who.MODERATOR),
    "bring_framework": Policy(Who.MODERATOR),
    "remove_framework": Policy(Who.MODERATOR),
    "give_connecting_code": Policy(Who.MODERATOR),
    "connect": Policy(Who.ADMINISTRATOR),
    "give_linking_code": Policy(Who.MEMBER),
    "link_account": Policy(Who.ANYONE),
    "merge_members": Policy(Who.MEMBER),
    "assess": Policy(Who.MENTEE),
    "add_evidence": Policy(Who.MENTEE),
    "compare_destinations": Policy(Who.MENTEE),
    "read_cell": Policy(Who.MENTEE),
    "read_gap_matrix": Policy(Who.MENTEE),
    "know_role_change": Policy(Who.MENTEE),
    "attest": Policy(Who.MENTOR),
    "read_mentees_matrix": Policy(Who.MENTOR),
    "read_mentees_evidence": Policy(Who.MENTOR),
    "read_mentees": Policy(Who.MENTOR),
    "adjust_levels": Policy(Who.MENTOR),
    "suggest_mentors": Policy(Who.MODERATOR),
    "propose_pairing": Policy(Who.MODERATOR),
    "accept_pairing": Policy(Who.MENTOR, Part.MENTOR),
    "decline_pairing": Policy(Who.MENTOR, Part.MENTOR),
    "end_pairing": Policy(Who.MEMBER, Part.PAIR),
    "propose_by_hand": Policy(Who.MODERATOR),
    "find_my_mentors": Policy(Who.MENTEE),
    "ask_for_mentor": Policy(Who.MENTEE),
    "read_waiting": Policy(Who.MODERATOR),
    "start_round": Policy(Who.MODERATOR),
    "read_round": Policy(Who.MODERATOR),
    "solve_round": Policy(Who.MODERATOR),
    "ask_about": Policy(Who.MODERATOR),
    "prove_round": Policy(Who.MODERATOR),
    "pin_pair": Policy(Who.MODERATOR),
    "forbid_pair": Policy(Who.MODERATOR),
    "release_pair": Policy(Who.MODERATOR),
    "swap_mentors": Policy(Who.MODERATOR),
    "drop_round": Policy(Who.MODERATOR),
    "review_round": Policy(Who.MODERATOR),
    "publish_round": Policy(Who.MODERATOR),
    "set_patience": Policy(Who.MODERATOR),
    "promise_answer": Policy(Who.MENTOR, Part.MENTOR),
    "set_goal": Policy(Who.MENTEE),
    "record_progress": Policy(Who.MENTEE, Part.OWNER),
    "finish_goal": Policy(Who.MENTEE, Part.OWNER),
    "drop_goal": Policy(Who.MENTEE, Part.OWNER),
    "put_goal_off": Policy(Who.MENTEE, Part.OWNER),
    "read_goals": Policy(Who.MENTEE),
    "read_way": Policy(Who.MENTEE),
    "read_offers": Policy(Who.MENTEE),
    "read_change": Policy(Who.MENTEE),
    "enrol": Policy(Who.MENTEE),
    "leave_roadmap": Policy(Who.MENTEE, Part.OWNER),
    "set_met_aside": Policy(Who.MENTEE, Part.OWNER),
    "take_version": Policy(Who.MENTEE, Part.OWNER),
    "begin_step": Policy(Who.MENTEE, Part.OWNER),
    "work_on_step": Policy(Who.MENTEE, Part.OWNER),
    "finish_step": Policy(Who.MENTEE, Part.OWNER),
    "skip_step": Policy(Who.MENTEE, Part.OWNER),
    "reopen_step": Policy(Who.MENTEE, Part.OWNER),
    "add_step": Policy(Who.MENTEE, Part.OWNER),
    "attest_step": Policy(Who.MENTOR, Part.MENTOR),
    "draft_roadmap": Policy(Who.GUIDE),
    "begin_draft": Policy(Who.GUIDE),
    "read_drafts": Policy(Who.GUIDE),
    "read_draft": Policy(Who.GUIDE, Part.OWNER),
    "add_draft_step": Policy(Who.GUIDE, Part.OWNER),
    "hand_in_draft": Policy(Who.GUIDE, Part.OWNER),
    "drop_draft": Policy(Who.GUIDE, Part.OWNER),
    "review_draft": Policy(Who.MODERATOR),
    "hand_back_draft": Policy(Who.MODERATOR),
    "publish_draft": Policy(Who.MODERATOR),
    "read_progress": Policy(Who.MENTEE),
    "read_mentees_progress": Policy(Who.MENTOR, Part.MENTOR),
    "set_arrival": Policy(Who.MENTEE),
    "set_milestone": Policy(Who.MENTEE, Part.OWNER),
    "ask_mentor": Policy(Who.MENTEE, Part.OWNER),
    "attest_goal": Policy(Who.MENTOR, Part.MENTOR),
    "hold_goal_back": Policy(Who.MENTOR, Part.MENTOR),
    "submit_check_in": Policy(Who.MENTEE, Part.OWNER),
    "withdraw_entry": Policy(Who.MEMBER, Part.OWNER),
    "add_note": Policy(Who.MEMBER),
    "cheer": Policy(Who.MEMBER, Part.OTHERS),
    "add_action_item": Policy(Who.MEMBER),
    "read_action_items": Policy(Who.MEMBER),
    "finish_action_item": Policy(Who.MEMBER, Part.OWNER),
    "reopen_action_item": Policy(Who.MEMBER, Part.OWNER),
    "read_profile": Policy(Who.MEMBER),
    "carry": Policy(Who.MEMBER, Part.PAIR),
    "seats_of": Policy(Who.ANYONE),
    "talk_in_room": Policy(Who.MEMBER),
    "meet_in": Policy(Who.MEMBER, Part.PAIR),
}


def authorise(actor: Actor, use_case: UseCase, target: Owned | None = None) -> None:
    """Let the actor pass, or raise `NotAllowed` (or `NotAMember`, `MemberLeft`); without a policy nobody passes."""
    policy = POLICIES.get(use_case.__name__)
    if policy is None or not _is(actor, policy.who):
        raise NotAllowed(needs=policy.who.value if policy else "nobody")
    if target is not None and not _has_part(actor, policy.part, target):
        raise NotAllowed(needs=policy.part.value)


def may(actor: Actor, use_case: UseCase) -> bool:
    """Tell whether the actor is of the kind that a use case is for, without an object."""
    policy = POLICIES.get(use_case.__name__)
    try:
        return policy is not None and _is(actor, policy.who)
    except (NotAMember, MemberLeft):
        return False


def is_administrative(use_case: UseCase) -> bool:
    """Tell whether a use case trusts the platform's word on who administers a community."""
    policy = POLICIES.get(use_case.__name__)
    return policy is not None and policy.who is Who.ADMINISTRATOR


def _is(actor: Actor, who: Who) -> bool:
    if who is Who.ANYONE:
        return actor.member is None or actor.member.present() is not None
    if who is Who.ADMINISTRATOR:
        return actor.is_administrator or actor.is_moderator
    roles = actor.here().roles
    if who is Who.MEMBER:
        return True
    if who is Who.GUIDE:
        return bool(roles & {Role.MENTOR, Role.MODERATOR})
    return Role(who.value) in roles


def _has_part(actor: Actor, part: Part, target: Owned) -> bool:
    member = actor.here().id
    if target.community != actor.community:
        return False
    match part:
        case Part.NONE:
            return True
        case Part.OWNER:
            return not isinstance(target, Pairing) and target.member == member
        case Part.OTHERS:
            return not isinstance(target, Pairing) and target.member != member
        case Part.MENTOR:
            return isinstance(target, Pairing) and target.mentor == member
        case Part.PAIR:
            return isinstance(target, Pairing) and (member in _pair(target) or actor.is_moderator)
        case _:
            assert_never(part)


def _pair(pairing: Pairing) -> tuple[MemberId, MemberId]:
    return pairing.mentor, pairing.mentee
