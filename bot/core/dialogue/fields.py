"""Fields that several forms share: who one is, and where, in which languages, how visibly.

A field as a command's parameter is made in a voice alone, for whomever; in a form it is filled in for one person.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.core.dialogue.catalogue import Voice
from bot.core.dialogue.platforms import platform_name
from bot.core.dialogue.talk import Talk
from bot.core.domain.ids import RoleId
from bot.core.domain.members import Visibility
from bot.core.domain.naming import fold
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
    return replace(zone_parameter(talk.say), default=(zone or _zone(talk),))


def zone_parameter(say: Voice) -> TimeZone:
    """Take a time zone."""
    return TimeZone(name="zone", label=say("field-zone"), help=say("field-zone-help"))


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
    known = language in talk.say.languages
    return replace(
        text_language_parameter(talk.say), default=(language if known else language.split("-", maxsplit=1)[0],)
    )


def text_language_parameter(say: Voice) -> Choice:
    """Take one of the languages that there are texts in."""
    return Choice(
        name="language",
        label=say("field-language"),
        options=tuple(Option(each, _capital(say.tongue(each))) for each in say.languages),
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


def home_field(talk: Talk, platforms: Sequence[str], home: str) -> Choice:
    """Ask on which of their platforms somebody is written to."""
    return Choice(
        name="home",
        label=talk.say("field-home"),
        help=talk.say("field-home-help"),
        options=tuple(Option(each, platform_name(talk.say, each)) for each in platforms),
        default=(home if home in platforms else platforms[0],),
    )


def role_field(talk: Talk, name: str, title: str) -> SearchedChoice:
    """Ask for one of the roles of all frameworks; `title` fills it in."""
    return replace(role_parameter(talk.say, name), default=(title,) if title else ())


def title_of_role(talk: Talk, role: RoleId) -> str:
    """Name a role as it is found by; one that is there no more has no name, and another is chosen."""
    names = talk.tools.library.role_names(talk.say.language).roles
    title = next((each.title for each in names if each.id == role), "")
    talk.credits_due.tell(talk.tools.library.credit(role) if title else "")
    return title


def role_parameter(say: Voice, name: str) -> SearchedChoice:
    """Take a role, as where one is heading (`destination`) or what one is today (`role`)."""
    return SearchedChoice(name=name, label=say(f"field-{name}"), help=say(f"field-{name}-help"), source="role")


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
    return tuple(sorted(named, key=lambda option: fold(option.label)))


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
