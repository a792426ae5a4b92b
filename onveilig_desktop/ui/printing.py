"""Printing on paper: the only thing here that touches the print system of the computer.

That system keeps a queue on disk, with names, and may talk to a printer over the network.
So it is not even imported before the person asks for paper, and files never go this way.
"""

from functools import partial

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from onveilig_desktop import journal
from onveilig_desktop.report.pages import Page, page_picture
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.session import Session

DOTS = 300
"""Dots per inch: enough for small print, and a page of it is some megabytes."""
_WIDTH = round(210 / 25.4 * DOTS)


def neutral_printer() -> QPrinter:
    """Return a printer whose queue is told nothing but «Notes»."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setResolution(DOTS)
    printer.setFullPage(True)
    printer.setDocName(_("Notes"))
    printer.setCreator("")
    return printer


def has_printers() -> bool:
    """Say whether this computer knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def print_dialog(printer: QPrinter, parent: QWidget) -> QPrintDialog:
    """Return a dialog for paper alone: files have a way of their own that leaves less behind.

    The *printer* has to live as long as the dialog.
    """
    asking = QPrintDialog(printer, parent)
    asking.setOption(QPrintDialog.PrintDialogOption.PrintToFile, on=False)
    asking.setWindowTitle(_("Print"))
    return asking


def ask_printer(parent: QWidget) -> QPrinter | None:
    """Ask which printer; nothing when the person cancels."""
    printer = neutral_printer()
    asking = print_dialog(printer, parent)
    chosen = bool(asking.exec())
    asking.deleteLater()
    return printer if chosen else None


class Printing(QObject):
    """Puts one page after another on paper; each is drawn by the worker first.

    Args:
        pages: how many there are.
        printer: where they go; it begins at once.
    """

    done = Signal(int)
    """All is with the print system: so many pages."""

    def __init__(self, session: Session, pdf: bytes, pages: int, printer: QPrinter) -> None:
        super().__init__(session)
        self._session = session
        self._pdf = pdf
        self._pages = pages
        self._printer = printer
        self._painter = QPainter()
        self._next = 0

    def begin(self) -> bool:
        """Start; not when the printer takes nothing."""
        if not self._painter.begin(self._printer):
            return False
        self._ask()
        return True

    def _ask(self) -> None:
        work = partial(_drawn, pdf=self._pdf, number=self._next)
        self._session.ask(work, self._print, owner=self)

    def _print(self, page: Page) -> None:
        if self._next:
            self._printer.newPage()
        image = QImage(page.rgba, page.width, page.height, QImage.Format.Format_RGBX8888)
        sheet = self._printer.pageLayout().fullRectPixels(DOTS)
        self._painter.drawImage(QRect(0, 0, sheet.width(), sheet.height()), image)
        self._next += 1
        if self._next < self._pages:
            self._ask()
        else:
            self._painter.end()
            self.done.emit(self._pages)
            self.deleteLater()


def _drawn(_opened: journal.Journal, *, pdf: bytes, number: int) -> Page:
    return page_picture(pdf, number, _WIDTH)
