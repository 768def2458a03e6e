"""What searched fields find: zones, roles, competencies, and people: who waits, who mentors, everybody."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.core.dialogue.searching import Findable, Index, find, findable, named
from bot.core.dialogue.specs import Feature, SearchSpec
from bot.core.dialogue.talk import Talk
from bot.core.dialogue.zones import exact_zone, search_zones
from bot.core.domain.frameworks import Competency, RoleNames
from bot.core.domain.members import Member, Role
from bot.core.domain.naming import fold
from bot.core.ui.forms import Option
from bot.core.usecases.access import authorise
from bot.core.usecases.circumstances import keep_apart, wish_for
from bot.core.usecases.gaps import read_gap_matrix
from bot.core.usecases.pairings import suggest_mentors


def _search_roles(talk: Talk, text: str) -> Sequence[Option]:
    roles = role_index(talk.tools.library.role_names(talk.say.language))
    return [roles.options[value] for value in roles.index.find(text)]


def _exact_role(talk: Talk, text: str) -> Option | None:
    roles = role_index(talk.tools.library.role_names(talk.say.language))
    value = roles.index.named(text)
    return roles.options[value] if value else None


@dataclass(frozen=True)
class RoleIndex:
    """Every role, ready to be found."""

    options: Mapping[str, Option]
    index: Index


@lru_cache(maxsize=64)
def role_index(names: RoleNames) -> RoleIndex:
    """Make roles ready to be found, once as long as they are the same: there may be thousands, with many names each."""
    options: dict[str, Option] = {each.id: Option(each.id, each.title, each.framework) for each in names.roles}
    return RoleIndex(options, Index([Findable(each.id, each.names) for each in names.roles]))


def _search_competencies(talk: Talk, text: str) -> Sequence[Option]:
    found = _competencies(talk)
    return [_competency_option(talk, found[value]) for value in find(_findable_competencies(found), text)]


def _exact_competency(talk: Talk, text: str) -> Option | None:
    found = _competencies(talk)
    value = named(_findable_competencies(found), text)
    return _competency_option(talk, found[value]) if value else None


def _competencies(talk: Talk) -> dict[str, Competency]:
    matrix = read_gap_matrix(talk.work, talk.tools, talk.actor)
    return {cell.competency.id: cell.competency for cell in matrix.cells}


def _findable_competencies(found: dict[str, Competency]) -> list[Findable]:
    return [findable(each.id, each.title, *each.aliases) for each in found.values()]


def _competency_option(talk: Talk, competency: Competency) -> Option:
    return Option(competency.id, competency.title, talk.say(f"kind-{competency.kind.value}"))


def people_search(source: str, names_of: Callable[[Talk], dict[str, str]]) -> SearchSpec:
    """Find people by name among some."""

    def search(talk: Talk, text: str) -> Sequence[Option]:
        names = names_of(talk)
        return [Option(value, names[value]) for value in find(_findable_people(names), text)]

    def exact(talk: Talk, text: str) -> Option | None:
        names = names_of(talk)
        value = named(_findable_people(names), text)
        return Option(value, names[value]) if value else None

    return SearchSpec(source, search, exact)


def mentors_to_wish_for(talk: Talk) -> dict[str, str]:
    """Name the other mentors who are here."""
    authorise(talk.actor, wish_for)
    mentors = talk.work.members.with_role(talk.community.id, Role.MENTOR)
    return told_apart(each for each in mentors if each.id != talk.member.id)


def _others(talk: Talk) -> dict[str, str]:
    """Name everybody else who is here."""
    authorise(talk.actor, keep_apart)
    return told_apart(each for each in talk.work.members.active(talk.community.id) if each.id != talk.member.id)


def _waiting(talk: Talk) -> dict[str, str]:
    """Name the mentees without a mentor."""
    authorise(talk.actor, suggest_mentors)
    return told_apart(talk.work.pairings.unpaired_mentees(talk.community.id))


def told_apart(members: Iterable[Member]) -> dict[str, str]:
    """Name members; namesakes are numbered, the first to come first."""
    people = sorted(members, key=_by_name)
    bearers = Counter(fold(each.name) for each in people)
    seen: Counter[str] = Counter()
    names: dict[str, str] = {}
    for each in people:
        seen[fold(each.name)] += 1
        names[each.id] = each.name if bearers[fold(each.name)] == 1 else f"{each.name} ({seen[fold(each.name)]})"
    return names


def _by_name(member: Member) -> tuple[str, str]:
    return fold(member.name), f"{member.introduced_at.isoformat()} {member.id}"


def _findable_people(names: dict[str, str]) -> list[Findable]:
    return [findable(member, name) for member, name in names.items()]


FEATURE = Feature(
    searches=(
        SearchSpec("zone", search_zones, exact_zone),
        SearchSpec("role", _search_roles, _exact_role),
        SearchSpec("competency", _search_competencies, _exact_competency),
        people_search("mentee", _waiting),
        people_search("mentor", mentors_to_wish_for),
        people_search("member", _others),
    )
)
