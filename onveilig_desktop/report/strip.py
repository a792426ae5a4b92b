"""Where everything on the event strip goes, in pixels; it draws nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from math import ceil
from textwrap import wrap
from typing import Final

from onveilig_desktop.report.captions import mark_words
from onveilig_desktop.report.patterns import Mark, Patterns, Row
from onveilig_desktop.report.picture import Hit
from onveilig_desktop.report.ticks import Tick, ticks
from onveilig_desktop.texts import gettext as _

Measure = Callable[[str], float]
"""The width of a text in pixels."""

LABEL_LETTERS: Final = 22
NARROW: Final = 45
NARROW_LETTERS: Final = 14
"""How long a name's lines are; in a strip narrower than this many letters, shorter."""
MARK: Final = 0.33
SMALL_MARK: Final = 0.2
"""Half the width of a mark, in parts of the font's height, and the least it shrinks to."""
LEAST_SPAN: Final = 14
"""Days that the axis covers at least, so that one date does not fill it."""


@dataclass(frozen=True, slots=True)
class KeyItem:
    """One form explained under the strip: which form, in what words, where."""

    form: str
    words: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Strip:
    """The event strip laid out for one width."""

    width: float
    height: float
    font: float
    left: float
    right: float
    bottom: float
    start: float
    per_day: float
    radius: float
    rows: tuple[tuple[Row, float], ...]
    labels: tuple[str, ...]
    ticks: tuple[Tick, ...]
    key: tuple[KeyItem, ...]

    def x(self, day: date) -> float:
        """Return where *day* begins."""
        return self.left + (day.toordinal() - self.start) * self.per_day

    def ends(self, mark: Mark) -> tuple[float, float]:
        """Return the left and right end of a mark; a day is a point."""
        if mark.is_month:
            return self.x(mark.first), self.x(mark.last) + self.per_day
        middle = self.x(mark.first) + self.per_day / 2
        return middle, middle

    def hits(self) -> tuple[Hit, ...]:
        """Return where each mark can be pressed."""
        r = self.radius
        return tuple(
            Hit(
                left=ends[0] - r,
                top=y - r,
                right=ends[1] + r,
                bottom=y + r,
                words=f"{row.label}: {mark_words(mark)}",
                entries=mark.entries,
                is_broad=mark.is_month,
            )
            for row, y in self.rows
            for mark in row.marks
            for ends in (self.ends(mark),)
        )


def lay_out(patterns: Patterns, width: float, font: float, measure: Measure) -> Strip | None:
    """Return the strip for *patterns*, or nothing when there is nothing to show."""
    if not patterns.shown or patterns.first is None:
        return None
    letters = LABEL_LETTERS if width >= NARROW * font else NARROW_LETTERS
    labels = tuple("\n".join(wrap(row.label, letters)) for row in patterns.shown)
    widest = max(measure(line) for label in labels for line in label.split("\n"))
    left = widest + 2 * font
    right = width - max(measure(row.count_words) for row in patterns.shown) - 1.5 * font
    right = max(right, left + 4 * font)
    rows, bottom = _rows(patterns.shown, labels, font)
    key, height = _key(patterns.shown, width, bottom + 3.9 * font, font, measure)
    start, span = _span(patterns.first, patterns.last)
    return Strip(
        width=width,
        height=height,
        font=font,
        left=left,
        right=right,
        bottom=bottom,
        start=start,
        per_day=(right - left) / span,
        radius=_radius(patterns, right - left, font),
        rows=rows,
        labels=labels,
        ticks=tuple(
            ticks(
                patterns.first,
                patterns.last,
                days_fit=int((right - left) / (measure("30 mmm") + font)),
                months_fit=int((right - left) / (measure("mmm") + 1.2 * font)),
            )
        ),
        key=key,
    )


def _span(first: date, last: date) -> tuple[float, float]:
    """Return the ordinal at which the axis starts and the days it covers."""
    days = last.toordinal() - first.toordinal() + 1
    missing = max(0, LEAST_SPAN - days)
    return first.toordinal() - missing / 2, days + missing


def _radius(patterns: Patterns, length: float, font: float) -> float:
    """Return half the width of a mark: smaller where the fullest row would be a smear."""
    most = max((len(row.marks) for row in patterns.rows), default=1)
    return min(MARK * font, max(SMALL_MARK * font, length / max(1, most)))


def _rows(
    rows: tuple[Row, ...], labels: tuple[str, ...], font: float
) -> tuple[tuple[tuple[Row, float], ...], float]:
    """Return the rows with their heights; a little air sets the kinds apart."""
    placed: list[tuple[Row, float]] = []
    y = 0.4 * font
    for row, label in zip(rows, labels, strict=True):
        before = placed[-1][0] if placed else None
        if before is not None and (before.signal is None or before.is_friction != row.is_friction):
            y += 0.9 * font
        height = max(2.7, 1.25 * (label.count("\n") + 1) + 0.5) * font
        placed.append((row, y + height / 2))
        y += height
    return tuple(placed), y


def _key(
    rows: tuple[Row, ...], width: float, top: float, font: float, measure: Measure
) -> tuple[tuple[KeyItem, ...], float]:
    """Return the forms in use with their words, flowing over lines, and the full height."""
    items: list[KeyItem] = []
    x, y = font, top
    for form, words in _forms(rows):
        length = measure(words) + 3.4 * font
        if items and x + length > width:
            x, y = font, y + 1.8 * font
        items.append(KeyItem(form, words, x, y))
        x += length
    return tuple(items), ceil(y + 1.1 * font)


def _forms(rows: tuple[Row, ...]) -> list[tuple[str, str]]:
    marks = [mark for row in rows for mark in row.marks]
    all_forms = [
        ("day", _("noted on this day"), any(not row.is_friction for row in rows)),
        ("friction", _("ordinary friction"), any(row.is_friction for row in rows)),
        ("month", _("only the month is known"), any(mark.is_month for mark in marks)),
        ("late", _("written more than 7 days later"), any(mark.late for mark in marks)),
        ("repaired", _("repair followed"), any(mark.repaired for mark in marks)),
    ]
    return [(form, words) for form, words, used in all_forms if used]
