"""Whatever is wrong with a copy is said plainly, and nothing of it comes in."""

import json
import os
import subprocess
import sys
import zipfile
from contextlib import suppress
from datetime import date

import pytest

from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.journal import Answers, Draft, Query
from onveilig_desktop.journal.archived import DamagedCopyError, FutureCopyError
from onveilig_desktop.journal.incoming import EmptyFileError, NoFileError, UnreadableFileError
from onveilig_desktop.transfer import bring_copy, compare_copy, write_copy
from onveilig_desktop.transfer.container import JOURNAL
from onveilig_desktop.transfer.journal_json import NewerCopyError, OtherFormatError
from onveilig_desktop.transfer.opening import HugeFileError

TODAY = date(2026, 3, 14)


@pytest.fixture
def copy(gate, journal, tmp_path, clock, folder):
    """A copy as JSON of a journal that is emptied afterwards: (path, its JSON)."""
    first = journal.save(Draft(text="een", day="1-2"))
    journal.save(Draft(entry_id=first.id, text="twee", day="1-2"))
    journal.save(Draft(text="drie", day="2-2"))
    journal.check_ins.save(date(2026, 3, 1), Answers(trust=1))
    journal.calendar.mark(date(2026, 2, 1), "iets")
    journal.calendar.pause(date(2026, 2, 10), date(2026, 2, 12))
    journal.own_words.add("eigen", is_concern=True)
    journal.views.keep("zicht", Query(text="een"))
    journal.seal(Draft(text="bijna"))
    path = tmp_path / "copy.json"
    write_copy(journal, path, TODAY)
    return path, json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture
def empty(other):
    """An empty journal that must stay so."""
    journal, _vault = other
    yield journal
    assert list(journal.lines()) == []
    assert list(journal.check_ins.all()) == []
    assert journal.history.code() == ""


def refused(journal, path, error):
    for verb in (compare_copy, bring_copy):
        with pytest.raises(error) as caught:
            verb(journal, path)
        assert str(caught.value) == caught.value.sentence


def changed(path, found):
    path.write_text(json.dumps(found), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyFileError),
        (b"\0\1\2" * 100, OtherFormatError),
        (b"PK\x03\x04 en dan niets", DamagedCopyError),
        (b"hallo", OtherFormatError),
        (b"[]", OtherFormatError),
        (b"{}", OtherFormatError),
        (b"[" * 100_000, OtherFormatError),
        (b'{"format":' + b"[" * 100_000, OtherFormatError),
        (b'{"format":"iets anders","version":1}', OtherFormatError),
        (b'{"format":"notities"}', DamagedCopyError),
        (b'{"format":"notities","version":true}', DamagedCopyError),
        (b'{"format":"notities","version":0,"made_on":"2026-03-14"}', DamagedCopyError),
        (b'{"format":"notities","version":2,"iets":"nieuws"}', NewerCopyError),
        (b'{"format":"notities","version":1,"made_on":"2026-03-14","iets":[1]}', DamagedCopyError),
        (b'{"format":"notities","version":1,"made_on":"2026-03-14","views":[', DamagedCopyError),
        (
            b'{"format":"notities","version":1,"made_on":"2026-03-14","views":[1]}',
            DamagedCopyError,
        ),
        (b'{"format":"notities","version":1,"made_on":"\xff"}', OtherFormatError),
        (
            b'{"format":"notities","version":1' + b"0" * 5000 + b"}",
            DamagedCopyError,
        ),
    ],
)
def test_a_file_that_is_no_copy(empty, tmp_path, data, error):
    path = tmp_path / "in"
    path.write_bytes(data)
    refused(empty, path, error)
    assert path.read_bytes() == data


def test_a_file_that_is_not_there_or_a_folder(empty, tmp_path):
    refused(empty, tmp_path / "weg", UnreadableFileError)
    refused(empty, tmp_path, NoFileError)
    os.mkfifo(tmp_path / "pijp")
    refused(empty, tmp_path / "pijp", NoFileError)


