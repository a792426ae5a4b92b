"""Names that can still be read in what goes out."""

import pytest

from onveilig_desktop.report.readable import left_over
from onveilig_desktop.report.redaction import Redaction


@pytest.mark.parametrize(
    ("shown", "offered", "pointed_out"),
    [
        ("A lachte om sanne. Sannes jas.", ["Jan", "Sanne", "Pim"], ["Sanne"]),
        ("Jan-Peter kwam", ["Peter", "Jan-Peter"], ["Peter", "Jan-Peter"]),
        ("Jan kwam, Peter niet", ["Jan-Peter"], []),
        ("Ik wil weg, en dat mag", ["Wil"], []),
        ("Wil kwam", ["Wil"], ["Wil"]),
        ("Rene kwam", ["René"], ["René"]),
        ("", ["Sanne"], []),
    ],
)
def test_what_looks_like_a_name_and_stays(shown, offered, pointed_out):
    assert list(left_over([shown], offered, [])) == pointed_out


@pytest.mark.parametrize(
    ("name", "written", "pointed_out"),
    [
        ("Jan Willem", "Jan Willem kwam, en toen ging Willem weg.", ["Willem"]),
        ("Jan Willem", "Willems jas, Jan’s fiets", ["Jan", "Willem"]),
        ("Jan Willem", "WILLEM!", ["WILLEM"]),
        ("Jan Willem", "In januari, met goede wil; Willemijn keek.", []),
        ("jan willem", "Willem kwam", ["Willem"]),
        ("Jan-Willem", "Willem kwam", ["Willem"]),
        ("Jan Willem", "Jan, Willem", ["Jan Willem", "Jan", "Willem"]),
        ("de Vries", "Vries belde. De hond van de buren.", ["Vries"]),
        ("Sanne van den Berg", "Van den trap, den Haag, de berg op.", []),
        ("Sanne van den Berg", "Familie Van den Berg, Berg’s huis", ["Berg"]),
        ("mevrouw Smit", "Mevrouw keek. Mevrouw Jansen ook.", []),
        ("mijn moeder", "Moeder belde, mijn broer niet", []),
        ("René de Boer", "Rene kwam", ["Rene"]),
        ("Renée", "Renee kwam, RENÉE ook", ["Renee"]),
        ("François-Xavier", "Francois Xavier", ["François-Xavier", "Francois", "Xavier"]),
        ("O'Brien", "O’Brien; brien niet", []),
        ("Jan Willem", "jan_willem@voorbeeld.nl", []),
        ("J. Smit", "J. kwam, Smit niet", ["Smit"]),
        ("...", "Niets...", []),
    ],
)
def test_what_stays_of_a_name_that_became_a_letter(name, written, pointed_out):
    shown = Redaction({name: "A"}).of(written)
    assert list(left_over([shown], [], [name])) == pointed_out


def test_a_name_is_pointed_out_once():
    assert list(left_over(["Willem kwam"], ["Willem"], ["Jan Willem"])) == ["Willem"]


def test_a_name_across_two_texts_is_no_name():
    assert list(left_over(["kwam jan", "willem"], [], ["Jan Willem"])) == []
