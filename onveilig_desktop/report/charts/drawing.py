"""A chart drawn: for the screen as pixels, for paper and files as SVG or PNG.

Importing this brings matplotlib in.
"""

from dataclasses import dataclass, field
from io import BytesIO
from typing import Final

import matplotlib as mpl
from matplotlib.figure import Figure

from onveilig_desktop.report.charts.canvas import INCH, SLACK
from onveilig_desktop.report.charts.chart import Chart
from onveilig_desktop.report.look import Look
from onveilig_desktop.report.picture import Hit, Picture

_NOTHING_OF_THE_MAKER: Final = dict.fromkeys(("Date", "Creator", "Format", "Type"))


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure of so many logical pixels, with what can be pressed in reading order."""

    figure: Figure = field(repr=False)
    width: float
    height: float
    hits: tuple[Hit, ...] = field(repr=False)

    def picture(self, pixel_ratio: float = 1.0) -> Picture:
        """Return its pixels."""
        file = BytesIO()
        self.figure.savefig(file, format="rgba", dpi=INCH * pixel_ratio)
        return Picture(
            width=int(self.width),
            height=int(self.height),
            pixel_ratio=pixel_ratio,
            device_width=int((self.width + SLACK) * pixel_ratio),
            device_height=int((self.height + SLACK) * pixel_ratio),
            rgba=file.getvalue(),
            hits=self.hits,
        )

    def svg(self) -> bytes:
        """Return it as SVG, the same bytes each time and nothing of the maker."""
        file = BytesIO()
        with mpl.rc_context({"svg.hashsalt": "strip", "svg.fonttype": "path"}):
            self.figure.savefig(file, format="svg", metadata=_NOTHING_OF_THE_MAKER)
        return file.getvalue()

    def png(self, pixel_ratio: float = 2.0) -> bytes:
        """Return it as PNG, with nothing of the maker."""
        file = BytesIO()
        self.figure.savefig(file, format="png", dpi=INCH * pixel_ratio, metadata={"Software": None})
        return file.getvalue()


def picture(chart: Chart, look: Look, width: float, pixel_ratio: float = 1.0) -> Picture | None:
    """Draw *chart* so many logical pixels wide; nothing when there is too little to draw."""
    return None if chart.draw is None else chart.draw(look, width).picture(pixel_ratio)


def svg(chart: Chart, look: Look, width: float) -> bytes | None:
    """Return *chart* as an SVG file, or nothing when there is too little to draw."""
    return None if chart.draw is None else chart.draw(look, width).svg()


def png(chart: Chart, look: Look, width: float, pixel_ratio: float = 2.0) -> bytes | None:
    """Return *chart* as a PNG file, or nothing when there is too little to draw."""
    return None if chart.draw is None else chart.draw(look, width).png(pixel_ratio)
