"""Asking for a folder or a file, in the person's language and leaving no trace of it.

Not the dialogs of the system: those keep lists of what was used lately. Qt's own speak
the language only in part, so each word in sight is given to them.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QSplitter, QToolButton, QWidget

from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import icons
from onveilig_desktop.ui.forms import wide

_SIZE: Final = (700, 440)
_PLACES: Final = 150
"""How wide the list of places is, in device-independent pixels."""
_DRESSED: Final = {"backButton": "back", "toParentButton": "up", "newFolderButton": "new"}
"""Qt's own icons are black on every ground."""
_LEFT_OUT: Final = (
    *("forwardButton", "listModeButton", "detailModeButton"),
    *("fileTypeLabel", "fileTypeCombo"),
)
"""There is one way to see the files, and one kind of them: a choice of one says nothing."""


def ask_folder(parent: QWidget, question: str, *, shows_hidden: bool = False) -> Path | None:
    """Ask for a folder; nothing when the person cancels."""
    asking = folder_dialog(parent, question)
    if shows_hidden:
        asking.setFilter(asking.filter() | QDir.Filter.Hidden)
    return _answer(asking)


def ask_file(parent: QWidget, question: str) -> Path | None:
    """Ask for a file that is there, of any kind; nothing when the person cancels."""
    return _answer(file_dialog(parent, question))


def ask_files(parent: QWidget, question: str) -> Sequence[Path]:
    """Ask for any number of files that are there; none when the person cancels."""
    asking = file_dialog(parent, question)
    asking.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _answers(asking)


def ask_new_file(parent: QWidget, question: str, name: str) -> Path | None:
    """Ask where a file goes that is to be called *name*; over another one only when confirmed.

    The ending of *name* is the kind of the file.
    """
    return _answer(new_file_dialog(parent, question, name))


def folder_dialog(parent: QWidget, question: str) -> QFileDialog:
    """Return a dialog in which only folders are seen."""
    asking = _dialog(parent, question)
    asking.setFileMode(QFileDialog.FileMode.Directory)
    asking.setOption(QFileDialog.Option.ShowDirsOnly)
    _label(asking, name=_("Folder:"), accept=_("Choose"))
    return asking


def file_dialog(parent: QWidget, question: str) -> QFileDialog:
    """Return a dialog for a file that is there."""
    asking = _dialog(parent, question)
    asking.setFileMode(QFileDialog.FileMode.ExistingFile)
    asking.setNameFilter(_("Any file") + " (*)")
    _label(asking, name=_("Name:"), accept=_("Choose"))
    return asking


def new_file_dialog(parent: QWidget, question: str, name: str) -> QFileDialog:
    """Return a dialog for a file that is not there yet, in the folder for documents."""
    asking = _dialog(parent, question)
    asking.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    asking.setFileMode(QFileDialog.FileMode.AnyFile)
    kind = Path(name).suffix.removeprefix(".")
    if kind.isalnum():  # the name of a file that is taken out may have none, or a strange one
        asking.setNameFilter(f"{kind.upper()} (*.{kind})")
        asking.setDefaultSuffix(kind)
    asking.selectFile(name)
    _label(asking, name=_("Name:"), accept=_("Save"))
    return asking


def usual_folder() -> Path:
    """Return the folder for documents, or else that of the person; never where we started."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    documents = QStandardPaths.writableLocation(place)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()


def _dialog(parent: QWidget, question: str) -> QFileDialog:
    asking = QFileDialog(parent, question, str(usual_folder()))
    asking.setOption(QFileDialog.Option.DontUseNativeDialog)
    asking.setViewMode(QFileDialog.ViewMode.List)  # the other has heads of columns
    asking.resize(*map(wide, _SIZE))
    _dress(asking)
    return asking


def _dress(asking: QFileDialog) -> None:
    for pressed in asking.findChildren(QToolButton):
        if pressed.objectName() in _DRESSED:
            icons.put(pressed, _DRESSED[pressed.objectName()])
    for part in asking.findChildren(QWidget):
        if part.objectName() in _LEFT_OUT:
            part.hide()
    for halves in asking.findChildren(QSplitter):
        halves.setSizes([wide(_PLACES), wide(_SIZE[0] - _PLACES)])


def _label(asking: QFileDialog, *, name: str, accept: str) -> None:
    part = QFileDialog.DialogLabel
    for label, words in (
        (part.LookIn, _("Look in:")),
        (part.FileName, name),
        (part.Accept, accept),
        (part.Reject, _("Cancel")),
    ):
        asking.setLabelText(label, words)


def _answer(asking: QFileDialog) -> Path | None:
    return next(iter(_answers(asking)), None)


def _answers(asking: QFileDialog) -> Sequence[Path]:
    chosen = [Path(each) for each in asking.selectedFiles()] if asking.exec() else []
    asking.deleteLater()
    return chosen
