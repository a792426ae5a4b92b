"""Settings in a real vault."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, update
from vaults import PASSPHRASE

from onveilig_desktop.journal import Preferences
from onveilig_desktop.vault.schema import setting

OTHERS = Preferences(
    lock_minutes=60,
    leaves_by_shift=False,
    shifts=4,
    hides_texts=True,
    reminder_days=0,
    allows_capture=True,
)


def test_a_new_journal_is_as_it_usually_is(journal):
    assert journal.settings.read() == Preferences()
    assert Preferences().lock_minutes == 5
    assert (Preferences().leaves_by_shift, Preferences().shifts) == (True, 3)


def test_settings_come_back_after_shutting(gate, journal):
    journal.settings.keep(replace(OTHERS, shifts=2))
    journal.settings.keep(OTHERS)
    gate.close()
    assert gate.open(PASSPHRASE).settings.read() == OTHERS


def test_another_setting_of_the_journal_is_left_alone(gate, journal):
    before = gate.backups.folder.parent / "elsewhere"
    before.mkdir()
    gate.backups.keep_in(before)
    journal.settings.keep(OTHERS)
    assert gate.backups.folder == before


@pytest.mark.parametrize(
    "wrong", [{"lock_minutes": 0}, {"lock_minutes": 61}, {"shifts": 1}, {"shifts": 5}]
)
def test_what_is_out_of_range_cannot_be_set(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Preferences(**wrong)


@pytest.mark.parametrize("stored", ["", "{", "[]", "3", '{"lock_minutes": 3.5, "shifts": true}'])
def test_what_cannot_be_understood_is_as_usual(vault, journal, stored):
    with vault.writing() as connection:
        connection.execute(insert(setting), {"name": "preferences", "value": stored})
    assert journal.settings.read() == Preferences()


def test_what_another_version_wrote_is_taken_as_far_as_it_is_understood(vault, journal):
    journal.settings.keep(OTHERS)
    with vault.writing() as connection:
        stored = '{"lock_minutes": 7, "shifts": 90, "of a later version": 1}'
        connection.execute(update(setting).values(value=stored))
    assert journal.settings.read() == Preferences(lock_minutes=7)


@given(st.dictionaries(st.sampled_from([one.name for one in fields(Preferences)]), st.integers()))
def test_whatever_number_is_stored_settings_are_made_of_it(values):
    made = Preferences.of(values)
    for name, value in values.items():
        assert getattr(made, name) in {value, getattr(Preferences(), name)}
