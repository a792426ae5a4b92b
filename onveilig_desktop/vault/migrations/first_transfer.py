"""The table of what came from another copy, as the first revision makes it."""

import sqlalchemy as sa
from alembic import op


def make_transfer() -> None:
    """Make the table; what was written elsewhere was written on a day as well."""
    op.create_table(
        "received",
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("utc_offset", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("revision", name="pk_received"),
        sa.ForeignKeyConstraint(
            ["revision"], ["revision.seq"], name="fk_received_revision_revision"
        ),
        sqlite_strict=True,
    )
    op.execute(
        """
        CREATE TRIGGER received_on_day AFTER INSERT ON received
        BEGIN
          INSERT OR IGNORE INTO writing_day
          VALUES ((new.at / 1000000 + new.utc_offset) / 86400);
        END
        """
    )
