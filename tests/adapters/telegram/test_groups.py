"""In groups the bot says little, and leads people over into the private chat."""

import asyncio

from bot.adapters.telegram.groups import GREETING_AFTER
from bot.core.ui.commands import Access, Audience, Traits
from bot.core.ui.inbound import (
    ActionPressed,
    Arrived,
    BroughtIn,
    CommandCalled,
    Commented,
    Departed,
    Entered,
    Inbound,
    PlaceMoved,
    Reacted,
    SentAway,
    Spoken,
    Where,
)
from bot.core.ui.replies import Reply
from bot.core.ui.views import View
from tests.adapters.telegram.talking import Presence, Talking, answer_by_name
from tests.telegram.people import Person
from tests.telegram.server.chats import Chat
from tests.telegram.server.members import ALL_RIGHTS, Right


async def community(talking: Talking, owner: Person, *, forum: bool = False) -> Chat:
    """A group that is a community, with the bot as an administrator."""
    group = owner.founds_supergroup("Harbour", forum=forum)
    await owner.adds_bot(group, Right.MANAGE_TOPICS)
    talking.groups.append(str(group.id))
    return group


def asks_rights(inbound: Inbound) -> Traits:
    return Traits(administrative=isinstance(inbound, CommandCalled))


async def test_a_group_is_told_of_when_the_bot_comes_and_goes(
    talking: Talking, presence: Presence, ana: Person
) -> None:
    group = ana.founds_supergroup("Harbour")
    await ana.adds_bot(group)
    await ana.removes(presence.server.world.bot.user, group)
    await presence.told_all()

    brought, sent = talking.the(BroughtIn), talking.the(SentAway)
    assert (brought.community_name, brought.origin.account) == ("Harbour", str(ana.id))
    assert not brought.founds  # a group may be for a pair's room, too
    assert brought.origin.community == sent.origin.community == str(group.id)
    assert brought.origin.where is Where.COMMUNITY


async def test_a_group_that_the_bot_was_added_to_by_hand_hears_what_for(
    talking: Talking, presence: Presence, ana: Person
) -> None:
    group = ana.founds_supergroup("Harbour")
    await ana.adds_bot(group)

    note = await ana.hears("This group can have its own mentorship programme")

    assert note.message.chat is group
    await ana.presses("Go on in private", on=note)
    await ana.hears("This is setup")


async def test_a_group_that_knows_what_the_bot_is_for_is_not_greeted(
    talking: Talking, presence: Presence, ana: Person
) -> None:
    theirs = await community(talking, ana)
    bound, left = ana.founds_group("Ana and Ben"), ana.founds_supergroup("Chess")
    await ana.follows("https://t.me/menteo_bot?startgroup=room-bind-r1-mac", to=bound)
    await ana.adds_bot(left)
    await ana.removes(presence.server.world.bot.user, left)
    await presence.told_all()

    await asyncio.sleep(GREETING_AFTER + 0.5)

    said = [each.words.text for group in (theirs, bound, left) for each in group.messages.values()]
    assert not [text for text in said if "mentorship programme" in text]


async def test_who_comes_and_goes_is_told_of_and_bots_are_not(
    talking: Talking, presence: Presence, ana: Person, ben: Person
) -> None:
    group = await community(talking, ana)
    ben.joins(group)
    await ben.leaves(group)
    await presence.told_all()

    assert {each.origin.account for each in talking.all(Arrived)} == {str(ben.id)}
    assert {each.origin.account for each in talking.all(Departed)} == {str(ben.id)}


async def test_a_command_leads_over_into_the_private_chat(talking: Talking, ana: Person) -> None:
    group = await community(talking, ana)
    await ana.sends("/goal@menteo_bot")
    note = await ana.hears("Let’s do this in private.")
    assert talking.all(CommandCalled) == []

    await ana.presses("Go on in private", on=note)
    await ana.hears("This is goal")
    assert talking.the(Entered).origin.community == str(group.id)


async def test_commands_for_other_bots_and_unknown_ones_are_left_alone(
    talking: Talking, presence: Presence, ana: Person
) -> None:
    await community(talking, ana)
    await ana.sends("/goal@other_bot")
    await ana.sends("/nothing_of_ours")
    await presence.told_all()

    assert len(ana.reads()) == 3  # that the bot came, and these two
    assert talking.all(Spoken) == []


async def test_what_is_for_all_is_answered_for_all(talking: Talking, ana: Person) -> None:
    await community(talking, ana)
    talking.traits_of = lambda _: Traits(audience=Audience.HERE)
    said = await ana.sends("/goal")

    assert (await ana.hears("This is goal")).answers_to == said


async def test_administrators_set_up_and_others_are_told_that_they_can_not(
    talking: Talking, ana: Person, ben: Person
) -> None:
    group = await community(talking, ana)
    ben.joins(group)
    await ben.sends("/setup")
    await ben.hears("Only administrators of this group")
    await ana.sends("/setup")
    note = await ana.hears("Set it up in private")
    brought = talking.all(BroughtIn)[-1]
    talking.traits_of = asks_rights
    await ana.presses("Go on in private", on=note)
    await ana.hears("This is setup")

    called = talking.the(CommandCalled)
    assert (brought.founds, brought.community_name) == (True, "Harbour")
    assert called.origin.community == str(group.id)
    assert called.origin.is_administrator
    assert [each.name for each in called.origin.rights] == ["can_send_messages"]


