"""Opening forms, keeping what was typed, and carrying out what was filled in."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.core.dialogue.conversation import ASKING
from bot.core.dialogue.specs import FormSpec
from bot.core.dialogue.talk import Talk, trouble_words
from bot.core.domain.errors import DomainError, NotFound
from bot.core.domain.weeks import zone_of
from bot.core.ui.commands import Placement
from bot.core.ui.forms import (
    Field,
    FieldError,
    Form,
    FormSession,
    Option,
    Person,
    Raw,
    SearchedChoice,
    SessionState,
    TimeZone,
    Value,
)
from bot.core.ui.inbound import FormAnswered
from bot.core.ui.reading import harmless, read_form
from bot.core.ui.replies import SILENCE, Ongoing, OpenForm, Reply
from bot.core.ui.tokens import Forged, Signer
from bot.core.ui.views import Tone, View
from bot.core.usecases.access import authorise, is_administrative
from bot.core.usecases.sessions import finish, keep_answers, put_away

FindOption = Callable[[Talk, str, str], Option | Sequence[Option]]

DID_YOU_MEAN = 3

FRESH_FOR = timedelta(hours=24)
"""For how long plain words are taken for the answer to what a form asks."""

_DAYS = frozenset({"earliest", "latest"})
"""Facts of a field's error that are dates."""


class Forms:
    """The forms of all features; `openers` names the button that opens each of them, where there is one."""

    def __init__(
        self, specs: Iterable[FormSpec], signer: Signer, find_option: FindOption, openers: Mapping[str, str]
    ) -> None:
        self._specs = {spec.name: spec for spec in specs}
        self._signer, self._openers = signer, openers
        self._find_option = find_option

    @property
    def specs(self) -> Sequence[FormSpec]:
        """Every form."""
        return tuple(self._specs.values())

    def open(
        self, talk: Talk, spec: FormSpec, ref: str, given: Mapping[str, Raw] | None = None, text: str = ""
    ) -> OpenForm:
        """Open a form, going on where its person left it; a read, since nothing has been answered yet."""
        if spec.admit is not None:
            spec.admit(talk, ref)
        form = spec.build(talk, ref)
        member = talk.actor.member
        session = talk.work.sessions.find_open(talk.community.id, member.id, spec.name, ref) if member else None
        answers = {**(session.answers if session else {}), **(given or {})}
        if text and form.fields:
            answers[form.fields[0].name] = (text,)
        token = self._signer.form(spec.name, ref, session.id if session else talk.tools.ids.new())
        return opened(talk, form, token, answers)

    def resume(self, talk: Talk, token: str) -> Reply:
        """Show an opened form again, with what was answered so far."""
        name, ref, session_id = self._signer.read_form(token)
        spec = self._specs.get(name)
        if spec is None:
            raise NotFound
        authorise(talk.actor, spec.use_case)
        session = talk.work.sessions.find(talk.community.id, session_id)
        if session is not None and session.member != talk.member.id:
            raise NotFound
        if session is not None and session.state is not SessionState.OPEN:
            return _over(talk, session)
        return Reply(opened(talk, spec.build(talk, ref), token, session.answers if session else {}))

    def begun(self, talk: Talk, session: str) -> Ongoing | None:
        """Find the form that somebody has begun last and that keeps where it is, or the one that is named."""
        if talk.actor.member is None:
            return None
        kept = talk.work.sessions.going_on(talk.community.id, talk.actor.member.id)
        found = (each for each in kept if (each.id == session if session else each.answers.get(ASKING)))
        first = next(found, None)
        return self.ongoing(talk, first) if first is not None else None

    def ongoing(self, talk: Talk, session: FormSession) -> Ongoing | None:
        """Show a form that its person has begun as it stands; None where it can't be asked any more.

        Whether they may still send it is asked when they do.
        """
        spec = self._specs.get(session.form)
        if spec is None:
            return None
        try:
            form = spec.build(talk, session.ref)
        except DomainError:  # what it was about has moved on
            return None
        token = self._signer.form(spec.name, session.ref, session.id)
        is_stale = talk.tools.clock.now() - session.touched_at > FRESH_FOR
        place = talk.work.communities.own_place(talk.community.id, talk.platform)
        return Ongoing(
            replace(opened(talk, form, token, session.answers), labels=self._labels(talk, form, session.answers)),
            session.id,
            place.external_id if place else "",
            session.touched_at,
            is_stale,
        )

    def is_administrative(self, token: str) -> bool:
        """Tell whether a form is carried out by whom the platform calls an administrator."""
        try:
            spec = self._specs.get(self._signer.read_form(token)[0])
        except Forged:
            return False
        return spec is not None and is_administrative(spec.use_case)

    def answer(self, talk: Talk, answered: FormAnswered) -> Reply:
        """Take answers in: keep them, say what is wrong with them, or carry them out."""
        spec, ref, session = self._find(talk, answered)
        authorise(talk.actor, spec.use_case)
        if session.state is not SessionState.OPEN:
            return _over(talk, session)
        form = spec.build(talk, ref)
        if not answered.final:
            keep_answers(talk.work, session)
            return SILENCE
        values, errors = self._read(talk, form, session.answers)
        if errors:
            keep_answers(talk.work, session)
            return self._again(talk, form, answered.token, session, errors)
        return self._carry_out(talk, spec, ref, form, answered.token, session, values)

    def cancel(self, talk: Talk, token: str) -> Reply:
        """Put a form away, with a word and a way back into it."""
        name, ref, session_id = self._signer.read_form(token)
        session = talk.work.sessions.find(talk.community.id, session_id) or self._fresh(talk, name, ref, session_id)
        if session.member != talk.member.id:
            raise NotFound
        if session.state is SessionState.OPEN:
            put_away(talk.work, session)
        return Reply(put_away_view(talk, self._openers.get(name, ""), ref))

    def _carry_out(
        self,
        talk: Talk,
        spec: FormSpec,
        ref: str,
        form: Form,
        token: str,
        session: FormSession,
        values: Mapping[str, Value],
    ) -> Reply:
        talk.work.sessions.save(_with(session, SessionState.SUBMITTED, {}))  # the words live on in what they became
        try:
            reply = replace(spec.submit(talk, ref, values), placement=Placement.IN_PLACE)
        except DomainError as error:
            talk.work.rollback()
            keep_answers(talk.work, session)
            trouble = trouble_words(talk.say, error)
            return Reply(replace(opened(talk, form, token, session.answers), trouble=trouble))
        finish(talk.work)
        return reply

    def _read(self, talk: Talk, form: Form, answers: Mapping[str, Raw]) -> tuple[dict[str, Value], dict[str, str]]:
        values, wrong = read_form(form, answers)
        errors = {name: _words(talk, error) for name, error in wrong.items()}
        for field in form.fields:
            text = _searched_text(field, values, wrong)
            if not isinstance(field, SearchedChoice | Person | TimeZone) or not text:
                continue
            found = self._find_option(talk, field.source, text)
            if isinstance(found, Option):
                values[field.name] = found.value
                errors.pop(field.name, None)
            else:
                errors[field.name] = _not_found(talk, text, found)
        return values, errors

    def _again(self, talk: Talk, form: Form, token: str, session: FormSession, errors: Mapping[str, str]) -> Reply:
        trouble = talk.say("form-has-errors", count=len(errors))
        return Reply(replace(opened(talk, form, token, session.answers), errors=errors, trouble=trouble))

    def _labels(self, talk: Talk, form: Form, answers: Mapping[str, Raw]) -> Mapping[str, str]:
        """Call the answers of searched fields as people call them."""
        labels = {}
        for field in form.fields:
            raw = answers.get(field.name, field.default)
            if isinstance(field, SearchedChoice | Person | TimeZone) and raw and raw[0]:
                found = self._find_option(talk, field.source, raw[0])
                labels[field.name] = found.label if isinstance(found, Option) else raw[0]
        return labels

    def _find(self, talk: Talk, answered: FormAnswered) -> tuple[FormSpec, str, FormSession]:
        name, ref, session_id = self._signer.read_form(answered.token)
        spec = self._specs.get(name)
        if spec is None:
            raise NotFound
        session = talk.work.sessions.find(talk.community.id, session_id) or self._fresh(talk, name, ref, session_id)
        if session.member != talk.member.id:
            raise NotFound
        given = {name: tuple(harmless(text) for text in raw) for name, raw in answered.answers.items()}
        merged = {**session.answers, **given}
        # What expired was forgotten; what is typed into a form that is still on somebody's screen is not lost.
        state = SessionState.OPEN if session.state is SessionState.EXPIRED else session.state
        return spec, ref, _with(session, state, merged, talk)

    def _fresh(self, talk: Talk, form: str, ref: str, session_id: str) -> FormSession:
        return FormSession(
            id=session_id,
            community=talk.community.id,
            member=talk.member.id,
            form=form,
            ref=ref,
            answers={},
            state=SessionState.OPEN,
            touched_at=talk.tools.clock.now(),
        )


