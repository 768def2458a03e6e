"""A programme that began on Discord comes to Telegram, and people who are on both are one."""

from tests.stories.across.beginnings import code, connected, couple, link, mentee, programme
from tests.stories.across.stage import Stage


async def test_a_code_that_an_administrator_types_ties_a_group_to_the_programme(stage: Stage) -> None:
    noor = await programme(stage)
    adi, pat = stage.person("Adi Root"), stage.person("Pat Lee")
    group = await stage.forum(adi)
    given = await code(noor, "/connect")

    await pat.joins(group).types(f"/connect {given}")
    assert not pat.sees("This place is part of Harbour now")
    await adi.at(group).types(f"/connect {given}")

    assert adi.sees("This place is part of Harbour now")
    assert adi.sees("Autumn mentoring", "[Join] [Help]")
    assert adi.at_home().sees("The group is ready")
    noor.finds("Harbour is on Telegram, too", "Adi Root has used the code there.")


async def test_the_link_beside_the_code_does_the_same(stage: Stage) -> None:
    noor = await programme(stage)
    await noor.types("/connect")
    adi = stage.person("Adi Root")
    group = adi.founds_supergroup("Harbour", forum=True)

    await adi.follows(link(noor), to=group)
    await stage.settled()

    assert adi.at(group).sees("This place is part of Harbour now")
    noor.finds("Harbour is on Telegram, too", "Adi Root has used the code there.")


async def test_one_programme_asks_each_where_they_are(stage: Stage) -> None:
    _, group = await connected(stage)
    lina = await mentee(stage, group)
    omar = stage.at_discord("Omar Faris")
    await omar.runs("/join mentee", destination="Staff engineer", visibility="public")

    await stage.monday()

    assert sum("Week 1: how did it go?" in each.text for each in lina.everything()) == 1
    assert sum("Week 1: how did it go?" in each.text for each in omar.direct_messages) == 1


async def test_a_linked_person_is_one_member_with_one_programme(stage: Stage) -> None:
    pair = await couple(stage)
    other = stage.at_discord("Lina B")
    await other.runs("/join mentee", destination="Staff engineer", visibility="private")

    given = await code(other, "/link")
    await pair.mentee.types(f"/link {given}")
    await pair.mentee.presses("Make them one")
    await pair.mentee.presses("Make them one for good")

    assert pair.mentee.sees("Your accounts are one in Harbour")
    assert any("is linked" in each.text for each in other.direct_messages)
    await other.types("/me")
    other.finds("Where you stand, Lina B", "Sam Okoro")
    await stage.monday()
    asked = pair.mentee.screen() + other.screen()
    assert asked.count("Week 1: how did it go?") == 1, "one member is asked once"
    await pair.mentor.tells("Still there?")
    await pair.mentee.types("Still here.")
    assert "Sam Okoro: Still there?" in pair.at_telegram()[-2]
    assert "Still here." in pair.at_discord()[-1]
