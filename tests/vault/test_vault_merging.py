"""Two copies of one journal that both went on, laid beside each other."""

import json
import shutil
import zipfile
from datetime import date
from pathlib import Path

import pytest
from copies import attached, copied, inside, texts, wordings
from vaults import PASSPHRASE, gate_of

from onveilig_desktop.journal import Answers, Draft, Query
from onveilig_desktop.journal.archived import DamagedCopyError
from onveilig_desktop.journal.merge import Way
from onveilig_desktop.transfer import bring_copy, compare_copy
from onveilig_desktop.transfer.container import JOURNAL


@pytest.fixture
def two(full, other, clock, tmp_path):
    """Two copies of one journal: on the laptop and on the stick."""
    bring_copy(other[0], copied(full, tmp_path / "copy.zip"))
    clock.forward(hours=3)
    return full, other[0], other[1]


def edit(journal, text, new, **more):
    [line] = [line for line in journal.lines() if line.opening == text]
    entry = journal.entry(line.id)
    return journal.save(Draft(entry_id=entry.id, text=new, day="1-2", **more))


def test_a_copy_that_went_on_is_taken_over(two, tmp_path):
    laptop, stick, vault = two
    edit(laptop, "ook", "ook toch")
    new = laptop.save(Draft(text="later", day="5-2"))
    laptop.delete(new.id)
    attached(laptop, edit(laptop, "tóen", "tóen toch").id, tmp_path, "nieuw")
    copy = copied(laptop, tmp_path / "copy.zip")
    merge = bring_copy(stick, copy)
    assert (merge.way, merge.new, merge.newer, merge.files) == (Way.AHEAD, 1, 2, 1)
    one, other = inside(copy), inside(copied(stick, tmp_path / "again.zip"))
    assert {name for name in one if one[name] != other[name]} == {"drafts"}  # it is kept here
    assert vault.verify() == []


def test_what_is_removed_for_good_in_a_copy_that_went_on_goes(two, tmp_path):
    laptop, stick, vault = two
    laptop.bin.erase(laptop.bin.lines()[0].line.id)
    bring_copy(stick, copied(laptop, tmp_path / "copy.zip"))
    assert list(stick.bin.lines()) == []
    assert vault.verify() == []
    assert inside(copied(stick, tmp_path / "again.zip")) == inside(tmp_path / "copy.zip")


def test_an_older_copy_adds_nothing(two, tmp_path):
    laptop, stick, _vault = two
    old = copied(laptop, tmp_path / "old.zip")
    edit(stick, "ook", "ook verder")
    assert compare_copy(stick, old).changes_nothing
    assert texts(stick) == ["ook verder", "tóen"]


def test_two_that_went_their_own_way_are_joined(two, clock, tmp_path):
    laptop, stick, vault = two
    edit(laptop, "ook", "ook op de laptop")
    made = laptop.save(Draft(text="eerst", day="6-2"))
    laptop.save(Draft(entry_id=made.id, text="nieuw op de laptop", day="6-2"))
    laptop.check_ins.save(date(2026, 3, 3), Answers(trust=2))
    attached(laptop, made.id, tmp_path, "foto")
    clock.forward(days=2)
    stick.save(Draft(text="nieuw op de stick", day="7-2"))
    copy = copied(laptop, tmp_path / "copy.zip")
    merge = bring_copy(stick, copy)
    assert (merge.way, merge.new, merge.newer, merge.conflicts) == (Way.JOIN, 1, 1, ())
    assert (merge.files, merge.beside) == (1, 1)
    assert texts(stick) == ["nieuw op de laptop", "nieuw op de stick", "ook op de laptop", "tóen"]
    assert wordings(stick, made.id) == ["eerst", "nieuw op de laptop"]
    [first, _last] = stick.history.versions(made.id)
    assert (first.at, first.elsewhere_at) == (clock.now, laptop.entry(made.id).written_at)
    assert laptop.entry(made.id).written_at.date() in stick.calendar.writing_days()
    assert vault.verify() == []
    assert compare_copy(stick, copy).changes_nothing


def test_what_was_joined_goes_along_whole(two, gate_of_third, tmp_path):
    laptop, stick, _vault = two
    laptop.save(Draft(text="nieuw op de laptop", day="6-2"))
    stick.save(Draft(text="nieuw op de stick", day="7-2"))
    bring_copy(stick, copied(laptop, tmp_path / "laptop.zip"))
    copy = copied(stick, tmp_path / "stick.zip")
    third = gate_of_third.open(PASSPHRASE)
    assert bring_copy(third, copy).way is Way.WHOLE
    told = inside(copied(third, tmp_path / "again.zip"))
    assert told == inside(copy)
    assert any(row["elsewhere_at"] for row in told["revisions"])


@pytest.fixture
def gate_of_third(master, clock, tmp_path):
    gate = gate_of(Path(shutil.copytree(master, tmp_path / "third")), clock)
    yield gate
    gate.close()


