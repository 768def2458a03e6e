"""The contract of assessments."""

from dataclasses import replace
from datetime import timedelta

from bot.core.domain.gaps import Assessment, Claims, Evidence
from bot.core.domain.growth import note_of
from bot.core.domain.ids import AssessmentId, CommunityId, CompetencyId, EntryId, EvidenceId, MemberId
from bot.core.domain.members import Role
from bot.storage.engines import Database
from tests.storage.samples import ANNA, COMMUNITY, MAYA, NOW, OTHER, pairing, person

DESIGN, TALKING = CompetencyId("design"), CompetencyId("talking")


def claim(
    number: int,
    competency: CompetencyId,
    level: int | None,
    by: MemberId = ANNA,
    community: CommunityId = COMMUNITY,
) -> Assessment:
    at = NOW + timedelta(days=number)
    return Assessment(AssessmentId(f"claim-{number}"), community, ANNA, competency, level, by, at)


def test_the_latest_claim_of_each_competency_stands(home: Database) -> None:
    with home.write() as work:
        work.assessments.add([claim(1, DESIGN, 2), claim(2, TALKING, None)])
        work.assessments.add([claim(1, DESIGN, 5, community=OTHER)])
        work.commit()
    with home.write() as work:
        work.assessments.add([claim(3, DESIGN, 3)])
        work.commit()

    with home.read() as work:
        assert work.assessments.current(COMMUNITY, ANNA) == {
            DESIGN: Claims(claim(3, DESIGN, 3)),
            TALKING: Claims(claim(2, TALKING, None)),
        }
        assert work.assessments.current(OTHER, ANNA) == {DESIGN: Claims(claim(1, DESIGN, 5, community=OTHER))}
        assert work.assessments.current(COMMUNITY, MAYA) == {}


def test_what_a_mentor_attests_stands_beside_one_s_own_word(home: Database) -> None:
    with home.write() as work:
        work.assessments.add([claim(1, DESIGN, 2), claim(2, DESIGN, 3, by=MAYA), claim(3, TALKING, 1, by=MAYA)])
        work.assessments.add([claim(4, DESIGN, 4, by=MAYA)])
        work.commit()

    with home.read() as work:
        assert work.assessments.current(COMMUNITY, ANNA) == {
            DESIGN: Claims(claim(1, DESIGN, 2), claim(4, DESIGN, 4, by=MAYA)),
            TALKING: Claims(None, claim(3, TALKING, 1, by=MAYA)),
        }


def test_of_two_claims_made_at_once_the_second_stands(home: Database) -> None:
    with home.write() as work:
        work.assessments.add([claim(1, DESIGN, 2), claim(2, DESIGN, 4)])
        work.commit()

    with home.read() as work:
        assert work.assessments.current(COMMUNITY, ANNA) == {DESIGN: Claims(claim(2, DESIGN, 4))}


def test_every_claim_is_kept_in_its_order(home: Database) -> None:
    made = [claim(1, DESIGN, 2), claim(2, TALKING, 1, by=MAYA), claim(3, DESIGN, 3, by=MAYA), claim(4, DESIGN, 4)]
    with home.write() as work:
        work.assessments.add([made[0], made[3]])
        work.assessments.add([made[2], made[1]])
        work.assessments.add([claim(2, TALKING, 5, community=OTHER)])
        work.commit()

    with home.read() as work:
        assert work.assessments.history(COMMUNITY, ANNA) == made
        assert work.assessments.history(COMMUNITY, MAYA) == []


def test_of_claims_made_at_one_moment_the_one_that_stands_comes_last(home: Database) -> None:
    again = replace(claim(1, DESIGN, 4), id=AssessmentId("a-later-one"))
    with home.write() as work:
        work.assessments.add([claim(1, DESIGN, 2), again])
        work.commit()

    with home.read() as work:
        assert work.assessments.history(COMMUNITY, ANNA) == [claim(1, DESIGN, 2), again]


def test_the_claims_of_those_who_wait_come_at_once(home: Database) -> None:
    with home.write() as work:
        work.assessments.add([claim(1, DESIGN, 2), claim(2, DESIGN, 4), claim(3, TALKING, None)])
        work.assessments.add([claim(1, DESIGN, 5, community=OTHER)])
        work.pairings.add(pairing("other", community=OTHER))
        work.commit()

    with home.read() as work:
        everyone = {ANNA: work.assessments.current(COMMUNITY, ANNA)}
        assert work.assessments.current_of_waiting(COMMUNITY) == everyone
        assert work.assessments.current_of_waiting(OTHER) == {}


def piece(number: int, of: Assessment, by: MemberId = ANNA, entry: EntryId | None = None) -> Evidence:
    """Make evidence, a minute later each."""
    at = NOW + timedelta(minutes=number)
    text = "" if entry else "A link"
    return Evidence(EvidenceId(f"piece-{number}"), of.community, of.member, of.competency, of.id, by, at, text, entry)


def test_every_piece_of_evidence_is_kept_and_stays_with_a_newer_claim(home: Database) -> None:
    first, second = claim(1, DESIGN, 2), claim(2, DESIGN, 3)
    note = note_of(person(ANNA, Role.MENTEE), EntryId("note"), "My talk was accepted.", NOW)
    pieces = [piece(1, first), piece(2, first, by=MAYA), piece(3, first, entry=note.id)]
    with home.write() as work:
        work.growth.add(note)
        work.assessments.add([first])
        work.assessments.add_evidence(pieces)
        work.assessments.add([second])
        work.commit()

    with home.read() as work:
        assert work.assessments.evidence(COMMUNITY, ANNA) == pieces[::-1]
        assert work.assessments.evidence(OTHER, ANNA) == []
        assert work.assessments.evidence(COMMUNITY, MAYA) == []
