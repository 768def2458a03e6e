"""What a pair says to each other in private chats, in topics of their own, or in a group of the two of them."""

from tests.stories.telegram.beginnings import couple, mentee, mentor
from tests.stories.telegram.stage import Resident, Stage
from tests.telegram.server.chats import Chat


async def test_whatever_is_said_arrives_with_its_form(stage: Stage) -> None:
    pair = await couple(stage)
    sam, lina = pair.mentor, pair.mentee

    await lina.sends("It is <b>important</b>, see <code>x_y</code>", formatted=True)
    await lina.sends_photo(b"a board", "our <board>")
    await lina.sends_document("plan.pdf", b"a plan")
    await lina.sends_voice(b"hum")
    await lina.sends_album(b"one", b"two", caption="both")
    await stage.settled()

    words, photo, document, voice, first, second = sam.reads()[-6:]
    assert words.words.endswith("Lina Berg: It is important, see x_y")
    assert {("bold", "important"), ("code", "x_y")} <= set(words.formatted)
    assert photo.words.endswith("Lina Berg: our <board>")
    assert [each.file for each in (photo, document, voice, first, second)] == [
        b"a board", b"a plan", b"hum", b"one", b"two",
    ]  # fmt: skip
    assert "plan.pdf" in document.text
    assert first.words.endswith("Lina Berg: both")


async def test_replies_edits_reactions_and_what_is_taken_back_follow(stage: Stage) -> None:
    pair = await couple(stage)
    sam, lina = pair.mentor, pair.mentee

    said = await lina.types("A tipo")
    heard = sam.latest
    await lina.edits(said, "A typo")
    await stage.settled()
    assert heard.words.endswith("Lina Berg: A typo")
    answer = await sam.replies_to(heard, "So what?")
    await stage.settled()
    assert lina.latest.answers_to == said
    await lina.reacts(lina.latest, "👍")
    await stage.settled()
    assert answer.reactions == ["👍"]
    await lina.replies_to(said, "/unsend")
    await stage.settled()
    assert lina.sees("Taken back there, too")
    sam.finds_nothing_of("A typo")


async def second_mentee(stage: Stage, moderator: Resident, group: Chat) -> Resident:
    tom = await mentee(stage, group, "Tom Ito")
    await moderator.runs("/pair", "Tom", "Tom Ito")
    await moderator.presses("Propose Sam Okoro")
    return tom


async def test_a_mentor_of_two_is_asked_whom_words_are_for(stage: Stage) -> None:
    pair = await couple(stage)
    sam, lina = pair.mentor, pair.mentee
    tom = await second_mentee(stage, pair.moderator, pair.group)
    await sam.presses("Accept")

    await sam.types("See you on Friday")
    for each in (lina, tom):
        each.finds_nothing_of("See you on Friday")
    assert sam.sees("For whom is this?")
    await sam.presses("Send to Tom Ito")
    tom.finds("Sam Okoro: See you on Friday")
    await sam.types("At ten")
    tom.finds("At ten")
    await sam.types("/talk")
    await sam.presses("Talk with Lina Berg")
    await sam.types("How is it going?")
    lina.finds("Sam Okoro: How is it going?")
    await sam.replies_to(sam.finds("Welcome, Sam Okoro and Tom Ito"), "And you?")
    await stage.settled()
    await sam.presses("Send to Tom Ito")
    tom.finds("Sam Okoro: And you?")

    lina.finds_nothing_of("And you?")
    lina.finds_nothing_of("See you on Friday")
    lina.finds_nothing_of("At ten")
    tom.finds_nothing_of("How is it going?")


async def test_with_topics_each_room_is_one(stage: Stage) -> None:
    stage.world.bot.has_topics_enabled = True
    await stage.restarts()
    pair = await couple(stage)
    sam, lina = pair.mentor, pair.mentee
    tom = await second_mentee(stage, pair.moderator, pair.group)
    await sam.presses("Accept")

    await sam.at_home("Sam Okoro and Tom Ito").types("For Tom")
    await sam.at_home("Sam Okoro and Lina Berg").types("For Lina")

    assert tom.at_home("Sam Okoro and Tom Ito").sees("Sam Okoro: For Tom")
    assert lina.at_home("Sam Okoro and Lina Berg").sees("Sam Okoro: For Lina")
    lina.finds_nothing_of("For Tom")
    tom.finds_nothing_of("For Lina")
    assert not lina.sees("💬")


async def test_a_pair_talks_in_a_group_of_its_own_while_it_is_alone_there(stage: Stage) -> None:
    pair = await couple(stage)
    sam, lina = pair.mentor, pair.mentee
    group = lina.founds_group("The two of us")
    sam.joins(group)

    await lina.at_home().presses("Use a private group instead", to=group)
    await stage.settled()
    assert lina.at(group).sees("This group is your room now", "Welcome, Sam Okoro and Lina Berg")
    await lina.at_home().runs("/goal_add", "Lead two design reviews", "Skip", "Skip", "Skip", "Set goal")
    assert sam.at(group).sees("Lina Berg has set a goal")

    pat = stage.person("Pat Lee").joins(group)
    await lina.runs("/goal_add", "Something between us", "Skip", "Skip", "Skip", "Set goal")
    pat.finds_nothing_of("Something between us")
    assert not stage.world.bot_in(group).is_present
    await stage.retries()
    for each in (sam, lina):
        each.at_home()
        each.finds("Your room is in our private chats again")
        each.finds("Lina Berg has set a goal", "Something between us")
    await lina.types("Only for you")
    sam.finds("Lina Berg: Only for you")
    pat.finds_nothing_of("Only for you")


async def test_somebody_elses_group_link_binds_nothing(stage: Stage) -> None:
    pair = await couple(stage)
    await mentor(stage, pair.group, "Ada Lind")
    eve = stage.person("Eve Moss")
    group = eve.founds_group("Not theirs")
    link = next(
        button["url"]
        for row in pair.mentee.finds("Welcome, Sam Okoro").message.keyboard or []
        for button in row
        if "url" in button
    )

    await eve.follows(link, to=group)
    await stage.settled()

    assert not eve.sees("This group is your room now", chat=group)
    await pair.mentee.types("Still here")
    pair.mentor.finds("Lina Berg: Still here")
