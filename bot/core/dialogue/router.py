"""From what a person did to the one feature that answers it, with its policy asked first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rapidfuzz import process

from bot.core.dialogue.catalogue import Catalogue
from bot.core.dialogue.forms import Forms
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Feature, SearchSpec
from bot.core.dialogue.talk import Talk, trouble_view
from bot.core.domain.errors import DomainError, NotFound
from bot.core.ports import Tools, UnitOfWork
from bot.core.ui.commands import Access, CommandCard, Placement, Traits
from bot.core.ui.forms import Option
from bot.core.ui.inbound import (
    ActionPressed,
    Arrived,
    CommandCalled,
    Departed,
    FormAnswered,
    FormCancelled,
    Inbound,
    Origin,
    Said,
    Searched,
)
from bot.core.ui.reading import harmless
from bot.core.ui.replies import SILENCE, Reply
from bot.core.ui.tokens import Forged, Signer
from bot.core.ui.views import Suggestion, Tone, View
from bot.core.usecases.access import POLICIES, Actor, Who, authorise, may
from bot.core.usecases.members import Newcomer, depart, introduce

LIKE_ENOUGH = 60
"""A command is offered as "did you mean" from this likeness (0-100) on."""

LONGEST_NAME = 80
"""Characters of a name that are kept; platforms allow fewer (Discord 32, Telegram 64 in each of two parts)."""

_MODERATORS = frozenset({Who.MODERATOR, Who.ADMINISTRATOR})


class Unpoliced(Exception):
    """Something can be done that no policy covers: the program must not start."""


class Router:
    """Knows every feature; built once, holds no state of any conversation."""

    def __init__(
        self,
        features: Iterable[Feature],
        catalogue: Catalogue,
        signer: Signer,
        tools: Tools,
        fallback: str = "help",
    ) -> None:
        features = tuple(features)
        self.commands: Mapping[tuple[str, str], CommandSpec] = {
            (spec.name, spec.verb): spec for feature in features for spec in feature.commands
        }
        self.actions: Mapping[str, ActionSpec] = {spec.route: spec for each in features for spec in each.actions}
        self.searches: Mapping[str, SearchSpec] = {spec.source: spec for each in features for spec in each.searches}
        self.forms = Forms((spec for each in features for spec in each.forms), signer, self.find_option)
        self._catalogue, self._signer, self._tools, self._fallback = catalogue, signer, tools, fallback
        self._require_policies()

    def traits(self, inbound: Inbound) -> Traits:
        """Say what is known of an answer before there is one."""
        match inbound:
            case CommandCalled(name=name, verb=verb):
                command = self.commands.get((name, verb))
                return _traits_of_command(command) if command else Traits()
            case ActionPressed(token=token):
                action = self._action(token)
                return _traits_of_action(action) if action else Traits()
            case Said():
                return Traits()
            case FormAnswered() | FormCancelled() | Arrived() | Departed():
                return Traits(access=Access.WRITE, placement=Placement.IN_PLACE)

    def answer(self, work: UnitOfWork, inbound: Inbound) -> Reply:
        """Carry out what a person did; what a rule forbids becomes a sentence, a fault of the program is raised."""
        writes = self.traits(inbound).access is Access.WRITE
        talk = self.talk(work, inbound.origin, introduces=writes and not isinstance(inbound, Departed))
        if talk is None:
            return _unknown_community(self._catalogue, inbound.origin)
        if writes and not self._is_new(work, inbound):
            return SILENCE
        try:
            return self._dispatch(talk, inbound)
        except Forged:
            return Reply(View(talk.say("error-forged"), suggestions=talk.suggest("me"), tone=Tone.ATTENTION))
        except DomainError as error:
            return Reply(trouble_view(talk, error))

    def search(self, work: UnitOfWork, searched: Searched) -> Sequence[Option]:
        """Complete what is being typed."""
        talk, spec = self.talk(work, searched.origin), self.searches.get(searched.source)
        if talk is None or spec is None:
            return ()
        try:
            return spec.search(talk, searched.text)
        except DomainError:
            return ()

    def cards(self, work: UnitOfWork, origin: Origin) -> Sequence[CommandCard]:
        """List the commands that this person may use."""
        talk = self.talk(work, origin)
        return () if talk is None else [card_of(talk, spec) for spec in self.open_to(talk)]

    def open_to(self, talk: Talk) -> Sequence[CommandSpec]:
        """List the commands whose policy lets this person pass."""
        return [spec for spec in self.commands.values() if may(talk.actor, spec.use_case)]

    def find_option(self, talk: Talk, source: str, text: str) -> Option | Sequence[Option]:
        """Resolve a searched field's text: the one option that it names, else the likeliest ones."""
        spec = self.searches.get(source)
        if spec is None:
            raise NotFound
        if spec.exact is not None and (named := spec.exact(talk, text)):
            return named
        options = spec.search(talk, text)
        for option in options:
            if text == option.value or text.casefold() == option.label.casefold():
                return option
        return options

    def talk(self, work: UnitOfWork, origin: Origin, *, introduces: bool = False) -> Talk | None:
        """Find out who talks, or None where the community is not known; one who writes is introduced."""
        community = work.communities.find_by_place(origin.platform, origin.community)
        if community is None:
            return None
        member = work.members.find_by_account(community.id, origin.platform, origin.account)
        if member is None and introduces:
            member = introduce(work, self._tools, community, newcomer_of(origin))
        say = self._catalogue.voice(
            member.language if member else origin.language or community.language,
            member.zone if member else origin.zone or community.zone,
        )
        actor = Actor(community.id, member, origin.is_administrator)
        return Talk(work, self._tools, community, actor, say, self._signer, origin)

    def _dispatch(self, talk: Talk, inbound: Inbound) -> Reply:  # noqa: PLR0911  one arm a kind of happening
        match inbound:
            case CommandCalled():
                return self._command(talk, inbound)
            case ActionPressed():
                return self._press(talk, *self._signer.read_action(inbound.token))
            case FormAnswered():
                return self.forms.answer(talk, inbound)
            case FormCancelled():
                return self.forms.cancel(talk, inbound.token)
            case Said():
                return self._command(talk, CommandCalled(inbound.origin, self._fallback))
            case Arrived():
                introduce(talk.work, talk.tools, talk.community, newcomer_of(inbound.origin))
                return SILENCE
            case Departed():
                if talk.actor.member is not None:
                    depart(talk.work, talk.tools, talk.actor)
                return SILENCE

    def _command(self, talk: Talk, called: CommandCalled) -> Reply:
        spec = self.commands.get((called.name, called.verb))
        if spec is None:
            return Reply(self._did_you_mean(talk, called))
        authorise(talk.actor, spec.use_case)
        if spec.opens is not None:
            ref = spec.ref(talk) if spec.ref else ""
            return self.forms.open(talk, spec.opens, ref, called.answers, called.text)
        if spec.answer is None:
            raise NotFound
        return replace(spec.answer(talk), audience=spec.audience)

    def _press(self, talk: Talk, route: str, ref: str) -> Reply:
        spec = self.actions.get(route)
        if spec is None:
            raise NotFound
        authorise(talk.actor, spec.use_case)
        if spec.opens is not None:
            return self.forms.open(talk, spec.opens, ref)
        if spec.press is None:
            raise NotFound
        return replace(spec.press(talk, ref), placement=spec.placement)

    def _did_you_mean(self, talk: Talk, called: CommandCalled) -> View:
        typed = f"{called.name} {called.verb}".strip()
        allowed = [f"{spec.name} {spec.verb}".strip() for spec in self.open_to(talk)]
        near = [name for name, _, _ in process.extract(typed, allowed, limit=3, score_cutoff=LIKE_ENOUGH)]
        return View(
            talk.say("error-unknown-command", command=typed[:40]),
            suggestions=tuple(Suggestion(f"/{name}", name) for name in near or [self._fallback]),
            tone=Tone.ATTENTION,
        )

    def _action(self, token: str) -> ActionSpec | None:
        try:
            route, _ = self._signer.read_action(token)
        except Forged:
            return None
        return self.actions.get(route)

    def _is_new(self, work: UnitOfWork, inbound: Inbound) -> bool:
        origin = inbound.origin
        return work.inbox.record(origin.platform, origin.update, self._tools.clock.now())

    def _require_policies(self) -> None:
        used = [spec.use_case for spec in self.commands.values()]
        used += [spec.use_case for spec in self.actions.values()]
        used += [spec.use_case for spec in self.forms.specs]
        for name in sorted({use_case.__name__ for use_case in used} - POLICIES.keys()):
            raise Unpoliced(name)


def card_of(talk: Talk, spec: CommandSpec) -> CommandCard:
    """Describe a command in the talk's language."""
    typed = f"{spec.name} {spec.verb}".strip()
    return CommandCard(
        name=spec.name,
        verb=spec.verb,
        summary=talk.say(f"command-{typed.replace(' ', '-')}"),
        for_moderators=POLICIES[spec.use_case.__name__].who in _MODERATORS,
    )


def newcomer_of(origin: Origin) -> Newcomer:
    """Take what a surface says of an account."""
    name = " ".join(harmless(origin.name).split())[:LONGEST_NAME] or origin.account
    return Newcomer(origin.platform, origin.account, name, origin.language, origin.zone)


def _traits_of_command(spec: CommandSpec) -> Traits:
    return Traits(spec.access, spec.opens is not None, spec.audience)


def _traits_of_action(spec: ActionSpec) -> Traits:
    if spec.opens is not None:
        return Traits(Access.READ, opens_form=True)
    return Traits(spec.access, placement=spec.placement)


def _unknown_community(catalogue: Catalogue, origin: Origin) -> Reply:
    say = catalogue.voice(origin.language)
    return Reply(View(say("error-unknown-community"), tone=Tone.ATTENTION))
