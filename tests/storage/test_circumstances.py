"""The contract of what members say of themselves for being paired."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.core.domain.circumstances import RULES, Circumstances, MatchingRules, PastPairing
from bot.core.domain.ids import MemberId, ProgrammeId
from bot.core.domain.matching import Terms, Weights, read_hours
from bot.core.domain.pairings import PairingState
from bot.storage.engines import Database
from tests.storage.samples import ANNA, COMMUNITY, MAYA, MILAN, NOW, OTHER, PROGRAMME, ZOE, pairing

SAID = Circumstances(
    COMMUNITY, ANNA, read_hours(["mon-fri 18-21"]), frozenset({"remote", "calls"}), "Rot", date(2027, 1, 1)
)


def test_what_a_member_says_is_kept_and_changed(home: Database) -> None:
    with home.write() as work:
        work.circumstances.save(replace(SAID, team="Blau", hours=None))
        work.circumstances.save(SAID)
        work.circumstances.save(Circumstances(OTHER, MAYA, hours=()))
        work.commit()

    with home.read() as work:
        assert work.circumstances.get(COMMUNITY, ANNA) == SAID
        assert work.circumstances.of_community(COMMUNITY) == {ANNA: SAID}
        assert work.circumstances.get(OTHER, MAYA).hours == (), "no hour at all is not the same as nothing said"


def test_who_has_said_nothing_has_said_nothing(home: Database) -> None:
    with home.read() as work:
        assert work.circumstances.get(COMMUNITY, ANNA) == Circumstances(COMMUNITY, ANNA)
        assert work.circumstances.of_community(COMMUNITY) == {}
        assert work.circumstances.wishes(COMMUNITY, ANNA) == []


def test_wishes_keep_their_order_and_the_new_ones_count(home: Database) -> None:
    with home.write() as work:
        work.circumstances.save_wishes(COMMUNITY, ANNA, [MAYA])
        work.circumstances.save_wishes(COMMUNITY, ANNA, [MILAN, MAYA])
        work.circumstances.save_wishes(COMMUNITY, ZOE, [MAYA])
        work.circumstances.save_wishes(OTHER, ANNA, [MAYA])
        work.commit()

    with home.write() as work:
        assert work.circumstances.wishes(COMMUNITY, ANNA) == [MILAN, MAYA]
        assert work.circumstances.all_wishes(COMMUNITY) == {ANNA: [MILAN, MAYA], ZOE: [MAYA]}
        work.circumstances.save_wishes(COMMUNITY, ANNA, [])
        assert work.circumstances.all_wishes(COMMUNITY) == {ZOE: [MAYA]}


def test_blocks_are_kept_once_and_taken_back(home: Database) -> None:
    with home.write() as work:
        for other in (MAYA, MILAN, MAYA):
            work.circumstances.block(COMMUNITY, ANNA, other)
        work.circumstances.block(COMMUNITY, MAYA, ANNA)
        work.commit()

    with home.write() as work:
        assert work.circumstances.blocks(COMMUNITY, ANNA) == [MAYA, MILAN]
        assert work.circumstances.all_blocks(COMMUNITY) == {ANNA: [MAYA, MILAN], MAYA: [ANNA]}
        assert work.circumstances.all_blocks(OTHER) == {}
        work.circumstances.unblock(COMMUNITY, ANNA, MAYA)
        assert work.circumstances.all_blocks(COMMUNITY) == {ANNA: [MILAN], MAYA: [ANNA]}


@pytest.mark.parametrize(
    ("state", "was_active", "days", "counts"),
    [
        (PairingState.ENDED, True, 9, True),
        (PairingState.COMPLETED, True, 9, True),
        (PairingState.ENDED, True, 11, False),
        (PairingState.ENDED, False, 9, False),
        (PairingState.DECLINED, True, 9, False),
        (PairingState.ACTIVE, True, 9, False),
    ],
)
def test_past_pairings_are_those_that_were_active(
    home: Database,
    state: PairingState,
    was_active: bool,  # noqa: FBT001
    days: int,
    counts: bool,  # noqa: FBT001
) -> None:
    ended = NOW - timedelta(days=days)
    past = replace(pairing(), state=state, answered_at=NOW if was_active else None, ended_at=ended)
    with home.write() as work:
        work.pairings.add(past)
        work.commit()

    with home.read() as work:
        found = work.circumstances.past_pairings(COMMUNITY, NOW - timedelta(days=10))
        assert found == ([PastPairing(MAYA, ANNA, ended)] if counts else [])
        assert work.circumstances.past_pairings(OTHER, NOW - timedelta(days=10)) == []


def test_a_programme_s_own_rules_are_kept_whole(home: Database) -> None:
    own = MatchingRules(
        Terms(Weights(0.5, 0.1, 0.2, 0.3, 0.4), 2, with_language=False, with_hours=False), 30, ("remote", "früh")
    )
    with home.write() as work:
        work.circumstances.save_rules(COMMUNITY, PROGRAMME, RULES)
        work.circumstances.save_rules(COMMUNITY, PROGRAMME, own)
        work.commit()

    with home.read() as work:
        assert work.circumstances.rules(COMMUNITY, PROGRAMME) == own
        assert work.circumstances.rules(OTHER, PROGRAMME) == RULES
        assert work.circumstances.rules(COMMUNITY, ProgrammeId("none")) == RULES


def test_a_member_s_words_are_theirs_alone(home: Database) -> None:
    with home.read() as work:
        assert work.circumstances.blocks(COMMUNITY, MemberId("nobody")) == []
