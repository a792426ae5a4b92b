"""The calendar, drawn. Importing this brings matplotlib in."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Final

from onveilig_desktop import texts
from onveilig_desktop.report.charts.canvas import Box, Canvas
from onveilig_desktop.report.charts.drawing import Drawing
from onveilig_desktop.report.charts.key import lay_out_key
from onveilig_desktop.report.charts.key_drawn import SIZES, key_lines
from onveilig_desktop.report.charts.lettering import measuring
from onveilig_desktop.report.charts.week import weekday_words
from onveilig_desktop.report.charts.year import Years, noted_words
from onveilig_desktop.report.look import Look
from onveilig_desktop.report.picture import Hit
from onveilig_desktop.texts import gettext as _

_WEEKS: Final = 54
_HALF: Final = 28
"""Weeks that a year, and half a year, can touch."""
_DAYS: Final = 7
_HEAD: Final = 2.6
_APART: Final = 0.8
_LARGEST: Final = 2.0
_SMALLEST: Final = 0.75
_BAR: Final = 0.35
"""Heights in font heights: above the days, between years, of a cell, of a month's bar."""
_MORE: Final = 3
_DIAMOND: Final = (0.26, 0.34, 0.42)
"""How large a day's friction is in its cell, for one, two, and three or more."""
_CORNER: Final = 0.21


def draw(years: Years, look: Look, width: float) -> Drawing:
    """Draw a block of weeks for each year, or each half where room is short; Monday on top."""
    pen = _Pen(years, look, width)
    hits: list[Hit] = []
    for n, block in enumerate(pen.blocks):
        hits += pen.block(*block, n * pen.tall)
    pen.fill()
    return Drawing(pen.canvas, tuple(hits))


