"""The tables. A moment is kept in microseconds since 1970 UTC beside its offset in seconds."""

from typing import Final

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

DETAILS: Final = ("seen", "said", "meant", "felt", "effect", "present", "place")
"""The fields of ``journal.Details``, in the order in which they are stored."""

# One row that says which file this is, so that another file in its place is seen.
vault: Final = Table(
    "vault",
    metadata,
    Column("file_id", LargeBinary, primary_key=True),
    sqlite_strict=True,
)

# `day` is an ISO date; `ordinal` (ordinals.py) is the order of the list; `days_late` is how
# much later it was written; `opening` is the start of the text, so that a list of lines
# never reads the texts themselves.
entry: Final = Table(
    "entry",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", LargeBinary, nullable=False, unique=True),
    Column("day", Text, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("precision", Text, nullable=False),
    Column("minute", Integer),
    Column("part", Text),
    Column("utc_offset", Integer),
    Column("written_at", Integer, nullable=False),
    Column("written_offset", Integer, nullable=False),
    Column("days_late", Integer, nullable=False),
    Column("intensity", Integer),
    Column("trust", Integer),
    Column("repair", Text),
    Column("steps", Text),
    Column("thread", LargeBinary, index=True),
    Column("opening", Text, nullable=False),
    Column("binned_at", Integer),
    CheckConstraint("length(id) = 16", name="id"),
    sqlite_strict=True,
)
Index("ix_entry_ordinal", entry.c.ordinal, unique=True, sqlite_where=entry.c.binned_at.is_(None))

entry_text: Final = Table(
    "entry_text",
    metadata,
    Column("entry", ForeignKey("entry.seq", ondelete="CASCADE"), primary_key=True),
    Column("text", Text, nullable=False),
    *(Column(name, Text, nullable=False) for name in DETAILS),
    sqlite_strict=True,
)

entry_signal: Final = Table(
    "entry_signal",
    metadata,
    Column("entry", ForeignKey("entry.seq", ondelete="CASCADE"), primary_key=True),
    Column("signal", Text, primary_key=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# What the entries that are not in the bin have in the search index (word_index.py), which
# is a virtual table and stands in the revision alone.
entry_words: Final = Table(
    "entry_words",
    metadata,
    Column("entry", ForeignKey("entry.seq", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("words", Text, nullable=False),
    sqlite_strict=True,
)

saved_view: Final = Table(
    "saved_view",
    metadata,
    Column("id", LargeBinary, primary_key=True),
    Column("name", Text, nullable=False),
    Column("content", Text, nullable=False),
    sqlite_strict=True,
)

# A file without an entry is on its way out: nothing is known of it any more, and its bytes
# are overwritten some at a time.
setting: Final = Table(
    "setting",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
)

attachment: Final = Table(
    "attachment",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", LargeBinary, nullable=False, unique=True),
    Column("entry", ForeignKey("entry.seq", ondelete="CASCADE"), index=True),
    Column("name", Text, nullable=False),
    Column("media", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("sha256", LargeBinary, nullable=False),
    Column("added_at", Integer, nullable=False),
    Column("added_offset", Integer, nullable=False),
    sqlite_strict=True,
)

chunk: Final = Table(
    "chunk",
    metadata,
    Column("attachment", ForeignKey("attachment.seq", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
    sqlite_strict=True,
)

# The new entry's draft has the empty key.
draft: Final = Table(
    "draft",
    metadata,
    Column("entry", LargeBinary, primary_key=True),
    Column("sealed_at", Integer, nullable=False),
    Column("content", Text, nullable=False),
    sqlite_strict=True,
)

# A small form that was not saved; `about` names what it changes, empty for something new.
unfinished: Final = Table(
    "unfinished",
    metadata,
    Column("form", Text, primary_key=True),
    Column("about", Text, primary_key=True),
    Column("sealed_at", Integer, nullable=False),
    Column("content", Text, nullable=False),
    sqlite_strict=True,
)

revision: Final = Table(
    "revision",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("entry", LargeBinary, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("utc_offset", Integer, nullable=False),
    Column("clock_back", Integer, nullable=False),
    Column("salt", LargeBinary),
    Column("content", LargeBinary),
    Column("commitment", LargeBinary, nullable=False),
    Column("link", LargeBinary, nullable=False),
    sqlite_strict=True,
)
