"""A journal out of the vault into open files, and into it from those and other programs."""

from onveilig_desktop.transfer.copies import bring_copy, compare_copy, copy_suffix, write_copy
from onveilig_desktop.transfer.table_writing import write_table

__all__ = ["bring_copy", "compare_copy", "copy_suffix", "write_copy", "write_table"]
