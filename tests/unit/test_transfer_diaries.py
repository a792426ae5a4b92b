"""Notes of other programs; the files of jrnl and RedNotebook were made by these themselves.

``jrnl.txt`` and ``jrnl.json`` by jrnl 4.6, ``red_notebook`` by the storage of RedNotebook;
``day_one.json`` was written after exports that people published.
"""

import json
import shutil
import zipfile
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onveilig_desktop.errors import (
    FutureDateError,
    NoSuchDayError,
    OnveiligError,
    TooLongError,
)
from onveilig_desktop.journal import Precision
from onveilig_desktop.journal.incoming import EmptyFileError, NoFileError, UnreadableFileError
from onveilig_desktop.transfer import Form, read_past, recognise
from onveilig_desktop.transfer.decoding import NoTextError, decoded
from onveilig_desktop.transfer.diaries import NoDateAboveError, read_jrnl, read_text
from onveilig_desktop.transfer.forms import SpreadsheetError
from onveilig_desktop.transfer.opening import MAX_NOTES, HugeFileError
from onveilig_desktop.transfer.past import BrokenNotesError, UnknownFormError

DATA = Path(__file__).parents[1] / "data" / "transfer"
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
TODAY = NOW.date()


def read(path):
    return read_past(path, recognise(path, TODAY), NOW)


def told(found):
    return [(note.happened.day, note.happened.minute, note.words) for note in found.notes]


def written(folder, name, text, encoding="utf-8"):
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


LAST = (
    "Eerste dag van de maand.\nMet café en naïef 🙂\n\n- een\n- twee @werk\n"
    "[geen datum] hier gaat het verder"
)
JRNL = [
    (
        date(2026, 2, 14),
        time(20, 30),
        "Samen gegeten.\nLater op de avond stil naast elkaar. @thuis",
    ),
    (date(2026, 2, 15), None, "Wandeling gemaakt.\nDe lucht was *koud*."),
    (
        date(2026, 3, 1),
        time(7),
        LAST,
    ),
]


@pytest.mark.parametrize(("name", "form"), [("jrnl.txt", Form.JRNL), ("jrnl.json", Form.JRNL_JSON)])
def test_jrnl(name, form):
    assert recognise(DATA / name, TODAY) is form
    assert told(read(DATA / name)) == JRNL


def test_red_notebook():
    assert recognise(DATA / "red_notebook", TODAY) is Form.RED_NOTEBOOK
    found = read(DATA / "red_notebook")
    listed = "Dingen:\n- Boodschappen\n- Was gedaan"
    walk = f'Wandeling gemaakt: "lucht", zei ik.\n- één\n- twee\n\n{listed}'
    assert told(found)[1:3] == [
        (date(2026, 2, 15), None, walk),
        (date(2026, 2, 28), None, "Dingen:\n- Alleen een lijstje"),
    ]
    assert [note.happened.day.day for note in found.notes] == [14, 15, 28, 1]


def test_the_folder_above_that_of_red_notebook_will_do(tmp_path):
    shutil.copytree(DATA / "red_notebook", tmp_path / "data")
    assert len(read(tmp_path).notes) == 4


def test_day_one(tmp_path):
    assert recognise(DATA / "day_one.json", TODAY) is Form.DAY_ONE
    found = read(DATA / "day_one.json")
    first, last = found.notes
    assert (first.happened.minute, first.happened.utc_offset) == (time(20, 30), timedelta(hours=1))
    assert first.words == "Samen gegeten.\n\nLater op de avond stil - naast elkaar.\n\n#thuis"
    assert first.details.place == "Dorpsstraat"
    assert (last.happened.day, last.happened.precision) == (date(2026, 3, 1), Precision.DAY)
    assert found.left == 1
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as made:
        made.write(DATA / "day_one.json", "Journal.json")
        made.writestr("photos/a.jpeg", b"x")
    assert told(read(tmp_path / "export.zip")) == told(found)


def test_text_under_dates(tmp_path):
    text = (
        "vooraf\n\n14-2-2026\nSamen gegeten\n\n15 februari 2026: wandeling\nverder\n\n"
        "## 2026-03-01 07:00\nx\nmaart 2026\neen maand\n30-2-2026\nniet\n1-1-2027\nlater\n"
    )
    path = written(tmp_path, "notes.txt", text)
    assert recognise(path, TODAY) is Form.TEXT
    found = read(path)
    assert told(found) == [
        (date(2026, 2, 14), None, "Samen gegeten"),
        (date(2026, 2, 15), None, "wandeling\nverder"),
        (date(2026, 3, 1), None, "een maand\n30-2-2026\nniet\n1-1-2027\nlater"),
        (date(2026, 3, 1), time(7), "x"),
    ]
    assert [unread.sentence for unread in found.unread] == [NoDateAboveError.sentence]
    assert found.notes[2].happened.precision is Precision.MONTH
    assert "vooraf" not in repr(found)


