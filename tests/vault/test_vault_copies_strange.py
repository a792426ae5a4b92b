"""A copy that is well made but tells what cannot be: nothing of it comes in."""

import hashlib
import json
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from copies import copied

from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.journal import Moment, Precision
from onveilig_desktop.journal.archived import DamagedCopyError
from onveilig_desktop.transfer import bring_copy
from onveilig_desktop.transfer.container import JOURNAL
from onveilig_desktop.vault.archive import _entry_in
from onveilig_desktop.vault.rows import canonical

MOMENT = "2026-01-01T00:00:00+00:00"
NOBODY = "1" * 32


def row(found, name):
    return found[name][0]


def content(found, **changes):
    row(found, "revisions")["content"].update(changes)


def subject_of(found, kind):
    return next(one["subject"] for one in found["revisions"] if one["kind"] == kind)


STRANGE = {
    "a number that is too large": lambda found: content(found, intensity=1e400),
    "no number": lambda found: content(found, trust=float("nan")),
    "a broken number": lambda found: content(found, intensity=2.5),
    "deep nesting": lambda found: content(found, details=nested(600)),
    "wrong type: text": lambda found: content(found, text=["a"]),
    "wrong type: details": lambda found: content(found, details=[]),
    "wrong type: signals": lambda found: content(found, signals={}),
    "wrong type: list": lambda found: found.update(revisions={}),
    "wrong type: row": lambda found: found.update(markers=[None]),
    "a day before all days": lambda found: content(found, day="0000-01-01"),
    "a day after all days": lambda found: row(found, "check_ins").update(day="10000-01-01"),
    "a day in the year 1": lambda found: row(found, "check_ins").update(day="0001-01-01"),
    "a view of the year 1": lambda found: row(found, "views")["query"].update(first="0001-01-01"),
    "a view with a name without end": lambda found: row(found, "views").update(name="a" * 81),
    "a view without a name": lambda found: row(found, "views").update(name=""),
    "a view with a name of two lines": lambda found: row(found, "views").update(name="a\nb"),
    "a signal with a name without end": lambda found: row(found, "own_signals").update(
        label="a" * 81
    ),
    "a signal with a name that is not seen": lambda found: row(found, "own_signals").update(
        label="\N{ZERO WIDTH SPACE}\N{RIGHT-TO-LEFT OVERRIDE}"
    ),
    "a pause that ends first": lambda found: row(found, "pauses").update(first="2026-03-01"),
    "a moment without end": lambda found: row(found, "check_ins").update(
        written_at="9999-12-31T23:59:59-14:00"
    ),
    "a file of a file": lambda found: row(found, "attachments").update(
        entry=row(found, "attachments")["id"]
    ),
    "a file of nobody": lambda found: row(found, "attachments").update(entry=NOBODY),
    "a file with the id of an entry": lambda found: row(found, "attachments").update(
        id=subject_of(found, "create")
    ),
    "a file twice": lambda found: found["attachments"].append(row(found, "attachments")),
    "a file with a name that turns": lambda found: row(found, "attachments").update(
        name="a\N{RIGHT-TO-LEFT OVERRIDE}gpj.exe"
    ),
    "a file larger than one may be": lambda found: row(found, "attachments").update(
        size=25_000_001
    ),
    "an answer about a file": lambda found: found["repair_answers"].append(
        {"entry": row(found, "attachments")["id"], "answer": "yes", "answered_at": MOMENT}
    ),
    "an id that is short": lambda found: row(found, "markers").update(id="1"),
    "an id as people write it": lambda found: row(found, "markers").update(
        id="11111111-1111-1111-1111-111111111111"
    ),
    "a view twice": lambda found: found["views"].append(row(found, "views")),
    "an own signal twice": lambda found: found["own_signals"].append(row(found, "own_signals")),
    "a pause twice": lambda found: found["pauses"].append(row(found, "pauses")),
    "a draft twice": lambda found: found["drafts"].append(row(found, "drafts")),
}


def nested(depth):
    found = {}
    for _ in range(depth):
        found = {"a": found}
    return found


@pytest.fixture
def empty(other):
    """An empty journal that must stay so."""
    journal, _vault = other
    yield journal
    assert list(journal.lines()) == list(journal.drafts()) == []
    assert list(journal.check_ins.all()) == list(journal.views.all()) == []
    assert journal.history.code() == ""


