"""What is too large for the other side, and much at once from both: a sentence, the order, and no echo."""

from bot.core.ui.inbound import Spoken
from tests.stories.across.beginnings import couple
from tests.stories.across.stage import Stage
from tests.stories.across.test_one_room import HEADING

MIB = 1024 * 1024
MUCH = 40


async def test_what_is_too_large_for_discord_is_named_there_and_the_rest_is_carried(stage: Stage) -> None:
    pair = await couple(stage)

    await pair.mentee.sends_document("plan.pdf", b"x" * (11 * MIB), "My plan")
    await pair.mentee.sends_document("film.zip", b"x" * (21 * MIB))
    await pair.mentee.sends_document("small.txt", b"a few words", "And notes")
    await stage.settled()

    plan, film, notes = pair.at_discord()
    assert "**Lina Berg**" in plan
    assert "My plan" in plan
    for text, name in ((plan, "plan.pdf"), (film, "film.zip")):
        assert name in text
        assert "10" in text, "how large it may be there"
    assert "And notes" in notes
    attached = [[each.content for each in message.attachments] for message in pair.room.messages.values()]
    assert [each for each in attached if each] == [[b"a few words"]]


async def test_what_is_too_large_for_telegram_is_named_there_and_the_rest_is_carried(stage: Stage) -> None:
    pair = await couple(stage)

    files = {"film.zip": b"x" * (51 * MIB), "sketch.txt": b"a few lines"}
    await pair.mentor.tells("Both of these", files=files)

    there = pair.at_telegram()
    assert sum("Sam Okoro: Both of these" in each for each in there) == 1
    [note] = [each for each in there if "film.zip" in each]
    assert "50" in note, "how large it may be there"
    assert [seen.file for seen in pair.since_guide() if seen.file] == [b"a few lines"]


async def test_much_at_once_from_both_sides_comes_once_each_in_order_and_nothing_comes_back(stage: Stage) -> None:
    pair = await couple(stage)
    asked, answered = [f"question {number}" for number in range(MUCH)], [f"answer {number}" for number in range(MUCH)]

    def all_heard(_: object = None) -> bool:
        return sum(isinstance(each, Spoken) for each in stage.heard) >= 2 * MUCH

    async with stage.taking_in(lambda it: isinstance(it, Spoken) and all_heard()):
        for question, answer in zip(asked, answered, strict=True):
            pair.mentor.says(question)
            await pair.mentee.sends(answer)
    for _ in range(3):
        await stage.settled()

    here, there = pair.at_discord(), pair.at_telegram()
    assert [each for each in here if "answer" in each] == [f"**Lina Berg**: {each}" for each in answered]
    assert [each for each in here if "question" in each] == asked
    assert [each for each in there if "question" in each] == [f"{HEADING}Sam Okoro: {each}" for each in asked]
    assert [each for each in there if "answer" in each] == answered
    assert len(here) == len(there) == 2 * MUCH, "nothing came back, and nothing beside"
    spoken = [each for each in stage.heard if isinstance(each, Spoken)]
    assert len(spoken) == 2 * MUCH, "no copy was taken for somebody's words"


async def test_changes_and_what_is_taken_back_among_much_else_end_alike_on_both_sides(stage: Stage) -> None:
    pair = await couple(stage)
    said = [await pair.mentee.sends(f"line {number}") for number in range(12)]
    for number in range(0, 12, 3):
        await pair.mentee.edits(said[number], f"line {number}, better")
    for number in range(1, 12, 3):
        await pair.mentee.sends("/unsend", reply_to=said[number])
    await stage.settled()
    await stage.settled()

    left = [
        f"line {number}, better" if number % 3 == 0 else f"line {number}" for number in range(12) if number % 3 != 1
    ]
    assert pair.at_discord() == [f"**Lina Berg**: {each}" for each in left]
