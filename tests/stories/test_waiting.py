"""Between rounds: who waits and since when, what to expect, asking a mentor oneself, and being paired again."""

from tests.stories.acting import Person
from tests.stories.beginnings import mentee, mentor, programme
from tests.stories.cast import Cast


async def lets_mentees_ask(moderator: Person) -> None:
    """Allow it in the programme's rules."""
    await moderator.types("/matching")
    await moderator.presses("Change the rules")
    await moderator.fills(mentees_ask="yes")


async def test_who_waits_is_listed_with_since_when_and_rounds_without(cast: Cast) -> None:
    noor, sam = await programme(cast), await mentor(cast, capacity="1")
    await mentee(cast, "Lina Berg")
    await cast.later(days=3)
    await mentee(cast, "Omar Faris")

    await noor.types("/waiting")
    noor.sees("2 mentees wait for a mentor", "1 October 2026", "4 October 2026", "Too few have found a mentor here yet")
    await noor.runs("/round start")
    await noor.presses("Find the best pairs")
    await noor.presses("It looks right…")
    await noor.presses("Ask the mentor")
    await sam.presses("Accept")
    await cast.app.ticks.run()
    await cast.arrive()
    await noor.types("/waiting")
    noor.sees("One mentee waits for a mentor", "1")


async def test_what_others_have_waited_is_told_once_it_is_known(cast: Cast) -> None:
    noor, sam = await programme(cast), await mentor(cast, capacity="6")
    for name in ("Ada A", "Ben B", "Cem C", "Dora D", "Eda E"):
        await mentee(cast, name)
    await cast.later(days=2)
    await noor.runs("/round start")
    await noor.presses("Find the best pairs")
    await noor.presses("It looks right…")
    await noor.presses("Ask the mentor")
    for _ in range(5):
        await sam.presses("Accept")
    lina = await mentee(cast, "Lina Berg")

    await lina.types("/mentors")

    lina.sees("Of the 5 who found a mentor last, half waited up to 2 days", "no promise")


async def test_a_mentee_asks_a_mentor_where_the_programme_lets_them(cast: Cast) -> None:
    noor, sam, lina = await programme(cast), await mentor(cast), await mentee(cast)
    await lina.types("/mentors")
    lina.sees("One mentor fits you", "Sam Okoro", "Here moderators ask mentors")
    await lets_mentees_ask(noor)

    await lina.types("/mentors")
    await lina.presses("Ask Sam Okoro")
    lina.sees("Sam Okoro is being asked")
    await lina.types("/mentors")
    lina.sees("a mentor is being asked. One at a time.")
    await sam.presses("Accept")

    lina.sees("Sam Okoro is your mentor")
    noor.sees_nothing_of("said yes")


async def test_a_mentor_who_was_asked_by_a_mentee_can_say_no(cast: Cast) -> None:
    noor, sam, lina = await programme(cast), await mentor(cast), await mentee(cast)
    await lets_mentees_ask(noor)
    await lina.types("/mentors")
    await lina.presses("Ask Sam Okoro")

    await sam.presses("Not now")

    lina.sees("The mentor you asked can’t take you on now", "you stay on the list")
    await lina.types("/mentors")
    lina.sees("One mentor fits you")


async def test_a_button_from_before_the_programme_took_it_back_asks_nobody(cast: Cast) -> None:
    noor, sam, lina = await programme(cast), await mentor(cast), await mentee(cast)
    await lets_mentees_ask(noor)
    await lina.types("/mentors")
    token = lina.token("Ask Sam Okoro")
    await noor.types("/matching")
    await noor.presses("Change the rules")
    await noor.fills(mentees_ask=())

    await lina.presses_token(token)

    lina.sees("In this programme moderators ask mentors")
    sam.sees_nothing_of("Would you mentor")


async def test_a_pair_that_has_ended_is_told_to_the_moderator_who_can_pair_again(cast: Cast) -> None:
    noor, sam, lina = await programme(cast), await mentor(cast), await mentee(cast)
    await noor.runs("/pair", mentee="Lina Berg")
    await noor.presses("Propose Sam Okoro")
    await sam.presses("Accept")
    await lina.types("/me")
    await lina.presses("End the pairing…")
    await lina.presses("End it")

    noor.sees("The pairing of Sam Okoro and Lina Berg has ended", "Lina Berg waits for a mentor again")
    await mentor(cast, "Mira Holm")
    await noor.runs("/pair", mentee="Lina Berg")
    noor.sees("One mentor fits Lina Berg", "Mira Holm")


async def test_a_moderator_who_sets_a_rule_aside_says_why_and_it_is_kept(cast: Cast) -> None:
    noor, sam = await programme(cast), await mentor(cast, languages=("fr",))
    lina = await mentee(cast)

    await noor.runs("/propose", mentee="Lina Berg", mentor="Sam Okoro")
    assert "They share no language. If you still want to propose them, say why." in noor.open_form.trouble
    sam.sees_nothing_of("Would you mentor")
    await noor.fills(mentee="Lina Berg", mentor="Sam Okoro", why="Both are learning Esperanto")
    await sam.presses("Accept")
    lina.sees("Sam Okoro is your mentor")

    await lina.types("/me")
    await lina.presses("End the pairing…")
    await lina.presses("End it")
    noor.sees("a rule was set aside, for this reason", "Both are learning Esperanto")
    for each in (sam, lina):
        each.sees_nothing_of("Esperanto")


async def test_what_is_personal_is_not_set_aside_by_any_reason(cast: Cast) -> None:
    noor, sam = await programme(cast), await mentor(cast, languages=("fr",))
    lina = await mentee(cast)
    await lina.runs("/block", person="Sam Okoro")

    await noor.runs("/propose", mentee="Lina Berg", mentor="Sam Okoro", why="I insist")

    assert "It is not possible by a rule or a wish of one of them." in noor.open_form.trouble
    sam.sees_nothing_of("Would you mentor")