def test_a_copy_that_is_cut_off_anywhere(empty, copy, tmp_path):
    path, _found = copy
    data = path.read_bytes()
    for end in range(1, len(data) - 3, 97):
        path.write_bytes(data[:end])
        with pytest.raises(OnveiligError):
            bring_copy(empty, path)


def first(found, name):
    return found[name][0]


SPOILED = [
    lambda found: found["revisions"].append(found["revisions"][-1]),
    lambda found: found["revisions"].pop(0),
    lambda found: found["revisions"].reverse(),
    lambda found: first(found, "revisions").update(seq=True),
    lambda found: first(found, "revisions").update(kind="edit"),
    lambda found: first(found, "revisions").update(kind="iets"),
    lambda found: first(found, "revisions").update(subject="0" * 32),
    lambda found: first(found, "revisions").update(at="gisteren"),
    lambda found: first(found, "revisions").update(at="2026-01-01T00:00:00"),
    lambda found: first(found, "revisions").update(salt="00"),
    lambda found: first(found, "revisions").update(content=[]),
    lambda found: first(found, "revisions")["content"].update(text=1),
    lambda found: first(found, "revisions")["content"].update(text="\ud800"),
    lambda found: first(found, "revisions")["content"].update(text="a" * 1_000_001),
    lambda found: first(found, "revisions")["content"].update(day="20260201"),
    lambda found: first(found, "revisions")["content"].update(day="2026-02-30"),
    lambda found: first(found, "revisions")["content"].update(written_at=10**40),
    lambda found: first(found, "revisions")["content"].update(intensity=True),
    lambda found: first(found, "revisions")["content"].update(precision="jaar"),
    lambda found: first(found, "revisions")["content"].update(signals=["b", "a"]),
    lambda found: first(found, "revisions")["content"].update(signals=[1]),
    lambda found: first(found, "revisions")["content"].pop("text"),
    lambda found: first(found, "revisions")["content"].update(nog="iets"),
    lambda found: found["check_ins"].append(found["check_ins"][0]),
    lambda found: first(found, "check_ins").update(trust=3),
    lambda found: first(found, "check_ins").update(trust=10**30),
    lambda found: found["markers"].append(found["markers"][0]),
    lambda found: first(found, "markers").update(text="a" * 81),
    lambda found: first(found, "markers").update(text="\udfff"),
    lambda found: first(found, "markers").update(text=""),
    lambda found: first(found, "markers").update(text="twee\nregels"),
    lambda found: first(found, "markers").update(text="een\0twee"),
    lambda found: first(found, "own_signals").update(id="friction.listening"),
    lambda found: first(found, "own_signals").update(id="own."),
    lambda found: first(found, "own_signals").update(label=""),
    lambda found: first(found, "own_signals").update(label="twee\nregels"),
    lambda found: first(found, "views")["query"].update(first="ooit"),
    lambda found: first(found, "drafts")["draft"].update(precision=None),
    lambda found: found["attachments"].append(
        {
            "id": "1" * 32,
            "entry": found["revisions"][0]["subject"],
            "name": "a",
            "media": "text/plain",
            "size": 1,
            "sha256": "0" * 64,
            "added_at": "2026-01-01T00:00:00+00:00",
        }
    ),
    lambda found: found["repair_answers"].append(
        {"entry": "1" * 32, "answer": "yes", "answered_at": "2026-01-01T00:00:00+00:00"}
    ),
    lambda found: found.update(views=found.pop("views"), markers=found.pop("markers")),
]


@pytest.mark.parametrize("spoil", SPOILED, ids=map(str, range(len(SPOILED))))
def test_a_copy_with_something_wrong_in_it(empty, copy, spoil):
    path, found = copy
    spoil(found)
    with pytest.raises(DamagedCopyError):
        bring_copy(empty, changed(path, found))


def test_a_copy_from_the_future(empty, copy, clock):
    path, _found = copy
    clock.forward(days=-60)
    refused(empty, path, FutureCopyError)


LATER = [
    lambda found: first(found, "markers").update(day="2026-03-16"),
    lambda found: first(found, "pauses").update(last="9999-12-31"),
    lambda found: first(found, "check_ins").update(day="2026-03-16"),
]


