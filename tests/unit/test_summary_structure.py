"""Elements of structure that have in common what is the same, and nothing else."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from onveilig_desktop.report.structure import Lightener


@pytest.fixture
def pdf():
    with pikepdf.new() as made:
        yield made


def element(pdf, kind, *kids):
    made = Dictionary(Type=Name.StructElem, S=kind, T="a title", K=Array(kids), Alt="a picture")
    return pdf.make_indirect(made)


def test_what_is_the_same_is_held_once(pdf):
    lightener = Lightener()
    first, second = (element(pdf, Name.P, 4, 5) for _time in range(2))
    for each in (first, second):
        lightener.lighten(element(pdf, Name.Sect, each))
    first.K.append(6)
    assert list(second.K) == [4, 5, 6]


def test_an_element_says_what_it_said_but_for_what_is_needless(pdf):
    elsewhere = Dictionary(Type=Name.MCR, MCID=7)
    other = element(pdf, Name.P, 1, elsewhere)
    heading, empty = element(pdf, Name.H3, 0), pdf.make_indirect(Dictionary(S=Name.TD))
    alone = pdf.make_indirect(Dictionary(S=Name.P, K=3))
    Lightener().lighten(element(pdf, Name.Sect, heading, other, empty, alone))
    assert set(heading.keys()) == {"/S", "/K", "/Alt"}
    assert (heading.S, other.S, empty.S) == (Name.H3, Name.P, Name.TD)
    assert list(heading.K) == [0]
    assert other.K[0] == 1
    assert other.K[1] == Dictionary(Type=Name.MCR, MCID=7)
    assert "/K" not in empty
    assert alone.K == 3
