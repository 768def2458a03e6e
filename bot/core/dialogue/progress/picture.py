"""Readiness over time as a picture, in words, and as a table."""

from datetime import date, timedelta

from bot.core.dialogue.talk import Talk
from bot.core.domain.forecasts import Forecast
from bot.core.ui.pictures import PathChart, Spot
from bot.core.ui.views import Picture, Table
from bot.core.usecases.progress import Going, MenteesProgress

ROWS = 8
BEYOND = 1.5
"""How many times as long as the way that was meant a picture is at most; what comes later is cut."""
SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)


def path_picture(talk: Talk, seen: MenteesProgress, going: Going, title: str) -> Picture:
    """Draw how readiness went, how it needs to go, and when it is thought to be whole."""
    begun, path = going.path.begun_on, going.path
    told = going.outlook if isinstance(going.outlook, Forecast) else None
    meant = max((seen.arrive_by - begun).days, (seen.today - begun).days, 1)
    latest = (told.latest or date.max) if told else begun
    days = max(meant, min((latest - begun).days, int(meant * BEYOND)))

    def along(day: date) -> float:
        return (day - begun).days / days

    gone: list[Spot] = [(0.0, path.start), *((along(each.on), path.at(each.on)) for each in path.moves)]
    arrival = (along(told.earliest), along(told.likely), along(latest)) if told else None
    ends = (begun, begun + timedelta(days=days // 2), begun + timedelta(days=days))
    drawing = PathChart(
        title=title,
        gone=tuple(gone),
        needed=((0.0, path.start), (along(seen.arrive_by), 1.0)),
        today=along(seen.today),
        arrival=arrival if arrival and arrival[0] <= 1 else None,
        days=tuple((along(each), talk.say.month(each)) for each in ends),
        shares=tuple((each, talk.say.percent(each)) for each in SHARES),
        legend_gone=talk.say("legend-gone"),
        legend_needed=talk.say("legend-needed-way"),
        legend_today=talk.say("legend-today"),
        legend_arrival=talk.say("legend-arrival") if told else "",
    )
    return Picture(drawing, _in_words(talk, seen, going), _twin(talk, seen, going))


def _in_words(talk: Talk, seen: MenteesProgress, going: Going) -> str:
    return talk.say(
        "progress-picture",
        start=talk.say.percent(going.path.start),
        begun=talk.say.month(going.path.begun_on),
        now=talk.say.percent(going.path.readiness),
        needed=talk.say.percent(_needed_on(seen, going, seen.today)),
        arrive=talk.say.month(seen.arrive_by),
    )


def _twin(talk: Talk, seen: MenteesProgress, going: Going) -> Table:
    path, span = going.path, (seen.today - going.path.begun_on).days
    steps = min(ROWS - 1, max(1, span // 28))
    shown = sorted({path.begun_on + timedelta(days=span * each // steps) for each in range(steps + 1)})
    rows = tuple(
        (talk.say.day(each), talk.say.percent(path.at(each)), talk.say.percent(_needed_on(seen, going, each)))
        for each in shown
    )
    return Table((talk.say("column-when"), talk.say("legend-gone"), talk.say("legend-needed-way")), rows)


def _needed_on(seen: MenteesProgress, going: Going, day: date) -> float:
    whole = (seen.arrive_by - going.path.begun_on).days
    share = (day - going.path.begun_on).days / whole if whole > 0 else 1.0
    return going.path.start + (1 - going.path.start) * min(1.0, share)
