"""The summary as a reader gets it, read back with tools that others wrote."""

import json
import os
import re
import subprocess
import sys
import traceback
from datetime import date
from pathlib import Path

import pytest

from noted import HIDING, TODAY, line, patterns_of, row_of, whole
from onveilig_desktop import report, texts
from onveilig_desktop.report import Period
from onveilig_desktop.report.typesetting import Job, SummaryNotMadeError, typeset
from paper import LINES, PATTERNS, appear_in_order, made, read, texts_of, tool

TESTS = str(Path(__file__).parents[1])


@pytest.fixture
def objects(tmp_path):
    """Return the objects of a PDF, their strings decoded and their streams unpacked."""

    def unpacked(pdf):
        path = tmp_path / "read.pdf"
        path.write_bytes(pdf)
        return json.loads(tool("qpdf", "--json=2", str(path), pdf=None))

    return unpacked


def test_the_file_says_nothing_about_the_maker_or_the_hour():
    facts = dict(
        fact.split(":", 1)
        for fact in tool("pdfinfo", "-rawdates", "-", pdf=made()).decode().splitlines()
    )
    assert not {"Author", "Subject", "Keywords", "Producer"} & set(facts)
    assert facts["Title"].strip() == "Notes"
    assert {facts["CreationDate"].strip(), facts["ModDate"].strip()} == {"D:20261122000000Z"}
    assert facts["Tagged"].strip() == "yes"
    assert "(A4)" in facts["Page size"]


def test_the_metadata_stream_says_no_more_than_a_title_and_the_standard(tmp_path):
    path = tmp_path / "read.pdf"
    path.write_bytes(made())
    plain = tool("qpdf", "--qdf", "--object-streams=disable", str(path), "-", pdf=None)
    assert b"<rdf:RDF" in plain
    assert b"<pdfuaid:part>1</pdfuaid:part>" in plain
    assert b"<dc:creator" not in plain


def test_the_structure_is_sound(tmp_path):
    path = tmp_path / "read.pdf"
    path.write_bytes(made(texts_of(LINES)))
    assert b"No syntax or stream encoding errors" in tool("qpdf", "--check", str(path), pdf=None)


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_sentences_stand_in_reading_order(language):
    texts.use(language)
    patterns = patterns_of(*LINES)
    concerns = [row for row in patterns.rows if row.at_least and not row.is_friction]
    said = read(made(texts_of(LINES[4:9]), patterns=patterns))
    appear_in_order(
        said,
        [
            report.finding(patterns),
            f"{patterns.combined.label} – {patterns.combined.sentence}",
            patterns.combined.recency,
            *[words for row in concerns for words in (row.label, row.state_label)],
            *[row.label for row in patterns.rows if row.at_least and row.is_friction],
            *report.notes(patterns),
            *[report.moment_words(noted.happened) for noted in (LINES[5], LINES[8])],
        ],
    )


def test_a_stranger_reads_what_is_counted_and_who_chose():
    """Each number on the first page says of what it is, without any other page."""
    said = read(made())
    assert "All concerns together – Recurring in the entries" in said
    assert "Repair on 1 answered day" in said
    assert "With concerns: more doubt in 1 of 1 answers" in said
    assert "A concern is a signal of unsafety or of violence." in said
    assert "Ordinary friction is what was there as well" in said
    assert "The writer chose which signal fits." in said


def test_the_language_of_the_words_is_told(objects):
    texts.use("nl")
    pdf = objects(made(patterns=patterns_of(*LINES)))
    assert '"/Lang": "u:nl"' in json.dumps(pdf)


def test_the_strip_has_its_text_alternative(objects):
    assert json.dumps("u:" + report.alternative(PATTERNS)) in json.dumps(objects(made()))


def test_an_entry_is_told_with_all_that_was_noted():
    said = read(made(texts_of(LINES[6:8])))
    appear_in_order(
        said,
        [
            "Entries in full: 2 of 10",
            "8 entries of this period were left out by the writer. They are counted above.",
            "Tue 13 October 2026, 20:05",
            "Signals: Listened",
            "How intense for me: 4 of 5, heavy",
            "Words of 13 October stay as they are.",
            "Tue 27 October 2026, in the evening (written 20 days later)",
            "Signals: Boundary ignored",
            "Trust in myself: more doubt",
            "Did repair follow? Partly",
            "Words of 27 October stay as they are.",
        ],
    )


