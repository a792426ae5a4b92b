"""What was chosen for the summary outlives a lock, and nothing older than it goes out."""

from onveilig_desktop.report.period import Span
from summaries import HIDING, summary, text_of


def test_what_was_chosen_is_there_again_after_the_lock(weekly):
    page = summary(weekly, open_fold="questions")
    weekly.type(page.choices.questions, "Is this a pattern?")
    page.choices.entries.model.tick(2)
    weekly.click(page.choices.also.chip("code"))
    before = page.choices.choice
    weekly.lock()
    weekly.unlock()
    assert not weekly.page.journal_page.waiting.isVisible()
    assert summary(weekly).choices.choice == before


def test_looking_at_the_page_and_locking_at_once_keeps_what_was_chosen(weekly):
    page = summary(weekly, open_fold="questions")
    weekly.type(page.choices.questions, "Is this a pattern?")
    weekly.lock()
    weekly.unlock()
    weekly.page.show_page(2)  # and not a moment for what was kept to come
    weekly.lock()
    weekly.unlock()
    assert summary(weekly).choices.choice.questions == "Is this a pattern?"


def test_the_period_is_there_again_after_the_lock(weekly):
    page = summary(weekly)
    weekly.click(page.choices.period.span.chip(Span.OWN))
    weekly.type(page.choices.period.first, "1-11-2026")
    weekly.qtbot.waitUntil(lambda: page.choices.choice.period.first is not None)
    before = page.choices.choice
    weekly.lock()
    weekly.unlock()
    again = summary(weekly)
    assert again.choices.choice == before
    assert again.choices.period.first.text() == "1-11-2026"
    assert again.choices.entries.model.rowCount() == 2


def test_a_usual_period_is_kept_as_it_is_called(weekly):
    page = summary(weekly)
    weekly.click(page.choices.period.span.chip(Span.QUARTER))
    weekly.lock()
    weekly.unlock()
    assert summary(weekly).choices.period.span.value() is Span.QUARTER


def test_a_usual_period_ends_on_the_day_that_it_is_read(weekly):
    page = summary(weekly)
    weekly.click(page.choices.period.span.chip(Span.QUARTER))
    weekly.lock()
    weekly.pass_days(1)
    weekly.unlock()
    weekly.write("story of today", HIDING)
    again = summary(weekly).choices
    assert again.period.span.value() is Span.QUARTER
    assert again.choice.period.last == weekly.now.date()
    assert again.entries.model.rowCount() == len(weekly.entries())


def test_own_days_stay_those_days_also_where_they_end_today(weekly):
    page = summary(weekly)
    weekly.click(page.choices.period.span.chip(Span.OWN))
    weekly.type(page.choices.period.first, "1-11-2026")
    weekly.type(page.choices.period.last, "20-11-2026")
    weekly.qtbot.waitUntil(lambda: page.choices.choice.period.last is not None)
    before = page.choices.choice
    weekly.lock()
    weekly.pass_days(1)
    weekly.unlock()
    again = summary(weekly).choices
    assert (again.period.span.value(), again.choice) == (Span.OWN, before)


def test_stopping_leaves_the_page_as_it_was_and_saving_makes_it_after_all(weekly, tmp_path):
    page = summary(weekly)
    page.choices.entries.model.tick(0)
    page._make()
    assert page.work.is_going
    weekly.click(page.work.stop)
    weekly.settle()
    assert not page.is_drawn
    page.save_to(tmp_path / "made.pdf")
    weekly.qtbot.waitUntil((tmp_path / "made.pdf").exists, timeout=20_000)
    assert "story of 12-11-2026" in text_of(tmp_path / "made.pdf")


def test_what_is_printed_is_the_present_choice(weekly, tmp_path):
    page = summary(weekly)
    page.choices.entries.model.tick(0)  # and not a moment for the page to be made anew
    given = []
    page._when_made(given.append)
    weekly.qtbot.waitUntil(lambda: bool(given), timeout=20_000)
    assert given[0].choice == page.choices.choice
    (tmp_path / "made.pdf").write_bytes(given[0].pdf)
    assert "story of 12-11-2026" in text_of(tmp_path / "made.pdf")


def test_what_was_written_since_the_page_was_left_is_in_it(weekly, tmp_path):
    page = summary(weekly)
    weekly.page.show_page(0)
    weekly.write("one more", HIDING, day="20-11-2026")
    weekly.page.show_page(2)
    weekly.qtbot.waitUntil(lambda: page.is_drawn, timeout=20_000)
    page.save_to(tmp_path / "made.pdf")
    weekly.settle()
    assert "4 different days" in text_of(tmp_path / "made.pdf")
