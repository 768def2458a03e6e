"""Rating oneself against the destination role, being assessed by one's mentor, and reading the matrix."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.core.domain.errors import (
    DestinationGone,
    EvidenceMissing,
    MenteesDestinationGone,
    MovedOn,
    NotFound,
    NothingAnswered,
    NothingClaimed,
)
from bot.core.domain.frameworks import level_of
from bot.core.domain.gaps import UNCLAIMED, Assessment, Claims, Evidence, GapCell, GapMatrix, matrix_of
from bot.core.domain.growth import Entry
from bot.core.domain.ids import AssessmentId, CommunityId, CompetencyId, EntryId, EvidenceId, MemberId
from bot.core.domain.members import Member
from bot.core.domain.pairings import Pairing, PairingState
from bot.core.effects import Act
from bot.core.ports import Tools, UnitOfWork
from bot.core.usecases.access import Actor, authorise
from bot.core.usecases.rooms import said_in_room
from bot.core.usecases.telling import tell
from bot.core.usecases.versions import begin_matrix


@dataclass(frozen=True)
class Grounds:
    """What levels rest on, the newest first, with who said it and the entries that it names."""

    evidence: Sequence[Evidence]
    people: Mapping[MemberId, Member]
    entries: Mapping[EntryId, Entry]


@dataclass(frozen=True)
class CellRead:
    """All there is about one cell."""

    cell: GapCell
    claims: Claims
    grounds: Grounds
    matrix: GapMatrix


def assess(work: UnitOfWork, tools: Tools, actor: Actor, levels: Mapping[CompetencyId, int | None]) -> GapMatrix:
    """Keep a member's own levels, None being "don't know"; what hasn't changed is not claimed again.

    Whoever has never been asked is told from who doesn't know, so that the next time begins with the former. Where a
    level newly differs much from what a mentor has attested, both are told.
    """
    authorise(actor, assess)
    member = actor.here()
    before = work.assessments.current(actor.community, member.id)
    own = {each: claims.own for each, claims in before.items() if claims.own is not None}
    if not any(level is not None for level in levels.values()) and not own:
        raise NothingAnswered
    changed = [
        _claim(tools, member, competency, level, member.id)
        for competency, level in levels.items()
        if competency not in own or own[competency].level != level
    ]
    work.assessments.add(changed)
    pairing = work.pairings.live_of_mentee(actor.community, member.id) if changed else None
    if pairing is not None and pairing.state is PairingState.ACTIVE:
        _tell_of_differences(work, tools, pairing, before, changed)
    matrix = gap_matrix(work, tools, actor.community, member.id, member.language)
    begin_matrix(work, tools, work.members.get_mentee(actor.community, member.id))
    work.commit()
    return matrix


def add_evidence(
    work: UnitOfWork,
    tools: Tools,
    actor: Actor,
    competency: CompetencyId,
    text: str = "",
    entry: EntryId | None = None,
) -> CellRead:
    """Say what a level of one's own rests on: words, a link, an entry of one's growth thread; earlier ones stay.

    Raise `NothingClaimed` where nobody has named a level, `EvidenceMissing` where nothing is given.
    """
    authorise(actor, add_evidence)
    member = actor.here()
    claim = work.assessments.current(actor.community, member.id).get(competency, UNCLAIMED).known
    if claim is None or claim.level is None:
        raise NothingClaimed
    if not text and entry is None:
        raise EvidenceMissing
    if entry is not None and work.growth.get(actor.community, entry).public().member != member.id:
        raise NotFound
    work.assessments.add_evidence([_evidence(tools, claim, member.id, text, entry)])
    read = _cell(work, tools, member, competency)
    work.commit()
    return read


def attest(
    work: UnitOfWork,
    tools: Tools,
    actor: Actor,
    mentee: MemberId,
    levels: Mapping[CompetencyId, int],
    evidence: str = "",
) -> GapMatrix:
    """Keep what a mentor says of their mentee's levels; what stands already as they say it is not said again.

    Raise `NothingAnswered` where nothing is new, `NotFound` for a competency that isn't in the mentee's matrix.
    """
    authorise(actor, attest)
    pairing = _mentored(work, actor, mentee)
    language = actor.here().language
    cells = {each.competency.id: each for each in mentees_matrix(work, tools, actor.community, mentee, language).cells}
    if not cells.keys() >= levels.keys():
        raise NotFound
    news = {each: level for each, level in levels.items() if cells[each].attested != level or not cells[each].stands}
    if not news:
        raise NothingAnswered
    agreed = attested(work, tools, pairing, news, evidence)
    if agreed:
        key = f"levels_attested:{tools.ids.new()}"
        tell(work, tools, actor.community, mentee, "levels_attested", key, cells=" ".join(agreed))
    matrix = mentees_matrix(work, tools, actor.community, mentee, language)
    work.commit()
    return matrix


def attested(
    work: UnitOfWork,
    tools: Tools,
    pairing: Pairing,
    levels: Mapping[CompetencyId, int],
    evidence: str = "",
    shown: Mapping[CompetencyId, int] | None = None,
) -> Sequence[CompetencyId]:
    """Keep the levels that a pairing's mentor attests, as part of a unit of work that has asked whether they may.

    `shown` are levels that the mentee says their evidence shows: as far as the mentor agrees, they are the mentee's
    own word from now on, too. Nothing is committed. Where the two newly see it very differently, both are told; those
    that they don't are returned.
    """
    mentee = work.members.get(pairing.community, pairing.mentee)
    before = work.assessments.current(pairing.community, pairing.mentee)
    said = [_claim(tools, mentee, each, level, mentee.id) for each, level in _agreed(before, levels, shown or {})]
    made = [_claim(tools, mentee, each, level, pairing.mentor) for each, level in levels.items()]
    work.assessments.add([*said, *made])
    if evidence:
        work.assessments.add_evidence([_evidence(tools, each, pairing.mentor, evidence) for each in made])
    since = {each.competency: before.get(each.competency, UNCLAIMED).joined_by(each) for each in said}
    differing = _tell_of_differences(work, tools, pairing, {**before, **since}, made)
    return [each for each in levels if each not in differing]


def read_gap_matrix(work: UnitOfWork, tools: Tools, actor: Actor) -> GapMatrix:
    """Read a mentee's own matrix."""
    authorise(actor, read_gap_matrix)
    member = actor.here()
    return gap_matrix(work, tools, actor.community, member.id, member.language)


