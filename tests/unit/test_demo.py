"""The fictional journal: believable in its shape, true to the real verbs, gone afterwards."""

import stat
import sys
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest

from onveilig_desktop import catalog, demo, texts
from onveilig_desktop.journal import EntryId, Precision
from onveilig_desktop.vault import KeyWork, VaultGate

TODAY = date(2028, 2, 29)
STORY = demo.story()
SHUNNED = {
    "nl": ("bewijs", "dader", "misbruik", "kans", "diagnose", "score"),
    "en": ("evidence", "abuse", "offender", "victim", "diagnosis", "score"),
}


def days_of(signal):
    return sorted({scene.ago for scene in STORY if signal in scene.signals})


@pytest.mark.parametrize("scene", STORY, ids=[f"{scene.ago} days ago" for scene in STORY])
class TestScene:
    @pytest.mark.parametrize("language", texts.LANGUAGES)
    def test_it_becomes_an_entry_with_the_fields_of_its_row(self, scene, language):
        written_at = scene.written_at(TODAY)
        entry = scene.draft(language, TODAY).complete(
            entry_id=EntryId(UUID(int=1)), written_at=written_at, now=written_at
        )
        assert entry.text == scene.text[language]
        assert entry.signals == scene.signals
        assert (entry.intensity, entry.trust, entry.repair) == (
            scene.intensity,
            scene.trust,
            scene.repair,
        )
        if entry.happened.has_day:
            assert entry.happened.day == TODAY - timedelta(days=scene.ago)

    def test_it_is_told_in_both_languages_without_a_verdict(self, scene):
        assert set(scene.text) == set(texts.LANGUAGES)
        for language, text in scene.text.items():
            assert text.strip() == text.removeprefix("\n")
            assert not any(word in text.lower() for word in SHUNNED[language])

    def test_its_signals_are_in_the_catalogue(self, scene):
        assert scene.signals <= set(catalog.shipped().signals)

    def test_it_was_written_before_today(self, scene):
        assert 0 <= scene.later < scene.ago


def test_the_story_is_about_forty_entries_over_eight_months():
    assert 38 <= len(STORY) <= 45
    assert 235 <= max(scene.ago for scene in STORY) <= 245


def test_it_holds_every_precision_and_some_entries_written_weeks_later():
    precisions = {scene.draft("en", TODAY).precision for scene in STORY}
    assert precisions == set(Precision)
    assert sum(scene.later > 7 for scene in STORY) >= 4


def test_it_holds_what_recurs_what_repeats_what_was_once_and_what_never_was():
    counts = {signal: len(days_of(signal)) for signal in catalog.shipped().signals}
    concerns = {signal: counts[signal] for signal in catalog.shipped().concerns}
    assert {0, 1, 2} < set(concerns.values())
    assert len(days_of("violence.belittling")) >= 8
    assert all(counts[signal.id] for signal in catalog.shipped().of(catalog.Group.FRICTION))


def test_it_is_told_in_the_order_in_which_it_was_written():
    written = [scene.written_at(TODAY) for scene in STORY]
    assert written == sorted(written)


def test_a_story_clock_stands_still_only_while_it_is_told_to():
    present, then = datetime(2026, 11, 20, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)
    clock = demo.StoryClock(lambda: present)
    with clock.set_to(then):
        assert clock() == then
    assert clock() == present


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_it_stands_in_a_real_journal_as_if_it_had_been_written_day_by_day(tmp_path, language):
    present = datetime.combine(TODAY, time(9, 0)).astimezone()
    clock = demo.StoryClock(lambda: present)
    gate = VaultGate(tmp_path / "journal", clock, work=KeyWork(passes=1, kibibytes=8192))
    journal = gate.create(demo.PASSPHRASE)
    demo.write_story(journal, clock, language)
    entries = journal.entries([line.id for line in journal.lines()])
    gate.close()
    assert {(entry.text, entry.written_at) for entry in entries} == {
        (scene.text[language], scene.written_at(TODAY)) for scene in STORY
    }
    assert max(entry.happened.day for entry in entries) == TODAY - timedelta(days=1)
    assert clock() == present


class TestThrowAwayFolder:
    def test_it_is_gone_afterwards_with_all_that_is_in_it(self):
        with demo.throw_away_folder() as folder:
            (folder / "below").mkdir()
            (folder / "below" / "file").write_text("x")
        assert not folder.exists()

    def test_it_is_gone_after_an_exception_too(self):
        with pytest.raises(FileNotFoundError), demo.throw_away_folder() as folder:
            (folder / "missing" / "file").write_text("x")
        assert not folder.exists()

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
    def test_nobody_else_can_look_into_it_and_its_name_says_nothing(self):
        with demo.throw_away_folder() as folder:
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700
            assert folder.name.startswith("notities-")
