"""The key under a chart, drawn. Importing this brings matplotlib in."""

from collections.abc import Callable, Mapping
from typing import Final

from onveilig_desktop.catalog import Group
from onveilig_desktop.report.charts.axes_drawn import group_form
from onveilig_desktop.report.charts.canvas import Canvas
from onveilig_desktop.report.charts.key import Key, KeyItem

MARK: Final = 0.33
"""Half the width of a mark in the key, in font heights."""
_REACH: Final = 0.7
_TEXT: Final = 1.1
_LINE: Final = 1.2


def key_lines(canvas: Canvas, key: Key) -> None:
    """Draw every form with what it means."""
    for item in key.items:
        if item.form.isdigit():
            canvas.words((item.x, item.y), item.form, canvas.look.muted, "center", bold=True)
        else:
            _FORMS[item.form](canvas, item)
        for n, line in enumerate(item.words.split("\n")):
            at = item.x + _TEXT * canvas.font, item.y + _LINE * n * canvas.font
            canvas.words(at, line, canvas.look.muted)


def _bar(canvas: Canvas, item: KeyItem) -> None:
    canvas.strokes([_across(canvas, item)], canvas.look.text, 0.42 * canvas.font)


def _unseen(canvas: Canvas, item: KeyItem) -> None:
    box = _box(canvas, item)
    canvas.hatched([box])
    canvas.boxes([box], "none", edge=canvas.look.edge)


def _band(canvas: Canvas, item: KeyItem) -> None:
    canvas.boxes([_box(canvas, item)], canvas.look.band, edge=canvas.look.edge)


def _row(canvas: Canvas, item: KeyItem) -> None:
    colour, shape = group_form(canvas.look, Group(item.form))
    canvas.discs([(item.x, item.y)], colour, MARK * canvas.font, shape=shape)


def _day(canvas: Canvas, item: KeyItem) -> None:
    canvas.discs([(item.x, item.y)], canvas.look.text, MARK * canvas.font)


def _late(canvas: Canvas, item: KeyItem) -> None:
    canvas.discs([(item.x, item.y)], canvas.look.text, MARK * canvas.font, is_open=True)


def _repaired(canvas: Canvas, item: KeyItem) -> None:
    _day(canvas, item)
    canvas.rings([(item.x, item.y)], MARK * canvas.font)


def _step(canvas: Canvas, item: KeyItem) -> None:
    left, y, right, _ = _across(canvas, item)
    r = 0.35 * canvas.font
    path = [(left, y + r), (item.x, y + r), (item.x, y - r), (right, y - r)]
    canvas.line(path, canvas.look.text, 1.6)


def _straight(canvas: Canvas, item: KeyItem) -> None:
    canvas.strokes([_across(canvas, item)], canvas.look.muted, 1.2, dash="--")


def _repair(canvas: Canvas, item: KeyItem) -> None:
    canvas.strokes([_across(canvas, item)], canvas.look.repair, 2.2)


def _without(canvas: Canvas, item: KeyItem) -> None:
    canvas.strokes([_across(canvas, item)], canvas.look.text, 1.8, dash="--")


def _waiting(canvas: Canvas, item: KeyItem) -> None:
    reach = 0.4 * canvas.font
    upright = item.x, item.y - reach, item.x, item.y + reach
    canvas.strokes([_across(canvas, item), upright], canvas.look.text, 1.4)


def _blank(canvas: Canvas, item: KeyItem) -> None:
    canvas.boxes([_square(canvas, item, 1.0)], "none", edge=canvas.look.edge)


def _one(canvas: Canvas, item: KeyItem) -> None:
    _filled(canvas, item, 0)


def _two(canvas: Canvas, item: KeyItem) -> None:
    _filled(canvas, item, 1)


def _more(canvas: Canvas, item: KeyItem) -> None:
    _filled(canvas, item, 2)


def _filled(canvas: Canvas, item: KeyItem, size: int) -> None:
    _blank(canvas, item)
    canvas.boxes([_square(canvas, item, SIZES[size])], canvas.look.text)


def _other(canvas: Canvas, item: KeyItem) -> None:
    canvas.discs([(item.x, item.y)], canvas.look.edge, MARK * canvas.font, shape="s")


def _check_in(canvas: Canvas, item: KeyItem) -> None:
    radius = MARK * canvas.font
    canvas.discs([(item.x, item.y)], canvas.look.text, radius, shape="s", is_open=True)


def _across(canvas: Canvas, item: KeyItem) -> tuple[float, float, float, float]:
    reach = _REACH * canvas.font
    return item.x - reach, item.y, item.x + reach, item.y


def _box(canvas: Canvas, item: KeyItem) -> tuple[float, float, float, float]:
    reach, half = _REACH * canvas.font, 0.5 * canvas.font
    return item.x - reach, item.y - half, item.x + reach, item.y + half


def _square(canvas: Canvas, item: KeyItem, part: float) -> tuple[float, float, float, float]:
    half = 0.5 * part * canvas.font
    return item.x - half, item.y - half, item.x + half, item.y + half


SIZES: Final = (0.42, 0.68, 1.0)
"""How much of a cell's width one, two, and three or more fill."""
_FORMS: Final[Mapping[str, Callable[[Canvas, KeyItem], None]]] = {
    "month": _bar,
    "unseen": _unseen,
    "band": _band,
    **dict.fromkeys(Group, _row),
    "day": _day,
    "late": _late,
    "repaired": _repaired,
    "step": _step,
    "straight": _straight,
    "repair": _repair,
    "without": _without,
    "waiting": _waiting,
    "blank": _blank,
    "one": _one,
    "two": _two,
    "more": _more,
    "other": _other,
    "check-in": _check_in,
}
