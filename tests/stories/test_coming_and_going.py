"""People who come, change, leave and return; programmes that are set up again."""

from bot.core.ports import UnitOfWork
from tests.stories.beginnings import WEEK, couple, mentee, mentor, programme, proposal
from tests.stories.cast import START, Cast


async def test_a_newcomer_is_led_to_the_first_step(cast: Cast) -> None:
    pat = cast.person("Pat Lee")
    await pat.types("/join")
    pat.sees("No programme runs here yet")

    await programme(cast)
    await pat.types("hello?")
    pat.sees("What you can do", "[Join as a mentee]", "[Join as a mentor]", "/join")
    pat.sees_nothing_of("/pair")


async def test_a_mentee_who_leaves_and_returns_goes_on_from_the_next_week(cast: Cast) -> None:
    pair = await couple(cast)
    lina = pair.mentee
    await cast.monday()
    await lina.runs("/checkin", **WEEK)

    await lina.leaves()
    pair.mentor.sees("The pairing of Sam Okoro and Lina Berg has ended")
    await cast.monday()
    await cast.monday()
    await cast.later(days=1)
    await lina.returns()
    assert lina.prompts() == 1
    await cast.later(days=1)
    assert lina.prompts() == 1, "asked for a week that she was away for"
    await cast.monday()
    lina.sees("Week 4: how did it go?")
    await lina.types("/me")
    lina.sees("Where you stand, Lina Berg", "Readiness for Staff engineer")


async def test_a_moderator_who_leaves_and_returns_is_one_no_longer(cast: Cast) -> None:
    pair = await couple(cast)
    noor = pair.moderator
    await noor.runs("/setup", moderators_read="yes")
    assert noor.platform.rooms_of("noor")
    noor.is_administrator = False

    await noor.leaves()
    await noor.returns()

    assert noor.platform.rooms_of("noor") == []
    await noor.types("/pair")
    noor.sees("That is for moderators")


async def test_who_comes_by_without_taking_part_leaves_no_trace(cast: Cast) -> None:
    await programme(cast)
    pat = cast.person("Pat Lee")

    await pat.returns()
    await pat.leaves()

    updates = [each.origin.update for each in pat.said]
    assert all([await cast.app.hop.write(_is_new, update) for update in updates])


def _is_new(work: UnitOfWork, update: str) -> bool:
    return work.inbox.record("fake", update, START)


async def test_a_mentor_who_leaves_before_answering_leaves_nobody_waiting(cast: Cast) -> None:
    pair = await proposal(cast)

    await pair.mentor.leaves()

    pair.mentee.sees("A proposal has come to nothing")
    await mentor(cast, "Ada Lind")
    await pair.moderator.runs("/pair", mentee="Lina Berg")
    pair.moderator.sees("[Propose Ada Lind]")
    pair.moderator.sees_nothing_of("[Propose Sam Okoro]", "[Propose Ada Lind]")


async def test_a_profile_can_be_changed(cast: Cast) -> None:
    pair = await couple(cast)

    await pair.mentee.types("/join mentee")
    assert pair.mentee.open_form.form.title == "What you seek"
    await pair.mentee.fills(destination="Engineering manager", hours="6")
    await pair.mentee.types("/me")

    pair.mentee.sees("Readiness for Engineering manager", "Sam Okoro")
    await pair.mentor.runs("/levels", coding="5")
    pair.mentor.sees("Your levels are kept", "Coding")


async def test_a_profile_s_answers_are_all_there_when_it_is_opened_again(cast: Cast) -> None:
    await programme(cast)
    lina = await mentee(cast, hours="7", languages=("en", "sv"), direction="horizontal", zone="Europe/Stockholm")

    await lina.types("/join mentee")

    filled = {each.name: each.default for each in lina.open_form.form.fields}
    assert filled["hours"] == ("7",)
    assert set(filled["languages"]) == {"en", "sv"}
    assert filled["direction"] == ("horizontal",)
    assert filled["zone"] == ("Europe/Stockholm",)
    assert filled["visibility"] == ("public",)
    assert filled["destination"] == ("Staff engineer",)


async def test_setting_up_again_changes_the_programme_and_nobody_s_planned_weeks(cast: Cast) -> None:
    noor = await programme(cast)
    lina = await mentee(cast)

    await noor.types("/setup")
    assert noor.open_form.form.title == "Change the programme"
    await noor.fills(name="Winter mentoring", template="marathon")

    noor.sees("Winter mentoring is running")
    await lina.types("/me")
    lina.sees("Winter mentoring", "Mon 5 Oct, 09:00")
    await cast.monday()
    lina.sees("Week 1: how did it go?")


async def test_whoever_sets_up_becomes_a_moderator_even_without_the_platform_s_word(cast: Cast) -> None:
    noor = await programme(cast)
    await mentee(cast)

    noor.is_administrator = False
    await noor.runs("/pair", mentee="Lina Berg")

    noor.sees("No mentor has joined yet.")


async def test_one_may_be_mentor_and_mentee_at_once_but_never_their_own(cast: Cast) -> None:
    noor = await programme(cast)
    sam = await mentor(cast)
    await sam.runs("/join mentee", destination="Engineering manager", visibility="private")

    await noor.runs("/pair", mentee="Sam Okoro")

    noor.sees("They can’t mentor themselves.")
    await sam.types("/help")
    sam.sees("As a mentee", "As a mentor", "/gap", "/levels")


async def test_a_spanish_member_hears_spanish_and_the_others_what_they_speak(cast: Cast) -> None:
    noor, sam = await programme(cast), await mentor(cast, languages=("en", "es"))
    diego = cast.person("Diego Ruiz", language="es", zone="Europe/Madrid")
    await diego.runs("/join mentee", destination="staff engineer", visibility="public")
    diego.sees("Listo: ya tienes un rumbo", "Ingeniería de software", "lun 5 oct, 09:00 CEST")
    await diego.runs("/gap rate", coding="9")
    diego.is_told("coding", "0", "5")
    await diego.fills(coding="3")

    await noor.runs("/pair", mentee="Diego Ruiz")
    noor.sees("Propose Sam Okoro", "Spanish")
    await noor.presses("Propose Sam Okoro")
    sam.sees("Would you mentor Diego Ruiz?", "Staff engineer")
    await sam.presses("Accept")
    diego.sees("Sam Okoro te acompaña")

    await cast.monday(zone="Europe/Madrid")
    diego.sees("Semana 1: ¿cómo ha ido?")
    await diego.presses("Responder al registro")
    assert diego.open_form.form.title == "Registro de la semana 1"
    await diego.fills(**WEEK)
    diego.sees("La semana 1 está enviada", "1 registro seguido")
    await diego.types("/ayuda")
    diego.sees("No existe el comando /ayuda.")


async def test_one_who_changes_the_bot_s_language_hears_it_from_then_on(cast: Cast) -> None:
    await programme(cast)
    lina = await mentee(cast)

    await lina.runs("/settings", language="es")
    await cast.monday()

    lina.sees("Semana 1: ¿cómo ha ido?")
