"""Bytes of another program as text, whatever it wrote them in."""

import codecs
import re
from typing import Final

from onveilig_desktop.errors import N_, OnveiligError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_IN_TEXT: Final = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f]")
_HEAD: Final = 4096


class NoTextError(OnveiligError):
    """The file holds something else than text."""

    sentence = N_("This is not a file with text. Nothing was added.")


def decoded(data: bytes) -> str:
    """Return *data* as text with plain line ends.

    UTF-8 and UTF-16 are known by their marks or by themselves; all else is taken for
    Windows-1252, which European programs wrote for a long time.

    Raises:
        NoTextError
    """
    text = _text(data)
    if _NOT_IN_TEXT.search(text):
        raise NoTextError
    return text.replace("\r\n", "\n").replace("\r", "\n")


def encoding_of(head: bytes) -> str:
    """Return what a file that begins with *head* is most likely written in."""
    return _encodings(head)[0]


def _text(data: bytes) -> str:
    for encoding in _encodings(data):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NoTextError


def _encodings(data: bytes) -> tuple[str, ...]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return (encoding,)
    head = data[:_HEAD]
    if head[1::2].count(0) * 3 > len(head):  # Latin letters in UTF-16 without a mark
        return ("utf-16-le",)
    return ("utf-8", "cp1252")
