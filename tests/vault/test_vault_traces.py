"""Nothing readable on disk, nothing of the key in memory once it is shut."""

import os
import re
import stat
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from vaults import PASSPHRASE, contents, gate_of

from onveilig_desktop.journal import Draft
from onveilig_desktop.vault.key import wipe

CANARY = "kanarievogel"
WRITTEN = [CANARY.encode(), CANARY.encode("utf-16-le"), CANARY.encode("utf-16-be")]
MASK = bytes(value ^ 0x5A for value in range(256))
TELLTALE = [b"SQLite", b"entry", b"onveilig", b"vault", b"CREATE"]


def assert_unreadable(folder):
    """Look through every file, and through those that are open but have no name any more."""
    found = contents(folder)
    if sys.platform == "linux":
        for link in Path("/proc/self/fd").iterdir():
            try:
                if stat.S_ISREG(link.stat().st_mode) and "(deleted)" in str(link.readlink()):
                    found[link.name] = link.read_bytes()
            except OSError:
                continue  # the handle that lists the others
    for name, content in found.items():
        for words in (*WRITTEN, *TELLTALE):
            assert words not in content, name
            assert words.decode("latin-1") not in name


def write_all(journal):
    entry = journal.save(Draft(text=f"{CANARY} " * 200, day="1-2", signals=frozenset({CANARY})))
    journal.save(Draft(entry_id=entry.id, text=f"{CANARY} anders", day="1-2"))
    journal.seal(Draft(text=CANARY, day=CANARY, minute=CANARY))
    journal.delete(entry.id)


def test_nothing_readable_on_disk(journal, gate, folder):
    write_all(journal)
    assert_unreadable(folder)
    gate.close()
    assert_unreadable(folder)


def test_nothing_readable_during_a_transaction(journal, vault, folder):
    write_all(journal)
    with vault.transaction() as transaction:
        connection = transaction.drafts._connection
        connection.exec_driver_sql("PRAGMA cache_size = 10")  # pages are written before the end
        for n in range(200):
            connection.exec_driver_sql(
                "INSERT INTO draft VALUES (?, ?, ?)", (os.urandom(16), n, f"{CANARY} " * 500)
            )
        connection.exec_driver_sql(
            "CREATE TEMP TABLE sorted AS SELECT content FROM draft ORDER BY content, sealed_at"
        )
        spilled = [content for name, content in contents(folder).items() if "-" in name]
        assert spilled
        assert all(spilled)
        assert_unreadable(folder)
    assert_unreadable(folder)


def test_only_neutral_names_and_nothing_unfinished(journal, gate, folder):
    write_all(journal)
    gate.close()
    names = {re.sub("[0-9a-f]{32}", "#", file.name) for file in folder.iterdir()}
    assert names == {"index", "index.lock", "#", "#-journal"}
    assert (folder / "index.lock").stat().st_size == 0
    (left,) = (file for file in folder.iterdir() if file.name.endswith("-journal"))
    assert left.stat().st_size == 0


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read as Linux shows it")
def test_the_key_leaves_memory(tmp_path):
    gate = gate_of(tmp_path / "journal")
    write_all(gate.create(PASSPHRASE))
    gate.close()
    write_all(gate.open(PASSPHRASE))
    specification = gate._vault._key.specification()
    hexadecimal = bytes(specification[2:66].translate(MASK))
    wipe(specification)
    raw = bytes(gate._vault._key._key.translate(MASK))
    assert copies(raw) == 1  # the one that opens each connection
    gate.close()
    assert copies(raw) == 0
    assert copies(hexadecimal) == 0


def copies(masked):
    """Count a masked secret in this process's memory without unmasking it."""
    found = 0
    with Path("/proc/self/mem").open("rb", buffering=0) as memory:
        for line in Path("/proc/self/maps").read_text().splitlines():
            span, rights, *_ = line.split()
            start, end = (int(edge, 16) for edge in span.split("-"))
            if not rights.startswith("rw") or "[v" in line:
                continue
            region = bytearray(end - start)
            memory.seek(start)
            with suppress(OSError):  # of a file that is shorter by now: there is no such memory
                memory.readinto(region)
            found += region.translate(MASK).count(masked)
            wipe(region)
    return found