async def test_an_anonymous_administrator_goes_on_in_private(talking: Talking, presence: Presence, ana: Person) -> None:
    group = await community(talking, ana)
    presence.server.world.promote(group, ana.user, ALL_RIGHTS, anonymous=True)
    await ana.sends("/setup")
    note = await ana.hears("Set it up in private")
    talking.traits_of = lambda _: Traits(Access.WRITE)
    await ana.sends("/connect CODE7")
    await ana.presses("Go on in private", on=await ana.hears("Anonymous administrators"))
    await ana.at_home().hears("This is connect", "CODE7")

    assert note.buttons == ["Go on in private"]
    assert talking.all(BroughtIn)[-1].origin.account == ""
    assert talking.the(CommandCalled).origin.community == str(group.id)


async def test_a_code_connects_the_group_by_command_or_by_link(talking: Talking, ana: Person, ben: Person) -> None:
    talking.traits_of = lambda inbound: Traits(Access.WRITE, administrative=isinstance(inbound, CommandCalled))
    group = await community(talking, ana)
    ben.joins(group)
    await ben.sends("/connect AB12")
    await ben.hears("This is connect", "AB12")
    other = ana.founds_supergroup("Isle")
    await ana.follows("https://t.me/menteo_bot?startgroup=connect-CD34", to=other)
    await ana.hears("This is connect", "CD34", chat=other)

    first, second = talking.all(CommandCalled)
    assert (first.text, first.origin.is_administrator) == ("AB12", False)
    assert (second.text, second.origin.is_administrator, second.origin.community) == ("CD34", True, str(other.id))


async def test_a_link_makes_a_group_a_room(talking: Talking, ana: Person) -> None:
    group = ana.founds_supergroup("Ana and Ben")
    await ana.follows("https://t.me/menteo_bot?startgroup=room-bind-r1-mac", to=group)
    await ana.hears("Pressed bind:r1:mac")

    origin = talking.the(ActionPressed).origin
    assert (origin.community, origin.place) == ("", str(group.id))


async def test_words_in_a_group_of_its_own_may_be_a_rooms_and_in_a_community_are_nobodys_business(
    talking: Talking, presence: Presence, ana: Person, ben: Person
) -> None:
    await community(talking, ana)
    await ana.reacts(await ana.sends("Not for the bot"), "👍")
    room = ben.founds_supergroup("A room")
    await ben.adds_bot(room, Right.MANAGE_TOPICS)
    await ben.sends("For the room")
    await presence.told_all()

    spoken = talking.the(Spoken)
    assert spoken.speech.text == "For the room"
    assert (spoken.origin.community, spoken.origin.place) == ("", str(room.id))
    assert spoken.origin.where is Where.COMMUNITY
    assert talking.all(Reacted) == []


async def test_comments_in_topics_of_the_bots_own_are_noticed(
    talking: Talking, presence: Presence, ana: Person
) -> None:
    group = await community(talking, ana, forum=True)
    world = presence.server.world
    thread = world.add_topic(group, "Ben’s growth", world.bot.user)
    ana.at(group, thread)
    await ana.sends("Well done")
    await ana.opens_topic("Something else", group)
    await ana.sends("Hello")
    await presence.told_all()

    assert talking.the(Commented).origin.place == f"{group.id}/{thread.id}"
    assert talking.all(Spoken) == []


async def test_a_group_that_becomes_a_supergroup_is_told_of_once(
    talking: Talking, presence: Presence, ana: Person
) -> None:
    group = ana.founds_group("Harbour")
    await ana.adds_bot(group)
    new = presence.server.world.upgrade(group)
    await presence.told_all()

    moved = talking.the(PlaceMoved)
    assert (moved.place, moved.to) == (str(group.id), str(new.id))


async def test_what_flashes_up_in_a_group_is_for_one_alone(talking: Talking, presence: Presence, ana: Person) -> None:
    group = await community(talking, ana)
    post = await ana.sends("/goal")
    await presence.told_all()
    pressed = await ana.forges("cheer:g1:mac", on=post.message)
    suggested = await ana.forges("c:goal add", on=post.message)

    assert (pressed.notice, pressed.is_alert) == ("Pressed cheer:g1:mac", True)
    assert suggested.opened == f"https://t.me/menteo_bot?start=g{-group.id}-goal_add"
    assert talking.the(ActionPressed).origin.community == str(group.id)


async def test_a_form_that_is_pressed_for_in_a_group_is_opened_in_private(talking: Talking, ana: Person) -> None:
    talking.answers = lambda inbound: answer_by_name(
        CommandCalled(inbound.origin, "goal", "add") if isinstance(inbound, ActionPressed) else inbound
    )
    await community(talking, ana)
    post = await ana.sends("/goal")
    pressed = await ana.forges("goal_add:g1:mac", on=post.message)

    assert pressed.opened == "https://t.me/menteo_bot?start=g1001000000001-a-goal_add-g1-mac"


async def test_nothing_that_a_channel_or_a_bot_says_is_taken_in(
    talking: Talking, presence: Presence, ana: Person
) -> None:
    channel = ana.founds_channel("News")
    await ana.adds_bot(channel)
    await ana.sends("News!")
    await presence.told_all()

    assert talking.heard == []


async def test_a_late_core_stops_the_button_all_the_same(talking: Talking, presence: Presence, ana: Person) -> None:
    group = await community(talking, ana)
    post = await ana.at(group).sends("/goal")
    await presence.told_all()
    talking.answers = lambda _: Reply(View("Late"), Audience.HERE)
    gate = talking.gates[str(ana.id)] = asyncio.Event()
    pressed = await ana.forges("cheer:g1:mac", on=post.message)
    gate.set()
    await ana.hears("Late")

    assert pressed.notice is None
