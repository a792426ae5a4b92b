"""Where everything on the event strip goes, in pixels; it draws nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from itertools import chain
from operator import attrgetter
from typing import Final

from onveilig_desktop import texts
from onveilig_desktop.catalog import Group
from onveilig_desktop.journal import EntryId, Marker
from onveilig_desktop.report.captions import mark_words, marks_words
from onveilig_desktop.report.charts.axis import Measure, TimeAxis, clusters
from onveilig_desktop.report.charts.key import Key, lay_out_key
from onveilig_desktop.report.charts.lines_of_text import wrapped
from onveilig_desktop.report.patterns import Mark, Patterns, Row
from onveilig_desktop.report.picture import Hit
from onveilig_desktop.report.ticks import Tick
from onveilig_desktop.texts import gettext as _

LABEL: Final = 13.0
NARROW: Final = 45.0
NARROW_LABEL: Final = 8.5
"""How wide a name's lines may be; in a strip narrower than that, less. In font heights."""
_WIDE_LABEL: Final = 19.0
ROW: Final = 2.7
DENSE_ROW: Final = 1.9
SHORT: Final = 16.0
"""An axis shorter than this runs under the names instead of beside them."""
_LINE: Final = 1.25
MARK: Final = 0.33
SMALL_MARK: Final = 0.2
"""Half the width of a mark, in parts of the font's height, and the least it shrinks to."""
MOST_MARKERS: Final = 9
"""Markers that are shown, the latest; more would hide the marks."""
_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, repr=False)
class Name:
    """A row's name at the right of *x*, or at its left where it stands above the axis."""

    words: str
    x: float
    count_x: float
    y: float
    is_above: bool


@dataclass(frozen=True, slots=True, repr=False)
class Strip:
    """The event strip laid out for one width.

    ``names`` are where a row's name and its count are written; beside the axis, or above it
    where that would leave the axis too little room.
    ``unseen`` are the left and right ends of stretches without information; ``markers``
    are where a line stands for what else was going on, with its number in the key.
    """

    width: float
    height: float
    font: float
    axis: TimeAxis
    top: float
    bottom: float
    radius: float
    rows: tuple[tuple[Row, float], ...]
    names: tuple[Name, ...]
    ticks: Sequence[Tick]
    unseen: tuple[tuple[float, float], ...]
    markers: tuple[tuple[Marker, float, str], ...]
    key: Key

    def ends(self, mark: Mark) -> tuple[float, float]:
        """Return the left and right end of a mark; a day is a point."""
        if mark.is_month:
            return self.axis.x(mark.first), self.axis.x(mark.last) + self.axis.per_day
        middle = self.axis.middle(mark.first)
        return middle, middle

    def hits(self) -> tuple[Hit, ...]:
        """Return where each mark can be pressed, and each marker read."""
        marked = (self._of_row(row, y) for row, y in self.rows)
        return tuple(chain(self._of_markers(), *marked))

    def _of_markers(self) -> Iterator[Hit]:
        r = 0.6 * self.font
        for marker, x, _number in self.markers:
            words = f"{texts.day_words(marker.day, 'short')}: {marker.text}"
            yield Hit(x - r, self.top - 2.4 * r, x + r, self.top, words)

    def _of_row(self, row: Row, y: float) -> list[Hit]:
        """Return a row's hits by date; days that fall on one pixel are one."""
        days = [mark for mark in row.marks if not mark.is_month]
        middles = [self.axis.middle(mark.first) for mark in days]
        found = [
            self._hit(row, y, middles[run[0]], middles[run[-1]], days[run[0] : run[-1] + 1])
            for run in clusters(middles)
        ]
        months = [mark for mark in row.marks if mark.is_month]
        found += [self._hit(row, y, *self.ends(mark), [mark]) for mark in months]
        return sorted(found, key=attrgetter("left"))

    def _hit(self, row: Row, y: float, left: float, right: float, marks: Sequence[Mark]) -> Hit:
        r = self.radius
        said, behind = partial(_said, row, marks), partial(_behind, marks)
        return Hit(left - r, y - r, right + r, y + r, said, behind, marks[0].is_month)


def _said(row: Row, marks: Sequence[Mark]) -> str:
    words = mark_words(marks[0]) if len(marks) == 1 else marks_words(marks)
    return f"{row.label}: {words}"


def _behind(marks: Sequence[Mark]) -> tuple[EntryId, ...]:
    return tuple(chain.from_iterable(mark.entries for mark in marks))


