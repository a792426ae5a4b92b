"""What comes together, drawn. Importing this brings matplotlib in."""

from functools import partial
from typing import Final

from onveilig_desktop.report.charts.axes_drawn import group_form, tint
from onveilig_desktop.report.charts.canvas import Canvas
from onveilig_desktop.report.charts.drawing import Drawing
from onveilig_desktop.report.charts.lettering import measuring
from onveilig_desktop.report.charts.lines_of_text import wrapped
from onveilig_desktop.report.charts.together import Pair, Together, pair_words
from onveilig_desktop.report.look import Look
from onveilig_desktop.report.picture import Hit
from onveilig_desktop.texts import gettext as _

_LABEL: Final = 17.0
_CELL: Final = 4.6
"""How wide names and cells are at most, in font heights."""
_LEAST_LABEL: Final = 7.0
_APART: Final = 0.7
"""What keeps concerns and friction apart."""


def draw(drawn: Together, look: Look, width: float) -> Drawing:
    """Draw the counts below the diagonal, concerns and friction in blocks of their own."""
    pen = _Pen(drawn, look, width)
    places = range(len(drawn.rows))
    pen.heads()
    pairs = [(row, column) for row in places for column in range(row + 1)]
    for pair in pairs:
        pen.cell(pair)
    hits = tuple(pen.hit(pair) for pair in pairs if drawn.count(pair))
    return Drawing(pen.canvas, hits)


class _Pen:
    def __init__(self, drawn: Together, look: Look, width: float) -> None:
        self._drawn = drawn
        self._font = font = look.font_px
        measure = measuring(font)
        many = len(drawn.rows)
        least = max(measure(str(len(days))) for days in drawn.days) + 0.6 * font
        room = width - 3.2 * font
        label = min(_LABEL * font, max(_LEAST_LABEL * font, room - many * least))
        self._labels = [
            wrapped(f"{n}  {row.label}", label, measure) for n, row in enumerate(drawn.rows, 1)
        ]
        widest = max(measure(line) for words in self._labels for line in words.split("\n"))
        self._left = widest + 1.6 * font
        self._cell = min(_CELL * font, (width - (1.6 + _APART) * font - self._left) / many)
        self._size = font * min(1.0, self._cell / least)
        self._xs = [self._left + n * self._cell + self._gap(n) for n in range(many)]
        self._tops: list[float] = []
        self._heads: list[tuple[float, str]] = []
        self._ends: list[float] = []
        y = 0.6 * font
        for n, (words, row) in enumerate(zip(self._labels, drawn.rows, strict=True)):
            if n == 0 or row.is_friction != drawn.rows[n - 1].is_friction:
                y += _APART * font
                head = _("Ordinary friction") if row.is_friction else _("Concerns")
                self._heads.append((y + 0.8 * font, head))
                y += 1.8 * font
            self._tops.append(y)
            y += max(2.2, 1.25 * (words.count("\n") + 1) + 0.5) * font
            self._ends.append(y)
        self.height = y + 0.6 * font
        self.canvas = Canvas(width, self.height, look)

    def _gap(self, place: int) -> float:
        return _APART * self._font if self._drawn.rows[place].is_friction else 0.0

    def heads(self) -> None:
        """Write the names at the left, with numbers that come back above the columns."""
        look, font = self.canvas.look, self._font
        for y, head in self._heads:
            self.canvas.words((0.5 * font, y), head, look.text, bold=True)
        for n, (words, row) in enumerate(zip(self._labels, self._drawn.rows, strict=True)):
            colour, _shape = group_form(look, row.group)
            y = (self._tops[n] + self._ends[n]) / 2
            self.canvas.words((self._left - 0.8 * font, y), words, look.text, "right")
            at = self._xs[n] + self._cell / 2, self._tops[n] - 0.8 * font
            self.canvas.words(at, str(n + 1), colour, "center", bold=True, size=self._size)

    def cell(self, pair: Pair) -> None:
        """Draw one count on a ground that is darker the higher it is."""
        look, count, drawn = self.canvas.look, self._drawn.count(pair), self._drawn
        box = self._box(pair)
        middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        words = str(count)
        if pair[0] == pair[1]:
            self.canvas.boxes([box], "none", edge=look.edge)
            self.canvas.words(middle, words, look.muted, "center", size=self._size)
            return
        most = max(1, *drawn.counts.values())
        kinds = {drawn.rows[place].is_friction for place in pair}
        colour = (
            look.friction if kinds == {True} else look.text if kinds == {False} else look.repair
        )
        fill = tint(look, colour, count / most) if count else "none"
        self.canvas.boxes([box], fill, edge=look.line)
        ink = look.text if count else look.muted
        self.canvas.words(middle, words, ink, "center", bold=bool(count), size=self._size)

    def hit(self, pair: Pair) -> Hit:
        """Return where a count can be pressed."""
        return Hit(
            *self._box(pair), pair_words(self._drawn, pair), partial(self._drawn.entries, pair)
        )

    def _box(self, pair: Pair) -> tuple[float, float, float, float]:
        row, column = pair
        left = self._xs[column]
        return left + 1, self._tops[row] + 1, left + self._cell - 1, self._ends[row] - 1
