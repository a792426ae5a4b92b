"""Nothing is cut off where the journal is taken along and brought in."""

import pytest

from cut_off import LEAST, cut_off
from moving import visit
from onveilig_desktop import texts
from onveilig_desktop.ui import language
from onveilig_desktop.ui.frames import Fitted

LOGBOOK = "Datum;Tekst;Wie\n1-2-2026;x;y\n31-2-2026;een dag die niet bestaat;y\n"


@pytest.fixture(params=["nl", "en"])
def page(request, opened):
    """The page, at its smallest."""
    language.speak(request.param)
    opened.lock()
    opened.window.resize(*LEAST)
    opened.unlock()
    opened.write("x", day="2-2-2026")
    yield visit(opened)
    texts.use("en")


def every(page, home):
    yield "ways"
    page.stage.click(page.take_all)
    yield "take along"
    page.panel.save_to(home / "a.json")
    page.stage.settle()
    page.panel.save_to(home / "a.json")
    yield "taken along, and asked"
    page.stage.click(page.panel.back)
    page.stage.click(page.bring)
    yield "bring in"
    (home / "a.csv").write_text(LOGBOOK)
    page.panel.look_in(home / "a.csv")
    yield "logbook"
    page.panel.work.stop.click()
    page.panel.work.show()
    yield "stopping"
    page.stage.click(page.panel.add)
    yield "added"


def test_nothing_is_cut_off(page, tmp_path):
    wrong = {}
    for name in every(page, tmp_path):
        page.stage.settle()
        if found := cut_off(page.stage.window):
            wrong[name] = found
    assert wrong == {}


@pytest.mark.parametrize("way", ["take_all", "take_table", "bring"])
def test_a_card_is_no_taller_than_what_it_holds(opened, way):
    opened.window.resize(1280, 820)
    page = visit(opened)
    opened.click(getattr(page, way))
    opened.settle()
    [fields] = [each for each in page.panel.findChildren(Fitted) if each.isVisible()]
    assert fields.verticalScrollBar().maximum() == 0
    assert fields.height() < page.panel.height() / 2
    below = page.panel.back.mapTo(fields, page.panel.back.rect().bottomLeft()).y()
    assert 0 <= fields.height() - below <= 30
