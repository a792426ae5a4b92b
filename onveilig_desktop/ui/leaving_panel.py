"""Before a file leaves, and after: who can find it, a password, and a way to take it back."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from onveilig_desktop.surroundings import synced_by
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.flow_layout import flow
from onveilig_desktop.ui.forms import button, card, column, label, scrolling, stand_out
from onveilig_desktop.ui.passphrase_field import PassphraseField
from onveilig_desktop.ui.path_words import breakable
from onveilig_desktop.ui.typing_pause import TypingPause


class LeavingPanel(QWidget):
    """Takes the place of the choices while a file is on its way out."""

    place_wanted = Signal(str)
    """The person wants to choose where it goes; with the password, or nothing."""
    delete_wanted = Signal(object)
    weigh_wanted = Signal(str)
    """At a pause in typing: how hard the password is to guess."""
    print_wanted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.password = PassphraseField(_("Password for the file, if you want one"))
        self._pause = TypingPause(self)
        self._pause.came.connect(self._weigh)
        self.password.line.typed.connect(self._pause.typed)
        self._strength = label("", "muted", wrap=True)
        self._strength.hide()
        self.place = button(_("Choose where …"), "primary")
        self.place.clicked.connect(lambda: self.place_wanted.emit(self.password.text()))
        self.back = button(_("Back"))
        self.back.clicked.connect(self.left)
        self.print = button(_("Print on paper …"), describe=_queue())
        self.print.clicked.connect(self.print_wanted)
        self.message = label("", wrap=True)
        self.delete = button(_("Delete this copy"))
        self.delete.clicked.connect(self._delete)
        self._path: Path | None = None
        self._reach = label(reach_words(), "muted", wrap=True)
        self._lay_out()
        self.begin()

    def _lay_out(self) -> None:
        body = QWidget()
        body.setLayout(
            column(
                label(_("Who can find this file?"), "heading", wrap=True),
                label(who_words(), wrap=True),
                self.password,
                self._strength,
                label(_how_to_tell(), "muted", wrap=True),
                self.message,
                self._reach,
                flow(self.back, self.delete, self.place),
                label(_queue(), "muted", wrap=True),
                flow(self.print),
                None,
                gap=12,
                margin=4,
            )
        )
        self.setLayout(column(card(column(scrolling(body), margin=14))))

    def begin(self) -> None:
        """Start before the file is there; the password typed for another one is forgotten."""
        self.password.line.clear()
        self._strength.hide()
        self.say("")
        self._show_saved(None)

    def say(self, sentence: str) -> None:
        """Tell what happened."""
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))

    def weighed(self, typed: str, sentence: str) -> None:
        """Tell how hard *typed* is to guess, if it still stands there."""
        if typed == self.password.text():
            self._strength.setText(sentence)
            self._strength.setVisible(bool(sentence))

    def saved(self, path: Path) -> None:
        """Tell where it is, and offer to delete it."""
        where = _("Saved: {path}").format(path=breakable(path))
        service = synced_by(path.parent)
        self.say(f"{where}\n{synced_words(service)}" if service else where)
        self._show_saved(path)
        self.back.setFocus()  # which says «done» now; Enter would have saved another one

    def deleted(self) -> None:
        """Tell that the copy is gone."""
        self.say(_("This copy is deleted."))
        self._show_saved(None)

    def _show_saved(self, path: Path | None) -> None:
        self._path = path
        self.delete.setVisible(path is not None)
        self._reach.setVisible(path is not None)
        self.back.setText(_("Back") if path is None else _("Done"))
        self.place.setText(_("Choose where …") if path is None else _("Save another …"))
        ways = (self.place, self.back) if path is None else (self.back, self.place)
        stand_out(*ways)

    def _delete(self) -> None:
        self.delete_wanted.emit(self._path)

    def _weigh(self) -> None:
        self._pause.rest()
        self.weigh_wanted.emit(self.password.text())


def who_words() -> str:
    """Return who may find a file, and read it."""
    return _(
        "Anyone who uses this computer may come across it, also in lists of recent files. "
        "A stick that you keep with you is safer than a folder here. What is in the file "
        "can be read by whoever has it."
    )


def _how_to_tell() -> str:
    return _(
        "Give the password in another way than the file: by phone when the file goes by mail, "
        "for example. Without it nobody can open the file, not even you."
    )


def _queue() -> str:
    return _(
        "Printing goes through the print system of this computer, which remembers that something "
        "called «Notes» was printed, and when. A printer may keep the pages too."
    )


def reach_words() -> str:
    """Return what deleting a file does not undo."""
    return _(
        "Deleting reaches this copy alone: not one that was sent, printed, synced or backed up, "
        "and traces on the disk may be found by someone who looks for them."
    )


def synced_words(service: str) -> str:
    """Return what it means that *service* copies the folder to other devices."""
    return _(
        "This folder seems to be copied to other devices by {service}. Whoever can look there "
        "can read the file."
    ).format(service=service)
