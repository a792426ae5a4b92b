"""One bit, a cut, a swap, something old: found or refused, and never a new, empty journal."""

import random
import shutil
from contextlib import suppress

import pytest
from vaults import PASSPHRASE, contents, database, gate_of

from onveilig_desktop.errors import (
    DamagedJournalError,
    ForeignFileError,
    JournalExistsError,
    OnveiligError,
)
from onveilig_desktop.journal import Draft
from onveilig_desktop.vault.header import HEADER_BYTES, Header
from onveilig_desktop.vault.integrity import examine
from onveilig_desktop.vault.vault import Vault

PAGE = 4096
CUTS = 60


@pytest.fixture
def written(gate, journal):
    """A shut journal of some tens of pages: its database and its key."""
    for n in range(12):
        journal.save(Draft(text=f"{n} " + "regel " * 700, day="1-2", signals=frozenset({"a"})))
    key, path = gate._vault.key.copy(), gate._vault.path
    gate.close()
    yield path, key
    key.wipe()


def is_found(path, key):
    """Say whether opening or examining tells that something is wrong."""
    vault = Vault(path, key)
    try:
        vault.check()
    except DamagedJournalError:
        return True
    return any(examined.damage for examined in examine(vault))


def lengths(whole):
    """Sixty lengths: nothing, around what means something, and all over it."""
    edges = {0, 1, 15, 16, 23, 24, 63, 64, 1472, 4064, 4095, 4096, 4097, 8192, whole - 1}
    spread = {whole * n // CUTS for n in range(CUTS)}
    return sorted({*edges, *sorted(spread - edges)[: CUTS - len(edges)]} & {*range(whole)})


def refused(folder):
    """Say whether nothing opens and nothing new is made, and that nothing was changed."""
    before = contents(folder)
    for verb in (gate_of(folder).open, gate_of(folder).create):
        with pytest.raises((DamagedJournalError, JournalExistsError, ForeignFileError)):
            verb(PASSPHRASE)
    return contents(folder) == before


def test_a_bit_in_every_byte_of_the_header(master):
    raw = bytearray((master / "index").read_bytes())
    for place in range(HEADER_BYTES):
        for bit in range(8):
            raw[place] ^= 1 << bit
            with pytest.raises(DamagedJournalError):
                Header.parse(bytes(raw))
            raw[place] ^= 1 << bit
    Header.parse(bytes(raw))


def test_a_bit_in_every_page(written):
    path, key = written
    chance = random.Random(7)  # noqa: S311 - any bits will do
    whole = path.read_bytes()
    assert not is_found(path, key)
    pages = len(whole) // PAGE
    assert pages > 50
    for page in range(pages):
        flipped = bytearray(whole)
        # the first 16 bytes of the file are where plain SQLite has its name: not read, not kept
        at = chance.randrange(0 if page else 16, PAGE)
        flipped[page * PAGE + at] ^= 1 << chance.randrange(8)
        path.write_bytes(flipped)
        assert is_found(path, key), (page, at)


def test_what_is_in_the_first_bytes_of_the_file_does_no_harm(written, gate):
    """They hold the salt, which the header gives as well."""
    path, key = written
    path.write_bytes(bytes(16) + path.read_bytes()[16:])
    assert not is_found(path, key)
    assert len(gate.open(PASSPHRASE).lines()) == 12


def test_a_header_cut_off_at_sixty_lengths(folder):
    index = folder / "index"
    whole = index.read_bytes()
    for length in lengths(len(whole)):
        index.write_bytes(whole[:length])
        assert refused(folder), length


def test_a_database_cut_off_at_sixty_lengths(written, folder):
    path, key = written
    whole = path.read_bytes()
    *shorter, last = lengths(len(whole))
    assert len(shorter) == CUTS - 1
    for length in shorter:
        path.write_bytes(whole[:length])
        assert refused(folder), length
    path.write_bytes(whole[:last])  # in its last page, which is not yet read
    assert is_found(path, key)


def test_any_file_in_the_place_of_any_other(gate, journal, folder, tmp_path):
    journal.save(Draft(text="x", day="1-2"))
    gate.backups.make()
    (folder / "copies").rename(tmp_path / "copies")
    backup = next((tmp_path / "copies").iterdir())
    gate.close()
    other = gate_of(tmp_path / "other")
    other.create(PASSPHRASE)
    other.close()
    theirs = (tmp_path / "other" / "index", database(tmp_path / "other"))
    index, file = folder / "index", database(folder)
    for place, sources in ((index, (file, *theirs)), (file, (index, backup, *theirs))):
        before = place.read_bytes()
        for source in sources:
            shutil.copyfile(source, place)
            assert refused(folder), (place, source)
        place.write_bytes(before)
    assert len(gate.open(PASSPHRASE).lines()) == 1


def test_an_old_page_put_back_is_found_or_changes_nothing(gate, written, folder):
    """SQLCipher takes it for its own: what finds it is the history."""
    path, key = written
    journal = gate.open(PASSPHRASE)
    before = path.read_bytes()
    first = journal.lines()[0].id
    journal.save(Draft(entry_id=first, text="Anders, en " + "langer " * 900, day="2-2"))
    told = {line.id: journal.entry(line.id) for line in journal.lines()}
    gate.close()
    after = path.read_bytes()
    found = 0
    for page in range(len(before) // PAGE):
        at = slice(page * PAGE, (page + 1) * PAGE)
        if before[at] == after[at]:
            continue
        path.write_bytes(after[: at.start] + before[at] + after[at.stop :])
        if is_found(path, key):
            found += 1
        else:
            assert read(gate) == told, page
    assert found > 5


def read(gate):
    with suppress(OnveiligError):
        journal = gate.open(PASSPHRASE)
        found = {line.id: journal.entry(line.id) for line in journal.lines()}
        gate.close()
        return found
    return None


def test_an_old_file_put_back_is_seen_by_a_code_that_was_noted(gate, journal, vault, folder):
    journal.save(Draft(text="eerst", day="1-2"))
    old, early = vault.path.read_bytes(), journal.history.code()
    journal.save(Draft(text="daarna", day="1-2"))
    late = journal.history.code()
    gate.close()
    database(folder).write_bytes(old)
    journal = gate.open(PASSPHRASE)
    assert gate._vault.verify() == []  # nothing inside it can tell
    assert journal.history.find(early) is not None
    assert journal.history.find(late) is None


def test_an_old_header_after_another_key_opens_nothing(gate, journal, folder):
    old = (folder / "index").read_bytes()
    gate.keys.rotate(PASSPHRASE, "vier blauwe bussen")
    gate.close()
    new = database(folder).read_bytes()
    (folder / "index").write_bytes(old)
    assert refused(folder)
    assert database(folder).read_bytes() == new
