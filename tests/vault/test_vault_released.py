"""Journals and backups as released versions wrote them: each is opened by this version."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from test_vault_search import found
from vaults import PASSPHRASE, gate_of, stories

from onveilig_desktop.catalog import SignalId, Wording
from onveilig_desktop.errors import WrongPassphraseError
from onveilig_desktop.journal import (
    Answers,
    Eggshells,
    Form,
    FormKey,
    HalfDone,
    Preferences,
    Query,
    Repair,
    Speaking,
)

LISTENING = SignalId("friction.listening")
RELEASED = sorted((Path(__file__).parents[1] / "data/released").iterdir())


@pytest.fixture(params=RELEASED, ids=lambda folder: folder.name)
def released(request, tmp_path):
    return Path(shutil.copytree(request.param, tmp_path / "released"))


@pytest.fixture(params=["journal", "backup"])
def gate(request, released, tmp_path):
    """The journal itself, or what comes of its backup on another computer."""
    gate = gate_of(released / "journal")
    if request.param == "backup":
        gate = gate_of(tmp_path / "restored")
        gate.restore(released / "backup", PASSPHRASE)
        gate.close()
    yield gate
    gate.close()


def test_there_is_one_of_each_version():
    assert {"0.1.0", "1.0.0"} <= {folder.name for folder in RELEASED}


def test_all_that_was_written_is_there(gate):
    journal = gate.open(PASSPHRASE)
    assert stories(journal) == ["ook", "tóen"]
    second, first = (journal.entry(line.id) for line in journal.lines())
    assert first.repair is Repair.OPEN
    assert first.thread == second.thread
    assert {str(signal) for signal in first.signals} == {"friction.listening"}
    with gate._vault.transaction() as transaction:
        assert found(transaction, Query(text="toen")) == [first.id]
    assert gate._vault.verify() == []


def test_what_was_thrown_away_is_in_the_bin_and_comes_back(gate):
    journal = gate.open(PASSPHRASE)
    (binned,) = journal.bin.lines()
    assert journal.bin.entry(binned.line.id).text == "weg"
    journal.restore(binned.line.id)
    assert stories(journal) == ["weg", "ook", "tóen"]


def test_every_wording_is_there(gate):
    journal = gate.open(PASSPHRASE)
    second, first = (
        [version.entry.text for version in journal.history.versions(line.id)]
        for line in journal.lines()
    )
    assert first == ["eerst", "tóen", "tóen"]  # the last when it was tied to the other
    assert set(second) == {"ook"}


def test_a_file_that_was_added_is_the_same_to_the_byte(gate):
    journal = gate.open(PASSPHRASE)
    (attached,) = journal.attachments.of(journal.lines()[0].id)
    assert (attached.name, journal.attachments.read(attached.id)) == ("bijlage.txt", b"bijlage")


def test_the_days_around_are_there(gate):
    journal = gate.open(PASSPHRASE)
    (check_in,) = journal.check_ins.all()
    answers = Answers(trust=-1, speaking=Speaking.PARTLY, eggshells=Eggshells.A_LITTLE)
    assert (check_in.day, check_in.answers) == (date(2026, 3, 1), answers)
    assert [(one.day, one.text) for one in journal.calendar.markers()] == [
        (date(2026, 2, 1), "nieuw werk")
    ]
    assert [(one.first, one.last) for one in journal.calendar.pauses()] == [
        (date(2026, 2, 10), date(2026, 2, 12))
    ]


def test_the_persons_own_words_and_settings_are_there(gate):
    journal = gate.open(PASSPHRASE)
    known = journal.own_words.read()
    assert known.wordings == (Wording(LISTENING, "koffie", hides_meaning=True),)
    assert [(one.label, one.meaning, one.is_concern) for one in known.signals] == [
        ("eigen woord", "wat het is", True)
    ]
    assert [(view.name, view.query) for view in journal.views.all()] == [
        ("zicht", Query(text="ook"))
    ]
    assert journal.settings.read() == Preferences(lock_minutes=7)


def test_what_was_not_finished_is_there(gate):
    journal = gate.open(PASSPHRASE)
    assert [draft.text for draft in journal.drafts()] == ["half"]
    assert journal.unfinished.all() == [HalfDone(FormKey(Form.CHECK_IN), {"trust": "-2"})]


def test_nothing_else_opens_it(gate):
    with pytest.raises(WrongPassphraseError):
        gate.open(PASSPHRASE + " ")
