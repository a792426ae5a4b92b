"""The guide: every part, every help line, and what it never says."""

import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel
from test_keys import unreached

from cut_off import LEAST, cut_off
from onveilig_desktop import catalog, texts
from onveilig_desktop.catalog import Wording
from onveilig_desktop.ui import keys, language
from onveilig_desktop.ui.guide_page import GuidePage, Part
from onveilig_desktop.ui.help_line_cards import HelpLineCard, HelpLineCards
from onveilig_desktop.ui.lent_text import LentText

GUIDE = 4
NEVER = re.compile(
    r"\b(bewijs|dader|misbruik|kans|diagnose|score|slachtoffer|proof|abuser|victim|perpetrator"
    r"|verlaat|blijf bij|ga weg|vertrek|leave (the other|them)|stay with|confront\w*)\b",
    re.IGNORECASE,
)
NAMES = {name for line in catalog.help_lines().lines.values() for name in line.names.values()}


def open_guide(stage):
    page = stage.page.show_page(GUIDE)
    assert isinstance(page, GuidePage)
    stage.settle()
    return page


def unfold(stage, page, part):
    page.chips[part].click()
    stage.settle()
    stage.qtbot.waitUntil(lambda: not any(some._left for some in page.findChildren(HelpLineCards)))
    for others in page.findChildren(HelpLineCards):
        for fold in others.others:
            fold.toggle.setChecked(True)
    stage.settle()
    return page.parts[part]


def from_top(page, fold):
    return fold.mapTo(page._scroll.viewport(), QPoint(0, 0)).y()


def words_in(part):
    return [label.text() for label in part.findChildren(QLabel)]


@pytest.fixture(params=["nl", "en"])
def spoken(request, opened):
    """The journal in each language."""
    language.speak(request.param)
    opened.lock()
    opened.unlock()
    yield opened
    texts.use("en")


def test_nothing_is_made_before_it_is_unfolded(opened):
    page = open_guide(opened)
    for part in Part:
        assert words_in(page.parts[part]) == []
        assert len(words_in(unfold(opened, page, part))) > 3
        assert page.parts[part].toggle.hasFocus()


def test_a_chip_brings_its_part_to_the_top(opened):
    page = open_guide(opened)
    for part in (Part.SIGNALS, Part.STEPS, Part.DANGER):
        fold = unfold(opened, page, part)
        opened.qtbot.waitUntil(lambda fold=fold: 0 <= from_top(page, fold) < 40)


def test_who_scrolls_on_is_not_held_back(opened):
    page = open_guide(opened)
    unfold(opened, page, Part.STEPS)
    opened.qtbot.waitUntil(lambda: page._wanted is None)
    bar = page._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    opened.click(page.parts[Part.LIMITS].toggle)
    assert from_top(page, page.parts[Part.STEPS]) < 0


def test_unfolding_twice_makes_it_once(opened):
    page = open_guide(opened)
    before = words_in(unfold(opened, page, Part.STEPS))
    opened.click(page.parts[Part.STEPS].toggle)
    assert words_in(unfold(opened, page, Part.STEPS)) == before


def test_every_signal_stands_there_with_what_it_means(spoken):
    part = unfold(spoken, open_guide(spoken), Part.SIGNALS)
    said = words_in(part)
    for signal in catalog.shipped().signals.values():
        assert signal.label in said
        assert signal.meaning in said


def test_the_two_of_a_pair_stand_in_one_row(opened):
    part = unfold(opened, open_guide(opened), Part.SIGNALS)
    cells = {
        label.text(): frame
        for frame in part.findChildren(QFrame)
        if frame.property("kind") == "side"
        for label in frame.findChildren(QLabel)
    }
    known = catalog.shipped()
    for signal in known.of(catalog.Group.VIOLENCE):
        if signal.face is not None:
            left, right = cells[signal.label], cells[known.signals[signal.face].label]
            assert left.y() == right.y()
            assert left.x() < right.x()


def test_own_words_and_own_signals_stand_there_and_follow_a_change(opened):
    page = open_guide(opened)
    part = unfold(opened, page, Part.SIGNALS)
    key = catalog.SignalId("violence.belittling")
    opened.ask(lambda journal: journal.own_words.word(Wording(key, "koffie 4", hides_meaning=True)))
    opened.ask(lambda journal: journal.own_words.add("thee", "wat thee is", is_concern=True))
    opened.page.session.read_words()
    opened.settle()
    said = words_in(part)
    assert "koffie 4" in said
    assert catalog.shipped().signals[key].label not in said
    assert catalog.shipped().signals[key].meaning not in said
    assert "thee: wat thee is" in said


def test_the_three_questions_are_those_of_the_patterns(opened):
    said = words_in(unfold(opened, open_guide(opened), Part.DOUBTS))
    assert "Did this happen once, or does it come back?" in said
    assert "Did repair follow, or does the pain repeat?" in said
    assert "Does it leave me with more trust in myself, or more doubt?" in said


def test_every_step_stands_there_with_its_caution(spoken):
    said = words_in(unfold(spoken, open_guide(spoken), Part.STEPS))
    for step in catalog.steps().values():
        assert step.label in said
        assert step.explanation in said
    careful = [step for step in catalog.steps().values() if step.caution]
    assert said.count(careful[0].caution) == len(careful) == 3


