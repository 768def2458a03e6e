"""Time zones as people know them: by city, in their language, with what the clock says there now."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import available_timezones

from babel import Locale
from babel.core import get_global

from bot.core.dialogue.searching import Findable, find, findable, named
from bot.core.dialogue.talk import Talk
from bot.core.domain.weeks import zone_of
from bot.core.ui.forms import Option

_REGIONS = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")

_CITIES_ELSEWHERE: Mapping[str, tuple[str, ...]] = {
    "America/Los_Angeles": ("San Francisco", "Seattle", "San Diego", "Portland", "Las Vegas", "Silicon Valley"),
    "America/New_York": ("Boston", "Washington", "Miami", "Atlanta", "Philadelphia", "NYC"),
    "America/Chicago": ("Dallas", "Houston", "Austin", "Minneapolis"),
    "America/Denver": ("Salt Lake City", "Boulder"),
    "America/Toronto": ("Montreal", "Ottawa", "Quebec"),
    "America/Sao_Paulo": ("Rio de Janeiro", "Brasilia", "Curitiba", "Porto Alegre"),
    "America/Bogota": ("Medellin", "Cali"),
    "America/Mexico_City": ("Guadalajara", "Puebla", "CDMX"),
    "Europe/Madrid": ("Barcelona", "Valencia", "Sevilla", "Bilbao"),
    "Europe/Berlin": ("Munich", "Hamburg", "Frankfurt", "Cologne", "Köln", "München", "Stuttgart"),
    "Europe/Rome": ("Milan", "Milano", "Turin", "Naples"),
    "Europe/Paris": ("Lyon", "Marseille", "Toulouse"),
    "Europe/London": ("Manchester", "Edinburgh", "Cambridge", "Oxford", "Cardiff"),
    "Europe/Zurich": ("Geneva", "Basel", "Bern"),
    "Europe/Amsterdam": ("Rotterdam", "Utrecht", "Eindhoven"),
    "Europe/Warsaw": ("Krakow", "Wroclaw", "Gdansk"),
    "Europe/Lisbon": ("Porto",),
    "Europe/Kyiv": ("Lviv", "Kharkiv"),
    "Asia/Kolkata": ("Mumbai", "Delhi", "Bangalore", "Bengaluru", "Chennai", "Hyderabad", "Pune"),
    "Asia/Shanghai": ("Beijing", "Shenzhen", "Guangzhou", "Hangzhou"),
    "Asia/Tokyo": ("Osaka", "Kyoto"),
    "Asia/Jerusalem": ("Tel Aviv", "Haifa"),
    "Asia/Dubai": ("Abu Dhabi",),
    "Asia/Ho_Chi_Minh": ("Hanoi", "Saigon"),
    "Asia/Karachi": ("Lahore", "Islamabad"),
    "Africa/Lagos": ("Abuja",),
    "Africa/Johannesburg": ("Cape Town", "Durban", "Pretoria"),
    "Australia/Sydney": ("Canberra",),
    "Pacific/Auckland": ("Wellington", "Christchurch"),
}
"""Big cities that gave no zone its name."""

_OFTEN = (
    "Europe/London", "Europe/Madrid", "Europe/Berlin", "Africa/Lagos", "Africa/Nairobi", "Asia/Kolkata",
    "Asia/Singapore", "Asia/Tokyo", "Australia/Sydney", "America/Sao_Paulo", "America/Bogota",
    "America/Mexico_City", "America/New_York", "America/Chicago", "America/Los_Angeles", "UTC",
)  # fmt: skip
"""What is offered before anything is typed, beside the person's own zone and the community's."""


def search_zones(talk: Talk, text: str) -> Sequence[Option]:
    """Find zones by city, by alias or by their IANA name."""
    if not text.strip():
        likely = (talk.say.zone, talk.community.zone, *_OFTEN)
        return [_option(talk, zone) for zone in dict.fromkeys(likely)]
    return [_option(talk, zone) for zone in find(_zones(talk.say.language), _bare(text))]


def exact_zone(talk: Talk, text: str) -> Option | None:
    """Find the zone of a city that only one zone can mean."""
    zone = named(_zones(talk.say.language), _bare(text))
    return _option(talk, zone) if zone else None


def _bare(text: str) -> str:
    """Take off the offset that an option's label ends in."""
    return text.partition(" (")[0]


def _option(talk: Talk, zone: str) -> Option:
    offset = _offset(talk.tools.clock.now(), zone)
    return Option(zone, talk.say("zone-option", city=_city(zone, talk.say.language), offset=offset), zone)


def _offset(now: datetime, zone: str) -> str:
    minutes = (now.astimezone(zone_of(zone)).utcoffset() or timedelta()) // timedelta(minutes=1)
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02d}" if rest else "")


@lru_cache
def _zones(language: str) -> tuple[Findable, ...]:
    return tuple(
        findable(zone, _city(zone, language), *former, *map(_last, (zone, *former)), *_CITIES_ELSEWHERE.get(zone, ()))
        for zone, former in _former_names().items()
    )


@lru_cache
def _former_names() -> Mapping[str, Sequence[str]]:
    """List each zone once, by the name it has today, with those that it had: Kolkata was Calcutta."""
    aliases: Mapping[str, str] = get_global("zone_aliases")
    names = sorted(zone for zone in available_timezones() if zone.startswith(_REGIONS))
    former: dict[str, list[str]] = {zone: [] for zone in (*names, "UTC") if zone == "UTC" or zone not in aliases}
    for zone in names:
        if zone in aliases:
            former.setdefault(aliases[zone], []).append(zone)
    return former


def _last(zone: str) -> str:
    return zone.rpartition("/")[2]


@lru_cache(maxsize=4096)
def _city(zone: str, language: str) -> str:
    known = Locale.parse(language).time_zones.get(zone, {}).get("city")
    return str(known or _last(zone).replace("_", " "))
