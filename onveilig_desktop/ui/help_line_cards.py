"""Help lines to read and to copy: shown, never dialled, never opened."""

from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from onveilig_desktop import catalog, texts
from onveilig_desktop.errors import N_
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.forms import button, card, column, label, row, stops_in, walked_before
from onveilig_desktop.ui.in_turn import in_turn
from onveilig_desktop.ui.late_fold import LateFold, Parts
from onveilig_desktop.ui.lent_text import LentText
from onveilig_desktop.ui.rail_button import is_narrow
from onveilig_desktop.ui.reading import above, reading

_FOR: Final = {
    catalog.HelpKind.EMERGENCY: N_("In direct danger."),
    catalog.HelpKind.POLICE: N_("For what can wait."),
    catalog.HelpKind.VIOLENCE: N_("To talk about violence and about what feels unsafe."),
    catalog.HelpKind.SEXUAL: N_("After sexual violence."),
    catalog.HelpKind.AFTERWARDS: N_("After something was done to you."),
    catalog.HelpKind.SUICIDE: N_("When you think of suicide."),
    catalog.HelpKind.LISTENING: N_("To be listened to."),
}
_COST: Final = {
    catalog.Cost.FREE: N_("A call is free."),
    catalog.Cost.LOCAL: N_("A call costs the local rate."),
    catalog.Cost.UNKNOWN: "",
}

_IN_ONE_GO: Final = 3


class HelpLineCard(QWidget):
    """One line: what it is for at the left, its numbers and a way to copy them at the right."""

    def __init__(self, line: catalog.HelpLine, lent: LentText) -> None:
        super().__init__()
        self._lent = lent
        self.copies = [self._copy_button(phone) for phone in line.phones]
        self.copied = above("", "small")
        self.copied.hide()
        words = reading(told(line), f"{line.name}. {told(line)}")
        source = above(known_from(line), "small")
        left = column(above(line.name, "strong"), words, source, self.copied, gap=3)
        numbers = [
            row(None, _number(phone), copy)
            for phone, copy in zip(line.phones, self.copies, strict=True)
        ]
        whole = row(left, column(*numbers, None, gap=6), gap=16)
        whole.setStretch(0, 1)
        if is_narrow(self):
            whole.setDirection(QBoxLayout.Direction.TopToBottom)
        self.setLayout(whole)

    def _copy_button(self, phone: str) -> QPushButton:
        made = button(_("Copy"), describe=_("Leaves the clipboard after 30 seconds"), icon="copy")
        made.setAccessibleName(_("Copy {number}").format(number=phone))
        made.clicked.connect(partial(self._copy, phone))
        return made

    def _copy(self, phone: str) -> None:
        self._lent.lend(phone)
        self.copied.setText(_("Copied. It leaves the clipboard after 30 seconds."))
        self.copied.show()


class HelpLineCards(QWidget):
    """The lines of the nearest country, and those of the others folded away.

    They are made a few at a time, so that the window goes on in between.
    """

    def __init__(self, lent: LentText) -> None:
        super().__init__()
        self._lent = lent
        known = catalog.help_lines()
        near, *far = known.nearest_first(texts.language(), territory())
        self._left = list(known.of(near.id))
        self._near = cards(above(near.name, "heading"), (), lent)
        self.others = [
            LateFold(country.name, partial(self._of, known.of(country.id))) for country in far
        ]
        others = [card(column(fold, margin=6)) for fold in self.others]
        self.setLayout(column(card(self._near), *others, gap=10))
        self._show_some()

    def _show_some(self) -> None:
        some, self._left = self._left[:_IN_ONE_GO], self._left[_IN_ONE_GO:]
        for line in some:
            made = HelpLineCard(line, self._lent)
            self._near.addWidget(made)
            walked_before(self.others[0].toggle, stops_in(made))
        if self._left:
            in_turn(self, self._show_some)

    def _of(self, lines: Iterable[catalog.HelpLine]) -> Parts:
        return [HelpLineCard(line, self._lent) for line in lines]


def cards(title: QLabel, lines: Iterable[catalog.HelpLine], lent: LentText) -> QVBoxLayout:
    """Return *lines* below their *title*."""
    return column(title, *(HelpLineCard(line, lent) for line in lines), gap=14, margin=16)


def told(line: catalog.HelpLine) -> str:
    """Return what *line* is for and what is known of it, with where to read on."""
    bill = _("A call does not show on the bill.") if line.on_bill is catalog.OnBill.NEVER else ""
    said = (_(_FOR[line.kind]), line.fact, _COST[line.cost] and _(_COST[line.cost]), bill)
    return "\n".join([" ".join(filter(None, said)), *line.sites])


def known_from(line: catalog.HelpLine) -> str:
    """Return from where *line* is known, and until when that was looked up."""
    source = _("Source: {sites}.").format(sites=texts.listing(line.sources)) if line.sources else ""
    passed_on = _("Passed on by others, not read on a site of its own.")
    checked = _("Looked up no later than {month}.").format(
        month=texts.day_words(line.checked_on, "month")
    )
    return " ".join(filter(None, [source, passed_on if line.is_second_hand else "", checked]))


def territory() -> str:
    """Return the country that the system is set to, as ISO 3166 writes it."""
    return QLocale.territoryToCode(QLocale.system().territory())


def _number(phone: str) -> QLabel:
    return label(phone, "heading")
