"""A journal in a vault for each test: a copy of one that was made once."""

import shutil
from pathlib import Path

import pytest
from copies import fill
from vaults import PASSPHRASE, Clock, gate_of

from onveilig_desktop.journal import Draft


@pytest.fixture(scope="session")
def master(tmp_path_factory):
    folder = tmp_path_factory.mktemp("master") / "journal"
    gate = gate_of(folder)
    gate.create(PASSPHRASE)
    gate.close()
    return folder


@pytest.fixture
def folder(master, tmp_path):
    """A folder with a new journal, shut."""
    return Path(shutil.copytree(master, tmp_path / "journal"))


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def gate(folder, clock):
    """The gate of a journal, shut; shut again afterwards."""
    gate = gate_of(folder, clock)
    yield gate
    gate.close()


@pytest.fixture
def journal(gate):
    return gate.open(PASSPHRASE)


@pytest.fixture
def vault(gate, journal):
    """The open vault itself, below the journal."""
    return gate._vault


@pytest.fixture
def other(master, tmp_path, clock):
    """Another, empty journal, and its vault."""
    gate = gate_of(Path(shutil.copytree(master, tmp_path / "other")), clock)
    journal = gate.open(PASSPHRASE)
    yield journal, gate._vault
    gate.close()


@pytest.fixture
def full(journal, clock, tmp_path):
    """A journal with something of everything in it."""
    fill(journal, clock, tmp_path)
    return journal


@pytest.fixture
def backups(gate, journal, clock):
    """The backups of a journal with one entry, of a minute ago."""
    journal.save(Draft(text="Een gewone dag.", day="1-2"))
    clock.forward(minutes=1)
    return gate.backups
