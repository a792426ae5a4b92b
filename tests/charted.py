"""Journals of every awkward shape, for the charts to say something true about."""

import random
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid5

from noted import AVOIDING, BOUNDARIES, HIDING, KNOWN, LISTENING, TODAY, ago, line, moment
from onveilig_desktop.catalog import OwnSignal, PersonalWords, shipped
from onveilig_desktop.journal import (
    Answers,
    CheckIn,
    DayPart,
    Marker,
    MarkerId,
    Pause,
    PauseId,
    Precision,
    Repair,
)
from onveilig_desktop.report import Look, Material, Period, build_patterns
from onveilig_desktop.report.charts import make_chart

LOOK = Look(
    text="#101010",
    muted="#505050",
    line="#e0e0e0",
    band="#d8d8d8",
    edge="#777777",
    surface="#ffffff",
    unsafety="#0000ff",
    violence="#aa5500",
    friction="#007700",
    repair="#0000aa",
    font_px=13,
)
OWN = [
    OwnSignal(id=f"own.{n}", is_concern=n % 2 == 0, label=f"Eigen signaal nummer {n}")
    for n in range(300)
]
WITH_OWN = PersonalWords(signals=tuple(OWN)).catalog(shipped())
_SPACE = UUID(int=4)


def check_in(day, trust=1):
    return CheckIn(day, Answers(trust=trust), datetime.combine(day, time(21), UTC))


def pause(first, last):
    return Pause(PauseId(uuid5(_SPACE, f"{first} {last}")), first, last)


def marker(day, text):
    return Marker(MarkerId(uuid5(_SPACE, text)), day, text)


def full(entries=90, days=800):
    """Return a journal with everything in it: months, late notes, pauses, markers."""
    chance = random.Random(4)  # noqa: S311 - not a secret
    concerns, friction = sorted(KNOWN.concerns), sorted(set(KNOWN.signals) - KNOWN.concerns)
    lines = []
    for _ in range(entries):
        back = int(days * (1 - chance.random() ** 0.7))
        known = [
            moment(ago(back), Precision.MONTH if back % 9 == 0 else Precision.DAY),
            moment(ago(back), part=chance.choice(list(DayPart))),
            moment(ago(back), minute=time(chance.randrange(24), 5)),
        ]
        when = chance.choice(known)
        signals = set(chance.sample(concerns, chance.randint(0, 3)))
        if chance.random() < 0.4:
            signals |= {*chance.sample(friction, 2)}
        late = chance.choice([0, 1, 20]) if back > 40 else 0
        answers = {
            "repair": chance.choice([None, *Repair]),
            "trust": chance.choice([None, -2, -1, 0, 1, 2]),
        }
        lines.append(line(when, *signals, later=late, **answers))
    return Material(
        lines=lines,
        check_ins=[check_in(ago(n), n % 4 - 1) for n in range(3, 200, 11)],
        pauses=[pause(ago(340), ago(301))],
        markers=[
            marker(ago(500), "verhuisd naar een ander huis"),
            marker(ago(120), "nieuwe baan, andere uren, en daardoor veel minder vaak thuis"),
        ],
        writing_days=[*(ago(n) for n in range(640, 0, -6) if not 300 < n < 341)],
    )


def _months():
    return [line(moment(date(2026, n, 1), Precision.MONTH), HIDING, LISTENING) for n in (2, 5, 9)]


JOURNALS = {
    "empty": Material([]),
    "one": Material([line(ago(3), HIDING, repair=Repair.NO, trust=-1)]),
    "two": Material([line(ago(3), HIDING), line(ago(40), AVOIDING, LISTENING, trust=1)]),
    "one day": Material(
        [line(moment(ago(5), minute=time(n)), HIDING, trust=-1) for n in range(9, 20)]
    ),
    "months": Material(_months()),
    "check-ins": Material([], [check_in(ago(n)) for n in range(0, 40, 4)]),
    "friction": Material([line(ago(9 * n), LISTENING, trust=n % 3) for n in range(8)]),
    "no signals": Material([line(ago(9 * n)) for n in range(8)]),
    "future": Material(
        [line(TODAY + timedelta(days=n), HIDING, trust=-2) for n in (3, 30, 300, 3000)]
    ),
    "thirty years": Material(
        [line(date(1996, 1, 5), HIDING, later=5), *(line(ago(7 * n), HIDING) for n in range(4))]
    ),
    "own signals": Material(
        [line(ago(2 * n), f"own.{n}", f"own.{(n * 7) % 300}", trust=-1) for n in range(300)]
    ),
    "full": full(),
}


def chart_of(kind, material, *, known=None, signal=None, period=None):
    """Return a chart over *material*, with all own signals known."""
    known = known or WITH_OWN
    patterns = build_patterns(material, known, TODAY, period or Period())
    return make_chart(kind, patterns, material, known, signal)


def concern_days(*days_ago, signal=BOUNDARIES, **answers):
    """Return a journal with one concern on each of some days."""
    return Material([line(ago(n), signal, **answers) for n in days_ago])
