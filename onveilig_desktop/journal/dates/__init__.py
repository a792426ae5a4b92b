"""Dates and times of day as people type them: in figures, and in Dutch or English words.

The words are read here and not by a general date parser, because such a parser returns a
day and hides how vaguely it was named.
"""

from onveilig_desktop.journal.dates.figures import (
    parse_day,
    parse_minute,
    write_day,
    write_month,
)
from onveilig_desktop.journal.dates.understood import Understood
from onveilig_desktop.journal.dates.words import understand

__all__ = ["Understood", "parse_day", "parse_minute", "understand", "write_day", "write_month"]
