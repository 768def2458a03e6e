"""Where two members of one person differ, and what the one member is like then."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.core.domain.circumstances import Circumstances
from bot.core.domain.frameworks import GrowthDirection
from bot.core.domain.ids import CommunityId, CompetencyId, MemberId, RoleId
from bot.core.domain.linking import Half, Trait, differing, united
from bot.core.domain.matching import read_hours
from bot.core.domain.members import Member, MemberState, MenteeProfile, MentorProfile, Role, Visibility

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
HERE = CommunityId("harbour")
ADA = Member(
    id=MemberId("ada"),
    community=HERE,
    name="Ada Okafor",
    roles=frozenset({Role.MENTEE}),
    language="en",
    zone="Europe/Madrid",
    languages=("en", "es"),
    visibility=Visibility.PUBLIC,
    state=MemberState.ACTIVE,
    home="discord",
    introduced_at=NOW,
)
PHONE = replace(ADA, id=MemberId("phone"), home="telegram")
SEEKS = MenteeProfile(HERE, ADA.id, RoleId("staff-engineer"), GrowthDirection.VERTICAL, 3)
OFFERS = MentorProfile(HERE, ADA.id, {CompetencyId("coding"): 4}, 2)

BO, CY = MemberId("bo"), MemberId("cy")
SAID = Circumstances(HERE, ADA.id, read_hours(["mon 18-20"]), frozenset({"remote"}), "Red", date(2027, 1, 1))
OTHERWISE = Circumstances(HERE, PHONE.id, read_hours(["tue 9-10"]), frozenset({"local"}), "Blue", date(2027, 2, 1))


def test_the_order_of_languages_is_no_difference() -> None:
    assert differing(Half(ADA), Half(replace(PHONE, languages=("es", "en")))) == ()


def test_what_both_have_said_differently_is_asked_and_nothing_else() -> None:
    other = replace(PHONE, name="ada", zone="UTC", language="es", languages=("es",), visibility=Visibility.PRIVATE)
    seeks = MenteeProfile(HERE, PHONE.id, RoleId("product-lead"), GrowthDirection.DIAGONAL, 5)
    offers = MentorProfile(HERE, PHONE.id, {CompetencyId("coding"): 5}, 3)

    mine, theirs = Half(ADA, SEEKS, OFFERS, SAID, [BO, CY]), Half(other, seeks, offers, OTHERWISE, [CY, BO])

    assert differing(mine, theirs) == tuple(Trait)
    assert differing(mine, replace(theirs, circumstances=Circumstances(HERE, PHONE.id), wishes=())) == tuple(Trait)[:-5]
    assert differing(Half(ADA, SEEKS), Half(PHONE, None, offers)) == ()


def test_the_kept_one_s_word_counts_unless_the_other_s_is_chosen() -> None:
    other = replace(PHONE, name="ada", zone="UTC", roles=frozenset({Role.MODERATOR}))
    seeks = replace(SEEKS, member=PHONE.id, destination=RoleId("product-lead"), hours_a_week=5)

    one = united(Half(ADA, SEEKS), Half(other, seeks), {Trait.ZONE, Trait.HOURS}, "telegram")

    assert (one.member.id, one.member.name, one.member.zone, one.member.home) == (
        ADA.id, "Ada Okafor", "UTC", "telegram",
    )  # fmt: skip
    assert one.member.roles == {Role.MENTEE, Role.MODERATOR}
    assert one.seeks == replace(SEEKS, hours_a_week=5)


def test_what_only_one_of_them_said_is_taken_over() -> None:
    earlier = replace(PHONE, introduced_at=NOW - timedelta(days=1))

    one = united(Half(ADA), Half(earlier, replace(SEEKS, member=PHONE.id), OFFERS), set(), "discord")

    assert one.seeks == SEEKS
    assert one.offers == OFFERS
    assert one.member.introduced_at == earlier.introduced_at


def test_the_role_that_a_mentor_holds_goes_with_their_levels() -> None:
    mine, theirs = replace(OFFERS, role=RoleId("staff-engineer")), replace(OFFERS, role=RoleId("lead"), capacity=5)

    for chosen, role in ((Trait.CAPACITY, "staff-engineer"), (Trait.LEVELS, "lead")):
        one = united(Half(ADA, None, mine), Half(PHONE, None, theirs), {chosen}, "discord")
        assert one.offers is not None
        assert one.offers.role == role


def test_of_what_is_said_for_matching_each_word_is_chosen_by_itself() -> None:
    mine, theirs = Half(ADA, None, None, SAID, [BO, CY]), Half(PHONE, None, None, OTHERWISE, [CY])

    one = united(mine, theirs, {Trait.AVAILABILITY, Trait.TEAM, Trait.WISHES}, "discord")

    assert one.circumstances == replace(SAID, hours=OTHERWISE.hours, team="Blue")
    assert one.wishes == (CY,)
    assert united(mine, theirs, set(), "discord").circumstances == SAID


def test_what_one_of_them_never_said_is_the_other_s_word_even_if_chosen_otherwise() -> None:
    nothing = Half(PHONE, circumstances=Circumstances(HERE, PHONE.id))

    assert united(nothing, Half(ADA, circumstances=SAID), set(), "telegram").circumstances == replace(
        SAID, member=PHONE.id
    )
    assert united(Half(ADA, circumstances=SAID), nothing, set(Trait), "telegram").circumstances == SAID


def test_nobody_wishes_for_themselves_after_becoming_one() -> None:
    assert united(Half(ADA, wishes=[PHONE.id, BO]), Half(PHONE), set(), "discord").wishes == (BO,)
