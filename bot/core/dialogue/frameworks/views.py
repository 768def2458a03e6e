"""How frameworks are listed, and what is said before and after one is loaded or removed."""

from collections.abc import Iterator, Sequence

from bot.core.dialogue.excerpts import about
from bot.core.dialogue.talk import Talk
from bot.core.domain.ids import FrameworkId
from bot.core.domain.loaded import Changed, LoadedFramework
from bot.core.domain.weeks import zone_of
from bot.core.ui.forms import Choice, File, Form, Option
from bot.core.ui.views import FieldRow, Fields, Table, Text, Tone, View, Weight
from bot.core.usecases.frameworks import Brought, Listed, Removal

ENDINGS = (".yaml", ".yml", ".toml")
MOST_BYTES = 200_000
"""Ten times the largest that ships."""
NAMES_SHOWN = 8
ROWS_SHOWN = 25


def frameworks_view(talk: Talk, listed: Sequence[Listed]) -> View:
    """List what members can aim at, with who loaded what is the community's own."""
    columns = ("column-framework", "column-version", "column-roles", "column-from")
    rows = tuple(
        (
            each.framework.title,
            talk.say.number(each.framework.version),
            talk.say.number(len(each.framework.roles)),
            _origin(talk, each),
        )
        for each in listed[:ROWS_SHOWN]
    )
    is_any_own = any(each.loaded for each in listed)
    return View(
        title=talk.say("frameworks-title"),
        blocks=(Table(tuple(talk.say(each) for each in columns), rows), Text(talk.say("frameworks-next"))),
        actions=(talk.action("framework_attach", "", Weight.PRIMARY),),
        suggestions=talk.suggest(*(("framework remove",) if is_any_own else ())),
    )


def attach_form(talk: Talk) -> Form:
    """Ask for a framework file."""
    return Form(
        name="framework_load",
        title=talk.say("framework-load-title"),
        intro=talk.say("framework-load-intro"),
        fields=(
            File(
                name="file",
                label=talk.say("field-framework-file"),
                help=talk.say("field-framework-file-help", kilobytes=MOST_BYTES // 1000),
                endings=ENDINGS,
                most_bytes=MOST_BYTES,
            ),
        ),
        submit=talk.say("framework-load-submit"),
    )


def brought_view(talk: Talk, brought: Brought) -> View:
    """Say what loading the file would change, and ask for a yes: nothing has changed yet."""
    framework = brought.framework
    return View(
        title=talk.say("framework-brought", framework=framework.title, version=framework.version),
        blocks=(
            Fields(tuple(_changes(talk, brought))),
            *(Text(each) for each in _consequences(talk, brought)),
            Text(talk.say("framework-brought-next")),
        ),
        actions=(talk.action("framework_load", brought.draft, Weight.PRIMARY), talk.action("framework_attach", "")),
        suggestions=talk.suggest("framework"),
        tone=Tone.ATTENTION if brought.dropped else Tone.PLAIN,
    )


def loaded_view(talk: Talk, brought: Brought) -> View:
    """Say that it is loaded, and what can be done with it."""
    framework = brought.framework
    told = (Text(talk.say("framework-told", count=brought.dropped)),) if brought.dropped else ()
    return View(
        title=talk.say("framework-loaded", framework=framework.title, version=framework.version),
        blocks=(*told, Text(talk.say("framework-loaded-next", roles=len(framework.roles)))),
        suggestions=talk.suggest("framework", "curate draft"),
        tone=Tone.GOOD,
    )


def remove_form(talk: Talk, own: Sequence[LoadedFramework]) -> Form:
    """Ask which of the community's own is to go."""
    return Form(
        name="framework_remove",
        title=talk.say("framework-remove-title"),
        intro=talk.say("framework-remove-intro"),
        fields=(
            Choice(
                name="framework",
                label=talk.say("column-framework"),
                options=tuple(
                    Option(each.framework, talk.say("framework-version", framework=each.title, version=each.version))
                    for each in own
                ),
            ),
        ),
        submit=talk.say("framework-remove-submit"),
    )


def removal_view(talk: Talk, removal: Removal) -> View:
    """Say what removing it would mean, and ask for a yes."""
    framework = removal.framework
    return View(
        title=talk.say("framework-removal", framework=framework.title),
        blocks=(
            Text(talk.say("framework-removal-means", roles=len(framework.roles))),
            Text(talk.say("framework-removal-aiming", count=removal.aiming)),
        ),
        actions=(talk.action("framework_remove", ref_of(framework.id), Weight.DANGER),),
        suggestions=talk.suggest("framework"),
        tone=Tone.ATTENTION,
    )


def removed_view(talk: Talk, removal: Removal) -> View:
    """Say that it is gone, and that it can come back."""
    return View(
        title=talk.say("framework-removed", framework=removal.framework.title),
        blocks=(
            *((Text(talk.say("framework-told", count=removal.aiming)),) if removal.aiming else ()),
            Text(talk.say("framework-removed-next")),
        ),
        suggestions=talk.suggest("framework", "framework load"),
        tone=Tone.GOOD,
    )


def role_gone_view(talk: Talk, framework: str) -> View:
    """Tell a mentee that their destination role is there no more."""
    return View(
        title=talk.say("role-gone"),
        blocks=(Text(talk.say("role-gone-means", framework=framework)),),
        actions=(talk.action("join_mentee", "", Weight.PRIMARY),),
        suggestions=talk.suggest("me"),
        tone=Tone.ATTENTION,
    )


def ref_of(framework: FrameworkId) -> str:
    """Name a framework in a button, where its own id may be too long."""
    return about(framework)


def _origin(talk: Talk, listed: Listed) -> str:
    if listed.loaded is None:
        return talk.say("framework-for-all")
    day = talk.say.day(listed.loaded.loaded_at.astimezone(zone_of(talk.say.zone)).date())
    return talk.say("framework-by", name=listed.by.name if listed.by else talk.say("none"), day=day)


def _changes(talk: Talk, brought: Brought) -> Iterator[FieldRow]:
    for kind, changed in (("competencies", brought.revision.competencies), ("roles", brought.revision.roles)):
        for what, titles in _told(changed):
            yield FieldRow(talk.say(f"framework-{kind}-{what}", count=len(titles)), _names(talk, titles))


def _told(changed: Changed) -> Iterator[tuple[str, Sequence[str]]]:
    found = (("new", changed.new), ("changed", changed.changed), ("gone", changed.gone))
    yield from ((what, titles) for what, titles in found if titles)


def _names(talk: Talk, titles: Sequence[str]) -> str:
    shown, left = titles[:NAMES_SHOWN], len(titles) - NAMES_SHOWN
    return talk.say.every([*shown, talk.say("framework-more", count=left)] if left > 0 else shown)


def _consequences(talk: Talk, brought: Brought) -> Iterator[str]:
    if brought.before:
        yield talk.say("framework-replaces", version=brought.before)
    if brought.moved:
        yield talk.say("framework-moved", count=brought.moved)
    if brought.dropped:
        yield talk.say("framework-dropped", count=brought.dropped)
