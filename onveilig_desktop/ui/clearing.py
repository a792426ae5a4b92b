"""What is left of removed files, overwritten some at a time."""

from PySide6.QtCore import QObject, Signal

from onveilig_desktop.ui.session import Session


class Clearing(QObject):
    """Goes on when the page that asked is left; ends with the session, or when all is done.

    Each step is a job of its own, so that a save in between need not wait for all. What a
    session leaves is gone on with in the next one.
    """

    went_on = Signal(object)
    """How many bytes are left; nothing of a removed file can be read of them."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session

    def begin(self) -> None:
        """Overwrite all that is left, where something can be written."""
        if self._session.is_read_only:
            return
        self._session.ask(
            lambda opened: opened.attachments.clear(), self._go_on, owner=self, failed=self._fail
        )

    def _go_on(self, left: int) -> None:
        self.went_on.emit(left)
        if left:
            self.begin()
        else:
            self.deleteLater()

    def _fail(self, error: Exception) -> None:
        self.deleteLater()
        self._session.fail(error)
