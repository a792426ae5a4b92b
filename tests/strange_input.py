"""Files that are almost right, for everything that reads a file from outside.

What is right is changed in a few places, and the checksum made good again, so that what reads
it gets past its first look. Only errors with a sentence may come out.
"""

import hashlib
import time
import tracemalloc
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onveilig_desktop import catalog
from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.journal import Answers, Draft, Query
from onveilig_desktop.transfer import Form, read_past, recognise, write_copy, write_table
from onveilig_desktop.transfer.journal_json import pieces_of
from onveilig_desktop.vault import KeyWork, VaultGate
from onveilig_desktop.vault.backup_file import BackupHeader
from onveilig_desktop.vault.header import HEADER_BYTES, Header

NOW = datetime(2026, 3, 14, 20, 30, tzinfo=UTC)
WRAPPING = bytearray(range(32))
_PUT = [b"{", b"[", b'"', b"\\", b"\\ud800", b"null", b"1e999", b"NaN", b"-", b",", b"[" * 3000]
_PUT += [b";", b"\r\n", b"\0", b"\xff\xfe", b"31-2-2026", b"9" * 400, b"\xe2\x80\xae"]
_STRANGE = st.one_of(st.binary(max_size=40), st.sampled_from(_PUT))
_CHANGES = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 60), _STRANGE), max_size=4)


@dataclass(frozen=True, slots=True)
class Reader:
    """What reads bytes from outside, and bytes that it takes."""

    read: Callable[[bytes], object]
    right: bytes
    has_checksum: bool = False

    def inputs(self) -> st.SearchStrategy[bytes]:
        """Return what is almost right, and what is nothing at all."""
        return st.one_of(_CHANGES.map(self._changed), st.binary(max_size=2 * HEADER_BYTES))

    def _changed(self, changes: list[tuple[float, int, bytes]]) -> bytes:
        made = self.right
        for at, length, put in changes:
            start = int(at * len(made))
            made = made[:start] + put + made[start + length :]
        if not self.has_checksum:
            return made
        body = made[: HEADER_BYTES - 32].ljust(HEADER_BYTES - 32, b"\xa5")
        return body + hashlib.sha256(body).digest()


@dataclass(slots=True)
class Reading:
    """How it went: how many inputs, how many were taken, the slowest, and the most memory."""

    inputs: int = 0
    taken: int = 0
    slowest: float = 0.0
    most_bytes: int = 0


def readers(place: Path) -> Mapping[str, Reader]:
    """Return what reads a header, a backup, a copy and a table; *place* is for a journal."""
    gate = VaultGate(place / "journal", lambda: NOW, work=KeyWork(1, 8 * 1024))
    journal = gate.create("drie gele fietsen")
    first = journal.save(Draft(text="een", day="1-2", signals=frozenset({"friction.listening"})))
    journal.save(Draft(entry_id=first.id, text='twee; "dan"', day="1-2"))
    journal.check_ins.save(date(2026, 3, 1), Answers(trust=1))
    journal.calendar.mark(date(2026, 2, 1), "iets")
    journal.views.keep("zicht", Query(text="een"))
    journal.seal(Draft(text="bijna"))
    write_copy(journal, place / "copy.json", NOW.date())
    write_table(journal, place / "table.csv", catalog.shipped())
    backup, outer = gate.backups.make().path, gate._vault.key.copy()
    gate.close()

    def read_backup(raw: bytes) -> None:
        parsed = BackupHeader.parse(raw)
        parsed.inner(outer)
        parsed.facts(outer)

    def read_table(raw: bytes) -> None:
        (place / "in.csv").write_bytes(raw)
        recognise(place / "in.csv", NOW.date())
        read_past(place / "in.csv", Form.TABLE, NOW)

    return {
        "header": Reader(
            lambda raw: Header.parse(raw).find(WRAPPING),
            (place / "journal" / "index").read_bytes(),
            True,
        ),
        "backup": Reader(read_backup, backup.read_bytes()[:HEADER_BYTES], has_checksum=True),
        "JSON": Reader(_read_copy, (place / "copy.json").read_bytes()),
        "CSV": Reader(read_table, (place / "table.csv").read_bytes()),
    }


def _read_copy(raw: bytes) -> None:
    chunks = (raw[at : at + 97] for at in range(0, len(raw), 97))
    list(pieces_of(chunks, lambda _sha256: iter(())))


def read_much(reader: Reader, inputs: int) -> Reading:
    """Read so many; any other error than ours comes out."""
    went = Reading()

    @settings(
        max_examples=inputs, deadline=None, database=None, suppress_health_check=[*HealthCheck]
    )
    @given(reader.inputs())
    def read(raw: bytes) -> None:
        tracemalloc.reset_peak()
        before, begun = tracemalloc.get_traced_memory()[0], time.perf_counter()
        with suppress(OnveiligError):
            reader.read(raw)
            went.taken += 1
        went.inputs += 1
        went.slowest = max(went.slowest, time.perf_counter() - begun)
        went.most_bytes = max(went.most_bytes, tracemalloc.get_traced_memory()[1] - before)

    tracemalloc.start()
    try:
        read()
    finally:
        tracemalloc.stop()
    return went
