"""A long verb tells how far it is; whoever stops it finds everything as it was."""

from datetime import date, timedelta

import pytest
from copies import TODAY, copied, texts, wordings

from onveilig_desktop import catalog
from onveilig_desktop.journal import Draft, Moment, Precision
from onveilig_desktop.journal.merge import Way
from onveilig_desktop.journal.past import PastNote
from onveilig_desktop.journal.progress import Parts, StoppedError
from onveilig_desktop.transfer import (
    Form,
    bring_copy,
    compare_copy,
    read_past,
    write_copy,
    write_table,
)


class Waiting:
    """Hears how far it is, and wants no more after so many words."""

    def __init__(self, patience=1_000_000):
        self.heard = []
        self.patience = patience

    def __call__(self, done, of):
        self.heard.append((done, of))
        if len(self.heard) > self.patience:
            raise StoppedError


def notes(many):
    return [
        PastNote(
            happened=Moment(day=date(2020, 1, 1) + timedelta(days=n), precision=Precision.DAY),
            text=f"woord {n}",
        )
        for n in range(many)
    ]


def test_a_copy_that_is_stopped_leaves_no_file(full, tmp_path):
    for place in (tmp_path / "copy.zip", tmp_path / "old.zip"):
        if place.stem == "old":
            place.write_bytes(b"old")
        before = sorted(path.name for path in tmp_path.iterdir())
        with pytest.raises(StoppedError):
            write_copy(full, place, TODAY, replace=place.exists(), told=Waiting(0))
        assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert (tmp_path / "old.zip").read_bytes() == b"old"


def test_a_table_that_is_stopped_leaves_no_file(full, tmp_path):
    with pytest.raises(StoppedError):
        write_table(full, tmp_path / "table.csv", catalog.shipped(), told=Waiting(0))
    assert not (tmp_path / "table.csv").exists()


@pytest.mark.parametrize("way", [Way.WHOLE, Way.JOIN])
def test_bringing_in_can_be_stopped_at_any_moment(full, other, tmp_path, way):
    journal, vault = other
    copy = copied(full, tmp_path / "copy.zip")
    if way is Way.JOIN:
        journal.save(Draft(text="zelf", day="1-1"))
    before, code = texts(journal), journal.history.code()
    assert compare_copy(journal, copy).way is way
    patience = 0
    while True:
        try:
            bring_copy(journal, copy, Waiting(patience))
        except StoppedError:
            assert (texts(journal), journal.history.code()) == (before, code)
            patience += 1
        else:
            break
    assert patience > 20
    assert set(texts(journal)) == {*before, "ook", "tóen"}
    assert vault.verify() == []


def test_how_far_it_is_only_grows(full, other, tmp_path):
    told = Waiting()
    bring_copy(other[0], copied(full, tmp_path / "copy.zip"), told)
    shares = [done / of for done, of in told.heard]
    assert shares == sorted(shares)
    assert shares[0] < 0.25
    assert 0.5 < shares[-1] <= 1


def test_parts_tell_one_whole():
    told = Waiting()
    parts = Parts(told, 2)
    for _ in range(3):
        part = parts.begin()
        part(1, 2)
        part(0, 0)
    assert [done / of for done, of in told.heard] == [0.25, 0.25, 0.75, 0.75, 0.75, 0.75]


def test_notes_that_are_stopped_stay_out(journal):
    told = Waiting()
    journal.past.add(notes(3), told)
    journal.past.compare(notes(3), told)
    for stopped, patience in ((journal.past.compare, 2), (journal.past.add, 6)):
        with pytest.raises(StoppedError):
            stopped(notes(900), Waiting(patience))
    assert len(journal.lines()) == 3


def test_reading_notes_can_be_stopped(tmp_path, clock):
    path = tmp_path / "notes.txt"
    path.write_text("1 maart 2026\neen\n2 maart 2026\ntwee\n")
    told = Waiting()
    read_past(path, Form.TEXT, clock.now, told=told)
    assert told.heard == [(1, 0), (2, 0)]
    with pytest.raises(StoppedError):
        read_past(path, Form.TEXT, clock.now, told=Waiting(1))


def test_hundreds_of_entries_of_several_wordings_are_joined(journal, other, vault, tmp_path):
    there, its_vault = other
    there.past.add(notes(450))
    ids = [line.id for line in there.lines()]
    for text in ("anders", "weer", "anders"):  # the last wording is one from before
        there.save(Draft(entry_id=ids[0], text=text, day="1-2-2021"))
    there.save(Draft(entry_id=ids[1], text="beter", day="1-2-2021"))
    there.delete(ids[2])
    journal.save(Draft(text="zelf", day="1-1"))
    merge = bring_copy(journal, copied(there, tmp_path / "copy.json"))
    assert (merge.way, merge.new, len(journal.lines())) == (Way.JOIN, 450, 450)
    assert wordings(journal, ids[0])[-3:] == ["anders", "weer", "anders"]
    assert wordings(journal, ids[1])[-1] == "beter"
    assert [line.line.id for line in journal.bin.lines()] == [ids[2]]
    versions = journal.history.versions(ids[1])
    assert all(version.elsewhere_at is not None for version in versions)
    assert vault.verify() == its_vault.verify() == []
