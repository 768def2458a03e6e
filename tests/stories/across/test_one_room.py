"""One conversation in two places: what is said at Discord and at Telegram, each way, once, in order, to nobody else."""

from tests.discord.server.state import Permission
from tests.stories.across.beginnings import couple
from tests.stories.across.stage import Stage

HEADING = "💬 Sam Okoro and Lina Berg\n"
"""What stands over each message that comes to a private chat, where all of a person's rooms are."""


async def test_both_have_a_guide_and_the_same_conversation_in_order(stage: Stage) -> None:
    pair = await couple(stage)
    assert pair.mentee.finds("Welcome, Sam Okoro and Lina Berg", "I carry to Sam Okoro").is_pinned
    assert [each for each in pair.room.messages.values() if each.pinned_at is not None]

    await pair.mentor.tells("Hello, Lina.")
    await pair.mentee.types("Hello, Sam.")
    await pair.mentor.tells("How is the review?")
    await pair.mentor.tells("The second one, I mean.")
    await pair.mentee.types("It is done.")

    assert pair.at_telegram() == [
        f"{HEADING}Sam Okoro: Hello, Lina.",
        "Hello, Sam.",
        f"{HEADING}Sam Okoro: How is the review?",
        f"{HEADING}Sam Okoro: The second one, I mean.",
        "It is done.",
    ]
    assert pair.at_discord() == [
        "Hello, Lina.",
        "**Lina Berg**: Hello, Sam.",
        "How is the review?",
        "The second one, I mean.",
        "**Lina Berg**: It is done.",
    ]
    pair.moderator.at(stage.harbour.general)
    assert not any("Hello" in each.text for each in pair.moderator.reads())
    assert not any("Hello" in each.words for each in pair.mentee.reads(pair.group))


async def test_replies_point_to_the_same_words_on_both_sides(stage: Stage) -> None:
    pair = await couple(stage)
    await pair.mentor.tells("First?")
    await pair.mentor.tells("Second?")

    await pair.mentee.replies_to(pair.heard("First?"), "Yes to the first.")
    await stage.settled()
    assert pair.carried("Yes to the first.").message.replied_to is pair.carried("First?").message
    await pair.mentor.tells("Good.", reply_to=pair.carried("Yes to the first."))

    answered = pair.heard("Sam Okoro: Good.").answers_to
    assert answered is not None
    assert answered.words == "Yes to the first."


async def test_changes_reach_the_other_side(stage: Stage) -> None:
    pair = await couple(stage)
    said = await pair.mentor.tells("On Munday.")
    answer = await pair.mentee.types("Finee.")

    await pair.mentor.corrects(said, "On Monday.")
    await pair.mentee.edits(answer, "Fine.")
    await stage.settled()

    assert pair.at_telegram() == [f"{HEADING}Sam Okoro: On Monday.", "Fine."]
    assert pair.at_discord() == ["On Monday.", "**Lina Berg**: Fine."]


async def test_words_are_taken_back_from_either_side(stage: Stage) -> None:
    pair = await couple(stage)
    said = await pair.mentor.tells("A slip.")
    await pair.mentor.tells("Kept.")
    answer = await pair.mentee.types("Another slip.")

    await pair.mentor.takes_back(said)
    await pair.mentee.replies_to(answer, "/unsend")
    await stage.settled()

    assert pair.at_discord() == ["Kept."]
    assert not any("A slip." in each for each in pair.at_telegram())
    assert any("Kept." in each for each in pair.at_telegram())


async def test_reactions_are_shown_beside_the_other(stage: Stage) -> None:
    pair = await couple(stage)
    said = await pair.mentor.tells("Well done.")
    answer = await pair.mentee.types("Thank you.")

    await pair.mentee.reacts(pair.heard("Well done."), "👍")
    await stage.settled()
    await pair.mentor.likes(pair.carried("Thank you."), "🎉")

    assert list(said.reactions) == ["👍"]
    assert answer.reactions == ["🎉"]
    await pair.mentee.reacts(pair.heard("Well done."))
    await pair.mentor.likes(pair.carried("Thank you."), "🎉", remove=True)
    await stage.settled()
    assert not any(said.reactions.values())
    assert answer.reactions == []


async def test_pictures_are_carried_with_their_words(stage: Stage) -> None:
    pair = await couple(stage)

    await pair.mentor.tells("My sketch", files={"sketch.png": b"\x89PNG a sketch"})
    await pair.mentee.sends_photo(b"a photo of mine", "Mine")
    await stage.settled()

    there = pair.heard("My sketch")
    assert there.file == b"\x89PNG a sketch"
    assert "Sam Okoro: My sketch" in there.words
    here = pair.carried("Mine").message
    assert [each.content for each in here.attachments] == [b"a photo of mine"]
    assert len(pair.at_discord()) == len(pair.at_telegram()) == 2


async def test_the_goal_and_the_check_in_are_read_on_both_sides(stage: Stage) -> None:
    pair = await couple(stage)
    pat = stage.person("Pat Lee").joins(pair.group)
    await pair.mentee.runs("/goal_add", "Lead two design reviews", "2", "reviews", "0")
    await pair.mentee.presses("Set goal")
    await stage.monday()
    await pair.mentee.presses("Answer check-in")
    await pair.mentee.answers("How to draw a boundary.", "Saying no.", "Skip", "Write it down.", "Good", "Skip", "Done")
    await pair.mentee.presses("Send check-in")

    for place in (pair.at_discord(), pair.at_telegram()):
        assert sum("Lina Berg has set a goal" in each and "Lead two design reviews" in each for each in place) == 1
        assert sum("Lina Berg’s check-in, week 1" in each and "Saying no." in each for each in place) == 1
    [thread] = [each for each in pair.group.topics.values() if "Lina Berg" in each.name]
    assert pat.sees("Week 1, Lina Berg", "How to draw a boundary.", chat=pair.group, topic=thread)
    assert stage.discord.world.children_of(stage.channel("growth")) == []


async def test_when_the_pairing_ends_nothing_is_carried_any_more(stage: Stage) -> None:
    pair = await couple(stage)
    await pair.mentor.tells("Until then.")
    await pair.mentee.types("/me")
    await pair.mentee.presses("End the pairing…")
    await pair.mentee.presses("End it")
    before = pair.at_discord()

    await pair.mentee.types("One more thing.")

    assert not stage.discord.world.may(pair.mentor.user, pair.room, Permission.SEND_MESSAGES)
    assert pair.mentor.sees("Until then.", place=pair.room), "what was said can still be read"
    assert pair.at_discord() == before
