"""Communities and their places."""

from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa

from bot.core.domain.communities import HOMES, Community, Place, PlaceKind
from bot.core.domain.errors import NotFound
from bot.core.domain.ids import CommunityId, PlaceId
from bot.storage import schema
from bot.storage.dialect import insert
from bot.storage.rows import Row, Rows

communities = sa.Table(
    "communities",
    schema.metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("zone", sa.Text, nullable=False),
    sa.Column("founded_at", schema.Instant, nullable=False),
    sa.Column("is_away", sa.Boolean, nullable=False, server_default=sa.false()),
)

places = sa.Table(
    "places",
    schema.metadata,
    schema.community(),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("platform", sa.Text, nullable=False),
    sa.Column("kind", schema.Word(PlaceKind), nullable=False),
    sa.Column("external_id", sa.Text, nullable=False),
    sa.Column("is_away", sa.Boolean, nullable=False, server_default=sa.false()),
    schema.of_community(),
    sa.UniqueConstraint("platform", "external_id", "kind"),
    sa.Index(None, "community_id", "platform", "kind"),
)


class CommunityRows(Rows):
    """The port `Communities`."""

    def add(self, community: Community) -> None:
        self._change(_ADD, {"id": community.id, **_values(community)})

    def get(self, community: CommunityId, *, lock: bool = False) -> Community:
        if row := self._first(_LOCK if lock else _GET, community=community):
            return _community_of(row)
        raise NotFound

    def save(self, community: Community) -> None:
        self._change(_SAVE, {"of_id": community.id, **_values(community)})

    def present(self, platform: str) -> Sequence[str]:
        return [row[0] for row in self._all(_PRESENT, platform=platform, kind=PlaceKind.COMMUNITY)]

    def find_by_place(self, platform: str, external_id: str) -> Community | None:
        row = self._first(_BY_PLACE, platform=platform, external_id=external_id, kind=PlaceKind.COMMUNITY)
        return _community_of(row) if row else None

    def add_place(self, place: Place) -> None:
        self._change(
            _ADD_PLACE,
            {
                "community_id": place.community,
                "id": place.id,
                "platform": place.platform,
                "kind": place.kind,
                "external_id": place.external_id,
                "is_away": place.is_away,
            },
        )

    def save_place(self, place: Place) -> None:
        self._change(_SAVE_PLACE, {"of_community_id": place.community, "of_id": place.id, "is_away": place.is_away})

    def find_place(self, community: CommunityId, platform: str, external_id: str) -> Place | None:
        row = self._first(_FIND_PLACE, community=community, platform=platform, external_id=external_id)
        return _place_of(row) if row else None

    def is_place(self, platform: str, external_id: str, kind: PlaceKind) -> bool:
        return self._first(_BY_PLACE, platform=platform, external_id=external_id, kind=kind) is not None

    def places_called(self, community: CommunityId, platform: str, external_id: str) -> Sequence[Place]:
        rows = self._all(_FIND_PLACE, community=community, platform=platform, external_id=external_id)
        return [_place_of(row) for row in rows]

    def remove_place(self, place: Place) -> None:
        self._change(_REMOVE_PLACE, {"of_community_id": place.community, "of_id": place.id})

    def move_places(self, community: CommunityId, platform: str, external_id: str, to: str) -> None:
        for place in map(_place_of, self._all(_ON_PLATFORM, community=community, platform=platform)):
            inside = place.external_id.removeprefix(external_id)
            if inside != place.external_id and inside[:1] in {"", "/", "#"}:
                key = {"of_community_id": community, "of_id": place.id}
                self._change(_MOVE, {**key, "external_id": to + inside})

    def get_place(self, community: CommunityId, place: PlaceId) -> Place:
        if row := self._first(_GET_PLACE, community=community, place=place):
            return _place_of(row)
        raise NotFound

    def places(self, community: CommunityId, places: Iterable[PlaceId]) -> Mapping[PlaceId, Place]:
        found = (_place_of(row) for row in self._all(_SEVERAL, community=community, places=list(places)))
        return {place.id: place for place in found}

    def own_place(self, community: CommunityId, platform: str, kind: PlaceKind = PlaceKind.COMMUNITY) -> Place | None:
        row = self._first(_OWN_PLACE, community=community, platform=platform, kind=kind)
        return _place_of(row) if row else None

    def own_places(self, community: CommunityId) -> Sequence[Place]:
        return [_place_of(row) for row in self._all(_OWN_PLACES, community=community, kind=PlaceKind.COMMUNITY)]

    def homes(self, community: CommunityId, platform: str) -> Mapping[PlaceKind, Place]:
        found = (_place_of(row) for row in self._all(_HOMES, community=community, platform=platform))
        return {place.kind: place for place in found}


_COMMUNITY = tuple(communities.c)
_PLACE = tuple(places.c)
_OF_COMMUNITY = places.c.community_id == sa.bindparam("community")
_CALLED = sa.and_(places.c.platform == sa.bindparam("platform"), places.c.external_id == sa.bindparam("external_id"))
_KIND = places.c.kind == sa.bindparam("kind")

_ADD = sa.insert(communities)
_GET = sa.select(*_COMMUNITY).where(communities.c.id == sa.bindparam("community"))
_LOCK = _GET.with_for_update()
_SAVE = schema.changing(communities)
_SAVE_PLACE = schema.changing(places)
_BY_PLACE = sa.select(*_COMMUNITY).join(places, places.c.community_id == communities.c.id).where(_CALLED, _KIND)
_PRESENT = (
    sa.select(places.c.external_id)
    .where(places.c.platform == sa.bindparam("platform"), _KIND, sa.not_(places.c.is_away))
    .order_by(places.c.external_id)
)
_ADD_PLACE = insert(places).on_conflict_do_nothing(index_elements=["platform", "external_id", "kind"])
_REMOVE_PLACE = sa.delete(places).where(*(key == sa.bindparam(f"of_{key.name}") for key in places.primary_key))
_ON_PLATFORM = sa.select(*_PLACE).where(_OF_COMMUNITY, places.c.platform == sa.bindparam("platform"))
_MOVE = schema.changing(places)
_FIND_PLACE = sa.select(*_PLACE).where(_OF_COMMUNITY, _CALLED).order_by(places.c.id)
_GET_PLACE = sa.select(*_PLACE).where(_OF_COMMUNITY, places.c.id == sa.bindparam("place"))
_SEVERAL = sa.select(*_PLACE).where(_OF_COMMUNITY, places.c.id.in_(sa.bindparam("places", expanding=True)))
_OWN_PLACE = (
    sa.select(*_PLACE)
    .where(_OF_COMMUNITY, places.c.platform == sa.bindparam("platform"), _KIND)
    .order_by(places.c.id)
    .limit(1)
)
_OWN_PLACES = sa.select(*_PLACE).where(_OF_COMMUNITY, _KIND).order_by(places.c.platform)
_HOMES = sa.select(*_PLACE).where(
    _OF_COMMUNITY, places.c.platform == sa.bindparam("platform"), schema.one_of(places.c.kind, HOMES)
)


def _values(community: Community) -> dict[str, object]:
    return {
        "name": community.name,
        "language": community.language,
        "zone": community.zone,
        "founded_at": community.founded_at,
        "is_away": community.is_away,
    }


def _community_of(row: Row) -> Community:
    return Community(*row)


def _place_of(row: Row) -> Place:
    community, place, platform, kind, external_id, is_away = row
    return Place(place, community, platform, kind, external_id, bool(is_away))
