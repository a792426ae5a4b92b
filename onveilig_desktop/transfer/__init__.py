"""A journal out of the vault into open files, and into it from those and other programs."""

from onveilig_desktop.transfer.copies import bring_copy, compare_copy, copy_suffix, write_copy
from onveilig_desktop.transfer.forms import Form, read_past, recognise
from onveilig_desktop.transfer.past import PastNotes, Unread
from onveilig_desktop.transfer.table_reading import Columns, Table, guess_columns, read_table
from onveilig_desktop.transfer.table_writing import write_table

__all__ = [
    "Columns",
    "Form",
    "PastNotes",
    "Table",
    "Unread",
    "bring_copy",
    "compare_copy",
    "copy_suffix",
    "guess_columns",
    "read_past",
    "read_table",
    "recognise",
    "write_copy",
    "write_table",
]
