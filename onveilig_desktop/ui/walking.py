"""Walking the marks of a chart with the arrow keys."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from onveilig_desktop.report.picture import Hit

Key = Qt.Key
_ALONG: Final[Mapping[Key, Callable[[int, int], int]]] = {
    Key.Key_Right: lambda at, last: min(at + 1, last),
    Key.Key_Left: lambda at, _last: max(at - 1, 0),
    Key.Key_Home: lambda _at, _last: 0,
    Key.Key_End: lambda _at, last: last,
}
_ACROSS: Final = {Key.Key_Down: 1, Key.Key_Up: -1}


def step_from(hits: "Sequence[Hit]", at: int, key: Key) -> int | None:
    """Return the mark that *key* leads to from the one *at*; nothing when it leads nowhere.

    Left and right follow the reading order; up and down go to the nearest mark of the
    nearest row above or below.
    """
    if not hits:
        return None
    if key in _ALONG:
        return _ALONG[key](at, len(hits) - 1)
    if key in _ACROSS:
        return _across(hits, at, _ACROSS[key]) if 0 <= at < len(hits) else 0
    return None


def _across(hits: "Sequence[Hit]", at: int, way: int) -> int:
    here = hits[at]
    beyond = [n for n, hit in enumerate(hits) if way * (_middle(hit) - _middle(here)) > _half(here)]
    if not beyond:
        return at
    nearest = min(way * _middle(hits[n]) for n in beyond)
    row = [n for n in beyond if way * _middle(hits[n]) <= nearest + _half(here)]
    return min(row, key=lambda n: abs(hits[n].left + hits[n].right - here.left - here.right))


def _middle(hit: "Hit") -> float:
    return (hit.top + hit.bottom) / 2


def _half(hit: "Hit") -> float:
    return (hit.bottom - hit.top) / 2
