"""A summary made again after another choice: only what changed is set, and nothing stays old."""

from dataclasses import replace
from uuid import UUID

import pytest

from noted import HIDING, line, patterns_of, whole
from onveilig_desktop import texts
from onveilig_desktop.journal import EntryId
from onveilig_desktop.journal.progress import StoppedError, to_nobody
from onveilig_desktop.report import charts
from onveilig_desktop.report.appendix import portions
from onveilig_desktop.report.choice import SummaryChoice
from onveilig_desktop.report.in_view import View, pages_in_view
from onveilig_desktop.report.pages import page_count, page_picture
from onveilig_desktop.report.press import Press
from onveilig_desktop.report.summary import summary_pdf
from onveilig_desktop.report.typesetting import Job
from paper import LINES, TODAY, WEEKS, collected, read

MANY = [
    replace(
        whole(line(day, HIDING), f"Nummer {number}. Jan kwam. " + "Wat er toen gebeurde. " * 33),
        id=EntryId(UUID(int=1_000 + number)),
    )
    for number, day in enumerate(day for day in WEEKS for _time in range(30))
]
ALL = frozenset(entry.id for entry in MANY)
CHOICES = (
    SummaryChoice(ticked=ALL),
    SummaryChoice(ticked=ALL, questions="Komt dit vaker voor?"),
    SummaryChoice(ticked=ALL - {MANY[90].id}),
    SummaryChoice(ticked=ALL, letters=(("Jan", "A"),)),
    SummaryChoice(ticked=ALL, charts=(charts.Kind.GAPS, charts.Kind.WEEK)),
    SummaryChoice(ticked=ALL, charts=(charts.Kind.WEEK,)),
    SummaryChoice(),
    SummaryChoice(ticked=ALL),
)


def page(lines):
    """Return the data of a page with nothing on it but *lines*."""
    return {
        "lang": "en",
        "title": "t",
        "heading": "",
        "made": "",
        "footer": lines,
        "page": "",
        "words": {},
        "first": [],
        "blocks": [],
        "begin": 1,
        "feet": 1,
        "pages": 1,
    }


def test_each_choice_gives_what_it_gives_by_itself():
    press = Press()
    for language in texts.LANGUAGES:
        texts.use(language)
        for choice in CHOICES:
            given = collected(MANY)
            assert summary_pdf(given, choice, press=press) == summary_pdf(given, choice)


@pytest.mark.parametrize("choice", CHOICES)
def test_the_first_page_is_seen_beforehand_as_it_will_be(choice):
    whole = summary_pdf(collected(MANY), choice)
    press = Press()
    [(number, page)] = in_view(choice, press, [0], pages=page_count(whole))
    assert number == 0
    assert page == page_picture(whole, 0, 400)
    assert summary_pdf(collected(MANY), choice, press=press) == whole


def in_view(choice, press, numbers, pages):
    given = collected(MANY)
    return list(pages_in_view(given, choice, press, View(numbers, pages, 400)))


@pytest.mark.parametrize("choice", CHOICES[1:4])
def test_any_page_is_seen_beforehand_as_it_will_be(choice):
    press = Press()
    before = summary_pdf(collected(MANY), CHOICES[0], press=press)
    pages = page_count(before)
    middle, last = pages // 2, pages - 1
    assert len(press.begins) > 4
    numbers = [0, 1, middle, middle + 1, last]
    seen = in_view(choice, press, numbers, pages)
    whole = summary_pdf(collected(MANY), choice, press=press)
    assert page_count(whole) == pages
    assert [number for number, _page in seen] == numbers
    for number, page in seen:
        assert page == page_picture(whole, number, 400)


def test_of_entries_that_are_gone_there_is_no_chapter():
    choice = SummaryChoice(ticked=ALL)
    assert "Entries in full" in read(summary_pdf(collected(MANY), choice))
    assert page_count(summary_pdf(collected(), choice)) == 1


def test_pages_that_are_gone_are_not_seen_beforehand():
    press = Press()
    pages = page_count(summary_pdf(collected(MANY), CHOICES[0], press=press))
    few = SummaryChoice(ticked=frozenset(entry.id for entry in MANY[:3]))
    seen = in_view(few, press, [0, 1, 2, pages - 1], pages)
    assert [number for number, _page in seen] == [0, 1]


def test_where_a_name_becomes_a_letter_the_parts_begin_where_they_began():
    press = Press()
    summary_pdf(collected(MANY), CHOICES[0], press=press)
    before = press.begins
    summary_pdf(collected(MANY), CHOICES[3], press=press)
    assert press.begins == before


def test_what_was_stopped_leaves_nothing_half_made():
    press, heard = Press(), []

    def stop(*told):
        heard.append(told)
        if len(heard) == 2:
            raise StoppedError

    with pytest.raises(StoppedError):
        summary_pdf(collected(MANY), CHOICES[0], stop, press)
    assert summary_pdf(collected(MANY), CHOICES[0], to_nobody, press) == summary_pdf(
        collected(MANY), CHOICES[0]
    )


def test_a_chart_is_drawn_anew_when_what_it_shows_changed():
    press, choice = Press(), SummaryChoice(charts=(charts.Kind.GAPS,))
    summary_pdf(collected(), choice, press=press)
    fewer = collected(patterns=patterns_of(*LINES[:4]))
    assert summary_pdf(fewer, choice, press=press) == summary_pdf(fewer, choice)
    assert read(summary_pdf(fewer, choice)) != read(summary_pdf(collected(), choice))


def test_only_a_page_that_is_another_is_set_again():
    press = Press()
    first = press.set(Job(page("one"), TODAY))
    assert press.set(Job(page("one"), TODAY)) is first
    assert press.set(Job(page("two"), TODAY)) != first
    assert press.set(Job(page("one"), TODAY)) is first
    assert press.set(Job(page("one"), TODAY.replace(day=1))) is not first
    assert press.set(Job(page("one"), TODAY, {"unused.svg": b"<svg/>"})) is not first


def test_no_more_than_some_pages_are_kept():
    press = Press(most=20_000)
    first = press.set(Job(page("one"), TODAY))
    for number in range(10):
        press.set(Job(page(str(number)), TODAY))
    assert press.set(Job(page("one"), TODAY)) is not first


@pytest.mark.parametrize("gone", [0, 30, 77, 140, 179])
def test_where_one_entry_goes_the_portions_after_it_stay(gone):
    blocks = [{"kind": "entry", "title": entry.text, "text": entry.text} for entry in MANY]
    before = list(portions(blocks))
    after = list(portions(blocks[:gone] + blocks[gone + 1 :]))
    assert len(before) > 5
    assert len([portion for portion in after if portion not in before]) <= 2


def test_a_portion_has_a_most():
    alike = [replace(MANY[0], text="x" * 1000)] * 300
    blocks = [{"kind": "entry", "title": "one", "text": entry.text} for entry in alike]
    assert (
        max(sum(len(block["text"]) for block in portion) for portion in portions(blocks)) < 62_000
    )