def test_all_entries_together_are_told_as_such():
    assert "All entries of this period are here" in read(made(texts_of(LINES)))


def test_every_page_has_its_number_and_tells_who_wrote():
    pdf = made([whole(noted, "A line.\n" * 60) for noted in LINES])
    pages = int(re.search(rb"Pages:\s+(\d+)", tool("pdfinfo", "-", pdf=pdf))[1])
    said = read(pdf)
    assert pages > 2
    for page in range(1, pages + 1):
        assert f"Page {page} / {pages}" in said
    assert said.count("Written down personally · made on 22 November 2026") == pages


def test_an_entry_that_is_not_ticked_is_nowhere_in_the_file(objects):
    canary = "Kwikstaart-7f3a"
    entries = [whole(LINES[0], f"{canary} stays home"), whole(LINES[1], "This one goes along")]
    kept, shown = made(entries, frozenset({LINES[1].id})), made(entries)
    assert canary in read(shown)
    assert "This one goes along" in read(kept)
    assert canary not in read(kept)
    assert canary not in json.dumps(objects(kept))
    assert str(LINES[0].id) not in json.dumps(objects(kept))


def test_it_is_the_same_file_all_day():
    entries = texts_of(LINES)
    first = made(entries)
    assert made(entries) == first
    assert made(entries, patterns=patterns_of(*LINES[::-1])) == first


_ELSEWHERE = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
import paper
print(hashlib.sha256(paper.made(paper.texts_of(paper.LINES))).hexdigest())
"""


def test_it_is_the_same_file_in_another_process():
    command = [sys.executable, "-c", _ELSEWHERE, TESTS]
    runs = [
        subprocess.run(command, capture_output=True, check=True, env=_seeded(seed)).stdout  # noqa: S603
        for seed in "12"
    ]
    assert runs[0] == runs[1] != b""


def _seeded(seed):
    return {**os.environ, "PYTHONHASHSEED": seed}


def test_when_typesetting_fails_no_word_of_the_page_is_told():
    canary = "kwik" * 3
    with pytest.raises(SummaryNotMadeError) as caught:
        typeset(Job({"first": canary}, TODAY))
    assert canary not in "".join(traceback.format_exception(caught.value))


def test_an_empty_journal_has_a_summary_too():
    said = read(made(patterns=patterns_of()))
    assert "0 entries." in said
    assert "Entries in full" not in said


def test_a_summary_of_a_period_counts_that_period():
    period = Period(date(2026, 10, 1), date(2026, 10, 31))
    patterns = patterns_of(*LINES, period=period)
    said = read(made(patterns=patterns, period=period))
    assert "Notes, 1 Oct 2026 to 31 Oct 2026" in said
    assert row_of(patterns, HIDING).at_least == 4
    appear_in_order(said, ["Hid myself", "4"])
    assert "10 November 2026" not in said


def test_a_summary_of_one_day_is_called_by_that_day():
    said = read(made(patterns=patterns_of(line(TODAY, HIDING))))
    assert re.search(r"Notes, 22 Nov 2026\s+Made on", said)


def test_only_the_shipped_font_is_used_and_it_is_in_the_file():
    fonts = tool("pdffonts", "-", pdf=made(texts_of(LINES))).decode().splitlines()[2:]
    assert fonts
    for font in fonts:
        name, *_kind, embedded, _subset, _unicode, _object, _generation = font.split()
        assert re.fullmatch(r"[A-Z]{6}\+DejaVuSans(-Bold)?", name)
        assert embedded == "yes"


_NOTHING_WRITTEN = """
import resource, signal, sys
sys.path.insert(0, sys.argv[1])
import paper
import onveilig_desktop.report.figures
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
print(len(paper.made(paper.texts_of(paper.LINES))))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits a process in a way Windows lacks")
def test_nothing_is_written_while_it_is_made():
    command = [sys.executable, "-c", _NOTHING_WRITTEN, TESTS]
    done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603
    assert int(done.stdout) > 10_000