def test_direct_danger_names_112_and_when(spoken):
    part = unfold(spoken, open_guide(spoken), Part.DANGER)
    said = " ".join(words_in(part))
    numbers = [label.text() for label in part.findChildren(QLabel)]
    assert {"112", "0800-2000", "1712"} <= set(numbers)
    for word in {"nl": ("keel", "wapen", "doden", "kinderen", "vluchten")}.get(
        texts.language(), ("throat", "weapon", "kill", "children", "flee")
    ):
        assert word in said


def test_112_is_named_before_anything_is_unfolded(spoken):
    assert any("112" in words for words in words_in(open_guide(spoken)))


def test_every_help_line_stands_there_with_its_numbers_and_its_source(spoken):
    page = open_guide(spoken)
    part = unfold(spoken, page, Part.HELP)
    said = words_in(part)
    for line in catalog.help_lines().lines.values():
        assert said.count(line.name) >= 1
        for phone in line.phones:
            is_name_too = phone in line.names.values()
            assert said.count(phone) == len(line.countries) * (1 + is_name_too)
        for source in line.sources:
            assert any(source in words for words in said)
        assert any(line.fact in words for words in said)
    cards = part.findChildren(HelpLineCard)
    assert len(cards) == sum(len(line.countries) for line in catalog.help_lines().lines.values())
    assert all(any("2026" in words for words in words_in(card)) for card in cards)


def test_what_is_known_at_second_hand_says_so(opened):
    part = unfold(opened, open_guide(opened), Part.HELP)
    passed_on = [words for words in words_in(part) if words.startswith("Passed on by others")]
    lines = catalog.help_lines().lines.values()
    assert len(passed_on) == sum(line.is_second_hand and not line.sources for line in lines)
    assert sum("Passed on by others" in words for words in words_in(part)) == sum(
        line.is_second_hand for line in lines
    )


def copy_first(stage):
    part = unfold(stage, open_guide(stage), Part.HELP)
    line = part.findChildren(HelpLineCard)[0]
    stage.click(line.copies[0])
    return line


def test_a_copied_number_leaves_the_clipboard(opened):
    line = copy_first(opened)
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text() == "112"
    assert bytes(clipboard.mimeData().data("x-kde-passwordManagerHint")) == b"secret"
    assert line.copied.isVisible()
    lent = opened.page.findChild(GuidePage).findChild(LentText)
    assert lent._back.isActive()
    assert lent._back.interval() == 30_000
    lent._back.timeout.emit()
    assert clipboard.text() == ""


def test_a_copied_number_leaves_the_clipboard_with_the_workspace(opened):
    copy_first(opened)
    opened.lock()
    opened.qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "")


def test_what_was_copied_since_stays(opened):
    copy_first(opened)
    QGuiApplication.clipboard().setText("something else")
    opened.page.findChild(GuidePage).findChild(LentText).take_back()
    assert QGuiApplication.clipboard().text() == "something else"


def test_every_number_has_a_button_of_its_own_that_says_which(opened):
    part = unfold(opened, open_guide(opened), Part.HELP)
    for card in part.findChildren(HelpLineCard):
        for copy in card.copies:
            opened.click(copy)
            assert copy.accessibleName() == f"Copy {QGuiApplication.clipboard().text()}"


def test_no_word_of_judgement_and_no_advice_to_leave_to_stay_or_to_confront(spoken):
    page = open_guide(spoken)
    for part in Part:
        unfold(spoken, page, part)
    said = [words for words in words_in(page) if words not in NAMES]
    assert len(said) > 100
    assert [words for words in said if NEVER.search(words)] == []


def test_the_whole_guide_can_be_read_and_used_without_a_mouse(opened):
    QTest.keySequence(opened.window, QKeySequence(keys.PAGES[GUIDE].chord))
    page = open_guide(opened)
    for part in Part:
        unfold(opened, page, part)
        assert unreached(opened.window) == []
        opened.click(page.parts[part].toggle)


def test_a_paragraph_shows_that_it_has_the_focus_and_can_be_copied(opened):
    part = unfold(opened, open_guide(opened), Part.LIMITS)
    paragraph = next(label for label in part.findChildren(QLabel) if len(label.text()) > 40)
    page = part.window()
    before = page.grab().toImage()
    paragraph.setFocus(Qt.FocusReason.TabFocusReason)
    opened.settle()
    assert page.grab().toImage() != before
    assert len(paragraph.accessibleName()) > len(paragraph.text())
    opened.qtbot.keySequence(paragraph, QKeySequence("Ctrl+A"))
    opened.qtbot.keySequence(paragraph, QKeySequence("Ctrl+C"))
    assert QGuiApplication.clipboard().text() == paragraph.text()


def test_nothing_is_cut_off_at_the_smallest_size(small):
    page = open_guide(small)
    wrong = {"folded": cut_off(small.window)}
    for part in Part:
        fold = unfold(small, page, part)
        wrong[part] = cut_off(small.window)
        small.click(fold.toggle)
    small.click(page.about)
    wrong["about"] = cut_off(small.window)
    small.click(small.page._aside.show_licences)
    small.click(small.page._aside.copy)
    wrong["licences"] = cut_off(small.window)
    assert small.window.size().toTuple() == LEAST
    assert {name: found for name, found in wrong.items() if found} == {}
