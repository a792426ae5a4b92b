"""A whole journal out of the vault, and into another one."""

import json
import zipfile
from datetime import date

import pytest
from copies import TODAY, attached, copied, inside, texts, wordings

from onveilig_desktop import catalog, resources
from onveilig_desktop.journal import Draft, Query
from onveilig_desktop.journal.merge import Way
from onveilig_desktop.transfer import (
    Form,
    bring_copy,
    compare_copy,
    copy_suffix,
    recognise,
    write_copy,
)
from onveilig_desktop.writing import FileTakenError


def test_everything_comes_back(full, vault, other, tmp_path):
    journal, other_vault = other
    copy = copied(full, tmp_path / "copy.zip")
    merge = bring_copy(journal, copy)
    assert (merge.way, merge.new, merge.files) == (Way.WHOLE, 3, 1)
    again = copied(journal, tmp_path / "again.zip")
    assert again.read_bytes() == copy.read_bytes()
    assert other_vault.verify() == vault.verify() == []
    assert journal.history.code() == full.history.code()
    assert texts(journal) == texts(full) == ["ook", "tóen"]
    assert list(journal.bin.lines()) == list(full.bin.lines())
    assert journal.drafts() == full.drafts()
    assert journal.calendar.writing_days() == full.calendar.writing_days()
    assert [found.line.opening for found in search(journal, "toen")] == ["tóen"]
    assert search(journal, "weg") == []
    [line] = [line for line in journal.lines() if line.opening == "tóen"]
    [made] = journal.attachments.of(line.id)
    assert journal.attachments.read(made.id) == b"bijlage" * 100_000


def search(journal, words):
    return list(journal.finding.all(Query(text=words), catalog.shipped()).first.values())


def test_only_the_date_differs(full, tmp_path):
    one = inside(copied(full, tmp_path / "one.zip"))
    other = inside(copied(full, tmp_path / "other.zip", date(2026, 3, 15)))
    assert {name for name in one if one[name] != other[name]} == {"made_on"}


def test_what_was_erased_is_not_taken_out(full, tmp_path):
    with zipfile.ZipFile(copied(full, tmp_path / "copy.zip")) as zipped:
        everything = b"".join(map(zipped.read, zipped.namelist()))
    assert b"bijlage" in everything
    assert b"gewist" not in everything


def test_a_journal_without_attachments_is_one_file_of_json(journal, other, tmp_path):
    assert copy_suffix(journal) == ".json"
    journal.save(Draft(text="een", day="1-2"))
    copy = copied(journal, tmp_path / "copy.json")
    assert json.loads(copy.read_text(encoding="utf-8"))["format"] == "notities"
    bring_copy(other[0], copy)
    assert copied(other[0], tmp_path / "again.json").read_bytes() == copy.read_bytes()
    attached(journal, journal.lines()[0].id, tmp_path, "x")
    assert copy_suffix(journal) == ".zip"


def test_an_empty_journal_goes_out_and_comes_in(journal, other, tmp_path):
    merge = bring_copy(other[0], copied(journal, tmp_path / "copy.json"))
    assert merge.changes_nothing


def test_the_json_is_what_the_schema_tells(full, tmp_path):
    schema = json.loads(resources.read_text("transfer/journal.schema.json"))
    found = inside(copied(full, tmp_path / "copy.zip"))
    assert list(found) == schema["required"]
    for name, rows in found.items():
        if isinstance(rows, list) and name != "wordings":
            item = schema["properties"][name]["items"]
            assert rows
            assert {tuple(sorted(row)) for row in rows} == {tuple(sorted(item["required"]))}
    assert {row["sealed_at"][-6:] for row in found["drafts"]} == {"+00:00"}
    [entry, *_] = (row["content"] for row in found["revisions"] if row["kind"] == "create")
    assert set(entry) == set(schema["$defs"]["entry"]["required"])


def test_an_existing_file_stays_unless_it_may_go(full, tmp_path):
    path = tmp_path / "copy.zip"
    path.write_text("van mij")
    with pytest.raises(FileTakenError):
        write_copy(full, path, TODAY)
    assert path.read_text() == "van mij"


def test_bringing_in_twice_changes_nothing(full, other, tmp_path):
    copy = copied(full, tmp_path / "copy.zip")
    bring_copy(other[0], copy)
    assert compare_copy(other[0], copy).changes_nothing
    bring_copy(other[0], copy)
    assert copied(other[0], tmp_path / "again.zip").read_bytes() == copy.read_bytes()


def test_comparing_writes_nothing(full, other, tmp_path):
    copy = copied(full, tmp_path / "copy.zip")
    told = compare_copy(other[0], copy)
    assert (told.new, told.first, told.last) == (3, date(2026, 2, 1), date(2026, 2, 3))
    assert list(other[0].lines()) == []
    assert bring_copy(other[0], copy) == told


@pytest.mark.parametrize("salt", [{}, {"salt": None}])
def test_a_history_that_does_not_hold_comes_in_without_it(full, other, tmp_path, salt):
    copied(full, tmp_path / "copy.zip")
    found = inside(tmp_path / "copy.zip")
    found["revisions"][0]["content"]["text"] = "veranderd"
    found["revisions"][0].update(salt)
    found["attachments"] = []
    changed = tmp_path / "changed.json"
    changed.write_text(json.dumps(found), encoding="utf-8")
    merge = bring_copy(other[0], changed)
    assert (merge.way, merge.is_history_whole) == (Way.JOIN, False)
    assert other[1].verify() == []
    [line] = [line for line in other[0].lines() if line.opening == "tóen"]
    assert "veranderd" in wordings(other[0], line.id)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_a_copy_that_an_editor_saved_again_comes_in(journal, other, tmp_path, encoding):
    journal.save(Draft(text="één 🙂", day="1-2"))
    copy = copied(journal, tmp_path / "copy.json")
    saved = tmp_path / "saved.json"
    saved.write_text(copy.read_text(encoding="utf-8"), encoding=encoding)
    assert recognise(saved, TODAY) is Form.COPY
    bring_copy(other[0], saved)
    assert copied(other[0], tmp_path / "again.json").read_bytes() == copy.read_bytes()


def test_what_stands_beside_comes_in_one_order(journal, tmp_path):
    for day in (1, 2, 3):
        journal.calendar.mark(date(2026, 2, day), f"dag {day}")
        journal.calendar.pause(date(2026, 1, day), date(2026, 1, 20 + day))
        journal.views.keep(f"zicht {day}", Query(text="a"))
    found = json.loads(copied(journal, tmp_path / "copy.json").read_text(encoding="utf-8"))
    for name in ("markers", "pauses", "views"):
        ids = [row["id"] for row in found[name]]
        assert len(ids) == 3
        assert ids == sorted(ids)


def test_how_much_room_a_copy_takes_is_known_before(full, other, tmp_path):
    empty, _vault = other
    for _n in range(20):
        empty.save(Draft(text="woord " * 50, day="1-2"))
    plain = copied(empty, tmp_path / "copy.json").stat().st_size
    assert 0.8 < empty.archive.size() / plain < 1.2
    with zipfile.ZipFile(copied(full, tmp_path / "copy.zip")) as made:
        unpacked = sum(one.file_size for one in made.infolist())
    assert 0.9 < full.archive.size() / unpacked < 1.1
