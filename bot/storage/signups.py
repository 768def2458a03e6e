"""Sign-ups and sheets, sealed: a sheet may say whom somebody is not to be paired with."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

import sqlalchemy as sa

from bot.core.domain.ids import CommunityId, CompetencyId, MemberId, RoleId
from bot.core.domain.signups import Sheet, SheetKind, SignUp
from bot.storage import schema
from bot.storage.dialect import insert_or_replace
from bot.storage.rows import Row, Rows
from bot.storage.sealing import Seal

sign_ups = sa.Table(
    "sign_ups",
    schema.metadata,
    schema.community(),
    sa.Column("kind", schema.Word(SheetKind), primary_key=True),
    sa.Column("account", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("member_id", sa.Text),
    sa.Column("said", sa.Text),
    schema.of_community(),
    schema.refers("member_id", "members"),
)

sheets = sa.Table(
    "sheets",
    schema.metadata,
    schema.community(),
    sa.Column("kind", schema.Word(SheetKind), primary_key=True),
    sa.Column("content", sa.Text),
    schema.of_community(),
)

sheet_headings = sa.Table(
    "sheet_headings",
    schema.metadata,
    schema.community(),
    sa.Column("kind", schema.Word(SheetKind), primary_key=True),
    sa.Column("heading", sa.Text, primary_key=True),
    sa.Column("meaning", sa.Text, nullable=False),
    schema.of_community(),
)


class SignUpRows(Rows):
    """The port `SignUps`."""

    def __init__(self, connection: sa.Connection, seal: Seal) -> None:
        super().__init__(connection)
        self._seal = seal

    def save(self, sign_ups: Sequence[SignUp]) -> None:
        self._change_each(_SAVE, [self._values(each) for each in sign_ups])

    def all(self, community: CommunityId, kind: SheetKind | None = None) -> Sequence[SignUp]:
        rows = self._all(_ALL, community=community)
        return [self._sign_up_of(row) for row in rows if kind in {None, row[1]}]

    def waiting(self, community: CommunityId, accounts: Collection[str]) -> Sequence[SignUp]:
        rows = self._all(_WAITING, community=community, accounts=sorted(accounts))
        return [self._sign_up_of(row) for row in rows]

    def headings(self, community: CommunityId, kind: SheetKind) -> Mapping[str, str]:
        return {str(heading): str(means) for heading, means in self._all(_HEADINGS, community=community, kind=kind)}

    def save_headings(self, community: CommunityId, kind: SheetKind, names: Mapping[str, str]) -> None:
        key = {"community_id": community, "kind": kind}
        rows = [{**key, "heading": heading, "meaning": column} for heading, column in names.items()]
        self._change_each(_SAVE_HEADING, rows)

    def sheet(self, community: CommunityId, kind: SheetKind) -> Sheet | None:
        row = self._first(_SHEET, community=community, kind=kind)
        return Sheet(community, kind, self._seal.opened(row[0])) if row else None

    def save_sheet(self, sheet: Sheet) -> None:
        content = self._seal.sealed(sheet.content)
        self._change(_SAVE_SHEET, {"community_id": sheet.community, "kind": sheet.kind, "content": content})

    def forget_sheet(self, community: CommunityId, kind: SheetKind) -> None:
        self._change(_FORGET_SHEET, {"community": community, "of_kind": kind})

    def _values(self, each: SignUp) -> Mapping[str, object]:
        return {
            "community_id": each.community,
            "kind": each.kind,
            "account": each.account,
            "name": each.name,
            "member_id": each.member,
            "said": self._seal.sealed(_text(each)),
        }

    def _sign_up_of(self, row: Row) -> SignUp:
        community, kind, account, name, member, said = row
        kept = schema.load(self._seal.opened(said) or "{}")
        hours, paused_until = kept.get("hours"), kept.get("paused_until")
        return SignUp(
            community=community,
            kind=kind,
            account=account,
            name=name,
            role=RoleId(kept.get("role", "")),
            levels={CompetencyId(each): level for each, level in kept.get("levels", {}).items()},
            zone=kept.get("zone", ""),
            languages=tuple(kept.get("languages", ())),
            hours=None if hours is None else tuple((first, end) for first, end in hours),
            preferences=tuple(kept.get("preferences", ())),
            team=kept.get("team", ""),
            capacity=kept.get("capacity"),
            hours_a_week=kept.get("hours_a_week"),
            paused_until=date.fromisoformat(paused_until) if paused_until else None,
            wishes=tuple(kept.get("wishes", ())),
            not_with=tuple(kept.get("not_with", ())),
            member=MemberId(member) if member else None,
            done=frozenset(kept.get("done", ())),
        )


_OF_COMMUNITY = sign_ups.c.community_id == sa.bindparam("community")
_SAVE = insert_or_replace(sign_ups)
_ALL = sa.select(*sign_ups.c).where(_OF_COMMUNITY).order_by(sign_ups.c.kind, sign_ups.c.account)
_WAITING = _ALL.where(sign_ups.c.account.in_(sa.bindparam("accounts", expanding=True)), sign_ups.c.member_id.is_(None))
_HEADINGS = sa.select(sheet_headings.c.heading, sheet_headings.c.meaning).where(
    sheet_headings.c.community_id == sa.bindparam("community"),
    sheet_headings.c.kind == sa.bindparam("kind", type_=sheet_headings.c.kind.type),
)
_SAVE_HEADING = insert_or_replace(sheet_headings)
_SHEET = sa.select(sheets.c.content).where(
    sheets.c.community_id == sa.bindparam("community"), sheets.c.kind == sa.bindparam("kind", type_=sheets.c.kind.type)
)
_SAVE_SHEET = insert_or_replace(sheets)
_FORGET_SHEET = sa.delete(sheets).where(
    sheets.c.community_id == sa.bindparam("community"),
    sheets.c.kind == sa.bindparam("of_kind", type_=sheets.c.kind.type),
)


def _text(each: SignUp) -> str:
    return schema.dump(
        {
            "role": each.role,
            "levels": dict(each.levels),
            "zone": each.zone,
            "languages": list(each.languages),
            "hours": None if each.hours is None else [list(part) for part in each.hours],
            "preferences": list(each.preferences),
            "team": each.team,
            "capacity": each.capacity,
            "hours_a_week": each.hours_a_week,
            "paused_until": each.paused_until and each.paused_until.isoformat(),
            "wishes": list(each.wishes),
            "not_with": list(each.not_with),
            "done": sorted(each.done),
        }
    )
