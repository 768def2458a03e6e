"""What one of a pair said, as the other gets it."""

import pytest

from bot.adapters.telegram.uploading import MOST_PHOTO, MOST_UPLOADED
from bot.core.effects import Done, Doubtful, ReactToMessage, Retry, Scope, Source, ToPlace
from bot.core.ui.speech import Attachment, AttachmentKind
from tests.adapters.telegram.carrying import Carrier, relaying
from tests.telegram.people import Person
from tests.telegram.reading import Seen
from tests.telegram.server.app import TelegramServer
from tests.telegram.server.files import Kind

pytestmark = pytest.mark.usefixtures("unhurried")

PHOTO = Attachment(AttachmentKind.PHOTO, "photo", "board.jpg", 9, "image/jpeg")
DOCUMENT = Attachment(AttachmentKind.DOCUMENT, "document", "plan.pdf", 8, "application/pdf")
VOICE = Attachment(AttachmentKind.VOICE, "voice", "", 5, "audio/ogg")
STICKER = Attachment(AttachmentKind.STICKER, "sticker")


@pytest.fixture
def mentor(server: TelegramServer, ben: Person) -> Person:
    server.world.start(ben.user)
    return ben


async def test_words_come_under_their_authors_name(carrier: Carrier, mentor: Person) -> None:
    done = await carrier.done(relaying(f"{mentor.id}#rx", "1 < 2", room="Ana & Ben"))

    assert mentor.latest.words == "Ana & Ben\nAna Lima: 1 < 2"
    assert mentor.latest.formatted == [("bold", "Ana Lima")]
    assert done == Done(str(mentor.latest.message.id))


async def test_a_topic_needs_no_heading(carrier: Carrier, mentor: Person) -> None:
    carrier.server.world.bot.has_topics_enabled = True
    topic = carrier.server.world.add_topic(mentor.home, "Ana & Ben", carrier.server.world.bot.user)

    await carrier.done(relaying(f"{mentor.id}/{topic.id}", "hello", room="Ana & Ben"))

    assert mentor.at_home("Ana & Ben").latest.words == "Ana Lima: hello"


async def test_an_answer_hangs_on_what_it_answers(carrier: Carrier, mentor: Person) -> None:
    asked = await mentor.sends("how did it go?")

    await carrier.done(relaying(str(mentor.id), "well", reply_to=str(asked.message.id)))
    answer = mentor.latest
    await carrier.done(relaying(str(mentor.id), "what?", reply_to="9999"))

    assert answer.answers_to == asked
    assert mentor.latest.answers_to is None


async def test_a_long_text_comes_in_pieces_and_is_changed_in_them(carrier: Carrier, mentor: Person) -> None:
    first = await carrier.done(relaying(str(mentor.id), "x" * 150))
    longer = await carrier.done(relaying(str(mentor.id), "y" * 250, replaces=first.external_id))
    grown = [each.words for each in mentor.reads()]

    shorter = await carrier.done(relaying(str(mentor.id), "z", replaces=longer.external_id))

    assert "".join(grown) == f"Ana Lima: {'y' * 250}"
    assert [each.words for each in mentor.reads()] == ["Ana Lima: z"]
    assert (first.external_id.count(","), longer.external_id.count(","), shorter.external_id.count(",")) == (1, 2, 0)


@pytest.mark.parametrize("kind", [Kind.PHOTO, Kind.DOCUMENT, Kind.VOICE])
async def test_a_file_is_copied_with_the_name_in_its_caption(
    carrier: Carrier, ana: Person, mentor: Person, kind: Kind
) -> None:
    sent = await ana.sends_file(kind, b"content", "plan.pdf", caption="our plan")
    file = Attachment(AttachmentKind(kind.value), "ref", "plan.pdf")

    done = await carrier.done(relaying(str(mentor.id), "our plan", file, source=source(ana, sent)))

    assert mentor.latest.words == "Ana Lima: our plan"
    assert mentor.latest.file == b"content"
    assert done.external_id == str(mentor.latest.message.id)
    assert not carrier.server.asked("getFile"), "nothing of it goes through here"


