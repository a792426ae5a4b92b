"""The signals in the guide: what each stands for, and friction beside violence."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from onveilig_desktop import catalog
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.forms import card, column
from onveilig_desktop.ui.reading import above, reading

Group = catalog.Group
_OWN_LINES: Final = (Group.UNSAFETY, Group.FRICTION)
"""The lists among which the person's own signals stand."""


def signals_part(known: catalog.Catalog) -> Sequence[QWidget | QLayout]:
    """Return everything that can be noticed, in the person's own words."""
    own = [signal for signal in known.signals.values() if signal.is_own and not signal.is_retired]
    alone = [signal for signal in _shipped(known) if signal.face is None]
    return [
        *_first_words(),
        *_titled(known.categories[Group.UNSAFETY]),
        _grid([_cell(signal, known) for signal in alone if signal.group is Group.UNSAFETY]),
        *_side_by_side(known),
        above(_("On its own"), "strong"),
        _grid([_cell(signal, known) for signal in alone if signal.group is not Group.UNSAFETY]),
        *(_own(own, known) if own else []),
    ]


def _first_words() -> Sequence[QWidget]:
    return [
        reading(
            _(
                "A signal is something that you noticed, one time. It is not a name for the "
                "other, and one signal decides nothing."
            )
        )
    ]


def _titled(category: catalog.Category) -> Sequence[QWidget]:
    return [above(category.title, "strong"), above(category.hint, "muted")]


def _side_by_side(known: catalog.Catalog) -> Sequence[QWidget | QLayout]:
    about = _(
        "From outside, two quarrels can look alike. The difference is in how it goes on: in "
        "each row the two sides stand beside one another."
    )
    titles = [known.categories[group].title for group in (Group.VIOLENCE, Group.FRICTION)]
    cells: list[QWidget] = [above(title, "muted") for title in titles]
    for signal in known.of(Group.VIOLENCE):
        if signal.face is not None:
            cells += [_cell(signal, known), _cell(known.signals[signal.face], known)]
    heading = above(_("Violence and friction side by side"), "strong")
    return [heading, reading(about), _grid(cells)]


def _shipped(known: catalog.Catalog) -> Sequence[catalog.Signal]:
    return [signal for signal in known.signals.values() if not signal.is_own]


def _cell(signal: catalog.Signal, known: catalog.Catalog) -> QWidget:
    """Return a signal with what it stands for; where that is hidden, its name alone."""
    heard = [known.categories[signal.group].title, signal.label]
    if signal.face is not None:
        heard.append(_("Opposite: {signal}").format(signal=known.signals[signal.face].label))
    said = partial(reading, name=". ".join(filter(None, [*heard, signal.meaning])))
    if signal.meaning:
        parts = [above(signal.label, "strong"), said(signal.meaning)]
    else:
        parts = [said(signal.label)]
    made = card(column(*parts, None, gap=2, margin=8), "side")
    made.setProperty("group", signal.group.value)
    return made


def _own(own: Sequence[catalog.Signal], known: catalog.Catalog) -> Sequence[QWidget]:
    """Return the person's own signals as one text for each list: there may be many."""
    parts: list[QWidget] = [above(_("Your own signals"), "strong")]
    for group in _OWN_LINES:
        lines = [_line(signal) for signal in own if signal.group is group]
        if lines:
            title = known.categories[group].title
            text = "\n".join(lines)
            inside = column(above(title, "strong"), reading(text, f"{title}. {text}"))
            frame = card(inside, "side")
            frame.setProperty("group", group.value)
            inside.setContentsMargins(8, 8, 8, 8)
            parts.append(frame)
    return parts


def _line(signal: catalog.Signal) -> str:
    return f"{signal.label}: {signal.meaning}" if signal.meaning else signal.label


def _grid(cells: Sequence[QWidget]) -> QGridLayout:
    """Return *cells* two by two, both columns equally wide."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(8)
    for column_number in range(2):
        grid.setColumnStretch(column_number, 1)
    for number, cell in enumerate(cells):
        grid.addWidget(cell, number // 2, number % 2)
    return grid
