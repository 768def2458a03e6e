"""From the invitation to the end of a pairing, as its people see it in a Discord client."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.core.ui.inbound import BroughtIn
from tests.discord.harbour import INVITED
from tests.discord.server.app import DiscordServer
from tests.discord.server.state import ChannelType, Permission
from tests.stories.discord.beginnings import RATED, WEEK, pinned, rooms, threads
from tests.stories.discord.stage import Stage


@pytest.fixture
async def stage(server: DiscordServer, data_dir: Path, database_url: str) -> AsyncIterator[Stage]:
    """The program over each kind of database, and a guild that it isn't in yet."""
    stage = Stage(server, data_dir, database_url)
    server.world.remove_bot(stage.guild)
    async with stage.open() as stage:
        yield stage


async def test_a_mentee_grows_in_public(stage: Stage) -> None:  # noqa: PLR0915  one long story, read from top to bottom
    world, guild = stage.world, stage.guild
    noor = stage.known(stage.harbour.noor)
    sam, lina = stage.person("Sam Okoro"), stage.person("Lina Berg")
    pat, ada = stage.person("Pat Lee"), stage.person("Ada Lind")

    # Noor brings the bot, but not with all that it asks for; she hears in private what to do first.
    async with stage.taking_in(BroughtIn):
        world.add_bot(guild, INVITED & ~Permission.MANAGE_CHANNELS, by=stage.harbour.noor)
    noor.finds("Thank you for bringing Menteo to Harbour", "/setup")

    # She starts the programme; the one right that is missing is named, with where to grant it.
    await noor.types("/setup", name="Autumn mentoring")
    assert noor.sees("Start a programme")
    await noor.completes_form(zone="Europe/Berlin")
    setup = noor.finds("Autumn mentoring is running", "Grant what is missing first")
    assert setup.is_for_me_alone
    assert [line[0] for line in setup.text.splitlines() if "Manage Channels" in line] == ["⬜"]
    assert "✅ View Channels" in setup.text
    await noor.presses("Make the channels")
    noor.finds("Menteo can’t do that here yet", "Manage Channels: Server Settings")
    assert not [each for each in world.channels_of(guild) if each.name == "mentorship"]

    # She grants it and tries again: the channels are made, and the one for everybody is pinned to.
    world.change_role(guild, world.bot_role(guild), INVITED)
    await noor.runs("/setup")
    await noor.presses("Make the channels")
    commons, growth = stage.channel("mentorship"), stage.channel("growth")
    noor.finds("The channels are there", *(f"<#{each.id}>" for each in (commons, growth)))
    assert growth.type is ChannelType.FORUM
    assert stage.channel("Mentorship rooms").type is ChannelType.CATEGORY
    assert [each.splitlines()[0] for each in pinned(commons)] == ["### Autumn mentoring"]

    # Sam offers to mentor, from what the client completes; Ada does, too.
    assert await sam.completes("/join mentor", role="staff") == ["Staff engineer · Software engineering"]
    await sam.types("/join mentor", role="Staff engineer · Software engineering", capacity=1)
    await sam.completes_form()
    sam.finds("You are in. Thank you for mentoring")
    await ada.runs("/join mentor", role="Engineering manager", capacity=2)

    # Lina presses the pinned Join: what everybody reads stays, and only she sees what she is asked.
    lina.at(commons)
    await lina.presses("Join")
    assert lina.latest.is_for_me_alone
    await lina.presses("Join as a mentee")
    await lina.completes_form(destination="staff eng", hours="4", visibility="public")
    lina.finds("Did you mean Staff engineer?")
    await lina.presses("Correct it")
    await lina.completes_form(destination="Staff engineer")
    lina.finds("You are in", "Staff engineer", "4 hours a week")
    assert [each.splitlines()[0] for each in pinned(commons)] == ["### Autumn mentoring"]

    # She rates herself over several modals, and says what one rating rests on.
    await lina.presses("Rate myself")
    await lina.completes_form(RATED)
    await lina.types("/gap show")
    lina.finds("Your way to Staff engineer", "Readiness for Staff engineer", "Open cells", "Influence")
    assert await lina.completes("/gap evidence", competency="syst") == ["System design · Craft"]
    await lina.types("/gap evidence", competency="System design · Craft")
    await lina.completes_form(evidence="The search rewrite.")
    lina.finds("Evidence kept for System design", "The search rewrite.")

    # Noor sees why Sam fits and proposes him; Lina hears that somebody is being asked, not who.
    noor.at(stage.harbour.general)
    assert await noor.completes("/pair", mentee="lin") == ["Lina Berg"]
    await noor.types("/pair", mentee="Lina Berg")
    noor.finds("Lina Berg", "Sam Okoro", "Mentoring others 1 → 4")
    await noor.presses("Propose Sam Okoro")
    noor.finds("Sam Okoro is being asked to mentor Lina Berg")
    lina.finds("A mentor is being asked for you")
    lina.finds_nothing_of("Sam Okoro")

    # Sam accepts; all three are told, and a room opens that nobody else sees, with its guide pinned.
    await sam.at_direct_messages().presses("Accept")
    lina.finds("Sam Okoro is your mentor")
    noor.finds("Sam Okoro said yes to Lina Berg")
    [room] = rooms(stage)
    assert pinned(room) == [lina.finds("Welcome, Sam Okoro and Lina Berg").text]
    assert {each.name for each in world.who_sees(room) if not each.bot} == {
        "samokoro", "linaberg", "inesduarte", "noorhaddad",
    }, "the pair, and whom Discord always lets in: the owner and the administrators"  # fmt: skip
    assert room not in pat.channels
    assert room not in ada.channels

    # Lina sets a goal that closes an open cell, and moves it.
    await lina.at(room).types("/goal add", title="Lead two design reviews", target=2)
    await lina.completes_form(cells=["System design 2 → 4"], unit="reviews")
    sam.at(room)
    sam.finds("Lina Berg has set a goal", "Lead two design reviews")
    await lina.presses("Progress")
    await lina.completes_form(current="1")
    lina.finds("Progress kept", "1 of 2 reviews")

    # Week 1: she is asked in private on Monday at nine and answers there; the public thread begins, without her mood.
    await stage.monday(8, 59)
    lina.finds_nothing_of("how did it go?")
    await stage.monday()
    assert any("Week 1: how did it go?" in each.text for each in lina.direct_messages)
    await lina.at_direct_messages().presses("Answer check-in")
    await lina.completes_form(WEEK, share="yes")
    lina.finds("Week 1 is in", "1 check-in in a row", "Public on your growth thread")
    [thread] = threads(stage)
    assert thread.name == "Lina Berg’s growth"
    pat.finds("Week 1, Lina Berg", "How to draw a boundary between two services.", "Saying no to a feature.")
    pat.finds_nothing_of("Lina Berg", "Good")
    sam.finds("Lina Berg’s check-in, week 1", "Saying no to a feature.", "Good")

    # Others cheer and comment beneath it.
    await pat.at(thread).presses("Cheer")
    await sam.at(thread).presses("Cheer (1)")
    assert "Cheer (2)" in lina.finds("Week 1, Lina Berg").buttons

    # Week 2: one answer stays between the two of them; she sees what she planned last time.
    await stage.monday()
    lina.finds("Week 2", "Last time you said this would be next:", "Write the decision down.")
    await lina.at(room).runs(
        "/checkin", {**WEEK, "challenge": "My manager.", "share": "yes"}, keep_private=["challenge"]
    )
    pat.finds("Week 2, Lina Berg", "2 check-ins in a row")
    pat.finds_nothing_of("My manager.")
    sam.finds("Lina Berg’s check-in, week 2", "My manager.")

    # Week 3: she is silent, and is reminded once; then she answers with a milestone.
    await stage.monday()
    await stage.later(hours=47)
    lina.finds_nothing_of("Week 3 is still open")
    await stage.later(hours=2)
    assert any("Week 3 is still open" in each.text for each in lina.direct_messages)
    await lina.at_direct_messages().presses("Answer check-in")
    await lina.completes_form(WEEK, milestone="Led my first design review.", share="yes")
    pat.finds("Week 3, Lina Berg: a milestone", "Led my first design review.", "3 check-ins in a row")
    assert len(threads(stage)) == 1

    # She reaches her goal, and takes one week back.
    await lina.types("/goal show")
    await lina.presses("Reached…")
    await lina.completes_form(evidence="The minutes of both.")
    sam.finds("Lina Berg has reached a goal. What does it show?", "The minutes of both.")
    await sam.at_direct_messages().presses("Attest System design 3")
    lina.finds("Sam Okoro attests what you have reached", "System design 3")
    await lina.types("/growth")
    await lina.presses("Take back week 3")
    lina.finds("Week 3 is taken back")
    pat.finds_nothing_of("Week 3, Lina Berg")
    pat.finds("Week 2, Lina Berg")
    sam.finds("Lina Berg’s check-in, week 3")

    # They end it: the room can be read and not written in, and is deleted when its time is over.
    await lina.types("/me")
    lina.finds("Where you stand, Lina Berg", f"<#{room.id}>")
    await lina.presses("End the pairing…")
    await lina.presses("End it")
    sam.finds("The pairing of Sam Okoro and Lina Berg has ended")
    assert sam.sees("Welcome, Sam Okoro and Lina Berg", place=room)
    assert not any(world.may(each.user, room, Permission.SEND_MESSAGES) for each in (sam, lina))
    await stage.later(days=89)
    assert rooms(stage) == [room]
    await stage.later(days=2)
    assert rooms(stage) == []
    assert not any(message.pinged for channel in world.channels.values() for message in channel.messages.values())
