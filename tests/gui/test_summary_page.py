"""The summary: what leaves the program."""

import subprocess

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from looking import whole
from onveilig_desktop.report.pages import page_picture
from onveilig_desktop.report.period import Span
from onveilig_desktop.ui import theme
from onveilig_desktop.writing import FileGoneError
from summaries import HEATED, HIDING, made, summary, text_of

WORDS = "four loose words"


def entries(stage):
    return summary(stage).choices.entries


def test_only_the_ticked_entries_go_along_in_full(weekly, tmp_path):
    page = summary(weekly)
    ticks = page.choices.entries
    assert ticks.count.text() == "4 entries in this period · 0 included in full"
    ticks.model.tick(0)
    assert ticks.count.text() == "4 entries in this period · 1 included in full"
    made(weekly, page)
    page.save_to(tmp_path / "made.pdf")
    weekly.settle()
    assert whole(page.leaving.message.text()) == f"Saved: {tmp_path / 'made.pdf'}"
    assert page.leaving.back.hasFocus()
    assert page.leaving.back.text() == "Done"
    text = text_of(tmp_path / "made.pdf")
    assert "story of 12-11-2026" in text
    assert "story of 1-10-2026" not in text
    assert "3 different days" in text


def test_what_is_saved_is_what_was_shown_to_the_last_byte(weekly, tmp_path):
    page = summary(weekly)
    page.save_to(tmp_path / "a.pdf")
    page.save_to(tmp_path / "b.pdf")
    weekly.settle()
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    page.choices.entries.model.tick(0)
    made(weekly, page)
    page.save_to(tmp_path / "c.pdf")
    weekly.settle()
    assert (tmp_path / "c.pdf").read_bytes() != (tmp_path / "b.pdf").read_bytes()


@pytest.mark.parametrize("width", [412, 518, 519, 700])
def test_a_page_is_shown_dot_for_dot(weekly, width):
    """Stretched by a single dot, a row of letters loses a line."""
    page = summary(weekly)
    made(weekly, page)
    sheet = page.preview._sheets[0]
    sheet.fit(width)
    drawn = page_picture(page._made.pdf, 0, width)
    sheet.show_page(drawn, 1.0)
    shown = sheet.grab().toImage().convertToFormat(QImage.Format.Format_RGBX8888)
    inner = slice(1, sheet.height() - 1), slice(1, width - 1)
    seen, meant = dots(shown.constBits(), shown.width()), dots(drawn.rgba, drawn.width)
    assert (seen[inner] == meant[inner]).all()


def dots(pixels, width):
    return np.frombuffer(pixels, np.uint8).reshape(-1, width, 4)[:, :, :3]


def middle_of(ticks, row):
    return ticks.list.visualRect(ticks.model.index(row)).center()


def test_a_click_anywhere_on_a_line_ticks_it(weekly):
    ticks = entries(weekly)
    for ticked in (1, 0, 1):
        QTest.mouseClick(ticks.list.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(ticks, 1))
        assert len(ticks.model.ticked()) == ticked
    QTest.mouseClick(ticks.list.viewport(), Qt.MouseButton.RightButton, pos=middle_of(ticks, 1))
    QTest.keyClick(ticks.list, Qt.Key.Key_Space)
    assert len(ticks.model.ticked()) == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_box_is_seen_ticked_or_not(weekly, qapp, scheme):
    theme.apply(qapp, scheme)
    ticks = entries(weekly)
    ticks.model.tick(0)

    def colours(row):
        line = ticks.list.visualRect(ticks.model.index(row))
        shown = ticks.list.viewport().grab(line).toImage()
        points = ((x, y) for x in range(30) for y in range(shown.height()))
        return {shown.pixelColor(x, y).name() for x, y in points}

    worn = theme.load(scheme)
    assert {worn.accent, worn.on_accent} <= colours(0)
    assert worn.edge in colours(1)
    assert worn.accent not in colours(1)


def test_a_period_narrows_what_is_offered(weekly):
    page = summary(weekly)
    model, period = page.choices.entries.model, page.choices.period
    weekly.click(period.span.chip(Span.OWN))
    weekly.type(period.first, "1-11-2026")
    weekly.qtbot.waitUntil(lambda: model.rowCount() == 2)
    weekly.type(period.last, "5-11-2026")
    weekly.qtbot.waitUntil(lambda: model.rowCount() == 1)


def test_all_and_none_of_the_entries(weekly):
    ticks = entries(weekly)
    weekly.click(ticks.all)
    assert len(ticks.model.ticked()) == 4
    weekly.click(ticks.none)
    assert ticks.model.ticked() == frozenset()


def test_an_existing_file_is_left_alone(weekly, tmp_path):
    kept = tmp_path / "kept.pdf"
    kept.write_text("kept")
    page = summary(weekly)
    page.save_to(kept)
    weekly.settle()
    assert kept.read_text() == "kept"
    assert "already a file" in page.leaving.message.text()


def test_a_folder_that_is_not_there_is_told(weekly, tmp_path):
    page = summary(weekly)
    page.save_to(tmp_path / "no" / "such" / "made.pdf")
    weekly.settle()
    assert page.leaving.message.text() not in ("", "Saving …")


