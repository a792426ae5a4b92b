"""The pages of a summary as they will be, drawn when they come into view."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from onveilig_desktop import journal
from onveilig_desktop.report.in_view import View
from onveilig_desktop.report.pages import Page, page_picture
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import theme
from onveilig_desktop.ui.forms import label
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.waiting import tell_to_wait

_GAP = 14
_WIDEST = 820
_NARROWEST = 320
_USUAL = 560
_A4 = 297 / 210
_SETTLE_MS = 60
_PATIENCE_MS = 200


class PagePreview(QScrollArea):
    """Holds the file itself, in memory; each page is asked of the worker when it is seen."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._pdf = b""
        self._sheets: list[_Sheet] = []
        self._ground = QWidget()
        self._column = QVBoxLayout(self._ground)
        self._column.setSpacing(_GAP)
        self._column.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        self._line = label("", "muted", wrap=True)
        self._line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._line.hide()
        self._column.addWidget(self._line)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._tell_to_wait)
        self.setWidget(self._ground)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("The pages as they will be"))
        self.setProperty("kind", "reading")
        self.setMinimumWidth(_NARROWEST)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(lambda _place: self._settle.start())

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._sheets)

    @property
    def is_drawn(self) -> bool:
        """Whether every page in view is there."""
        return bool(self._sheets) and all(sheet.is_drawn for sheet in self._in_view())

    def show_pdf(self, pdf: bytes, pages: int) -> None:
        """Show another file; the place in it stays."""
        self._pdf = pdf
        self._patience.stop()
        self._line.hide()
        while len(self._sheets) < pages:
            sheet = _Sheet(len(self._sheets) + 1)
            self._sheets.append(sheet)
            self._column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        while len(self._sheets) > pages:
            self._sheets.pop().deleteLater()
        for sheet in self._sheets:
            sheet.is_drawn = False
        self._fit()

    @property
    def view(self) -> View:
        """What is in view; no page while out of sight."""
        numbers = [sheet.number - 1 for sheet in self._in_view()]
        return View(numbers, self.pages, self._dots if numbers else 0)

    @property
    def _dots(self) -> int:
        return round(self._sheets[0].width() * self.devicePixelRatioF())

    def show_beforehand(self, pages: Sequence[tuple[int, Page]]) -> None:
        """Show these pages of a file that is still being made; numbers count from nothing."""
        for number, page in pages:
            if number < len(self._sheets):
                self._sheets[number].show_page(page, self.devicePixelRatioF())

    def hide_pages(self) -> None:
        """Let go of every picture and of the file."""
        self.show_pdf(b"", 0)

    def hide_with_texts(self) -> None:
        """Let go of them, and say why there is nothing to see."""
        self.hide_pages()
        self._line.setText(_("The pages are hidden, like your texts."))
        self._line.show()

    def wait(self, waits: bool) -> None:
        """Say that pages are on their way, if there is none to look at meanwhile."""
        if waits and not self._sheets and self._line.isHidden():
            self._patience.start()
        elif not waits:
            self._patience.stop()

    def sizeHint(self) -> QSize:
        """Ask for a page that can be read, and leave what is over to the choices."""
        return QSize(_USUAL, round(_USUAL * _A4))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Draw as wide as there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = min(_WIDEST, self.viewport().width() - 2 * _GAP)
        for sheet in self._sheets:
            sheet.fit(max(1, width))
        self._settle.start()

    def _tell_to_wait(self) -> None:
        self._line.setText(_("The pages will be here in a moment."))
        tell_to_wait(self._line, waits=True)

    def _in_view(self) -> list["_Sheet"]:
        view = self.viewport()
        return [
            sheet
            for sheet in self._sheets
            if view.rect().intersects(QRect(sheet.mapTo(view, QPoint()), sheet.size()))
        ]

    def _ask(self) -> None:
        for sheet in self._in_view():
            if not sheet.is_drawn:
                number = sheet.number - 1
                work = partial(_drawn, pdf=self._pdf, number=number, width=self._dots)
                done = partial(self._show, self._pdf, sheet.number)
                self._session.ask(work, done, owner=sheet)

    def _show(self, pdf: bytes, number: int, page: Page) -> None:
        if pdf is self._pdf and number <= len(self._sheets):
            self._sheets[number - 1].show_page(page, self.devicePixelRatioF())


class _Sheet(QWidget):
    """One page."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self.is_drawn = False
        self._image = QImage()
        self.setAccessibleName(_("Page {n}").format(n=number))

    def fit(self, width: int) -> None:
        size = QSize(width, round(width * _A4))
        if size != self.size():
            self.is_drawn = False
            self.setFixedSize(size)

    def show_page(self, page: Page, ratio: float) -> None:
        kind = QImage.Format.Format_RGBX8888
        self._image = QImage(page.rgba, page.width, page.height, kind).copy()
        self._image.setDevicePixelRatio(ratio)
        self.is_drawn = True
        self.update()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self.is_drawn:  # dot for dot: stretched by one, a row of letters loses a line
            painter.drawImage(QPoint(), self._image)
        else:
            painter.drawImage(self.rect(), self._image)
        painter.setPen(theme.load_colour("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        self.update()


def _drawn(_opened: journal.Journal, *, pdf: bytes, number: int, width: int) -> Page:
    return page_picture(pdf, number, width)
