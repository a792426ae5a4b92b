"""Paper: what goes to the print system, and that nothing else does."""

import subprocess
import sys

from PySide6.QtPrintSupport import QPrinter

from onveilig_desktop.ui.printing import Printing, neutral_printer

_NOT_BEFORE = """
import sys
import onveilig_desktop.app, onveilig_desktop.ui.summary_page
print([name for name in sys.modules if "PrintSupport" in name])
"""


def test_every_page_goes_to_paper_under_a_neutral_name(opened, tmp_path):
    opened.write("a story", "unsafety.hiding", day="1-11-2026")
    page = opened.page.show_page(2)
    page.choices.entries.offer(page.choices.period.period)
    opened.settle()
    page.choices.entries.model.tick(0)
    opened.qtbot.waitUntil(lambda: page.is_drawn, timeout=20_000)
    made = page._made
    printer = neutral_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)  # what a print system would get
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    printing = Printing(opened.page.session, made.pdf, made.pages, printer)
    with opened.qtbot.waitSignal(printing.done, timeout=20_000) as done:
        assert printing.begin()
    assert done.args == [made.pages]
    facts = run("pdfinfo", tmp_path / "paper.pdf")
    assert f"Pages:           {made.pages}" in facts
    assert "Title:           Notes" in facts
    drawn = run("pdftoppm", "-r", "30", "-gray", "-f", "1", "-l", "1", tmp_path / "paper.pdf")
    assert 0.02 < sum(value < 200 for value in drawn[20:].encode("latin-1")) / len(drawn) < 0.4


def run(*command):
    done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603
    return done.stdout.decode("latin-1")


def test_the_print_system_is_not_touched_before_it_is_asked_for():
    command = [sys.executable, "-c", _NOT_BEFORE]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "[]\n"  # noqa: S603
