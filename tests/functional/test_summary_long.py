"""A summary of many pages: set part by part, and whole all the same."""

import re
import subprocess
import sys
from calendar import month_name
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pikepdf
import pytest

from accessible import flaws
from noted import HIDING, line, patterns_of, whole
from onveilig_desktop import texts
from onveilig_desktop.journal import EntryId
from onveilig_desktop.journal.progress import StoppedError
from onveilig_desktop.report import charts
from onveilig_desktop.report.appendix import portions
from onveilig_desktop.report.choice import SummaryChoice
from onveilig_desktop.report.pages import page_count
from onveilig_desktop.report.summary import summary_pdf
from paper import LINES, WEEKS, collected, made, read, texts_of, tool

TESTS = str(Path(__file__).parents[1])
MANY = [
    replace(
        whole(line(day, HIDING), f"Nummer {number}. " + "Wat er toen gebeurde. " * 30),
        id=EntryId(UUID(int=1_000 + number)),
    )
    for number, day in enumerate(day for day in WEEKS for _time in range(40))
]


@pytest.fixture(scope="module")
def long():
    return made(MANY, patterns=patterns_of(*LINES))


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_a_short_one_is_as_readers_for_the_blind_need_it(language):
    texts.use(language)
    assert flaws(made()) == []
    assert flaws(made(texts_of(LINES), charts=tuple(charts.Kind)[1:], code=True)) == []


def test_a_long_one_is_as_readers_for_the_blind_need_it(long, tmp_path):
    assert flaws(long) == []
    assert b"No syntax or stream encoding errors" in checked(long, tmp_path)


def test_each_entry_has_its_heading_and_its_paragraphs(long):
    with pikepdf.open(BytesIO(long)) as document:
        first, *parts = document.Root.StructTreeRoot.K[0].K
        kinds = Counter(str(element.S) for part in parts if part.S == "/Sect" for element in part.K)
    assert first.S == "/H1"
    assert kinds["/H3"] == len(MANY)
    assert kinds["/P"] == 2 * len(MANY) + 1  # what was noted, the text; what is said above all
    assert set(kinds) == {"/H1", "/H2", "/H3", "/P"}


def checked(pdf, folder):
    (folder / "read.pdf").write_bytes(pdf)
    return tool("qpdf", "--check", str(folder / "read.pdf"), pdf=None)


def test_what_looks_for_flaws_finds_them():
    with pikepdf.open(BytesIO(made(texts_of(LINES)))) as document:
        root = document.Root
        del root.ViewerPreferences.DisplayDocTitle
        root.ViewerPreferences.DisplayDocTitle = False
        figure = next(each for each in root.StructTreeRoot.K[0].K if each.S == "/Figure")
        del figure.Alt
        document.pages[0].contents_add(b"0 0 m 9 9 l S")
        document.pages[1].obj.StructParents = 0
        spoiled = BytesIO()
        document.save(spoiled)
    said = " ".join(flaws(spoiled.getvalue()))
    for number in ("07-001", "13-004", "01-005", "belong to others"):
        assert number in said


def test_it_is_set_in_parts_and_nothing_falls_out_between_them(long):
    assert len(list(portions(MANY_BLOCKS))) > 2
    found = [int(number) for number in re.findall(r"Nummer (\d+)\.", read(long))]
    assert sorted(found) == list(range(len(MANY)))
    assert len(found) == len(MANY)


MANY_BLOCKS = [{"kind": "entry", "title": entry.text[:12], "text": entry.text} for entry in MANY]


def test_a_chapter_is_never_the_last_of_its_part():
    chapter = {"kind": "chapter", "title": "one"}
    large = {"kind": "entry", "title": "one", "text": "x" * 70_000}
    cut = list(portions([chapter, chapter, large, chapter, large, large]))
    assert cut == [[chapter, chapter, large], [chapter, large], [large]]
    assert list(portions([])) == []


def test_each_page_has_its_own_number_at_its_foot(long):
    pages = page_count(long)
    said = read(long)
    assert pages > 20
    assert re.findall(r"Page (\d+) / (\d+)", said) == [
        (str(page), str(pages)) for page in range(1, pages + 1)
    ]


def test_its_bookmarks_are_those_of_one_document():
    pdf = made([*MANY, *texts_of(LINES)], charts=(charts.Kind.GAPS,))
    with pikepdf.open(BytesIO(pdf)) as document, document.open_outline() as outline:
        _first, appendix = outline.root
        chart, entries = appendix.children
        assert appendix.title == "Appendix"
        assert chart.children == []
        assert len(entries.children) == len(MANY) + len(LINES)
        pages = [mark.destination[0].objgen for mark in entries.children]
        order = [page.obj.objgen for page in document.pages]
        assert sorted(pages, key=order.index) == pages


def test_of_very_many_entries_the_first_of_each_month_has_a_bookmark():
    start = date(2026, 1, 1)
    entries = [
        replace(
            whole(line(start + timedelta(days=number), HIDING), "Kort."),
            id=EntryId(UUID(int=number)),
        )
        for number in range(301)
    ]
    with pikepdf.open(BytesIO(made(entries))) as document, document.open_outline() as outline:
        _first, appendix = outline.root
        [chapter] = appendix.children
        titles = [mark.title for mark in chapter.children]
    begun = [f"1 {month_name[number]} 2026" for number in range(1, 11)]
    assert [day in title for day, title in zip(begun, titles, strict=True)] == [True] * 10


def test_it_is_the_same_file_all_day(long):
    assert made(MANY, patterns=patterns_of(*LINES)) == long


def test_it_says_how_far_it_is_and_can_be_stopped():
    choice = SummaryChoice(ticked=frozenset(entry.id for entry in MANY))
    heard = []
    summary_pdf(collected(MANY), choice, lambda done, of: heard.append((done, of)))
    assert len(heard) > 2
    assert heard == sorted(heard)
    assert {of for _done, of in heard} == {len(MANY)}
    assert heard[-1] == (len(MANY), len(MANY))  # headings are not among them

    def stop(_done, _of):
        raise StoppedError

    with pytest.raises(StoppedError):
        summary_pdf(collected(MANY), choice, stop)


_HIGHEST = """
import re, sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID
sys.path.insert(0, sys.argv[1])
import paper
from noted import HIDING, line, whole
day = line(paper.WEEKS[0], HIDING)
many = [replace(whole(day, f"{n} " + "Wat er gebeurde. " * 35), id=UUID(int=n + 1))
        for n in range(int(sys.argv[2]))]
paper.made(many)
print(re.findall(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[0])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads what Linux tells of a process")
def test_twenty_times_as_many_pages_take_little_more_memory():
    def highest(entries):
        command = [sys.executable, "-c", _HIGHEST, TESTS, str(entries)]
        done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603
        return int(done.stdout) / 1024

    assert highest(2_000) - highest(100) < 40
