"""A power cut while one types takes the last second at most, and nothing else."""

import time
from datetime import UTC, date, datetime

from killing import CHEAP, PASSPHRASE, Rounds, Way
from onveilig_desktop.journal import Form, FormKey, HalfDone
from onveilig_desktop.vault import VaultGate
from person import started

BREATHLESS = 5.0  # seconds of typing without a pause
NOW = datetime(2026, 3, 14, tzinfo=UTC)
WORDS = "someday"
TO_THE_FORM = ["Tab"] * 4  # from «new entry», by the search, to what waits
MOST_MS = 2500  # far above the second it is, so that a busy machine does not count


def test_a_kill_takes_the_last_of_the_typing_and_nothing_else(display, tmp_path):
    rounds = Rounds(display, tmp_path, seed=1)
    for way in Way:
        killed = rounds.kill(way, BREATHLESS)
        assert killed.lost_ms < MOST_MS, killed


def test_a_kill_takes_no_more_of_a_form_that_is_half_filled_in(display, tmp_path):
    gate = VaultGate(tmp_path / "journal", lambda: NOW, work=CHEAP)
    gate.create(PASSPHRASE)
    gate.close()
    with started(display, tmp_path) as person:
        person.wait_for_window()
        person.type(PASSPHRASE)
        person.key("Return")
        person.key("ctrl+k")
        person.key("space", "shift+Tab")
        person.type(WORDS)
        time.sleep(1)
        person.kill()
    [half_done] = gate.open(PASSPHRASE).unfinished.all()
    assert half_done.key == FormKey(Form.CHECK_IN)
    assert (half_done.fields["nothing"], half_done.fields["day"]) == ("True", WORDS)
    gate.close()


def test_what_was_half_filled_in_is_offered_and_finished_by_keys(display, tmp_path):
    gate = VaultGate(tmp_path / "journal", lambda: NOW, work=CHEAP)
    key = FormKey(Form.MARKER)
    gate.create(PASSPHRASE).unfinished.seal(HalfDone(key, {"day": "1-3-2026", "text": "moved i"}))
    gate.close()
    with started(display, tmp_path) as person:
        person.wait_for_window()
        person.type(PASSPHRASE)
        person.key("Return")
        person.key(*TO_THE_FORM, "Return")
        person.type("n")
        person.key("ctrl+s")
        person.kill()
    journal = gate.open(PASSPHRASE)
    [made] = journal.calendar.markers()
    assert (made.day, made.text) == (date(2026, 3, 1), "moved in")
    assert journal.unfinished.all() == []
    gate.close()
