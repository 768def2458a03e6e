"""What people write to the bot in private, and how it is answered."""

from bot.core.ui.inbound import (
    ActionPressed,
    CommandCalled,
    Entered,
    Reacted,
    Spoken,
    SpokenAnew,
    Unspoken,
    Where,
)
from bot.core.ui.replies import Reply
from bot.core.ui.speech import AttachmentKind, Span, Style
from bot.core.ui.views import Action, View
from tests.adapters.telegram.talking import Presence, Talking, answer_by_name
from tests.telegram.people import Person
from tests.telegram.server.files import Kind


async def test_a_command_is_answered_where_it_was_given(talking: Talking, ana: Person) -> None:
    await ana.sends("/goal")
    await ana.hears("This is goal")

    origin = talking.the(CommandCalled).origin
    assert (origin.platform, origin.community, origin.account) == ("telegram", "", str(ana.id))
    assert (origin.name, origin.where, origin.place, origin.language) == ("Ana Lima", Where.PRIVATE, str(ana.id), "pt")
    assert origin.update.startswith("update:")


async def test_words_are_for_the_core_and_answered_as_a_reply(talking: Talking, ana: Person) -> None:
    talking.answers = lambda _: Reply(View("For whom?"))
    said = await ana.sends("Hello 👋 <b>there</b>", formatted=True)
    answer = await ana.hears("For whom?")

    spoken = talking.the(Spoken)
    assert (spoken.message, spoken.reply_to) == (str(said.message.id), "")
    assert spoken.speech.text == "Hello 👋 there"
    assert spoken.speech.spans == (Span(Style.BOLD, 8, 5),)
    assert answer.answers_to == said


async def test_a_button_under_an_answer_says_what_was_said(talking: Talking, ana: Person) -> None:
    view = View("For whom?", actions=(Action("Ben", "room:1:mac"),))
    talking.answers = lambda inbound: Reply(view) if isinstance(inbound, Spoken) else answer_by_name(inbound)
    said = await ana.sends("Hello")
    await ana.hears("For whom?")
    await ana.presses("Ben")
    await ana.hears("Pressed room:1:mac")

    about = talking.the(ActionPressed).about
    assert about is not None
    assert (about.message, about.speech.text) == (str(said.message.id), "Hello")


async def test_what_is_attached_is_said_with_its_kind_and_size(
    talking: Talking, presence: Presence, ana: Person
) -> None:
    await ana.sends_photo(b"12345", "Look")
    await ana.sends_document("notes.txt", b"123")
    await ana.sends_voice(b"1")
    await ana.sends_file(Kind.STICKER, b"22")
    await presence.told_all()

    spoken = talking.all(Spoken)
    kinds = [each.speech.attachments[0].kind for each in spoken]
    assert spoken[0].speech.text == "Look"
    assert kinds == [AttachmentKind.PHOTO, AttachmentKind.DOCUMENT, AttachmentKind.VOICE, AttachmentKind.STICKER]
    document = spoken[1].speech.attachments[0]
    assert (document.name, document.size) == ("notes.txt", 3)
    assert document.ref


async def test_replies_edits_and_reactions_name_the_message(talking: Talking, presence: Presence, ana: Person) -> None:
    first = await ana.sends("one")
    await ana.replies_to(first, "two")
    await ana.edits(first, "one and a half")
    await ana.reacts(first, "👍")
    await presence.told_all()

    first_id = str(first.message.id)
    assert talking.all(Spoken)[1].reply_to == first_id
    anew = talking.the(SpokenAnew)
    assert (anew.message, anew.speech.text) == (first_id, "one and a half")
    reacted = talking.the(Reacted)
    assert (reacted.message, reacted.emojis) == (first_id, ("👍",))


async def test_unsend_takes_back_the_message_that_it_replies_to(
    talking: Talking, presence: Presence, ana: Person
) -> None:
    said = await ana.sends("Never mind")
    await ana.replies_to(said, "/unsend")
    await presence.told_all()
    await ana.sends("/unsend")
    await ana.hears("Reply with /unsend")

    assert talking.the(Unspoken).message == str(said.message.id)