async def test_a_caption_that_is_too_long_goes_on_below(carrier: Carrier, ana: Person, mentor: Person) -> None:
    sent = await ana.sends_photo(b"a board", "x" * 60)

    done = await carrier.done(relaying(str(mentor.id), "x" * 60, PHOTO, source=source(ana, sent)))
    await carrier.done(relaying(str(mentor.id), "y" * 60, PHOTO, source=source(ana, sent), replaces=done.external_id))

    assert "".join(each.words for each in mentor.reads()) == f"Ana Lima: {'y' * 60}"
    assert [each.file for each in mentor.reads()] == [b"a board", None]


async def test_what_takes_no_caption_has_the_name_just_before_it(carrier: Carrier, ana: Person, mentor: Person) -> None:
    sent = await ana.sends_file(Kind.STICKER, b"a cat")

    done = await carrier.done(relaying(f"{mentor.id}#rx", "", STICKER, source=source(ana, sent), room="Ana & Ben"))

    assert [each.words for each in mentor.reads()] == ["Ana & Ben\nAna Lima", ""]
    assert mentor.latest.file == b"a cat"
    assert done.external_id == ",".join(str(each.message.id) for each in mentor.reads())


async def test_an_album_stays_together(carrier: Carrier, ana: Person, mentor: Person) -> None:
    seen = await ana.sends_album(b"one", b"two", caption="both")
    place = Source("telegram", str(ana.id), ",".join(str(each.message.id) for each in seen))

    await carrier.done(relaying(str(mentor.id), "both", PHOTO, PHOTO, source=place))

    assert [each.words for each in mentor.reads()] == ["Ana Lima: both", "", ""]
    assert [each.file for each in mentor.reads()] == [None, b"one", b"two"]


async def test_a_file_whose_message_is_gone_is_named(carrier: Carrier, ana: Person, mentor: Person) -> None:
    sent = await ana.sends_photo(b"a board", "look")
    place = source(ana, sent)
    await ana.deletes(sent)

    done = await carrier.done(relaying(str(mentor.id), "look", PHOTO, source=place))

    assert mentor.latest.words == "Ana Lima: look\ntelegram-file-gone board.jpg"
    assert done.external_id == str(mentor.latest.message.id)


async def test_files_of_another_platform_are_uploaded(carrier: Carrier, mentor: Person) -> None:
    carrier.files.files |= {"photo": b"a board", "document": b"a plan", "voice": b"hum"}

    done = await carrier.done(relaying(str(mentor.id), "look", PHOTO, DOCUMENT, VOICE))

    read = mentor.reads()
    assert [each.words for each in read] == ["Ana Lima: look", "", ""]
    assert [each.file for each in read] == [b"a board", b"a plan", b"hum"]
    assert [each.message.media.kind for each in read if each.message.media] == [Kind.PHOTO, Kind.DOCUMENT, Kind.VOICE]
    assert done.external_id == ",".join(str(each.message.id) for each in read)
    assert carrier.turns.places == [str(mentor.id)] * 2


async def test_a_caption_of_another_platforms_file_is_changed(carrier: Carrier, mentor: Person) -> None:
    carrier.files.files |= {"photo": b"a board", "document": b"a plan"}
    done = await carrier.done(relaying(str(mentor.id), "look", PHOTO, DOCUMENT))

    await carrier.done(relaying(str(mentor.id), "look here", PHOTO, DOCUMENT, replaces=done.external_id))

    assert [each.words for each in mentor.reads()] == ["Ana Lima: look here", ""]


async def test_a_picture_that_is_too_large_for_one_goes_as_a_document(carrier: Carrier, mentor: Person) -> None:
    carrier.files.files["photo"] = bytes(MOST_PHOTO + 1)

    await carrier.done(relaying(str(mentor.id), "", PHOTO))

    assert mentor.latest.message.media is not None
    assert mentor.latest.message.media.kind is Kind.DOCUMENT


@pytest.mark.parametrize("told", [0, MOST_UPLOADED + 1])
async def test_a_file_that_is_too_large_is_named_in_its_place(carrier: Carrier, mentor: Person, told: int) -> None:
    carrier.files.files |= {"video": bytes(MOST_UPLOADED + 1), "document": b"a plan"}
    video = Attachment(AttachmentKind.VIDEO, "video", "talk.mp4", told, "video/mp4")

    await carrier.done(relaying(str(mentor.id), "", video))
    alone = mentor.latest.words
    await carrier.done(relaying(str(mentor.id), "", video, DOCUMENT))

    assert alone.startswith("Ana Lima: telegram-file-too-large talk.mp4")
    assert alone.endswith("50 MB")
    assert mentor.reads()[1].words.startswith("Ana Lima: telegram-file-too-large")
    assert mentor.reads()[1].file == b"a plan"