def read_cell(work: UnitOfWork, tools: Tools, actor: Actor, competency: CompetencyId) -> CellRead:
    """Read all there is about one cell of one's own matrix; raise `NotFound` for a competency that isn't in it."""
    authorise(actor, read_cell)
    return _cell(work, tools, actor.here(), competency)


def read_mentees_evidence(work: UnitOfWork, tools: Tools, actor: Actor, mentee: MemberId) -> tuple[GapMatrix, Grounds]:
    """Read what the levels of a mentee rest on whom one mentors now."""
    authorise(actor, read_mentees_evidence)
    _mentored(work, actor, mentee)
    matrix = mentees_matrix(work, tools, actor.community, mentee, actor.here().language)
    return matrix, _grounds(work, actor.community, work.assessments.evidence(actor.community, mentee))


def read_mentees_matrix(work: UnitOfWork, tools: Tools, actor: Actor, mentee: MemberId) -> GapMatrix:
    """Read the matrix of a mentee whom one mentors now."""
    authorise(actor, read_mentees_matrix)
    _mentored(work, actor, mentee)
    return mentees_matrix(work, tools, actor.community, mentee, actor.here().language)


def read_mentees(work: UnitOfWork, actor: Actor) -> Sequence[Member]:
    """List the mentees whom one mentors now, the longest first."""
    authorise(actor, read_mentees)
    mentor = actor.here().id
    pairings = work.pairings.of_member(actor.community, mentor)
    mentees = [each.mentee for each in pairings if each.mentor == mentor and each.state is PairingState.ACTIVE]
    members = work.members.many(actor.community, mentees)
    return [members[each] for each in mentees]


def gap_matrix(work: UnitOfWork, tools: Tools, community: CommunityId, member: MemberId, language: str) -> GapMatrix:
    """Lay a mentee's current levels against their destination role.

    Raise `NotAMember` without a profile, `DestinationGone` where nobody can tell any more what the role asks.
    """
    profile = work.members.get_mentee(community, member)
    try:
        framework, role = tools.library.role(profile.destination, language)
    except NotFound as error:
        raise DestinationGone from error
    return matrix_of(framework, role, work.assessments.current(community, member))


