"""Context menus, cheers, comments, notes, action items and profiles."""

from bot.core.ui.inbound import Commented
from tests.stories.discord.beginnings import couple, mentee, programme, shares, threads
from tests.stories.discord.stage import Stage


async def test_others_cheer_and_comment_on_an_entry(stage: Stage) -> None:
    pair = await couple(stage)
    pat = stage.person("Pat Lee")
    thread = await shares(stage, pair)

    await pat.at(thread).presses("Cheer")
    await pair.mentor.at(thread).presses("Cheer (1)")
    assert "Cheer (2)" in pair.mentee.finds("Week 1, Lina Berg").buttons
    await pat.presses("Cheer (2)")
    assert "Cheer (1)" in pair.mentee.finds("Week 1, Lina Berg").buttons
    await pair.mentee.at(thread).presses("Cheer (1)")
    assert "a cheer comes from somebody else" in pair.mentee.latest.text
    assert pair.mentee.latest.is_for_me_alone

    async with stage.taking_in(Commented, times=2):
        pat.says("Well done!", place=thread)
        pair.mentor.says("Yes!", place=thread)
    await stage.later(minutes=1)
    pat.finds("Week 1, Lina Berg", "2 comments here")


async def test_a_message_of_one_s_own_becomes_a_note_and_is_taken_back(stage: Stage) -> None:
    await programme(stage)
    lina, pat = await mentee(stage), stage.person("Pat Lee")
    said = lina.says("My talk was accepted!")

    await lina.menu_on(said, "Add to my growth thread")
    assert lina.modal is not None
    assert "My talk was accepted!" in str([each.prefilled for each in lina.modal.questions])
    await lina.completes_form(words="My talk was accepted.", sure=True)
    note = pat.finds("A note of Lina Berg’s", "My talk was accepted.")
    assert note.message.channel == threads(stage)[0].id

    await pat.menu_on(said, "Add to my growth thread")
    assert "Menteo doesn’t know you yet" in pat.latest.text
    assert pat.latest.is_for_me_alone

    await lina.presses("Take it back")
    pat.finds_nothing_of("A note of Lina Berg’s")


async def test_a_message_becomes_an_action_item_that_only_its_owner_sees(stage: Stage) -> None:
    pair = await couple(stage)
    lina, sam = pair.mentee, pair.mentor
    said = sam.says("Could you send me the outline?")

    await lina.menu_on(said, "Save as action item")
    await lina.completes_form(text="Send Sam the outline", due="2026-10-09")

    kept = lina.finds("Kept as your action item", "Send Sam the outline (due 9 October 2026)")
    assert kept.is_for_me_alone
    sam.finds_nothing_of("Send Sam the outline")
    await lina.types("/action show")
    await lina.presses("Done: Send Sam the outline")
    lina.finds("Done: Send Sam the outline", "Nothing else is open.")


async def test_a_profile_shows_what_each_may_see(stage: Stage) -> None:
    pair = await couple(stage)
    omar = await mentee(stage, "Omar Faris", visibility="private")

    await omar.menu_on(pair.mentee, "Mentorship profile")
    assert omar.latest.is_for_me_alone
    assert "Lina Berg’s mentorship profile" in omar.latest.text
    assert "Sam Okoro" not in omar.latest.text
    await pair.moderator.menu_on(pair.mentee, "Mentorship profile")
    assert "Sam Okoro and Lina Berg" in pair.moderator.latest.text
    await pair.mentee.menu_on(omar, "Mentorship profile")
    assert "More about Omar Faris is seen only by those" in pair.mentee.latest.text
    await pair.mentee.menu_on(stage.person("Pat Lee"), "Mentorship profile")
    assert "Pat Lee isn’t in Menteo here yet" in pair.mentee.latest.text


async def test_somebody_who_speaks_spanish_is_answered_in_spanish(stage: Stage) -> None:
    await programme(stage)
    diego = stage.person("Diego Ruiz", locale="es-ES")

    await diego.runs("/join mentee", destination="Staff engineer", visibility="public")

    diego.finds("Listo: ya tienes un rumbo")


async def test_plain_words_in_private_are_answered_with_what_can_be_done(stage: Stage) -> None:
    await programme(stage)
    lina = await mentee(stage)

    lina.at_direct_messages().says("hello?")

    await lina.hears("What you can do")