def test_a_copy_that_was_saved_can_be_deleted(weekly, tmp_path):
    page = summary(weekly)
    weekly.click(page.save)
    assert not page.leaving.delete.isVisible()
    page.save_to(tmp_path / "made.pdf")
    weekly.settle()
    assert page.leaving.back.text() == "Done"
    weekly.click(page.leaving.delete)
    weekly.settle()
    assert not (tmp_path / "made.pdf").exists()
    assert page.leaving.message.text() == "This copy is deleted."
    assert not page.leaving.delete.isVisible()


def test_a_copy_that_is_not_there_any_more_is_not_said_to_be_deleted(weekly, tmp_path):
    page = summary(weekly)
    made(weekly, page)
    weekly.click(page.save)
    page.save_to(tmp_path / "made.pdf")
    weekly.settle()
    (tmp_path / "made.pdf").rename(tmp_path / "elsewhere.pdf")
    weekly.click(page.leaving.delete)
    assert page.leaving.message.text() == FileGoneError.sentence
    assert page.leaving.delete.isVisible()


def test_a_password_keeps_the_file_shut(weekly, tmp_path):
    page = summary(weekly)
    page.save_to(tmp_path / "made.pdf", password=WORDS)
    weekly.settle()
    opened = ["pdftotext", "-upw", WORDS, tmp_path / "made.pdf", "-"]
    assert b"Notes" in subprocess.run(opened, capture_output=True, check=True).stdout  # noqa: S603
    assert subprocess.run(["pdftotext", tmp_path / "made.pdf", "-"], check=False).returncode  # noqa: S603, S607


def test_the_password_is_forgotten_once_the_file_is_there(weekly):
    page = summary(weekly)
    weekly.click(page.save)
    weekly.type(page.leaving.password.line, "four loose words")
    weekly.click(page.leaving.back)
    weekly.click(page.save)
    assert page.leaving.password.text() == ""


def test_a_folder_that_is_synced_is_pointed_out(weekly, tmp_path):
    (tmp_path / "Dropbox").mkdir()
    page = summary(weekly)
    page.save_to(tmp_path / "Dropbox" / "made.pdf")
    weekly.settle()
    assert "Dropbox. Whoever can look there" in page.leaving.message.text()


def quote_of(stage, page, row, words):
    ticks = page.choices.entries
    ticks.list.setCurrentIndex(ticks.model.index(row))
    stage.settle()
    place = ticks.story.toPlainText().index(words)
    cursor = ticks.story.textCursor()
    cursor.setPosition(place)
    cursor.setPosition(place + len(words), cursor.MoveMode.KeepAnchor)
    ticks.story.setTextCursor(cursor)
    stage.click(ticks.quote)


def test_selected_words_become_a_quote_on_the_first_page(weekly, tmp_path):
    page = summary(weekly)
    quote_of(weekly, page, 1, "good talk")
    made(weekly, page)
    page.save_to(tmp_path / "made.pdf")
    weekly.settle()
    text = text_of(tmp_path / "made.pdf")
    assert "In my own words" in text
    assert "good talk" in text
    assert "a good talk" not in text


def test_a_fourth_quote_finds_no_room(weekly):
    page = summary(weekly)
    for words in ("a", "good", "talk", "a good"):
        quote_of(weekly, page, 1, words)
    assert [quote.text for quote in page.choices.entries.quotes] == ["a", "good", "talk"]
    assert "three passages" in page.choices.entries.said.text()


def test_the_same_words_are_quoted_once(weekly):
    page = summary(weekly)
    for _ in range(2):
        quote_of(weekly, page, 1, "good talk")
    assert [quote.text for quote in page.choices.entries.quotes] == ["good talk"]
    assert page.choices.entries.said.text() == "These words are quoted already."


def test_names_are_offered_and_become_letters(opened, tmp_path):
    opened.write("Then Sanne laughed, and Pim did not.", HIDING, day="1-11-2026")
    page = summary(opened)
    page.choices.entries.model.tick(0)
    made(opened, page)
    names = page.choices.names
    assert "Sanne" in names._left_over.text()
    opened.click(page.save)
    assert page.leaving.message.text() == names.left_over
    opened.click(page.leaving.back)
    names._offered["Sanne"].click()
    made(opened, page)
    opened.click(page.save)
    assert "Sanne" not in page.leaving.message.text()
    assert "Pim" in page.leaving.message.text()
    page.save_to(tmp_path / "made.pdf")
    opened.settle()
    text = text_of(tmp_path / "made.pdf")
    assert "Then A laughed, and Pim did not." in text
    assert "Sanne" not in names._left_over.text()


def test_how_hard_the_password_is_comes_at_a_pause(weekly):
    page = summary(weekly)
    weekly.click(page.save)
    weekly.type(page.leaving.password.line, "1234")
    weekly.qtbot.waitUntil(page.leaving._strength.isVisible)
    assert "within minutes" in page.leaving._strength.text()


def test_a_signal_can_stay_out(weekly):
    page = summary(weekly, open_fold="signals")
    weekly.click(page.choices.signals.chip(HEATED))
    made(weekly, page)
    assert page.choices.choice.without == {HEATED}
    assert page.choices.folds["signals"].toggle.text().endswith("1 left out")
