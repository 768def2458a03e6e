"""From what a person did to the one feature that answers it, with its policy asked first."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import assert_never

from rapidfuzz import process

from bot.core.dialogue.cards import command_cards, shortcut_cards
from bot.core.dialogue.catalogue import Catalogue
from bot.core.dialogue.credits import Credits, lent
from bot.core.dialogue.foresight import Foresight, is_complete
from bot.core.dialogue.forms import Forms
from bot.core.dialogue.happenings import happen, newcomer_of
from bot.core.dialogue.hearing import Hearing
from bot.core.dialogue.relays import Heard
from bot.core.dialogue.specs import ActionSpec, CommandSpec, Feature, SearchSpec, ShortcutSpec
from bot.core.dialogue.strangers import answer_stranger
from bot.core.dialogue.talk import Talk, trouble_view
from bot.core.domain.communities import Community
from bot.core.domain.errors import DomainError, NotFound
from bot.core.ports import Tools, UnitOfWork
from bot.core.ui.commands import Access, CommandCard, ShortcutCard, Traits
from bot.core.ui.forms import Option
from bot.core.ui.inbound import (
    ActionPressed,
    Arrived,
    CommandCalled,
    Departed,
    Entered,
    FormAnswered,
    FormCancelled,
    FormResumed,
    Happening,
    Inbound,
    Origin,
    Personal,
    Reacted,
    Said,
    Searched,
    ShortcutUsed,
    Spoken,
    SpokenAnew,
    Unspoken,
    Where,
)
from bot.core.ui.replies import SILENCE, Ongoing, OpenForm, Reply
from bot.core.ui.tokens import Forged, Signer
from bot.core.ui.views import Suggestion, Tone, View
from bot.core.usecases.access import POLICIES, Actor, authorise, may
from bot.core.usecases.currents import enter
from bot.core.usecases.members import depart, introduce, recognise
from bot.core.usecases.reaching import find_again
from bot.core.usecases.signups import has_signed_up

LIKE_ENOUGH = 60
"""A command is offered as "did you mean" from this likeness (0-100) on."""

_ABOUT_SOMETHING = ActionPressed | FormAnswered | FormResumed | FormCancelled
"""What is about an object: where it isn't in the community that is current, it is in another of the person's."""


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
        self.shortcuts: Mapping[str, ShortcutSpec] = {spec.name: spec for each in features for spec in each.shortcuts}
        self.searches: Mapping[str, SearchSpec] = {spec.source: spec for each in features for spec in each.searches}
        openers = {spec.opens.name: spec.route for spec in self.actions.values() if spec.opens}
        self.forms = Forms((spec for each in features for spec in each.forms), signer, self.find_option, openers)
        self._catalogue, self._signer, self._tools, self._fallback = catalogue, signer, tools, fallback
        self._hearing = Hearing(self._talk_in, self._is_new, self.answer, tools)
        self._foresight = Foresight(self.commands, self.actions, self.shortcuts, self.forms, signer)
        self._require_policies()

    def traits(self, inbound: Inbound) -> Traits:
        """Say what is known of an answer before there is one."""
        return self._foresight.traits(inbound)

    def think(self, work: UnitOfWork, pressed: ActionPressed) -> object:
        """Work out what a button needs before it is carried out; None where nothing, or a rule's no, comes of it.

        A no is found again, and said, when the button is carried out.
        """
        try:
            route, ref = self._signer.read_action(pressed.token)
        except Forged:
            return None
        for community in _communities(work, pressed.origin):
            talk = self._talk_in(work, community, pressed.origin, introduces=False)
            with suppress(DomainError):
                return self._thought(talk, route, ref)
        return None

    def answer(  # noqa: PLR0911  each way out is one of a kind
        self, work: UnitOfWork, inbound: Inbound, thought: object = None
    ) -> Reply:
        """Carry out what a person did; what a rule forbids becomes a sentence, a fault of the program is raised.

        `thought` is what `think` gave for it.
        """
        if isinstance(inbound, Happening):
            happen(work, self._tools, inbound)
            return SILENCE
        if isinstance(inbound, Heard):
            return self._hearing.hear(work, inbound)
        try:
            communities = self._about(work, inbound)
        except DomainError as error:
            return answer_stranger(self._catalogue, self._tools, inbound.origin, error)
        if not communities:
            return answer_stranger(self._catalogue, self._tools, inbound.origin)
        no: Reply | None = None
        for community in communities if isinstance(inbound, _ABOUT_SOMETHING) else communities[:1]:
            talk = self._talk_in(work, community, inbound.origin, introduces=self._introduces(inbound))
            try:
                return talk.credits_due.under(self._answer_in(replace(talk, thought=thought), inbound))
            except Forged:
                return Reply(View(talk.say("error-forged"), suggestions=talk.suggest("me"), tone=Tone.ATTENTION))
            except DomainError as error:
                no = no or Reply(trouble_view(talk, error))
                work.rollback()
        return no or SILENCE

    def going_on(self, work: UnitOfWork, origin: Origin, session: str) -> Ongoing | None:
        """Find the form that somebody has begun last and that keeps where it is, or the one that is named."""
        for community in _communities(work, replace(origin, community="")):
            talk = self._talk_in(work, community, origin, introduces=False)
            if (found := self.forms.begun(talk, session)) is not None:
                return replace(found, opened=talk.credits_due.above(found.opened))
        return None

    def at(self, work: UnitOfWork, origin: Origin) -> str:
        """Name the community that somebody's private talk is about, as its platform does."""
        for community in _communities(work, origin)[:1]:
            place = work.communities.own_place(community.id, origin.platform)
            return place.external_id if place else ""
        return ""

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
        return () if talk is None else command_cards(talk.say, self.open_to(talk))

    def registry(self, language: str) -> Sequence[CommandCard]:
        """List every command there is, as a platform registers them for whomever."""
        return command_cards(self._catalogue.voice(language), self.commands.values())

    def shortcut_cards(self, language: str) -> Sequence[ShortcutCard]:
        """List every shortcut there is."""
        return shortcut_cards(self._catalogue.voice(language), self.shortcuts.values())

    def open_to(self, talk: Talk) -> Sequence[CommandSpec]:
        """List the commands whose policy lets this person pass."""
        return [spec for spec in self.commands.values() if may(talk.actor, spec.use_case)]

    def find_option(self, talk: Talk, source: str, text: str) -> Option | Sequence[Option]:
        """Resolve a searched field's text: the one option that it names, else the likeliest ones."""
        spec = self.searches[source]
        return spec.exact(talk, text) or spec.search(talk, text)

    def talk(self, work: UnitOfWork, origin: Origin, *, introduces: bool = False) -> Talk | None:
        """Find out who talks, or None where the community is not known; one who writes is introduced."""
        communities = _communities(work, origin)
        return self._talk_in(work, communities[0], origin, introduces=introduces) if communities else None

    def _about(self, work: UnitOfWork, inbound: Personal) -> Sequence[Community]:
        """Find the communities that it may be about: in private, what is given with a command can name another."""
        (spec, given), communities = self._given(inbound), _communities(work, inbound.origin)
        if spec is None or spec.about is None or not given or inbound.origin.where is not Where.PRIVATE:
            return communities
        try:
            return (work.communities.get(spec.about(work, given)),)
        except DomainError:
            if communities:
                return communities  # the command itself says what is wrong, in the person's own words
            raise

    def _given(self, inbound: Personal) -> tuple[CommandSpec | None, str]:
        """Find the command that was called, if one was, with what was given with it."""
        if not isinstance(inbound, CommandCalled):
            return None, ""
        typed = (inbound.text, *(text for raw in inbound.answers.values() for text in raw))
        return self.commands.get((inbound.name, inbound.verb)), " ".join(typed).strip()

    def _answer_in(self, talk: Talk, inbound: Personal) -> Reply:
        if isinstance(inbound, Arrived | Departed) and talk.actor.member is None and not _is_expected(talk, inbound):
            return SILENCE  # who only comes by is introduced when they do something
        if self.traits(inbound).access is Access.WRITE and not self._is_new(talk.work, inbound):
            return SILENCE
        return self._dispatch(talk, inbound)

    def _introduces(self, inbound: Personal) -> bool:
        spec, _ = self._given(inbound)
        if spec is not None and not spec.introduces:
            return False
        return self.traits(inbound).access is Access.WRITE and not isinstance(inbound, Arrived | Departed)

    def _talk_in(self, work: UnitOfWork, community: Community, origin: Origin, *, introduces: bool) -> Talk:
        tools = self._tools.of(work, community.id)
        member = work.members.find_by_account(community.id, origin.platform, origin.account)
        if member is None and introduces:
            member = introduce(work, tools, community, newcomer_of(origin))
        elif member is not None and introduces:
            member = recognise(work, tools, member, newcomer_of(origin)) if origin.name else member
            if origin.where is Where.PRIVATE:
                find_again(work, tools, member, origin.platform)
        say = self._catalogue.voice(
            member.language if member else origin.language or community.language,
            member.zone if member else origin.zone or community.zone,
        )
        actor = Actor(community.id, member, origin.is_administrator)
        due = Credits()
        return Talk(work, lent(tools, due), community, actor, say, self._signer, origin, credits_due=due)

    def _dispatch(self, talk: Talk, inbound: Personal) -> Reply:  # noqa: C901, PLR0911  one arm a kind of happening
        match inbound:
            case CommandCalled():
                return self._command(talk, inbound)
            case ShortcutUsed():
                return self._shortcut(talk, inbound)
            case ActionPressed(token=token, about=about):
                return self._press(replace(talk, about=about), *self._signer.read_action(token))
            case FormResumed():
                return self.forms.resume(talk, inbound.token)
            case FormAnswered():
                return self.forms.answer(talk, inbound)
            case FormCancelled():
                return self.forms.cancel(talk, inbound.token)
            case Said():
                return self._command(talk, CommandCalled(inbound.origin, self._fallback))
            case Entered(origin=origin):
                enter(talk.work, talk.actor, origin.platform, origin.account)
                return SILENCE
            case Arrived():
                introduce(talk.work, talk.tools, talk.community, newcomer_of(inbound.origin))
                return SILENCE
            case Spoken() | SpokenAnew() | Unspoken() | Reacted():  # heard before anybody was asked for a community
                return SILENCE
            case Departed():
                depart(talk.work, talk.tools, talk.actor, talk.platform)
                return SILENCE
            case _:
                assert_never(inbound)

    def _command(self, talk: Talk, called: CommandCalled) -> Reply:
        spec = self.commands.get((called.name, called.verb))
        if spec is None:
            return Reply(self._did_you_mean(talk, called))
        authorise(talk.actor, spec.use_case)
        if spec.opens is not None:
            ref = spec.ref(talk) if spec.ref else ""
            opened = self.forms.open(talk, spec.opens, ref, called.answers, called.text)
            return self._completed(talk, opened, called) if is_complete(spec, called.answers) else Reply(opened)
        _, given = self._given(called)
        if spec.given is not None and given:
            return replace(spec.given(talk, given), audience=spec.audience)
        if spec.answer is None:
            raise NotFound
        return replace(spec.answer(talk), audience=spec.audience)

    def _completed(self, talk: Talk, opened: OpenForm, called: CommandCalled) -> Reply:
        """Carry out a form that everything was given for, without showing it."""
        filled = {field.name: field.default for field in opened.form.fields} | dict(opened.answers)
        return self.forms.answer(talk, FormAnswered(called.origin, opened.token, filled))

    def _shortcut(self, talk: Talk, used: ShortcutUsed) -> Reply:
        spec = self.shortcuts.get(used.name)
        if spec is None:
            raise NotFound
        authorise(talk.actor, spec.use_case)
        if spec.opens is not None:
            given = spec.given(talk, used) if spec.given else {}
            return Reply(self.forms.open(talk, spec.opens, spec.ref(talk, used) if spec.ref else "", given))
        if spec.answer is None:
            raise NotFound
        return spec.answer(talk, used)

    def _press(self, talk: Talk, route: str, ref: str) -> Reply:
        spec = self.actions.get(route)
        if spec is None:
            raise NotFound
        authorise(talk.actor, spec.use_case)
        if spec.opens is not None:
            return Reply(self.forms.open(talk, spec.opens, ref))
        if spec.press is None:
            raise NotFound
        if spec.think is not None and talk.thought is None:
            talk = replace(talk, thought=spec.think(talk, ref))
        return replace(spec.press(talk, ref), placement=spec.placement, audience=spec.audience)

    def _thought(self, talk: Talk, route: str, ref: str) -> object:
        spec = self.actions.get(route)
        if spec is None or spec.think is None:
            return None
        authorise(talk.actor, spec.use_case)
        return spec.think(talk, ref)

    def _did_you_mean(self, talk: Talk, called: CommandCalled) -> View:
        typed = f"{called.name} {called.verb}".strip()
        allowed = [f"{spec.name} {spec.verb}".strip() for spec in self.open_to(talk)]
        near = [name for name, _, _ in process.extract(typed, allowed, limit=3, score_cutoff=LIKE_ENOUGH)]
        return View(
            talk.say("error-unknown-command", command=typed[:40]),
            suggestions=tuple(Suggestion(f"/{name}", name) for name in near or [self._fallback]),
            tone=Tone.ATTENTION,
        )

    def _is_new(self, work: UnitOfWork, inbound: Inbound) -> bool:
        origin = inbound.origin
        return work.inbox.record(origin.platform, origin.update, self._tools.clock.now())

    def _require_policies(self) -> None:
        used = [spec.use_case for spec in self.commands.values()]
        used += [spec.use_case for spec in self.shortcuts.values()]
        used += [spec.use_case for spec in self.actions.values()]
        used += [spec.use_case for spec in self.forms.specs]
        for name in sorted({use_case.__name__ for use_case in used} - POLICIES.keys()):
            raise Unpoliced(name)


def _is_expected(talk: Talk, inbound: Personal) -> bool:
    """Tell whether somebody arrives whom a sign-up waits for."""
    account = (inbound.origin.platform, inbound.origin.account, inbound.origin.handle)
    return isinstance(inbound, Arrived) and has_signed_up(talk.work, talk.community.id, *account)


def _communities(work: UnitOfWork, origin: Origin) -> Sequence[Community]:
    """Find the community that a place belongs to; in private, where none is named, the account's, its current first."""
    if not origin.community:
        return work.currents.of_account(origin.platform, origin.account)
    community = work.communities.find_by_place(origin.platform, origin.community)
    return (community,) if community else ()
