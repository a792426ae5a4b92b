"""How the charts are drawn: nothing cut off, nothing over anything else, all of it to press."""

import re
import struct
import tomllib
from dataclasses import replace
from io import BytesIO
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from PIL import Image

from charted import JOURNALS, LOOK, chart_of
from noted import HIDING, LISTENING
from onveilig_desktop import resources, texts
from onveilig_desktop.report import PRINT
from onveilig_desktop.report.charts import Kind
from onveilig_desktop.report.charts.axes_drawn import tint
from onveilig_desktop.report.charts.canvas import Canvas
from onveilig_desktop.report.charts.drawing import Drawing, picture, png, svg

SHAPES = {"svg", "defs", "style", "g", "path", "use", "clipPath", "rect"}
STYLE = "*{stroke-linejoin: round; stroke-linecap: butt}"
SIZES = [(560, 12), (560, 24), (760, 18), (900, 13), (1400, 20)]


def pixels(shown):
    return np.frombuffer(shown.rgba, np.uint8).reshape(shown.device_height, shown.device_width, 4)


def words_of(figure):
    """Return the boxes of all words in a figure, a hair smaller than they are."""
    renderer = FigureCanvasAgg(figure).get_renderer()
    drawn = [one for one in figure.findobj(Text) if one.get_text().strip()]
    return [(one.get_text(), one.get_window_extent(renderer).padded(-1.5)) for one in drawn]


@pytest.mark.parametrize("kind", Kind)
def test_every_mark_names_itself_and_lies_within(kind):
    charts = {name: chart_of(kind, journal) for name, journal in JOURNALS.items()}
    drawn = {name: picture(each, LOOK, 900) for name, each in charts.items() if each.draw}
    assert "full" in drawn
    for name, shown in drawn.items():
        assert shown.hits, name
        for hit in shown.hits:
            assert hit.words, name
            assert 0 <= hit.left < hit.right <= shown.width, name
            assert 0 <= hit.top < hit.bottom <= shown.height, name


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize(("width", "font"), SIZES)
@pytest.mark.parametrize("kind", Kind)
def test_nothing_is_cut_off_and_no_words_overlap(kind, width, font, language):
    texts.use(language)
    look = replace(LOOK, font_px=font)
    drawing = chart_of(kind, JOURNALS["full"]).draw(look, width)
    shown = pixels(drawing.picture())
    for edge in (shown[0], shown[-1], shown[:, 0], shown[:, -1]):
        assert (edge == 255).all()
    figure = drawing.canvas.complete()
    boxes = words_of(figure)
    over = [(a, b) for (a, one), (b, two) in combinations(boxes, 2) if one.overlaps(two)]
    assert over == []
    right, top = figure.bbox.max
    for words, box in boxes:
        assert box.x0 >= 0, words
        assert box.y0 >= 0, words
        assert box.x1 <= right, words
        assert box.y1 <= top, words


@pytest.mark.parametrize("kind", Kind)
def test_every_note_behind_a_chart_can_be_opened_from_it(kind):
    chart = chart_of(kind, JOURNALS["full"])
    reached = {entry for hit in picture(chart, LOOK, 900).hits for entry in hit.entries}
    known = {line.id for line in JOURNALS["full"].lines}
    assert reached <= known
    assert len(reached) >= len(known) / 4


@pytest.mark.parametrize("kind", [Kind.STEPS, Kind.GAPS, Kind.TRUST])
def test_marks_are_walked_from_left_to_right_within_a_line(kind):
    hits = picture(chart_of(kind, JOURNALS["full"]), LOOK, 900).hits
    lines = {}
    for hit in hits:
        lines.setdefault(round(hit.top) if kind is Kind.TRUST else 0, []).append(hit.left)
    assert all(before <= after for line in lines.values() for before, after in pairwise(line))


@pytest.mark.parametrize("kind", [Kind.YEAR, Kind.STEPS, Kind.GAPS, Kind.RETURN, Kind.WEEK])
@pytest.mark.parametrize("signal", [HIDING, LISTENING])
def test_a_chart_can_be_about_one_signal(kind, signal):
    chart = chart_of(kind, JOURNALS["full"], signal=signal)
    with_it = {line.id for line in JOURNALS["full"].lines if signal in line.signals}
    if chart.draw is not None:
        noted = [hit for hit in picture(chart, LOOK, 900).hits if "nothing noted" not in hit.words]
        assert {entry for hit in noted for entry in hit.entries} <= with_it
    assert chart.title != chart_of(kind, JOURNALS["full"]).title


