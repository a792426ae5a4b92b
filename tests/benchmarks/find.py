"""How long lists and searches take: ``python -m tests.benchmarks.find 10000 100000``.

The journals are made once in the folder named by ``--keep`` and used again after that.
"""

import argparse
import itertools
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from onveilig_desktop import catalog
from onveilig_desktop.journal import Draft, Entry, EntryId, Journal, Moment, Precision, Query
from onveilig_desktop.journal.finding import PAGE
from onveilig_desktop.vault import KeyWork, VaultGate
from onveilig_desktop.vault.vault import Vault
from onveilig_desktop.vault.word_index import expression

PASSPHRASE = "drie gele fietsen"  # noqa: S105 - of throw-away journals
CHEAP = KeyWork(passes=1, kibibytes=8 * 1024)
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
KNOWN = catalog.shipped()
SYLLABLES = "ka re lo mi tun ver de ge ont sel wat hij par nog zee bo ui st ach el".split()  # noqa: SIM905
WORDS_EACH, PER_DAY, TIMES = 80, 10, 15


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("sizes", nargs="*", type=int, default=[10_000])
    asked.add_argument("--keep", type=Path, help="folder in which the journals stay")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as spare:
        for size in options.sizes:
            measure(size, (options.keep or Path(spare)) / f"journal-{size}")


def measure(size: int, folder: Path) -> None:
    rnd = random.Random(size)  # noqa: S311 - the same words each time
    vocabulary = words(rnd)
    gate = VaultGate(folder, lambda: NOW, work=CHEAP)
    if not gate.exists():
        fill(gate, size, rnd, vocabulary)
    print(f"\n{size:,} entries")
    started = time.perf_counter()
    journal = gate.open(PASSPHRASE)
    listing = journal.finding.all(Query(), KNOWN)
    report("opened, with the key derived, and list usable", [time.perf_counter() - started], 600)
    pages(journal, listing.places.numbers)
    for name, sought in searches(vocabulary).items():
        compare(journal, gate._vault, name, sought)
    saves(journal, rnd, vocabulary)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{'peak resident memory, without the window':<56} {peak:8} MB")
    gate.close()


def pages(journal: Journal, numbers: Sequence[int]) -> None:
    places = [len(numbers) * n // TIMES for n in range(TIMES)]
    report(
        "50 entries anywhere in the list",
        [
            seconds(lambda at=at: journal.finding.at(numbers[at : at + 50], Query()))
            for at in places
        ],
    )
    report(
        "the whole list", [seconds(lambda: journal.finding.all(Query(), KNOWN)) for _ in range(5)]
    )


def searches(vocabulary: Sequence[str]) -> dict[str, str]:
    common, seldom = vocabulary[5], vocabulary[15_000]
    return {
        "a letter": common[0],
        "two letters": common[:2],
        "a common word": common,
        "a common beginning": common[:3],
        "two common words": f"{common} {vocabulary[7]}",
        "a rare word": seldom,
        "the name of a signal": "kleingemaakt",
        "a month": "maart",
        "a day and a month": "14 maart",
        "a month and a year": "maart 2026",
        "no word there is": "zzqx",
    }


def compare(journal: Journal, vault: Vault, name: str, sought: str) -> None:
    query = Query(text=sought)
    ours, bare = [], []
    for _ in range(2 * TIMES):  # in turns, so that other work on the machine meets both
        ours.append(seconds(lambda: journal.finding.first(query, KNOWN)))
        bare.append(seconds(lambda: bare_query(vault, query)))
    rest = [seconds(lambda: journal.finding.all(query, KNOWN)) for _ in range(3)]
    found = len(journal.finding.all(query, KNOWN).places.numbers)
    report(f"first {PAGE} of {found:,} for {name}", ours, 100)
    ratio = statistics.median(ours) / statistics.median(bare)
    report(f"  the bare query with texts; ours takes {ratio:.1f} ×", bare)
    report("  all of them", rest)


def bare_query(vault: Vault, query: Query) -> object:
    """The same search in SQL alone, as one would write it for FTS5."""
    with vault._begin() as connection:
        return connection.exec_driver_sql(
            "SELECT e.*, t.text FROM word_index f JOIN entry e ON e.ordinal = f.rowid"
            " AND e.binned_at IS NULL JOIN entry_text t ON t.entry = e.seq"
            " WHERE word_index MATCH ? ORDER BY f.rowid DESC LIMIT ?",
            (expression(query.pieces, KNOWN), PAGE),
        ).all()


def saves(journal: Journal, rnd: random.Random, vocabulary: Sequence[str]) -> None:
    story = stories(rnd, vocabulary)
    made: list[Entry] = []

    def save(draft: Draft) -> None:
        made.append(journal.save(draft))

    drafts = [Draft(text=next(story), day="19-11-2026") for _ in range(60)]
    report("a new entry saved", [seconds(lambda it=it: save(it)) for it in drafts], 20)
    changed = [Draft.of(entry) for entry in made[:30]]
    longer = [
        Draft(entry_id=it.entry_id, text=f"{it.text} {next(story)[:40]}", day=it.day)
        for it in changed
    ]
    report("an entry corrected", [seconds(lambda it=it: save(it)) for it in longer], 20)
    gone = [entry.id for entry in made[:60]]
    report("an entry put in the bin", [seconds(lambda it=it: journal.delete(it)) for it in gone])


def fill(gate: VaultGate, size: int, rnd: random.Random, vocabulary: Sequence[str]) -> None:
    gate.create(PASSPHRASE)
    signals, story = list(KNOWN.signals), stories(rnd, vocabulary)
    first = date(2026, 11, 19) - timedelta(days=size // PER_DAY)
    for start in range(0, size, 2_000):
        with gate._vault.transaction() as transaction:
            for n in range(start, min(start + 2_000, size)):
                day = first + timedelta(days=n // PER_DAY)
                entry = Entry(
                    id=EntryId(UUID(int=rnd.getrandbits(128))),
                    happened=Moment(day=day, precision=Precision.DAY),
                    written_at=datetime(day.year, day.month, day.day, 22, tzinfo=UTC),
                    text=next(story),
                    signals=frozenset(rnd.sample(signals, rnd.randrange(4))),
                    intensity=rnd.choice([None, 1, 2, 3, 4, 5]),
                )
                transaction.entries.put(entry, entry.written_at)
    gate.close()


def words(rnd: random.Random) -> list[str]:
    made = ("".join(rnd.choices(SYLLABLES, k=rnd.randint(1, 4))) for _ in itertools.count())
    seen: dict[str, None] = {}
    for word in made:
        seen[word] = None
        if len(seen) == 20_000:
            break
    return list(seen)


def stories(rnd: random.Random, vocabulary: Sequence[str]) -> Iterator[str]:
    weights = list(itertools.accumulate(1 / n for n in range(1, len(vocabulary) + 1)))
    while True:
        yield " ".join(rnd.choices(vocabulary, cum_weights=weights, k=WORDS_EACH))


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def report(name: str, taken: Sequence[float], at_most: float | None = None) -> None:
    median, worst = statistics.median(taken) * 1000, max(taken) * 1000
    bar = "" if at_most is None else f"   bar {at_most:g}"
    print(f"{name:<56} {median:8.1f} ms   worst {worst:8.1f}{bar}")


if __name__ == "__main__":
    main()
