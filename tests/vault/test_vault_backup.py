"""Backups: made, listed, kept, looked at and put back."""

import hashlib
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from vaults import PASSPHRASE, contents, database, gate_of

from onveilig_desktop.errors import (
    DamagedJournalError,
    NewerFormatError,
    OnveiligError,
    WrongCodeError,
    WrongPassphraseError,
)
from onveilig_desktop.journal import Draft
from onveilig_desktop.journal.backups import (
    BackupFolderGoneError,
    Contents,
    DamagedBackupError,
    LockedBackupError,
)
from onveilig_desktop.journal.recovery_code import RecoveryCode
from onveilig_desktop.vault.backup_file import BackupHeader
from onveilig_desktop.vault.key import DataKey

NEW = "vier blauwe bussen"


@pytest.fixture
def backups(gate, journal, clock):
    journal.save(Draft(text="Een gewone dag.", day="1-2"))
    clock.forward(minutes=1)
    return gate.backups


def stories(journal):
    return [line.opening for line in journal.lines()]


def names(folder):
    return sorted(file.name for file in folder.iterdir() if not file.name.endswith("-journal"))


def test_a_backup_says_when_and_how_much(backups, clock, gate, folder):
    made = backups.make()
    assert made.made_at == clock.now
    assert made.contents == Contents(1, clock.now.replace(minute=30))
    assert backups.all() == [made]
    assert backups.now() == made.contents
    assert made.path.parent == folder / "copies"
    assert made.size == made.path.stat().st_size
    assert names(folder) == sorted(["copies", "index", "index.lock", database(folder).name])
    assert not made.is_damaged
    assert not made.is_kept_aside


def test_it_is_one_file_of_which_nothing_can_be_read(backups, journal):
    journal.save(Draft(text="kanarie " * 1000, day="1-2"))
    raw = backups.make().path.read_bytes()
    assert b"kanarie" not in raw
    assert b"SQLite" not in raw
    assert all(len(set(raw[n : n + 4096])) > 200 for n in range(4096, len(raw), 4096))


def test_it_is_under_a_key_of_its_own(backups, gate):
    made = [backups.make().path for _ in range(2)]
    first, second = (BackupHeader.read(path).inner(gate._vault.key) for path in made)
    assert len({bytes(key._key) for key in (first, second, gate._vault.key)}) == 3
    assert len({key.file_id for key in (first, second, gate._vault.key)}) == 3


def test_it_is_due_when_something_was_written(backups, journal, gate):
    assert backups.is_due()
    backups.make()
    assert not backups.is_due()
    journal.lines()
    gate.close()
    journal = gate.open(PASSPHRASE)
    assert not gate.backups.is_due()
    journal.seal(Draft(text="half"))
    assert gate.backups.is_due()


