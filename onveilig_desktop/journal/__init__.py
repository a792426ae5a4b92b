"""The journal: entries, drafts, and what may be done with them."""

from onveilig_desktop.journal.draft import MAX_TEXT, Draft
from onveilig_desktop.journal.entry import Details, Entry, EntryId, EntryLine, Repair, ThreadId
from onveilig_desktop.journal.gate import Gate
from onveilig_desktop.journal.journal import Clock, Journal
from onveilig_desktop.journal.moment import DayPart, Moment, Precision
from onveilig_desktop.journal.ports import Begin, Drafts, Entries, Transaction

__all__ = [
    "MAX_TEXT",
    "Begin",
    "Clock",
    "DayPart",
    "Details",
    "Draft",
    "Drafts",
    "Entries",
    "Entry",
    "EntryId",
    "EntryLine",
    "Gate",
    "Journal",
    "Moment",
    "Precision",
    "Repair",
    "ThreadId",
    "Transaction",
]
