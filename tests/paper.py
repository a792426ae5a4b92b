"""Summaries, and reading them back with tools that others wrote."""

import json
import shutil
import subprocess
from datetime import date, time, timedelta

import pytest

from noted import BOUNDARIES, HIDING, KNOWN, LISTENING, TODAY, line, moment, patterns_of, whole
from onveilig_desktop.journal import DayPart, Precision, Repair
from onveilig_desktop.report import Material, Period
from onveilig_desktop.report.choice import SummaryChoice
from onveilig_desktop.report.collected import Collected
from onveilig_desktop.report.doubts import doubts
from onveilig_desktop.report.summary import summary_pdf

WEEKS = [TODAY - timedelta(days=12 + 7 * n) for n in range(6)]
LINES = [
    *[line(day, HIDING) for day in WEEKS],
    line(
        moment(WEEKS[2], part=DayPart.EVENING), BOUNDARIES, later=20, repair=Repair.PARTLY, trust=-1
    ),
    line(moment(WEEKS[4], minute=time(20, 5)), LISTENING, intensity=4),
    line(moment(WEEKS[5], Precision.ABOUT)),
    line(moment(date(2026, 8, 1), Precision.MONTH), HIDING),
]
PATTERNS = patterns_of(*LINES)


def tool(name, *arguments, pdf):
    """Run *name* over *pdf* and return what it says; it must be there."""
    if shutil.which(name) is None:
        pytest.fail(f"{name} is missing: install poppler-utils and qpdf to test what is made")
    command = [name, *arguments]
    done = subprocess.run(command, input=pdf, capture_output=True, check=True)  # noqa: S603
    return done.stdout


def read(pdf):
    """Return the text of a PDF with its spaces made plain, in reading order."""
    said = tool("pdftotext", "-", "-", pdf=pdf).decode()
    return " ".join(said.replace("\N{ZERO WIDTH SPACE}", "").split())


def unpacked(pdf, folder):
    """Return all that is in a PDF, its strings decoded and its streams unpacked."""
    path = folder / "read.pdf"
    path.write_bytes(pdf)
    strings = tool("qpdf", "--json=2", str(path), pdf=None)
    plain = tool("qpdf", "--qdf", "--object-streams=disable", str(path), "-", pdf=None)
    return json.dumps(json.loads(strings)) + plain.decode("latin-1") + read(pdf)


def texts_of(entries):
    return [
        whole(noted, f"Words of {noted.happened.day:%d %B} stay as they are.") for noted in entries
    ]


def made(entries=(), ticked=None, patterns=PATTERNS, period=None, **chosen):
    going = frozenset(entry.id for entry in entries) if ticked is None else ticked
    choice = SummaryChoice(period=period or Period(), ticked=going, **chosen)
    return summary_pdf(collected(entries, patterns), choice)


def collected(entries=(), patterns=PATTERNS, **more):
    material = Material(LINES)
    return Collected(
        patterns=patterns,
        doubts=doubts(patterns, material, KNOWN),
        material=material,
        known=KNOWN,
        made_on=TODAY,
        entries=sorted(entries, key=lambda entry: entry.happened.day),  # as a journal gives them
        quoted=entries,
        **more,
    )


def one(text):
    return made([whole(LINES[0], text)])


def appear_in_order(said, wanted):
    place = 0
    for words in wanted:
        found = said.find(" ".join(words.split()), place)
        assert found >= 0, f"{words!r} is not where it belongs"
        place = found + len(words)
