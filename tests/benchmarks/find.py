"""How long lists and searches take: ``python -m tests.benchmarks.find ENTRIES``."""

import random
import statistics
import sys
from collections.abc import Sequence

from onveilig_desktop import catalog
from onveilig_desktop.journal import Journal, Query
from onveilig_desktop.journal.finding import PAGE
from onveilig_desktop.vault.vault import Vault
from onveilig_desktop.vault.word_index import expression
from tests.benchmarks import journals
from tests.benchmarks.figures import middle, seconds, tell

KNOWN = catalog.shipped()
TIMES = 15
FIRST, MANY = 100, 100_000
RATIO = 3
"""Beside bare FTS5, where there is much to be found."""


def main(entries: int) -> None:
    """Open the journal and measure."""
    with journals.lent(entries) as folder:
        gate = journals.gate_at(folder)
        journal = gate.open(journals.PASSPHRASE)
        pages(journal, entries)
        vocabulary = journals.words(random.Random(entries))  # noqa: S311 - those it is made of
        for name, sought in searches(vocabulary).items():
            compare(journal, gate._vault, name, sought, entries)
        gate.close()


def pages(journal: Journal, entries: int) -> None:
    """Read the list: whole, and fifty anywhere in it."""
    numbers = journal.finding.all(Query(), KNOWN).places.numbers
    places = [len(numbers) * n // TIMES for n in range(TIMES)]
    read = [
        seconds(lambda at=at: journal.finding.at(numbers[at : at + 50], Query())) for at in places
    ]
    whole = [seconds(lambda: journal.finding.all(Query(), KNOWN)) for _ in range(5)]
    tell("50 entries anywhere in the list", middle(read), size=entries)
    tell("the whole list", middle(whole), size=entries)


def searches(vocabulary: Sequence[str]) -> dict[str, str]:
    """Return what is sought, by what it is."""
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


def compare(journal: Journal, vault: Vault, name: str, sought: str, entries: int) -> None:
    """Search as the program does and as bare FTS5 does, in turns."""
    query = Query(text=sought)
    ours, bare = [], []
    for _ in range(2 * TIMES):
        ours.append(seconds(lambda: journal.finding.first(query, KNOWN)))
        bare.append(seconds(lambda: bare_query(vault, query)))
    rest = [seconds(lambda: journal.finding.all(query, KNOWN)) for _ in range(3)]
    tell(f"first {PAGE} for {name}", middle(ours), most=FIRST, size=entries)
    ratio = statistics.median(ours) / statistics.median(bare)
    most = RATIO if entries >= MANY else None
    tell(f"  {name}, beside bare FTS5", ratio, "×", most=most, size=entries)
    tell(f"all for {name}", middle(rest), size=entries)


def bare_query(vault: Vault, query: Query) -> object:
    """The same search in SQL alone, as one would write it for FTS5."""
    with vault._begin() as connection:
        return connection.exec_driver_sql(
            "SELECT e.*, t.text FROM word_index f JOIN entry e ON e.ordinal = f.rowid"
            " AND e.binned_at IS NULL JOIN entry_text t ON t.entry = e.seq"
            " WHERE word_index MATCH ? ORDER BY f.rowid DESC LIMIT ?",
            (expression(query.pieces, KNOWN), PAGE),
        ).all()


if __name__ == "__main__":
    main(int(sys.argv[1]))
