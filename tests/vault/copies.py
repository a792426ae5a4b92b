"""Journals that are copied: one with everything in it, and what the tests ask of copies."""

import json
import zipfile
from datetime import date

from onveilig_desktop.journal import Answers, Draft, Eggshells, Query, Repair, Speaking
from onveilig_desktop.transfer import write_copy

TODAY = date(2026, 3, 14)


def fill(journal, clock, folder):
    """Write something of everything."""
    first = journal.save(Draft(text="eerst", day="1-2", signals=frozenset({"friction.listening"})))
    clock.forward(minutes=5)
    journal.save(Draft(entry_id=first.id, text="tóen", day="1-2", repair=Repair.OPEN))
    second = journal.save(Draft(text="ook", day="2-2"))
    journal.threads.tie(first.id, second.id)
    clock.forward(hours=-2)
    binned, erased = (journal.save(Draft(text=text, day="3-2")) for text in ("weg", "gewist"))
    for one in (binned, erased):
        journal.delete(one.id)
    attached(journal, second.id, folder, "gewist")
    journal.attachments.remove(journal.attachments.of(second.id)[0].id)
    journal.bin.erase(erased.id)
    attached(journal, first.id, folder, "bijlage")
    answers = Answers(trust=-1, speaking=Speaking.PARTLY, eggshells=Eggshells.A_LITTLE)
    journal.check_ins.save(date(2026, 3, 1), answers)
    journal.calendar.mark(date(2026, 2, 1), "nieuw werk")
    journal.calendar.settle_silence(date(2026, 2, 3), (date(2026, 2, 4), date(2026, 2, 9)))
    journal.calendar.settle_silence(date(2026, 2, 11), None)
    journal.own_words.retire(journal.own_words.add("eigen woord", is_concern=True).id)
    journal.own_words.add("nog een", "met uitleg", is_concern=False)
    journal.views.keep("zicht", Query(text="ó", thread=journal.entry(first.id).thread))
    journal.seal(Draft(text="half \ud800", signals=frozenset({"a"})))
    journal.seal(Draft(entry_id=first.id, text="bijna", day="1-2"))
    journal.repairs.answer(first.id, Repair.YES)


def attached(journal, entry_id, folder, words):
    path = folder / f"{words}.txt"
    path.write_text(words * 100_000)
    return journal.attachments.add(entry_id, path)


def copied(journal, path, made_on=TODAY):
    write_copy(journal, path, made_on, replace=True)
    return path


def inside(path):
    with zipfile.ZipFile(path) as zipped:
        return json.loads(zipped.read("journal.json"))


def texts(journal):
    return sorted(journal.entry(line.id).text for line in journal.lines())


def wordings(journal, entry_id):
    return [version.entry.text for version in journal.history.versions(entry_id)]
