"""The event strip as it is drawn: where marks stand, what they look like, what is left out."""

import subprocess
import sys
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from charted import LOOK
from noted import (
    BOUNDARIES,
    HIDING,
    KNOWN,
    LISTENING,
    TODAY,
    ago,
    line,
    moment,
    patterns_of,
)
from onveilig_desktop import texts
from onveilig_desktop.catalog import Group
from onveilig_desktop.journal import Precision, Repair
from onveilig_desktop.report import PRINT
from onveilig_desktop.report.charts.axes_drawn import group_form
from onveilig_desktop.report.charts.lettering import measuring
from onveilig_desktop.report.figures import draw_strip, strip_svg
from onveilig_desktop.report.strip import lay_out
from onveilig_desktop.report.ticks import ticks


@pytest.fixture
def patterns():
    return patterns_of(
        line(ago(200), HIDING),
        line(ago(100), HIDING, later=30),
        line(ago(60), BOUNDARIES, repair=Repair.YES),
        line(ago(30), LISTENING),
        line(moment(date(2026, 8, 1), Precision.MONTH), HIDING),
        line(moment(date(2026, 9, 1), Precision.MONTH), BOUNDARIES, later=90),
    )


REACHES = [(0, 1.08), (0.8, 0.8)]
"""Places of which a diamond holds the first, a square the second and a disc neither."""


def everything():
    days = range(400, 0, -9)
    return patterns_of(*[line(ago(n), *sorted(KNOWN.signals)[n % 5 :: 3]) for n in days])


def drawn(patterns, width=900, pixel_ratio=1.0):
    return draw_strip(patterns, LOOK, width).picture(pixel_ratio)


def pixels(picture):
    shape = picture.device_height, picture.device_width, 4
    return np.frombuffer(picture.rgba, np.uint8).reshape(shape)


def colour(picture, x, y):
    at = pixels(picture)[int(y * picture.pixel_ratio), int(x * picture.pixel_ratio)]
    return "#" + bytes(at[:3]).hex()


def middle(hit):
    return (hit.left + hit.right) / 2, (hit.top + hit.bottom) / 2


def hits_of(picture, signal):
    label = KNOWN.signals[signal].label
    return [hit for hit in picture.hits if hit.words.startswith(label)]


@pytest.mark.parametrize("lines", [[], [line(ago(3))], [line(ago(-3), HIDING)]])
def test_with_nothing_to_show_there_is_no_picture(lines):
    patterns = patterns_of(*lines)
    assert draw_strip(patterns, LOOK, 900) is None
    assert strip_svg(patterns, PRINT, 480) is None


def test_a_disc_is_filled_an_open_one_is_not(patterns):
    picture = drawn(patterns, 900, 2)
    filled, month, late = hits_of(picture, HIDING)
    assert colour(picture, *middle(filled)) == LOOK.unsafety
    assert colour(picture, *middle(late)) == LOOK.surface
    assert colour(picture, late.left + 1, middle(late)[1]) == LOOK.unsafety
    assert colour(picture, month.right - 8, middle(month)[1]) == LOOK.unsafety


def test_concern_and_friction_differ_in_hue_and_in_shape(patterns):
    picture = drawn(patterns, 900, 4)
    (disc, *_others), (diamond,) = hits_of(picture, HIDING), hits_of(picture, LISTENING)
    assert colour(picture, *middle(diamond)) == LOOK.friction

    def tip(hit):
        x, y = middle(hit)
        return colour(picture, x, y - 1.08 * (hit.right - x))

    assert tip(disc) == LOOK.surface
    assert tip(diamond) == LOOK.friction


def test_every_colour_of_a_mark_is_in_the_key(patterns):
    shown = {row.group for row in patterns.shown}
    strip = lay_out(patterns, 900, LOOK.font_px, measuring(LOOK.font_px))
    in_key = {item.form: item for item in strip.key.items if item.form in {"day", *Group}}
    assert set(in_key) == {group or "day" for group in shown}
    picture = drawn(patterns, 900, 4)
    for group in shown:
        item = in_key[group or "day"]
        assert colour(picture, item.x, item.y) == group_form(LOOK, group)[0]


def test_without_their_colours_the_groups_differ_in_shape():
    patterns = everything()
    picture = drawn(patterns, 900, 4)

    def reached(hit):
        x, y = middle(hit)
        r = hit.right - x
        return [colour(picture, x + a * r, y - b * r) != LOOK.surface for a, b in REACHES]

    seen = {row.group: reached(hits_of(picture, row.signal)[0]) for row in patterns.rows}
    assert set(seen) == set(Group)
    assert len({tuple(each) for each in seen.values()}) == len(Group)


