"""What the pages can look like as well: found, folded out, empty, refused, asked."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog

from onveilig_desktop import texts
from onveilig_desktop.errors import DiskFullError
from onveilig_desktop.journal import Draft
from onveilig_desktop.report.charts import Kind
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.tour.beside import show_kept
from onveilig_desktop.tour.guide import Guide, Opened
from onveilig_desktop.ui.bin_page import BinPage
from onveilig_desktop.ui.days_page import DaysPage
from onveilig_desktop.ui.days_page import Kind as Days
from onveilig_desktop.ui.entry_list_model import ROW_ROLE
from onveilig_desktop.ui.entry_reader import EntryReader
from onveilig_desktop.ui.file_dialogs import folder_dialog, new_file_dialog
from onveilig_desktop.ui.guide_page import GuidePage, Part
from onveilig_desktop.ui.in_view import bring_into_view
from onveilig_desktop.ui.patterns_page import PatternsPage
from onveilig_desktop.ui.settings_page import SettingsPage
from onveilig_desktop.ui.signal_table import SignalLines
from onveilig_desktop.ui.summary_page import SummaryPage
from onveilig_desktop.ui.thread_chooser import ThreadChooser
from onveilig_desktop.ui.workspace import Workspace

_IN_THE_STORY: Final[Mapping[texts.Language, str]] = {"nl": "zus", "en": "sister"}
"""A word that is looked for and found."""


def show(guide: Guide, workspace: Workspace) -> None:
    """Take a picture of each state of each page of an open journal."""
    for states in (_finding, _reading, _patterns, _summary, _days, _guide):
        states(guide, workspace)
    for states in (_settings, _bin, show_kept, _told):
        states(guide, workspace)


def show_beginning(guide: Guide, open_empty: Callable[[], Opened]) -> None:
    """Take a picture of each page of a journal in which nothing is written yet."""
    window = guide.window
    guide.refused()
    window.enter(open_empty)
    guide.settle()
    workspace = window.centralWidget()
    assert isinstance(workspace, Workspace)  # noqa: S101 - the story opens or raises
    for number, name in enumerate(("journal", "patterns", "summary", "days")):
        workspace.show_page(number)
        guide.picture(f"u-empty-{name}")
    window.lock()
    guide.settle()


def _finding(guide: Guide, workspace: Workspace) -> None:
    workspace.show_page(0)
    page = workspace.journal_page
    bar = page.search
    page.bring_up_list()
    for name, words in (("found", _IN_THE_STORY[texts.language()]), ("not-found", "zzz")):
        bar.box.setText(words)
        bar._ask()  # noqa: SLF001 - without the pause of someone who types
        guide.picture(f"i-{name}")
    bar.box.clear()
    bar._ask()  # noqa: SLF001 - as above
    bar.filter.click()
    guide.picture("i-filter")
    bar.filter.click()
    workspace.session.hide_texts(True)
    guide.picture("i-texts-hidden")
    workspace.session.hide_texts(False)


def _reading(guide: Guide, workspace: Workspace) -> None:
    page = workspace.journal_page
    story = guide.draft(workspace).text
    page.write(Draft(text="\n\n".join([" ".join([story] * 7)] * 9)))
    if page.editor is not None:
        page.editor.more.toggle.click()
        guide.picture("j-long-text")
        page.editor.save.click()
    guide.settle()
    reader = page.side.currentWidget()
    guide.picture("j-long-text-read")
    if isinstance(reader, EntryReader):
        workspace.visit(partial(ThreadChooser, entry_id=reader.entry_id))
        guide.picture("j-thread")
        workspace.show_page(0)
        page.delete(reader.entry_id)
        guide.picture("j-deleted")


def _patterns(guide: Guide, workspace: Workspace) -> None:
    page = workspace.show_page(1)
    assert isinstance(page, PatternsPage)  # noqa: S101 - the second page
    guide.settle()
    for kind in Kind:
        page.charts.show_kind(kind)
        guide.settle()
        _bring_up(page, page.charts.mapTo(page, QPoint()).y())
        guide.picture(f"k-chart-{kind}")
    page.charts.pane.as_table.click()
    guide.settle()
    _bring_up(page, page.charts.pane.as_table.mapTo(page, QPoint()).y())
    guide.picture("k-chart-table")
    page.charts.pane.as_table.click()
    lines = page.findChildren(SignalLines)
    lines[0].why.click()
    guide.settle()
    _bring_up(page, lines[0].mapTo(page, QPoint()).y())
    guide.picture("k-why")


def _bring_up(page: PatternsPage, down: int) -> None:
    bar = page.area.verticalScrollBar()
    bar.setValue(bar.value() + down)


def _summary(guide: Guide, workspace: Workspace) -> None:
    page = workspace.show_page(2)
    assert isinstance(page, SummaryPage)  # noqa: S101 - the third page
    for name, fold in page.choices.folds.items():
        fold.toggle.click()
        guide.picture(f"l-summary-{name}")
        fold.toggle.click()
    page.save.click()
    guide.picture("l-summary-leaving")
    page.leaving.back.click()


def _days(guide: Guide, workspace: Workspace) -> None:
    page = workspace.show_page(3)
    assert isinstance(page, DaysPage)  # noqa: S101 - the fourth page
    for kind in Days:
        page.show_kind(kind)
        guide.picture(f"m-days-{kind}")
    page.pauses.add.click()
    guide.picture("m-days-form")
    page.pause_form.left.emit()


def _guide(guide: Guide, workspace: Workspace) -> None:
    page = workspace.show_page(4)
    assert isinstance(page, GuidePage)  # noqa: S101 - the fifth page
    for part in Part:
        page.show_part(part)
        guide.picture(f"n-guide-{part}")
        page.parts[part].toggle.setChecked(False)


def _settings(guide: Guide, workspace: Workspace) -> None:
    for name in ("look", "preferences", "passphrase", "recovery", "copies", "place"):
        workspace.visit(SettingsPage)
        fold = workspace.findChildren(SettingsPage)[-1].folds[name]
        fold.toggle.click()
        guide.settle()
        bring_into_view(fold)
        guide.picture(f"o-settings-{name}")


def _bin(guide: Guide, workspace: Workspace) -> None:
    workspace.visit(BinPage)
    guide.picture("p-bin")
    workspace.findChildren(BinPage)[-1].erase.click()
    guide.picture("p-bin-question")


def _told(guide: Guide, workspace: Workspace) -> None:
    workspace.show_page(0)
    page = workspace.journal_page
    first = next(n for n in range(page.model.rowCount()) if page.model.index(n).data(ROW_ROLE).line)
    page.list.setCurrentIndex(page.model.index(first))
    workspace.session.fail(DiskFullError())
    guide.picture("q-error")
    for name, dialog in (
        ("folder", folder_dialog(workspace, _("Choose the folder of a journal"))),
        ("file", new_file_dialog(workspace, _("Where should the file be saved?"), "x.pdf")),
    ):
        _show(guide, dialog, name)


def _show(guide: Guide, dialog: QDialog, name: str) -> None:
    dialog.open()
    guide.picture(f"q-dialog-{name}", dialog)
    dialog.close()
    dialog.deleteLater()
