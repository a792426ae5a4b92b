"""A chart as a file that leaves: the words to say before it does, and the drawing of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from onveilig_desktop.journal import Journal
from onveilig_desktop.journal.progress import Told
from onveilig_desktop.report.charts import Chart
from onveilig_desktop.report.look import PRINT, Look
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.taking_panel import Kind
from onveilig_desktop.writing import write_once

Format = Literal["png", "svg"]
_PAPER_WIDTH = 482.0
"""Points between the margins of a page, as in the summary."""


def chart_file(made: Chart, form: Format) -> Kind:
    """Return *made* as a file, drawn as on paper."""

    def write(_opened: Journal, path: Path, replace: bool, _told: Told) -> None:
        _write(made, form, path, replace=replace)

    if form == "png":
        title, holds = _("The chart as PNG"), _("In it: the chart with its words, as a picture.")
    else:
        title = _("The chart as SVG")
        holds = _(
            "In it: the chart with its words, as a drawing. What it shows also stands in it as "
            "text, for a screen reader. A search on this computer may find those words."
        )
    return Kind(title, holds, write, lambda _opened: f".{form}")


def _write(made: Chart, form: Format, path: Path, *, replace: bool) -> None:
    from onveilig_desktop.report.charts import drawing  # late: brings matplotlib

    draw: Callable[[Chart, Look, float], bytes | None]
    draw = drawing.png if form == "png" else drawing.svg
    drawn = draw(made, PRINT, _PAPER_WIDTH)
    if drawn is not None:
        write_once(path, drawn, replace=replace)