def test_repair_is_a_ring_around_the_mark(patterns):
    picture = drawn(patterns, 900, 2)
    _bar, ringed = sorted(hits_of(picture, BOUNDARIES), key=lambda hit: not hit.is_broad)
    x, y = middle(ringed)
    above = [colour(picture, x, y - n / 2) for n in range(8, 22)]
    assert LOOK.muted in above
    assert colour(picture, x, y) == LOOK.violence


def test_a_month_is_a_bar_as_long_as_the_month(patterns):
    picture = drawn(patterns, 900, 2)
    august = next(hit for hit in hits_of(picture, HIDING) if hit.is_broad)
    september = next(hit for hit in hits_of(picture, BOUNDARIES) if hit.is_broad)
    lengths = [hit.right - hit.left for hit in (august, september)]
    disc = hits_of(picture, HIDING)[0]
    width = disc.right - disc.left
    assert (lengths[0] - width) / (lengths[1] - width) == pytest.approx(31 / 30)
    assert colour(picture, *middle(september)) == LOOK.surface


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize(("width", "ratio"), [(420, 1), (683, 1.25), (901, 1.5), (1400, 2)])
def test_nothing_is_cut_off_at_the_edges(language, width, ratio):
    texts.use(language)
    picture = drawn(everything(), width, ratio)
    assert len(picture.rgba) == 4 * picture.device_width * picture.device_height
    assert picture.width == width
    assert (picture.device_width, picture.device_height) == (
        int(width * ratio),
        int(picture.height * ratio),
    )
    shown = pixels(picture)
    for edge in (shown[0], shown[-1], shown[:, 0], shown[:, -1]):
        assert (edge == 255).all()


def test_every_mark_can_be_pressed_where_it_stands():
    patterns = everything()
    picture = drawn(patterns)
    assert len(picture.hits) == sum(len(row.marks) for row in patterns.shown)
    for hit in picture.hits:
        assert picture.at(*middle(hit)) is hit
        assert 0 < hit.left < hit.right < picture.width


def test_a_day_within_a_month_is_pressed_before_the_month():
    days = [
        line(moment(date(2026, 8, 1), Precision.MONTH), HIDING),
        line(date(2026, 8, 16), HIDING),
    ]
    picture = drawn(patterns_of(*days))
    bar, disc = hits_of(picture, HIDING)
    assert picture.at(*middle(disc)) is disc
    assert picture.at(bar.left + 2, middle(bar)[1]) is bar


def test_beside_a_mark_there_is_nothing_to_press(patterns):
    picture = drawn(patterns)
    assert picture.at(2, 2) is None
    hit = picture.hits[0]
    assert picture.at(hit.left - 3, middle(hit)[1]) is hit


def test_marks_come_row_by_row_and_then_by_date():
    picture = drawn(everything())
    places = [(hit.top, hit.left) for hit in picture.hits]
    assert places == sorted(places)


def test_the_paper_version_is_the_same_each_time_and_names_no_maker(patterns):
    first = strip_svg(patterns, PRINT, 482)
    assert first == strip_svg(patterns, PRINT, 482)
    assert b"<metadata" not in first
    assert b"<dc:" not in first


def test_pyplot_is_never_loaded():
    code = "import sys, onveilig_desktop.report.figures; print('matplotlib.pyplot' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "False"


spans = st.tuples(st.dates(date(1990, 1, 1), TODAY), st.integers(0, 14_000)).map(
    lambda pair: (pair[0], min(TODAY, pair[0] + timedelta(days=pair[1])))
)


@given(spans, st.integers(2, 30), st.integers(2, 40))
@example((date(2001, 7, 1), date(2008, 1, 1)), 2, 2)
def test_ticks_fit_and_are_in_order(span, days_fit, months_fit):
    found = ticks(*span, days_fit=days_fit, months_fit=months_fit)
    assert len(found) <= max(days_fit, months_fit, 3)
    assert all(before.day < after.day for before, after in pairwise(found))
    assert all(span[0] <= tick.day <= span[1] for tick in found)


@pytest.mark.parametrize(
    ("language", "first", "labels"),
    [
        ("en", date(2026, 8, 20), ["Sep 2026", "Oct ", "Nov "]),
        ("nl", date(2026, 8, 20), ["sep 2026", "okt ", "nov "]),
        ("nl", date(2026, 11, 20), ["20 nov 2026", "21 nov ", "22 nov "]),
        ("en", date(1996, 1, 1), ["2000 ", "2005 ", "2010 ", "2015 ", "2020 ", "2025 "]),
    ],
)
def test_ticks_speak_the_language_in_use(language, first, labels):
    texts.use(language)
    found = ticks(first, TODAY, days_fit=8, months_fit=8)
    assert [f"{tick.label} {tick.year}" for tick in found] == labels