def lay_out(
    patterns: Patterns, width: float, font: float, measure: Measure, *, is_dense: bool = False
) -> Strip | None:
    """Return the strip for *patterns*, dense where room is short; nothing when it is empty."""
    shown = patterns.shown
    if not shown or patterns.first is None:
        return None
    room = _label_room(width, font, is_dense=is_dense)
    labels = tuple(wrapped(row.label, room, measure, most=3) for row in shown)
    widest = max(measure(line) for label in labels for line in label.split("\n"))
    counts = max(measure(row.count_words) for row in shown)
    left, right = widest + 2 * font, width - counts - 1.5 * font
    is_above = right - left < SHORT * font
    if is_above:
        left, right = 1.2 * font, width - 1.2 * font
        labels = tuple(wrapped(row.label, right - left - counts - font, measure) for row in shown)
    axis = TimeAxis.over(patterns.first, patterns.last, left, right)
    markers = _markers(patterns.markers, axis)
    top, air = (2.2 if markers else 0.4) * font, DENSE_ROW if is_dense else ROW
    rows, bottom = _rows(shown, labels, font, top, air, is_above=is_above)
    names = _names(rows, labels, axis, font, is_above=is_above)
    unseen = tuple(_unseen(patterns, axis))
    words = [*_forms(shown, has_unseen=bool(unseen)), *_marker_forms(markers)]
    key = lay_out_key(words, width, bottom + 3.9 * font, font, measure)
    return Strip(
        width=width,
        height=key.bottom,
        font=font,
        axis=axis,
        top=top,
        bottom=bottom,
        radius=_radius(shown, axis.right - left, font),
        rows=rows,
        names=names,
        ticks=axis.ticks(font, measure),
        unseen=unseen,
        markers=markers,
        key=key,
    )


def _label_room(width: float, font: float, *, is_dense: bool) -> float:
    if is_dense:
        return _WIDE_LABEL * font
    return (LABEL if width >= NARROW * font else NARROW_LABEL) * font


def _unseen(patterns: Patterns, axis: TimeAxis) -> Iterator[tuple[float, float]]:
    """Yield the stretches about which nothing is known: before the start, and pauses."""
    if patterns.begun is not None and patterns.begun > axis.first:
        yield axis.span(axis.first, min(patterns.begun - _ONE_DAY, axis.last))
    for pause in patterns.pauses:
        yield axis.span(pause.first, pause.last)


def _markers(markers: Sequence[Marker], axis: TimeAxis) -> tuple[tuple[Marker, float, str], ...]:
    shown = [marker for marker in markers if axis.first <= marker.day <= axis.last]
    numbered = enumerate(shown[-MOST_MARKERS:], 1)
    return tuple((marker, axis.middle(marker.day), str(number)) for number, marker in numbered)


def _radius(rows: Sequence[Row], length: float, font: float) -> float:
    """Return half the width of a mark: smaller where the fullest row would be a smear."""
    most = max(len(row.marks) for row in rows)
    return min(MARK * font, max(SMALL_MARK * font, length / max(1, most)))


def _rows(
    rows: Sequence[Row],
    labels: Sequence[str],
    font: float,
    top: float,
    air: float,
    *,
    is_above: bool,
) -> tuple[tuple[tuple[Row, float], ...], float]:
    """Return the rows with their heights; a little air sets the kinds apart."""
    placed: list[tuple[Row, float]] = []
    y = top
    for row, label in zip(rows, labels, strict=True):
        before = placed[-1][0] if placed else None
        if before is not None and (before.signal is None or before.is_friction != row.is_friction):
            y += 0.9 * font
        lines = _LINE * (label.count("\n") + 1)
        above = (lines + 0.3) * font if is_above else 0.0
        height = 2.0 * font if is_above else max(air, lines + 0.5) * font
        placed.append((row, y + above + height / 2))
        y += above + height
    return tuple(placed), y


def _names(
    rows: Sequence[tuple[Row, float]],
    labels: Sequence[str],
    axis: TimeAxis,
    font: float,
    *,
    is_above: bool,
) -> tuple[Name, ...]:
    if not is_above:
        return tuple(
            Name(label, axis.left - font, axis.right + font, y, is_above=False)
            for (_row, y), label in zip(rows, labels, strict=True)
        )
    return tuple(
        Name(
            label,
            axis.left - 0.6 * font,
            axis.right + 0.6 * font,
            y - (1.0 + _LINE / 2 * (label.count("\n") + 1)) * font,
            is_above=True,
        )
        for (_row, y), label in zip(rows, labels, strict=True)
    )


def _marker_forms(markers: Sequence[tuple[Marker, float, str]]) -> Iterator[tuple[str, str]]:
    for marker, _x, number in markers:
        yield number, f"{marker.text} ({texts.day_words(marker.day, 'short')})"


def _forms(rows: Sequence[Row], *, has_unseen: bool) -> Iterator[tuple[str, str]]:
    marks = [mark for row in rows for mark in row.marks]
    groups = {row.group for row in rows}
    all_forms = [
        ("day", _("noted on this day"), any(row.signal is None for row in rows)),
        ("unsafety", _("signal of unsafety"), Group.UNSAFETY in groups),
        ("violence", _("signal of violence"), Group.VIOLENCE in groups),
        ("friction", _("ordinary friction"), Group.FRICTION in groups),
        ("month", _("only the month is known"), any(mark.is_month for mark in marks)),
        ("late", _("written more than 7 days later"), any(mark.late for mark in marks)),
        ("repaired", _("repair followed"), any(mark.repaired for mark in marks)),
        ("unseen", _("a pause, or before the first entry was written"), has_unseen),
    ]
    return ((form, words) for form, words, used in all_forms if used)
