"""What mentor, mentee and moderator are told of a pairing."""

from bot.core.dialogue.pairings.views import Pair, ended_view, reasons
from bot.core.dialogue.rooms import kept_days
from bot.core.dialogue.samples import sample_match, sample_mentee, sample_mentor, sample_pairing, sample_role
from bot.core.dialogue.specs import Example, NoticeSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.goals import GoalState
from bot.core.domain.ids import MemberId, PairingId
from bot.core.domain.matching import Match, match
from bot.core.domain.members import Member, MemberState
from bot.core.domain.pairings import PairingNote, PairingState
from bot.core.domain.programmes import KEEP_ROOMS_DAYS
from bot.core.effects import Effect
from bot.core.ui.views import Block, FieldRow, Fields, Quote, Text, Tone, View, Weight
from bot.core.usecases.matching import guide_of, seeker_of, terms_of
from bot.core.usecases.pairings import pair_of


def proposed_view(talk: Talk, pair: Pair, destination: str, match: Match | None) -> View:
    """Ask the mentor: who it is, where they want to go, and what this mentor could close."""
    return View(
        title=talk.say("told-proposed", name=pair.mentee.name),
        blocks=(*_proposal(talk, destination, match), Text(talk.say("told-proposed-next"))),
        actions=(
            talk.action("pairing_accept", pair.pairing.id, Weight.PRIMARY),
            talk.action("pairing_decline", pair.pairing.id),
        ),
    )


def proposal_blocks(talk: Talk, pair: Pair) -> tuple[Block, ...]:
    """Say of a proposal as it stands now what its mentor decides by."""
    return _proposal(talk, *_grounds(talk, pair))


def suggested_view(talk: Talk) -> View:
    """Tell the mentee that somebody is being asked; not who, so that a no stays nobody's."""
    return View(
        title=talk.say("told-suggested"),
        blocks=(Text(talk.say("told-suggested-next")),),
        suggestions=talk.suggest("gap"),
    )


def accepted_mentor_view(talk: Talk, pair: Pair) -> View:
    """Tell the mentor that the room opens."""
    return View(
        title=talk.say("told-accepted-mentor", name=pair.mentee.name),
        blocks=(Text(talk.say("told-accepted-mentor-next")),),
        suggestions=talk.suggest("me"),
        tone=Tone.GOOD,
    )


def accepted_mentee_view(talk: Talk, pair: Pair, *, has_goal: bool = False) -> View:
    """Tell the mentee that they have a mentor, and how to start."""
    return View(
        title=talk.say("told-accepted-mentee", mentor=pair.mentor.name),
        blocks=(Text(talk.say("told-accepted-mentee-next", has_goal="yes" if has_goal else "no")),),
        actions=() if has_goal else (talk.action("goal_add", "", Weight.PRIMARY),),
        suggestions=talk.suggest("goal", "gap") if has_goal else talk.suggest("gap"),
        tone=Tone.GOOD,
    )


def accepted_moderator_view(talk: Talk, pair: Pair) -> View:
    """Tell the moderator that it worked."""
    return View(
        title=talk.say("told-accepted-moderator", mentor=pair.mentor.name, mentee=pair.mentee.name),
        suggestions=talk.suggest("pair"),
        tone=Tone.GOOD,
    )


def declined_mentee_view(talk: Talk) -> View:
    """Tell the mentee that the search goes on, without saying whose no it was."""
    return View(
        title=talk.say("told-declined"),
        blocks=(Text(talk.say("told-declined-next")),),
        suggestions=talk.suggest("gap"),
    )


def request_declined_view(talk: Talk) -> View:
    """Tell a mentee who has asked themselves that it is a no, and what they can do."""
    return View(
        title=talk.say("told-request-declined"),
        blocks=(Text(talk.say("told-request-declined-next")),),
        suggestions=talk.suggest("mentors", "gap"),
    )


def declined_moderator_view(talk: Talk, pair: Pair) -> View:
    """Tell the moderator to look on."""
    return View(
        title=talk.say("told-declined-moderator", mentor=pair.mentor.name, mentee=pair.mentee.name),
        actions=(talk.action("pair", "", Weight.PRIMARY),),
        tone=Tone.ATTENTION,
    )


def left_view(talk: Talk, pair: Pair, leaver: Member) -> View:
    """Tell the moderator that a pairing has ended since one of the two has left."""
    is_here = pair.mentee.state is MemberState.ACTIVE
    here = "yes" if is_here else "no"
    names = {"mentor": pair.mentor.name, "mentee": pair.mentee.name}
    return View(
        title=talk.say("told-left", name=leaver.name),
        blocks=(Text(talk.say("told-left-next", mentee_is_here=here, **names)),),
        actions=(talk.action("pair", "", Weight.PRIMARY),) if is_here else (),
        suggestions=talk.suggest("me"),
        tone=Tone.ATTENTION,
    )


def over_view(talk: Talk, pair: Pair, note: PairingNote | None = None) -> View:
    """Tell the moderator that a pair has ended it, without asking why: the mentee can be paired again."""
    names = {"mentor": pair.mentor.name, "mentee": pair.mentee.name}
    return View(
        title=talk.say("pairing-ended", **names),
        blocks=(
            Text(talk.say("told-over-next", **names)),
            *((Text(talk.say("told-over-note")), Quote(note.why)) if note else ()),
        ),
        actions=(talk.action("pair", "", Weight.PRIMARY),),
        suggestions=talk.suggest("waiting"),
    )


def withdrawn_view(talk: Talk) -> View:
    """Tell the one who stays that the other has left before an answer."""
    return View(talk.say("told-withdrawn"), (Text(talk.say("told-withdrawn-next")),), suggestions=talk.suggest("me"))