async def test_a_file_that_is_gone_is_named_in_its_place(carrier: Carrier, mentor: Person) -> None:
    await carrier.done(relaying(str(mentor.id), "", Attachment(AttachmentKind.VOICE, "lost")))

    assert mentor.latest.words == "Ana Lima: telegram-file-gone telegram-file-voice"


async def test_what_may_have_arrived_is_not_said_again(carrier: Carrier, mentor: Person) -> None:
    carrier.server.faults.lose_reply("sendMessage")

    lost = await carrier.surface.deliver(relaying(str(mentor.id), "hello"), "k")
    cut_short = await carrier.surface.deliver(relaying(str(mentor.id), "hello"), "k", again=True, doubtful=True)

    assert isinstance(lost, Doubtful)
    assert isinstance(cut_short, Doubtful)
    assert [each.words for each in mentor.reads()] == ["Ana Lima: hello"]


async def test_what_surely_has_not_arrived_is_tried_again(carrier: Carrier, mentor: Person) -> None:
    carrier.server.faults.fail(502, match="sendMessage", times=1)

    failed = await carrier.surface.deliver(relaying(str(mentor.id), "hello"), "k")
    await carrier.done(relaying(str(mentor.id), "hello"), "k", again=True)

    assert failed == Retry("status 502", scope=Scope.OUTAGE)
    assert [each.words for each in mentor.reads()] == ["Ana Lima: hello"]


async def test_what_arrived_in_part_is_not_said_again(carrier: Carrier, mentor: Person) -> None:
    carrier.files.files["document"] = b"a plan"
    carrier.server.faults.fail(502, match="sendMessage")

    outcome = await carrier.surface.deliver(relaying(str(mentor.id), "x" * 60, DOCUMENT), "k")

    assert isinstance(outcome, Doubtful)


async def test_a_change_is_made_even_where_it_may_have_been_made(carrier: Carrier, mentor: Person) -> None:
    done = await carrier.done(relaying(str(mentor.id), "hello"))
    changing = relaying(str(mentor.id), "hello there", replaces=done.external_id)

    await carrier.surface.deliver(changing, "k", doubtful=True)
    again = await carrier.surface.deliver(changing, "k", again=True, doubtful=True)

    assert again == done
    assert mentor.latest.words == "Ana Lima: hello there"


async def test_a_change_of_what_was_taken_away_is_fine(carrier: Carrier, mentor: Person) -> None:
    done = await carrier.done(relaying(str(mentor.id), "hello"))
    await mentor.deletes(mentor.latest)

    await carrier.done(relaying(str(mentor.id), "x" * 150, replaces=done.external_id))

    assert mentor.reads() == []


async def test_a_reaction_is_shown_and_taken_back(carrier: Carrier, mentor: Person) -> None:
    await carrier.done(relaying(str(mentor.id), "hello"))
    place, message = ToPlace(str(mentor.id)), f"{mentor.latest.message.id}"
    shown = []

    for emojis in (("❤️", "👍"), ("🦖", "🎉"), ("🦖",), ("👍",), ()):
        await carrier.done(ReactToMessage(place, f"{message},999", emojis))
        shown.append(mentor.latest.reactions)

    assert shown == [["❤"], ["🎉"], [], ["👍"], []]


async def test_a_reaction_that_cannot_be_is_none(carrier: Carrier, mentor: Person) -> None:
    mentor.home.reactions = frozenset()

    await carrier.done(relaying(str(mentor.id), "hello"))
    await carrier.done(ReactToMessage(ToPlace(str(mentor.id)), str(mentor.latest.message.id), ("👍",)))
    await carrier.done(ReactToMessage(ToPlace(str(mentor.id)), "999", ("👍",)))

    assert mentor.latest.reactions == []


def source(person: Person, seen: Seen) -> Source:
    return Source("telegram", str(person.id), str(seen.message.id))
