"""Names that become letters, and names that seem to be left."""

from dataclasses import replace

import pytest

from noted import TODAY, line, whole
from onveilig_desktop.journal import Details
from onveilig_desktop.report.redaction import Redaction, likely_names, next_letter

LETTERS = Redaction({"Jan": "A", "Anna Maria": "B", "Lucas": "C", "Renée": "D"})


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Jan lachte.", "A lachte."),
        ("Toen zei JAN niets, en jan ook niet.", "Toen zei A niets, en A ook niet."),
        ("Jans jas, Jan's jas en Lucas' jas", "A’s jas, A’s jas en C’s jas"),
        ("anna  maria kwam", "B kwam"),
        ("Anna kwam", "Anna kwam"),
        ("In januari, bij Janneke", "In januari, bij Janneke"),
        ("Rene\N{COMBINING ACUTE ACCENT}e en RENÉE", "D en D"),
        ("(Jan), «Jan», Jan-Peter", "(A), «A», A-Peter"),
        ("", ""),
    ],
)
def test_a_letter_stands_wherever_the_name_stood(written, told):
    assert LETTERS.of(written) == told


@pytest.mark.parametrize(
    ("name", "written", "told"),
    [
        (
            "Jan Willem",
            "Jan-Willem, jan willem en Jan\N{NON-BREAKING HYPHEN}Willems jas",
            "A, A en A’s jas",
        ),
        ("Jan-Willem", "Jan Willem kwam", "A kwam"),
        ("Jan Willem", "Jan, Willem en ik", "Jan, Willem en ik"),
        ("de Vries", "Bij De Vries en DE VRIES’ huis", "Bij A en A’s huis"),
        ("O'Brien", "O’Brien en o'brien", "A en A"),
        ("'t Hart", "Daar stond ’t Hart", "Daar stond A"),
        ("Wil", "Wil wil dat niet, zei WIL. Ik wil weg.", "A wil dat niet, zei A. Ik wil weg."),
        ("Dilek", "D\N{LATIN SMALL LETTER DOTLESS I}lek kwam", "A kwam"),
        ("-", "een - twee", "een A twee"),
        ("Jan-", "Jan kwam", "A kwam"),
    ],
)
def test_a_name_is_known_as_people_write_it(name, written, told):
    assert Redaction({name: "A"}).of(written) == told


def test_a_name_is_never_read_as_a_pattern():
    assert Redaction({"J.n (x)+": "A"}).of("Jan, J.n (x)+!") == "Jan, A!"


def test_without_names_a_text_is_left_as_it_is():
    accent = "e\N{COMBINING ACUTE ACCENT}"
    assert Redaction({}).of(accent) == accent
    assert Redaction({"  ": "A"}).of("Jan") == "Jan"


def noted(text, **details):
    return replace(whole(line(TODAY), text), details=Details(**details))


def test_words_with_a_capital_within_a_sentence_are_offered_most_frequent_first():
    entries = [
        noted("Gisteren belde Sanne. Toen kwam Jan-Peter, en Sanne ging weg."),
        noted("Hij zei: “Pim weet het.” En ik zei dat Ik dat niet zo zag, OK?"),
    ]
    assert list(likely_names(entries)) == ["Sanne", "Jan-Peter", "Pim"]


def test_who_was_there_is_offered_even_at_the_beginning():
    assert list(likely_names([noted("Niets.", present="Moeder, Sanne's broer")])) == [
        "Moeder",
        "Sanne",
    ]


def test_letters_go_on_after_z():
    assert next_letter("") == "A"
    assert next_letter(["A", "C"]) == "B"
    assert next_letter("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "A2"
