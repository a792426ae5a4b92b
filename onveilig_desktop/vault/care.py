"""Looking after an open vault."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from onveilig_desktop.journal import Clock
from onveilig_desktop.journal.integrity import Examined
from onveilig_desktop.vault import settings
from onveilig_desktop.vault.integrity import examine
from onveilig_desktop.vault.vault import Vault

_SETTING: Final = "examined.at"
_WEEK: Final = timedelta(days=7)


class VaultCare:
    """The ``journal.Care`` of one open vault."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock

    def examine(self) -> Iterator[Examined]:
        """See ``journal.Care``."""
        for examined in examine(self._vault):
            if examined.is_complete and examined.is_sound and not self._vault.is_read_only:
                with self._vault.writing() as connection:
                    settings.write(connection, _SETTING, self._clock().isoformat())
            yield examined

    def is_due(self) -> bool:
        """See ``journal.Care``. A clock that went back makes it due as well."""
        last = self.last_examined()
        return last is None or not timedelta() <= self._clock() - last < _WEEK

    def last_examined(self) -> datetime | None:
        """See ``journal.Care``."""
        with self._vault.reading() as connection:
            last = settings.read(connection, _SETTING)
        return datetime.fromisoformat(last) if last else None
