"""Differences between wordings, codes, and their words."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noted import line, moment, whole
from onveilig_desktop import texts
from onveilig_desktop.journal import Checked, Details, Flaw, Kind, Place, Version, Wrong
from onveilig_desktop.journal.revision import CodeNotUnderstoodError, code_of, read_code
from onveilig_desktop.report.differences import Change, Piece, differences
from onveilig_desktop.report.versions import (
    also_changed,
    code_words,
    finding_words,
    length_words,
    media_words,
    size_words,
    version_words,
    whole_wording,
)

SAME, GONE, ADDED = Change.SAME, Change.GONE, Change.ADDED
AT = datetime(2026, 11, 20, 20, 30, tzinfo=UTC)
ENTRY = whole(line(moment(date(2026, 11, 20))), "It was loud.")


def test_words_that_changed():
    assert differences("He said no.", "She said no!") == [
        Piece("He", GONE),
        Piece("She", ADDED),
        Piece(" said no", SAME),
        Piece(".", GONE),
        Piece("!", ADDED),
    ]


def test_a_paragraph_that_was_added():
    found = differences("one\n", "one\ntwo\n")
    assert found == [Piece("one\n", SAME), Piece("two\n", ADDED)]


@pytest.mark.parametrize(("before", "after"), [("", ""), ("a", "a"), ("a b\nc", "a b\nc")])
def test_nothing_that_changed(before, after):
    assert all(piece.change is SAME for piece in differences(before, after))


WORDS = st.lists(st.sampled_from(["a ", "b ", "c.", "\n", "é", "😀 "])).map("".join)


@given(WORDS, WORDS)
def test_both_wordings_can_be_read_from_it(before, after):
    found = differences(before, after)
    assert "".join(piece.text for piece in found if piece.change is not ADDED) == before
    assert "".join(piece.text for piece in found if piece.change is not GONE) == after


def test_a_very_long_text_is_compared_as_a_whole():
    before, after = "a " * 300_000, "b " * 300_000
    assert differences(before, after) == [
        Piece(before[:-1], GONE),
        Piece(after[:-1], ADDED),
        Piece(" ", SAME),
    ]


def test_a_long_text_in_which_one_word_changed():
    many = [f"line {n} of many\n" for n in range(1500)]
    after = [*many[:700], "line 700 of more\n", *many[701:]]
    changed = [p for p in differences("".join(many), "".join(after)) if p.change is not SAME]
    assert changed == [Piece("many", GONE), Piece("more", ADDED)]


def test_one_word_in_a_very_long_paragraph():
    before = "word " * 50_000
    after = before.replace("word", "other", 1)
    changed = [piece for piece in differences(before, after) if piece.change is not SAME]
    assert changed == [Piece("word", GONE), Piece("other", ADDED)]


def test_no_text_in_a_repr():
    assert "secret" not in repr(differences("secret", "secrets"))


@given(st.binary(min_size=32, max_size=32))
def test_a_code_is_read_however_it_is_typed(link):
    code = code_of(link)
    assert [len(group) for group in code.split(" ")] == [4] * 8
    for typed in (code, code.lower(), code.replace(" ", ""), code.replace(" ", " - ")):
        assert read_code(typed) == link[:20]
    assert read_code(code.replace("O", "0").replace("I", "1")) == link[:20]


@pytest.mark.parametrize("typed", ["", "abcd", "é" * 32, "8" * 32, "A" * 31, "A" * 33, "A" * 40])
def test_what_is_no_code(typed):
    with pytest.raises(CodeNotUnderstoodError):
        read_code(typed)


def test_the_words_for_a_version():
    version = Version(seq=1, kind=Kind.CREATE, at=AT, is_clock_back=False, entry=ENTRY)
    assert version_words(version) == "First wording · Fri 20 November 2026, 20:30"
    later = replace(version, kind=Kind.EDIT, is_clock_back=True)
    assert version_words(later) == (
        "Corrected · Fri 20 November 2026, 20:30 · the clock had gone back"
    )


def test_a_whole_wording_has_the_details_under_their_headings():
    entry = replace(ENTRY, details=Details(said="«Go.»", place=" "))
    assert whole_wording(entry) == "It was loud.\n\nThe exact words\n«Go.»"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, ""),
        ({"text": "other"}, ""),
        ({"intensity": 3}, "Also changed: how heavy it was"),
        ({"signals": frozenset({"a"}), "trust": 1}, "Also changed: the signals and trust or doubt"),
        ({"happened": moment(date(2026, 11, 19))}, "Also changed: the date"),
    ],
)
def test_what_else_changed(change, words):
    assert also_changed(ENTRY, replace(ENTRY, **change)) == words


def checked(*places):
    flaws = tuple(Flaw(seq, Wrong.CONTENT) for seq in places)
    return Checked(done=9, total=9, flaws=flaws, is_complete=True)


def test_what_a_check_found():
    assert finding_words(checked()).startswith("Nothing was changed")
    assert "at 1 place." in finding_words(checked(3, 3))
    assert "at 2 places." in finding_words(checked(3, 4))


@pytest.mark.parametrize(
    ("flaws", "says"),
    [((), "is unchanged"), ((6,), "is unchanged"), ((5,), "not all"), ((0,), "not all")],
)
def test_what_a_code_says_of_all_before_it(flaws, says):
    words = code_words(Place(seq=5, at=AT), checked(*flaws))
    assert says in words
    assert "Fri 20 November 2026, 20:30" in words


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 B"), (999, "999 B"), (1000, "1 kB"), (2_140_000, "2.1 MB"), (25_000_000, "25 MB")],
)
def test_a_size_in_words(size, words):
    assert size_words(size) == words


def test_a_size_in_dutch():
    texts.use("nl")
    assert size_words(2_140_000) == "2,1 MB"


def test_kinds_and_lengths():
    kinds = ["image/png", "audio/wav", "video/mp4", "application/pdf", "text/plain"]
    assert [media_words(kind) for kind in kinds] == ["photo", "sound", "film"] + ["document"] * 2
    assert [length_words(seconds) for seconds in (0.4, 61.5, 3600)] == ["0:00", "1:02", "60:00"]
