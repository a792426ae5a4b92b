"""What is no whole backup is refused, and leaves nothing behind."""

import hashlib

import pytest
from vaults import PASSPHRASE, contents, database, names

from onveilig_desktop.errors import NewerFormatError
from onveilig_desktop.journal.backups import BackupFolderGoneError, DamagedBackupError
from onveilig_desktop.vault.backup import _open
from onveilig_desktop.vault.backup_file import BackupHeader


@pytest.fixture
def raw(backups):
    made = backups.make()
    return made.path, made.path.read_bytes()


def refuse(backups, path, error=DamagedBackupError):
    with pytest.raises(error):
        backups.examine(path)


def test_a_flipped_bit_in_any_byte_of_the_header(backups, raw):
    _path, whole = raw
    for place in range(4096):
        flipped = bytearray(whole[:4096])
        flipped[place] ^= 1 << place % 8
        with pytest.raises(DamagedBackupError):
            BackupHeader.parse(bytes(flipped))


@pytest.mark.parametrize("place", [1500, 1700], ids=["the key", "what it tells"])
def test_a_sealed_part_that_was_written_over_by_someone_who_knows_the_form(backups, raw, place):
    path, whole = raw
    header = bytearray(whole[:4096])
    header[place] ^= 1
    header[-32:] = hashlib.sha256(header[:-32]).digest()
    path.write_bytes(header + whole[4096:])
    with pytest.raises(DamagedBackupError):
        backups.examine(path, PASSPHRASE)


def test_a_flipped_bit_in_any_page(backups, raw):
    path, whole = raw
    for page in range(1, len(whole) // 4096):
        flipped = bytearray(whole)
        flipped[page * 4096 + 2000] ^= 1
        path.write_bytes(flipped)
        refuse(backups, path)


def test_what_a_disk_wrote_otherwise_becomes_no_backup(gate, vault, folder):
    key = vault.key.copy()
    gate.close()
    _open(database(folder), key)
    flipped = bytearray(database(folder).read_bytes())
    flipped[-2000] ^= 1
    database(folder).write_bytes(flipped)
    with pytest.raises(DamagedBackupError):
        _open(database(folder), key)


@pytest.mark.parametrize("part", range(60))
def test_a_backup_that_was_cut_off(backups, raw, part):
    path, whole = raw
    lengths = [0, 1, 4095, 4096, 4097, 8191, 8192, len(whole) - 1]
    path.write_bytes(whole[: lengths[part] if part < 8 else len(whole) * part // 60])
    assert all(backup.is_damaged for backup in backups.all())
    refuse(backups, path)


def test_parts_of_two_backups(backups, raw, clock):
    path, first = raw
    second = backups.make().path.read_bytes()
    for swapped in (first[:4096] + second[4096:], second[:4096] + first[4096:]):
        path.write_bytes(swapped)
        refuse(backups, path)


def test_something_behind_it(backups, raw):
    path, whole = raw
    path.write_bytes(whole + bytes(4096))
    refuse(backups, path)


def test_what_is_not_there(backups, tmp_path):
    refuse(backups, tmp_path / "absent")
    refuse(backups, tmp_path / "absent" / "absent", BackupFolderGoneError)


def test_a_backup_of_a_newer_version(backups, raw):
    path, whole = raw
    newer = bytearray(whole[:4096])
    newer[16] = 2
    newer[-32:] = hashlib.sha256(newer[:-32]).digest()
    path.write_bytes(bytes(newer) + whole[4096:])
    refuse(backups, path, NewerFormatError)


def test_a_refused_backup_leaves_nothing(backups, raw, folder):
    path, whole = raw
    path.write_bytes(whole[:-4096])
    before = contents(folder / "copies"), names(folder)
    for verb in (backups.examine, backups.restore):
        with pytest.raises(DamagedBackupError):
            verb(path)
    assert (contents(folder / "copies"), names(folder)) == before
