"""What is typed and not yet saved: held here until the vault has it for certain."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from onveilig_desktop.journal import Draft, EntryId
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.tasks import Failed

Then = Callable[[], None]


class DraftKeeper(QObject):
    """Seals drafts on the worker; one that could not be sealed stays in memory."""

    changed = Signal()
    """Another draft waits, or one fewer."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._unkept: dict[EntryId | None, Draft] = {}

    @property
    def unkept(self) -> list[Draft]:
        """The drafts that are only in memory."""
        return list(self._unkept.values())

    def keep(self, draft: Draft, then: Then, failed: Failed) -> None:
        """Seal *draft*; *then* when the vault has it, *failed* while it stays here."""
        self._unkept[draft.entry_id] = draft
        self._session.ask(
            lambda opened: opened.seal(draft),
            partial(self._kept, draft, then),
            owner=self,
            failed=failed,
        )

    def keep_all(self, then: Then, failed: Failed) -> None:
        """Seal every draft that is only in memory, then *then*."""
        if not self._unkept:
            then()
            return
        draft = next(iter(self._unkept.values()))
        self.keep(draft, partial(self.keep_all, then, failed), failed)

    def forget(self, entry_id: EntryId | None) -> None:
        """Let a draft go that was saved or thrown away."""
        self._unkept.pop(entry_id, None)

    def _kept(self, draft: Draft, then: Then, _nothing: None) -> None:
        if self._unkept.get(draft.entry_id) is draft:  # and not a later one for the same entry
            self.forget(draft.entry_id)
        self.changed.emit()
        then()
