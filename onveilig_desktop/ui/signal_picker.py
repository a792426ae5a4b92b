"""The signals in their three groups; friction stands as an equal beside the others."""

from collections.abc import Collection, Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from onveilig_desktop import catalog
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext
from onveilig_desktop.ui import keys
from onveilig_desktop.ui.arrows import Arrows
from onveilig_desktop.ui.broken_lines import in_lines
from onveilig_desktop.ui.chip import Chip, around
from onveilig_desktop.ui.flow_layout import FlowLayout, flow
from onveilig_desktop.ui.forms import button, column, in_order, label
from onveilig_desktop.ui.in_turn import in_turn
from onveilig_desktop.ui.in_view import bring_into_view

_GAP: Final = 14
_LETTERS: Final = 26
"""How many letters wide a column is at least, for three to stand side by side."""
_TALL: Final = 1 << 24
_OWN_AT_ONCE: Final = 20
"""How many own signals are offered before the person asks for more."""
_IN_ONE_GO: Final = 5


class SignalPicker(QWidget):
    """Chips to tick; what a signal stands for is told on focus and hover.

    The groups stand side by side where there is room for that, else below one another.
    The chips come with the first ``offer`` or ``choose``: to make them is a long step of its own.
    """

    changed = Signal()
    own_words_wanted = Signal()

    def __init__(self, signals: catalog.Catalog) -> None:
        super().__init__()
        self._catalog = signals
        self._was_sized = False
        self._unknown: frozenset[catalog.SignalId] = frozenset()
        self._chips: dict[catalog.SignalId, QPushButton] = {}
        self._arrows = Arrows(self)
        self._meaning = label(self._invitation(), "muted", wrap=True)
        about = keys.OWN_WORDS.shown
        self.own_words = button(_("Own words"), "quiet", describe=about, icon="words")
        self.own_words.clicked.connect(self.own_words_wanted)
        self._own_shown = _OWN_AT_ONCE
        self.more = button("", "quiet")
        self.more.clicked.connect(self._show_more)
        self._groups = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._groups.setSpacing(_GAP)
        self._rooms = {category.group: FlowLayout(6) for category in signals.categories.values()}
        for category in signals.categories.values():
            self._groups.addWidget(self._group(category), 1)
        foot = flow(self.more, self.own_words, gap=4)
        self.setLayout(column(self._groups, self._meaning, foot, gap=12))

    def offer(self, signals: catalog.Catalog) -> None:
        """Offer what is in *signals* now; what is ticked stays ticked."""
        chosen = self.chosen()
        self._catalog = signals
        self._put_chips(chosen)
        self.choose(chosen)

    def chosen(self) -> frozenset[catalog.SignalId]:
        """Return the ids that are ticked, also those that are not shown."""
        ticked = frozenset(key for key, chip in self._chips.items() if chip.isChecked())
        return ticked | self._unknown

    def choose(self, chosen: Iterable[catalog.SignalId]) -> None:
        """Show these as ticked, without a word to anyone; a retired one is shown for it."""
        wanted = frozenset(chosen)
        if [signal.id for signal in self._offered(wanted)] != list(self._chips):
            self._put_chips(wanted)
        self._unknown = wanted - self._chips.keys()
        for key, chip in self._chips.items():
            chip.setChecked(key in wanted)
        self._meaning.setText(self._invitation())

    def chip(self, key: catalog.SignalId) -> QPushButton:
        """Return the button of one signal."""
        return self._chips[key]

    def focus_first(self) -> None:
        """Let the keyboard go on from the first signal."""
        next(iter(self._chips.values())).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Explain the signal under the focus or the pointer."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.Enter):
            self._meaning.setText(watched.property("meaning") or self._invitation())
        elif event.type() in (QEvent.Type.FocusOut, QEvent.Type.Leave):  # it says nothing of now
            self._meaning.setText(self._invitation())
        if isinstance(event, QFocusEvent) and event.gotFocus() and isinstance(watched, QWidget):
            bring_into_view(watched)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Put the groups side by side if there is room, and break words that are too long."""
        super().resizeEvent(event)
        if not self._was_sized:
            self._was_sized = True
            self._put_in_order()
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Let a narrow window push three columns below one another."""
        narrow = _LETTERS * self.fontMetrics().averageCharWidth()
        return super().minimumSizeHint().boundedTo(QSize(narrow, _TALL))

    def _arrange(self) -> None:
        each = (self.width() - (self._groups.count() - 1) * _GAP) // self._groups.count()
        beside = each >= _LETTERS * self.fontMetrics().averageCharWidth()
        direction = QBoxLayout.Direction
        self._groups.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        for key, chip in self._chips.items():
            words = self._catalog.signals[key].label
            width = (each if beside else self.width()) - around(chip)
            chip.setText(in_lines(words, chip.fontMetrics(), width))
        self.updateGeometry()  # a layout that changes while it is laid out is not done again

    def _offered(self, chosen: Collection[catalog.SignalId]) -> list[catalog.Signal]:
        """Return what is offered now, group by group; own signals that are chosen come first."""
        own = sorted(self._own(chosen), key=lambda signal: signal.id not in chosen)
        shown = {signal.id for signal in own[: self._own_shown]}
        return [
            signal
            for group in self._catalog.categories
            for signal in self._catalog.of(group)
            if signal.id in shown or not signal.is_own
        ]

    def _own(self, chosen: Collection[catalog.SignalId]) -> list[catalog.Signal]:
        """Return the own signals; one that is not offered any more only where it is chosen."""
        known = self._catalog.signals.values()
        own = [signal for signal in known if signal.is_own]
        return [signal for signal in own if signal.id in chosen or not signal.is_retired]

    def _show_more(self) -> None:
        self._show_some(self._own_shown + _OWN_AT_ONCE)

    def _show_some(self, until: int) -> None:
        """Show a few at a time, so that the window goes on between them."""
        self._own_shown += _IN_ONE_GO
        self.offer(self._catalog)
        if self._own_shown < until:
            in_turn(self, partial(self._show_some, until))

    def _put_chips(self, chosen: Collection[catalog.SignalId]) -> None:
        """Show a chip for each signal on offer; those that are there already stay."""
        offered = self._offered(chosen)
        gone = self._chips.keys() - {signal.id for signal in offered}
        for old in map(self._chips.pop, gone):
            old.hide()
            old.deleteLater()
        for category in self._catalog.categories.values():
            signals = [signal for signal in offered if signal.group is category.group]
            self._fill(category, signals)
        self._chips = {signal.id: self._chips[signal.id] for signal in offered}
        left = sum(signal.id not in self._chips for signal in self._own(chosen))
        self.more.setText(ngettext("{n} more of your own", "{n} more of your own", left))
        self.more.setVisible(left > 0)
        if self._was_sized:  # before that, the width says nothing
            self._put_in_order()
            self._arrange()

    def _put_in_order(self) -> None:
        """Let Tab come by the chips where they stand, however late they were made."""
        in_order([self.own_words, *self._chips.values(), self.more, self.own_words])

    def _group(self, category: catalog.Category) -> QWidget:
        holder = QWidget()
        title = label(category.title, "strong", wrap=True)
        holder.setLayout(column(title, self._rooms[category.group], None, gap=6))
        return holder

    def _fill(self, category: catalog.Category, signals: Iterable[catalog.Signal]) -> None:
        room = self._rooms[category.group]
        while room.takeAt(0) is not None:
            pass
        for signal in signals:
            chip = self._chips.get(signal.id) or self._chip(signal)
            self._dress(chip, signal, category)
            room.addWidget(chip)

    def _chip(self, signal: catalog.Signal) -> QPushButton:
        chip = Chip(signal.label)
        chip.setProperty("group", signal.group.value)
        chip.setProperty("own", signal.is_own)
        chip.installEventFilter(self)
        chip.clicked.connect(self.changed)
        chip.installEventFilter(self._arrows)
        self._chips[signal.id] = chip
        return chip

    @staticmethod
    def _dress(chip: QPushButton, signal: catalog.Signal, category: catalog.Category) -> None:
        """Give a chip the words that its signal has now."""
        about = [category.title, _("your own signal") if signal.is_own else "", signal.meaning]
        chip.setAccessibleDescription(". ".join(filter(None, about)))
        chip.setAccessibleName(signal.label)
        chip.setProperty("meaning", signal.meaning)

    @staticmethod
    def _invitation() -> str:
        return _("Choose what you recognise, or nothing. Point at one to read what it stands for.")