def zipped(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return path


@pytest.fixture
def files(full, tmp_path):
    """What is in the copy of a journal that has something of everything."""
    with zipfile.ZipFile(copied(full, tmp_path / "copy.zip")) as made:
        return {name: made.read(name) for name in made.namelist()}


@pytest.mark.parametrize("strange", STRANGE)
def test_what_cannot_be_keeps_everything_out(empty, files, tmp_path, strange):
    found = json.loads(files[JOURNAL])
    STRANGE[strange](found)
    made = zipped(tmp_path / "in.zip", files | {JOURNAL: json.dumps(found)})
    with pytest.raises(DamagedCopyError):
        bring_copy(empty, made)


TURNED = "a\N{RIGHT-TO-LEFT OVERRIDE}b\N{ZERO WIDTH SPACE}\x07c"


def test_names_that_turn_or_hide_come_in_without_the_signs_that_do(other, files, tmp_path):
    found = json.loads(files[JOURNAL])
    row(found, "views").update(name=TURNED)
    row(found, "own_signals").update(label=TURNED)
    found["wordings"] = [
        {"signal": "friction.heated", "label": TURNED, "hides_meaning": False},
        *found["wordings"],
    ]
    row(found, "markers").update(text=TURNED)
    journal, vault = other
    bring_copy(journal, zipped(tmp_path / "in.zip", files | {JOURNAL: json.dumps(found)}))
    words = journal.own_words.read()
    assert "abc" in {view.name for view in journal.views.all()}
    assert "abc" in {own.label for own in words.signals}
    assert "abc" in {wording.label for wording in words.wordings}
    assert "abc" in {marker.text for marker in journal.calendar.markers()}
    assert vault.verify() == []


def test_an_entry_of_the_year_1_is_none(full):
    [entry, *_rest] = full.entries([line.id for line in full.lines()])
    for day in (date(1, 1, 1), date(1899, 12, 31)):
        of_then = replace(entry, happened=Moment(day=day, precision=Precision.DAY))
        with pytest.raises(ValueError, match=r"^$"):
            _entry_in(canonical(of_then))
    assert _entry_in(canonical(entry)) == entry


@pytest.mark.parametrize(
    ("media", "data"),
    [
        ("image/png", b"bijlage" * 100_000),
        ("text/plain", b"\x89PNG\r\n\x1a\n" + b"\0" * 100),
        ("text/plain", b"\x7fELF" + b"\0" * 100),
        ("application/octet-stream", b"MZ" + b"\0" * 100),
    ],
)
def test_a_file_that_is_not_what_it_says_stays_out(empty, files, tmp_path, media, data):
    """Also when every sum was made anew: only what it is decides."""
    made = zipped(tmp_path / "in.zip", told_anew(files, media, data))
    with pytest.raises(DamagedCopyError):
        bring_copy(empty, made)


def test_a_file_of_a_kind_that_was_not_known_yet_comes_in(other, files, tmp_path):
    data = b"\x89PNG\r\n\x1a\n" + b"\0" * 100
    made = zipped(tmp_path / "in.zip", told_anew(files, "application/octet-stream", data))
    journal, vault = other
    assert bring_copy(journal, made).files == 1
    assert vault.verify() == []


def test_what_was_taken_for_text_by_its_first_bytes_comes_in(other, files, tmp_path):
    """A disk may give few bytes at first; when it was added only those were looked at."""
    data = b"some words\n" * 10 + b"\0\1\2" * 100
    made = zipped(tmp_path / "in.zip", told_anew(files, "text/plain", data))
    journal, vault = other
    assert bring_copy(journal, made).files == 1
    assert vault.verify() == []


def told_anew(files, media, data):
    """Return the files of a copy with another attachment, that the copy tells of as its own."""
    found = json.loads(files[JOURNAL])
    sha256 = hashlib.sha256(data).hexdigest()
    row(found, "attachments").update(media=media, size=len(data), sha256=sha256)
    found["revisions"] = [one for one in found["revisions"] if one["kind"] in {"create", "edit"}]
    for seq, one in enumerate(found["revisions"], start=1):
        one["seq"] = seq
    found["repair_answers"] = []
    return {JOURNAL: json.dumps(found), f"attachments/{sha256}": data}


def test_lists_that_come_twice_and_are_empty_do_no_harm(empty, tmp_path):
    path = tmp_path / "in.json"
    more = ',"views":[]' * 200_000
    path.write_text(f'{{"format":"notities","version":1,"made_on":"2026-03-14"{more}}}')
    assert bring_copy(empty, path).changes_nothing


def test_a_million_empty_entries(empty, tmp_path):
    path = tmp_path / "in.json"
    rows = ",".join(["{}"] * 1_000_000)
    head = '{"format":"notities","version":1,"made_on":"2026-03-14"'
    path.write_text(f'{head},"revisions":[{rows}]}}')
    with pytest.raises(DamagedCopyError):
        bring_copy(empty, path)


def test_what_lies_about_its_length_is_cut_off(empty, files, tmp_path):
    made = zipped(tmp_path / "in.zip", files)
    data = made.read_bytes()
    says = len(files[JOURNAL]).to_bytes(4, "little")
    made.write_bytes(data.replace(says, (100).to_bytes(4, "little")))
    with pytest.raises(OnveiligError):
        bring_copy(empty, made)
