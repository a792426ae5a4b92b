"""Files in the journal: whole and unchanged, or not at all."""

import hashlib
import os
import random
import sys
from dataclasses import replace

import pytest
from vaults import PASSPHRASE

from onveilig_desktop.errors import DamagedJournalError, MissingEntryError
from onveilig_desktop.journal import Draft, Flaw, Wrong, attachments
from onveilig_desktop.journal.attachment import MissingAttachmentError
from onveilig_desktop.journal.attachments import FullOfFilesError
from onveilig_desktop.journal.incoming import (
    MAX_FILE,
    PIECE,
    ChangedFileError,
    EmptyFileError,
    LargeFileError,
    NoFileError,
    ProgramFileError,
    UnreadableFileError,
    incoming,
)
from onveilig_desktop.writing import write_pieces

JPEG = b"\xff\xd8\xff\xe0" + bytes(100)


@pytest.fixture
def entry(journal):
    return journal.save(Draft(text="met een foto", day="1-2"))


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "vakantie.txt"
    path.write_bytes(JPEG + random.Random(1).randbytes(3 * PIECE))  # noqa: S311 - not secret
    return path


def rows(vault, table):
    with vault._begin() as connection:
        return connection.exec_driver_sql(f"SELECT * FROM {table}").all()  # noqa: S608


def test_a_file_comes_out_as_it_went_in(journal, entry, photo, tmp_path, clock, gate):
    made = journal.attachments.add(entry.id, photo)
    assert (made.name, made.media, made.size) == (
        "vakantie.txt",
        "image/jpeg",
        photo.stat().st_size,
    )
    assert made.sha256 == hashlib.sha256(photo.read_bytes()).digest()
    assert made.added_at == clock.now
    gate.close()
    journal = gate.open(PASSPHRASE)
    assert journal.attachments.of(entry.id) == [made]
    assert journal.attachments.read(made.id) == photo.read_bytes()
    journal.attachments.give(made.id, lambda pieces: write_pieces(tmp_path / "uit", pieces))
    assert (tmp_path / "uit").read_bytes() == photo.read_bytes()


def test_it_is_kept_in_chunks(journal, entry, photo, vault):
    journal.attachments.add(entry.id, photo)
    sizes = [len(row.bytes) for row in rows(vault, "chunk")]
    assert sizes == [PIECE, PIECE, PIECE, len(JPEG)]


def test_the_same_file_may_belong_to_an_entry_twice(journal, entry, photo, vault):
    names = [journal.attachments.add(entry.id, photo).name for _ in range(2)]
    assert [made.name for made in journal.attachments.of(entry.id)] == names
    assert vault.verify() == []
    with vault._begin() as connection:
        connection.exec_driver_sql("UPDATE chunk SET bytes = x'00' WHERE attachment = 2")
    assert vault.verify() == [Flaw(3, Wrong.ATTACHMENT)]


def refused(journal, entry, path, error, vault):
    before = rows(vault, "revision")
    with pytest.raises(error) as caught:
        journal.attachments.add(entry.id, path)
    assert path.name not in str(caught.value)
    assert rows(vault, "attachment") == rows(vault, "chunk") == []
    assert rows(vault, "revision") == before


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", EmptyFileError),
        (b"MZ\x90\0" + bytes(60), ProgramFileError),
        (b"\x7fELF" + bytes(60), ProgramFileError),
    ],
)
def test_a_file_that_cannot_be_taken(journal, entry, vault, tmp_path, content, error):
    path = tmp_path / "foto.jpg"
    path.write_bytes(content)
    refused(journal, entry, path, error, vault)


def test_a_folder_and_nothing_at_all(journal, entry, vault, tmp_path):
    refused(journal, entry, tmp_path, NoFileError, vault)
    refused(journal, entry, tmp_path / "weg.jpg", UnreadableFileError, vault)
    refused(journal, entry, tmp_path / "nul\0.jpg", UnreadableFileError, vault)


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes with a name")
def test_a_pipe_is_not_waited_for(journal, entry, vault, tmp_path):
    os.mkfifo(tmp_path / "pijp.jpg")
    refused(journal, entry, tmp_path / "pijp.jpg", NoFileError, vault)


def test_a_film_of_three_gigabytes(journal, entry, vault, tmp_path):
    path = tmp_path / "film.mp4"
    with path.open("wb") as file:
        file.truncate(3 * 1024**3)
    refused(journal, entry, path, LargeFileError, vault)


def test_the_largest_file_that_fits_and_one_byte_more(journal, entry, vault, tmp_path):
    path = tmp_path / "groot"
    with path.open("wb") as file:
        file.truncate(MAX_FILE + 1)
    refused(journal, entry, path, LargeFileError, vault)
    os.truncate(path, MAX_FILE)
    assert journal.attachments.add(entry.id, path).size == MAX_FILE


@pytest.mark.parametrize("size", [0, PIECE, 4 * PIECE])
def test_a_file_that_changes_while_it_is_read(journal, entry, vault, photo, size):
    """It is cut off, or written to, after its first piece was read."""

    with pytest.raises(ChangedFileError):
        put_while_it_changes(vault, entry, photo, size)
    assert rows(vault, "attachment") == rows(vault, "chunk") == []


