"""A photo that is taken out without the place and the camera in it."""

import struct
import zlib

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QColorSpace, QImage, QImageReader
from PySide6.QtWidgets import QLabel

from looking import whole
from onveilig_desktop.ui.attachment_page import AttachmentPage
from onveilig_desktop.ui.plain_photo import PhotoNotMadeError, without_hidden_data

CAMERA, PLACE = b"Camera of one person", b"Amsterdam, at home"
TURNED = 6  # the camera was held upright: 90 degrees to the right


def exif():
    """EXIF as a telephone writes it: how it was held, which camera, and the place."""

    def field(tag, kind, count, value):
        return struct.pack("<HHI", tag, kind, count) + value

    after = 8 + 2 + 3 * 12 + 4
    gps = after + len(CAMERA)
    fields = [
        field(0x0110, 2, len(CAMERA), struct.pack("<I", after)),
        field(0x0112, 3, 1, struct.pack("<HH", TURNED, 0)),
        field(0x8825, 4, 1, struct.pack("<I", gps)),
    ]
    place = gps + 2 + 12 + 4
    directory = struct.pack("<H", 1) + field(0x001B, 7, len(PLACE), struct.pack("<I", place))
    return b"".join(
        [
            b"II*\0" + struct.pack("<IH", 8, len(fields)),
            *fields,
            bytes(4) + CAMERA,
            directory + bytes(4) + PLACE,
        ]
    )


def image():
    made = QImage(80, 40, QImage.Format.Format_RGB32)
    made.fill(QColor("#204060"))
    for x in range(40):
        for y in range(40):
            made.setPixelColor(x, y, QColor("#e0c020"))
    made.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.DisplayP3))
    made.setText("Author", CAMERA.decode())
    return made


def saved(kind):
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image().save(buffer, kind)
    return buffer.data().data()


def jpeg():
    plain, said = saved("jpeg"), b"Exif\0\0" + exif()
    return plain[:2] + b"\xff\xe1" + struct.pack(">H", len(said) + 2) + said + plain[2:]


def png():
    plain, said = saved("png"), exif()
    checked = b"eXIf" + said
    chunk = struct.pack(">I", len(said)) + checked + struct.pack(">I", zlib.crc32(checked))
    return plain[:33] + chunk + plain[33:]


def bomb():
    """A PNG that says it is larger than any photo."""
    plain = png()
    header = b"IHDR" + struct.pack(">II", 30_000, 30_000) + plain[24:29]
    return plain[:12] + header + struct.pack(">I", zlib.crc32(header)) + plain[33:]


PHOTOS = {"image/jpeg": jpeg, "image/png": png}
TELL_TALES = (CAMERA, PLACE, b"Exif", b"eXIf", b"tEXt", b"iTXt", b"ICC", b"iCCP", b"Display")


def seen(content):
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    return reader.read()


@pytest.mark.parametrize("media", PHOTOS)
def test_only_what_is_seen_is_left(qapp, media):
    content = PHOTOS[media]()
    assert CAMERA in content
    assert PLACE in content
    plain = without_hidden_data(content, media)
    assert [sign for sign in TELL_TALES if sign in plain] == []
    before, after = seen(content), seen(plain)
    assert after.size() == before.size()
    assert (after.height() == 80) is (media == "image/jpeg")  # turned as it is to be seen
    assert after.textKeys() == []
    before.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    for x, y in ((10, 10), (after.width() - 10, after.height() - 10)):
        pair = zip(before.pixelColor(x, y).getRgb(), after.pixelColor(x, y).getRgb(), strict=True)
        assert max(abs(one - other) for one, other in pair) < 12


def test_what_is_seen_through_stays_so(qapp):
    made = QImage(20, 20, QImage.Format.Format_ARGB32)
    made.fill(QColor(200, 30, 30, 90))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    made.save(buffer, "png")
    after = seen(without_hidden_data(buffer.data().data(), "image/png"))
    assert after.pixelColor(3, 3).alpha() == 90


@pytest.mark.parametrize(
    ("content", "media"), [(bomb(), "image/png"), (b"", "image/png"), (b"heic", "image/heic")]
)
def test_what_cannot_be_made_anew_is_refused(qapp, content, media):
    with pytest.raises(PhotoNotMadeError):
        without_hidden_data(content, media)


def page_of(stage, path):
    stage.write("with a photo")
    attachments = stage.page.journal_page.side.currentWidget().attachments
    attachments.take([path])
    stage.settle()
    stage.click(attachments.files.layout().itemAt(0).widget())
    stage.settle()
    return stage.page.findChild(AttachmentPage)


def test_it_is_offered_beside_taking_it_out_unchanged(opened, tmp_path):
    (tmp_path / "photo.jpg").write_bytes(jpeg())
    page = page_of(opened, tmp_path / "photo.jpg")
    assert page.plain.isVisible()
    for name, is_plain in (("plain.jpg", True), ("same.jpg", False)):
        page.take_out_to(tmp_path / name, is_plain=is_plain)
        assert not page.plain.isEnabled()
        opened.settle()
        assert whole(page.message.text()) == f"Saved: {tmp_path / name}"
        assert page.plain.isEnabled()
    assert PLACE not in (tmp_path / "plain.jpg").read_bytes()
    assert (tmp_path / "same.jpg").read_bytes() == jpeg()


def test_a_photo_that_cannot_be_made_anew_leaves_no_file(opened, tmp_path):
    (tmp_path / "photo.png").write_bytes(bomb())
    page = page_of(opened, tmp_path / "photo.png")
    page.take_out_to(tmp_path / "plain.jpg", is_plain=True)
    opened.settle()
    assert "unchanged" in page.message.text()
    assert not (tmp_path / "plain.jpg").exists()


def test_of_other_files_it_is_told_that_it_cannot(opened, tmp_path):
    (tmp_path / "letter.txt").write_text("x")
    page = page_of(opened, tmp_path / "letter.txt")
    assert not page.plain.isVisible()
    assert any("it is taken out as it is" in label.text() for label in page.findChildren(QLabel))
