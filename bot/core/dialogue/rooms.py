"""The guide pinned in every mentorship room, who can read along there, and what is said when a room is lost."""

from dataclasses import dataclass

from bot.core.dialogue.gaps.views import cell_words, sources
from bot.core.dialogue.programmes import rhythm
from bot.core.dialogue.samples import sample_matrix, sample_mentee, sample_mentor, sample_programme
from bot.core.dialogue.specs import ActionSpec, Example, Feature, NoticeSpec
from bot.core.dialogue.talk import Talk
from bot.core.domain.gaps import GapMatrix
from bot.core.domain.ids import PairingId
from bot.core.domain.members import Member
from bot.core.domain.pairings import TAKES_CAPACITY, PairingState
from bot.core.domain.programmes import KEEP_ROOMS_DAYS, Programme
from bot.core.effects import Effect
from bot.core.ui.commands import Audience, Placement
from bot.core.ui.replies import Reply
from bot.core.ui.views import FieldRow, Fields, Link, Text, Tone, View
from bot.core.usecases.gaps import gap_matrix
from bot.core.usecases.pairings import pair_of
from bot.core.usecases.places import meet_in

CELLS_SHOWN = 3


@dataclass(frozen=True)
class Guided:
    """What a room's guide is about."""

    mentor: str
    mentee: str
    readers: str
    programme: Programme
    lines: tuple[str, ...]
    matrix: GapMatrix
    other: str = ""
    """To whom is carried what is said where it is read; empty where both read the same place."""
    elsewhere: str = ""
    """The address that makes a group of the two's own their room, where their platform has such."""


def guide_view(talk: Talk, guided: Guided) -> View:
    """Open a room: the template's own guide, the cadence, what is open, who reads here."""
    first = [cell_words(talk, each) for each in guided.matrix.open_cells[:CELLS_SHOWN]]
    rows = [
        FieldRow(talk.say("field-destination"), guided.matrix.role.title),
        *((FieldRow(talk.say("room-open-cells"), talk.say.every(first)),) if first else ()),
        FieldRow(talk.say("check-ins"), rhythm(talk, guided.programme)),
        FieldRow(talk.say("room-readers"), guided.readers),
    ]
    return View(
        title=talk.say("room-guide-title", mentor=guided.mentor, mentee=guided.mentee),
        blocks=(
            *(Text(line) for line in guided.lines),
            Fields(tuple(rows)),
            *((Text(talk.say("room-carried", other=guided.other)),) if guided.other else ()),
            Text(talk.say("room-guide-start")),
            *sources(talk, guided.matrix),
        ),
        suggestions=talk.suggest("goal add"),
        links=(Link(talk.say("room-in-a-group"), guided.elsewhere),) if guided.elsewhere else (),
    )


def readers_view(talk: Talk, readers: str) -> View:
    """Tell a pair that others read here from now on, or no longer."""
    return View(talk.say("room-readers-changed"), (Text(readers),), suggestions=talk.suggest("privacy"))


def lost_view(talk: Talk, mentor: str, mentee: str, platform: str = "") -> View:
    """Tell one of a pair that their room is made anew."""
    return View(
        title=talk.say.there(platform, "room-lost"),
        blocks=(Text(talk.say.there(platform, "room-lost-next", mentor=mentor, mentee=mentee)),),
        suggestions=talk.suggest("me"),
        tone=Tone.ATTENTION,
    )


def thread_lost_view(talk: Talk) -> View:
    """Tell a member that their growth thread is made anew."""
    return View(
        title=talk.say("thread-lost"),
        blocks=(Text(talk.say("thread-lost-next")),),
        suggestions=talk.suggest("growth", "me"),
        tone=Tone.ATTENTION,
    )


def all_readers_words(talk: Talk, effect: Effect, mentor: str, mentee: str, *, moderators: bool) -> str:
    """Say who can read in a room on any of the platforms that it is on."""
    room = talk.work.rooms.find(effect.community, PairingId(effect.refs["room"]))
    places = talk.work.communities.places(effect.community, room.places.values()) if room else {}
    platforms = sorted({place.platform for place in places.values()}) or [effect.platform]
    words = (readers_words(talk, each, mentor, mentee, moderators=moderators) for each in platforms)
    return "\n".join(dict.fromkeys(words))


def readers_words(talk: Talk, platform: str, mentor: str, mentee: str, *, moderators: bool) -> str:
    """Say who can read in a room, in the platform's own words where it lets others in."""
    key = f"room-readers-{platform}"
    key = key if talk.say.knows(key) else "room-readers-are"
    return talk.say(key, mentor=mentor, mentee=mentee, moderators="yes" if moderators else "no")


