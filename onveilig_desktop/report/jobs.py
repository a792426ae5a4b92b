"""What is to be set of a summary: its parts with their pictures, and the feet of its pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from onveilig_desktop import texts
from onveilig_desktop.report import contents
from onveilig_desktop.report.appendix import chart_file
from onveilig_desktop.report.charts import Chart, Draw, Kind, make_chart
from onveilig_desktop.report.choice import SummaryChoice
from onveilig_desktop.report.collected import Collected
from onveilig_desktop.report.first_page import on_first_page
from onveilig_desktop.report.flowing import Data
from onveilig_desktop.report.look import PRINT
from onveilig_desktop.report.press import Press
from onveilig_desktop.report.typesetting import Job

_SMALL: Final = 8.0
"""Points of the print in the strip on the first page, which has to hold much besides."""
_TEXT_WIDTH: Final = (210 - 2 * 16) / 25.4 * 72
"""Points between the margins of the template."""


def charts(collected: Collected, choice: SummaryChoice) -> Sequence[Chart]:
    """Return the charts that were chosen."""
    given = (collected.patterns, collected.material, collected.known)
    return [make_chart(kind, *given) for kind in choice.charts]


@dataclass(frozen=True, slots=True, repr=False)
class Jobs:
    """Of one choice; *press* has kept the pictures of the last one."""

    collected: Collected
    choice: SummaryChoice
    press: Press
    charts: Sequence[Chart]

    def parts(self) -> Iterator[Data]:
        """Return the data of each part, the first page first."""
        return contents.contents(self.collected, self.choice, self.charts)

    def of(self, part: Data) -> Job:
        """Return what is to be set of *part*: its pictures are drawn."""
        if part["first"]:
            return Job(part, self.collected.made_on, self._strip(), is_whole=True)
        return Job(part, self.collected.made_on, self._pictures(part["blocks"]))

    def feet(self, pages: int) -> Iterator[Job]:
        """Return the feet of *pages* pages, some at a time."""
        feet = contents.feet(self.collected, pages)
        return (Job(foot, self.collected.made_on) for foot in feet)

    def foot(self, number: int, pages: int) -> Job:
        """Return the foot of one page, counted from nothing."""
        return Job(contents.foot(self.collected, number + 1, pages), self.collected.made_on)

    def _strip(self) -> Mapping[str, bytes]:
        # late: matplotlib is only needed by who makes a summary
        from onveilig_desktop.report.figures import strip_svg

        shown = on_first_page(self.collected.patterns)
        small = replace(PRINT, font_px=_SMALL)

        def draw() -> bytes:
            return strip_svg(shown, small, _TEXT_WIDTH) or b""

        strip = self.press.latest.of("strip.svg", (texts.language(), shown), draw)
        return {"strip.svg": strip} if strip else {}

    def _pictures(self, blocks: Sequence[Data]) -> Mapping[str, bytes]:
        """Return the charts among *blocks*, and no other: a part is the same while its own are."""
        named = {block["file"] for block in blocks if block["kind"] == "chart"}
        drawn = {}
        for number, chart in enumerate(self.charts):
            name, draw = chart_file(number), chart.draw
            if draw is not None and name in named:
                shows = self._shows(chart.kind)
                drawn[name] = self.press.latest.of(name, shows, partial(_svg, draw))
        return drawn

    def _shows(self, kind: Kind) -> object:
        """Return all that a chart is drawn from, to see whether it is still the same one."""
        given = (self.collected.patterns, self.collected.material, self.collected.known)
        return (kind, texts.language(), *given)


def _svg(draw: Draw) -> bytes:
    return draw(PRINT, _TEXT_WIDTH).svg()
