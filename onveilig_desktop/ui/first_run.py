"""Making a journal: asks where and how, makes it on the worker, and shows its recovery code."""

from collections.abc import Callable
from pathlib import Path
from secrets import SystemRandom
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from onveilig_desktop import paths
from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.journal import Gate
from onveilig_desktop.journal.recovery_code import GROUPS, RecoveryCode
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.file_dialogs import ask_folder
from onveilig_desktop.ui.forms import button, card, centred, column, label, row
from onveilig_desktop.ui.recovery_words import what_it_is
from onveilig_desktop.ui.session import Opened
from onveilig_desktop.ui.shown_code import ShownCode
from onveilig_desktop.ui.tasks import Tasks
from onveilig_desktop.ui.way_out import way_out
from onveilig_desktop.ui.welcome_page import Step, WelcomePage

if TYPE_CHECKING:  # which shows it
    from onveilig_desktop.ui.window import MainWindow

_ASKED = 2


class FirstRun(QObject):
    """Lives as long as the page that it shows.

    Args:
        window: shows it.
        folder: where the journal will be, unless another is chosen.
        gate_at: makes the gate of the folder that was chosen.
        tasks: the worker.
    """

    def __init__(
        self, window: "MainWindow", folder: Path, gate_at: Callable[[Path], Gate], tasks: Tasks
    ) -> None:
        self.page = WelcomePage(folder, tasks)
        super().__init__(self.page)
        self._window = window
        self._gate_at = gate_at
        self.page.create_wanted.connect(self._create)
        self.page.folder_wanted.connect(self._ask_folder)
        self.page.not_now_wanted.connect(window.close)

    def begin(self, step: Step) -> None:
        """Show the page from *step* on."""
        self._window.setCentralWidget(self.page)
        self.page.show_step(step)

    def _ask_folder(self) -> None:
        folder = ask_folder(self._window, _("Choose a folder for the new journal"))
        if folder is not None:
            self.page.keep_in(paths.own_place(folder))

    def _create(self, passphrase: str) -> None:
        gate_at, folder, wants_code = self._gate_at, self.page.folder, self.page.code.value()
        codes: list[RecoveryCode] = []

        def make() -> Opened:
            gate = gate_at(folder)
            journal = gate.create(passphrase)
            if not wants_code:
                return gate, journal
            try:
                codes.append(gate.keys.make_code(passphrase))
            except OnveiligError:
                return gate, journal, _no_code_words()
            return gate, journal

        self._window.enter(make, lambda opened: self._made(opened, codes))

    def _made(self, opened: Opened, codes: list[RecoveryCode]) -> None:
        window = self._window
        if not codes:
            window.show_journal(opened)
            return
        shown = CodePage(codes.pop())
        shown.finished.connect(lambda: window.show_journal(opened))
        shown.exit_wanted.connect(window.leave)
        window.show_before(opened, shown)


def _no_code_words() -> str:
    return _("The recovery code could not be made. You can make one in the settings.")


class CodePage(QWidget):
    """The recovery code of a new journal, to write down before the first entry."""

    finished = Signal()
    exit_wanted = Signal()

    def __init__(self, code: RecoveryCode) -> None:
        super().__init__()
        self.shown = ShownCode()
        self.shown.finished.connect(self.finished)
        self.later = button(
            _("Go on without it"), describe=_("You can make another one in the settings")
        )
        self.later.clicked.connect(self.finished)
        title, about = label(_("Recovery code"), "title"), label(what_it_is(), wrap=True)
        ways = row(self.later, None, way_out(self.exit_wanted.emit))
        body = card(column(title, about, self.shown, ways, gap=14, margin=32))
        self.setLayout(column(centred(body)))
        asked = sorted(SystemRandom().sample(range(1, GROUPS + 1), _ASKED))
        self.shown.show_code(code, asked)
        self.setFocusProxy(self.shown.written)