@pytest.mark.parametrize("spoil", LATER, ids=["marker", "pause", "check-in"])
def test_a_day_that_has_yet_to_come(empty, copy, spoil):
    path, found = copy
    spoil(found)
    refused(empty, changed(path, found), FutureCopyError)


def zipped(path, files, how=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", how) as made:
        for name, data in files:
            made.writestr(name, data)
    return path


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("more", "error"),
    [
        ([("../weg", b"x")], DamagedCopyError),
        ([("/etc/weg", b"x")], DamagedCopyError),
        ([("attachments/../../weg", b"x")], DamagedCopyError),
        ([("attachments/" + "A" * 64, b"x")], DamagedCopyError),
        ([(JOURNAL, b"x")], DamagedCopyError),
        ([("attachments/" + "a" * 64, bytes(25_000_001))], HugeFileError),
    ],
)
def test_a_zip_with_something_else_in_it(empty, copy, tmp_path, more, error):
    path, _found = copy
    made = zipped(tmp_path / "in.zip", [(JOURNAL, path.read_bytes()), *more])
    refused(empty, made, error)
    assert not (tmp_path.parent / "weg").exists()


def test_a_zip_that_grows_without_end(empty, tmp_path):
    made = zipped(tmp_path / "in.zip", [(JOURNAL, b" " * 50_000_000)])
    assert made.stat().st_size < 100_000
    refused(empty, made, HugeFileError)


def test_a_zip_without_a_journal_or_damaged(empty, copy, tmp_path):
    path, _found = copy
    refused(empty, zipped(tmp_path / "in.zip", [("iets", b"x")]), DamagedCopyError)
    whole = zipped(tmp_path / "in.zip", [(JOURNAL, path.read_bytes())]).read_bytes()
    told = compare_copy(empty, tmp_path / "in.zip")
    for place in range(40, len(whole), 61):
        (tmp_path / "in.zip").write_bytes(
            whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :]
        )
        with suppress(OnveiligError):  # a bit that says nothing does no harm
            assert compare_copy(empty, tmp_path / "in.zip") == told


def test_an_attachment_with_other_bytes(empty, journal, copy, tmp_path):
    [line, *_] = journal.lines()
    (tmp_path / "a.txt").write_text("hallo")
    journal.attachments.add(line.id, tmp_path / "a.txt")
    write_copy(journal, tmp_path / "copy.zip", TODAY)
    with zipfile.ZipFile(tmp_path / "copy.zip") as made:
        names = {name: made.read(name) for name in made.namelist()}
    [attached] = set(names) - {JOURNAL}
    for data in (b"hella", b"hallo!", b"hal"):
        refused_late = zipped(tmp_path / "in.zip", list((names | {attached: data}).items()))
        with pytest.raises(DamagedCopyError):
            bring_copy(empty, refused_late)
    missing = zipped(tmp_path / "in.zip", [(JOURNAL, names[JOURNAL])])
    with pytest.raises(DamagedCopyError):
        bring_copy(empty, missing)


SCRIPT = """
import resource, signal, sys
from datetime import date
from pathlib import Path
sys.path[:0] = sys.argv[3:]
from vaults import PASSPHRASE, gate_of
from onveilig_desktop.errors import DiskFullError
from onveilig_desktop.transfer import write_copy
journal = gate_of(Path(sys.argv[1])).open(PASSPHRASE)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (128 * 1024, 128 * 1024))
try:
    write_copy(journal, Path(sys.argv[2]), date(2026, 3, 14), replace=True)
except DiskFullError:
    sys.exit(7)
"""


def test_a_full_disk_leaves_the_old_file_and_no_other(gate, journal, folder, tmp_path):
    for number in range(200):
        journal.save(Draft(text=f"{number} " * 200, day="1-2"))
    gate.close()
    out = tmp_path / "uit"
    out.mkdir()
    (out / "copy.json").write_text("de vorige")
    run = [sys.executable, "-c", SCRIPT, str(folder), str(out / "copy.json"), *sys.path]
    done = subprocess.run(run, check=False)  # noqa: S603
    assert done.returncode == 7
    assert [path.name for path in out.iterdir()] == ["copy.json"]
    assert (out / "copy.json").read_text() == "de vorige"
