"""What kind of file it is, by its content."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onveilig_desktop.journal.media import PROGRAM, TEXT, UNKNOWN, media_type, sound_seconds


@pytest.mark.parametrize(
    ("start", "media"),
    [
        (b"\xff\xd8\xff\xe1..Exif", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n....IHDR", "image/png"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"RIFF\0\0\0\0WAVEfmt ", "audio/wav"),
        (b"RIFF\0\0\0\0JUNK", UNKNOWN),
        (b"\0\0\0\x18ftypheic", "image/heic"),
        (b"\0\0\0\x18ftypM4A ", "audio/mp4"),
        (b"\0\0\0\x18ftypisom", "video/mp4"),
        (b"BM\x36\0\0\0\0\0\0\0", "image/bmp"),
        (b"BMW rijden\n", TEXT),
        (b"%PDF-1.7", "application/pdf"),
        (b"PK\x03\x04", "application/zip"),
        (b"ID3\x04", "audio/mpeg"),
        (b"OggS", "audio/ogg"),
        (b"\x7fELF\x02", PROGRAM),
        (b"MZ\x90\0\x03", PROGRAM),
        (b"MZ is a name too", TEXT),
        ("één zin".encode(), TEXT),
        ("één zin".encode("latin-1"), UNKNOWN),
        (b"\0\0\0", UNKNOWN),
    ],
)
def test_a_file_is_what_it_begins_with(start, media):
    assert media_type(start) == media


@pytest.mark.parametrize("cut", range(1, 4))
def test_a_text_may_be_cut_in_the_middle_of_a_sign(cut):
    assert media_type("zin 😀".encode()[: -cut or None]) == TEXT


def wave(per_second, length):
    form = struct.pack("<HHIIHH", 1, 1, per_second, per_second, 1, 8)
    chunks = b"fmt " + struct.pack("<I", len(form)) + form + b"data" + struct.pack("<I", length)
    return b"RIFF" + struct.pack("<I", 36 + length) + b"WAVE" + chunks


def movie(version, scale, length):
    dates, size = (b"\0" * 8, ">II") if version == 0 else (b"\0" * 16, ">IQ")
    box = b"mvhd" + bytes([version, 0, 0, 0]) + dates + struct.pack(size, scale, length)
    return b"\0\0\0\x18ftypM4A " + b"\0\0\0\x6cmoov\0\0\0\x6c" + box


@pytest.mark.parametrize(
    ("content", "media", "seconds"),
    [
        (wave(8000, 12_000), "audio/wav", 1.5),
        (wave(0, 12_000), "audio/wav", None),
        (b"RIFF", "audio/wav", None),
        (movie(0, 1000, 61_500), "audio/mp4", 61.5),
        (movie(1, 44_100, 88_200), "audio/mp4", 2.0),
        (movie(0, 0, 5), "audio/mp4", None),
        (b"mvhd", "audio/mp4", None),
        (b"", "audio/mp4", None),
        (b"ID3", "audio/mpeg", None),
    ],
)
def test_how_long_a_sound_lasts(content, media, seconds):
    assert sound_seconds(content, media) == seconds


@given(st.binary(max_size=200), st.sampled_from(["audio/wav", "audio/mp4"]))
def test_no_content_is_too_strange(content, media):
    assert media_type(content)
    found = sound_seconds(b"fmt data mvhd" + content, media)
    assert found is None or found >= 0
