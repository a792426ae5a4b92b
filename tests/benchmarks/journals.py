"""The made-up journals that are measured: the same ones each time."""

import itertools
import os
import random
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from onveilig_desktop import catalog
from onveilig_desktop.journal import (
    Entry,
    EntryId,
    Moment,
    Precision,
    Repair,
    RepairAnswer,
)
from onveilig_desktop.vault import KeyWork, VaultGate

PASSPHRASE = "drie gele fietsen"  # noqa: S105 - of journals that are thrown away
NOW = datetime(2026, 11, 20, 21, 0, tzinfo=UTC)
TODAY = NOW.date()
CHEAP = KeyWork(passes=1, kibibytes=8 * 1024)
"""Of a key that takes no time, where the key is not what is measured."""
KEPT = "NOTITIES_JOURNALS"
"""Names a folder in which the journals stay, so that each is made once for all processes."""
_SYLLABLES = "ka re lo mi tun ver de ge ont sel wat hij par nog zee bo ui st ach el".split()  # noqa: SIM905
_VOCABULARY, _WORDS_EACH, _YEARS = 20_000, 80, 5
_AT_ONCE = 2_000


def gate_at(folder: Path, work: KeyWork | None = CHEAP) -> VaultGate:
    """Return the gate of the journal in *folder*; nothing for *work* asks for the usual."""
    return VaultGate(folder, lambda: NOW, work=work)


@contextmanager
def lent(entries: int, work: KeyWork | None = CHEAP) -> Iterator[Path]:
    """Lend a journal of *entries*, in a folder ``journal`` in a place of its own."""
    with tempfile.TemporaryDirectory() as home:
        kind = "cheap" if work is CHEAP else "usual"
        made = Path(os.environ.get(KEPT, home), f"{entries}-{kind}")
        if not made.exists():
            fill(made, entries, work)
        place = Path(home, "place", "journal")
        shutil.copytree(made, place)
        yield place


def fill(folder: Path, entries: int, work: KeyWork | None = CHEAP) -> None:
    """Write *entries* of the last five years in *folder*."""
    gate = gate_at(folder, work)
    gate.create(PASSPHRASE)
    made = _entries(entries)
    while some := list(itertools.islice(made, _AT_ONCE)):
        with gate._vault.transaction() as transaction:
            transaction.entries.put_all(some, NOW)
            for entry in some:
                if entry.repair is not None:
                    transaction.repairs.add(RepairAnswer(entry.id, entry.repair, entry.written_at))
    gate.close()


def _entries(entries: int) -> Iterator[Entry]:
    """Return each wording of each entry; one in ten was corrected."""
    rng = random.Random(entries)  # noqa: S311 - the same ones each time
    signals, told = list(catalog.shipped().signals), stories(rng, words(rng))
    ago = sorted((rng.randrange(_YEARS * 365) for _ in range(entries)), reverse=True)
    for number, days in enumerate(ago):
        written = NOW - timedelta(days=max(0, days - rng.choice([0] * 18 + [10, 40])))
        entry = Entry(
            id=EntryId(UUID(int=rng.getrandbits(128))),
            happened=Moment(day=(NOW - timedelta(days=days)).date(), precision=Precision.DAY),
            written_at=written,
            text=next(told),
            signals=frozenset(rng.sample(signals, k=rng.randint(0, 3))),
            intensity=rng.randint(1, 5),
            trust=rng.choice([None, -2, -1, 0, 1]),
            repair=rng.choice([None, *Repair]),
        )
        yield entry
        if number % 10 == 0:
            yield replace(entry, text=f"{entry.text} toch")


def words(rng: random.Random) -> Sequence[str]:
    """Return the words there are, the commonest first."""
    made: dict[str, None] = {}
    while len(made) < _VOCABULARY:
        made["".join(rng.choices(_SYLLABLES, k=rng.randint(1, 4)))] = None
    return list(made)


def stories(rng: random.Random, vocabulary: Sequence[str]) -> Iterator[str]:
    """Return one text of eighty words after another, with words as common as in real ones."""
    weights = list(itertools.accumulate(1 / n for n in range(1, len(vocabulary) + 1)))
    while True:
        yield " ".join(rng.choices(vocabulary, cum_weights=weights, k=_WORDS_EACH))
