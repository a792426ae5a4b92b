"""What the first page of a summary says of signals that have no row in its table."""

from datetime import timedelta

from noted import KNOWN, TODAY, line, patterns_of
from onveilig_desktop.report.choice import SummaryChoice
from onveilig_desktop.report.first_page import first_pages
from onveilig_desktop.report.redaction import Redaction
from paper import collected

FIVE = [key for key in KNOWN.signals if key.startswith("unsafety.")][:5]


def test_a_signal_without_a_row_that_comes_back_says_so():
    *often, rare = FIVE
    days = [TODAY - timedelta(days=10 + 7 * week) for week in range(6)]
    lines = [line(day, signal) for day in days for signal in often]
    given = collected(patterns=patterns_of(*lines, line(days[0], rare)))
    *_fuller, fewest = first_pages(given, SummaryChoice(), Redaction({}))
    in_table = {row["label"] for row in fewest["concerns"]}
    [left] = [KNOWN.signals[key].label for key in often if KNOWN.signals[key].label not in in_table]
    [said] = [said for said in fewest["beside"] if said.startswith("Also noted")]
    assert f"{left} (6 days, recurring)" in said
    assert f"{KNOWN.signals[rare].label} (1 day)" in said