def _pair(talk: Talk, effect: Effect) -> Pair:
    return Pair(*pair_of(talk.work, effect.community, PairingId(effect.refs["pairing"])))


def _tell_proposed(talk: Talk, effect: Effect) -> View | None:
    pair = _pair(talk, effect)
    if pair.pairing.state is not PairingState.PROPOSED:
        return None
    return proposed_view(talk, pair, *_grounds(talk, pair))


def _proposal(talk: Talk, destination: str, match: Match | None) -> tuple[Block, ...]:
    heading = Fields((FieldRow(talk.say("field-destination"), destination),))
    return (heading, reasons(talk, match)) if match else (heading,)


def _grounds(talk: Talk, pair: Pair) -> tuple[str, Match | None]:
    """Read where the mentee wants to go, and what this mentor could close."""
    seeker = seeker_of(talk.work, talk.tools, pair.mentee, talk.say.language)
    guide = guide_of(talk.work, talk.tools, pair.mentor)
    return seeker.matrix.role.title, match(
        seeker, guide, talk.tools.clock.now().date(), terms_of(talk.work, talk.community.id)
    )


def _tell_suggested(talk: Talk, effect: Effect) -> View | None:
    return suggested_view(talk) if _pair(talk, effect).pairing.state is PairingState.PROPOSED else None


def _tell_accepted_mentor(talk: Talk, effect: Effect) -> View | None:
    pair = _pair(talk, effect)
    return accepted_mentor_view(talk, pair) if pair.pairing.state is PairingState.ACTIVE else None


def _tell_accepted_mentee(talk: Talk, effect: Effect) -> View | None:
    pair = _pair(talk, effect)
    if pair.pairing.state is not PairingState.ACTIVE:
        return None
    goals = talk.work.goals.of_member(effect.community, pair.mentee.id)
    return accepted_mentee_view(talk, pair, has_goal=any(each.state is GoalState.OPEN for each in goals))


def _tell_accepted_moderator(talk: Talk, effect: Effect) -> View | None:
    pair = _pair(talk, effect)
    return accepted_moderator_view(talk, pair) if pair.pairing.state is PairingState.ACTIVE else None


def _tell_declined(talk: Talk, _effect: Effect) -> View:
    return declined_mentee_view(talk)


def _tell_request_declined(talk: Talk, _effect: Effect) -> View:
    return request_declined_view(talk)


def _tell_declined_moderator(talk: Talk, effect: Effect) -> View:
    return declined_moderator_view(talk, _pair(talk, effect))


def _tell_ended(talk: Talk, effect: Effect) -> View:
    return ended_view(talk, _pair(talk, effect), kept_days(talk))


def _tell_over(talk: Talk, effect: Effect) -> View:
    pair = _pair(talk, effect)
    return over_view(talk, pair, talk.work.pairings.find_note(effect.community, pair.pairing.id))


def _tell_left(talk: Talk, effect: Effect) -> View:
    pair, leaver = _pair(talk, effect), MemberId(effect.refs["left"])
    return left_view(talk, pair, pair.mentor if leaver == pair.mentor.id else pair.mentee)


def _tell_withdrawn(talk: Talk, _effect: Effect) -> View:
    return withdrawn_view(talk)


def sample_pair(talk: Talk) -> Pair:
    """Join the two sample people."""
    return Pair(sample_pairing(talk), sample_mentor(talk), sample_mentee(talk))


NOTICES = (
    NoticeSpec("pairing_proposed", _tell_proposed),
    NoticeSpec("pairing_suggested", _tell_suggested),
    NoticeSpec("pairing_accepted_mentor", _tell_accepted_mentor),
    NoticeSpec("pairing_accepted_mentee", _tell_accepted_mentee),
    NoticeSpec("pairing_accepted_moderator", _tell_accepted_moderator),
    NoticeSpec("pairing_declined", _tell_declined),
    NoticeSpec("request_declined", _tell_request_declined),
    NoticeSpec("pairing_declined_moderator", _tell_declined_moderator),
    NoticeSpec("pairing_ended", _tell_ended),
    NoticeSpec("pairing_over", _tell_over),
    NoticeSpec("pairing_left", _tell_left),
    NoticeSpec("proposal_withdrawn", _tell_withdrawn),
)

EXAMPLES = (
    Example(
        "notice/pairing_proposed",
        lambda talk: proposed_view(talk, sample_pair(talk), sample_role(talk)[1].title, sample_match(talk)),
    ),
    Example("notice/pairing_suggested", suggested_view),
    Example("notice/pairing_accepted_mentor", lambda talk: accepted_mentor_view(talk, sample_pair(talk))),
    Example("notice/pairing_accepted_mentee", lambda talk: accepted_mentee_view(talk, sample_pair(talk))),
    Example(
        "notice/pairing_accepted_mentee:on the way",
        lambda talk: accepted_mentee_view(talk, sample_pair(talk), has_goal=True),
    ),
    Example("notice/pairing_accepted_moderator", lambda talk: accepted_moderator_view(talk, sample_pair(talk))),
    Example("notice/pairing_declined", declined_mentee_view),
    Example("notice/request_declined", request_declined_view),
    Example("notice/pairing_declined_moderator", lambda talk: declined_moderator_view(talk, sample_pair(talk))),
    Example("notice/pairing_ended", lambda talk: ended_view(talk, sample_pair(talk), KEEP_ROOMS_DAYS)),
    Example("notice/pairing_over", lambda talk: over_view(talk, sample_pair(talk))),
    Example("notice/pairing_left", lambda talk: left_view(talk, sample_pair(talk), sample_mentor(talk))),
    Example("notice/proposal_withdrawn", withdrawn_view),
)
