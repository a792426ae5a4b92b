"""Own words as rows."""

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from onveilig_desktop.catalog import OwnSignal, PersonalWords, SignalId, Wording
from onveilig_desktop.vault.schema_days import own_signal
from onveilig_desktop.vault.schema_days import wording as wordings


class SqlWords:
    """The ``journal.StoredWords`` of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def read(self) -> PersonalWords:
        """Return them all; own signals in the order in which they were made."""
        worded = self._connection.execute(select(wordings).order_by(wordings.c.signal))
        owned = self._connection.execute(select(own_signal).order_by(own_signal.c.seq))
        return PersonalWords(
            tuple(
                Wording(SignalId(row.signal), row.label, bool(row.hides_meaning)) for row in worded
            ),
            tuple(
                OwnSignal(
                    id=SignalId(row.id),
                    is_concern=bool(row.is_concern),
                    label=row.label,
                    meaning=row.meaning,
                    is_retired=bool(row.is_retired),
                )
                for row in owned
            ),
        )

    def word(self, wording: Wording) -> None:
        """Store the wording of a signal; one that changes nothing is forgotten."""
        execute = self._connection.execute
        execute(delete(wordings).where(wordings.c.signal == wording.signal))
        if wording.label or wording.hides_meaning:
            row = {
                "signal": wording.signal,
                "label": wording.label,
                "hides_meaning": int(wording.hides_meaning),
            }
            execute(insert(wordings), row)

    def put(self, own: OwnSignal) -> None:
        """Store an own signal in the place of the one with its id."""
        row = {
            "id": own.id,
            "is_concern": int(own.is_concern),
            "label": own.label,
            "meaning": own.meaning,
            "is_retired": int(own.is_retired),
        }
        stored = sqlite_insert(own_signal).values(row)
        self._connection.execute(stored.on_conflict_do_update(index_elements=["id"], set_=row))
