"""A voice puts words, numbers and moments together as its language does."""

from datetime import UTC, date, datetime, time

import pytest

from bot.core.dialogue.catalogue import Catalogue, MissingText
from bot.core.domain.programmes import Weekday

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def catalogue() -> Catalogue:
    return Catalogue({"es": ["hello = Hola, { $name }\nbare =\n    .title = x"], "en": ["hello = Hello, { $name }"]})


def test_the_fallback_is_listed_first(catalogue: Catalogue) -> None:
    assert catalogue.languages == ("en", "es")


def test_every_key_of_a_language_is_listed(catalogue: Catalogue) -> None:
    assert sorted(catalogue.keys("en")) == ["hello"]
    assert sorted(catalogue.keys("es")) == ["bare", "hello"]


def test_a_dialect_speaks_its_language_and_a_stranger_the_fallback(catalogue: Catalogue) -> None:
    assert catalogue.voice("es-MX")("hello", name="Ada") == "Hola, Ada"
    assert catalogue.voice("tlh")("hello", name="Ada") == "Hello, Ada"


@pytest.mark.parametrize("key", ["nothing", "bare"])
def test_a_text_that_is_not_there_is_a_fault(catalogue: Catalogue, key: str) -> None:
    with pytest.raises(MissingText):
        catalogue.voice("es")(key)


def test_a_fact_left_out_is_a_fault(catalogue: Catalogue) -> None:
    with pytest.raises(MissingText):
        catalogue.voice("en")("hello")


def test_sentences_are_cut_where_the_next_begins_and_may_refer_to_each_other() -> None:
    source = """# what it is called
-name = Menteo
many = { $count ->
    [one] one = a pair
   *[other] { $count } pairs
}. { again } -name = no
again =
    More of { -name }

    tomorrow.
"""
    say = Catalogue({"en": [source]}).voice("en")

    assert say("many", count=1) == "one = a pair. More of Menteo\n\ntomorrow. -name = no"
    assert say("again") == "More of Menteo\n\ntomorrow."
    assert not say.knows("name")


def test_of_two_sentences_of_one_key_the_first_counts() -> None:
    say = Catalogue({"en": ["key = first\nkey = second", "key = third\nother = fourth"]}).voice("en")

    assert (say("key"), say("other")) == ("first", "fourth")


def test_a_sentence_that_can_not_be_read_is_a_fault_and_not_listed() -> None:
    catalogue = Catalogue({"en": ["broken = { $\nwhole = yes\nasking = { nobody }"]})

    assert catalogue.keys("en") == {"whole", "asking"}
    for key in ("broken", "asking"):
        with pytest.raises(MissingText):
            catalogue.voice("en")(key)


def test_words_of_people_are_left_as_they_are(catalogue: Catalogue) -> None:
    assert catalogue.voice("en")("hello", name="{ $name } <@1> *x*") == "Hello, { $name } <@1> *x*"


def test_moments_are_told_in_the_voices_zone(catalogue: Catalogue) -> None:
    assert catalogue.voice("en", "Europe/Berlin").moment(NOON).words == "Mon 23 Nov, 13:00 CET"
    assert catalogue.voice("en", "Asia/Tokyo").moment(NOON).words.startswith("Mon 23 Nov, 21:00")
    assert catalogue.voice("en", "Asia/Kolkata").moment(NOON).words == "Mon 23 Nov, 17:30 GMT+05:30"
    assert catalogue.voice("en").as_spoken_by("es", "Europe/Madrid").moment(NOON).words.startswith("lun 23 nov, 13:00")


def test_each_language_writes_in_its_own_way(catalogue: Catalogue) -> None:
    english, spanish = catalogue.voice("en"), catalogue.voice("es")
    assert (english.day(date(2027, 1, 4)), spanish.day(date(2027, 1, 4))) == ("4 January 2027", "4 de enero de 2027")
    assert (english.weekday(Weekday.MONDAY), spanish.weekday(Weekday.MONDAY)) == ("Monday", "lunes")
    assert (english.hour(time(9)), spanish.hour(time(9))) == ("09:00", "9:00")
    assert (english.number(6.5), spanish.number(6.5), english.number(2)) == ("6.5", "6,5", "2")
    assert (english.tongue("de"), spanish.tongue("de"), english.tongue("xx")) == ("German", "alemán", "xx")
    assert (english.every("ab"), spanish.every("ab")) == ("a and b", "a y b")


@pytest.mark.parametrize(("share", "said"), [(0.29, "29%"), (0.999, "99%"), (1.0, "100%"), (0.0, "0%")])
def test_a_share_is_never_rounded_up_to_whole(catalogue: Catalogue, share: float, said: str) -> None:
    assert catalogue.voice("en").percent(share) == said
