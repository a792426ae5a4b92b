"""What is damaged is found, and what can be read of it is read."""

import random
from contextlib import closing
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from vaults import PASSPHRASE, contents, database

from onveilig_desktop import catalog
from onveilig_desktop.errors import (
    DamagedJournalError,
    ReadOnlyFolderError,
    WrongPassphraseError,
)
from onveilig_desktop.journal import Answers, Draft, EntryId, Query, Wrong
from onveilig_desktop.journal.integrity import Damage
from onveilig_desktop.vault.connection import connect

TEXT = "regel " * 700


@pytest.fixture
def written(journal):
    """The entries of a journal of some pages."""
    entries = [
        journal.save(Draft(text=f"{n} {TEXT}", day="1-2", signals=frozenset({"shouting"})))
        for n in range(40)
    ]
    journal.delete(entries[0].id)
    return entries


def flip(folder, page, *, at=2000):
    file = database(folder)
    raw = bytearray(file.read_bytes())
    raw[page * 4096 + at] ^= 1
    file.write_bytes(raw)


def complete(gate):
    *_before, last = gate.care.examine()
    assert last.is_complete
    return last


def test_a_sound_journal_is_sound_and_that_is_remembered(gate, written, clock):
    assert gate.care.is_due()
    assert gate.care.last_examined() is None
    done = [examined.done for examined in gate.care.examine()]
    assert done == sorted(done)
    assert (done[0], done[-1]) == (0.0, 1.0)
    assert complete(gate).is_sound
    assert not gate.care.is_due()
    assert gate.care.last_examined() == clock.now
    clock.forward(days=7)
    assert gate.care.is_due()


def test_half_a_look_and_a_damaged_journal_are_not_remembered_as_sound(gate, written, vault):
    assert next(gate.care.examine()).is_sound
    assert gate.care.last_examined() is None
    with vault.writing() as connection:
        connection.exec_driver_sql("DELETE FROM word_index_data WHERE id > 10")
    assert not complete(gate).is_sound
    assert gate.care.last_examined() is None


def test_a_clock_that_went_back_makes_it_due(gate, journal, clock):
    complete(gate)
    clock.forward(days=-1)
    assert gate.care.is_due()