def test_a_date_without_its_year_is_no_date():
    with pytest.raises(UnknownFormError):
        read_text("gisteren\nwoorden\n14-3\nmeer\nvrijdag\nnog meer", NOW)


def test_what_is_not_right_stays_out_alone(tmp_path):
    text = "[2026-02-14] goed\n[2026-02-15] " + "x" * 1_000_001 + "\n[2026-02-16]   \n"
    found = read_jrnl(text, NOW)
    assert [note.text.strip() for note in found.notes] == ["goed"]
    assert found.unread[0].sentence == TooLongError.sentence


def test_days_that_are_not_there_or_have_yet_to_come(tmp_path):
    written(tmp_path, "2026-02.txt", "31: {text: niet}\n1: {text: wel}\n")
    written(tmp_path, "2026-12.txt", "1: {text: later}\n")
    found = read(tmp_path)
    assert [note.text for note in found.notes] == ["wel"]
    sentences = [unread.sentence for unread in found.unread]
    assert sentences == [NoSuchDayError.sentence, FutureDateError.sentence]


@pytest.mark.parametrize(
    "text",
    [
        "1: {text: [",
        "- a",
        "1: woorden",
        "a: {text: b}",
        "1: &a {text: x, b: *a}",
        "1: !!python/object/apply:os.system [ls]",
        "[" * 5000,
    ],
)
def test_yaml_that_is_not_of_red_notebook(tmp_path, text):
    written(tmp_path, "2026-02.txt", text)
    with pytest.raises(BrokenNotesError):
        read(tmp_path)


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("a", b"", EmptyFileError),
        ("a.txt", b"\0\1\2\3", NoTextError),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0", NoTextError),
        ("a.csv", b"\x81\x8d\x9d", NoTextError),
        ("a.txt", b"alleen woorden, geen dag", UnknownFormError),
        ("a.json", b"{", BrokenNotesError),
        ("a.json", b"{}", UnknownFormError),
        ("a.json", b'{"entries": []}', UnknownFormError),
        ("a.json", b'{"entries": [{"iets": 1}]}', UnknownFormError),
        ("a.json", b'{"entries": ' + b"[" * 100_000, BrokenNotesError),
        ("a.json", b'{"entries": [{"creationDate": 1}, 5]}', BrokenNotesError),
        ("a.zip", b"PK\x03\x04 stuk", BrokenNotesError),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path, name, data, error):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(error):
        read(path)


def test_a_file_that_is_not_there_too_large_or_a_folder(tmp_path):
    with pytest.raises(UnreadableFileError):
        read(tmp_path / "weg")
    with pytest.raises(NoFileError):
        read(tmp_path)
    with (tmp_path / "groot.txt").open("wb") as file:
        file.truncate(MAX_NOTES + 1)
    with pytest.raises(HugeFileError):
        read(tmp_path / "groot.txt")


def test_a_zip_of_something_else(tmp_path):
    for name, error in (
        ("xl/workbook.xml", SpreadsheetError),
        ("content.xml", SpreadsheetError),
        ("iets", UnknownFormError),
    ):
        with zipfile.ZipFile(tmp_path / "in.zip", "w") as made:
            made.writestr(name, b"x")
        with pytest.raises(error):
            recognise(tmp_path / "in.zip", TODAY)
    with zipfile.ZipFile(tmp_path / "in.zip", "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("Journal.json", b" " * (MAX_NOTES + 1))
    with pytest.raises(HugeFileError):
        read(tmp_path / "in.zip")


def test_a_copy_of_a_journal_is_told_apart(tmp_path):
    assert recognise(written(tmp_path, "a", '{"format":"notities","v'), TODAY) is Form.COPY
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as made:
        made.writestr("journal.json", b"x")
    assert recognise(tmp_path / "in.zip", TODAY) is Form.COPY


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings(encoding):
    assert decoded("café\r\nnaïef €5\r".encode(encoding)) == "café\nnaïef €5\n"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["text", "tags", "creationDate", "timeZone", "title", "body", "date", "location"]
            ),
            inner,
            max_size=4,
        )
    ),
)


@given(st.lists(JSON, max_size=4), st.sampled_from([Form.DAY_ONE, Form.JRNL_JSON]))
def test_no_json_makes_the_readers_stumble(tmp_path_factory, rows, form):
    path = tmp_path_factory.mktemp("in") / "a.json"
    path.write_text(json.dumps({"entries": rows}))
    with suppress(OnveiligError):  # any other error is what this test looks for
        read_past(path, form, NOW)


@given(st.text(max_size=200))
def test_no_text_makes_the_readers_stumble(text):
    for reader in (read_text, read_jrnl):
        with suppress(OnveiligError):
            reader(text, NOW)
