"""Writes a journal and a backup as this version does, to be opened by every later one.

``cd tests/vault && python released.py ../data/released/VERSION``, once, at a release.
"""

import shutil
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from vaults import PASSPHRASE, Clock, gate_of

from onveilig_desktop.catalog import SignalId, Wording
from onveilig_desktop.journal import (
    Answers,
    Draft,
    Eggshells,
    Form,
    FormKey,
    HalfDone,
    Journal,
    Preferences,
    Query,
    Repair,
    Speaking,
)


def write(folder: Path) -> None:
    """Make ``journal`` and ``backup`` in *folder*."""
    clock = Clock()
    gate = gate_of(folder / "journal", clock)
    journal = gate.create(PASSPHRASE)
    draft = Draft(text="eerst", day="1-2", signals=frozenset({"friction.listening"}))
    first = journal.save(draft)
    clock.forward(minutes=5)
    journal.save(replace(draft, entry_id=first.id, text="tóen", repair=Repair.OPEN))
    second = journal.save(Draft(text="ook", day="2-2"))
    journal.threads.tie(first.id, second.id)
    binned = journal.save(Draft(text="weg", day="3-2"))
    journal.delete(binned.id)
    attach(journal, second.id)
    write_around(journal)
    shutil.move(gate.backups.make().path, folder / "backup")
    shutil.rmtree(gate.backups.folder)
    gate.close()
    for empty in [file for file in (folder / "journal").iterdir() if not file.stat().st_size]:
        empty.unlink()


def write_around(journal: Journal) -> None:
    """Write what a journal holds besides entries."""
    answers = Answers(trust=-1, speaking=Speaking.PARTLY, eggshells=Eggshells.A_LITTLE)
    journal.check_ins.save(date(2026, 3, 1), answers)
    journal.calendar.mark(date(2026, 2, 1), "nieuw werk")
    journal.calendar.pause(date(2026, 2, 10), date(2026, 2, 12))
    journal.own_words.add("eigen woord", "wat het is", is_concern=True)
    journal.own_words.word(Wording(SignalId("friction.listening"), "koffie", hides_meaning=True))
    journal.views.keep("zicht", Query(text="ook"))
    journal.settings.keep(Preferences(lock_minutes=7))
    journal.seal(Draft(text="half"))
    journal.unfinished.seal(HalfDone(FormKey(Form.CHECK_IN), {"trust": "-2"}))


def attach(journal, entry_id) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "bijlage.txt"
        path.write_text("bijlage")
        journal.attachments.add(entry_id, path)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
