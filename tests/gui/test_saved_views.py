"""Views: a question that is kept under a name, not a copy of what it found."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from onveilig_desktop.catalog import SignalId
from onveilig_desktop.journal import Draft, Query
from searching import save, search, wait

HIDING, LISTENING = SignalId("unsafety.hiding"), SignalId("friction.listening")


def test_a_view_is_kept_asked_again_renamed_and_removed(noted):
    bar = noted.page.journal_page.search
    views = bar.panel.views
    noted.click(bar.filter)
    assert not views.name.isVisible()
    assert views.y() > bar.panel.signals.y()  # what is asked now comes first
    search(noted, "ruzie")
    noted.click(views.keep)
    assert views.state.text() == "Give this view a name first."
    noted.type(views.name, "  Money & rows ")
    noted.click(views.keep)
    assert views.chip("Money & rows").isChecked()
    noted.click(bar.show_all)
    assert not views.chip("Money & rows").isChecked()
    save(noted, Draft(text="Nog een ruzie.", day="2-11-2026"))
    noted.click(views.chip("Money & rows"))
    assert bar.box.text() == "ruzie"
    assert len(noted.stories()) == 3
    views.name.clear()
    noted.type(views.name, "Rows")
    noted.click(views.rename)
    assert views.chip("Rows").isChecked()
    noted.click(views.remove)
    assert views._buttons() == []
    assert len(noted.stories()) == 3


def test_two_views_cannot_have_one_name(noted):
    bar = noted.page.journal_page.search
    views = bar.panel.views
    noted.click(bar.filter)
    for words in ("ruzie", "thuis"):
        search(noted, words)
        noted.type(views.name, "Same")
        QTest.keyClick(views.name, Qt.Key.Key_Return)
        noted.settle()
    assert "already a view" in views.state.text()
    assert len(views._buttons()) == 1


def test_views_are_there_after_the_next_unlock(noted):
    bar = search(noted, "geld")
    noted.click(bar.filter)
    bar.panel.facts.chip("repair_open").click()
    wait(noted)
    noted.type(bar.panel.views.name, "Open")
    noted.click(bar.panel.views.keep)
    noted.lock()
    noted.unlock()
    bar = noted.page.journal_page.search
    assert not bar.unfolded.isVisible()
    noted.click(bar.filter)
    noted.click(bar.panel.views.chip("Open"))
    assert noted.stories() == ["Eén ruzie over geld."]
    assert bar.panel.query(bar.box.text()) == Query(text="geld", repair_open=True)