def test_of_an_entry_corrected_in_both_the_later_wording_counts(two, clock, tmp_path):
    laptop, stick, vault = two
    entry = edit(laptop, "ook", "van de laptop")
    clock.forward(hours=1)
    edit(stick, "ook", "van de stick")
    copy = copied(laptop, tmp_path / "laptop.zip")
    back = copied(stick, tmp_path / "stick.zip")
    [conflict] = compare_copy(stick, copy).conflicts
    assert (conflict.here.text, conflict.there.text) == ("van de stick", "van de laptop")
    assert not conflict.is_there_later
    bring_copy(stick, copy)
    assert stick.entry(entry.id).text == "van de stick"
    assert wordings(stick, entry.id)[-3:] == ["van de stick", "van de laptop", "van de stick"]
    [conflict] = bring_copy(laptop, back).conflicts
    assert conflict.is_there_later
    assert laptop.entry(entry.id).text == "van de stick"
    assert vault.verify() == []


def test_joining_to_and_fro_ends(two, clock, tmp_path):
    laptop, stick, vault = two
    edit(laptop, "ook", "van de laptop")
    clock.forward(hours=1)
    edit(stick, "ook", "van de stick")
    bring_copy(stick, copied(laptop, tmp_path / "one.zip"))
    bring_copy(laptop, copied(stick, tmp_path / "two.zip"))
    assert compare_copy(stick, copied(laptop, tmp_path / "three.zip")).changes_nothing
    assert compare_copy(laptop, copied(stick, tmp_path / "four.zip")).changes_nothing
    assert texts(stick) == texts(laptop)
    assert vault.verify() == []


def test_deleting_and_restoring_cross_too(two, tmp_path):
    laptop, stick, vault = two
    [weg] = laptop.bin.lines()
    laptop.restore(weg.line.id)
    [ook] = [line for line in laptop.lines() if line.opening == "ook"]
    laptop.delete(ook.id)
    stick.save(Draft(text="nieuw", day="7-2"))
    merge = bring_copy(stick, copied(laptop, tmp_path / "copy.zip"))
    assert (merge.way, merge.moved) == (Way.JOIN, 2)
    assert texts(stick) == ["nieuw", "tóen", "weg"]
    assert vault.verify() == []


def test_what_was_erased_here_stays_away(two, tmp_path):
    laptop, stick, _vault = two
    old = copied(laptop, tmp_path / "old.zip")
    [weg] = stick.bin.lines()
    stick.bin.erase(weg.line.id)
    merge = bring_copy(stick, old)
    assert (merge.erased_here, merge.changes_nothing) == (1, True)
    assert list(stick.bin.lines()) == []


def test_a_new_wording_takes_its_entry_out_of_the_bin(two, tmp_path):
    laptop, stick, vault = two
    entry = edit(laptop, "ook", "ook nieuw")
    stick.delete(entry.id)
    bring_copy(stick, copied(laptop, tmp_path / "copy.zip"))
    assert stick.entry(entry.id).text == "ook nieuw"
    assert vault.verify() == []


def test_views_of_one_name_stand_side_by_side(two, tmp_path):
    laptop, stick, _vault = two
    for journal in (laptop, stick):
        journal.views.keep("mijn", Query(text="a"))
        journal.save(Draft(text="eigen", day="9-2"))
    bring_copy(stick, copied(laptop, tmp_path / "copy.zip"))
    assert [view.name for view in stick.views.all()] == ["mijn", "mijn (2)", "zicht"]


def test_what_differs_beside_the_entries_stays_as_it_is_here(two, tmp_path):
    laptop, stick, _vault = two
    laptop.check_ins.save(date(2026, 3, 1), Answers(trust=2))
    before = stick.check_ins.of(date(2026, 3, 1))
    merge = bring_copy(stick, copied(laptop, tmp_path / "copy.zip"))
    assert (merge.beside, merge.differing) == (0, 1)
    assert stick.check_ins.of(date(2026, 3, 1)) == before


@pytest.mark.parametrize("way", [Way.AHEAD, Way.JOIN])
def test_a_file_of_an_entry_that_is_nowhere_keeps_all_out(two, tmp_path, way):
    laptop, stick, vault = two
    gone = laptop.save(Draft(text="gauw weg", day="6-2"))
    laptop.delete(gone.id)
    laptop.bin.erase(gone.id)
    if way is Way.JOIN:
        stick.save(Draft(text="nieuw", day="7-2"))
    copy = told_otherwise(laptop, tmp_path, entry=gone.id.hex)
    assert compare_copy(stick, copy).way is way
    refused(stick, vault, copy)


def test_a_file_of_which_its_history_tells_otherwise_keeps_all_out(two, tmp_path):
    laptop, stick, vault = two
    refused(stick, vault, told_otherwise(laptop, tmp_path, name="anders.txt"))


def told_otherwise(laptop, folder, **changes):
    """Return a copy with a new file, and something else said of it beside the history."""
    made = attached(laptop, edit(laptop, "ook", "met een foto").id, folder, "foto")
    with zipfile.ZipFile(copied(laptop, folder / "copy.zip")) as zipped:
        files = {name: zipped.read(name) for name in zipped.namelist()}
    found = json.loads(files[JOURNAL])
    [row] = [row for row in found["attachments"] if row["id"] == made.id.hex]
    row.update(changes)
    with zipfile.ZipFile(folder / "copy.zip", "w") as zipped:
        for name, data in (files | {JOURNAL: json.dumps(found)}).items():
            zipped.writestr(name, data)
    return folder / "copy.zip"


def refused(journal, vault, copy):
    before = journal.history.code(), texts(journal)
    with pytest.raises(DamagedCopyError):
        bring_copy(journal, copy)
    assert (journal.history.code(), texts(journal)) == before
    assert vault.verify() == []
