"""The tables of what is noted beside the entries. Days are ISO dates."""

from typing import Final

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, Table, Text

from onveilig_desktop.vault.schema import metadata

check_in: Final = Table(
    "check_in",
    metadata,
    Column("day", Text, primary_key=True),
    Column("trust", Integer),
    Column("speaking", Text),
    Column("eggshells", Text),
    Column("nothing_happened", Integer, nullable=False),
    Column("written_at", Integer, nullable=False),
    Column("written_offset", Integer, nullable=False),
    sqlite_strict=True,
)

repair_answer: Final = Table(
    "repair_answer",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("entry", ForeignKey("entry.seq", ondelete="CASCADE"), nullable=False, index=True),
    Column("answer", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("utc_offset", Integer, nullable=False),
    sqlite_strict=True,
)

# What a signal of the catalogue is called on this screen.
wording: Final = Table(
    "wording",
    metadata,
    Column("signal", Text, primary_key=True),
    Column("label", Text, nullable=False),
    Column("hides_meaning", Integer, nullable=False),
    sqlite_strict=True,
)

own_signal: Final = Table(
    "own_signal",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("is_concern", Integer, nullable=False),
    Column("label", Text, nullable=False),
    Column("meaning", Text, nullable=False),
    Column("is_retired", Integer, nullable=False),
    sqlite_strict=True,
)

marker: Final = Table(
    "marker",
    metadata,
    Column("id", LargeBinary, primary_key=True),
    Column("day", Text, nullable=False),
    Column("text", Text, nullable=False),
    sqlite_strict=True,
)

pause: Final = Table(
    "pause",
    metadata,
    Column("id", LargeBinary, primary_key=True),
    Column("first", Text, nullable=False),
    Column("last", Text, nullable=False),
    sqlite_strict=True,
)

# The civil days on which an entry was written or corrected, in days since 1970. A trigger
# on the history fills it: reading them from there would read the whole history.
writing_day: Final = Table(
    "writing_day",
    metadata,
    Column("day", Integer, primary_key=True),
    sqlite_strict=True,
)

# A silence that was asked about, by the last day of writing before it.
silence: Final = Table(
    "silence",
    metadata,
    Column("after", Text, primary_key=True),
    Column("was_pause", Integer, nullable=False),
    sqlite_strict=True,
)
