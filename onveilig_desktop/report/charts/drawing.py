"""A chart drawn: for the screen as pixels, for paper and files as SVG or PNG.

Importing this brings matplotlib in.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape

import matplotlib as mpl

from onveilig_desktop.report.charts.canvas import SLACK, Canvas
from onveilig_desktop.report.charts.chart import Chart
from onveilig_desktop.report.charts.lettering import INCH, measuring
from onveilig_desktop.report.charts.lines_of_text import wrapped
from onveilig_desktop.report.look import Look
from onveilig_desktop.report.picture import Hit, Picture

_LINE: Final = 1.4
"""From one line of words to the next, in font heights."""
_NOTHING_OF_THE_MAKER: Final = dict.fromkeys(("Date", "Creator", "Format", "Type"))
_ASIDE: Final = re.compile(rb"<!--.*?-->\s*", re.DOTALL)
"""Every text stands once more beside its outlines, where programs that list files find it."""
_UPRIGHT: Final = re.compile(
    rb'(<path id="[^"]+" d="M )(\S+) (\S+)( \nL )(\S+) \3(?= \n(?:L [^\n]+\n){3}z)'
)
"""A letter that is one rectangle, up to its second corner: «l», «I», a full stop."""
_HARDLY: Final = 16
"""Of the some 4,700 units in which a capital is high."""
_BEFORE_PARTS: Final = b" <defs>"
"""Where the first part of the picture begins, after its head."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is on a canvas, with what can be pressed in reading order."""

    canvas: Canvas = field(repr=False)
    hits: tuple[Hit, ...] = field(repr=False)

    def picture(self, pixel_ratio: float = 1.0) -> Picture:
        """Return its pixels."""
        return Picture(
            width=int(self.canvas.width),
            height=int(self.canvas.height),
            pixel_ratio=pixel_ratio,
            device_width=int((self.canvas.width + SLACK) * pixel_ratio),
            device_height=int((self.canvas.height + SLACK) * pixel_ratio),
            rgba=self.canvas.pixels(pixel_ratio),
            hits=self.hits,
        )

    def svg(self) -> bytes:
        """Return it as SVG, the same bytes each time and nothing of the maker."""
        file = BytesIO()
        with mpl.rc_context({"svg.hashsalt": "strip", "svg.fonttype": "path"}):
            self.canvas.complete().savefig(file, format="svg", metadata=_NOTHING_OF_THE_MAKER)
        return _UPRIGHT.sub(_with_one_point_more, _ASIDE.sub(b"", file.getvalue()))

    def png(self, pixel_ratio: float = 2.0) -> bytes:
        """Return it as PNG, with nothing of the maker."""
        file = BytesIO()
        self.canvas.complete().savefig(
            file, format="png", dpi=INCH * pixel_ratio, metadata={"Software": None}
        )
        return file.getvalue()


def _with_one_point_more(letter: re.Match[bytes]) -> bytes:
    """Return the letter with a point in the midst of its first side, hardly out of its line.

    Some programs fill whole dots of the screen where a path is a rectangle, also one with a
    point too many: «ll» became a block.
    """
    begin, left, level, line, right = letter.groups()
    middle, raised = (float(left) + float(right)) / 2, float(level) + _HARDLY
    return b"%s%s %s%s%g %g%s%s %s" % (begin, left, level, line, middle, raised, line, right, level)


def picture(chart: Chart, look: Look, width: float, pixel_ratio: float = 1.0) -> Picture | None:
    """Draw *chart* so many logical pixels wide; nothing when there is too little to draw."""
    return None if chart.draw is None else chart.draw(look, width).picture(pixel_ratio)


def svg(chart: Chart, look: Look, width: float) -> bytes | None:
    """Return *chart* with its words as an SVG file; nothing when there is too little to draw.

    For who cannot see it, its title and its alternative stand in it as text.
    """
    drawing = _with_words(chart, look, width)
    return None if drawing is None else _told(drawing.svg(), chart.title, chart.alternative)


def png(chart: Chart, look: Look, width: float, pixel_ratio: float = 2.0) -> bytes | None:
    """Return *chart* with its words as a PNG file; nothing when there is too little to draw."""
    drawing = _with_words(chart, look, width)
    return None if drawing is None else drawing.png(pixel_ratio)


def _told(svg: bytes, title: str, alternative: str) -> bytes:
    """Let a screen reader read *title* and *alternative* in place of a thousand outlines."""
    opening, end, drawn = svg.partition(_BEFORE_PARTS)
    words = f" <title>{escape(title)}</title>\n <desc>{escape(alternative)}</desc>\n".encode()
    return opening.replace(b"<svg ", b'<svg role="img" ', 1) + words + end + drawn


def _with_words(chart: Chart, look: Look, width: float) -> Drawing | None:
    """Draw a chart for a file: it goes alone, so what must stand around it goes along."""
    if chart.draw is None:
        return None
    drawing = chart.draw(look, width)
    canvas, font = drawing.canvas, look.font_px
    measure = measuring(font)
    title, *notes = (
        wrapped(words, width - 2 * font, measure).split("\n")
        for words in (chart.title, *chart.notes)
    )
    above = (len(title) * _LINE + 1.0) * font
    below = (sum(len(lines) * _LINE + 0.5 for lines in notes) + 1.0) * font
    canvas.extend(above, below)
    _write(canvas, title, -above + font, look.text, bold=True)
    y = canvas.height + font
    for lines in notes:
        y = _write(canvas, lines, y, look.muted) + 0.5 * font
    return drawing


def _write(
    canvas: Canvas, lines: Sequence[str], y: float, colour: str, *, bold: bool = False
) -> float:
    for line in lines:
        canvas.words((canvas.font, y), line, colour, bold=bold)
        y += _LINE * canvas.font
    return y
