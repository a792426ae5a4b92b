"""More trust in oneself or more doubt: every answer as a dot, over time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from onveilig_desktop.catalog import Catalog, SignalId
from onveilig_desktop.journal import EntryId, EntryLine
from onveilig_desktop.report.charts.around import LEAST, held, made, row_of, short_day
from onveilig_desktop.report.charts.chart import Chart, Kind, Table
from onveilig_desktop.report.look import Look
from onveilig_desktop.report.material import Material
from onveilig_desktop.report.patterns import Patterns
from onveilig_desktop.report.words import trust_words
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext

if TYPE_CHECKING:  # it brings matplotlib in, which is for whoever draws
    from onveilig_desktop.report.charts.drawing import Drawing

LEVELS: Final = (2, 1, 0, -1, -2)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its day, from -2 to 2, and its entry; a check-in has none."""

    day: date
    value: int
    entry: EntryId | None


@dataclass(frozen=True, slots=True, repr=False)
class Answers:
    """The answers of one kind, earliest first; ``form`` is what its marks look like."""

    label: str
    form: str
    answers: Sequence[Answer]

    def at(self, value: int) -> Sequence[Answer]:
        """Return the answers at one level."""
        return [answer for answer in self.answers if answer.value == value]

    def towards(self, way: int) -> int:
        """Return how often it was on one side of no difference."""
        return sum(answer.value * way > 0 for answer in self.answers)


@dataclass(frozen=True, slots=True)
class Trust:
    """The answers with concerns apart from all others, and the days they are drawn over."""

    kinds: Sequence[Answers]
    first: date
    last: date
    pauses: Sequence[tuple[date, date]]


def make(
    patterns: Patterns, material: Material, known: Catalog, signal: SignalId | None = None
) -> Chart:
    """Return the answers to «what did it do to your trust in yourself?».

    Those with a concern stand apart from all others; or those with one *signal*.
    """
    lines = [line for line in held(patterns, material) if line.trust is not None]
    chosen = known.concerns if signal is None else frozenset({signal})
    label = _("Entries with a concern") if signal is None else row_of(patterns, signal).label
    form = "day" if chosen <= known.concerns else "friction"
    others = [line for line in lines if chosen.isdisjoint(line.signals)]
    checked = tuple(_check_ins(patterns, material))
    kinds = (
        _answers(label, form, [line for line in lines if not chosen.isdisjoint(line.signals)]),
        _answers(_("Other entries and check-ins"), "other", others, checked),
    )
    every = [answer.day for kind in kinds for answer in kind.answers]
    if len(every) < LEAST:
        return _not_yet(patterns, len(every))
    drawn = Trust(
        kinds=kinds,
        first=min(every),
        last=max(*every, patterns.last) if patterns.last == patterns.today else max(every),
        pauses=[(pause.first, pause.last) for pause in patterns.pauses],
    )
    months = sum(not line.happened.has_day for line in lines)
    said = [_title(kinds), *_notes(kinds, months)]
    return made(Kind.TRUST, patterns, said, _table(drawn), partial(_draw, drawn))


def answer_words(kind: Answers, answers: Sequence[Answer]) -> str:
    """Return one dot in words, or several that fall together."""
    first, last = answers[0], answers[-1]
    what = kind.label if first.entry is not None else _("Check-in")
    day = short_day(first.day)
    if first.day != last.day:
        day = _("{first} to {last}").format(first=day, last=short_day(last.day))
    words = f"{day}: {trust_words(first.value)}"
    if len(answers) == 1:
        return f"{words} · {what}"
    count = ngettext("{n} answer", "{n} answers", len(answers))
    return f"{words} · {count}"


def _answers(
    label: str, form: str, lines: Sequence[EntryLine], checked: Sequence[Answer] = ()
) -> Answers:
    found = [
        Answer(line.happened.day, line.trust, line.id)
        for line in lines
        if line.trust is not None and line.happened.has_day
    ]
    found.extend(checked)
    return Answers(label, form, sorted(found, key=lambda answer: answer.day))


def _check_ins(patterns: Patterns, material: Material) -> Iterator[Answer]:
    period, today = patterns.period, patterns.today
    for made_in in material.check_ins:
        value = made_in.answers.trust
        if value is not None and made_in.day <= today and period.has(made_in.day):
            yield Answer(made_in.day, value, None)


def _not_yet(patterns: Patterns, answers: int) -> Chart:
    words = _("this picture appears from {least} answers on").format(least=LEAST)
    counted = ngettext(
        "{n} answer about trust or doubt", "{n} answers about trust or doubt", answers
    )
    return made(Kind.TRUST, patterns, [f"{counted}; {words}"], Table((), ()), None)


def _title(kinds: Sequence[Answers]) -> str:
    parts = [
        _("{label}: {doubt} times more doubt, {trust} times more trust").format(
            label=kind.label, doubt=kind.towards(-1), trust=kind.towards(1)
        )
        for kind in kinds
        if kind.answers
    ]
    return " · ".join(parts)


def _notes(kinds: Sequence[Answers], months: int) -> Sequence[str]:
    count = sum(len(kind.answers) for kind in kinds)
    counted = ngettext("{n} answer.", "{n} answers.", count)
    if months:
        left = ngettext(
            "{n} entry without a day is left out.",
            "{n} entries without a day are left out.",
            months,
        )
        counted = f"{counted} {left}"
    return counted, _(
        "A journal holds more bad moments than good ones, so the two kinds stand apart "
        "and are not averaged."
    )


def _table(drawn: Trust) -> Table:
    words = {level: trust_words(level) for level in LEVELS}
    rows = [
        (short_day(answer.day), kind.label, words[answer.value])
        for kind in drawn.kinds
        for answer in kind.answers
    ]
    return Table((_("Day"), _("Group"), _("Answer")), rows)


def _draw(drawn: Trust, look: Look, width: float) -> "Drawing":
    from onveilig_desktop.report.charts.trust_drawn import draw  # late: brings matplotlib

    return draw(drawn, look, width)
