"""Files by hand: added, seen, taken out unchanged, removed; nothing half done."""

import struct
import wave
import zlib

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QLabel

from looking import whole
from onveilig_desktop.ui.attachment_page import AttachmentPage
from onveilig_desktop.ui.picture_preview import preview

ROOM = QSize(560, 420)


@pytest.fixture
def photo(tmp_path):
    image = QImage(1600, 1200, QImage.Format.Format_RGB32)
    image.fill(QColor("#88aacc"))
    path = tmp_path / "kitchen.jpg"
    assert image.save(str(path))
    return path


@pytest.fixture
def reading(opened):
    """A saved entry, open in the reader."""
    opened.write("with a photo")
    return opened


def panel(stage):
    return stage.page.journal_page.side.currentWidget().attachments


def add(stage, *paths):
    panel(stage).take(list(paths))
    stage.settle()
    stage.qtbot.waitUntil(lambda: not panel(stage).progress.isVisible())
    stage.settle()


def chips(stage):
    flow = panel(stage).files.layout()
    return [flow.itemAt(n).widget() for n in range(flow.count())]


def visit(stage, number=0):
    stage.click(chips(stage)[number])
    page = stage.page.findChild(AttachmentPage)
    stage.settle()
    return page


def test_a_photo_is_added_and_the_original_is_not_forgotten(reading, photo):
    add(reading, photo)
    assert [chip.text() for chip in chips(reading)] == ["kitchen.jpg"]
    said = panel(reading).message.text()
    assert whole(said) == f"kitchen.jpg is in the journal. The original is still in {photo.parent}."
    assert photo.exists()


def test_it_is_seen_from_memory(reading, photo):
    add(reading, photo)
    page = visit(reading)
    assert page.picture.pixmap().size() == QSize(560, 420)
    assert page.picture.height() >= 420  # all of it
    assert page.facts.text().startswith("photo · ")
    hashes = [part.text() for part in page.findChildren(QLabel) if "SHA-256" in part.text()]
    assert len(hashes) == 1


def test_it_is_taken_out_unchanged(reading, photo, tmp_path):
    add(reading, photo)
    page = visit(reading)
    page.take_out_to(tmp_path / "out.jpg")
    reading.settle()
    assert (tmp_path / "out.jpg").read_bytes() == photo.read_bytes()
    assert whole(page.message.text()) == f"Saved: {tmp_path / 'out.jpg'}"
    page.take_out_to(photo)
    reading.settle()
    assert page.message.text().startswith("There is already a file with this name.")
    assert page.take_out.isEnabled()


def test_it_is_removed_after_one_question(reading, photo):
    add(reading, photo)
    page = visit(reading)
    reading.click(page.remove)
    reading.click(page.question.yes)
    assert reading.page.journal_page.isVisible()
    assert chips(reading) == []
    assert photo.exists()


def test_what_cannot_be_taken_is_told_beside_what_can(reading, photo, tmp_path):
    (tmp_path / "empty.jpg").write_bytes(b"")
    (tmp_path / "prize.jpg").write_bytes(b"MZ\x90\0" + bytes(60))
    names = ("empty.jpg", "prize.jpg", "gone.jpg")
    add(reading, *(tmp_path / name for name in names), photo, tmp_path)
    told = panel(reading).message.text().splitlines()
    assert [line.split(":")[0] for line in told[:3]] == list(names)
    assert told[3].startswith("kitchen.jpg is in the journal.")
    assert "This is not a file." in told[4]
    assert len(chips(reading)) == 1


def test_a_new_entry_has_to_be_saved_first(opened, photo):
    editor = opened.write("not yet", save=False)
    assert not editor.attachments.add.isEnabled()
    assert editor.attachments.message.text() == "Files can be added after the first save."
    editor.attachments.take([photo])
    opened.settle()
    assert editor.attachments.message.text() == "Files can be added after the first save."


