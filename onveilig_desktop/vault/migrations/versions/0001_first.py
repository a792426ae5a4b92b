"""Entries, drafts and history."""

import sqlalchemy as sa
from alembic import op

from onveilig_desktop.vault.migrations.first_days import make_days
from onveilig_desktop.vault.migrations.first_search import make_search
from onveilig_desktop.vault.migrations.first_transfer import make_transfer

revision = "0001"
down_revision = None

_DETAILS = ("seen", "said", "meant", "felt", "effect", "present", "place")


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "vault",
        sa.Column("file_id", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("file_id", name="pk_vault"),
        sqlite_strict=True,
    )
    _entries()
    _parts_of_entries()
    _attachments()
    _drafts()
    _history()
    make_days()
    make_search()
    make_transfer()


def _entries() -> None:
    op.create_table(
        "entry",
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("id", sa.LargeBinary, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("precision", sa.Text, nullable=False),
        sa.Column("minute", sa.Integer),
        sa.Column("part", sa.Text),
        sa.Column("utc_offset", sa.Integer),
        sa.Column("written_at", sa.Integer, nullable=False),
        sa.Column("written_offset", sa.Integer, nullable=False),
        sa.Column("days_late", sa.Integer, nullable=False),
        sa.Column("intensity", sa.Integer),
        sa.Column("trust", sa.Integer),
        sa.Column("repair", sa.Text),
        sa.Column("steps", sa.Text),
        sa.Column("thread", sa.LargeBinary),
        sa.Column("opening", sa.Text, nullable=False),
        sa.Column("binned_at", sa.Integer),
        sa.PrimaryKeyConstraint("seq", name="pk_entry"),
        sa.UniqueConstraint("id", name="uq_entry_id"),
        sa.CheckConstraint("length(id) = 16", name=op.f("ck_entry_id")),
        sqlite_strict=True,
    )
    op.create_index("ix_entry_thread", "entry", ["thread"])
    is_listed = sa.text("binned_at IS NULL")
    op.create_index("ix_entry_ordinal", "entry", ["ordinal"], unique=True, sqlite_where=is_listed)


def _parts_of_entries() -> None:
    op.create_table(
        "entry_text",
        sa.Column("entry", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in _DETAILS),
        sa.PrimaryKeyConstraint("entry", name="pk_entry_text"),
        _of_entry("fk_entry_text_entry_entry"),
        sqlite_strict=True,
    )
    op.create_table(
        "entry_signal",
        sa.Column("entry", sa.Integer, nullable=False),
        sa.Column("signal", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("entry", "signal", name="pk_entry_signal"),
        _of_entry("fk_entry_signal_entry_entry"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _attachments() -> None:
    op.create_table(
        "attachment",
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("id", sa.LargeBinary, nullable=False),
        sa.Column("entry", sa.Integer),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("media", sa.Text, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("sha256", sa.LargeBinary, nullable=False),
        sa.Column("added_at", sa.Integer, nullable=False),
        sa.Column("added_offset", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_attachment"),
        sa.UniqueConstraint("id", name="uq_attachment_id"),
        _of_entry("fk_attachment_entry_entry"),
        sqlite_strict=True,
    )
    op.create_index("ix_attachment_entry", "attachment", ["entry"])
    op.create_table(
        "chunk",
        sa.Column("attachment", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("bytes", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("attachment", "number", name="pk_chunk"),
        sa.ForeignKeyConstraint(
            ["attachment"],
            ["attachment.seq"],
            name="fk_chunk_attachment_attachment",
            ondelete="CASCADE",
        ),
        sqlite_strict=True,
    )


def _drafts() -> None:
    op.create_table(
        "draft",
        sa.Column("entry", sa.LargeBinary, nullable=False),
        sa.Column("sealed_at", sa.Integer, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("entry", name="pk_draft"),
        sqlite_strict=True,
    )
    op.create_table(
        "unfinished",
        sa.Column("form", sa.Text, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("sealed_at", sa.Integer, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("form", "about", name="pk_unfinished"),
        sqlite_strict=True,
    )


def _history() -> None:
    op.create_table(
        "revision",
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("entry", sa.LargeBinary, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("utc_offset", sa.Integer, nullable=False),
        sa.Column("clock_back", sa.Integer, nullable=False),
        sa.Column("salt", sa.LargeBinary),
        sa.Column("content", sa.LargeBinary),
        sa.Column("commitment", sa.LargeBinary, nullable=False),
        sa.Column("link", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_revision"),
        sqlite_strict=True,
    )
    op.create_index("ix_revision_entry", "revision", ["entry"])
    for trigger in _TRIGGERS:
        op.execute(trigger)


def _of_entry(name: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["entry"], ["entry.seq"], name=name, ondelete="CASCADE")


# Revisions are only ever added, one after the other. What may change in one: its
# content and salt may go, for good; the commitment stays and the chain holds.
_TRIGGERS = (
    """
    CREATE TRIGGER revision_stays BEFORE DELETE ON revision
    BEGIN SELECT raise(ABORT, 'revisions stay'); END
    """,
    """
    CREATE TRIGGER revision_unchanged BEFORE UPDATE ON revision
    WHEN NOT (
      new.seq = old.seq AND new.entry = old.entry AND new.kind = old.kind
      AND new.at = old.at AND new.utc_offset = old.utc_offset
      AND new.clock_back = old.clock_back AND new.commitment = old.commitment
      AND new.link = old.link AND new.salt IS NULL AND new.content IS NULL
    )
    BEGIN SELECT raise(ABORT, 'revisions stay as they were'); END
    """,
    """
    CREATE TRIGGER revision_next BEFORE INSERT ON revision
    WHEN new.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM revision)
    BEGIN SELECT raise(ABORT, 'revisions follow one another'); END
    """,
)
