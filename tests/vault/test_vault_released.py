"""Journals and backups as released versions wrote them: each is opened by this version."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from test_vault_search import found
from vaults import PASSPHRASE, gate_of, stories

from onveilig_desktop.errors import WrongPassphraseError
from onveilig_desktop.journal import Query, Repair

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
    assert "0.1.0" in {folder.name for folder in RELEASED}


def test_all_that_was_written_is_there(gate):
    journal = gate.open(PASSPHRASE)
    assert stories(journal) == ["ook", "tóen"]
    second, first = (journal.entry(line.id) for line in journal.lines())
    assert first.repair is Repair.OPEN
    assert first.thread == second.thread
    assert {str(signal) for signal in first.signals} == {"friction.listening"}
    with gate._vault.transaction() as transaction:
        assert found(transaction, Query(text="toen")) == [first.id]
    assert len(journal.attachments.of(second.id)) == 1
    assert journal.check_ins.all()[0].day == date(2026, 3, 1)
    assert gate._vault.verify() == []


def test_nothing_else_opens_it(gate):
    with pytest.raises(WrongPassphraseError):
        gate.open(PASSPHRASE + " ")
