"""Looking at a page as a person does."""

from PySide6.QtWidgets import QLabel

from onveilig_desktop import catalog
from onveilig_desktop.report.charts import Kind
from onveilig_desktop.report.period import Span
from onveilig_desktop.ui.signal_table import NotNoted, SignalLines, SignalTable


def words_on(widget):
    return [part.text() for part in widget.findChildren(QLabel) if part.isVisibleTo(widget)]


def whole(words):
    """Words as they are read, without the places where a long path may break."""
    return words.replace("\u200b", "")


def says(widget, words):
    return any(words in said for said in words_on(widget))


def patterns(stage):
    page = stage.page.show_page(1)
    return come_to_rest(stage, page)


def come_to_rest(stage, page):
    stage.settle()
    stage.qtbot.waitUntil(lambda: not page.inquiry.is_busy)
    stage.settle()
    stage.qtbot.waitUntil(lambda: page.chart is None or page.chart.is_drawn)
    stage.settle()
    stage.qtbot.waitUntil(lambda: is_whole(page))
    stage.settle()
    return page


def is_whole(page):
    """Whether every table below the chart has come: until then the page still grows."""
    return not page._later and all(table.is_built for table in page.findChildren(SignalTable))


def lines_of(page, label):
    return next(lines for lines in page.findChildren(SignalLines) if lines._found.label == label)


def signals_beside(editor):
    """How many of the three groups of signals stand beside one another."""
    firsts = [editor.signals.chip(catalog.shipped().of(group)[0].id) for group in catalog.Group]
    return len({chip.mapTo(editor, chip.rect().topLeft()).x() for chip in firsts})


def every_pattern(small):
    """The answers, each chart, and all that unfolds."""
    page = come_to_rest(small, small.page.show_page(1))
    yield "patterns"
    for kind in Kind:
        small.click(page.charts.kind.chip(kind))
        yield f"chart {kind}"
    small.click(page.charts.kind.chip(Kind.STRIP))
    small.click(page.charts.pane.as_table)
    for lines in page.findChildren(SignalLines):
        if lines._found.told.why:
            small.click(lines.why)
    small.click(page.findChild(NotNoted).toggle)
    small.click(page.period.span.chip(Span.OWN))
    yield "patterns unfolded"