def moderators_read(talk: Talk) -> bool:
    """Tell whether the programme lets its moderators read in rooms."""
    programme = talk.work.programmes.current(talk.community.id)
    return programme is not None and programme.moderators_read


def kept_days(talk: Talk) -> int:
    """Say how many days a room stays readable after its pairing has ended."""
    programme = talk.work.programmes.current(talk.community.id)
    return programme.keep_rooms_days if programme else KEEP_ROOMS_DAYS


def _tell_guide(talk: Talk, effect: Effect) -> View | None:
    pairing, mentor, mentee = pair_of(talk.work, effect.community, PairingId(effect.refs["room"]))
    if pairing.state is not PairingState.ACTIVE:
        return None
    programme = talk.work.programmes.running(effect.community)
    template = talk.tools.library.template(programme.template, talk.say.language)
    matrix = gap_matrix(talk.work, talk.tools, effect.community, mentee.id, talk.say.language)
    names = (mentor.name, mentee.name)
    readers = all_readers_words(talk, effect, *names, moderators=programme.moderators_read)
    side = effect.refs.get("side")
    other = (mentee.name if side == mentor.id else mentor.name) if side else ""
    elsewhere = _own_group(talk, effect, mentor, mentee) if other else ""
    return guide_view(talk, Guided(*names, readers, programme, template.room_guide, matrix, other, elsewhere))


def _own_group(talk: Talk, effect: Effect, mentor: Member, mentee: Member) -> str:
    """Make the address of a group of the two's own, where both are on one platform that knows such."""
    if {mentor.home, mentee.home} != {effect.platform}:
        return ""
    token = talk.signer.action("room_here", effect.refs["room"])
    return talk.tools.gates.way(effect.platform, "room", token)


def _tell_readers(talk: Talk, effect: Effect) -> View | None:
    pairing, mentor, mentee = pair_of(talk.work, effect.community, PairingId(effect.refs["room"]))
    if pairing.state not in TAKES_CAPACITY:
        return None
    moderators = moderators_read(talk)
    return readers_view(talk, all_readers_words(talk, effect, mentor.name, mentee.name, moderators=moderators))


def _tell_lost(talk: Talk, effect: Effect) -> View | None:
    pairing, mentor, mentee = pair_of(talk.work, effect.community, PairingId(effect.refs["pairing"]))
    return lost_view(talk, mentor.name, mentee.name, effect.platform) if pairing.state in TAKES_CAPACITY else None


def _tell_thread_lost(talk: Talk, _effect: Effect) -> View:
    return thread_lost_view(talk)


def _sample_guided(talk: Talk) -> Guided:
    programme = sample_programme(talk)
    lines = talk.tools.library.template(programme.template, talk.say.language).room_guide
    names = _sample_names(talk)
    readers = readers_words(talk, "webchat", *names, moderators=False)
    return Guided(*names, readers, programme, lines, sample_matrix(talk))


def _sample_names(talk: Talk) -> tuple[str, str]:
    return sample_mentor(talk).name, sample_mentee(talk).name


def met_view(talk: Talk) -> View:
    """Say that the room is here from now on."""
    return View(
        title=talk.say("room-here"),
        blocks=(Text(talk.say("room-here-means")),),
        suggestions=talk.suggest("me"),
        tone=Tone.GOOD,
    )


def _meet(talk: Talk, ref: str) -> Reply:
    place = talk.origin.place if talk.origin else ""
    meet_in(talk.work, talk.tools, talk.actor, PairingId(ref), talk.platform, place)
    return Reply(met_view(talk))


FEATURE = Feature(
    actions=(ActionSpec("room_here", meet_in, _meet, placement=Placement.NEW, audience=Audience.HERE),),
    notices=(
        NoticeSpec("room_guide", _tell_guide),
        NoticeSpec("room_readers", _tell_readers),
        NoticeSpec("room_lost", _tell_lost),
        NoticeSpec("thread_lost", _tell_thread_lost),
    ),
    examples=(
        Example("action/room_here", met_view),
        Example("notice/room_guide", lambda talk: guide_view(talk, _sample_guided(talk))),
        Example(
            "notice/room_readers",
            lambda talk: readers_view(talk, readers_words(talk, "webchat", *_sample_names(talk), moderators=True)),
        ),
        Example("notice/room_lost", lambda talk: lost_view(talk, *_sample_names(talk))),
        Example("notice/thread_lost", thread_lost_view),
    ),
)
