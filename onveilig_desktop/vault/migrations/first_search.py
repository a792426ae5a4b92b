"""The search index, the saved views and the settings of the first revision."""

import sqlalchemy as sa
from alembic import op


def make_search() -> None:
    """Make the index, what is in it for each entry, the views and the settings."""
    op.create_table(
        "entry_words",
        sa.Column("entry", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("entry", name="pk_entry_words"),
        sa.ForeignKeyConstraint(
            ["entry"], ["entry.seq"], name="fk_entry_words_entry_entry", ondelete="CASCADE"
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "saved_view",
        sa.Column("id", sa.LargeBinary, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_saved_view"),
        sqlite_strict=True,
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_setting"),
        sqlite_strict=True,
    )
    for statement in _INDEX:
        op.execute(statement)


# The index holds no text (content), not where in an entry a word stands (detail) and not how
# long an entry is (columnsize). Without secure-delete a word that was taken out would stay.
_INDEX = (
    """
    CREATE VIRTUAL TABLE word_index USING fts5 (
      words, tokenize="ascii tokenchars '='", content='', detail=none, columnsize=0
    )
    """,
    "INSERT INTO word_index (word_index, rank) VALUES ('secure-delete', 1)",
)
