"""Somebody whose direct messages are closed: the room, and failing that a hint that gives nothing away."""

from tests.stories.discord.beginnings import WEEK, couple, mentee, mentor, programme, rooms, threads
from tests.stories.discord.stage import Stage


async def test_one_who_is_paired_is_asked_in_the_room(stage: Stage) -> None:
    pair = await couple(stage)
    [room] = rooms(stage)
    stage.world.close_direct_messages(pair.mentee.user)

    await stage.monday()

    asked = pair.mentee.finds("Week 1: how did it go?")
    assert asked.message.channel == room.id
    assert not any("Week 1" in each.text for each in pair.mentee.direct_messages)
    await pair.mentee.at(room).presses("Answer check-in")
    await pair.mentee.completes_form(WEEK, share="yes")
    assert len(threads(stage)) == 1


async def test_one_who_has_no_room_is_hinted_at_and_nobody_reads_why(stage: Stage) -> None:
    noor = await programme(stage)
    await mentor(stage)
    lina, pat = await mentee(stage), stage.person("Pat Lee")
    stage.world.close_direct_messages(lina.user)

    await noor.types("/pair", mentee="Lina Berg")
    await noor.presses("Propose Sam Okoro")

    commons = stage.channel("mentorship")
    hint = pat.finds("There is something for you here", lina.mention)
    assert hint.message.channel == commons.id
    assert hint.message.pinged.users == {lina.id}
    assert not hint.message.pinged.everyone
    for word in ("mentor is being asked", "Sam", "Lina Berg", "propos"):
        assert word not in hint.text
    await lina.at(commons).presses("Where I stand")
    assert lina.latest.is_for_me_alone
    assert "Where you stand, Lina Berg" in lina.latest.text

    # Opened again, what is for her alone comes in private.
    stage.world.open_direct_messages(lina.user)
    await lina.presses("Write to me again")
    assert any("Private messages arrive" in each.text for each in lina.direct_messages)
    await stage.monday()
    assert any("Week 1: how did it go?" in each.text for each in lina.direct_messages)


async def test_a_mentor_who_can_not_be_asked_in_private_reads_in_me_whom_and_why(stage: Stage) -> None:
    noor = await programme(stage)
    sam, lina = await mentor(stage), await mentee(stage)
    stage.world.close_direct_messages(sam.user)

    await noor.types("/pair", mentee="Lina Berg")
    await noor.presses("Propose Sam Okoro")
    await sam.at(stage.channel("mentorship")).presses("Where I stand")

    assert sam.latest.is_for_me_alone
    for words in ("Would you mentor Lina Berg?", "Staff engineer", "Open cells covered"):
        assert words in sam.latest.text
    await sam.presses("Accept")
    [room] = rooms(stage)
    assert room in lina.channels