class _Pen:
    def __init__(self, years: Years, look: Look, width: float) -> None:
        self._years = years
        self._font = font = look.font_px
        self._measure = measure = measuring(font)
        self._names = [weekday_words(n, "EEEEEE").rstrip(".") for n in range(_DAYS)]
        widest = max(measure(words) for words in (*self._names, "2026"))
        self._left = widest + 1.2 * font
        room = width - self._left - 0.6 * font
        self._cell = min(_LARGEST * font, room / _WEEKS)
        self.blocks = [(date(year, 1, 1), date(year, 12, 31)) for year in years.shown]
        if self._cell < _SMALLEST * font:
            self._cell = min(_LARGEST * font, room / _HALF)
            self.blocks = [half for year in years.shown for half in _halves(year)]
        self.blocks = [
            (first, last)
            for first, last in self.blocks
            if first <= years.last and last >= years.first
        ]
        self.tall = (_HEAD + _APART) * font + _DAYS * self._cell
        top = self.tall * len(self.blocks) + 0.8 * font
        self._key = lay_out_key(self._forms(), width, top, font, measure)
        self.height = self._key.bottom
        self.canvas = Canvas(width, self.height, look)
        self._begin = years.first
        self._boxes: list[Box] = []
        self._blank: list[Box] = []
        self._unseen: list[Box] = []
        self._diamonds: list[tuple[float, float, float]] = []
        self._bars: list[Box] = []

    def _forms(self) -> list[tuple[str, str]]:
        days = self._years.days.values()
        counts = {min(len(noted.concerns), _MORE) for noted in days}
        forms = [
            ("one", _("1 entry with a concern"), 1 in counts),
            ("two", _("2 entries"), _MORE - 1 in counts),
            ("more", _("3 or more"), _MORE in counts),
            ("friction", _("ordinary friction"), any(noted.friction for noted in days)),
            ("month", _("only the month is known"), bool(self._years.months)),
            ("blank", _("written, nothing noted"), True),
            ("unseen", _("no information"), True),
        ]
        return [(form, words) for form, words, used in forms if used]

    def block(self, begin: date, end: date, top: float) -> Sequence[Hit]:
        """Place a block, and return its days from the first on, each month before its days."""
        self._begin = begin
        self._names_of(begin, end, top)
        days = self._days(max(begin, self._years.first), min(end, self._years.last), top)
        hits = [*self._months(begin, end, top), *days]
        return [hit for _day, hit in sorted(hits, key=lambda one: (one[0], one[1].top))]

    def fill(self) -> None:
        """Draw what was placed, each form in one stroke."""
        look = self.canvas.look
        self.canvas.hatched(self._unseen)
        self.canvas.boxes(self._blank, "none", edge=look.edge)
        self.canvas.boxes(self._boxes, look.text, zorder=3)
        for size in sorted({size for _x, _y, size in self._diamonds}):
            points = [(x, y) for x, y, of in self._diamonds if of == size]
            self.canvas.discs(points, look.friction, size, shape="D", edge=0.8)
        self.canvas.boxes(self._bars, look.text, zorder=3)
        key_lines(self.canvas, self._key)

    def _names_of(self, begin: date, end: date, top: float) -> None:
        look, font = self.canvas.look, self._font
        at = self._left - 0.6 * font, top + 0.9 * font
        self.canvas.words(at, str(begin.year), look.text, "right", bold=True)
        step = next(n for n in (1, 2, 3, 6) if n * self._cell >= 1.1 * font or n == _DAYS - 1)
        for n in range(0, _DAYS, step):
            y = self._top(top) + (n + 0.5) * self._cell
            self.canvas.words((self._left - 0.6 * font, y), self._names[n], look.muted, "right")
        wide = 365 / 12 / _DAYS * self._cell
        every = next(
            n for n in (1, 2, 3, 4, 6) if n * wide > self._measure("mmm") or n == _DAYS - 1
        )
        for month in range(begin.month, end.month + 1, every):
            day = begin.replace(month=month)
            at = self._x(day), top + 0.9 * font
            self.canvas.words(at, _month_name(day), look.muted)

    def _days(self, first: date, last: date, top: float) -> Iterator[tuple[date, Hit]]:
        for n in range((last - first).days + 1):
            day = first + timedelta(n)
            box = self._box(day, top)
            noted = self._years.days.get(day)
            if noted is None:
                self._unseen.append((box[0] - 0.5, box[1] - 0.5, box[2] + 1, box[3] + 1))
                continue
            self._blank.append(box)
            self._fill_in(box, len(noted.concerns), len(noted.friction))
            yield day, Hit(*box, partial(noted_words, day, noted), noted.all_entries)

    def _fill_in(self, box: Box, concerns: int, friction: int) -> None:
        """Fill a cell by how much was noted; friction beside a concern stands in its corner."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        wide = box[2] - box[0]
        if concerns:
            half = SIZES[min(concerns, _MORE) - 1] * wide / 2
            self._boxes.append((x - half, y - half, x + half, y + half))
        if friction and concerns:
            self._diamonds.append((x + 0.26 * wide, y + 0.26 * wide, _CORNER * wide))
        elif friction:
            self._diamonds.append((x, y, _DIAMOND[min(friction, _MORE) - 1] * wide))

    def _months(self, begin: date, end: date, top: float) -> Iterator[tuple[date, Hit]]:
        for month, noted in self._years.months.items():
            if not begin <= month <= end:
                continue
            last = min(_end_of(month), self._years.last)
            y = self._top(top) - 0.75 * self._font
            box = self._x(month), y, self._x(last) + self._cell - 2, y + _BAR * self._font
            self._bars.append(box)
            words = partial(noted_words, month, noted, is_month=True)
            yield month, Hit(*box, words, noted.all_entries, is_broad=True)

    def _top(self, top: float) -> float:
        return top + _HEAD * self._font

    def _x(self, day: date) -> float:
        """Return where the week of *day* begins, counted from the first of its block."""
        weeks = ((day - self._begin).days + self._begin.weekday()) // _DAYS
        return self._left + weeks * self._cell

    def _box(self, day: date, top: float) -> Box:
        left, y = self._x(day), self._top(top) + day.weekday() * self._cell
        return left + 0.5, y + 0.5, left + self._cell - 1, y + self._cell - 1


def _halves(year: int) -> tuple[tuple[date, date], tuple[date, date]]:
    return (date(year, 1, 1), date(year, 6, 30)), (date(year, 7, 1), date(year, 12, 31))


def _end_of(month: date) -> date:
    return (month + timedelta(31)).replace(day=1) - timedelta(1)


def _month_name(day: date) -> str:
    from babel.dates import format_date  # late: as in texts, the first paint need not wait

    return format_date(day, "LLL", locale=texts.language()).rstrip(".")