def mentees_matrix(
    work: UnitOfWork, tools: Tools, community: CommunityId, mentee: MemberId, language: str
) -> GapMatrix:
    """Do the same for somebody else to read; raise `MenteesDestinationGone` where it can't be done any more."""
    try:
        return gap_matrix(work, tools, community, mentee, language)
    except DestinationGone as error:
        raise MenteesDestinationGone(name=work.members.get(community, mentee).name) from error


def _cell(work: UnitOfWork, tools: Tools, member: Member, competency: CompetencyId) -> CellRead:
    matrix = gap_matrix(work, tools, member.community, member.id, member.language)
    cell = next((each for each in matrix.cells if each.competency.id == competency), None)
    if cell is None:
        raise NotFound
    claims = work.assessments.current(member.community, member.id).get(competency, UNCLAIMED)
    evidence = [
        each for each in work.assessments.evidence(member.community, member.id) if each.competency == competency
    ]
    by = [each.assessed_by for each in (claims.own, claims.attested) if each is not None]
    return CellRead(cell, claims, _grounds(work, member.community, evidence, by), matrix)


def _grounds(
    work: UnitOfWork, community: CommunityId, evidence: Sequence[Evidence], by: Iterable[MemberId] = ()
) -> Grounds:
    people = work.members.many(community, {*(each.added_by for each in evidence), *by})
    entries = work.growth.many(community, {each.entry for each in evidence if each.entry is not None})
    return Grounds(evidence, people, entries)


def _mentored(work: UnitOfWork, actor: Actor, mentee: MemberId) -> Pairing:
    """Return the pairing in which the actor mentors somebody now; any other is not told from none."""
    pairing = work.pairings.live_of_mentee(actor.community, mentee)
    if pairing is None or pairing.mentor != actor.here().id:
        raise NotFound
    if pairing.state is not PairingState.ACTIVE:
        raise MovedOn(state=pairing.state.value)
    return pairing


def _agreed(
    before: Mapping[CompetencyId, Claims], levels: Mapping[CompetencyId, int], shown: Mapping[CompetencyId, int]
) -> Iterable[tuple[CompetencyId, int]]:
    """List what of the shown levels is attested, and more than the mentee has said so far."""
    for competency, level in levels.items():
        own = before.get(competency, UNCLAIMED).own
        agreed = min(level, shown.get(competency, 0))
        if agreed > ((own.level if own else None) or 0):
            yield competency, agreed


def _evidence(tools: Tools, claim: Assessment, by: MemberId, text: str, entry: EntryId | None = None) -> Evidence:
    return Evidence(
        id=EvidenceId(tools.ids.new()),
        community=claim.community,
        member=claim.member,
        competency=claim.competency,
        assessment=claim.id,
        added_by=by,
        added_at=tools.clock.now(),
        text=text,
        entry=entry,
    )


def _claim(tools: Tools, member: Member, competency: CompetencyId, level: int | None, by: MemberId) -> Assessment:
    return Assessment(
        id=AssessmentId(tools.ids.new()),
        community=member.community,
        member=member.id,
        competency=competency,
        level=None if level is None else level_of(level, tools.library.levels(competency)),
        assessed_by=by,
        assessed_at=tools.clock.now(),
    )


def _tell_of_differences(
    work: UnitOfWork,
    tools: Tools,
    pairing: Pairing,
    before: Mapping[CompetencyId, Claims],
    made: Iterable[Assessment],
) -> Collection[CompetencyId]:
    """Tell a pair, once, where they see it differently since now, and put it on what they talk about next."""
    stood = {each.competency: before.get(each.competency, UNCLAIMED) for each in made}
    new = [each for each in made if stood[each.competency].joined_by(each).differ and not stood[each.competency].differ]
    if not new:
        return ()
    cells = " ".join(each.competency for each in new)
    for member in (pairing.mentor, pairing.mentee):
        key = f"levels_differ:{new[0].id}:{member}"
        tell(work, tools, pairing.community, member, "levels_differ", key, pairing=pairing.id, cells=cells)
    room = work.rooms.find(pairing.community, pairing.id)
    if room is not None:
        key = f"agenda_levels:{new[0].id}"
        work.outbox.add(said_in_room(work, tools, room, Act.POST, "agenda_levels", key, cells=cells))
    return {each.competency for each in new}
