"""Decoding a photo from memory, within bounds."""

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

MOST_PIXELS: Final = 50_000_000
"""Width times height of what is decoded: a camera's photo, and no decompression bomb."""

_MOST_MEGABYTES: Final = 256
_FORMATS: Final = {
    "image/jpeg": b"jpeg",
    "image/png": b"png",
    "image/gif": b"gif",
    "image/bmp": b"bmp",
    "image/webp": b"webp",
}


def preview(content: bytes, media: str, room: QSize) -> QImage | None:
    """Return the photo in *content*, no larger than *room*; nothing if it cannot be shown."""
    return decode(content, media, room)


def decode(content: bytes, media: str, room: QSize | None = None) -> QImage | None:
    """Return the photo in *content*, where there is a *room* no larger than that.

    Only the decoder that belongs to *media*, which was read from the content, is asked.
    Nothing, when it is too large or no photo.
    """
    form = _FORMATS.get(media)
    if form is None:
        return None
    QImageReader.setAllocationLimit(_MOST_MEGABYTES)
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(form))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return None
    if room is not None and (size.width() > room.width() or size.height() > room.height()):
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image
