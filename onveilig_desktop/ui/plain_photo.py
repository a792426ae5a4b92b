"""A photo without what it says beside the picture: the place, the camera, the time."""

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColorSpace, QImage, QImageWriter

from onveilig_desktop.errors import N_, OnveiligError
from onveilig_desktop.ui.picture_preview import decode

FORMATS: Final = {"image/jpeg": b"jpeg", "image/png": b"png"}
"""Kinds of photos that can be made anew, and what Qt calls them."""

_QUALITY: Final = 92


class PhotoNotMadeError(OnveiligError):
    """It cannot be decoded within bounds, or not be written."""

    sentence = N_(
        "This photo could not be made anew, so nothing was saved. You can take it out unchanged."
    )


def without_hidden_data(content: bytes, media: str) -> bytes:
    """Return the photo in *content* made anew from its points, turned as it is meant to be seen.

    Whatever stands beside the points is not carried over, whether this program knows of it
    or not. The colours are those of sRGB, since a profile may name the device.

    Raises:
        PhotoNotMadeError
    """
    image = decode(content, media)
    if image is None or media not in FORMATS:
        raise PhotoNotMadeError
    if image.colorSpace().isValid():
        image.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    shape = (image.width(), image.height(), image.bytesPerLine(), image.format())
    points = QImage(image.constBits(), *shape)  # the same points, and nothing else
    points.setColorTable(image.colorTable())
    made = QBuffer()
    made.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(made, QByteArray(FORMATS[media]))
    if media == "image/jpeg":
        writer.setQuality(_QUALITY)
    if not writer.write(points):
        raise PhotoNotMadeError
    return bytes(made.data().data())