async def test_start_greets_a_stranger_with_help_and_others_with_where_they_stand(
    talking: Talking, ana: Person
) -> None:
    await ana.sends("/start")
    await ana.hears("This is help")
    talking.current = "-100"
    await ana.sends("/start")
    await ana.hears("This is me")

    assert talking.the(Entered).origin.community == "-100"


async def test_letting_the_bot_write_again_is_coming_back(talking: Talking, presence: Presence, ana: Person) -> None:
    talking.current = "-100"
    await ana.blocks()
    presence.server.world.unblock(ana.user)
    await presence.told_all()

    assert talking.the(Entered).origin.account == str(ana.id)


async def test_links_lead_to_a_command_an_action_or_another_account(talking: Talking, ana: Person) -> None:
    for parameter in ("c-goal_add", "a-cheer-g1-mac", "link-123"):
        await ana.follows(f"https://t.me/menteo_bot?start={parameter}")
    await ana.hears("This is link", "123")

    assert talking.the(ActionPressed).token == "cheer:g1:mac"
    opened, linked = talking.all(CommandCalled)
    assert (opened.name, opened.verb) == ("goal", "add")
    assert (linked.name, linked.text) == ("link", "123")


async def test_a_link_from_a_group_is_for_its_members(talking: Talking, ana: Person, ben: Person) -> None:
    group = ana.founds_supergroup("Harbour")
    await ana.adds_bot(group)
    link = f"https://t.me/menteo_bot?start=g{-group.id}-goal"
    await ben.follows(link)
    await ben.at_home().hears("members of a group that you are not in")
    await ana.follows(link)
    await ana.at_home().hears("This is goal")

    entered, called = talking.the(Entered), talking.the(CommandCalled)
    assert entered.origin.community == called.origin.community == str(group.id)
    assert entered.origin.update != called.origin.update
    assert called.origin.where is Where.PRIVATE


async def test_a_button_that_stood_in_a_group_is_pressed_on_its_behalf(talking: Talking, ana: Person) -> None:
    group = ana.founds_supergroup("Harbour")
    await ana.adds_bot(group)

    await ana.follows(f"https://t.me/menteo_bot?start=g{-group.id}-a-join--mac")
    await ana.at_home().until(lambda: bool(talking.all(ActionPressed)))

    assert talking.the(Entered).origin.community == str(group.id)
    pressed = talking.the(ActionPressed)
    assert (pressed.token, pressed.origin.community) == ("join::mac", str(group.id))


async def test_an_unknown_link_is_a_plain_start(talking: Talking, ana: Person) -> None:
    await ana.follows("https://t.me/menteo_bot?start=whatever")
    await ana.hears("This is help")
    await ana.follows("https://t.me/menteo_bot?start=connect-1")
    await ana.hears("This link is for a group")


async def test_words_in_a_topic_are_answered_there(talking: Talking, presence: Presence, ana: Person) -> None:
    presence.server.world.bot.users_create_topics = True
    talking.answers = lambda _: Reply(View("Here"))
    topic = await ana.opens_topic("Room")
    await ana.sends("Hello")
    await ana.hears("Here", topic=topic)

    assert talking.the(Spoken).origin.place == f"{ana.id}/{topic.id}"


async def test_an_update_told_twice_is_taken_in_once(talking: Talking, presence: Presence, ana: Person) -> None:
    presence.server.updates.twice_share = 1.0
    await ana.sends("/goal")
    await ana.hears("This is goal")
    await presence.told_all()
    await ana.sends("/me")
    await ana.hears("This is me")

    assert [each.name for each in talking.all(CommandCalled)] == ["goal", "me"]
    assert len(ana.reads()) == 4


async def test_an_answer_that_cannot_be_given_holds_up_no_other(
    talking: Talking, presence: Presence, ana: Person
) -> None:
    presence.server.faults.fail(400, match="sendMessage", times=1)
    await ana.sends("/goal")
    await presence.told_all()
    await ana.sends("/me")
    await ana.hears("This is me")

    assert not ana.sees("This is goal")


async def test_an_answer_that_is_to_come_later_comes_later(talking: Talking, presence: Presence, ana: Person) -> None:
    presence.server.faults.fail(429, match="sendMessage", times=1)
    await ana.sends("/goal")

    await ana.hears("This is goal")
    assert presence.time.slept == [1]
