"""What is not a whole journal of this program is refused with its own sentence, untouched."""

import hashlib
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from vaults import CHEAP, NOON, PASSPHRASE, contents, database, gate_of

from onveilig_desktop.errors import (
    DamagedJournalError,
    ForeignFileError,
    JournalExistsError,
    LowMemoryError,
    NewerFormatError,
    WrongPassphraseError,
)
from onveilig_desktop.vault import KeyWork, VaultGate
from onveilig_desktop.vault.header import Header

if sys.platform != "win32":
    import resource

GREEDY = KeyWork(1, 4 * 1024 * 1024)


@contextmanager
def refused(folder, error):
    before = contents(folder)
    with pytest.raises(error):
        yield
    assert contents(folder) == before


def test_a_header_with_something_behind_it(folder):
    with (folder / "index").open("ab") as index:
        index.write(b"x")
    with refused(folder, DamagedJournalError):
        gate_of(folder).open(PASSPHRASE)


def test_a_missing_header(folder):
    (folder / "index").unlink()
    assert gate_of(folder).exists()
    with refused(folder, DamagedJournalError):
        gate_of(folder).open(PASSPHRASE)
    with refused(folder, JournalExistsError):
        gate_of(folder).create(PASSPHRASE)


def test_an_empty_header_alone(tmp_path):
    (tmp_path / "index").touch()
    with refused(tmp_path, DamagedJournalError):
        gate_of(tmp_path).open(PASSPHRASE)


@pytest.mark.parametrize("field", ["salt", "work", "slots"])
def test_a_header_altered_with_a_right_checksum_opens_nothing(folder, field):
    index = folder / "index"
    header = Header.parse(index.read_bytes())
    other = Header.fresh(KeyWork(2, CHEAP.kibibytes))
    fields = {name: getattr(header, name) for name in ("salt", "work", "generation", "slots")}
    index.write_bytes(Header(**{**fields, field: getattr(other, field)}).pack())
    with refused(folder, WrongPassphraseError):
        gate_of(folder).open(PASSPHRASE)


def test_a_slot_in_another_place_opens_nothing(folder):
    index = folder / "index"
    header = Header.parse(index.read_bytes())
    moved = header.slots[1:] + header.slots[:1]
    index.write_bytes(Header(header.salt, header.work, header.generation, moved).pack())
    with refused(folder, WrongPassphraseError):
        gate_of(folder).open(PASSPHRASE)


@pytest.mark.parametrize("content", [b"x", b"[index]\nname=foto's\n", bytes(4096), b"\xff" * 9000])
def test_a_file_of_someone_else(tmp_path, content):
    (tmp_path / "index").write_bytes(content)
    gate = gate_of(tmp_path)
    with refused(tmp_path, ForeignFileError):
        gate.open(PASSPHRASE)
    with refused(tmp_path, ForeignFileError):
        gate.create(PASSPHRASE)
    assert [file.name for file in tmp_path.iterdir()] == ["index"]


def test_a_lock_of_someone_else(folder):
    (folder / "index.lock").write_bytes(b"4711")
    with refused(folder, ForeignFileError):
        gate_of(folder).open(PASSPHRASE)
    assert (folder / "index.lock").read_bytes() == b"4711"


def test_folders_where_files_should_be(tmp_path):
    (tmp_path / "index").mkdir()
    for verb in (gate_of(tmp_path).open, gate_of(tmp_path).create):
        with pytest.raises(ForeignFileError):
            verb(PASSPHRASE)


def test_a_file_where_the_folder_should_be(tmp_path):
    file = tmp_path / "journal"
    file.write_text("x")
    with pytest.raises(ForeignFileError):
        gate_of(file).create(PASSPHRASE)
    assert file.read_text() == "x"


def test_other_files_in_the_folder_stay(tmp_path):
    (tmp_path / "vakantie.txt").write_text("zon")
    (tmp_path / "index.html").write_text("<p>")
    gate = gate_of(tmp_path)
    gate.create(PASSPHRASE)
    gate.close()
    assert (tmp_path / "vakantie.txt").read_text() == "zon"
    assert (tmp_path / "index.html").read_text() == "<p>"


def test_a_header_of_a_newer_version(folder):
    index = folder / "index"
    raw = bytearray(index.read_bytes())
    raw[16] = 2
    index.write_bytes(raw[:-32] + hashlib.sha256(raw[:-32]).digest())
    with refused(folder, NewerFormatError):
        gate_of(folder).open(PASSPHRASE)
    with refused(folder, JournalExistsError):
        gate_of(folder).create(PASSPHRASE)


def test_a_schema_of_a_newer_version(gate, journal, vault, folder):
    with vault._begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0999'")
    gate.close()
    with refused(folder, NewerFormatError):
        gate.open(PASSPHRASE)


def test_a_missing_database(folder):
    database(folder).unlink()
    with refused(folder, DamagedJournalError):
        gate_of(folder).open(PASSPHRASE)


def test_a_database_of_ours_under_another_id(gate, vault, folder):
    with vault._begin() as connection:
        connection.exec_driver_sql("UPDATE vault SET file_id = randomblob(16)")
    gate.close()
    with refused(folder, DamagedJournalError):
        gate.open(PASSPHRASE)


def test_a_database_of_another_program(gate, vault, folder):
    with vault._begin() as connection:
        connection.exec_driver_sql("PRAGMA application_id = 1")
    gate.close()
    with refused(folder, DamagedJournalError):
        gate.open(PASSPHRASE)


@pytest.fixture
def little_memory():
    """No more than 32 MiB beside what this process has mapped."""
    if sys.platform != "linux":
        pytest.skip("memory is limited and read as Linux does")
    mapped = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    limits = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (mapped + 32 * 1024**2, limits[1]))
    yield
    resource.setrlimit(resource.RLIMIT_AS, limits)


@pytest.mark.usefixtures("little_memory")
def test_too_little_memory(folder):
    index = folder / "index"
    header = Header.parse(index.read_bytes())
    index.write_bytes(Header(header.salt, GREEDY, header.generation, header.slots).pack())
    with refused(folder, LowMemoryError):
        gate_of(folder).open(PASSPHRASE)
    with pytest.raises(LowMemoryError):
        KeyWork.measured()


@pytest.mark.usefixtures("little_memory")
def test_too_little_memory_for_another_key(folder):
    gate = VaultGate(folder, lambda: NOON, work=GREEDY)
    gate.open(PASSPHRASE)
    before = contents(folder)
    with pytest.raises(LowMemoryError):
        gate.keys.rotate(PASSPHRASE, "vier groene fietsen")
    assert contents(folder) == before
    gate.close()
    gate.open(PASSPHRASE)
    gate.close()