def test_no_damaged_page_reads_as_something_else(gate, written, folder):
    """It would read as zeros, in the middle of a text or of its history."""
    gate.close()
    whole = database(folder).read_bytes()
    refused = 0
    for page in range(60, len(whole) // 4096, 9):
        flip(folder, page)
        journal = gate.open(PASSPHRASE)
        for entry in written[1:]:
            try:
                assert journal.entry(entry.id) == entry
                assert [version.entry for version in journal.history.versions(entry.id)] == [entry]
            except DamagedJournalError:
                refused += 1
        gate.close()
        database(folder).write_bytes(whole)
    assert refused > 0


def test_an_index_that_lost_a_word_is_found(gate, written, vault):
    with vault.writing() as connection:
        connection.exec_driver_sql("DELETE FROM word_index_data WHERE id > 10")
    told = {one.done: one.damage for one in gate.care.examine()}
    assert told.pop(0.0) == told.pop(0.1) == ()
    assert set(told.values()) == {(Damage.SEARCH,)}  # from when it was found


def test_a_history_that_cannot_be_read_is_told(gate, written, folder):
    gate.close()
    for page in range(60, database(folder).stat().st_size // 4096):
        flip(folder, page)
    gate.open(PASSPHRASE)
    examined = complete(gate)
    assert {Damage.PAGES, Damage.HISTORY} <= {*examined.damage}
    assert examined.flaws == ()


def test_a_row_that_hangs_in_the_air_is_found(gate, written, vault):
    with vault.writing() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        connection.exec_driver_sql("DROP TRIGGER revision_stays")
        connection.exec_driver_sql("DELETE FROM revision WHERE seq = 3")
    examined = complete(gate)
    assert examined.damage == (Damage.HISTORY,)
    assert examined.flaws[0].wrong is Wrong.MISSING


def test_a_signal_of_an_entry_that_is_not_there_is_found(gate, written, vault):
    with closing(connect(vault.path, vault.key)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("UPDATE entry_signal SET entry = 9999 WHERE entry = 3")
    examined = complete(gate)
    assert Damage.STRUCTURE in examined.damage
    assert Damage.PAGES not in examined.damage


def test_others_write_between_the_steps(gate, written, journal):
    for examined in gate.care.examine():
        journal.save(Draft(text="tussendoor", day="1-2"))
        assert examined.is_sound


def salvaged(gate):
    gate.close()
    return gate.salvage(PASSPHRASE)


def test_all_of_a_sound_journal_can_be_salvaged(gate, written, journal, folder, tmp_path):
    (tmp_path / "a.txt").write_text("een bijlage")
    attached = journal.attachments.add(written[5].id, tmp_path / "a.txt")
    checked = journal.check_ins.save(date(2026, 3, 1), Answers(trust=2))
    before = {line.id for line in journal.lines()}
    gate.close()
    files = contents(folder)
    found = gate.salvage(PASSPHRASE)
    assert {line.id for line in found.journal.lines()} == before
    assert [line.line.id for line in found.journal.bin.lines()] == [written[0].id]
    assert found.journal.entries([written[5].id]) == [written[5]]
    assert (found.damage, found.lost) == ((), 0)
    assert found.journal.check_ins.all() == [checked]
    assert found.journal.attachments.read(attached.id) == b"een bijlage"
    assert gate.is_read_only
    with gate._vault.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM vault").scalar() == 1
    gate.close()
    assert contents(folder) == files


def test_all_of_a_long_journal_is_salvaged(gate, journal, vault):
    one = journal.save(Draft(text="dag", day="1-2"))
    more = [replace(one, id=EntryId(UUID(int=n))) for n in range(600)]
    with vault.transaction() as transaction:
        transaction.entries.put_all(more, one.written_at)
    gate.close()
    found = gate.salvage(PASSPHRASE)
    assert (len(found.journal.lines()), found.lost) == (601, 0)


def test_nothing_is_written_to_what_was_salvaged(gate, written):
    found = salvaged(gate)
    with pytest.raises(ReadOnlyFolderError):
        found.journal.save(Draft(text="x", day="1-2"))
    with pytest.raises(ValueError, match="shut"):
        _ = gate.keys


def test_what_was_in_the_bin_stays_there_with_a_text_from_the_history(gate, written, vault):
    with vault.writing() as connection:
        connection.exec_driver_sql("DELETE FROM entry_text WHERE entry = 1")
    found = salvaged(gate)
    assert [one.line.id for one in found.journal.bin.lines()] == [written[0].id]
    assert found.lost == 0


def test_words_are_found_in_what_was_salvaged(gate, journal):
    journal.save(Draft(text="Een kanarie.", day="1-2"))
    found = salvaged(gate)
    listing = found.journal.finding.all(Query(text="kanarie"), catalog.shipped())
    assert len(listing.places.numbers) == 1


def test_a_text_that_cannot_be_read_comes_from_the_history(gate, written, folder):
    """Each page in turn: whatever is lost in one place is in the other."""
    gate.close()
    whole = database(folder).read_bytes()
    pages = range(3, len(whole) // 4096)
    lost = refused = 0
    for page in random.Random(4).sample(pages, 8):  # noqa: S311 - any pages will do
        flip(folder, page)
        try:
            found = gate.salvage(PASSPHRASE)
        except DamagedJournalError:
            refused += 1
        else:
            texts = {entry.id: entry.text for entry in entries_of(found.journal)}
            lost += len(written) - 1 - len(texts)
            assert found.lost <= 1
            assert {one.id: one.text for one in written if one.id in texts} == texts
        gate.close()
        database(folder).write_bytes(whole)
    assert refused <= 2
    assert lost == 0


def entries_of(journal):
    return journal.entries([line.id for line in journal.lines()])


@pytest.mark.parametrize("part", [0.6, 0.9])
def test_what_is_left_of_a_journal_that_was_cut_off(gate, written, folder, part):
    gate.close()
    whole = database(folder).read_bytes()
    database(folder).write_bytes(whole[: int(len(whole) * part)])
    with pytest.raises(DamagedJournalError):
        gate.open(PASSPHRASE)
    found = gate.salvage(PASSPHRASE)
    texts = {entry.id: entry.text for entry in entries_of(found.journal)}
    assert {one.id: one.text for one in written if one.id in texts} == texts
    assert Damage.PAGES in found.damage or Damage.STRUCTURE in found.damage
    assert len(texts) > 10 * part
    assert len(texts) + found.lost < len(written)


def test_of_nothing_nothing_is_salvaged(gate, written, folder):
    gate.close()
    database(folder).write_bytes(bytes(8192))
    before = contents(folder)
    with pytest.raises(DamagedJournalError):
        gate.salvage(PASSPHRASE)
    assert contents(folder) == before
    with pytest.raises(WrongPassphraseError):
        gate.salvage("x")


def test_the_newest_good_backup_is_offered_and_put_back(gate, written, journal, folder, clock):
    made = gate.backups.make()
    clock.forward(minutes=1)
    gate.close()
    flip(folder, 9)
    found = gate.salvage(PASSPHRASE)
    assert found.damage
    good = next(backup for backup in gate.backups.all() if not backup.is_damaged)
    assert good == made
    kept = gate.backups.restore(good.path)
    assert kept.is_kept_aside
    gate.close()
    journal = gate.open(PASSPHRASE)
    assert len(journal.lines()) == len(written) - 1
    assert complete(gate).is_sound


def test_a_backup_is_put_over_what_is_damaged_while_it_is_open(gate, written, folder):
    made = gate.backups.make()
    flip(folder, 0)
    with pytest.raises(DamagedJournalError):
        gate.backups.make()
    assert gate.backups.restore(made.path).is_kept_aside
    gate.close()
    assert len(gate.open(PASSPHRASE).lines()) == len(written) - 1
    assert complete(gate).is_sound


def test_backups_beside_a_journal_that_is_locked(gate, journal, folder):
    made = gate.backups.make()
    gate.close()
    (listed,) = gate.copies()
    assert (listed.path, listed.made_at, listed.contents) == (made.path, made.made_at, None)
    assert not listed.is_damaged


def test_reading_where_nothing_can_be_written(gate, journal, folder):
    entry = journal.save(Draft(text="Een gewone dag.", day="1-2"))
    gate.close()
    before = contents(folder)
    journal = gate.open_to_read(PASSPHRASE)
    assert gate.is_read_only
    assert journal.entry(entry.id) == entry
    assert complete(gate).is_sound
    with pytest.raises(ReadOnlyFolderError):
        journal.save(Draft(text="x", day="1-2"))
    gate.close()
    assert contents(folder) == before
    gate.open(PASSPHRASE)
    assert not gate.is_read_only
