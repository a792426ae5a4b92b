"""The tables beside the entries, as the first revision makes them."""

import sqlalchemy as sa
from alembic import op


def make_days() -> None:
    """Make the tables for check-ins, answers, own words, markers and pauses."""
    _check_ins()
    _repair_answers()
    _words()
    _calendar()
    _writing_days()


def _check_ins() -> None:
    op.create_table(
        "check_in",
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("trust", sa.Integer),
        sa.Column("speaking", sa.Text),
        sa.Column("eggshells", sa.Text),
        sa.Column("nothing_happened", sa.Integer, nullable=False),
        sa.Column("written_at", sa.Integer, nullable=False),
        sa.Column("written_offset", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("day", name="pk_check_in"),
        sqlite_strict=True,
    )


def _repair_answers() -> None:
    op.create_table(
        "repair_answer",
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("entry", sa.Integer, nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("utc_offset", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_repair_answer"),
        sa.ForeignKeyConstraint(
            ["entry"], ["entry.seq"], name="fk_repair_answer_entry_entry", ondelete="CASCADE"
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_repair_answer_entry", "repair_answer", ["entry"])


def _words() -> None:
    op.create_table(
        "wording",
        sa.Column("signal", sa.Text, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("hides_meaning", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("signal", name="pk_wording"),
        sqlite_strict=True,
    )
    op.create_table(
        "own_signal",
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("is_concern", sa.Integer, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("meaning", sa.Text, nullable=False),
        sa.Column("is_retired", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_own_signal"),
        sa.UniqueConstraint("id", name="uq_own_signal_id"),
        sqlite_strict=True,
    )


def _calendar() -> None:
    op.create_table(
        "marker",
        sa.Column("id", sa.LargeBinary, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_marker"),
        sqlite_strict=True,
    )
    op.create_table(
        "pause",
        sa.Column("id", sa.LargeBinary, nullable=False),
        sa.Column("first", sa.Text, nullable=False),
        sa.Column("last", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_pause"),
        sqlite_strict=True,
    )
    op.create_table(
        "silence",
        sa.Column("after", sa.Text, nullable=False),
        sa.Column("was_pause", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("after", name="pk_silence"),
        sqlite_strict=True,
    )


def _writing_days() -> None:
    op.create_table(
        "writing_day",
        sa.Column("day", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("day", name="pk_writing_day"),
        sqlite_strict=True,
    )
    op.execute(
        """
        CREATE TRIGGER revision_on_day AFTER INSERT ON revision
        WHEN new.kind IN ('create', 'edit')
        BEGIN
          INSERT OR IGNORE INTO writing_day
          VALUES ((new.at / 1000000 + new.utc_offset) / 86400);
        END
        """
    )