def test_progress_is_heard(backups):
    heard = []
    backups.make(heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    assert len(heard) > 4


def test_old_ones_go_and_the_last_of_days_weeks_and_months_stay(backups, clock):
    for _ in range(30):
        clock.forward(days=1)
        made = backups.make()
    kept = backups.all()
    assert kept[0] == made
    assert 8 <= len(kept) <= 7 + 4 + 2
    assert backups.make() in backups.all()


def test_a_clock_that_went_back_costs_no_backup_just_made(backups, clock):
    clock.forward(days=400)
    for _ in range(8):
        clock.forward(days=1)
        backups.make()
    clock.forward(days=-500)
    assert backups.make() in backups.all()


def test_what_is_not_of_this_journal_stays(backups, clock, tmp_path, master):
    place = tmp_path / "stick"
    place.mkdir()
    other = gate_of(tmp_path / "other", clock)
    other.create(PASSPHRASE)
    other.backups.keep_in(place)
    theirs = other.backups.make()
    other.close()
    (place / "foto.jpg").write_bytes(b"x")
    (place / "20200101-000000").write_bytes(b"not a backup")
    backups.keep_in(place)
    for _ in range(3):
        clock.forward(hours=1)
        backups.make()
    assert {"foto.jpg", "20200101-000000", theirs.path.name} < {*names(place)}
    assert len(names(place)) == 4
    listed = {backup.path.name: backup for backup in backups.all()}
    assert listed["20200101-000000"].is_damaged
    assert listed[theirs.path.name].contents is None
    assert not listed[theirs.path.name].is_damaged
    assert "foto.jpg" not in listed


def test_the_folder_can_be_chosen_and_is_remembered(backups, gate, tmp_path, folder):
    place = tmp_path / "stick"
    with pytest.raises(BackupFolderGoneError):
        backups.keep_in(place)
    place.mkdir()
    backups.keep_in(place)
    assert names(place) == []
    gate.close()
    gate.open(PASSPHRASE)
    assert gate.backups.folder == place
    assert gate.backups.make().path.parent == place
    gate.backups.keep_in(None)
    assert gate.backups.folder == folder / "copies"


def test_a_stick_that_is_gone(backups, tmp_path):
    place = tmp_path / "stick"
    place.mkdir()
    backups.keep_in(place)
    backups.make()
    place.rename(tmp_path / "pulled out")
    with pytest.raises(BackupFolderGoneError):
        backups.make()
    assert not place.exists()
    assert backups.all() == []
    assert backups.is_due()
    (tmp_path / "pulled out").rename(place)
    assert len(backups.all()) == 1


def test_a_trial_says_what_is_in_it_and_changes_nothing(backups, journal, folder):
    made = backups.make()
    journal.save(Draft(text="Daarna.", day="2-2"))
    before = contents_of_files(folder)
    told, examined = backups.examine(made.path)
    assert told == made.contents
    assert told.entries == 1
    assert backups.now().entries == 2
    assert examined.is_complete
    assert examined.is_sound
    assert contents_of_files(folder) == before


def contents_of_files(folder):
    return {
        file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


def test_a_backup_put_back_and_what_it_replaced_put_back_again(backups, journal, gate, clock):
    made = backups.make()
    journal.save(Draft(text="Daarna.", day="2-2"))
    clock.forward(minutes=1)
    kept = backups.restore(made.path)
    assert stories(journal) == ["Een gewone dag."]
    assert kept.is_kept_aside
    assert kept.contents.entries == 2
    journal.save(Draft(text="Weer daarna.", day="3-2"))
    clock.forward(minutes=1)
    backups.restore(kept.path)
    assert stories(journal) == ["Daarna.", "Een gewone dag."]
    assert gate._vault.verify() == []
    gate.close()
    assert stories(gate.open(PASSPHRASE)) == ["Daarna.", "Een gewone dag."]


def test_what_is_kept_aside_stays_until_it_is_removed(backups, clock):
    kept = backups.restore(backups.make().path)
    for _ in range(40):
        clock.forward(days=1)
        backups.make()
    assert kept in backups.all()
    backups.remove(kept.path)
    assert kept not in backups.all()


def test_only_backups_are_removed(backups, tmp_path):
    photo = tmp_path / "foto.jpg"
    photo.write_bytes(b"x")
    with pytest.raises(DamagedBackupError):
        backups.remove(photo)
    assert photo.exists()


def test_settings_stay_when_an_old_journal_comes_back(backups, tmp_path):
    made = backups.make()
    place = tmp_path / "stick"
    place.mkdir()
    backups.keep_in(place)
    backups.restore(made.path)
    assert backups.folder == place


def test_a_backup_from_before_another_passphrase(backups, gate, clock):
    """The header alone changed: the journal that is open opens it by itself."""
    made = backups.make()
    gate.keys.change(PASSPHRASE, NEW, keeps_code=False)
    assert backups.all() == [made]
    assert backups.examine(made.path)[0].entries == 1


def test_a_backup_from_before_another_key(gate, backups, journal, clock):
    code = gate.keys.make_code(PASSPHRASE)
    made = backups.make()
    gate.keys.rotate(PASSPHRASE, NEW)
    journal.save(Draft(text="Daarna.", day="2-2"))
    clock.forward(minutes=1)
    (listed,) = gate.backups.all()
    assert (listed.path, listed.contents, listed.is_damaged) == (made.path, None, False)
    with pytest.raises(LockedBackupError):
        gate.backups.examine(made.path)
    with pytest.raises(WrongPassphraseError):
        gate.backups.examine(made.path, NEW)
    with pytest.raises(WrongCodeError):
        gate.backups.examine(made.path, RecoveryCode.fresh())
    for secret in (PASSPHRASE, code):
        assert gate.backups.examine(made.path, secret)[0] == made.contents
    gate.backups.restore(made.path, PASSPHRASE)
    assert stories(journal) == ["Een gewone dag."]
    gate.close()
    with pytest.raises(WrongPassphraseError):
        gate.open(PASSPHRASE)
    assert stories(gate.open(NEW)) == ["Een gewone dag."]


@pytest.mark.parametrize("by_code", [True, False])
def test_on_another_computer_with_nothing_but_the_backup(gate, backups, tmp_path, by_code):
    code = gate.keys.make_code(PASSPHRASE)
    made = backups.make()
    gate.close()
    elsewhere = gate_of(tmp_path / "elsewhere")
    for wrong in ("x", RecoveryCode.fresh()):
        with pytest.raises((WrongPassphraseError, WrongCodeError)):
            elsewhere.restore(made.path, wrong)
        assert not elsewhere.exists()
    assert stories(elsewhere.restore(made.path, code if by_code else PASSPHRASE)) == [
        "Een gewone dag."
    ]
    elsewhere.close()
    for secret in (PASSPHRASE, code):
        assert stories(elsewhere.open(secret)) == ["Een gewone dag."]
        assert elsewhere.keys.has_code
        elsewhere.close()


@pytest.mark.parametrize("what", ["index", "database", "both gone"])
def test_over_a_damaged_journal_of_which_nothing_is_lost(gate, backups, folder, what):
    made = backups.make()
    gate.close()
    file = database(folder)
    if what == "index":
        (folder / "index").write_bytes(b"x" * 4096)
    elif what == "database":
        file.write_bytes(file.read_bytes()[:9000])
    else:
        file.unlink()
        (folder / "index").unlink()
    before = files_of(folder)
    assert stories(gate.restore(made.path, PASSPHRASE)) == ["Een gewone dag."]
    gate.close()
    assert stories(gate.open(PASSPHRASE)) == ["Een gewone dag."]
    aside = list(folder.glob("*-aside"))
    assert [files_of(place) for place in aside] == ([before] if before else [])


def files_of(folder):
    """Every file with something in it."""
    found = (file for file in folder.iterdir() if file.is_file() and file.stat().st_size)
    return {file.name: file.read_bytes() for file in found}


def test_a_damaged_journal_is_no_backup_and_no_reason_to_drop_one(gate, backups, journal, folder):
    made = backups.make()
    journal.save(Draft(text="regel " * 5000, day="1-2"))
    file = database(folder)
    raw = bytearray(file.read_bytes())
    raw[-6000] ^= 1
    file.write_bytes(raw)
    with pytest.raises(DamagedJournalError):
        backups.make()
    assert backups.all() == [made]
    kept = backups.restore(made.path)
    assert kept.is_kept_aside
    assert kept.contents is None
    assert raw in kept.path.read_bytes()
    assert stories(journal) == ["Een gewone dag."]


def test_saving_goes_on_while_a_backup_is_made(gate, backups, journal):
    stop, written = threading.Event(), []

    def write():
        while not stop.is_set():
            written.append(journal.save(Draft(text="tussendoor", day="1-2")).id)

    with ThreadPoolExecutor(2) as threads:
        writing = threads.submit(write)
        made = [backups.make() for _ in range(4)]
        stop.set()
        writing.result()
    assert len(written) > 4
    for backup in made:
        told, examined = backups.examine(backup.path)
        assert examined.is_sound
        assert told == backup.contents
    assert {line.id for line in journal.lines()} >= set(written)


def test_a_shut_journal_makes_none(gate, backups):
    making = gate.backups
    gate.close()
    with pytest.raises(ValueError, match="shut"):
        making.make()
    with pytest.raises(ValueError, match="shut"):
        _ = gate.backups


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


def test_a_flipped_bit_in_any_page(backups, raw):
    path, whole = raw
    for page in range(1, len(whole) // 4096):
        flipped = bytearray(whole)
        flipped[page * 4096 + 2000] ^= 1
        path.write_bytes(flipped)
        refuse(backups, path)


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


@settings(max_examples=200)
@given(st.binary(max_size=8192))
def test_any_bytes_as_a_header(some):
    for whole in (some, (some[:4064].ljust(4064, b"\x01"))):
        made = whole if whole is some else whole + hashlib.sha256(whole).digest()
        try:
            parsed = BackupHeader.parse(made)
        except OnveiligError:
            continue
        assert parsed.inner(DataKey(bytearray(32), bytes(16), bytes(16))) is None
        assert parsed.facts(DataKey(bytearray(32), bytes(16), bytes(16))) is None


def test_a_refused_backup_leaves_nothing(backups, raw, folder):
    path, whole = raw
    path.write_bytes(whole[:-4096])
    before = contents(folder / "copies"), names(folder)
    for verb in (backups.examine, backups.restore):
        with pytest.raises(DamagedBackupError):
            verb(path)
    assert (contents(folder / "copies"), names(folder)) == before
