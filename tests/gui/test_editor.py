"""The form of an entry: the story first, words for a date, what is folded away, undo."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from looking import signals_beside
from onveilig_desktop import catalog
from onveilig_desktop.catalog import Group, SignalId, StepId
from onveilig_desktop.journal import Details, Draft, Journal
from onveilig_desktop.ui.more_fields import HEADINGS
from onveilig_desktop.ui.text_field import TextField

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CAREFUL = [key for key, step in catalog.steps().items() if step.caution]
EASY = [key for key, step in catalog.steps().items() if not step.caution]


@pytest.fixture
def editor(opened):
    return opened.write("", save=False)


def saved(opened):
    [entry] = opened.entries()
    return entry


class TestOrder:
    def test_the_cursor_stands_in_the_story(self, opened, editor):
        assert opened.window.focusWidget() is editor.text

    def test_the_story_comes_first_and_the_rest_in_reading_order(self, opened, editor):
        tops = [
            part.mapTo(editor, part.rect().topLeft()).y()
            for part in (editor.text, editor.when, editor.signals, editor.repair, editor.more)
        ]
        assert tops == sorted(tops)

    def test_everything_is_reached_by_tab(self, opened, editor):
        opened.click(editor.more.toggle)
        editor.text.setFocus()
        met = [editor.text]
        while (now := step(opened, Qt.Key.Key_Tab)) not in met:
            met.append(now)
        wanted = [
            editor.text,
            editor.when.day,
            editor.signals.chip(SignalId("unsafety.hiding")),
            editor.signals.chip(SignalId("violence.boundaries")),
            editor.signals.chip(SignalId("friction.heated")),
            *editor.more.fields.values(),
            *(editor.more.steps.chip(key) for key in catalog.steps()),
            editor.later,
            editor.save,
        ]
        places = [met.index(part) for part in wanted]
        assert places == sorted(places)

    def test_what_is_better_left_out_is_told(self, editor):
        assert any("Plans, addresses" in words.text() for words in editor.findChildren(QLabel))


def step(opened, key):
    QTest.keyClick(opened.window.focusWidget(), key)
    return opened.window.focusWidget()


class TestSignals:
    def test_they_stand_side_by_side_where_there_is_room(self, opened, editor):
        opened.window.resize(1500, 800)
        opened.settle()
        heads = [first_of(editor, group) for group in Group]
        assert len({chip.mapTo(editor, chip.rect().topLeft()).y() for chip in heads}) == 1
        assert signals_beside(editor) == 3
        widths = {head.parentWidget().width() for head in heads}
        assert max(widths) - min(widths) <= 1

    def test_they_stand_below_one_another_where_there_is_not(self, opened, editor):
        opened.window.resize(900, 600)
        opened.settle()
        assert signals_beside(editor) == 1

    def test_a_screen_reader_gets_the_name_unbroken(self, opened, editor):
        opened.window.resize(1180, 760)
        for signal in catalog.shipped().signals.values():
            assert editor.signals.chip(signal.id).accessibleName() == signal.label


def first_of(editor, group):
    return editor.signals.chip(catalog.shipped().of(group)[0].id)


class TestMore:
    def test_it_is_folded_until_it_is_asked_for(self, opened, editor):
        assert not editor.more.fields["seen"].isVisible()
        editor.more.toggle.setFocus()
        QTest.keyClick(editor.more.toggle, Qt.Key.Key_Return)
        assert editor.more.fields["seen"].isVisible()

    def test_there_is_a_field_for_each_of_the_details(self):
        assert list(HEADINGS) == [name for name in Details.__slots__ if name in HEADINGS]
        assert set(HEADINGS) == set(Details.__slots__)

    def test_every_field_and_step_is_saved_and_read_back(self, opened, editor):
        opened.click(editor.more.toggle)
        for name, field in editor.more.fields.items():
            opened.type(field, f"my {name}")
        opened.click(editor.more.steps.chip(StepId("help")))
        opened.click(editor.more.steps.chip(StepId("boundary")))
        opened.click(editor.save)
        entry = saved(opened)
        assert entry.details == Details(**{name: f"my {name}" for name in HEADINGS})
        assert entry.steps == {"help", "boundary"}
        reader = opened.page.journal_page.side.currentWidget()
        read = [field.toPlainText() for field in reader.findChildren(TextField)]
        assert read == [f"my {name}" for name in HEADINGS]
        words = [part.text() for part in reader.findChildren(QLabel)]
        assert "What I did: Set a boundary and Seek help" in words
        assert catalog.steps()["boundary"].caution in words

    def test_an_empty_detail_has_no_heading_in_the_reader(self, opened):
        editor = opened.write("x", save=False)
        editor.more.fields["place"].setPlainText("Kitchen")
        opened.click(editor.save)
        reader = opened.page.journal_page.side.currentWidget()
        words = {part.text() for part in reader.findChildren(QLabel)}
        assert "Where it was" in words
        assert not words & {"The exact words", "Who was there"}

    def test_it_unfolds_by_itself_where_something_stands_in_it(self, opened, editor):
        editor.open(Draft(text="x", details=Details(place="Kitchen")))
        assert editor.more.fields["place"].isVisible()
        editor.open(Draft(text="y"))
        assert not editor.more.fields["place"].isVisible()

    def test_a_detail_alone_makes_a_draft_that_is_kept(self, opened, editor):
        opened.click(editor.more.toggle)
        opened.type(editor.more.fields["felt"], "cold hands")
        opened.lock()
        opened.unlock()
        assert opened.page.journal_page.editor.draft().details == Details(felt="cold hands")

    @pytest.mark.parametrize("name", HEADINGS)
    def test_too_much_stays_on_the_clipboard_in_every_field(self, editor, name):
        pasted = QMimeData()
        pasted.setText("x" * 1_000_001)
        editor.more.fields[name].insertFromMimeData(pasted)
        assert editor.more.fields[name].toPlainText() == ""
        assert "too long" in editor.state.text()

    def test_too_much_in_all_fields_together_is_told_and_kept(self, opened, editor):
        opened.type(editor.text, "x")
        for name in ("seen", "said"):
            editor.more.fields[name].setPlainText("y" * 600_000)
        opened.click(editor.save)
        assert "too long" in editor.state.text()
        assert len(editor.draft().details.seen) == 600_000


class TestSteps:
    @pytest.mark.parametrize("key", CAREFUL)
    def test_a_careful_step_shows_its_caution_as_long_as_it_is_chosen(self, opened, editor, key):
        opened.click(editor.more.toggle)
        steps = editor.more.steps
        assert steps.caution.isHidden()
        opened.click(steps.chip(key))
        editor.text.setFocus()
        assert steps.caution.text() == catalog.steps()[key].caution
        assert steps.caution.isVisible()
        opened.click(steps.chip(key))
        editor.text.setFocus()
        assert steps.caution.isHidden()

    @pytest.mark.parametrize("key", CAREFUL)
    def test_it_shows_it_as_soon_as_it_has_the_focus(self, opened, editor, key):
        opened.click(editor.more.toggle)
        editor.more.steps.chip(key).setFocus()
        assert editor.more.steps.caution.isVisible()
        assert editor.more.steps.chip(key).accessibleDescription() == catalog.steps()[key].caution

    @pytest.mark.parametrize("key", EASY)
    def test_the_others_show_none(self, opened, editor, key):
        opened.click(editor.more.toggle)
        opened.click(editor.more.steps.chip(key))
        assert editor.more.steps.caution.isHidden()


class TestUndo:
    def test_each_field_goes_back_and_forth_by_itself(self, opened, editor):
        opened.click(editor.more.toggle)
        fields = [editor.text, editor.when.day, editor.more.fields["said"]]
        editor.when.day.clear()
        for field in fields:
            opened.type(field, "gisteren")
        for field in fields:
            field.setFocus()
            before = words_of(field)
            QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
            assert words_of(field) != before
            while words_of(field) != before:
                gone = words_of(field)
                QTest.keyClick(field, Qt.Key.Key_Z, CTRL | SHIFT)
                assert words_of(field) != gone
        assert [words_of(field) for field in fields] == ["gisteren"] * 3

    def test_words_of_another_draft_cannot_come_back(self, opened, editor):
        opened.click(editor.more.toggle)
        fields = [editor.text, editor.when.day, editor.more.fields["said"]]
        for field in fields:
            opened.type(field, "secret")
        opened.page.journal_page.write(Draft(text="other", details=Details(said="other")))
        for field in fields:
            field.setFocus()
            for key in (Qt.Key.Key_Z, Qt.Key.Key_Z):
                QTest.keyClick(field, key, CTRL)
            QTest.keyClick(field, Qt.Key.Key_Z, CTRL | SHIFT)
            assert "secret" not in words_of(field)
        assert [editor.text.toPlainText(), editor.draft().details.said] == ["other", "other"]

    def test_undone_words_are_undone_in_the_draft(self, opened, editor, qtbot):
        opened.type(editor.text, "not after all")
        qtbot.waitUntil(lambda: editor.state.text() == "Draft kept, encrypted", timeout=5000)
        QTest.keyClick(editor.text, Qt.Key.Key_Z, CTRL)
        qtbot.waitUntil(lambda: editor.state.text() == "Draft kept, encrypted", timeout=5000)
        answers = []
        opened.page.session.ask(Journal.drafts, answers.append, owner=opened.page)
        opened.settle()
        assert answers == [[]]


def words_of(field):
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def test_no_one_can_tick_that_it_is_structural(opened, editor):
    opened.click(editor.more.toggle)
    words = [chip.text().casefold() for chip in editor.findChildren(QPushButton)]
    assert len(words) > 40
    assert not [said for said in words if "struct" in said]
