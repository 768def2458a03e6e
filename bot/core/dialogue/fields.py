"""Fields that several forms share: who one is, and where, in which languages, how visibly."""

from collections.abc import Iterable, Sequence

from bot.core.dialogue.talk import Talk
from bot.core.domain.members import Visibility
from bot.core.ui.forms import Answers, Choice, Option, SearchedChoice, Several, TimeZone
from bot.core.usecases.members import AboutMe

LANGUAGES = (
    "ar", "bn", "cs", "de", "el", "en", "es", "fa", "fr", "he", "hi", "hu", "id",
    "it", "ja", "ko", "nl", "pl", "pt", "ro", "ru", "sv", "tr", "uk", "zh",
)  # fmt: skip
"""Languages that people are offered to talk in; one that a member speaks already takes another's place."""

MOST_OPTIONS = 25


def zone_field(talk: Talk, zone: str = "") -> TimeZone:
    """Ask for a time zone: as given, else as the member's, the surface's or the community's word has it."""
    return TimeZone(
        name="zone", label=talk.say("field-zone"), help=talk.say("field-zone-help"), default=(zone or _zone(talk),)
    )


def languages_field(talk: Talk) -> Several:
    """Ask which languages one can talk about work in."""
    spoken = _spoken(talk)
    return Several(
        name="languages",
        label=talk.say("field-languages"),
        help=talk.say("field-languages-help"),
        options=_language_options(talk, spoken),
        default=spoken,
    )


def text_language_field(talk: Talk, language: str) -> Choice:
    """Ask in which of the languages that there are texts in the bot should speak."""
    known = talk.tools.library.languages()
    return Choice(
        name="language",
        label=talk.say("field-language"),
        options=tuple(Option(each, _capital(talk.say.tongue(each))) for each in known),
        default=(language if language in known else language.split("-", maxsplit=1)[0],),
    )


def visibility_field(talk: Talk, chosen: Visibility | None) -> Choice:
    """Ask whether growth is public; nobody's choice is made for them, so a newcomer finds none filled in."""
    options = tuple(
        Option(each.value, talk.say(f"visibility-{each.value}"), talk.say(f"visibility-{each.value}-means"))
        for each in (Visibility.PUBLIC, Visibility.PRIVATE)
    )
    return Choice(
        name="visibility",
        label=talk.say("field-visibility"),
        help=talk.say("field-visibility-help"),
        options=options,
        default=(chosen.value,) if chosen else (),
    )


def role_field(talk: Talk, name: str, title: str) -> SearchedChoice:
    """Ask for one of the roles of all frameworks; `title` fills it in."""
    return SearchedChoice(
        name=name,
        label=talk.say(f"field-{name}"),
        help=talk.say(f"field-{name}-help"),
        source="role",
        default=(title,) if title else (),
    )


def about_me(answers: Answers) -> AboutMe:
    """Read the fields that every member answers."""
    return AboutMe(text_of(answers, "zone"), texts_of(answers, "languages"))


def text_of(answers: Answers, name: str) -> str:
    """Read a text, empty where nothing was given."""
    value = answers.get(name)
    return value if isinstance(value, str) else ""


def texts_of(answers: Answers, name: str) -> tuple[str, ...]:
    """Read the options chosen of several."""
    value = answers.get(name)
    return value if isinstance(value, tuple) else ()


def number_of(answers: Answers, name: str) -> float | None:
    """Read a number, None where nothing was given."""
    value = answers.get(name)
    return value if isinstance(value, int | float) else None


def whole_of(answers: Answers, name: str) -> int:
    """Read a required whole number."""
    return int(number_of(answers, name) or 0)


def languages_in_words(talk: Talk, languages: Iterable[str]) -> str:
    """List languages by name."""
    return talk.say.every(talk.say.tongue(each) for each in languages)


def _zone(talk: Talk) -> str:
    member, origin = talk.actor.member, talk.origin
    return (member.zone if member else origin.zone if origin else "") or talk.community.zone


def _spoken(talk: Talk) -> tuple[str, ...]:
    member, origin = talk.actor.member, talk.origin
    known: Sequence[str] = member.languages if member else (origin.language if origin else "",)
    spoken = dict.fromkeys(each.split("-", maxsplit=1)[0] for each in known if each)
    return tuple(spoken) or (talk.community.language,)


def _language_options(talk: Talk, spoken: tuple[str, ...]) -> tuple[Option, ...]:
    codes = dict.fromkeys((*spoken, *LANGUAGES))
    named = (Option(each, _capital(talk.say.tongue(each))) for each in list(codes)[:MOST_OPTIONS])
    return tuple(sorted(named, key=lambda option: option.label))


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