def put_while_it_changes(vault, entry, photo, size):
    with incoming(photo) as file, vault.transaction() as transaction:

        def pieces():
            for piece in file.pieces:
                yield piece
                os.truncate(photo, size)

        transaction.attachments.put(entry.id, replace(file, pieces=pieces()), entry.written_at)


def test_more_than_all_together_may_be(journal, entry, photo, monkeypatch, vault):
    journal.attachments.add(entry.id, photo)
    monkeypatch.setattr(attachments, "MAX_TOGETHER", 2 * photo.stat().st_size - 1)
    with pytest.raises(FullOfFilesError):
        journal.attachments.add(entry.id, photo)
    assert len(rows(vault, "attachment")) == 1


def test_an_entry_that_is_not_there(journal, entry, photo):
    journal.delete(entry.id)
    with pytest.raises(MissingEntryError):
        journal.attachments.add(entry.id, photo)


def test_a_removed_file_is_gone_and_the_chain_holds(journal, entry, photo, vault):
    made = journal.attachments.add(entry.id, photo)
    journal.attachments.remove(made.id)
    assert rows(vault, "attachment") == rows(vault, "chunk") == []
    assert vault.verify() == []
    assert [row.kind for row in rows(vault, "revision")] == ["create", "attach", "erase"]
    for verb in (journal.attachments.read, journal.attachments.remove):
        with pytest.raises(MissingAttachmentError):
            verb(made.id)


def large(tmp_path, chunks):
    path = tmp_path / "lang.wav"
    path.write_bytes(random.Random(2).randbytes(chunks * PIECE))  # noqa: S311 - not secret
    return path


@pytest.mark.parametrize("is_binned", [True, False])
def test_a_large_file_goes_in_steps_between_which_others_save(
    journal, entry, photo, vault, tmp_path, is_binned
):
    made = journal.attachments.add(entry.id, large(tmp_path, chunks=20))
    if is_binned:
        journal.attachments.add(entry.id, photo)
        journal.delete(entry.id)
        journal.bin.erase(entry.id)
        assert journal.bin.lines() == []
    else:
        journal.attachments.remove(made.id)
        assert journal.attachments.of(entry.id) == []
    with pytest.raises(MissingAttachmentError):
        journal.attachments.read(made.id)
    assert {row[2:7] for row in rows(vault, "attachment")} == {(None, "", "", 0, b"")}
    assert vault.verify() == []
    other = journal.save(Draft(text="tussendoor", day="3-2"))
    left = [journal.attachments.clear()]
    while left[-1]:
        journal.attachments.add(other.id, photo)  # takes no place of what is on its way out
        left.append(journal.attachments.clear())
    added = len(left) - 1
    assert added > 0
    assert left == sorted(left, reverse=True)
    assert len(rows(vault, "attachment")) == len(journal.attachments.of(other.id)) == added
    assert len(rows(vault, "chunk")) == 4 * added
    assert vault.verify() == []


def test_what_was_not_overwritten_is_after_opening_again(journal, entry, gate, tmp_path):
    made = journal.attachments.add(entry.id, large(tmp_path, chunks=20))
    journal.attachments.remove(made.id)
    gate.close()
    again = gate.open(PASSPHRASE)
    assert again.attachments.clear() > 0
    assert [again.attachments.clear() for _ in range(3)][-1] == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE chunk SET bytes = zeroblob(5) WHERE number = 1",
        "DELETE FROM chunk WHERE number = 2",
        "UPDATE attachment SET sha256 = randomblob(32)",
        "UPDATE attachment SET name = 'anders.txt'",
        "UPDATE attachment SET added_at = added_at + 1",
        "DELETE FROM attachment",
    ],
)
def test_what_was_changed_in_a_file_is_seen(journal, entry, photo, vault, statement):
    journal.attachments.add(entry.id, photo)
    with vault._begin() as connection:
        connection.exec_driver_sql(statement)
    assert vault.verify() == [Flaw(2, Wrong.ATTACHMENT)]


def test_a_file_under_the_id_of_an_entry_is_seen(journal, entry, photo, vault):
    journal.attachments.add(entry.id, photo)
    with vault._begin() as connection:
        connection.exec_driver_sql("UPDATE attachment SET id = (SELECT id FROM entry)")
    assert vault.verify() == [Flaw(0, Wrong.ATTACHMENT), Flaw(2, Wrong.ATTACHMENT)]


def test_a_file_without_a_history_is_seen(journal, entry, vault):
    with vault._begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO attachment (id, entry, name, media, size, sha256, added_at, added_offset)"
            " VALUES (randomblob(16), 1, 'x', 'x', 0, x'', 0, 0)"
        )
    assert vault.verify() == [Flaw(0, Wrong.ATTACHMENT)]


def test_changed_bytes_are_never_taken_out(journal, entry, photo, vault, tmp_path):
    made = journal.attachments.add(entry.id, photo)
    with vault._begin() as connection:
        connection.exec_driver_sql("UPDATE chunk SET bytes = zeroblob(5) WHERE number = 1")
    with pytest.raises(DamagedJournalError):
        journal.attachments.give(made.id, lambda pieces: write_pieces(tmp_path / "uit", pieces))
    assert not (tmp_path / "uit").exists()