@pytest.mark.parametrize("kind", Kind)
def test_a_file_is_the_same_each_time_and_names_no_maker(kind):
    chart = chart_of(kind, JOURNALS["full"])
    drawn = svg(chart, PRINT, 480)
    assert drawn == svg(chart, PRINT, 480)
    assert b"atplotlib" not in drawn
    saved = png(chart, PRINT, 480)
    assert saved == png(chart, PRINT, 480)
    assert b"atplotlib" not in saved


@pytest.mark.parametrize("kind", Kind)
def test_a_picture_in_points_holds_nothing_but_the_picture(kind):
    """No time, title, maker, text or profile; how many points go in a metre, and no more."""
    kinds = [name for name, _content in chunks(png(chart_of(kind, JOURNALS["full"]), PRINT, 480))]
    assert set(kinds) == {b"IHDR", b"pHYs", b"IDAT", b"IEND"}


@pytest.mark.parametrize("kind", Kind)
def test_a_picture_in_lines_holds_nothing_but_the_picture(kind):
    """Its words are outlines: on paper nothing can be read in it as text."""
    drawn = chart_of(kind, JOURNALS["full"]).draw(PRINT, 480).svg()
    parts = list(ET.fromstring(drawn).iter())  # noqa: S314 - our own
    assert {part.tag.rpartition("}")[2] for part in parts} <= SHAPES
    assert said_in(parts) == {STYLE}
    words = words_drawn(kind)
    assert len(words) > 3
    assert [word for word in words if word.encode() in drawn] == []


def test_no_letter_is_a_bare_rectangle():
    """The preview would fill whole dots for it: «ll» was a block."""
    drawn = chart_of(Kind.STRIP, JOURNALS["full"]).draw(PRINT, 480).svg()
    letters = re.findall(rb'<path id="[A-Z][^"]*" d="([^"]+)"', drawn)
    straight = [letter for letter in letters if set(letter) <= set(b"MLz 0123456789.\n")]
    corners = [set(re.findall(rb"[ML] \S+ \S+", letter)) for letter in straight]
    levels = [{corner.split()[2] for corner in of_one} for of_one in corners]
    assert min(map(len, levels)) == 3  # a rectangle has two, also with a point in a side


@pytest.mark.parametrize("kind", Kind)
def test_a_file_in_lines_says_what_it_shows_and_nothing_else(kind):
    chart = replace(chart_of(kind, JOURNALS["full"]), title="<A & B>")
    root = ET.fromstring(svg(chart, PRINT, 480))  # noqa: S314 - our own
    title, desc, *parts = root
    assert root.get("role") == "img"
    assert [part.tag.rpartition("}")[2] for part in (title, desc)] == ["title", "desc"]
    assert (title.text, desc.text) == ("<A & B>", chart.alternative)
    inner = [each for part in parts for each in part.iter()]
    assert {part.tag.rpartition("}")[2] for part in inner} <= SHAPES
    assert said_in(inner) == {STYLE}


def said_in(parts):
    return {part.text.strip() for part in parts if part.text} - {""}


def words_drawn(kind):
    figure = chart_of(kind, JOURNALS["full"]).draw(PRINT, 480).canvas.complete()
    texts = " ".join(text for text, _box in words_of(figure))
    return {word for word in re.findall(r"[^\W\d_]{5,}", texts) if word != "round"}


def chunks(saved):
    """The parts of a PNG: what each is called and what it holds."""
    assert saved.startswith(b"\x89PNG\r\n\x1a\n")
    place = 8
    while place < len(saved):
        length, name = struct.unpack_from(">I4s", saved, place)
        yield name, saved[place + 8 : place + 8 + length]
        place += 12 + length


def test_a_file_goes_with_the_words_around_the_chart():
    chart = chart_of(Kind.GAPS, JOURNALS["full"])
    bare = picture(chart, PRINT, 480)
    shorter = replace(chart, notes=[])
    assert len(svg(chart, PRINT, 480)) > len(svg(shorter, PRINT, 480))
    height = int.from_bytes(png(chart, PRINT, 480, 1)[20:24], "big")
    assert height > bare.height + 3 * PRINT.font_px