def test_files_are_added_while_correcting(reading, photo):
    reading.click(reading.page.journal_page.side.currentWidget().edit)
    add(reading, photo)
    assert len(chips(reading)) == 1
    reading.page.journal_page.editor.text.setPlainText("half a sentence")
    visit(reading)
    reading.click(reading.page._aside.back)
    assert reading.page.journal_page.editor.text.toPlainText() == "half a sentence"


def drop(widget, mime):
    """Drag and drop *mime* onto a widget; say whether it was taken."""
    where, actions = QPointF(5, 5), Qt.DropAction.CopyAction
    held = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(where.toPoint(), actions, mime, *held)
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    dropped = QDropEvent(where, actions, mime, *held)
    QApplication.sendEvent(widget, dropped)
    return dropped.isAccepted()


@pytest.mark.parametrize("is_written", [False, True])
def test_files_can_be_dragged_onto_it(reading, photo, is_written):
    page = reading.page.journal_page
    if is_written:
        reading.click(page.side.currentWidget().edit)
        assert not page.editor.text.canInsertFromMimeData(files(photo))
    assert drop(page.side.currentWidget(), files(photo))
    reading.settle()
    reading.qtbot.waitUntil(lambda: len(chips(reading)) == 1)


def files(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def test_words_and_web_addresses_are_no_files(reading):
    mime = QMimeData()
    mime.setText("words")
    assert not drop(reading.page.journal_page.side.currentWidget(), mime)
    mime.setUrls([QUrl("https://example.org/x.jpg")])
    assert not drop(reading.page.journal_page.side.currentWidget(), mime)


def test_adding_goes_on_when_the_entry_is_left(reading, photo, tmp_path):
    paths = [photo, *(tmp_path / f"{n}.txt" for n in range(4))]
    for path in paths[1:]:
        path.write_text("words")
    reader = reading.page.journal_page.side.currentWidget()
    reader.attachments.take(paths)
    entry_id = reader.entry_id
    reading.write("another entry")
    reading.page.journal_page.read(entry_id)
    reading.settle()
    reading.qtbot.waitUntil(lambda: len(chips(reading)) == 5)


def test_a_long_name_is_shortened_and_told_whole(reading, tmp_path):
    path = tmp_path / f"{'long ' * 20}name.txt"
    path.write_text("words")
    add(reading, path)
    [chip] = chips(reading)
    assert chip.text().endswith("ng name.txt")
    assert path.name in chip.toolTip()


def test_a_sound_tells_its_length(reading, tmp_path):
    with wave.open(str(tmp_path / "voice.mp3"), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(1000)
        sound.writeframes(bytes(65_000))
    add(reading, tmp_path / "voice.mp3")
    assert visit(reading).facts.text() == "sound · 65 kB · 1:05"


def png(width, height, rows=1):
    """A PNG that says it is of this size, and hardly is."""

    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes((3 * width + 1) * rows))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def test_a_decompression_bomb_is_kept_and_not_shown(reading, tmp_path):
    path = tmp_path / "bomb.png"
    path.write_bytes(png(30_000, 30_000))
    add(reading, path)
    page = visit(reading)
    assert page.picture.text() == "This photo cannot be shown here. It is kept as it was."
    assert page.take_out.isEnabled()


@pytest.mark.parametrize(
    ("content", "media"),
    [
        (png(100_000, 1_000), "image/png"),
        (b"GIF89a" + bytes(20), "image/gif"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "image/svg+xml"),
        (b"", "image/png"),
    ],
)
def test_what_is_no_photo_is_not_decoded(qapp, content, media):
    assert preview(content, media, ROOM) is None


def test_a_small_photo_keeps_its_size(qapp):
    assert preview(png(30, 20, rows=20), "image/png", ROOM).size() == QSize(30, 20)


@pytest.mark.qt_log_ignore("Premature end of JPEG file|Corrupt JPEG data|JPEG datastream")
def test_a_photo_that_was_cut_off_breaks_nothing(reading, photo):
    photo.write_bytes(photo.read_bytes()[:2000])
    add(reading, photo)
    page = visit(reading)
    assert page.picture.text() or not page.picture.pixmap().isNull()
    assert page.take_out.isEnabled()
