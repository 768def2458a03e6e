"""Buttons and forms in the wrong hands, too late, or tampered with."""

from dataclasses import replace

from bot.core.domain.ids import MemberId
from bot.core.domain.members import Role
from bot.core.ports import UnitOfWork
from bot.core.ui.inbound import ActionPressed, FormAnswered
from bot.core.ui.tokens import Signer
from bot.core.ui.views import View
from tests.stories.acting import Person
from tests.stories.beginnings import WEEK, Pair, couple, mentee, mentor, programme, proposal
from tests.stories.cast import Cast
from tests.stories.platform import COMMUNITY

FOR_STRANGERS = "entry_cheer:"


def tokens(*people: Person) -> set[str]:
    """Every button's token on these people's screens, but those that are for everybody else."""
    views = [each.content for who in people for each in who.platform.seen_by(who.account)]
    found = {action.token for view in views if isinstance(view, View) for action in view.actions}
    return {each for each in found if not each.startswith(FOR_STRANGERS)}


async def lived_in(cast: Cast) -> Pair:
    """A pair with a goal, an answered check-in and everything that can be pressed about them."""
    pair = await couple(cast)
    await pair.mentee.runs("/goal add", title="Lead two design reviews")
    await cast.monday()
    await pair.mentee.runs("/checkin", **WEEK)
    for each in (pair.moderator, pair.mentor, pair.mentee):
        await each.types("/me")
    await pair.mentee.presses("End the pairing…")
    await pair.mentee.types("/goal")
    return pair


async def test_a_stranger_who_presses_everything_changes_nothing(cast: Cast) -> None:
    pair = await lived_in(cast)
    people = (pair.moderator, pair.mentor, pair.mentee)
    strangers = [cast.person("Pat Lee"), await mentee(cast, "Omar Faris"), await mentor(cast, "Ada Lind")]
    before = [each.screen for each in people]

    for stranger in strangers:
        for token in sorted(tokens(*people)):
            await stranger.presses_token(token)

    assert [each.screen for each in people] == before
    assert not pair.mentee.platform.rooms_of("pat")


async def test_every_changed_character_of_a_token_makes_it_a_forgery(cast: Cast) -> None:
    pair = await proposal(cast)
    token, before = pair.mentor.token("Accept"), pair.mentee.screen
    forged = cast.app.catalogue.voice("en")("error-forged")

    for place, letter in enumerate(token):
        changed = token[:place] + ("b" if letter != "b" else "c") + token[place + 1 :]
        reply = await cast.app.conversation.handle(ActionPressed(pair.mentor.origin(), changed))
        assert isinstance(reply.content, View)
        assert reply.content.title == forged, (place, letter)

    assert pair.mentee.screen == before


async def test_a_button_s_token_is_no_form_s_and_the_other_way_round(cast: Cast) -> None:
    pair = await proposal(cast)
    await pair.mentee.types("/gap rate")
    forged = cast.app.catalogue.voice("en")("error-forged")

    for inbound in (
        FormAnswered(pair.mentor.origin(), pair.mentor.token("Accept"), {}),
        ActionPressed(pair.mentee.origin(), pair.mentee.open_form.token),
    ):
        reply = await cast.app.conversation.handle(inbound)
        assert isinstance(reply.content, View)
        assert reply.content.title == forged


async def test_a_form_can_t_be_sent_by_another_member(cast: Cast) -> None:
    await programme(cast)
    lina, omar = await mentee(cast), await mentee(cast, "Omar Faris")
    await cast.monday()
    await lina.types("/checkin")
    await lina.begins_to_fill(learned="In my own words")

    omar.form = lina.open_form
    await omar.fills(**WEEK)

    omar.sees("That isn’t here any more")
    await lina.types("/checkin")
    assert lina.open_form.answers["learned"] == ("In my own words",)


async def test_every_button_pressed_twice_counts_once(cast: Cast) -> None:
    pair = await proposal(cast)
    accept = pair.mentor.token("Accept")

    await pair.mentor.presses_token(accept)
    told = pair.mentee.screen, pair.moderator.screen
    await pair.mentor.presses_token(accept)

    assert (pair.mentee.screen, pair.moderator.screen) == told


async def test_a_role_taken_away_between_prompt_and_press_counts(cast: Cast) -> None:
    pair = await proposal(cast)
    await mentee(cast, "Omar Faris")
    await pair.moderator.runs("/pair", mentee="Omar Faris")

    await cast.app.hop.write(take_away, pair.moderator.account, Role.MODERATOR)
    await cast.app.hop.write(take_away, pair.mentor.account, Role.MENTOR)
    await pair.moderator.presses("Propose Sam Okoro")
    await pair.mentor.presses("Accept")

    pair.moderator.sees("That is for moderators")
    pair.mentor.sees("That is for mentors")
    pair.mentee.sees_nothing_of("Sam Okoro is your mentor")


def take_away(work: UnitOfWork, account: str, role: Role) -> None:
    """Take a role from whoever has this account."""
    community = work.communities.find_by_place("fake", COMMUNITY)
    assert community is not None
    member = work.members.find_by_account(community.id, "fake", account)
    assert member is not None
    assert MemberId(member.id)
    work.members.save(replace(member, roles=member.roles - {role}))
    work.commit()


async def test_another_s_community_is_none_to_switch_to(cast: Cast, signer: Signer) -> None:
    marina = await cast.founds("marina", "Marina")
    await programme(cast)
    lina = await mentee(cast)
    lina.community = ""

    await lina.presses_token(signer.action("community_switch", marina.id))

    lina.sees("That isn’t here any more")
