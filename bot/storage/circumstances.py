"""What members say of themselves for being paired; wishes, blocks and past pairings; a programme's own rules."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa

from bot.core.domain.circumstances import RULES, Circumstances, MatchingRules, PastPairing
from bot.core.domain.ids import CommunityId, MemberId, ProgrammeId
from bot.core.domain.matching import Terms, Weights
from bot.core.domain.pairings import PairingState
from bot.storage import schema
from bot.storage.dialect import insert, insert_or_replace
from bot.storage.pairings import pairings
from bot.storage.rows import Row, Rows

circumstances = sa.Table(
    "circumstances",
    schema.metadata,
    schema.community(),
    sa.Column("member_id", sa.Text, primary_key=True),
    sa.Column("hours", sa.Text),
    sa.Column("preferences", sa.Text, nullable=False),
    sa.Column("team", sa.Text, nullable=False),
    sa.Column("paused_until", sa.Date),
    schema.refers("member_id", "members"),
)

wishes = sa.Table(
    "wishes",
    schema.metadata,
    schema.community(),
    sa.Column("member_id", sa.Text, primary_key=True),
    sa.Column("mentor_id", sa.Text, primary_key=True),
    sa.Column("rank", sa.Integer, nullable=False),
    schema.refers("member_id", "members"),
    schema.refers("mentor_id", "members"),
)

blocks = sa.Table(
    "blocks",
    schema.metadata,
    schema.community(),
    sa.Column("member_id", sa.Text, primary_key=True),
    sa.Column("other_id", sa.Text, primary_key=True),
    schema.refers("member_id", "members"),
    schema.refers("other_id", "members"),
)
"""Confidential: nothing but `kept_apart` and their owner's own list may be made of these rows."""

matching_rules = sa.Table(
    "matching_rules",
    schema.metadata,
    schema.community(),
    sa.Column("programme_id", sa.Text, primary_key=True),
    sa.Column("rules", sa.Text, nullable=False),
    schema.refers("programme_id", "programmes"),
)


class CircumstanceRows(Rows):
    """The port `CircumstancesKept`."""

    def get(self, community: CommunityId, member: MemberId) -> Circumstances:
        row = self._first(_GET, community=community, member=member)
        return _circumstances_of(row) if row else Circumstances(community, member)

    def save(self, circumstances: Circumstances) -> None:
        self.save_all([circumstances])

    def save_all(self, circumstances: Sequence[Circumstances]) -> None:
        self._change_each(_SAVE, [_values(each) for each in circumstances])

    def of_community(self, community: CommunityId) -> Mapping[MemberId, Circumstances]:
        found = map(_circumstances_of, self._all(_OF_COMMUNITY, community=community))
        return {each.member: each for each in found}

    def wishes(self, community: CommunityId, mentee: MemberId) -> Sequence[MemberId]:
        return [MemberId(row[0]) for row in self._all(_WISHES, community=community, member=mentee)]

    def save_wishes(self, community: CommunityId, mentee: MemberId, mentors: Sequence[MemberId]) -> None:
        key = {"community_id": community, "member_id": mentee}
        self._change(_FORGET_WISHES, {"community": community, "member": mentee})
        self._change_each(_WISH, [{**key, "mentor_id": each, "rank": rank} for rank, each in enumerate(mentors)])

    def all_wishes(self, community: CommunityId) -> Mapping[MemberId, Sequence[MemberId]]:
        return _gathered(self._all(_ALL_WISHES, community=community))

    def block(self, community: CommunityId, member: MemberId, other: MemberId) -> None:
        self._change(_BLOCK, {"community_id": community, "member_id": member, "other_id": other})

    def unblock(self, community: CommunityId, member: MemberId, other: MemberId) -> None:
        self._change(_UNBLOCK, {"community": community, "member": member, "other": other})

    def blocks(self, community: CommunityId, member: MemberId) -> Sequence[MemberId]:
        return [MemberId(row[0]) for row in self._all(_BLOCKS, community=community, member=member)]

    def all_blocks(self, community: CommunityId) -> Mapping[MemberId, Sequence[MemberId]]:
        return _gathered(self._all(_ALL_BLOCKS, community=community))

    def past_pairings(self, community: CommunityId, since: datetime) -> Sequence[PastPairing]:
        return [PastPairing(*row) for row in self._all(_PAST, community=community, since=since)]

    def rules(self, community: CommunityId, programme: ProgrammeId) -> MatchingRules:
        row = self._first(_RULES, community=community, programme=programme)
        return _rules_of(row[0]) if row else RULES

    def save_rules(self, community: CommunityId, programme: ProgrammeId, rules: MatchingRules) -> None:
        self._change(_SAVE_RULES, {"community_id": community, "programme_id": programme, "rules": _rules_text(rules)})


