"""What kind of file it is, by its content; a name says nothing about that."""

from typing import Final

PROGRAM: Final = "application/x-executable"
UNKNOWN: Final = "application/octet-stream"
TEXT: Final = "text/plain"

_STARTS: Final = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"\xff\xf3", "audio/mpeg"),
    (b"\xff\xf1", "audio/aac"),
    (b"fLaC", "audio/flac"),
    (b"OggS", "audio/ogg"),
    (b"#!AMR", "audio/amr"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"{\\rtf", "application/rtf"),
    (b"\x1aE\xdf\xa3", "video/x-matroska"),
    (b"\x7fELF", PROGRAM),
    (b"\xcf\xfa\xed\xfe", PROGRAM),
    (b"\xce\xfa\xed\xfe", PROGRAM),
    (b"\xca\xfe\xba\xbe", PROGRAM),
)
_RIFF: Final = {b"WAVE": "audio/wav", b"WEBP": "image/webp", b"AVI ": "video/x-msvideo"}
_BRANDS: Final = {
    b"M4A ": "audio/mp4",
    b"M4B ": "audio/mp4",
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"mif1": "image/heic",
    b"avif": "image/avif",
    b"qt  ": "video/quicktime",
}


def media_type(start: bytes) -> str:
    """Return the media type of a file that begins with *start*, as far as it can be told."""
    for sign, media in _STARTS:
        if start.startswith(sign):
            return media
    if start.startswith(b"RIFF"):
        return _RIFF.get(start[8:12], UNKNOWN)
    if start[4:8] == b"ftyp":
        return _BRANDS.get(start[8:12], "video/mp4")
    if start.startswith(b"MZ") and b"\0" in start:
        return PROGRAM
    if start.startswith(b"BM") and start[6:10] == b"\0\0\0\0":
        return "image/bmp"
    return TEXT if _is_text(start) else UNKNOWN


def sound_seconds(content: bytes, media: str) -> float | None:
    """Return how long a sound lasts, in seconds, where the file says so plainly.

    After the header of RIFF WAVE files and the ``mvhd`` box of ISO 14496-12.
    """
    try:
        if media == "audio/wav":
            return _wave_seconds(content)
        if media == "audio/mp4":
            return _movie_seconds(content)
    except (IndexError, ZeroDivisionError):
        pass  # cut off or made up: then it is not known
    return None


def _wave_seconds(content: bytes) -> float | None:
    form, data = content.find(b"fmt "), content.find(b"data")
    if min(form, data) < 0:
        return None
    per_second = int.from_bytes(content[form + 16 : form + 20], "little")
    return int.from_bytes(content[data + 4 : data + 8], "little") / per_second


def _movie_seconds(content: bytes) -> float | None:
    box = content.find(b"mvhd")
    if box < 0:
        return None
    wide = content[box + 4] == 1  # version 1 counts in 64 bits
    scale = box + (24 if wide else 16)
    end = scale + 4 + (8 if wide else 4)
    length = int.from_bytes(content[scale + 4 : end], "big")
    return length / int.from_bytes(content[scale : scale + 4], "big")


def _is_text(start: bytes) -> bool:
    if b"\0" in start:
        return False
    try:
        start.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start >= len(start) - 3  # a sign that goes on in the next piece
    return True
