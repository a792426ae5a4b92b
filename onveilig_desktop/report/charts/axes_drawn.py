"""The two sides of a chart, drawn. Importing this brings matplotlib in."""

from collections.abc import Sequence

from onveilig_desktop.catalog import Group
from onveilig_desktop.report.charts.axis import CountAxis, TimeAxis
from onveilig_desktop.report.charts.canvas import Canvas
from onveilig_desktop.report.look import Look
from onveilig_desktop.report.ticks import Tick


def time_words(canvas: Canvas, axis: TimeAxis, ticks: Sequence[Tick], bottom: float) -> None:
    """Write the days or months under a chart that ends at *bottom*, and the years under them."""
    ink, font = canvas.look.muted, canvas.font
    for tick in ticks:
        canvas.words((axis.x(tick.day), bottom + font), tick.label, ink, "center")
        canvas.words((axis.x(tick.day), bottom + 2.3 * font), tick.year, ink, "center")


def count_lines(canvas: Canvas, axis: CountAxis, left: float, right: float) -> None:
    """Draw a light line for each round number and write it at the left."""
    ticks = axis.ticks(canvas.font)
    canvas.strokes(
        [(left, axis.y(n), right, axis.y(n)) for n in ticks], canvas.look.line, 0.8, zorder=1
    )
    for n in ticks:
        canvas.words((left - 0.6 * canvas.font, axis.y(n)), str(n), canvas.look.muted, "right")


def group_form(look: Look, group: Group | None) -> tuple[str, str]:
    """Return the colour and the shape of marks: each group differs in both, also in grey.

    Without a group they are of all concerns together.
    """
    forms = {
        None: (look.text, "o"),
        Group.UNSAFETY: (look.unsafety, "o"),
        Group.VIOLENCE: (look.violence, "s"),
        Group.FRICTION: (look.friction, "D"),
    }
    return forms[group]


def tint(look: Look, colour: str, part: float) -> str:
    """Return the surface with some of *colour* in it; words in ``look.text`` stay readable."""
    share = 0.06 + 0.22 * part
    mixed = [
        round((1 - share) * int(look.surface[n : n + 2], 16) + share * int(colour[n : n + 2], 16))
        for n in (1, 3, 5)
    ]
    return "#" + "".join(f"{one:02x}" for one in mixed)