def _own(table: sa.Table) -> tuple[sa.ColumnElement[bool], ...]:
    return table.c.community_id == sa.bindparam("community"), table.c.member_id == sa.bindparam("member")


_GET = sa.select(*circumstances.c).where(*_own(circumstances))
_OF_COMMUNITY = sa.select(*circumstances.c).where(circumstances.c.community_id == sa.bindparam("community"))
_SAVE = insert_or_replace(circumstances)
_WISHES = sa.select(wishes.c.mentor_id).where(*_own(wishes)).order_by(wishes.c.rank, wishes.c.mentor_id)
_ALL_WISHES = (
    sa.select(wishes.c.member_id, wishes.c.mentor_id)
    .where(wishes.c.community_id == sa.bindparam("community"))
    .order_by(wishes.c.member_id, wishes.c.rank, wishes.c.mentor_id)
)
_FORGET_WISHES = sa.delete(wishes).where(*_own(wishes))
_WISH = sa.insert(wishes)
_BLOCK = insert(blocks).on_conflict_do_nothing()
_UNBLOCK = sa.delete(blocks).where(*_own(blocks), blocks.c.other_id == sa.bindparam("other"))
_BLOCKS = sa.select(blocks.c.other_id).where(*_own(blocks)).order_by(blocks.c.other_id)
_ALL_BLOCKS = (
    sa.select(blocks.c.member_id, blocks.c.other_id)
    .where(blocks.c.community_id == sa.bindparam("community"))
    .order_by(blocks.c.member_id, blocks.c.other_id)
)
_PAST = (
    sa.select(pairings.c.mentor_id, pairings.c.mentee_id, pairings.c.ended_at)
    .where(
        pairings.c.community_id == sa.bindparam("community"),
        schema.one_of(pairings.c.state, (PairingState.COMPLETED, PairingState.ENDED)),
        pairings.c.answered_at.is_not(None),  # a proposal that came to nothing was no pairing
        pairings.c.ended_at > sa.bindparam("since", type_=schema.Instant),
    )
    .order_by(pairings.c.ended_at, pairings.c.id)
)
_RULES = sa.select(matching_rules.c.rules).where(
    matching_rules.c.community_id == sa.bindparam("community"),
    matching_rules.c.programme_id == sa.bindparam("programme"),
)
_SAVE_RULES = insert_or_replace(matching_rules)


def _values(said: Circumstances) -> Mapping[str, object]:
    return {
        "community_id": said.community,
        "member_id": said.member,
        "hours": None if said.hours is None else schema.dump([list(each) for each in said.hours]),
        "preferences": schema.dump(sorted(said.preferences)),
        "team": said.team,
        "paused_until": said.paused_until,
    }


def _circumstances_of(row: Row) -> Circumstances:
    community, member, hours, preferences, team, paused_until = row
    return Circumstances(
        community,
        member,
        None if hours is None else tuple((first, end) for first, end in schema.load(hours)),
        frozenset(schema.load(preferences)),
        team,
        paused_until,
    )


def _gathered(rows: Iterable[Row]) -> Mapping[MemberId, Sequence[MemberId]]:
    found: dict[MemberId, list[MemberId]] = {}
    for member, other in rows:
        found.setdefault(MemberId(member), []).append(MemberId(other))
    return found


def _rules_text(rules: MatchingRules) -> str:
    terms = rules.terms
    return schema.dump(
        {
            "weights": vars(terms.weights),
            "margin": terms.margin,
            "with_language": terms.with_language,
            "with_hours": terms.with_hours,
            "cool_down_days": rules.cool_down_days,
            "tags": list(rules.tags),
            "mentees_ask": rules.mentees_ask,
            "remind_days": rules.remind_days,
            "answer_days": rules.answer_days,
        }
    )


def _rules_of(text: str) -> MatchingRules:
    kept = schema.load(text)
    terms = Terms(Weights(**kept["weights"]), kept["margin"], kept["with_language"], kept["with_hours"])
    later = {name: kept[name] for name in ("mentees_ask", "remind_days", "answer_days") if name in kept}
    return MatchingRules(terms, kept["cool_down_days"], tuple(kept["tags"]), **later)
