"""A sign-up sheet as a document in Telegram: taken in, or asked for again, with people by their handles."""

from tests.stories.telegram.beginnings import mentor, programme
from tests.stories.telegram.stage import Stage


async def test_a_sheet_is_sent_as_a_document(stage: Stage) -> None:
    noor, harbour = await programme(stage)
    sam = await mentor(stage, harbour)
    assert sam.user.username
    sheet = (
        f"mentor,role,availability,zone\n@{sam.user.username},Staff engineer,Mon 18-20,Berlin\nomar,Staff engineer,,\n"
    )

    await noor.runs("/signups_import", "Mentors")
    assert "Send a file that ends in .csv" in noor.latest.text
    await noor.sends_document("big.csv", b"x" * 600_000)
    await stage.settled()
    assert noor.sees("larger than the form takes")
    await noor.sends_document("mentors.csv", sheet.encode("utf-16"))
    await stage.settled()

    assert noor.sees("2 rows are taken in"), noor.latest.text
    assert noor.sees("Here: 1")
    noor.finds("Not here yet", "omar")
