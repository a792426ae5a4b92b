"""The journal: entries, drafts, and what may be done with them."""

from onveilig_desktop.journal.attachment import Attachment, AttachmentId
from onveilig_desktop.journal.days import (
    Answers,
    CheckIn,
    Eggshells,
    Marker,
    MarkerId,
    Pause,
    PauseId,
    RepairAnswer,
    Speaking,
)
from onveilig_desktop.journal.draft import MAX_TEXT, Draft
from onveilig_desktop.journal.entry import (
    Binned,
    Details,
    Entry,
    EntryId,
    EntryLine,
    Repair,
    ThreadId,
)
from onveilig_desktop.journal.gate import Gate
from onveilig_desktop.journal.half_done import Form, FormKey, HalfDone
from onveilig_desktop.journal.journal import Journal
from onveilig_desktop.journal.listing import Found, Listing, Places
from onveilig_desktop.journal.moment import DayPart, Moment, Precision, days_late, last_day
from onveilig_desktop.journal.ports import Begin, Clock, Drafts, Entries, Transaction
from onveilig_desktop.journal.preferences import SYSTEM, Preferences
from onveilig_desktop.journal.query import Query
from onveilig_desktop.journal.revision import Checked, Flaw, Kind, Place, Version, Wrong
from onveilig_desktop.journal.threads import Thread
from onveilig_desktop.journal.view import View, ViewId

__all__ = [
    "MAX_TEXT",
    "SYSTEM",
    "Answers",
    "Attachment",
    "AttachmentId",
    "Begin",
    "Binned",
    "CheckIn",
    "Checked",
    "Clock",
    "DayPart",
    "Details",
    "Draft",
    "Drafts",
    "Eggshells",
    "Entries",
    "Entry",
    "EntryId",
    "EntryLine",
    "Flaw",
    "Form",
    "FormKey",
    "Found",
    "Gate",
    "HalfDone",
    "Journal",
    "Kind",
    "Listing",
    "Marker",
    "MarkerId",
    "Moment",
    "Pause",
    "PauseId",
    "Place",
    "Places",
    "Precision",
    "Preferences",
    "Query",
    "Repair",
    "RepairAnswer",
    "Speaking",
    "Thread",
    "ThreadId",
    "Transaction",
    "Version",
    "View",
    "ViewId",
    "Wrong",
    "days_late",
    "last_day",
]
