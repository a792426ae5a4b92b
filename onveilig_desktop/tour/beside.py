"""What lies beside the way: files, wordings, threads, copies; and a journal that is damaged."""

from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from onveilig_desktop.demo import PASSPHRASE
from onveilig_desktop.errors import DiskFullError
from onveilig_desktop.journal import EntryId
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.tour.guide import Guide
from onveilig_desktop.ui.about_page import AboutPage
from onveilig_desktop.ui.attachments_panel import AttachmentsPanel
from onveilig_desktop.ui.copies_page import CopiesPage
from onveilig_desktop.ui.damaged_ways import DamagedWays
from onveilig_desktop.ui.entry_reader import EntryReader
from onveilig_desktop.ui.locked_page import LockedPage
from onveilig_desktop.ui.moving_page import MovingPage
from onveilig_desktop.ui.patterns_page import PatternsPage
from onveilig_desktop.ui.signal_table import SignalLines
from onveilig_desktop.ui.thread_chooser import ThreadChooser
from onveilig_desktop.ui.thread_reader import ThreadReader
from onveilig_desktop.ui.versions_page import VersionsPage
from onveilig_desktop.ui.workspace import Workspace

_TORN_OFF = 4096
"""How many bytes of a journal are lost, to show what is said about it then."""
_LONG_NAME = 32
"""Letters in the name of the file with everything in it."""


def show_kept(guide: Guide, workspace: Workspace) -> None:
    """Take a picture of what is kept with an entry, of what is tied to it, and of the copies."""
    reader = _write_twice(guide, workspace)
    assert isinstance(reader, EntryReader)  # noqa: S101 - the entry was just saved
    entry_id = reader.entry_id
    _files(guide, workspace, reader.attachments)
    workspace.visit(partial(VersionsPage, entry_id=entry_id))
    guide.picture("r-wordings")
    _threads(guide, workspace, entry_id)
    _behind(guide, workspace)
    workspace.visit(CopiesPage)
    copies = workspace.findChildren(CopiesPage)[-1]
    guide.settle()
    copies.make.click()
    guide.picture_now("s-copy-begun")
    guide.settle()
    guide.picture("s-copy-made")
    copies.say(_(DiskFullError.sentence))
    copies.list.remove.click()
    guide.picture("s-copy-question")
    for name in ("take", "bring"):
        workspace.visit(MovingPage)
        moving = workspace.findChildren(MovingPage)[-1]
        (moving.bring if name == "bring" else moving.take_all).click()
        guide.picture(f"s-moving-{name}")
    workspace.visit(AboutPage)
    workspace.findChildren(AboutPage)[-1].show_licences.click()
    guide.picture("s-licences")


def show_damage(guide: Guide) -> None:
    """Take a picture of what is said of a torn journal, and of what can still be read of it."""
    window = guide.window
    held = next(each for each in guide.folder.iterdir() if len(each.name) == _LONG_NAME)
    held.write_bytes(held.read_bytes()[:-_TORN_OFF])
    locked = window.centralWidget()
    assert isinstance(locked, LockedPage)  # noqa: S101 - the journal was locked
    locked.passphrase.line.setText(PASSPHRASE)
    locked.unlock.click()
    guide.picture("z-torn")
    window.findChildren(DamagedWays)[-1].read.click()
    guide.settle()
    guide.picture("z-read-only")
    window.lock()
    guide.settle()


def _write_twice(guide: Guide, workspace: Workspace) -> QWidget | None:
    workspace.show_page(0)
    page = workspace.journal_page
    draft, reader = guide.draft(workspace), page.side.currentWidget()
    page.write(draft)
    for words in (f"{draft.text} {draft.text}", draft.text):
        if page.editor is not None:
            page.editor.text.setPlainText(words)
            page.editor.save.click()
        guide.settle()
        reader = page.side.currentWidget()
        if isinstance(reader, EntryReader) and words != draft.text:
            reader.edit.click()
            guide.settle()
    return reader


def _files(guide: Guide, workspace: Workspace, panel: AttachmentsPanel) -> None:
    photo = guide.target / f"{guide.name}-1-first-start.png"
    panel.take([photo, photo.with_name("z")])
    guide.settle()
    guide.picture("r-with-a-file")
    panel.files.findChildren(QPushButton)[-1].click()
    guide.picture("r-file")
    workspace.show_page(0)


def _threads(guide: Guide, workspace: Workspace, entry_id: EntryId) -> None:
    workspace.visit(partial(ThreadChooser, entry_id=entry_id))
    guide.settle()
    workspace.findChildren(ThreadChooser)[-1].tie.click()
    guide.settle()
    workspace.visit(partial(ThreadReader, entry_id=entry_id))
    guide.picture("r-thread")


def _behind(guide: Guide, workspace: Workspace) -> None:
    page = workspace.show_page(1)
    assert isinstance(page, PatternsPage)  # noqa: S101 - the second page
    guide.settle()
    page.findChildren(SignalLines)[0].entries.click()
    guide.picture("r-entries-behind")
