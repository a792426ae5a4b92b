"""A logbook in a table, however a spreadsheet saved it."""

import csv
import io
from contextlib import suppress
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onveilig_desktop.errors import (
    DateNotUnderstoodError,
    NoSuchDayError,
    OnveiligError,
    WrongWeekdayError,
)
from onveilig_desktop.journal import Precision
from onveilig_desktop.transfer import Columns, Form, guess_columns, read_past, read_table, recognise
from onveilig_desktop.transfer.past import BrokenNotesError
from onveilig_desktop.transfer.past_dates import is_month_first, read_date, read_minute
from onveilig_desktop.transfer.table_reading import NoDateColumnError, notes_of, table_of
from onveilig_desktop.transfer.table_writing import safe

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
TODAY = NOW.date()


def read(text, columns=None):
    table = table_of(text)
    return notes_of(table, columns or guess_columns(table, TODAY), NOW)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
def test_a_dutch_spreadsheet(tmp_path, encoding):
    path = tmp_path / "logboek.csv"
    text = (
        "Datum;Tijd;Wat gebeurde er;Plaats;Trefwoorden\r\n"
        '14-2-2026;20:30;"Ruzie, café\r\nen stil";thuis;stil, moe\r\n'
        "31-2-2026;;bestaat niet;;\r\n1 maart 2026;;'=som;;\r\n"
    )
    path.write_bytes(text.encode(encoding))
    assert recognise(path, TODAY) is Form.TABLE
    found = read_past(path, Form.TABLE, NOW)
    first, last = found.notes
    assert (first.happened.day, first.happened.minute) == (date(2026, 2, 14), time(20, 30))
    assert first.tags == ("stil", "moe")
    assert first.words == "Ruzie, café\nen stil\n\n#moe"
    assert first.details.place == "thuis"
    assert (last.text, last.happened.precision) == ("=som", Precision.DAY)
    [unread] = found.unread
    assert (unread.number, unread.sentence) == (2, NoSuchDayError.sentence)
    assert "bestaat" not in repr(found)


def test_columns_are_guessed_by_their_headings():
    headings = "Note,Date,Time,Labels,Where it was,The exact words,Title,Anything"
    table = table_of(f"{headings}\na,2026-01-02,10:00,b,c,d,e,f\n")
    columns = guess_columns(table, TODAY)
    assert columns == Columns(day=1, time=2, text=(0, 6), tags=3, details={"place": 4, "said": 5})


def test_columns_are_guessed_by_what_is_in_them():
    table = table_of("1\t2026-01-02\tiets wat gebeurde\n2\t2026-01-03\tnog wat\n")
    assert table.headings == ("", "", "")
    assert guess_columns(table, TODAY) == Columns(day=1, text=(2,))


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_delimiters(delimiter):
    rows = [["datum", "tekst"], ["2026-01-02", "a; b, c"], ["2026-01-03", 'hij zei "nee"']]
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter).writerows(rows)
    assert [note.text for note in read(buffer.getvalue()).notes] == ["a; b, c", 'hij zei "nee"']


def test_a_delimiter_that_is_told():
    assert [note.text for note in read("sep=|\ndatum|tekst\n2026-01-02|a;b\n").notes] == ["a;b"]


def test_short_and_empty_rows_do_no_harm():
    found = read("datum;tekst;plaats\n\n2026-01-02;a\n;;\n2026-01-03;b;c;d\n")
    assert [(note.text, note.details.place) for note in found.notes] == [("a", ""), ("b", "c")]


def test_american_dates_are_seen_by_the_whole_column():
    found = read("date,note\n3/14/2026,a\n2/1/2026,b\n")
    assert [note.happened.day for note in found.notes] == [date(2026, 2, 1), date(2026, 3, 14)]
    assert is_month_first(["3/14/2026"])
    assert not is_month_first(["3/4/2026", "14/3/2026", "3/14/2026"])


def test_without_dates_or_words_there_is_nothing():
    table = table_of("a;b\nc;d\n")
    with pytest.raises(NoDateColumnError):
        notes_of(table, guess_columns(table, TODAY), NOW)
    with pytest.raises(NoDateColumnError):
        notes_of(table, Columns(day=0), NOW)
    with pytest.raises(BrokenNotesError):
        table_of("\n\n")
    with pytest.raises(BrokenNotesError):
        table_of(";" * 501 + "a")


def test_a_table_is_read_for_its_preview(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("datum;tekst\n2026-01-02;woorden\n", encoding="utf-8")
    table = read_table(path)
    assert table.rows == (("2026-01-02", "woorden"),)
    assert "woorden" not in repr(table)


@pytest.mark.parametrize(
    ("text", "day", "minute", "precision"),
    [
        ("2026-03-14", 14, None, Precision.DAY),
        ("20260314", 14, None, Precision.DAY),
        ("2026/3/14", 14, None, Precision.DAY),
        ("14.3.26", 14, None, Precision.DAY),
        ("2026-03-14T20:30:00+01:00", 14, time(20, 30), Precision.MINUTE),
        ("2026-03-14 08:30:00 PM", 14, time(20, 30), Precision.MINUTE),
        ("14-3-2026 20.30 uur", 14, time(20, 30), Precision.MINUTE),
        ("zaterdag 14 maart 2026 om 8:05", 14, time(8, 5), Precision.MINUTE),
        ("maart 2026", 1, None, Precision.MONTH),
    ],
)
def test_dates_as_they_stand_in_files(text, day, minute, precision):
    moment = read_date(text, TODAY).moment
    assert (moment.day, moment.minute) == (date(2026, 3, day), minute)
    assert moment.precision is precision


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("14-3", DateNotUnderstoodError),
        ("gisteren", DateNotUnderstoodError),
        ("", DateNotUnderstoodError),
        ("2026-03-14 " * 9, DateNotUnderstoodError),
        ("30-2-2026", NoSuchDayError),
        ("vrijdag 14 maart 2026", WrongWeekdayError),
    ],
)
def test_dates_that_say_too_little(text, error):
    with pytest.raises(error):
        read_date(text, TODAY)


def test_twelve_hours():
    halves = [("12:00", "a"), ("12:00", "p"), ("8:30", "P"), ("8:30", ""), ("20:30", "p")]
    assert [read_minute(*half).hour for half in halves] == [0, 12, 20, 8, 20]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_what_a_spreadsheet_would_calculate_is_text(sign):
    assert safe(f"{sign}1+1") == f"'{sign}1+1"
    [note] = read(f'datum;tekst\n2026-01-02;"{safe(sign + "SOM(A1)")}"\n').notes
    assert note.text.strip() == (sign + "SOM(A1)").strip()


@given(st.text(max_size=200))
def test_no_text_makes_the_reader_stumble(text):
    with suppress(OnveiligError):  # any other error is what this test looks for
        read(text)


@given(st.text(max_size=40))
def test_no_text_makes_the_reader_of_dates_stumble(text):
    for said in (text, f"2026 {text}", f"{text} 10:00"):
        with suppress(OnveiligError):
            assert read_date(said, TODAY).moment.day <= TODAY
