"""What the person keeps back is nowhere in the file, and what goes along is all there."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from hashlib import sha256
from uuid import UUID

import pytest

from noted import BOUNDARIES, HIDING, KNOWN, LISTENING, ago, line, patterns_of, weekly, whole
from onveilig_desktop import texts
from onveilig_desktop.journal import Attachment, Details, Kind, Version
from onveilig_desktop.report import charts
from onveilig_desktop.report.choice import Quote, SummaryChoice
from onveilig_desktop.report.correction import correction_of
from onveilig_desktop.report.pages import page_count, page_picture
from onveilig_desktop.report.protection import protected
from onveilig_desktop.report.summary import summary_pdf
from paper import LINES, appear_in_order, collected, made, read, tool, unpacked

PLACE, FELT, MEANT = "Kiekendief-plein", "Wulp in mijn buik", "Grutto betekende het"
ENTRY = replace(
    whole(LINES[0], "Sanne zei dat ik niets kan."),
    details=Details(place=PLACE, felt=FELT, meant=MEANT, said="Letterlijk: jij weer."),
)
FILE = Attachment(
    id=UUID(int=5),
    entry_id=ENTRY.id,
    name="Tureluur.jpg",
    media="image/jpeg",
    size=2_100_000,
    sha256=sha256(b"x").digest(),
    added_at=datetime(2026, 11, 1, tzinfo=UTC),
)


@pytest.fixture
def everything_in(tmp_path):
    return partial(unpacked, folder=tmp_path)


def test_places_and_feelings_stay_out_and_are_named_as_left_out(everything_in):
    pdf = made([ENTRY])
    held = everything_in(pdf)
    assert not [secret for secret in (PLACE, FELT, MEANT) if secret in held]
    appear_in_order(
        read(pdf),
        [
            "The exact words Letterlijk: jij weer.",
            "Left out by the writer: Where it was; What it meant to me; What I felt in my body.",
        ],
    )


def test_places_and_feelings_go_along_when_asked_for():
    said = read(made([ENTRY], places=True, feelings=True))
    appear_in_order(said, [MEANT, FELT, PLACE])
    assert "Left out" not in said


def test_a_name_is_nowhere_when_it_became_a_letter(everything_in):
    chosen = {
        "quotes": (Quote(ENTRY.id, "Sanne zei dat"),),
        "questions": "Wat moet ik met SANNE?",
        "letters": (("Sanne", "A"),),
    }
    pdf = made([ENTRY], **chosen)
    assert "sanne" not in everything_in(pdf).lower()
    appear_in_order(
        read(pdf), ["names. A letter stands for each", "A zei dat", "Wat moet ik met A?"]
    )


def test_a_quote_of_an_entry_that_stays_out_brings_nothing_else_of_it(everything_in):
    pdf = made([ENTRY], frozenset(), quotes=(Quote(ENTRY.id, "ik niets kan"),))
    held = everything_in(pdf)
    assert "ik niets kan" in read(pdf)
    assert "Sanne" not in held
    assert "Letterlijk" not in held


def test_files_are_told_without_their_names_and_only_when_asked_for(everything_in):
    given = collected([ENTRY], files={ENTRY.id: [FILE]})
    choice = SummaryChoice(ticked=frozenset({ENTRY.id}), files=True)
    pdf = summary_pdf(given, choice)
    assert f"photo · 2.1 MB · SHA-256 {FILE.sha256.hex()}" in read(pdf).replace("- ", "-")
    assert "Tureluur" not in everything_in(pdf)
    assert "SHA-256" not in read(made([ENTRY]))


def test_corrections_are_told_without_the_words(everything_in):
    first = version(1, whole(LINES[0], "Kanoet"), 0)
    later = version(2, replace(whole(LINES[0], "Anders"), trust=1), 3)
    given = collected(corrections=[correction_of([first, later])])
    pdf = summary_pdf(given, SummaryChoice(corrections=True))
    appear_in_order(
        read(pdf),
        ["What was corrected later", "First written on", "the text and trust or doubt."],
    )
    assert "Kanoet" not in everything_in(pdf)


def test_it_is_told_that_nothing_was_corrected():
    told = read(summary_pdf(collected(), SummaryChoice(corrections=True)))
    appear_in_order(told, ["What was corrected later", "Nothing in this period was corrected"])
    assert "corrected" not in read(summary_pdf(collected(), SummaryChoice()))


def version(seq, entry, days):
    kind = Kind.CREATE if seq == 1 else Kind.EDIT
    at = datetime(2026, 11, 1, 12, tzinfo=UTC) + timedelta(days=days)
    return Version(seq=seq, kind=kind, at=at, is_clock_back=False, entry=entry)


def test_the_code_of_today_says_what_it_shows_and_what_not():
    code = "ABCD EFGH IJKL MNOP QRST UVWX YZ23 4567"
    said = read(summary_pdf(collected(code=code), SummaryChoice(code=True)))
    appear_in_order(said, ["Code of today", code, "It does not show that it is true"])


def test_chosen_charts_come_with_their_lines():
    patterns = patterns_of(*LINES)
    made_chart = charts.make_chart(charts.Kind.GAPS, patterns, collected().material, KNOWN)
    said = read(made(patterns=patterns, charts=(charts.Kind.GAPS,)))
    appear_in_order(said, ["Appendix", made_chart.title, *made_chart.notes])


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_the_first_part_is_one_page_however_much_recurs(language):
    texts.use(language)
    lines = [
        line(ago(5 + 7 * week + place % 5), signal, trust=-1)
        for place, signal in enumerate(KNOWN.signals)
        for week in range(9)
    ]
    entries = [whole(noted, "Wat er gebeurde. " * 12) for noted in lines[:3]]
    pdf = made(
        entries,
        frozenset(),
        patterns=patterns_of(*lines),
        quotes=tuple(Quote(entry.id, entry.text) for entry in entries),
        questions="Komt dit vaker voor?\nWat kan ik doen als het weer gebeurt?",
    )
    assert page_count(pdf) == 1


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_half_a_day_is_written_the_same_in_both_languages(language):
    texts.use(language)
    said = read(made(patterns=patterns_of(*[line(ago(days), HIDING) for days in (5, 15, 36)])))
    assert "15½(10–21)" in said.replace(" ", "")  # a narrow column breaks it


def test_what_does_not_fit_on_one_page_goes_on():
    said = read(made(questions="Een vraag.\n" * 300))
    assert said.count("Een vraag.") == 300


def test_a_page_is_shown_as_it_will_be_printed():
    pdf = made([ENTRY])
    drawn = page_picture(pdf, 1, 600)
    assert (drawn.width, len(drawn.rgba)) == (600, 600 * drawn.height * 4)
    assert drawn.height == pytest.approx(600 * 297 / 210, abs=2)
    assert 0.001 < sum(value < 128 for value in drawn.rgba[::4]) / len(drawn.rgba[::4]) < 0.2


def test_a_password_hides_all_of_it(tmp_path):
    plain = made([ENTRY])
    path = tmp_path / "read.pdf"
    path.write_bytes(protected(plain, "vier losse woorden"))
    told = tool("qpdf", "--show-encryption", "--password=vier losse woorden", str(path), pdf=None)
    assert b"file encryption method: AESv3" in told
    opened = tool("qpdf", "--decrypt", "--password=vier losse woorden", str(path), "-", pdf=None)
    assert read(opened) == read(plain)
    assert b"Notes" not in path.read_bytes()


def test_a_signal_that_stays_out_is_told_as_a_number_only():
    said = read(made(without=frozenset({HIDING, BOUNDARIES, LISTENING})))
    assert "Left out by the writer: 3 signals." in said


def test_only_what_was_asked_for_is_made():
    assert "Appendix" not in read(made())
    assert read(made(patterns=patterns_of(*weekly(HIDING)))).startswith("Notes")
