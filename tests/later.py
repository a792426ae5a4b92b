"""A schema of a later version of the program, as far as tests need one."""

import shutil
from importlib.util import find_spec
from pathlib import Path

from onveilig_desktop.vault.migrate import LATEST

LATER = f"{int(LATEST) + 1:04}"
_REVISION = """
from alembic import op

revision, down_revision = "<later>", "<latest>"


def upgrade():
    op.execute("ALTER TABLE setting ADD COLUMN later TEXT")
    op.execute("CREATE TABLE later (seq INTEGER PRIMARY KEY, content BLOB) STRICT")
    op.execute("INSERT INTO later SELECT seq, content FROM revision")
    op.execute("CREATE INDEX ix_later ON later (content)")
"""


def later_schema(place: Path) -> Path:
    """Return *place* with the migrations of today in it, and one more."""
    found = find_spec("onveilig_desktop.vault.migrations")
    assert found is not None
    assert found.origin is not None
    shutil.copytree(Path(found.origin).parent, place)
    revision = _REVISION.replace("<later>", LATER).replace("<latest>", LATEST)
    (place / "versions" / f"{LATER}_later.py").write_text(revision, encoding="utf-8")
    return place
