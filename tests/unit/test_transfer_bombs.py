"""Files that were made to fill the memory, or to keep a reader busy for hours."""

import json
import zipfile
from datetime import UTC, datetime

import pytest

from onveilig_desktop.journal.progress import to_nobody
from onveilig_desktop.transfer import read_past, recognise
from onveilig_desktop.transfer.diaries import (
    NoDateAboveError,
    read_day_one,
    read_jrnl,
    read_jrnl_json,
    read_text,
)
from onveilig_desktop.transfer.opening import HugeFileError
from onveilig_desktop.transfer.past import MOST_NOTES, BrokenNotesError, Gathering, UnknownFormError
from onveilig_desktop.transfer.table_reading import table_of

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def read(path, data):
    path.write_bytes(data)
    return read_past(path, recognise(path, NOW.date()), NOW)


@pytest.mark.parametrize(
    "text",
    [
        "a\n" * (MOST_NOTES + 1),
        ";" * 499 + "a\n" + "a\n" * 20_000,
    ],
    ids=["rows", "cells"],
)
def test_a_table_without_end(text):
    with pytest.raises(HugeFileError):
        table_of(text)


def test_empty_rows_do_not_count():
    assert len(table_of("datum;tekst\n" + "\n;\n" * MOST_NOTES + "2026-01-02;a\n").rows) == 1


@pytest.mark.parametrize("empty", [b"{}", b"[]"])
def test_millions_of_empty_entries(tmp_path, empty):
    many = b'{"entries":[{"creationDate":""}' + (b"," + empty) * 4_000_000
    with pytest.raises(HugeFileError):
        read(tmp_path / "a.json", many + b"]}")


def test_more_notes_than_anyone_writes():
    def make():
        raise NoDateAboveError

    gathering = Gathering(NOW, to_nobody)
    for _ in range(MOST_NOTES):
        gathering.add("", make)
    with pytest.raises(HugeFileError):
        gathering.add("", make)


def refused(_number, _count):
    raise AssertionError("a note was read before all of it was refused")


def test_too_much_is_refused_before_any_of_it_is_read():
    with pytest.raises(HugeFileError):
        read_jrnl("[2026-01-02 10:00] a\n" * (MOST_NOTES + 1), NOW, refused)
    rows = [{"date": "2026-01-02", "time": "10:00", "title": "a", "body": ""}]
    for read_rows in (read_jrnl_json, read_day_one):
        with pytest.raises(HugeFileError):
            read_rows(rows * (MOST_NOTES + 1), NOW, refused)


def test_a_line_that_is_nearly_a_heading():
    """Tried every way to cut it in pieces, this would take longer than anyone waits."""
    found = read_text("14-2-2026\n" + "*" * 200_000 + "x" * 100, NOW)
    assert len(found.notes) == 1


def test_a_text_that_is_nearly_all_pictures(tmp_path):
    entry = {"creationDate": "2026-02-14T00:00:00Z", "text": "![" * 450_000}
    [note] = read(tmp_path / "a.json", json.dumps({"entries": [entry]}).encode()).notes
    assert note.text == entry["text"]


def test_a_zip_that_says_it_is_small(tmp_path):
    """What it says of itself is as much as is ever unpacked of it."""
    whole = b'{"entries":[' + b" " * 10_000_000 + b"]}"
    with zipfile.ZipFile(tmp_path / "in.zip", "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("Journal.json", whole)
    says = len(whole).to_bytes(4, "little")
    data = (tmp_path / "in.zip").read_bytes()
    assert data.count(says) == 2
    with pytest.raises(BrokenNotesError):
        read(tmp_path / "in.zip", data.replace(says, (1000).to_bytes(4, "little")))


@pytest.mark.parametrize("name", ["../Journal.json", "/Journal.json", "a/Journal.json"])
def test_only_what_lies_on_top_in_a_zip_is_read(tmp_path, name):
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as made:
        made.writestr(name, b'{"entries":[{"creationDate":"2026-02-14T00:00:00Z","text":"a"}]}')
    with pytest.raises(UnknownFormError):
        read(tmp_path / "in.zip", (tmp_path / "in.zip").read_bytes())
    assert [path.name for path in tmp_path.iterdir()] == ["in.zip"]


def strange(*entries):
    return b'{"entries":[' + b",".join(entries) + b"]}"


GOOD = b'{"creationDate":"2026-02-14T00:00:00Z","text":"goed"}'
STRANGE = [
    b'{"creationDate":NaN,"text":"a"}',
    b'{"creationDate":1e999,"text":"a"}',
    b'{"creationDate":-99999999999999999999999999,"text":"a"}',
    b'{"creationDate":"0001-01-01T00:00:00Z","text":"a","timeZone":"America/New_York"}',
    b'{"creationDate":"1899-12-31T00:00:00Z","text":"a"}',
    b'{"creationDate":"9999-12-31T23:59:59Z","text":"a","timeZone":"Asia/Tokyo"}',
    b'{"creationDate":"2027-01-01T00:00:00Z","text":"a"}',
    b'{"creationDate":"2026-02-14T00:00:00Z","text":"a","timeZone":"../../../etc/localtime"}',
    b'{"creationDate":"2026-02-14T00:00:00Z","text":"a","timeZone":"/etc/localtime"}',
    b'{"creationDate":"2026-02-14T00:00:00Z","text":null,"tags":{},"location":[]}',
    b'{"creationDate":"2026-02-14T00:00:00Z","text":["a"],"tags":[null,1]}',
]


@pytest.mark.parametrize("entry", STRANGE)
def test_one_strange_note_keeps_no_other_out(tmp_path, entry):
    found = read(tmp_path / "a.json", strange(GOOD, entry, GOOD))
    assert [note.text for note in found.notes] == ["goed", "goed"]
    [unread] = found.unread
    assert (unread.number, unread.sentence[-1]) == (2, ".")


def test_half_characters_become_whole_ones(tmp_path):
    entry = b'{"creationDate":"2026-02-14T00:00:00Z","text":"a\\ud800b","tags":["\\udc00"],'
    entry += b'"location":{"placeName":"\\ud800"}}'
    [note] = read(tmp_path / "a.json", strange(entry)).notes
    note.words.encode()
    note.entry(NOW).details.place.encode()
