"""The settings. They are kept in the journal: outside it they would say what it is."""

from onveilig_desktop.journal.ports import Begin
from onveilig_desktop.journal.preferences import Preferences


class Settings:
    """How the person wants the program to be while this journal is open."""

    def __init__(self, begin: Begin) -> None:
        self._begin = begin

    def read(self) -> Preferences:
        """Return all settings."""
        with self._begin() as transaction:
            return transaction.preferences.read()

    def keep(self, preferences: Preferences) -> None:
        """Set them all; for one of them, ``dataclasses.replace`` what was read."""
        with self._begin() as transaction:
            transaction.preferences.put(preferences)