def test_without_enough_there_is_no_picture_and_no_file():
    chart = chart_of(Kind.GAPS, JOURNALS["one"])
    assert picture(chart, LOOK, 900) is None
    assert svg(chart, LOOK, 900) is None
    assert png(chart, LOOK, 900) is None


def light(colour):
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    dark, bright = sorted([light(one), light(other)])
    return (bright + 0.05) / (dark + 0.05)


def worn(theme):
    colours = tomllib.loads(resources.read_text(f"themes/{theme}.toml"))
    names = {*LOOK.__dataclass_fields__} - {"repair", "font_px"}
    return replace(LOOK, repair=colours["focus"], **{name: colours[name] for name in names})


@pytest.mark.parametrize("look", [PRINT, worn("light"), worn("dark")])
def test_marks_and_words_stand_out_from_the_ground(look):
    marks = [look.text, look.edge, look.unsafety, look.violence, look.friction, look.repair]
    assert min(contrast(mark, look.surface) for mark in marks) >= 3
    assert min(contrast(words, look.surface) for words in (look.text, look.muted)) >= 4.5
    grounds = [tint(look, mark, 1.0) for mark in (look.text, look.friction, look.repair)]
    assert min(contrast(look.text, ground) for ground in grounds) >= 4.5


@pytest.mark.parametrize("look", [PRINT, worn("light"), worn("dark"), worn("contrast")])
def test_lines_stand_out_from_the_band_they_are_drawn_on(look):
    lines = (look.muted, look.unsafety, look.violence, look.friction)
    assert min(contrast(line, look.band) for line in lines) >= 3


def test_the_band_has_a_colour_of_its_own_in_the_chart_and_in_its_key():
    band = "#fedcba"
    drawn = svg(chart_of(Kind.STEPS, JOURNALS["full"]), replace(LOOK, band=band), 900)
    assert drawn.decode().count(f"fill: {band}") == 3  # before and after a pause, and the key


@pytest.mark.parametrize("ratio", [1, 1.5, 2])
@pytest.mark.parametrize("bold", [True, False])
@pytest.mark.parametrize("side", ["left", "center", "right"])
def test_words_stand_on_the_screen_where_they_stand_in_a_file(side, bold, ratio):
    canvas = Canvas(400, 100, LOOK)
    canvas.words((200, 30), "Een grens genegeerd", "#123456", side, bold=bold)
    canvas.words((200, 70), "over twee\nregels gezet", "#000000", side, bold=bold, size=10)
    drawing = Drawing(canvas, ())
    shown = 255 - pixels(drawing.picture(ratio))[:, :, :3].astype(int)
    filed = 255 - np.array(Image.open(BytesIO(drawing.png(ratio))).convert("RGB")).astype(int)
    assert shown.sum() == pytest.approx(filed.sum(), rel=0.1)
    far = round(3 * ratio)  # a file knows parts of a pixel, so they may differ by one
    moves = [(0, 0), *((way * far, 0) for way in (1, -1)), *((0, way * far) for way in (1, -1))]
    off = [np.abs(np.roll(shown, by, (0, 1)) - filed).sum() for by in moves]
    assert off[0] < min(off[1:])


def test_words_beyond_the_edge_are_cut_off_there():
    canvas = Canvas(60, 20, LOOK)
    canvas.words((10, 2), "hoog en lang genoeg", "#000000", "center")
    canvas.words((50, 19), "laag en lang genoeg", "#000000", "center")
    shown = pixels(Drawing(canvas, ()).picture())
    assert shown.shape == (20, 60, 4)
    assert all((shown[rows] < 255).any() for rows in (slice(4), slice(-4, None)))


@pytest.mark.parametrize("ratio", [1, 2])
def test_what_is_hatched_looks_the_same_on_the_screen_and_in_a_file(ratio):
    def hatched():
        canvas = Canvas(120, 90, LOOK)
        canvas.hatched([(10, 5, 50, 80), (50, 5, 101, 80)])
        return Drawing(canvas, ())

    with Image.open(BytesIO(hatched().png(ratio))) as file:
        kept = np.array(file.convert("RGBA"), int)
    ink = np.abs(kept - kept[0, 0]).mean()
    assert np.abs(pixels(hatched().picture(ratio)) - kept).mean() < ink / 20
