"""Whatever a person wrote comes out on paper as it was written."""

import re

import pytest

from paper import one, read, tool

HOSTILE = [
    '#panic("no") #read("data.json") #import "x.typ": *',
    "$ sum_(i=0)^n $ *bold* _it_ `raw` @ref <label> // gone /* gone */ \\ ~ --- -? #",
    "= Heading\n- item\n+ item\n/ term: x\n[content] {code} \"quoted\" 'quoted' \\u{1F600}",
    '"}, "strip": null, {"a": "\\"',
]


@pytest.mark.parametrize("text", HOSTILE, ids=["code", "markup", "blocks", "json"])
def test_what_looks_like_markup_is_printed_as_written(text):
    assert " ".join(text.split()) in read(one(text))


@pytest.mark.parametrize("text", ["😀 ☕ ♥", "Ελληνικά", "zażółć", "a\tb", "\u0007 bell"])
def test_signs_of_all_kinds_come_through(text):
    assert "".join(text.split()) in "".join(read(one(text)).split())


def left_edge(word):
    """Return how far from the left of the page *word* begins, in points."""
    boxes = tool("pdftotext", "-bbox", "-", "-", pdf=one(word)).decode()
    words = re.findall(r'xMin="([\d.]+)"[^>]*>([^<]+)<', boxes)
    return [float(edge) for edge, found in words if sorted(found) == sorted(word)][-1]


def test_right_to_left_runs_from_the_right():
    assert left_edge("vrede") < 100
    assert left_edge("שלום") > 450


@pytest.mark.parametrize(
    ("text", "count"),
    [("woord " * 17_000, 17_000), ("woord" * 20_000, 20_000), ("woord\n" * 1_000, 1_000)],
    ids=["100 kB", "one word", "many lines"],
)
def test_long_texts_go_on_over_pages_and_nothing_falls_off(text, count):
    pdf = one(text)
    body = read(pdf).split("Signals: Hid myself", 1)[1]
    body = re.sub(r" Written down personally · made on 22 November 2026 Page \d+ / \d+", "", body)
    assert body.replace(" ", "") == "woord" * count
    boxes = tool("pdftotext", "-bbox", "-", "-", pdf=pdf).decode()
    assert max(float(edge) for edge in re.findall(r'xMax="([\d.]+)"', boxes)) < 595 - 45
    assert max(float(edge) for edge in re.findall(r'yMax="([\d.]+)"', boxes)) < 842 - 20
