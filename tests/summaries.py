"""The page of the summary, with something in the journal to show."""

import subprocess

HIDING, HEATED = "unsafety.hiding", "friction.heated"


def summary(stage, *, open_fold="entries"):
    page = stage.page.show_page(2)
    made(stage, page)
    page.choices.folds[open_fold].toggle.click()
    return page


def made(stage, page):
    """Wait until the pages are those of the present choice."""
    stage.qtbot.waitUntil(lambda: page.is_drawn, timeout=20_000)


def text_of(pdf):
    return subprocess.run(  # noqa: S603 - a tool that others wrote
        ["pdftotext", "-layout", pdf, "-"],  # noqa: S607
        capture_output=True,
        text=True,
        check=True,
    ).stdout
