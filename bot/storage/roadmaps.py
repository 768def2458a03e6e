"""Members' copies of roadmaps, step by step, and the roadmaps that a community drafts and publishes."""

from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa

from bot.core.domain.errors import NotFound
from bot.core.domain.ids import CommunityId, DraftId, EnrolmentId, MemberId, RoadmapId
from bot.core.domain.roadmaps.enrolments import EnrolledStep, Enrolment, EnrolmentState, StepState
from bot.core.domain.roadmaps.errors import AlreadyEnrolled
from bot.core.domain.roadmaps.graphs import Resource, Roadmap, Step
from bot.core.domain.roadmaps.publishing import Draft, DraftState
from bot.storage import schema
from bot.storage.dialect import partial_index
from bot.storage.rows import Row, Rows

enrolments = sa.Table(
    "enrolments",
    schema.metadata,
    schema.community(),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("member_id", sa.Text, nullable=False),
    sa.Column("roadmap", sa.Text, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("framework", sa.Text, nullable=False),
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("sources", sa.Text, nullable=False),
    sa.Column("state", schema.Word(EnrolmentState), nullable=False),
    sa.Column("enrolled_at", schema.Instant, nullable=False),
    sa.Column("ended_at", schema.Instant),
    schema.refers("member_id", "members"),
    sa.Index(None, "community_id", "member_id"),
)
_ACTIVE = enrolments.c.state == schema.constant(EnrolmentState.ACTIVE)
partial_index("uq_enrolments_active", enrolments.c.community_id, enrolments.c.member_id, where=_ACTIVE, unique=True)

enrolled_steps = sa.Table(
    "enrolled_steps",
    schema.metadata,
    schema.community(),
    sa.Column("enrolment_id", sa.Text, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("place", sa.Integer, nullable=False),
    sa.Column("step", sa.Text, nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("competency", sa.Text, nullable=False),
    sa.Column("level", sa.Double, nullable=False),
    sa.Column("hours", sa.Double, nullable=False),
    sa.Column("weeks", sa.Double, nullable=False),
    sa.Column("needs", sa.Text, nullable=False),
    sa.Column("resources", sa.Text, nullable=False),
    sa.Column("proof", sa.Text, nullable=False),
    sa.Column("is_milestone", sa.Boolean, nullable=False),
    sa.Column("state", schema.Word(StepState), nullable=False),
    sa.Column("is_own", sa.Boolean, nullable=False),
    sa.Column("evidence", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("spent", sa.Double, nullable=False),
    sa.Column("begun_at", schema.Instant),
    sa.Column("settled_at", schema.Instant),
    schema.refers("enrolment_id", "enrolments"),
)

roadmap_drafts = sa.Table(
    "roadmap_drafts",
    schema.metadata,
    schema.community(),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("member_id", sa.Text, nullable=False),
    sa.Column("roadmap", sa.Text, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("heading", sa.Text, nullable=False),
    sa.Column("steps", sa.Text, nullable=False),
    sa.Column("state", schema.Word(DraftState), nullable=False),
    sa.Column("drafted_at", schema.Instant, nullable=False),
    sa.Column("remark", sa.Text, nullable=False),
    sa.Column("reviewed_by", sa.Text),
    sa.Column("published_at", schema.Instant),
    schema.refers("member_id", "members"),
    schema.refers("reviewed_by", "members"),
    sa.Index(None, "community_id", "state"),
)
_PUBLISHED = roadmap_drafts.c.state == schema.constant(DraftState.PUBLISHED)
partial_index(
    "uq_roadmap_drafts_published",
    roadmap_drafts.c.community_id,
    roadmap_drafts.c.roadmap,
    roadmap_drafts.c.version,
    where=_PUBLISHED,
    unique=True,
)


class EnrolmentRows(Rows):
    """The port `Enrolments`."""

    def add(self, enrolment: Enrolment) -> None:
        try:
            self._change(_ADD, {"community_id": enrolment.community, "id": enrolment.id, **_values(enrolment)})
        except sa.exc.IntegrityError as error:
            raise AlreadyEnrolled(roadmap=enrolment.title) from error
        self._change_each(_ADD_STEP, list(_steps_of(enrolment)))

    def save(self, enrolment: Enrolment) -> None:
        key = {"community": enrolment.community, "enrolment": enrolment.id}
        self._change(_SAVE, {"of_community_id": enrolment.community, "of_id": enrolment.id, **_values(enrolment)})
        self._change(_CLEAR, key)
        self._change_each(_ADD_STEP, list(_steps_of(enrolment)))

    def get(self, community: CommunityId, enrolment: EnrolmentId, *, lock: bool = False) -> Enrolment:
        row = self._first(_LOCK if lock else _GET, community=community, enrolment=enrolment)
        if row is None:
            raise NotFound
        return self._whole(community, [row])[0]

    def active_of(self, community: CommunityId, member: MemberId) -> Enrolment | None:
        row = self._first(_ACTIVE_OF, community=community, member=member)
        return self._whole(community, [row])[0] if row else None

    def of_member(self, community: CommunityId, member: MemberId) -> Sequence[Enrolment]:
        return self._whole(community, self._all(_OF_MEMBER, community=community, member=member))

    def followers(self, community: CommunityId, roadmap: RoadmapId, version: int) -> Sequence[MemberId]:
        rows = self._all(_FOLLOWERS, community=community, of_roadmap=roadmap, newest=version)
        return [MemberId(member) for (member,) in rows]

    def _whole(self, community: CommunityId, rows: Sequence[Row]) -> list[Enrolment]:
        steps: dict[str, list[EnrolledStep]] = {row[1]: [] for row in rows}
        if steps:
            for enrolment, *rest in self._all(_STEPS, community=community, enrolments=list(steps)):
                steps[enrolment].append(_step_of(rest))
        return [_enrolment_of(row, steps[row[1]]) for row in rows]


class DraftRows(Rows):
    """The port `Drafts`."""

    def add(self, draft: Draft) -> None:
        self._change(_ADD_DRAFT, {"community_id": draft.community, "id": draft.id, **_draft_values(draft)})

    def save(self, draft: Draft) -> None:
        self._change(_SAVE_DRAFT, {"of_community_id": draft.community, "of_id": draft.id, **_draft_values(draft)})

    def get(self, community: CommunityId, draft: DraftId, *, lock: bool = False) -> Draft:
        if row := self._first(_LOCK_DRAFT if lock else _GET_DRAFT, community=community, draft=draft):
            return _draft_of(row)
        raise NotFound

    def of_member(self, community: CommunityId, member: MemberId) -> Sequence[Draft]:
        return [_draft_of(row) for row in self._all(_DRAFTS_OF_MEMBER, community=community, member=member)]

    def handed_in(self, community: CommunityId) -> Sequence[Draft]:
        return [_draft_of(row) for row in self._all(_HANDED_IN, community=community)]

    def published(self, community: CommunityId) -> Sequence[Draft]:
        newest = {row[3]: _draft_of(row) for row in self._all(_ALL_PUBLISHED, community=community)}
        return list(newest.values())


_OF_COMMUNITY = enrolments.c.community_id == sa.bindparam("community")
_OF_THIS = sa.and_(_OF_COMMUNITY, enrolments.c.id == sa.bindparam("enrolment"))
_MEMBERS = enrolments.c.member_id == sa.bindparam("member")

_ADD = sa.insert(enrolments)
_SAVE = schema.changing(enrolments)
_GET = sa.select(*enrolments.c).where(_OF_THIS)
_LOCK = _GET.with_for_update()
_ACTIVE_OF = sa.select(*enrolments.c).where(_OF_COMMUNITY, _MEMBERS, _ACTIVE)
_OF_MEMBER = (
    sa.select(*enrolments.c)
    .where(_OF_COMMUNITY, _MEMBERS)
    .order_by(enrolments.c.enrolled_at.desc(), enrolments.c.id.desc())
)
_FOLLOWERS = (
    sa.select(enrolments.c.member_id)
    .where(
        _OF_COMMUNITY,
        _ACTIVE,
        enrolments.c.roadmap == sa.bindparam("of_roadmap"),
        enrolments.c.version < sa.bindparam("newest"),
    )
    .order_by(enrolments.c.member_id)
)
_ADD_STEP = sa.insert(enrolled_steps)
_CLEAR = sa.delete(enrolled_steps).where(
    enrolled_steps.c.community_id == sa.bindparam("community"),
    enrolled_steps.c.enrolment_id == sa.bindparam("enrolment"),
)
_STEPS = (
    sa.select(*(column for column in enrolled_steps.c if column.name not in {"community_id", "place"}))
    .where(
        enrolled_steps.c.community_id == sa.bindparam("community"),
        enrolled_steps.c.enrolment_id.in_(sa.bindparam("enrolments", expanding=True)),
    )
    .order_by(enrolled_steps.c.place)
)

_DRAFTS_OF = roadmap_drafts.c.community_id == sa.bindparam("community")
_ADD_DRAFT = sa.insert(roadmap_drafts)
_SAVE_DRAFT = schema.changing(roadmap_drafts)
_GET_DRAFT = sa.select(*roadmap_drafts.c).where(_DRAFTS_OF, roadmap_drafts.c.id == sa.bindparam("draft"))
_LOCK_DRAFT = _GET_DRAFT.with_for_update()
_DRAFTS_OF_MEMBER = (
    sa.select(*roadmap_drafts.c)
    .where(
        _DRAFTS_OF,
        roadmap_drafts.c.member_id == sa.bindparam("member"),
        schema.one_of(roadmap_drafts.c.state, (DraftState.DRAFT, DraftState.HANDED_IN)),
    )
    .order_by(roadmap_drafts.c.drafted_at.desc(), roadmap_drafts.c.id.desc())
)
_HANDED_IN = (
    sa.select(*roadmap_drafts.c)
    .where(_DRAFTS_OF, roadmap_drafts.c.state == schema.constant(DraftState.HANDED_IN))
    .order_by(roadmap_drafts.c.drafted_at, roadmap_drafts.c.id)
)
_ALL_PUBLISHED = (
    sa.select(*roadmap_drafts.c)
    .where(_DRAFTS_OF, _PUBLISHED)
    .order_by(roadmap_drafts.c.roadmap, roadmap_drafts.c.version)
)


def _values(enrolment: Enrolment) -> dict[str, object]:
    return {
        "member_id": enrolment.member,
        "roadmap": enrolment.roadmap,
        "version": enrolment.version,
        "title": enrolment.title,
        "framework": enrolment.framework,
        "role": enrolment.role,
        "sources": schema.dump(list(enrolment.sources)),
        "state": enrolment.state,
        "enrolled_at": enrolment.enrolled_at,
        "ended_at": enrolment.ended_at,
    }


def _enrolment_of(row: Row, steps: Iterable[EnrolledStep]) -> Enrolment:
    community, enrolment, member, roadmap, version, title, framework, role, sources, state, enrolled_at, ended_at = row
    return Enrolment(
        id=enrolment,
        community=community,
        member=member,
        roadmap=roadmap,
        version=version,
        title=title,
        framework=framework,
        role=role,
        sources=tuple(schema.load(sources)),
        state=state,
        enrolled_at=enrolled_at,
        ended_at=ended_at,
        steps=tuple(steps),
    )


def _steps_of(enrolment: Enrolment) -> Iterable[Mapping[str, object]]:
    for place, each in enumerate(enrolment.steps):
        step = each.step
        yield {
            "community_id": enrolment.community,
            "enrolment_id": enrolment.id,
            "number": each.number,
            "place": place,
            "step": step.id,
            "title": step.title,
            "competency": step.competency,
            "level": step.level,
            "hours": step.hours,
            "weeks": step.weeks,
            "needs": schema.dump(list(step.needs)),
            "resources": schema.dump([[each.title, each.url] for each in step.resources]),
            "proof": step.proof,
            "is_milestone": step.is_milestone,
            "state": each.state,
            "is_own": each.is_own,
            "evidence": each.evidence,
            "reason": each.reason,
            "spent": each.spent,
            "begun_at": each.begun_at,
            "settled_at": each.settled_at,
        }


def _step_of(row: Row) -> EnrolledStep:
    number, step, title, competency, level, hours, weeks, needs, resources, proof, is_milestone, *rest = row
    copied = Step(
        id=step,
        title=title,
        competency=competency,
        level=level,
        hours=hours,
        needs=tuple(schema.load(needs)),
        weeks=weeks,
        resources=tuple(Resource(*each) for each in schema.load(resources)),
        proof=proof,
        is_milestone=is_milestone,
    )
    return EnrolledStep(copied, number, *rest)


_HEADING = ("language", "title", "summary", "author", "framework", "role")


def _draft_values(draft: Draft) -> dict[str, object]:
    roadmap = draft.roadmap
    steps = [
        {
            **{name: getattr(each, name) for name in _PLAIN},
            "needs": list(each.needs),
            "resources": [[one.title, one.url] for one in each.resources],
        }
        for each in roadmap.steps
    ]
    return {
        "member_id": draft.member,
        "roadmap": roadmap.id,
        "version": roadmap.version,
        "heading": schema.dump({name: getattr(roadmap, name) for name in _HEADING}),
        "steps": schema.dump(steps),
        "state": draft.state,
        "drafted_at": draft.drafted_at,
        "remark": draft.remark,
        "reviewed_by": draft.reviewed_by,
        "published_at": draft.published_at,
    }


_PLAIN = ("id", "title", "competency", "level", "hours", "weeks", "proof", "is_milestone")


def _draft_of(row: Row) -> Draft:
    community, draft, member, roadmap, version, heading, steps, state, drafted_at, remark, reviewed_by, published_at = (
        row
    )
    parts = tuple(
        Step(
            **{name: each[name] for name in _PLAIN},
            needs=tuple(each["needs"]),
            resources=tuple(Resource(*one) for one in each["resources"]),
        )
        for each in schema.load(steps)
    )
    written = Roadmap(id=roadmap, version=version, steps=parts, **schema.load(heading))
    return Draft(draft, community, member, written, state, drafted_at, remark, reviewed_by, published_at)
