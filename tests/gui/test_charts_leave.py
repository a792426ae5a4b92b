"""A chart as a file: who can find it is said before, and the copy can be deleted after."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from looking import come_to_rest, patterns, says
from moving import answer, told, words
from onveilig_desktop.report.charts import Kind
from onveilig_desktop.ui.leaving_panel import reach_words, who_words
from onveilig_desktop.writing import FileTakenError

HIDING = "unsafety.hiding"
FORMS = pytest.mark.parametrize("form", ["png", "svg"])


@pytest.fixture
def pane(opened, home):
    """The first chart of a journal in which something came back."""
    for day in ("1-10-2026", "14-10-2026", "12-11-2026"):
        opened.write(f"story of {day}", HIDING, day=day)
    pane = patterns(opened).charts.pane
    pane.stage = opened
    return pane


def leaving(pane, form):
    pane.stage.click(pane.save_png if form == "png" else pane.save_svg)
    return pane.leaving


@FORMS
def test_it_is_said_first_who_can_find_the_file(pane, home, form):
    panel = leaving(pane, form)
    assert who_words() in told(panel)
    assert panel.back.hasFocus()
    assert list(home.rglob(f"*.{form}")) == []


@FORMS
def test_a_chart_is_saved_and_its_copy_deleted(pane, home, form):
    panel = leaving(pane, form)
    answer()
    pane.stage.click(panel.place)
    made = home / f"notes 2026-11-20.{form}"
    data = made.read_bytes()
    assert data.startswith(b"\x89PNG" if form == "png" else b"<?xml")
    assert b"atplotlib" not in data
    assert words(panel) == [f"Saved: {made}"]
    assert reach_words() in told(panel)
    pane.stage.click(panel.delete)
    assert not made.exists()
    assert words(panel) == ["This copy is deleted."]


def test_a_chart_takes_the_place_of_nothing_unasked(pane, home):
    panel = leaving(pane, "png")
    (home / "a.png").write_bytes(b"kept")
    panel.save_to(home / "a.png")
    pane.stage.settle()
    assert FileTakenError.sentence in told(panel)
    assert (home / "a.png").read_bytes() == b"kept"


def test_whoever_goes_back_or_to_another_chart_sees_the_chart_alone(pane):
    panel = leaving(pane, "svg")
    pane.stage.click(panel.back)
    assert pane.leaving is None
    assert pane.save_svg.hasFocus()
    leaving(pane, "png")
    page = patterns(pane.stage)
    pane.stage.click(page.charts.kind.chip(Kind.WEEK))
    come_to_rest(pane.stage, page)
    assert pane.leaving is None
    assert not says(page, who_words())


def test_tab_comes_by_it_between_the_chart_and_the_rest(pane):
    panel = leaving(pane, "png")
    pane.save_svg.setFocus()
    for stop in (panel.back, panel.place):
        QTest.keyClick(pane.window().focusWidget(), Qt.Key.Key_Tab)
        assert stop.hasFocus()
