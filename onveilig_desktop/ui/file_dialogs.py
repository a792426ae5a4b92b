"""Asking for a folder or a file, in the person's language and leaving no trace of it.

Not the dialogs of the system: those keep lists of what was used lately. Qt's own speak
the language only in part, so each word in sight is given to them.
"""

from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from onveilig_desktop.texts import gettext as _


def ask_folder(parent: QWidget, question: str, *, shows_hidden: bool = False) -> Path | None:
    """Ask for a folder; nothing when the person cancels."""
    asking = folder_dialog(parent, question)
    if shows_hidden:
        asking.setFilter(asking.filter() | QDir.Filter.Hidden)
    return _answer(asking)


def ask_file(parent: QWidget, question: str) -> Path | None:
    """Ask for a file that is there, of any kind; nothing when the person cancels."""
    return _answer(file_dialog(parent, question))


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
    return asking


def _label(asking: QFileDialog, *, name: str, accept: str) -> None:
    part = QFileDialog.DialogLabel
    for label, words in (
        (part.LookIn, _("Look in:")),
        (part.FileName, name),
        (part.FileType, _("Kind:")),
        (part.Accept, accept),
        (part.Reject, _("Cancel")),
    ):
        asking.setLabelText(label, words)


def _answer(asking: QFileDialog) -> Path | None:
    chosen = Path(asking.selectedFiles()[0]) if asking.exec() else None
    asking.deleteLater()
    return chosen