def opened(talk: Talk, form: Form, token: str, answers: Mapping[str, Raw]) -> OpenForm:
    """Open a form for whom it is asked."""
    today = talk.tools.clock.now().astimezone(zone_of(talk.say.zone)).date()
    return OpenForm(form, token, answers, language=talk.say.language, today=today)


def put_away_view(talk: Talk, opener: str, ref: str) -> View:
    """Say that a form is put away, and offer the button that opens it again, where there is one."""
    again = (talk.action(opener, ref, label=talk.say("form-open-again")),) if opener else ()
    return View(talk.say(f"form-{SessionState.CANCELLED.value}"), actions=again, suggestions=talk.suggest("help"))


def _over(talk: Talk, session: FormSession) -> Reply:
    """Say that a form was sent or put away before."""
    return Reply(View(talk.say(f"form-{session.state.value}"), suggestions=talk.suggest("me"), tone=Tone.ATTENTION))


def _with(
    session: FormSession,
    state: SessionState,
    answers: Mapping[str, Raw] | None = None,
    talk: Talk | None = None,
) -> FormSession:
    return FormSession(
        id=session.id,
        community=session.community,
        member=session.member,
        form=session.form,
        ref=session.ref,
        answers=session.answers if answers is None else answers,
        state=state,
        touched_at=session.touched_at if talk is None else talk.tools.clock.now(),
    )


def _searched_text(field: Field, values: Mapping[str, Value], wrong: Mapping[str, FieldError]) -> str:
    """Find what is still to be looked up: a searched answer, or a city where a time zone's name was asked for."""
    if isinstance(field, TimeZone):
        return str(wrong[field.name].facts.get("given", "")) if field.name in wrong else ""
    value = values.get(field.name)
    return value if isinstance(value, str) else ""


def _words(talk: Talk, error: FieldError) -> str:
    days = {name: talk.say.day(date.fromisoformat(str(error.facts[name]))) for name in _DAYS & error.facts.keys()}
    return talk.say(f"field-{error.key}", **{**error.facts, **days})


def _not_found(talk: Talk, text: str, near: Sequence[Option]) -> str:
    if near:
        names = talk.say.either(option.label for option in near[:DID_YOU_MEAN])
        return talk.say("field-did-you-mean", given=text[:60], names=names)
    return talk.say("field-nothing-like-it", given=text[:60])
